// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/changes.h"

#include "models/platforms/openmetadata/lineageround.h"
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/results.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

constexpr qint64 overlapMs = 1'000;
// An event may become visible this long after the time it bears.
constexpr qint64 lateMs = 120'000;
constexpr qsizetype batch = 200;
// So many changes are read faster list by list.
constexpr qsizetype mostHints = 20'000;

} // namespace

Changes::Changes(PullContext &context)
    : m_context(context)
{
}

Result<FeedAnswer> Changes::readFeed()
{
    auto &cursor = m_context.cursor;
    const auto ask = [this, &cursor](const QString &types) {
        return m_context.server.get(
            {u"events"_s},
            {{u"entityCreated"_s, types},
             {u"entityUpdated"_s, types},
             {u"entityRestored"_s, types},
             {u"entityDeleted"_s, types},
             {u"timestamp"_s, QString::number(std::max<qint64>(0, cursor.feedAt - overlapMs))}});
    };
    auto answer = ask(feedTypes(true));
    // Who names a type that a release does not know yet is told nothing at all.
    if (!answer && answer.error().detail.contains(u"Invalid entity"_s))
        answer = ask(feedTypes(false));
    if (!answer)
        return tl::unexpected(answer.error());
    return feedAnswerOf(answer->body, answer->asked, cursor);
}

Result<void> Changes::run()
{
    const auto asked = m_context.server.now();
    const auto since = m_context.cursor.incidentsAt - overlapMs;
    auto feed = readFeed();
    if (!feed)
        return tl::unexpected(feed.error());
    if (feed->hints.size() > mostHints)
        return failure(Error::Kind::TooLarge, u"so much changed that all is read anew"_s);
    // Results come of all tests, whatever domain they are in.
    if (const auto known =
            m_context.subscription().isOpen() ? Result<void>() : m_context.knowNotes();
        !known)
        return known;
    auto runs = readNewResults(m_context);
    if (!runs)
        return tl::unexpected(runs.error());
    const auto incidents = readIncidents(m_context, since);
    if (!incidents)
        return tl::unexpected(incidents.error());
    if (const auto known = knowIncidents(*feed); !known)
        return known;
    for (const auto &check : incidents->checks)
        feed->hints.append(
            {.type = u"testCase"_s, .key = check, .isName = true, .fqn = check, .isGone = false});
    if (const auto known = feed->hints.isEmpty() ? Result<void>() : m_context.knowNotes(); !known)
        return known;
    Page first;
    first.evidence.runs = std::move(*runs);
    forget(*feed, first);
    auto &cursor = m_context.cursor;
    cursor.isSweepDue = cursor.isSweepDue || feed->isSweepDue
        || (feed->hasMoved && !m_context.subscription().isOpen());
    if (const auto done = refetch(feed->hints, std::move(first)); !done)
        return done;
    // Only now: a pull that is stopped before asks for the same again, which changes nothing.
    // An event that becomes visible later than its time says is still to come: those that came
    // before it are known by their ids.
    cursor.feedAt = std::max(cursor.feedAt, asked - lateMs);
    cursor.feedIds.clear();
    for (const auto &[at, id] : std::as_const(feed->seen)) {
        if (at >= cursor.feedAt - overlapMs)
            cursor.feedIds.append(id);
    }
    if (incidents->until > 0)
        cursor.incidentsAt = incidents->until;
    return {};
}

//! A test case that is read anew is told with its incident, which may be older than this session.
Result<void> Changes::knowIncidents(const FeedAnswer &feed)
{
    const bool isNeeded = std::any_of(feed.hints.begin(), feed.hints.end(), [](const Hint &hint) {
        return hint.type == u"testCase" && !hint.isGone;
    });
    if (m_context.memory.hasIncidents || !isNeeded)
        return {};
    const auto all = readIncidents(m_context, 0);
    if (!all)
        return tl::unexpected(all.error());
    // Else a sweep brings back what the test cases lost.
    if (!m_context.memory.hasIncidents && all->mayPass)
        m_context.cursor.isSweepDue = true;
    return {};
}

