// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accesstext.h"

#include "models/items/displaytext.h"
#include "models/items/findingtext.h"
#include "models/items/labels.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::AgreementState;
using domain::DecisionEffect;
using domain::DecisionKind;
using domain::ItemState;
using domain::PolicyKind;
using domain::PolicyResult;
using domain::RequestState;

struct Access
{
    Q_DECLARE_TR_FUNCTIONS(Access)
};

constexpr int nameMost = 80;
constexpr int messageMost = 1000;
constexpr double daysOfMonth = 30.44;

QString kindTitle(PolicyKind kind)
{
    switch (kind) {
    case PolicyKind::OwnerPresent:
        return Access::tr("Somebody answers for it");
    case PolicyKind::DescriptionPresent:
        return Access::tr("It is described");
    case PolicyKind::StatusAllowed:
        return Access::tr("The product is in force");
    case PolicyKind::ContractPresent:
        return Access::tr("There is a contract");
    case PolicyKind::SloPresent:
        return Access::tr("Service levels are promised");
    case PolicyKind::SchemaDocumented:
        return Access::tr("Fields are described");
    case PolicyKind::Format:
        return Access::tr("Names have their form");
    case PolicyKind::PurposeListed:
        return Access::tr("Purpose is listed");
    case PolicyKind::JustificationLength:
        return Access::tr("Justification is given");
    case PolicyKind::PeriodLimit:
        return Access::tr("Period within limits");
    case PolicyKind::PurposeForClassified:
        return Access::tr("Purpose allows the fields");
    case PolicyKind::SecondApprover:
        return Access::tr("Second approver");
    case PolicyKind::TermsAccepted:
        return Access::tr("Terms accepted");
    case PolicyKind::Unreadable:
        break;
    }
    return Access::tr("A rule that cannot be read");
}

//! Which fields, how many days: what stands in brackets behind the sentence of a rule.
QString detailText(const domain::PolicyVerdict &verdict, const QString &detail)
{
    static const QRegularExpression counted(u"\\A(\\d{1,6}) (days|fields)\\z"_s);
    if (const auto match = counted.match(detail); match.hasMatch()) {
        const int count = match.captured(1).toInt();
        return match.captured(2) == u"days"_s ? Access::tr("%n day(s)", nullptr, count)
                                              : Access::tr("%n field(s)", nullptr, count);
    }
    const QString start = verdict.field + u" is "_s;
    if (!verdict.field.isEmpty() && detail.startsWith(start) && !detail.contains(u','))
        return Access::tr("%1 is %2")
            .arg(oneLine(verdict.field, nameMost),
                 facetValueText(u"classification"_s, oneLine(detail.mid(start.size()), nameMost)));
    return findingText(detail);
}

} // namespace

QString requestStateText(RequestState state)
{
    switch (state) {
    case RequestState::Draft:
        return Access::tr("Draft");
    case RequestState::Queued:
        return Access::tr("Queued");
    case RequestState::Submitted:
        return Access::tr("Submitted");
    case RequestState::InReview:
        return Access::tr("In review");
    case RequestState::NeedsInfo:
        return Access::tr("Needs info");
    case RequestState::Approved:
        return Access::tr("Approved");
    case RequestState::Rejected:
        return Access::tr("Rejected");
    case RequestState::Withdrawn:
        return Access::tr("Withdrawn");
    case RequestState::External:
        return Access::tr("Asked elsewhere");
    case RequestState::PartlyApproved:
        return Access::tr("Partly approved");
    case RequestState::Conflict:
        break;
    }
    return Access::tr("Contradicted");
}

QString itemStateText(ItemState state)
{
    return requestStateText(domain::derivedState({state}));
}

QString agreementStateText(AgreementState state)
{
    switch (state) {
    case AgreementState::Pending:
        return Access::tr("Pending");
    case AgreementState::Active:
        return Access::tr("Active");
    case AgreementState::Expiring:
        return Access::tr("Expiring");
    case AgreementState::Renewed:
        return Access::tr("Renewed");
    case AgreementState::Expired:
        return Access::tr("Expired");
    case AgreementState::Suspended:
        return Access::tr("Suspended");
    case AgreementState::Terminated:
        break;
    }
    return Access::tr("Terminated");
}

