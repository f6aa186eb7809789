// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep goes through the lists one after the other, and through each page by page. Where it is
// stands in the cursor of every page. The feed is read to its end first, so that what happens
// meanwhile is told by it afterwards.
//
// Pages are numbers, not places: when something is deleted during the sweep, what stood behind it
// moves up, and may never be seen. Then nothing that was not seen is taken for gone, and the sweep
// is done once more; the feed names what was deleted anyway.
#include "models/formats/bitol/parts.h"
#include "models/platforms/absentdomains.h"
#include "models/platforms/entropydata/contracts.h"
#include "models/platforms/entropydata/pull.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

struct Part
{
    QStringView kind;
    bool isOptional; //!< an older server, or a key with fewer rights, may not have it
};

//! Contracts before products, whose ports show the contracts' objects.
constexpr std::array parts{Part{u"teams", false},        Part{u"sourcesystems", true},
                           Part{u"definitions", true},   Part{u"tags", true},
                           Part{u"assets", true},        Part{u"datacontracts", false},
                           Part{u"dataproducts", false}, Part{u"test-results", true}};

// Of the newest results of tests, 100 on each: the older ones say nothing about today.
constexpr int mostResultPages = 3;

domain::Finding note(const QString &rule, const QString &message)
{
    return {.severity = domain::Finding::Severity::Info,
            .rule = u"entropy-data."_s + rule,
            .message = message};
}

} // namespace

Result<PullResult> Pull::sweep(bool isNew)
{
    auto &memory = m_setup.memory;
    if (const auto known = knowLedger(); !known)
        return tl::unexpected(known.error());
    if (isNew) {
        const auto before = m_cursor;
        m_cursor = Cursor{.sweep = before.sweep + 1,
                          .part = 0,
                          .isRepeated = before.isToRepeat,
                          .lineageEmpty = before.lineageEmpty,
                          .domains = subscription(),
                          .counts = before.counts};
        // What a document had before is removed by the sweep; when it was asked for stays known.
        ledger().begin();
        memory.findings.clear();
        m_slos.clear();
        m_checks.clear();
        m_told.clear(); // what the feed told before it may be among what no page lists any more
        if (const auto skipped = skipFeed(); !skipped)
            return tl::unexpected(skipped.error());
    }
    // Teams and accesses are few, and everything else needs them whole.
    if (const auto known = knowTeams(true); !known)
        return tl::unexpected(known.error());
    if (const auto there = memory.teams.domainNames(); !isAnyKept(there))
        return tl::unexpected(noDomainOf(m_setup.domains, there));
    if (const auto known = knowAccesses(true); !known)
        return tl::unexpected(known.error());
    m_cursor.teams = memory.teams.digest();
    ledger().setReaders(memory.accesses.readers());
    if (!isNew) {
        if (const auto gathered = gatherAgain(); !gathered)
            return tl::unexpected(gathered.error());
    }
    while (m_cursor.part && *m_cursor.part < int(parts.size())) {
        if (const auto done = sweepList(*m_cursor.part); !done)
            return tl::unexpected(done.error());
    }
    // It is no list of documents, and where the sweep is by now all products are known.
    if (const auto brought = bringLineage(m_cursor.sweep); !brought)
        return tl::unexpected(brought.error());
    const auto told = eventsOfSweep(!isNew);
    if (!told)
        return tl::unexpected(told.error());
    if (*told == SweepEvents::Gone) {
        // One that began in this pull is given up: the next pull finds the place gone as well.
        if (isNew)
            return failure(Error::Kind::Protocol,
                           u"the feed of events does not know where the sweep began"_s);
        return sweepForLostFeed();
    }
    const bool isDisturbed = *told == SweepEvents::Deleted;
    const bool isWhole = !m_cursor.isPartial && !isDisturbed;
    m_cursor.isToRepeat = isDisturbed && !m_cursor.isRepeated;
    m_cursor.isUnproven = isDisturbed && m_cursor.isRepeated;
    m_cursor.part.reset();
    m_cursor.page = 0;
    m_cursor.swept = m_setup.clock.now();
    if (isDisturbed) {
        auto followed = follow(); // what was deleted is told there
        if (followed)
            followed->unchanged = false;
        return followed;
    }
    PullResult result{.complete = isWhole, .swept = isWhole ? m_cursor.sweep : 0};
    result.isAccessWhole = true; // all of it was read at the beginning
    finish(result);
    return result;
}

