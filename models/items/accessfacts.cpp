// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accessfacts.h"

#include "models/items/accessoffers.h"
#include "models/items/policydesk.h"
#include "models/items/policyfacts.h"
#include "models/policy/question.h"

#include <QSet>

#include <algorithm>

namespace portolan::items {
namespace {

constexpr int candidates = 4;

//! Whether \a entity is the asset that an account knows as \a nativeId: a request may be about it,
//! for the port in front of it (ruling 23).
bool isAssetCalled(const domain::Entity &entity, const QString &nativeId)
{
    return entity.kind == domain::EntityKind::Asset
        && std::any_of(entity.aliases.begin(), entity.aliases.end(),
                       [&nativeId](const auto &alias) { return alias.nativeId == nativeId; });
}

//! Agreements in force, by port.
QHash<QString, int> agreementsByPort(const AccessBoard &board, const domain::AccessRequest &request)
{
    QHash<QString, int> counts;
    for (const auto &item : request.items)
        counts.insert(item.port, 0);
    for (const auto &agreement : agreementsOf(board)) {
        const auto found = counts.find(agreement.port);
        if (found != counts.end() && domain::isInForce(agreement, board.today))
            ++*found;
    }
    return counts;
}

//! Who asks, as the account that the request goes to knows them.
domain::Actor askerOf(const domain::AccessRequest &request, const QList<AccessOffer> &offers,
                      const QList<AccessPlace> &places)
{
    if (!request.asker.email.isEmpty())
        return request.asker;
    for (const auto &item : request.items) {
        const auto *offer = offerFor(offers, item.port);
        for (const auto &place : places) {
            if (offer != nullptr && place.account == offer->account && !place.me.email.isEmpty())
                return place.me;
        }
    }
    return request.asker;
}

//! Adds how the products of \a facts do, each looked at once.
void addStandings(policy::RequestFacts &facts, const QList<AccessOffer> &offers,
                  store::Store &store)
{
    QHash<QUuid, domain::Page> pages;
    for (auto &item : facts.items) {
        const auto *offer = offerFor(offers, item.port);
        if (offer == nullptr || !item.product || offer->productId.isNull())
            continue;
        auto at = pages.find(offer->productId);
        if (at == pages.end()) {
            auto page = store.page(offer->productId).takeResult();
            if (!page)
                continue;
            at = pages.insert(offer->productId, *std::move(page));
        }
        addStanding(*item.product, store, *at);
    }
}

} // namespace

Result<QList<AccessPlace>> AccessFacts::places() const
{
    const auto accounts = m_store.accounts().accounts().takeResult();
    if (!accounts)
        return tl::unexpected(accounts.error());
    QList<sync::Engine::AccessHost> hosts;
    for (const auto &account : *accounts)
        hosts.append(m_engine.accessHost(account));
    QSet<QUuid> told; // accounts whose pulls tell of access; looked up where that decides
    if (std::any_of(hosts.begin(), hosts.end(),
                    [](const auto &one) { return one.taking.dependsOnServer; })) {
        const auto books = m_store.access().takeResult();
        if (!books)
            return tl::unexpected(books.error());
        for (const auto &one : *books)
            told.insert(one.account);
    }
    QList<AccessPlace> places;
    for (qsizetype i = 0; i < accounts->size(); ++i) {
        const auto &account = accounts->at(i);
        const auto &host = hosts.at(i);
        const bool takes =
            host.takesRequests && (!host.taking.dependsOnServer || told.contains(account.id));
        places.append({.account = account.id,
                       .name = account.name,
                       .me = host.actor,
                       .takesRequests = takes,
                       .hasPolicies = m_engine.judges(account),
                       .takesAssets = takes && host.taking.assets,
                       .takesOthers = takes && store::takesOtherRequests(account),
                       .onlyYesNoAndEnd = host.taking.onlyYesNoAndEnd,
                       .isFolder = !account.folder.isEmpty()});
    }
    return places;
}

Result<QList<AccountReading>> AccessFacts::readings(const QList<AccessPlace> &places) const
{
    const auto states = m_store.pullStates().takeResult();
    if (!states)
        return tl::unexpected(states.error());
    QList<AccountReading> readings;
    for (const auto &place : places) {
        AccountReading reading{.account = place.account, .name = place.name};
        for (const auto &state : *states) {
            if (state.account != place.account)
                continue;
            reading.at = state.lastSync;
            reading.isRead = state.state != u"failed";
            reading.error = state.error;
        }
        readings.append(reading);
    }
    return readings;
}

//! Operations first, so that what is applied meanwhile is seen twice rather than not at all.
Result<AccessFacts::Known> AccessFacts::read() const
{
    auto places = this->places();
    if (!places)
        return tl::unexpected(places.error());
    auto readings = this->readings(*places);
    if (!readings)
        return tl::unexpected(readings.error());
    auto operations = m_store.operations().operations().takeResult();
    if (!operations)
        return tl::unexpected(operations.error());
    auto books = m_store.access().takeResult();
    if (!books)
        return tl::unexpected(books.error());
    Known known{.input = {.today = m_clock.now().toUTC().date(),
                          .places = std::move(*places),
                          .books = std::move(*books),
                          .operations = std::move(*operations),
                          .readings = std::move(*readings)}};
    known.board = boardOf(known.input);
    for (const auto &one : std::as_const(known.input.books)) {
        for (const auto &held : one.book.requests)
            known.asked.insert(held.request.id, held.sha256);
    }
    return known;
}

Result<QList<AccessOffer>> AccessFacts::offersFor(const domain::AccessRequest &request,
                                                  const QList<AccessPlace> &places) const
{
    QList<QUuid> ids;
    for (const auto &item : request.items) {
        const auto found = m_store.resolve(item.port, candidates).takeResult();
        if (!found)
            return tl::unexpected(found.error());
        for (const auto &one : *found) {
            if (one.entity.kind == domain::EntityKind::Port || isAssetCalled(one.entity, item.port))
                ids.append(one.entity.id);
        }
    }
    return readOffers(m_store, ids, places);
}

QList<domain::PolicyVerdict> AccessFacts::judgedElsewhere(const domain::AccessRequest &request,
                                                          const QList<AccessOffer> &offers,
                                                          const Known &known,
                                                          const std::function<bool()> &isOver) const
{
    if (known.board.judges.isEmpty())
        return {}; // what only they are told costs something to find out
    auto asked = request;
    asked.asker = askerOf(request, offers, known.input.places);
    auto facts = requestFactsOf(asked, offers, known.input.today);
    facts.asker = askerFactsOf(m_store, asked.asker);
    addStandings(facts, offers, m_store);
    return PolicyDesk(m_store, m_engine)
        .ask(policy::questionsOf(asked, facts, agreementsByPort(known.board, asked), m_clock.now()),
             isOver);
}

domain::PolicySet policiesOf(const QList<store::AccountAccess> &books, const QUuid &account)
{
    for (const auto &one : books) {
        if (one.account == account)
            return one.book.policies;
    }
    return {};
}

} // namespace portolan::items