//! What is gone goes first: a new thing may have the name of a former one.
void Changes::forget(const FeedAnswer &feed, Page &page)
{
    page.removed = feed.removed;
    for (const auto &product : feed.goneProducts) {
        page.removed.append(m_context.memory.ports.value(product));
        m_context.setPorts(product, {});
    }
    for (const auto &hint : feed.hints) {
        if (!hint.isGone || hint.fqn.isEmpty())
            continue;
        const auto id = nativeIdOf(hint.type, hint.fqn);
        m_gone.append(id);
        page.removed.append(id);
        if (hint.type == u"dataContract")
            m_context.reader.contracts.removeIf(
                [&id](const auto &entry) { return entry.value() == id; });
    }
    page.removed.removeDuplicates();
}

Result<void> Changes::refetch(const QList<Hint> &hints, Page first)
{
    QList<Hint> wanted;
    const auto take = [&](const Collection &collection) -> Result<void> {
        QList<Hint> ofType;
        for (const auto &hint : hints) {
            if (!hint.isGone && hint.type == collection.type)
                ofType.append(hint);
        }
        if (ofType.isEmpty())
            return {};
        const auto isThere = m_context.server.settle(collection);
        if (!isThere && isThere.error().kind != Error::Kind::Forbidden)
            return tl::unexpected(isThere.error());
        if (isThere && *isThere)
            wanted.append(ofType);
        return {};
    };
    // Contracts first, since what they are about points at them; then what hangs on others behind
    // those.
    const auto *contracts = collectionOf(u"dataContract"_s);
    if (const auto taken = take(*contracts); !taken)
        return taken;
    for (const auto &collection : collections()) {
        if (&collection == contracts)
            continue;
        if (const auto taken = take(collection); !taken)
            return taken;
    }
    if (!wanted.isEmpty()) {
        if (const auto known = knowContracts(m_context); !known)
            return known;
        if (const auto known = knowDimensions(m_context); !known)
            return known;
    }
    auto page = std::move(first);
    if (const auto taken = takeAll(wanted, page); !taken)
        return taken;
    if (const auto taken = takeHolders(page); !taken)
        return taken;
    for (const auto &id : std::as_const(m_missing)) {
        if (!m_found.contains(id))
            page.removed.append(id);
    }
    const auto isEmpty =
        page.removed.isEmpty() && page.records.isEmpty() && page.evidence.isEmpty();
    return isEmpty ? Result<void>() : m_context.hand(std::move(page));
}

//! Reads the things that \a hints name; what was begun with \a page goes with the first of them.
Result<void> Changes::takeAll(const QList<Hint> &hints, Page &page)
{
    for (qsizetype from = 0; from < hints.size(); from += batch) {
        const auto part = hints.mid(from, batch);
        QList<net::HttpUrl> urls;
        for (const auto &hint : part) {
            const auto url =
                m_context.server.thing(*collectionOf(hint.type), hint.key, hint.isName);
            if (!url)
                return tl::unexpected(url.error());
            urls.append(*url);
        }
        const auto read =
            m_context.server.each(urls, [&](qsizetype at, Answer answer) -> Result<void> {
                return takeOne(part.at(at), std::move(answer), page);
            });
        if (!read)
            return read;
        if (const auto added = addLineage(page); !added)
            return added;
        if (const auto handed = m_context.hand(std::exchange(page, {})); !handed)
            return handed;
        m_context.sink.progress(from + part.size(), hints.size(), part.constLast().type);
    }
    return {};
}

//! A port shows what its asset says, and the product gets no event when that changes.
void Changes::noteHolders(const QString &asset)
{
    m_holders.unite(m_context.memory.holders.value(asset));
}

