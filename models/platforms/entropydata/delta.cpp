// SPDX-License-Identifier: GPL-3.0-or-later
// What the feed names is read again, thing by thing; one batch of events makes one page. Some
// things show more than their own document: a product shows the objects of its contracts and what
// it was granted, and everything shows its team. So a contract whose objects changed, or an access,
// takes its products along; and a team that changed at all begins a sweep, which is rare.
#include "models/platforms/entropydata/pull.h"
#include "models/platforms/sortedlist.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

//! Contracts before products, as in a sweep.
constexpr std::array<QStringView, 5> order{u"sourcesystems", u"definitions", u"tags", u"assets",
                                           u"datacontracts"};

QStringView typeOf(const QString &kind)
{
    static const QHash<QString, QStringView> types{
        {u"teams"_s, teamType},
        {u"sourcesystems"_s, systemType},
        {u"definitions"_s, definitionType},
        {u"tags"_s, tagType},
        {u"assets"_s, assetType},
        {u"datacontracts"_s, contractType},
        {u"dataproducts"_s, productType},
    };
    return types.value(kind);
}

} // namespace

Result<PullResult> Pull::follow()
{
    PullResult result{.unchanged = true};
    for (qint64 count = 0;;) {
        if (m_setup.sink.isCancelled())
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        const auto batch = m_setup.api.events(m_cursor.feed);
        if (!batch)
            return tl::unexpected(batch.error());
        if (!*batch)
            return sweepForLostFeed();
        if ((*batch)->items.isEmpty())
            break;
        // Nothing says that these are the first since the feed was empty.
        if (m_cursor.feed.isEmpty())
            return sweepForLostFeed();
        if (const auto known = knowLedger(); !known)
            return tl::unexpected(known.error());
        const auto happened = readEvents((*batch)->items);
        if (happened.last.isEmpty() || happened.last == m_cursor.feed)
            return failure(Error::Kind::Protocol,
                           u"the feed of events stands still at %1"_s.arg(m_cursor.feed));
        if (happened.changed.contains(u"teams"_s)) {
            if (const auto known = knowTeams(true); !known)
                return tl::unexpected(known.error());
            if (m_setup.memory.teams.digest() != m_cursor.teams)
                return sweep(true);
        }
        auto page = pageOf(happened);
        if (!page)
            return tl::unexpected(page.error());
        learn(happened);
        if (const auto sent = send(std::move(*page)); !sent)
            return tl::unexpected(sent.error());
        count += (*batch)->items.size();
        m_setup.sink.progress(count, 0, u"events"_s);
        result.unchanged = false;
    }
    if (m_setup.memory.isAccessOwed && !m_isAccessTouched) {
        if (const auto known = knowLedger(); !known)
            return tl::unexpected(known.error());
        if (const auto known = knowTeams(false); !known)
            return tl::unexpected(known.error());
        if (const auto known = knowAccesses(true); !known)
            return tl::unexpected(known.error());
    }
    const auto isDue = isLineageDue();
    if (!isDue)
        return tl::unexpected(isDue.error());
    if (*isDue) {
        const auto news = bringLineage(0);
        if (!news)
            return tl::unexpected(news.error());
        result.unchanged = result.unchanged && !*news;
    }
    result.isAccessWhole = true;
    finish(result);
    return result;
}

Result<Page> Pull::pageOf(const Happened &happened)
{
    // Another process may have read the sweep: what everything hangs on is asked for when needed.
    if (const auto known = knowTeams(false); !known)
        return tl::unexpected(known.error());
    if (const auto known = knowAccesses(false); !known)
        return tl::unexpected(known.error());
    Page page;
    auto products = happened.changed.value(u"dataproducts"_s);
    for (const auto kind : order) {
        const auto name = kind.toString();
        const auto ids = sorted(happened.changed.value(name));
        QHash<QString, QStringList> before;
        for (const auto &id : ids)
            before.insert(id, ledger().objectsOf(nativeId(typeOf(name), id)));
        if (const auto done = refetch(name, ids, page); !done)
            return tl::unexpected(done.error());
        for (const auto &id : ids) {
            const auto contract = nativeId(contractType, id);
            if (name != u"datacontracts" || before.value(id) == ledger().objectsOf(contract))
                continue;
            for (const auto &user : ledger().usersOf(contract))
                products.insert(bareId(productType, user));
        }
    }
    if (const auto done = refetchAccess(sorted(happened.changed.value(u"access"_s)), products);
        !done)
        return tl::unexpected(done.error());
    if (const auto done = refetch(u"dataproducts"_s, sorted(products), page); !done)
        return tl::unexpected(done.error());
    if (const auto done = addResults(sorted(happened.changed.value(u"test-results"_s)), page);
        !done)
        return tl::unexpected(done.error());
    // What one document lost, another one of the same batch may have.
    for (const auto &record : std::as_const(page.records))
        page.removed.removeAll(record.nativeId);
    return page;
}

Result<void> Pull::refetch(const QString &kind, const QStringList &ids, Page &page)
{
    const auto documents = m_setup.api.documents(kind, ids);
    if (!documents)
        return tl::unexpected(documents.error());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (const auto &document = documents->at(i))
            take(kind, document->root(), document->findings, page);
        else
            remove(kind, ids.at(i), page);
    }
    return {};
}

Result<void> Pull::refetchAccess(const QStringList &ids, QSet<QString> &products)
{
    auto &accesses = m_setup.memory.accesses;
    const auto documents = m_setup.api.documents(u"access"_s, ids);
    if (!documents)
        return tl::unexpected(documents.error());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        // Who read before and who reads now both show it; another process may have told the first.
        const auto before = ledger().readerOf(ids.at(i));
        accesses.remove(ids.at(i));
        if (const auto &document = documents->at(i)) {
            if (auto doc = readAccess(document->root(), m_setup.origin))
                accesses.put(std::move(*doc));
        }
        const auto now = accesses.readers().value(ids.at(i));
        ledger().setReader(ids.at(i), now);
        for (const auto &reader : {before, now}) {
            if (!reader.isEmpty())
                products.insert(bareId(productType, reader));
        }
        m_isAccessTouched = true;
    }
    return {};
}

void Pull::remove(const QString &kind, const QString &id, Page &page)
{
    const auto gone = nativeId(typeOf(kind), id);
    page.removed.append(gone);
    page.removed += ledger().take(gone).children;
    m_setup.memory.findings.remove(gone);
}

} // namespace portolan::platforms::entropydata