//! What a pull says at its end about contracts that were read in one before: their service levels.
Result<void> Pull::gatherAgain()
{
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [](const Part &one) { return one.kind == u"datacontracts"; });
    const auto contracts = int(std::distance(parts.begin(), found));
    const auto part = m_cursor.part.value_or(0);
    const int end = part > contracts ? -1 : part == contracts ? m_cursor.page : 0;
    ListEnd walk(u"datacontracts"_s);
    for (int number = 0; number != end; ++number) {
        const auto page = m_setup.api.list(u"datacontracts"_s, number);
        if (!page)
            return tl::unexpected(page.error());
        if (auto noted = walk.note(*page); !noted)
            return noted;
        for (const auto &item : page->items) {
            auto reading = readContract(item, m_setup.memory.teams, m_setup.portal);
            if (isSubscribed(reading))
                m_slos += reading.slos;
        }
        if (!page->hasNext)
            break;
    }
    return {};
}

//! Reads the feed to its end, for the place and for the times of what happened.
Result<void> Pull::skipFeed()
{
    for (qint64 count = 0;;) {
        if (m_setup.sink.isCancelled())
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        const auto batch = m_setup.api.events(m_cursor.feed);
        if (!batch)
            return tl::unexpected(batch.error());
        // A place that was told a moment ago and is refused now is none to build on.
        if (!*batch)
            return failure(Error::Kind::Protocol,
                           u"the feed of events does not know its own end"_s);
        const auto before = m_cursor.feed;
        const auto happened = readEvents((*batch)->items);
        learn(happened);
        if ((*batch)->items.isEmpty())
            return {};
        if (m_cursor.feed == before)
            return failure(Error::Kind::Protocol,
                           u"the feed of events stands still at %1"_s.arg(before));
        count += (*batch)->items.size();
        m_setup.sink.progress(count, 0, u"events"_s);
    }
}

Result<void> Pull::sweepList(int part)
{
    const auto kind = parts.at(std::size_t(part)).kind.toString();
    auto answer = m_setup.api.ask(kind, m_cursor.page);
    if (!answer)
        return tl::unexpected(answer.error());
    ListEnd walk(kind);
    qint64 count = m_cursor.page > 0 ? m_cursor.counts.value(kind) : 0;
    const auto expected = m_cursor.counts.value(kind);
    for (bool isLast = false; !isLast;) {
        if (m_setup.sink.isCancelled())
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        auto page = m_setup.api.take(std::move(*answer));
        const bool isOptional = parts.at(std::size_t(part)).isOptional;
        // That there is no such list is believed when it is said twice.
        if (!page && isOptional && isMissingFeature(page.error()))
            page = m_setup.api.list(kind, m_cursor.page);
        if (!page && isOptional && isMissingFeature(page.error())) {
            m_notes.append(note(u"no-list"_s, page.error().detail));
            m_cursor.isPartial = true;
            break;
        }
        if (!page)
            return tl::unexpected(page.error());
        if (auto noted = walk.note(*page); !noted)
            return noted;
        isLast =
            !page->hasNext || (kind == u"test-results" && m_cursor.page + 1 >= mostResultPages);
        if (!isLast) {
            // The next page is under way while this one is read.
            answer = m_setup.api.ask(kind, m_cursor.page + 1);
            if (!answer)
                return tl::unexpected(answer.error());
        }
        auto made = pageOf(kind, *page);
        if (!made) {
            if (!isLast)
                answer->cancel();
            return tl::unexpected(made.error());
        }
        if (kind == u"test-results" && isLast) {
            if (const auto added = addOldResults(*made); !added)
                return added;
        }
        count += page->items.size();
        m_cursor.counts.insert(kind, count);
        if (isLast && count == 0 && expected > 0) {
            // It may be so; but an empty list is also what a mistake looks like.
            m_notes.append(note(u"empty-list"_s,
                                u"The list of %1 is empty, and had %2; nothing is removed for "
                                "that"_s.arg(kind)
                                    .arg(expected)));
            m_cursor.isPartial = true;
            m_cursor.counts.insert(kind, expected);
        }
        m_cursor.part = isLast ? part + 1 : part;
        m_cursor.page = isLast ? 0 : m_cursor.page + 1;
        made->sweep = m_cursor.sweep;
        if (const auto sent = send(std::move(*made)); !sent)
            return sent;
        // Of one list: how much there is in all of them nobody says.
        m_setup.sink.progress(count, 0, kind);
    }
    m_cursor.part = part + 1;
    m_cursor.page = 0;
    return {};
}

