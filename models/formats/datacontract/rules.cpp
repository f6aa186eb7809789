// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/datacontract/rules.h"

#include "models/formats/document/read.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::datacontract {
namespace {

using namespace json;

//! Newer versions write some members in both spellings.
QString eitherText(const Json &check, std::string_view key, std::string_view other)
{
    const auto found = text(check, key);
    return found.isEmpty() ? text(check, other) : found;
}

bool isSame(const QString &left, const QString &right)
{
    return !left.isEmpty() && left.compare(right, Qt::CaseInsensitive) == 0;
}

bool standsAt(const ContractRule &rule, const TestedRule &tested)
{
    const bool object =
        isSame(rule.object, tested.model) || isSame(rule.physicalName, tested.model);
    return object && rule.property.compare(tested.field, Qt::CaseInsensitive) == 0;
}

} // namespace

QString TestedRule::element() const
{
    return field.isEmpty() ? model : QString(model % u'.' % field);
}

QString TestedRule::word() const
{
    return !id.isEmpty() ? id : !name.isEmpty() ? name : metric;
}

bool testsRule(const Json &check)
{
    const auto category = text(check, "category");
    return category == u"quality" || category == u"custom"
        || !eitherText(check, "qualityId", "quality_id").isEmpty()
        || !eitherText(check, "qualityDefinition", "quality_definition").isEmpty();
}

TestedRule testedRuleOf(const Json &check)
{
    TestedRule rule;
    rule.id = eitherText(check, "qualityId", "quality_id");
    rule.model = text(check, "model");
    rule.field = text(check, "field");
    rule.definition = eitherText(check, "qualityDefinition", "quality_definition");
    rule.severity = text(member(check, {"diagnostics", "severity"}));
    const auto document = document::readYaml({}, rule.definition.toUtf8());
    const auto root = document.root();
    if (rule.id.isEmpty())
        rule.id = root["id"].text();
    rule.name = root["name"].text();
    rule.metric = root.has("metric") ? root["metric"].text() : root["rule"].text();
    if (rule.severity.isEmpty())
        rule.severity = root["severity"].text();
    // Versions that do not repeat the rule: its type says which metric it is.
    if (rule.definition.isEmpty()) {
        rule.name = text(check, "name");
        rule.metric = text(check, "type");
    }
    if (rule.metric.isEmpty())
        rule.metric = text(check, "type");
    return rule;
}

QString RuleMatch::checkOf(const TestedRule &tested)
{
    const auto take = [this](auto fits) {
        for (qsizetype i = 0; i < m_rules.size(); ++i) {
            if (m_used[std::size_t(i)] || !fits(m_rules.at(i)))
                continue;
            m_used[std::size_t(i)] = true;
            return m_rules.at(i).check;
        }
        return QString();
    };
    // An id is unique in its contract, so far as its writer took care: the place decides first.
    auto found = take([&](const ContractRule &rule) {
        return !tested.id.isEmpty() && rule.id == tested.id && standsAt(rule, tested);
    });
    if (found.isEmpty())
        found = take(
            [&](const ContractRule &rule) { return !tested.id.isEmpty() && rule.id == tested.id; });
    if (found.isEmpty())
        found = take([&](const ContractRule &rule) {
            return !tested.name.isEmpty() && rule.name == tested.name && standsAt(rule, tested);
        });
    if (found.isEmpty())
        found = take([&](const ContractRule &rule) {
            return tested.name.isEmpty() && rule.name.isEmpty()
                && isSame(rule.metric, tested.metric) && standsAt(rule, tested);
        });
    return found;
}

} // namespace portolan::formats::datacontract