QString agreementStateText(const domain::Agreement &agreement, AgreementState state,
                           const std::optional<domain::Grant> &grant)
{
    const auto text = agreementStateText(state);
    const auto finding = grant ? domain::grantFinding(agreement, state, *grant) : std::nullopt;
    if (!finding)
        return text;
    return finding->rule == u"access.grant-failed" ? Access::tr("%1, access failed").arg(text)
                                                   : Access::tr("%1, access left").arg(text);
}

QString grantStateText(domain::GrantState state)
{
    switch (state) {
    case domain::GrantState::None:
        break;
    case domain::GrantState::Provisioning:
        return Access::tr("Access is being given");
    case domain::GrantState::Provisioned:
        return Access::tr("Access given");
    case domain::GrantState::Deprovisioning:
        return Access::tr("Access is being taken away");
    case domain::GrantState::Deprovisioned:
        return Access::tr("Access taken away");
    case domain::GrantState::Failed:
        return Access::tr("Access failed");
    }
    return Access::tr("No access yet");
}

QString grantText(const domain::Grant &grant)
{
    const auto now = domain::outcomeOf(grant).now;
    QStringList parts{grantStateText(now.state)};
    if (!grant.platform.isEmpty())
        parts.append(Access::tr("in %1").arg(oneLine(grant.platform, 120)));
    if (!grant.reference.isEmpty())
        parts.append(Access::tr("as %1").arg(oneLine(grant.reference, 200)));
    if (now.at.isValid())
        parts.append(Access::tr("on %1").arg(dateText(now.at.toUTC().date())));
    auto text = parts.join(u' ');
    if (!now.diagnostics.isEmpty())
        text = Access::tr("%1: %2").arg(text, oneLine(now.diagnostics.simplified(), 1000));
    return text;
}

QString resultText(PolicyResult result)
{
    switch (result) {
    case PolicyResult::Pass:
        return Access::tr("holds");
    case PolicyResult::Warn:
        return Access::tr("warns");
    case PolicyResult::Fail:
        return Access::tr("fails");
    case PolicyResult::Unknown:
        break;
    }
    return Access::tr("unknown");
}

QString verdictsText(const QList<domain::PolicyVerdict> &verdicts)
{
    if (verdicts.isEmpty())
        return Access::tr("not judged");
    // A rule is judged for each port: it is one rule all the same.
    const auto count = [&verdicts](PolicyResult result) {
        QSet<QString> rules;
        for (const auto &one : verdicts) {
            if (one.result == result)
                rules.insert(one.policy);
        }
        return int(rules.size());
    };
    if (const int fails = count(PolicyResult::Fail))
        return Access::tr("%n rule(s) fail", nullptr, fails);
    if (const int unknown = count(PolicyResult::Unknown))
        return Access::tr("%n unknown", nullptr, unknown);
    if (const int warns = count(PolicyResult::Warn))
        return Access::tr("%n rule(s) warn", nullptr, warns);
    return Access::tr("all hold");
}

QString decisionText(const domain::AccessDecision &decision, const QString &port)
{
    const auto who = personText(decision.by);
    switch (decision.kind) {
    case DecisionKind::Approve:
        return Access::tr("%1 approved %2").arg(who, port);
    case DecisionKind::Reject:
        return Access::tr("%1 rejected %2").arg(who, port);
    case DecisionKind::Ask:
        return Access::tr("%1 asked about %2").arg(who, port);
    case DecisionKind::Answer:
        return Access::tr("%1 answered about %2").arg(who, port);
    case DecisionKind::Withdraw:
        return Access::tr("%1 withdrew the request for %2").arg(who, port);
    case DecisionKind::Suspend:
        return Access::tr("%1 suspended the agreement for %2").arg(who, port);
    case DecisionKind::Resume:
        return Access::tr("%1 resumed the agreement for %2").arg(who, port);
    case DecisionKind::Terminate:
        break;
    }
    return Access::tr("%1 terminated the agreement for %2").arg(who, port);
}

