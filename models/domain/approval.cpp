// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/approval.h"

#include "models/base/hiddencharacters.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

const QRegularExpression &addressPattern()
{
    // What is between blanks and the marks that lists and "Name <address>" are written with.
    static const QRegularExpression pattern(uR"([^\s<>()\[\],;:"'@]+@[^\s<>()\[\],;:"'@]+)"_s);
    return pattern;
}

bool hides(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar one) {
        return isHiddenCharacter(one.unicode()) || isControlCharacter(one.unicode());
    });
}

//! The words with which people fill a member that has nothing to say (real contracts do).
bool namesNobody(const QString &text)
{
    static const QSet<QString> words{{},          u"na"_s,   u"n/a"_s, u"n.a."_s, u"none"_s,
                                     u"nobody"_s, u"null"_s, u"-"_s,   u"–"_s};
    return words.contains(text.trimmed().toLower());
}

void addStep(Approval &approval, const QString &role, const QString &member, const QString &text,
             const QStringList &owners)
{
    ApprovalStep step{.role = role, .approvers = emailsIn(text)};
    if (step.approvers.isEmpty()) {
        step.approvers = owners;
        approval.findings.append(
            {.severity = Finding::Severity::Warning,
             .rule = u"access.approver"_s,
             .field = member,
             .message = owners.isEmpty()
                 ? u"\"%1\" is no e-mail address, so nobody can decide here"_s.arg(
                     text.simplified().left(60))
                 : u"\"%1\" is no e-mail address, so the product's owner decides"_s.arg(
                     text.simplified().left(60)),
             .remedy = u"Write the e-mail addresses of those who decide"_s});
    }
    approval.steps.append(step);
}

} // namespace

QStringList emailsIn(const QString &text)
{
    // A file may hold a text of megabytes without an "@", which is tried again at each character.
    constexpr qsizetype most = 4'000;
    QStringList found;
    for (auto it = addressPattern().globalMatch(text.left(most)); it.hasNext();) {
        const auto match = it.next();
        const auto address = match.captured().toLower();
        const auto isCut = match.capturedEnd() == most && text.size() > most;
        if (!isCut && !hides(address) && !found.contains(address))
            found.append(address);
    }
    return found;
}

Actor actorFrom(const QString &text)
{
    const auto addresses = emailsIn(text);
    if (addresses.isEmpty())
        return {.name = text.trimmed()};
    auto name = text.left(text.indexOf(addresses.first(), 0, Qt::CaseInsensitive));
    name.remove(u'<');
    return {.name = name.trimmed(), .email = addresses.first()};
}

QString textOf(const Actor &actor)
{
    if (actor.email.isEmpty() || actor.name.isEmpty())
        return actor.email.isEmpty() ? actor.name : actor.email;
    return actor.name % u" <"_s % actor.email % u'>';
}

bool isSamePerson(const Actor &left, const Actor &right)
{
    const auto address = left.email.trimmed().toLower();
    return !address.isEmpty() && address == right.email.trimmed().toLower();
}

QStringList ownersIn(const QList<TeamMember> &team)
{
    QStringList owners;
    for (const auto &member : team) {
        if (!member.dateOut.isEmpty() || !member.role.contains(u"owner"_s, Qt::CaseInsensitive))
            continue;
        for (const auto &address : emailsIn(member.username)) {
            if (!owners.contains(address))
                owners.append(address);
        }
    }
    return owners;
}

Approval approvalFor(const Role *role, const QStringList &owners)
{
    Approval approval;
    if (role != nullptr && !namesNobody(role->firstLevelApprovers))
        addStep(approval, u"first level"_s, u"firstLevelApprovers"_s, role->firstLevelApprovers,
                owners);
    if (role != nullptr && !namesNobody(role->secondLevelApprovers))
        addStep(approval, u"second level"_s, u"secondLevelApprovers"_s, role->secondLevelApprovers,
                owners);
    if (!approval.steps.isEmpty())
        return approval;
    approval.steps.append({.role = u"owner"_s, .approvers = owners});
    if (owners.isEmpty())
        approval.findings.append(
            {.severity = Finding::Severity::Warning,
             .rule = u"access.approver"_s,
             .field = u"team"_s,
             .message = u"Neither the contract nor the product names the e-mail address of "
                        "somebody who decides"_s,
             .remedy = u"Name approvers in the contract's roles, or an owner in the team"_s});
    return approval;
}

std::optional<Finding> otherApprovers(const AccessItem &item, const QList<ApprovalStep> &now)
{
    if (item.steps == now)
        return {};
    return Finding{.severity = Finding::Severity::Warning,
                   .rule = u"access.other-approvers"_s,
                   .field = u"steps"_s,
                   .message =
                       u"The request for \"%1\" names other approvers than its contract does"_s.arg(
                           item.port.left(60)),
                   .remedy = u"See whether the contract has changed since; if not, reject it"_s};
}

bool isApprover(const ApprovalStep &step, const Actor &actor)
{
    const auto address = actor.email.trimmed().toLower();
    return !address.isEmpty() && !hides(address)
        && std::any_of(step.approvers.begin(), step.approvers.end(),
                       [&](const QString &one) { return one.trimmed().toLower() == address; });
}

} // namespace portolan::domain
