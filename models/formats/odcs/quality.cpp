// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/quality.h"

#include "models/formats/bitol/parts.h"

#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

using bitol::firstOf;
using bitol::textOf;
using document::Node;

struct Operator
{
    std::string_view key;
    QStringView words;
};

constexpr std::array operators{
    Operator{"mustBe", u"must be"},
    Operator{"mustNotBe", u"must not be"},
    Operator{"mustBeGreaterThan", u"must be greater than"},
    Operator{"mustBeGreaterOrEqualTo", u"must be at least"},
    Operator{"mustBeGreaterThanOrEqualTo", u"must be at least"},
    Operator{"mustBeLessThan", u"must be less than"},
    Operator{"mustBeLessOrEqualTo", u"must be at most"},
    Operator{"mustBeLessThanOrEqualTo", u"must be at most"},
    Operator{"mustBeBetween", u"must be between"},
    Operator{"mustNotBeBetween", u"must not be between"},
};

//! "must be less than 5 percent", for each operator that is there.
QString demandOf(const Node &rule)
{
    QStringList demands;
    for (const auto &known : operators) {
        const auto value = rule[known.key];
        if (!value.exists())
            continue;
        const auto bounds = bitol::textsOf(value);
        const auto text = value.isSequence() ? bounds.join(u" and "_s) : textOf(value);
        demands.append(known.words % u' ' % text);
    }
    const auto unit = textOf(rule, "unit");
    auto demand = demands.join(u", "_s);
    if (!demand.isEmpty() && !unit.isEmpty())
        demand += u' ' % unit;
    return demand;
}

//! What the rule looks at: a query, the tool's own words, or the arguments of a metric.
QString subjectOf(const Node &rule)
{
    const auto subject = textOf(firstOf(rule, {"query", "implementation", "toolRuleName"}));
    if (!subject.isEmpty())
        return subject;
    QStringList arguments;
    for (const auto value : rule["arguments"])
        arguments.append(textOf(value.key()) % u": "_s % bitol::textsOf(value).join(u", "_s));
    return arguments.join(u"; "_s);
}

QString typeOf(const Node &rule)
{
    if (const auto type = textOf(rule, "type"); !type.isEmpty())
        return type;
    if (rule.has("metric") || rule.has("rule"))
        return u"library"_s;
    return rule.has("query") ? u"sql"_s : QString();
}

domain::QualityRule ruleOf(const Node &rule, const QString &element)
{
    QStringList expression{demandOf(rule), subjectOf(rule)};
    expression.removeAll(QString());
    // In version 2.2 the rules of all columns stand under their table.
    const auto column = textOf(firstOf(rule, {"column", "columns"}));
    return {.name = textOf(firstOf(rule, {"name", "code", "templateName"})),
            .type = typeOf(rule),
            .metric = textOf(firstOf(rule, {"metric", "rule", "engine", "toolName"})),
            .dimension = textOf(rule, "dimension"),
            .severity = textOf(rule, "severity"),
            .element = column.isEmpty() ? element : QString(element % u'.' % column),
            .expression = expression.join(u'\n'),
            .description = textOf(rule, "description"),
            .businessImpact = textOf(rule, "businessImpact"),
            .schedule = textOf(firstOf(rule, {"schedule", "scheduleCronExpression"}))};
}

} // namespace

QList<domain::QualityRule> qualityOf(const Node &list, const QString &element)
{
    QList<domain::QualityRule> rules;
    if (!list.isSequence())
        return rules;
    for (const auto item : list) {
        if (item.isMapping())
            rules.append(ruleOf(item, element));
    }
    return rules;
}

} // namespace portolan::formats::odcs
