// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accessboard.h"

#include "models/domain/accessjson.h"
#include "models/items/accessreading.h"

#include <QHash>
#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::AccessDecision;
using domain::AccessRequest;
using domain::ItemState;
using domain::Operation;
using domain::OperationState;

//! The state of an item whose request is in the outbox.
ItemState stateIn(OperationState state)
{
    if (state == OperationState::Staged)
        return ItemState::Draft;
    return state == OperationState::Applied ? ItemState::Submitted : ItemState::Queued;
}

//! \a request with the account that it came from where it names none: a platform does not know
//! what its accounts are called here.
AccessRequest inAccount(AccessRequest request, const QString &account)
{
    for (auto &item : request.items) {
        if (item.account.isEmpty())
            item.account = account;
    }
    return request;
}

//! Puts the cases of one board together.
class BoardMaker
{
public:
    explicit BoardMaker(const AccessInput &input)
        : m_input(input)
    {
    }

    AccessBoard board()
    {
        AccessBoard board{.today = m_input.today};
        for (const auto &place : m_input.places) {
            if (!place.me.email.isEmpty() && !board.me.contains(place.me))
                board.me.append(place.me);
        }
        for (const auto &place : m_input.places) {
            if (place.hasPolicies)
                board.judges.append(place.name);
        }
        for (const auto &reading : m_input.readings) {
            if (tellsOfAccess(reading.account))
                board.readings.append(reading);
        }
        for (const auto &one : m_input.books)
            addBook(one, board);
        for (const auto &operation : m_input.operations)
            addOperation(operation);
        for (auto &one : m_cases)
            fold(one);
        for (auto &one : m_cases)
            board.cases.append(std::move(one.shown));
        addGrants(board);
        std::stable_sort(board.cases.begin(), board.cases.end(),
                         [](const AccessCase &left, const AccessCase &right) {
                             return left.request.created > right.request.created;
                         });
        return board;
    }

private:
    //! A case, and what it is folded from.
    struct Made
    {
        AccessCase shown;
        QString sha256;
        QList<QUuid> unread;
        QList<AccessDecision> decisions;
    };

    using Key = std::pair<QUuid, QUuid>; //!< account, request

    //! Of an account that neither takes requests nor has any, nobody here waits for news.
    bool tellsOfAccess(const QUuid &account) const
    {
        const auto takes = [&account](const AccessPlace &one) {
            return one.account == account && one.takesRequests;
        };
        const auto has = [&account](const store::AccountAccess &one) {
            return one.account == account && !one.book.requests.isEmpty();
        };
        return std::any_of(m_input.places.begin(), m_input.places.end(), takes)
            || std::any_of(m_input.books.begin(), m_input.books.end(), has);
    }

    void addBook(const store::AccountAccess &one, AccessBoard &board)
    {
        const auto &own = one.book.policies;
        auto &all = board.policies;
        m_ownRequests.insert(one.account, own.ownRequests);
        board.policiesOf.insert(one.account, own);
        for (const auto &rule : own.rules) {
            const auto isSame = [&rule](const auto &other) { return other.id == rule.id; };
            if (std::none_of(all.rules.begin(), all.rules.end(), isSame))
                all.rules.append(rule);
        }
        for (const auto &purpose : own.purposes) {
            if (all.purpose(purpose.code) == nullptr)
                all.purposes.append(purpose);
        }
        all.ownRequests = all.ownRequests || own.ownRequests;
        QMultiHash<QUuid, AccessDecision> decisions;
        for (const auto &held : one.book.decisions)
            decisions.insert(held.decision.item, held.decision);
        for (const auto &held : one.book.requests) {
            Made made{.shown = {.request = inAccount(held.request, one.accountName),
                                .account = one.account,
                                .accountName = one.accountName,
                                .place = held.place,
                                .isShared = held.isShared,
                                .findings = held.findings},
                      .sha256 = held.sha256,
                      .unread = held.unread};
            for (const auto &item : held.request.items)
                made.decisions.append(decisions.values(item.id));
            add(std::move(made));
        }
    }