Result<Page> Pull::pageOf(const QString &kind, const ListPage &page)
{
    Page made;
    if (kind == u"dataproducts") {
        if (const auto done = addProducts(page, made); !done)
            return tl::unexpected(done.error());
    } else if (kind == u"test-results") {
        QStringList ids;
        for (const auto &item : page.items)
            ids.append(formats::bitol::textOf(item, "id"));
        ids.removeAll(QString());
        ids.removeDuplicates();
        if (const auto done = addResults(ids, made); !done)
            return tl::unexpected(done.error());
    } else {
        for (qsizetype i = 0; i < page.items.size(); ++i)
            take(kind, page.items.at(i), page.findingsOf(i), made);
    }
    made.removed.clear(); // the end of the sweep says what is gone
    return made;
}

//! A list of products may tell their top-level properties alone: those without ports are asked for
//! one by one.
Result<void> Pull::addProducts(const ListPage &page, Page &to)
{
    QStringList ids;
    for (qsizetype i = 0; i < page.items.size(); ++i) {
        const auto &item = page.items.at(i);
        const auto id = formats::bitol::textOf(item, "id");
        if (item["outputPorts"].isSequence() || id.isEmpty())
            take(u"dataproducts"_s, item, page.findingsOf(i), to);
        else
            ids.append(id);
    }
    ids.removeDuplicates();
    const auto documents = m_setup.api.documents(u"dataproducts"_s, ids);
    if (!documents)
        return tl::unexpected(documents.error());
    for (const auto &document : *documents) {
        if (document) // else it was deleted a moment ago
            take(u"dataproducts"_s, document->root(), document->findings, to);
    }
    return {};
}

//! Nobody knows what happened since the last pull, or since a sweep that was stopped began.
Result<PullResult> Pull::sweepForLostFeed()
{
    m_notes.append(note(u"feed-gone"_s,
                        u"The feed of events does not go back to the last pull any more, so "
                        "everything is read again"_s));
    m_setup.sink.progress(0, 0, u"everything"_s);
    return sweep(true);
}

//! What the feed tells of the time since the sweep began. Where it was empty then, there is no
//! place to go on from: while a sweep was stopped, events may have come and been forgotten.
Result<Pull::SweepEvents> Pull::eventsOfSweep(bool isResumed)
{
    auto last = m_cursor.feed;
    for (;;) {
        const auto batch = m_setup.api.events(last);
        if (!batch)
            return tl::unexpected(batch.error());
        if (!*batch)
            return SweepEvents::Gone;
        if (isResumed && last.isEmpty() && !(*batch)->items.isEmpty())
            return SweepEvents::Gone;
        const auto happened = readEvents((*batch)->items);
        if (!happened.deletedKinds.isEmpty())
            return SweepEvents::Deleted;
        if ((*batch)->items.isEmpty() || happened.last.isEmpty() || happened.last == last)
            return SweepEvents::Harmless;
        last = happened.last;
    }
}

} // namespace portolan::platforms::entropydata
