// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accessnews.h"

#include "models/base/identity.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::DecisionEffect;
using domain::DecisionKind;
using domain::RequestState;
using Kind = AccessNews::Kind;

struct News
{
    Q_DECLARE_TR_FUNCTIONS(News)
};

constexpr int lineMost = 160;

//! The newest decision of \a kind that counts; null where there is none.
QUuid newestOf(const AccessCase &one, DecisionKind kind)
{
    QUuid newest;
    for (const auto &judged : one.outcome.decisions) {
        if (judged.decision.kind == kind && judged.effect == DecisionEffect::Counts)
            newest = judged.decision.id; // they stand in the order of time
    }
    return newest;
}

QString portsText(const AccessCase &one, const AccessBoard &board)
{
    return oneLine(portLabelsOf(one, board).join(u", "_s), lineMost);
}

QString whoText(const AccessCase &one)
{
    const auto consumer = oneLine(one.request.consumer.name, lineMost);
    return consumer.trimmed().isEmpty() ? personText(one.request.asker) : consumer;
}

bool isDecided(RequestState state)
{
    return state == RequestState::Approved || state == RequestState::Rejected
        || state == RequestState::PartlyApproved || state == RequestState::Conflict;
}

//! Whether a request that goes on with \a agreement is on its way.
bool isBeingRenewed(const AccessBoard &board, const QUuid &agreement)
{
    return std::any_of(board.cases.begin(), board.cases.end(), [&agreement](const auto &one) {
        return one.request.renews == agreement
            && std::any_of(one.outcome.items.begin(), one.outcome.items.end(),
                           [](const auto &item) {
                               return isOpen(item.state) || item.state == domain::ItemState::Queued;
                           });
    });
}

} // namespace

QList<AccessNews> newsOf(const AccessBoard &board)
{
    QList<AccessNews> news;
    const auto add = [&news](Kind kind, const AccessCase &one, const QString &key,
                             const QString &text) {
        news.append({key, kind, one.request.id, text});
    };
    for (const auto &one : board.cases) {
        const auto id = idText(one.request.id);
        if (!itemsToDecide(one, board).isEmpty() && !isAskedBack(one, board)) {
            // After an answer it waits for them once more.
            const auto answer = newestOf(one, DecisionKind::Answer);
            add(Kind::Review, one,
                u"review:"_s + id + (answer.isNull() ? QString() : u':' + idText(answer)),
                News::tr("%1 asks for %2").arg(whoText(one), portsText(one, board)));
        }
        // A draft, or what waits here, was decided by nobody.
        if (!isMine(one, board.me))
            continue;
        if (const auto question = newestOf(one, DecisionKind::Ask);
            needsAnswer(one) && !question.isNull())
            add(Kind::Asked, one, u"asked:"_s + idText(question), portsText(one, board));
        if (isDecided(one.outcome.state))
            add(Kind::Decided, one,
                u"decided:"_s + id + u':' + domain::stateWord(one.outcome.state),
                News::tr("%1: %2").arg(portsText(one, board), requestStateText(one.outcome.state)));
    }
    for (const auto &holder : holdersOf(board)) {
        const auto one =
            std::find_if(board.cases.begin(), board.cases.end(),
                         [&](const auto &each) { return each.request.id == holder.request; });
        if (holder.state != domain::AgreementState::Expiring || one == board.cases.end()
            || !isMine(*one, board.me) || isBeingRenewed(board, holder.agreement.id))
            continue;
        add(Kind::Expiring, *one, u"expiring:"_s + idText(holder.agreement.id),
            News::tr("%1 ends %2")
                .arg(accessNameOf(board, holder.agreement.port), dateText(holder.agreement.to)));
    }
    std::stable_sort(news.begin(), news.end(), [](const auto &left, const auto &right) {
        return int(left.kind) < int(right.kind);
    });
    return news;
}

QString newsTitle(AccessNews::Kind kind, int count)
{
    switch (kind) {
    case Kind::Review:
        return News::tr("%n request(s) wait(s) for your decision", nullptr, count);
    case Kind::Asked:
        return News::tr("%n of your requests wait(s) for an answer", nullptr, count);
    case Kind::Decided:
        return News::tr("%n of your requests was/were decided", nullptr, count);
    case Kind::Expiring:
        break;
    }
    return News::tr("%n agreement(s) end(s) soon", nullptr, count);
}

} // namespace portolan::items
