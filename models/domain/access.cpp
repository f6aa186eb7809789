// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/access.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

constexpr std::array allDecisions{
    DecisionKind::Approve,  DecisionKind::Reject,  DecisionKind::Ask,    DecisionKind::Answer,
    DecisionKind::Withdraw, DecisionKind::Suspend, DecisionKind::Resume, DecisionKind::Terminate};
constexpr std::array allStandings{AgreementStanding::Active, AgreementStanding::Suspended,
                                  AgreementStanding::Terminated};

} // namespace

AgreementState agreementState(const Agreement &agreement, QDate today, bool isRenewed)
{
    if (agreement.standing == AgreementStanding::Terminated)
        return AgreementState::Terminated;
    const auto ends = agreement.to.isValid();
    if (ends && today > agreement.to)
        return isRenewed ? AgreementState::Renewed : AgreementState::Expired;
    if (agreement.standing == AgreementStanding::Suspended)
        return AgreementState::Suspended;
    if (agreement.from.isValid() && today < agreement.from)
        return AgreementState::Pending;
    if (ends && today >= agreement.to.addDays(-expiringDays))
        return isRenewed ? AgreementState::Renewed : AgreementState::Expiring;
    return AgreementState::Active;
}

bool isInForce(const Agreement &agreement, QDate today)
{
    return agreement.standing == AgreementStanding::Active
        && !(agreement.from.isValid() && today < agreement.from)
        && !(agreement.to.isValid() && today > agreement.to);
}

bool isRenewedBy(const Agreement &agreement, const Agreement &next)
{
    return next.renews == agreement.id && next.port == agreement.port
        && next.standing != AgreementStanding::Terminated;
}

QUuid itemIdOf(const QUuid &request, const QString &port)
{
    return QUuid::createUuidV5(request, QString(u"item:"_s % port).toUtf8());
}

QUuid agreementIdOf(const QUuid &item)
{
    return QUuid::createUuidV5(item, QByteArrayLiteral("agreement"));
}

QString labelOf(const QUuid &request)
{
    return request.toString(QUuid::Id128).left(6);
}

QString decisionWord(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Approve:
        return u"approve"_s;
    case DecisionKind::Reject:
        return u"reject"_s;
    case DecisionKind::Ask:
        break;
    case DecisionKind::Answer:
        return u"answer"_s;
    case DecisionKind::Withdraw:
        return u"withdraw"_s;
    case DecisionKind::Suspend:
        return u"suspend"_s;
    case DecisionKind::Resume:
        return u"resume"_s;
    case DecisionKind::Terminate:
        return u"terminate"_s;
    }
    return u"ask"_s;
}

std::optional<DecisionKind> decisionFromWord(QStringView word)
{
    for (const auto kind : allDecisions) {
        if (decisionWord(kind) == word)
            return kind;
    }
    return {};
}

QString standingWord(AgreementStanding standing)
{
    switch (standing) {
    case AgreementStanding::Active:
        break;
    case AgreementStanding::Suspended:
        return u"suspended"_s;
    case AgreementStanding::Terminated:
        return u"terminated"_s;
    }
    return u"active"_s;
}

std::optional<AgreementStanding> standingFromWord(QStringView word)
{
    for (const auto standing : allStandings) {
        if (standingWord(standing) == word)
            return standing;
    }
    return {};
}

} // namespace portolan::domain
