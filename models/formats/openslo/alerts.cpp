// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts of OpenSLO. They are only looked over: which burn rates alert is our own rule for all
// SLOs.
#include "models/formats/openslo/readparts.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openslo {
namespace {

void checkBurnRate(Checker &checker, const Node &condition, const QString &path, QString &mistake)
{
    checker.word(condition["kind"], fieldPath(path, u"kind"_s), {u"burnrate"_s}, mistake);
    const auto op = checker.word(condition["op"], fieldPath(path, u"op"_s),
                                 {u"lte"_s, u"gte"_s, u"lt"_s, u"gt"_s}, mistake);
    // The standard's own example has lte where its words say "exceeds".
    if (op.startsWith(u'l'))
        checker.report(checker.spotOf(condition["op"], fieldPath(path, u"op"_s)), Severity::Warning,
                       u"openslo.alert"_s,
                       u"Taken at its word, this alerts while the budget burns slowly"_s,
                       u"Write gte: an alert is due when the burn rate reaches the threshold"_s);
    const auto field = fieldPath(path, u"threshold"_s);
    if (!condition.has("threshold"))
        checker.refuse(checker.spotOf(condition, field), u"openslo.required"_s,
                       u"The condition has no threshold"_s,
                       u"Write the burn rate that is too much"_s, mistake);
    checker.number(condition["threshold"], field, mistake);
    checker.duration(condition["lookbackWindow"], fieldPath(path, u"lookbackWindow"_s), mistake);
    checker.duration(condition["alertAfter"], fieldPath(path, u"alertAfter"_s), mistake);
}

//! Something by reference, or written here.
bool isReferenceOr(const Node &item, std::string_view reference)
{
    if (item[reference].isScalar())
        return true;
    return item["kind"].isScalar() && item["metadata"].isMapping() && item["spec"].isMapping();
}

} // namespace

void checkAlertCondition(Checker &checker, const Node &spec, const QString &path, QString &mistake)
{
    checker.required(spec, "severity", path, u"The severity"_s, mistake);
    const auto condition = spec["condition"];
    const auto field = fieldPath(path, u"condition"_s);
    if (condition.isMapping()) {
        checkBurnRate(checker, condition, field, mistake);
        return;
    }
    checker.refuse(checker.spotOf(condition.exists() ? condition : spec, field),
                   u"openslo.required"_s, u"The condition is missing"_s,
                   u"Write kind, op, threshold, lookbackWindow and alertAfter"_s, mistake);
}

void checkAlertPolicy(Checker &checker, const Node &spec, QString &mistake)
{
    const auto conditions = spec["conditions"];
    const auto one = conditions.isSequence() && conditions.size() == 1;
    if (!one)
        checker.refuse(
            checker.spotOf(conditions.exists() ? conditions : spec, u"spec.conditions"_s),
            u"openslo.alert"_s, u"An alert policy has exactly one condition"_s,
            u"Write one condition; several need a policy each"_s, mistake);
    const auto condition = one ? conditions.item(0) : Node();
    if (one && !isReferenceOr(condition, "conditionRef"))
        checker.refuse(checker.spotOf(condition, u"spec.conditions[0]"_s), u"openslo.alert"_s,
                       u"This is neither a condition nor a reference to one"_s,
                       u"Write conditionRef, or kind, metadata and spec"_s, mistake);
    else if (one && condition.has("spec"))
        checkAlertCondition(checker, condition["spec"], u"spec.conditions[0].spec"_s, mistake);
    const auto targets = spec["notificationTargets"];
    if (!targets.isSequence() || targets.size() == 0) {
        checker.refuse(
            checker.spotOf(targets.exists() ? targets : spec, u"spec.notificationTargets"_s),
            u"openslo.alert"_s, u"An alert policy needs somebody to notify"_s,
            u"Write at least one notificationTarget"_s, mistake);
        return;
    }
    auto index = 0;
    for (const auto target : targets) {
        if (!isReferenceOr(target, "targetRef"))
            checker.refuse(checker.spotOf(target, u"spec.notificationTargets[%1]"_s.arg(index)),
                           u"openslo.alert"_s, u"This is neither a target nor a reference to one"_s,
                           u"Write targetRef, or kind, metadata and spec"_s, mistake);
        ++index;
    }
}

} // namespace portolan::formats::openslo