    //! Says of each agreement that something was told about, where that is not what it says.
    void addGrants(AccessBoard &board) const
    {
        for (const auto &one : m_input.books) {
            for (const auto &held : one.book.grants) {
                if (!board.grants.contains(held.grant.agreement))
                    board.grants.insert(held.grant.agreement, held.grant);
            }
        }
        if (board.grants.isEmpty())
            return;
        QHash<QUuid, QList<domain::Finding>> findings; // by request
        for (const auto &holder : holdersOf(board)) {
            const auto grant = board.grants.constFind(holder.agreement.id);
            if (grant == board.grants.cend())
                continue;
            if (const auto found = domain::grantFinding(holder.agreement, holder.state, *grant))
                findings[holder.request].append(*found);
        }
        for (auto &one : board.cases)
            one.findings.append(findings.value(one.request.id));
    }

    void add(Made made)
    {
        m_at.insert({made.shown.account, made.shown.request.id}, m_cases.size());
        m_cases.append(std::move(made));
    }

    void addOperation(const Operation &operation)
    {
        const Key key{operation.account, QUuid(operation.objectId)};
        if (operation.kind == domain::createRequestKind() && !m_at.contains(key))
            addUnsent(operation);
        const auto at = m_at.constFind(key);
        if (at == m_at.cend())
            return;
        auto &made = m_cases[*at];
        if (operation.state != OperationState::Applied)
            made.shown.waiting.append(operation);
        if (operation.kind != domain::decideRequestKind() || !domain::isLaidOver(operation))
            return;
        if (const auto decision = domain::decisionFromJson(operation.payload))
            made.decisions.append(*decision);
    }

    //! A request that no pull has brought yet.
    void addUnsent(const Operation &operation)
    {
        // What was applied and is gone from its platform since is no request any more.
        if (operation.state == OperationState::Applied && operation.settled)
            return;
        auto request = domain::requestFromJson(operation.payload);
        if (!request)
            return;
        for (auto &item : request->items)
            item.state = stateIn(operation.state);
        add({.shown = {.request = std::move(*request),
                       .account = operation.account,
                       .accountName = nameOf(operation.account),
                       .place = operation.nativeId,
                       .isShared = operation.state == OperationState::Applied
                           && isPlatform(operation.account)}});
    }

    const AccessPlace *placeOf(const QUuid &account) const
    {
        const auto found =
            std::find_if(m_input.places.begin(), m_input.places.end(),
                         [&](const auto &place) { return place.account == account; });
        return found == m_input.places.end() ? nullptr : &*found;
    }

    QString nameOf(const QUuid &account) const
    {
        const auto *place = placeOf(account);
        return place != nullptr ? place->name : QString();
    }

    //! What a platform took is seen by others at once; a file is once it was pushed.
    bool isPlatform(const QUuid &account) const
    {
        const auto *place = placeOf(account);
        return place != nullptr && !place->isFolder;
    }

    void fold(Made &made) const
    {
        made.shown.outcome =
            domain::outcomeOf(made.shown.request, made.decisions,
                              {.ownRequests = m_ownRequests.value(made.shown.account),
                               .asked = made.sha256,
                               .unread = made.unread});
        made.shown.asked = made.sha256;
        for (qsizetype i = 0; i < made.shown.request.items.size(); ++i)
            made.shown.request.items[i].state = made.shown.outcome.items.at(i).state;
    }

    const AccessInput &m_input;
    QList<Made> m_cases;
    QHash<Key, qsizetype> m_at;
    QHash<QUuid, bool> m_ownRequests;
};

} // namespace

AccessBoard boardOf(const AccessInput &input)
{
    return BoardMaker(input).board();
}

const AccessCase *caseOf(const AccessBoard &board, const QUuid &request)
{
    for (const auto &one : board.cases) {
        if (one.request.id == request)
            return &one;
    }
    return nullptr;
}

const AccessCase *caseOfItem(const AccessBoard &board, const QUuid &item)
{
    for (const auto &one : board.cases) {
        for (const auto &own : one.request.items) {
            if (own.id == item)
                return &one;
        }
    }
    return nullptr;
}

QList<domain::Agreement> agreementsOf(const AccessBoard &board)
{
    QList<domain::Agreement> agreements;
    for (const auto &one : board.cases) {
        for (const auto &item : one.outcome.items) {
            if (item.agreement)
                agreements.append(*item.agreement);
        }
    }
    return agreements;
}

bool isRenewed(const AccessBoard &board, const domain::Agreement &agreement)
{
    for (const auto &one : board.cases) {
        for (const auto &item : one.outcome.items) {
            if (item.agreement && domain::isRenewedBy(agreement, *item.agreement))
                return true;
        }
    }
    return false;
}

} // namespace portolan::items