Result<void> Changes::takeHolders(Page &page)
{
    for (const auto &asset : m_gone + m_missing)
        noteHolders(asset);
    QList<Hint> hints;
    for (const auto &product : std::as_const(m_holders)) {
        const auto named = thingOf(product);
        if (named && !m_found.contains(product))
            hints.append({.type = named->type,
                          .key = named->fqn,
                          .isName = true,
                          .fqn = named->fqn,
                          .isHolder = true});
    }
    if (hints.isEmpty())
        return {};
    const auto isThere = m_context.server.settle(*collectionOf(u"dataProduct"_s));
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (const auto known = knowContracts(m_context); !known)
        return known;
    std::sort(hints.begin(), hints.end(),
              [](const Hint &left, const Hint &right) { return left.key < right.key; });
    return takeAll(hints, page);
}

//! Adds the ports of \a product. False where it is asked for what it holds, and holds the same
//! still: then \a page gets the ports alone that show what changed.
Result<bool> Changes::takePorts(const Hint &hint, Thing &product, Page &page)
{
    const auto id = product.record.nativeId;
    const auto first = page.records.size();
    const auto before = m_context.memory.ports.value(id);
    const auto ports = addPorts(m_context, product, page);
    if (!ports)
        return tl::unexpected(ports.error());
    const auto now = m_context.memory.ports.value(id);
    for (const auto &port : before) {
        if (*ports && !now.contains(port))
            m_missing.append(port);
    }
    if (hint.isHolder) {
        const auto stays = [&](const domain::Record &port) {
            return before.contains(port.nativeId)
                && !m_found.contains(port.nativeId.mid(id.size() + 1));
        };
        auto &records = page.records;
        records.erase(std::remove_if(records.begin() + first, records.end(), stays), records.end());
    }
    for (const auto &port : now)
        m_found.insert(port);
    return !hint.isHolder || now != before;
}

Result<void> Changes::takeOne(const Hint &hint, Answer answer, Page &page)
{
    const auto missing = [&] {
        if (!hint.fqn.isEmpty())
            m_missing.append(nativeIdOf(hint.type, hint.fqn));
    };
    if (!answer) {
        const auto kind = answer.error().kind;
        if (kind == Error::Kind::NotFound) {
            missing();
            return {};
        }
        if (kind == Error::Kind::Forbidden || kind == Error::Kind::TooLarge) {
            m_context.report(u"openmetadata.thing"_s, answer.error().detail);
            m_context.cursor.isSweepDue = true; // no event tells of it again
            return {};
        }
        return tl::unexpected(answer.error());
    }
    const std::string_view whole(answer->body.constData(), std::size_t(answer->body.size()));
    auto thing = m_context.reader.read(hint.type, whole, whole);
    if (thing.record.nativeId.isEmpty()) {
        m_context.cursor.isSweepDue = true;
        return {};
    }
    if (thing.deleted) {
        missing();
        return {};
    }
    const auto isWanted = m_context.wants(thing.record);
    if (!isWanted)
        return tl::unexpected(isWanted.error());
    if (!*isWanted) {
        m_missing.append(thing.record.nativeId); // it has left the domains of the account
        return {};
    }
    m_found.insert(thing.record.nativeId);
    if (hint.type == u"dataProduct") {
        const auto isTold = takePorts(hint, thing, page);
        if (!isTold)
            return tl::unexpected(isTold.error());
        if (!*isTold)
            return {};
    }
    if (collectionOf(hint.type)->hasLineage) {
        m_changed.append({hint.type, thing.uuid});
        noteHolders(thing.record.nativeId);
    }
    m_context.add(page, std::move(thing));
    return {};
}

Result<void> Changes::addLineage(Page &page)
{
    QList<LineageErrand> errands;
    for (const auto &[type, id] : std::as_const(m_changed)) {
        for (int i = 0; i < collections().size(); ++i) {
            if (collections().at(i).type == type)
                errands.append({.id = QUuid(id), .collection = i});
        }
    }
    m_changed.clear();
    return readLineage(m_context, errands, page, 1);
}

} // namespace portolan::platforms::openmetadata
