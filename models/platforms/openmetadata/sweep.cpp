// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/sweep.h"

#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/results.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Finding;

namespace portolan::platforms::openmetadata {
namespace {

// What happened while the server thought of its answer happened after this.
constexpr qint64 marginMs = 5'000;

//! Where a sweep stands that has only its end to tell.
QString behindAll()
{
    return u"."_s;
}

int indexOf(const QString &type)
{
    const auto &all = collections();
    for (int i = 0; i < all.size(); ++i) {
        if (all.at(i).type == type)
            return i;
    }
    return type == behindAll() ? int(all.size()) : 0;
}

} // namespace

Sweep::Sweep(PullContext &context)
    : m_context(context)
{
}

void Sweep::begin()
{
    auto &cursor = m_context.cursor;
    // Rising also where the cursor before it was lost: marks of former sweeps are still there.
    // Two sweeps may begin within the second that a server's time is exact to.
    cursor.sweep = std::max(cursor.sweep + 1, m_context.server.ownNow());
    cursor.swept = 0; // whatever an older one found is found by this one
    // Before anything is read: what changes from now on is told behind the sweep.
    cursor.sweepFeedAt = m_context.server.now() - marginMs;
    cursor.partition = collections().constFirst().type;
    cursor.after.clear();
    cursor.partitionCount = 0;
    cursor.sweepCount = 0;
    cursor.isPartial = false;
    cursor.isAgain = std::exchange(cursor.hasMissed, false);
    cursor.missedBefore = std::exchange(cursor.missed, {});
    cursor.lineageAfter.clear();
    cursor.lineageDone = 0;
    m_context.forgetNotes();
    m_context.memory.unlinked.clear();
    cursor.domains = m_context.subscription().text();
    m_context.memory.errands.clear();
    m_context.memory.hasErrands = false;
    m_context.memory.hasContracts = false;
    m_context.memory.hasDimensions = false;
    m_context.reader.contracts.clear();
    m_context.memory.hasIncidents = false;
    m_context.reader.incidents.clear();
}

Result<void> Sweep::run()
{
    const auto first = indexOf(m_context.cursor.partition);
    const auto isFromStart = first == 0 && m_context.cursor.after.isEmpty();
    const auto &all = collections();
    for (int i = first; i < all.size(); ++i) {
        const auto &collection = all.at(i);
        if (const auto prepared = prepare(collection); !prepared)
            return prepared;
    }
    for (int i = first; i < all.size(); ++i) {
        // Behind the assets: only one that saw them all knows which are kept.
        if (all.at(i).type == u"dataContract")
            m_context.memory.hasSubjects = isFromStart && !m_context.cursor.isPartial;
        const auto isThere = m_context.server.settle(all.at(i));
        if (!isThere && isThere.error().kind == Error::Kind::Forbidden) {
            m_context.cursor.isPartial = true;
            m_context.cursor.noteMissed(all.at(i).type);
            m_context.report(u"openmetadata.forbidden"_s, isThere.error().detail,
                             u"Ask for the right to see all of it; until then nothing that is "
                             "gone from the server is taken out here"_s);
        } else if (!isThere) {
            return tl::unexpected(isThere.error());
        } else if (*isThere) {
            if (const auto read = readPartition(i); !read)
                return read;
        }
        moveOn(i);
    }
    // One that was begun by another session lacks what that one saw.
    m_context.memory.hasErrands = isFromStart;
    end();
    return {};
}

Result<void> Sweep::prepare(const Collection &collection)
{
    const auto isThere = m_context.server.settle(collection);
    if (!isThere)
        return isThere.error().kind == Error::Kind::Forbidden
            ? Result<void>()
            : Result<void>(tl::unexpected(isThere.error()));
    m_total += m_context.server.totalOf(collection.type);
    return {};
}

//! What things of \a collection name, or are told with, is known before they are read.
Result<void> Sweep::beginPartition(const Collection &collection)
{
    m_context.cursor.partition = collection.type;
    if (collection.isAsset() || collection.type == u"dataProduct")
        return knowContracts(m_context);
    if (collection.type != u"testCase")
        return {};
    // Those of assets that a session before this one read.
    if (const auto known = m_context.knowNotes(); !known)
        return known;
    if (const auto known = knowDimensions(m_context); !known)
        return known;
    const auto incidents = readIncidents(m_context, 0);
    if (!incidents)
        return tl::unexpected(incidents.error());
    if (!m_context.memory.hasIncidents)
        m_context.cursor.noteMissed(u"incidents"_s);
    return {};
}

//! Whether a page that failed with \a error is asked for in another way: \a way says in which.
bool Sweep::mayAskOtherwise(const Collection &collection, const Error &error, PageWay &way)
{
    auto &cursor = m_context.cursor;
    if (error.kind == Error::Kind::TooLarge && !way.isBare) {
        // One thing alone that is too large comes without what makes it large.
        way.isBare = way.limit == 1;
        way.limit = std::max(1, way.limit / 2);
        if (way.isBare)
            m_context.report(u"openmetadata.large"_s,
                             u"A thing of type %1 is larger than what is read of one; it is shown "
                             "without its parts"_s.arg(collection.type));
        return true;
    }
    if (cursor.after.isEmpty() || !error.detail.contains(u"cursor"_s))
        return false;
    // A place that an older release of the server gave out: the partition begins anew.
    cursor.after.clear();
    cursor.partitionCount = 0;
    return true;
}

Result<void> Sweep::readPartition(int index)
{
    const auto &collection = collections().at(index);
    auto &cursor = m_context.cursor;
    if (const auto begun = beginPartition(collection); !begun)
        return begun;
    PageWay way{.limit = collection.pageSize};
    auto next = m_context.server.askPage(collection, cursor.after, way.limit);
    for (;;) {
        auto answer = m_context.server.take(std::move(next));
        if (!answer) {
            if (!mayAskOtherwise(collection, answer.error(), way))
                return tl::unexpected(answer.error());
            next =
                m_context.server.askPage(collection, cursor.after, way.limit,
                                         way.isBare ? Server::Width::Bare : Server::Width::Whole);
            continue;
        }
        const auto asked = answer->asked;
        const auto list = listAnswerOf(std::move(answer->body), asked);
        if (!list)
            return tl::unexpected(list.error());
        const bool isLast = list->after.isEmpty();
        if (!isLast && list->after == cursor.after)
            return failure(Error::Kind::Protocol, asked % u": the list does not go on"_s);
        if (std::exchange(way.isBare, false))
            way.limit = collection.pageSize;
        if (!isLast)
            next = m_context.server.askPage(collection, list->after, way.limit);
        cursor.partitionCount += qint64(list->items.size());
        // A list that ends before what it says it holds is no proof that the rest is gone.
        if (isLast && collection.type != u"user" && cursor.partitionCount < list->total / 2)
            return failure(Error::Kind::Protocol,
                           asked
                               % u": the list ended after %1 of %2"_s.arg(cursor.partitionCount)
                                     .arg(list->total));
        if (const auto taken = takePage(collection, index, *list, isLast); !taken || isLast)
            return taken;
    }
}

Result<void> Sweep::takePage(const Collection &collection, int index, const ListAnswer &list,
                             bool isLast)
{
    Page page;
    const std::string_view whole(list.body.constData(), std::size_t(list.body.size()));
    for (const auto item : list.items) {
        auto thing = m_context.reader.read(collection.type, whole, item);
        if (thing.deleted)
            continue;
        if (collection.type == u"dataProduct" && !thing.record.nativeId.isEmpty()) {
            const auto ports = addPorts(m_context, thing, page);
            if (!ports)
                return tl::unexpected(ports.error());
            if (!*ports) {
                m_context.cursor.isPartial = true;
                m_context.cursor.noteMissed(thing.record.nativeId);
            }
        }
        const auto isWanted = m_context.wants(thing.record);
        if (!isWanted)
            return tl::unexpected(isWanted.error());
        if (!*isWanted)
            continue;
        if (collection.hasLineage)
            remember(thing, index);
        m_context.add(page, std::move(thing));
    }
    if (collection.type == u"testCase") {
        if (const auto added = addHistory(page); !added)
            return added;
    }
    m_done += qint64(list.items.size());
    m_context.cursor.sweepCount += page.records.size();
    if (isLast)
        moveOn(index);
    else
        m_context.cursor.after = list.after;
    if (page.records.isEmpty())
        return {};
    const auto handed = m_context.hand(std::move(page));
    m_context.sink.progress(m_done, std::max(m_done, m_total), collection.type);
    return handed;
}

Result<void> Sweep::addHistory(Page &page)
{
    // Of a test that never ran there is none.
    QHash<QString, qint64> newest;
    for (const auto &run : std::as_const(page.evidence.runs))
        newest.insert(run.check, run.at.toMSecsSinceEpoch());
    auto history = readHistory(m_context, newest);
    if (!history)
        return tl::unexpected(history.error());
    page.evidence.runs = std::move(*history);
    return {};
}

void Sweep::remember(const Thing &thing, int index)
{
    const QUuid id(thing.uuid);
    if (id.isNull() || thing.record.nativeId.isEmpty())
        return;
    m_context.memory.errands.push_back({.id = id,
                                        .updatedAt = thing.updatedAt,
                                        .collection = index,
                                        .isView = thing.record.type == u"view"});
}

void Sweep::moveOn(int index)
{
    const auto next = index + 1;
    auto &cursor = m_context.cursor;
    cursor.after.clear();
    cursor.partitionCount = 0;
    cursor.partition = next < collections().size() ? collections().at(next).type : behindAll();
}

void Sweep::end()
{
    auto &cursor = m_context.cursor;
    cursor.partition.clear();
    cursor.feedAt = cursor.sweepFeedAt;
    cursor.feedIds.clear();
    cursor.resultsAt = cursor.sweepFeedAt;
    cursor.incidentsAt = cursor.sweepFeedAt;
    cursor.sweptAt = m_context.server.now();
    cursor.lineageAt = 0; // it is read behind each sweep, however soon that ends
    // Once more for what passes by itself, and no oftener for what never can be read.
    cursor.isSweepDue =
        cursor.hasMissed && !(cursor.isAgain && cursor.missed == cursor.missedBefore);
    cursor.findings = m_context.reader.takeFindings() + m_context.findings;
    m_context.findings.clear();
    if (cursor.sweepCount == 0)
        cursor.findings.append(
            {.file = m_context.server.installation(),
             .severity = Finding::Severity::Warning,
             .rule = u"openmetadata.empty"_s,
             .message = u"The server lists nothing at all; what was read before stays"_s,
             .remedy = u"Check that the account may see the catalogue"_s});
    // Only a sweep that saw all there is proves that the rest is gone.
    if (!cursor.isPartial && cursor.sweepCount > 0)
        cursor.swept = cursor.sweep;
}

} // namespace portolan::platforms::openmetadata