QString effectText(DecisionEffect effect)
{
    switch (effect) {
    case DecisionEffect::Counts:
        return {};
    case DecisionEffect::ByAsker:
        return Access::tr("Does not count: nobody decides about their own request");
    case DecisionEffect::NoApprover:
        return Access::tr("Does not count: no approver of this port");
    case DecisionEffect::OtherRequest:
        return Access::tr("Does not count: the request has been changed since");
    case DecisionEffect::Replaced:
        return Access::tr("No longer counts: taken back by a later one");
    case DecisionEffect::TooLate:
        return Access::tr("Does not count: it was decided before");
    case DecisionEffect::UnknownItem:
        break;
    }
    return Access::tr("Does not count: about no port of this request");
}

QString personText(const domain::Actor &actor)
{
    if (actor.name.trimmed().isEmpty())
        return actor.email.isEmpty() ? Access::tr("Somebody") : oneLine(actor.email, nameMost);
    return oneLine(actor.name, nameMost);
}

QString ruleTitle(const domain::PolicySet &policies, const QString &policy)
{
    for (const auto &rule : policies.rules) {
        if (rule.id == policy)
            return kindTitle(rule.kind);
    }
    return oneLine(policy, nameMost);
}

QString verdictText(const domain::PolicyVerdict &verdict)
{
    const auto &message = verdict.message;
    const auto at = message.indexOf(u" ("_s);
    if (at < 0 || !message.endsWith(u')') || knownFindingText(message))
        return oneLine(findingText(message), messageMost);
    const auto detail = message.mid(at + 2, message.size() - at - 3);
    return oneLine(findingText(message.left(at)) + u" ("_s + detailText(verdict, detail) + u')',
                   messageMost);
}

QString purposeText(const domain::PolicySet &policies, const QString &code)
{
    const auto *purpose = policies.purpose(code);
    if (purpose == nullptr)
        return oneLine(code, nameMost);
    return oneLine(purpose->title.isEmpty() ? code : purpose->title, nameMost);
}

QString dateText(const QDate &date)
{
    const QLocale locale;
    auto format = locale.dateFormat(QLocale::LongFormat);
    format.remove(u"dddd"_s).replace(u"MMMM"_s, u"MMM"_s);
    format = format.simplified();
    while (format.startsWith(u',') || format.startsWith(u' '))
        format.remove(0, 1);
    return locale.toString(date, format);
}

QString lengthText(const QDate &from, const QDate &to)
{
    const auto days = from.daysTo(to) + 1;
    if (days < 1)
        return Access::tr("no day");
    const int months = qRound(double(days) / daysOfMonth);
    // A number of whole months is what people say; else days tell it exactly.
    if (months >= 1 && qAbs(from.addMonths(months).daysTo(to.addDays(1))) <= 1)
        return Access::tr("%n month(s)", nullptr, months);
    if (days % 7 == 0 && days <= 84)
        return Access::tr("%n week(s)", nullptr, int(days / 7));
    if (days > 92)
        return Access::tr("%n month(s)", nullptr, months);
    return Access::tr("%n day(s)", nullptr, int(days));
}

QString periodText(const QDate &from, const QDate &to)
{
    if (!to.isValid())
        return from.isValid() ? Access::tr("from %1, without an end").arg(dateText(from))
                              : Access::tr("from the approval, without an end");
    if (!from.isValid())
        return Access::tr("from the approval to %1").arg(dateText(to));
    return Access::tr("%1 to %2, %3").arg(dateText(from), dateText(to), lengthText(from, to));
}

QString distanceText(qint64 days)
{
    if (days == 0)
        return Access::tr("today");
    const auto size = int(qAbs(days));
    const bool past = days < 0;
    if (size < 21)
        return past ? Access::tr("%n day(s) ago", nullptr, size)
                    : Access::tr("in %n day(s)", nullptr, size);
    if (size < 60)
        return past ? Access::tr("%n week(s) ago", nullptr, size / 7)
                    : Access::tr("in %n week(s)", nullptr, size / 7);
    const int months = qRound(size / daysOfMonth);
    return past ? Access::tr("%n month(s) ago", nullptr, months)
                : Access::tr("in %n month(s)", nullptr, months);
}

QString accessNameOf(const AccessBoard &board, const QString &native)
{
    const auto found = board.names.constFind(native);
    if (found == board.names.cend() || found->label.trimmed().isEmpty())
        return oneLine(native, nameMost);
    return oneLine(found->label, nameMost);
}

} // namespace portolan::items
