// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/delta.h"

#include "models/platforms/datahub/events.h"
#include "models/platforms/datahub/quality.h"
#include "models/platforms/datahub/touched.h"
#include "models/platforms/sortedlist.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr int eventsAsked = 1000;
constexpr qsizetype urnsInPage = 500;
// A log that goes on behind a gap makes a sweep due, but not more often than this: should the log
// of some server have gaps of its own, we do not sweep for ever.
constexpr qint64 gapAgainMs = qint64(60) * 60'000;

template <typename Take>
void withJson(const QByteArray &bytes, Take take)
{
    if (bytes.isEmpty())
        return;
    if (const auto answer = Answer::read(bytes, {}))
        take(answer->root());
}

//! Those of \a urns that \a page, which was asked for them, does not have for certain.
QSet<QString> missingIn(const QStringList &urns, const EntityPage &page)
{
    if (page.unreadable > 0)
        return {}; // it may be one of those that cannot be read
    QSet<QString> missing(urns.begin(), urns.end());
    for (const auto &entity : page.entities)
        missing.remove(entity.urn);
    return missing.subtract({page.refused.begin(), page.refused.end()});
}

} // namespace

QString changesTopic()
{
    return u"MetadataChangeLog_Versioned_v1"_s;
}

QString seriesTopic()
{
    return u"MetadataChangeLog_Timeseries_v1"_s;
}

Result<FeedPlace> endOf(const Api &api, const QString &topic, const Clock &clock)
{
    const auto at = clock.now();
    const auto page = api.poll(topic, {}, 1);
    if (page)
        return FeedPlace{.offset = page->offset, .at = at};
    const auto kind = page.error().kind;
    if (kind == Error::Kind::Forbidden || kind == Error::Kind::NotFound
        || kind == Error::Kind::Protocol)
        return FeedPlace{.offset = {}, .at = at};
    return tl::unexpected(page.error());
}

Delta::Delta(const Api &api, Names &names, Cursor &cursor, PageSink &sink, const Clock &clock)
    : m_api(api)
    , m_cursor(cursor)
    , m_sink(sink)
    , m_clock(clock)
    , m_names(names)
    , m_ports(sink)
{
}

void Delta::makeDue(const QString &why)
{
    if (m_cursor.isSweepDue)
        return;
    m_cursor.isSweepDue = true;
    m_findings.append({.severity = domain::Finding::Severity::Info,
                       .rule = u"datahub.sweep"_s,
                       .message = why,
                       .remedy = u"Everything is read anew."_s});
}

//! One that is refused may be no urn for this server; where all are, something else is wrong. The
//! place moves on all the same, or one odd event would hold the feed up for ever.
void Delta::noteRefused(const QStringList &urns, bool isAll)
{
    m_findings.append({.severity = domain::Finding::Severity::Warning,
                       .rule = u"datahub.refused"_s,
                       .message = u"DataHub does not say what became of %1 of the things that "
                                  "changed, the first of them %2."_s.arg(
                                      QString::number(urns.size()), urns.first()),
                       .remedy = u"What was known of them stays until everything is read anew."_s});
    if (isAll && urns.size() > 1)
        makeDue(u"DataHub refused all the things that its change log names."_s);
}

Result<void> Delta::run(const ReaderSettings &settings)
{
    if (const auto read = readAllChanges(settings); !read)
        return read;
    for (bool isMore = !m_cursor.series.offset.isEmpty(); isMore;) {
        if (m_sink.isCancelled())
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        const auto read = readSeries();
        if (!read)
            return tl::unexpected(read.error());
        isMore = *read;
    }
    return {};
}

Result<void> Delta::runBehind(qint64 number, const ReaderSettings &settings)
{
    m_number = number;
    return readAllChanges(settings);
}

Result<void> Delta::readAllChanges(const ReaderSettings &settings)
{
    AskedAround around(m_api);
    // A part of a sweep goes on to the end: the sweep after it is due anyway.
    for (bool isMore = true; isMore && (m_number != 0 || !m_cursor.isSweepDue);) {
        if (m_sink.isCancelled())
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        // What a reader remembers of one part of the log may have changed in the next.
        PageReader reader(m_api, m_names, around, settings);
        const auto read = readChanges(reader, around);
        if (!read)
            return tl::unexpected(read.error());
        isMore = *read;
    }
    return {};
}

//! The events behind \a place, which is moved; nothing where the log cannot be gone on with.
Result<std::optional<EventPage>> Delta::poll(const QString &topic, FeedPlace &place)
{
    const auto at = m_clock.now();
    auto page = m_api.poll(topic, place.offset, eventsAsked);
    if (!page) {
        const auto &error = page.error();
        const bool isRefused = error.detail.contains(u"parse offset"_s, Qt::CaseInsensitive)
            && (error.kind == Error::Kind::Unavailable || error.kind == Error::Kind::Protocol);
        const bool isGone =
            error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound;
        if (!isRefused && !isGone)
            return tl::unexpected(error);
        makeDue(isGone ? u"DataHub has no change log for this account any more."_s
                       : u"DataHub does not take the place in its change log any more."_s);
        place = {};
        return std::optional<EventPage>();
    }
    if (page->count > 0 && page->offset == place.offset)
        return failure(
            Error::Kind::Protocol,
            u"the change log %1 stands still: it sends events and names the same place"_s.arg(
                topic));
    // Kafka goes on at the end, without a word, where the place is no longer kept.
    const auto passed = distance(place.offset, page->offset);
    const bool isAgain = m_cursor.jumped.isValid() && m_cursor.jumped.msecsTo(at) < gapAgainMs;
    if (passed && (*passed > page->count || *passed < 0) && !isAgain) {
        m_cursor.jumped = at;
        makeDue(u"The change log of DataHub has a gap: %1 events are not kept any more."_s.arg(
            *passed - page->count));
    }
    place = {.offset = page->offset, .at = at};
    m_events += page->count;
    return std::optional(std::move(*page));
}

Result<bool> Delta::readChanges(PageReader &reader, AskedAround &around)
{
    const auto polled = poll(changesTopic(), m_cursor.changes);
    if (!polled)
        return tl::unexpected(polled.error());
    if (!*polled)
        return false;
    const auto &page = **polled;
    if (page.count == 0)
        return false;
    Touched touched;
    for (const auto &event : page.events) {
        if (const auto change = changeOf(json::text(event, "value")))
            touched.note(*change);
    }
    if (const auto widened = touched.widen(m_api, around, m_ports); !widened)
        return tl::unexpected(widened.error());
    if (!touched.sweepReason().isEmpty())
        makeDue(touched.sweepReason());
    m_sink.progress(m_events, 0, u"changes"_s);
    if (const auto done = handOverTouched(touched, reader); !done)
        return tl::unexpected(done.error());
    return page.count >= eventsAsked;
}

Result<void> Delta::handOverTouched(const Touched &touched, PageReader &reader)
{
    QSet<QString> told; // over all pages: a port that was told is not gone
    auto urns = touched.urns();
    auto number = m_number;
    if (number == 0 && m_cursor.isSweepDue) {
        // The sweep that comes now reads a search index, which may not have them yet: what this
        // pull brought must not look gone to it.
        number = m_cursor.sweeps + 1;
        m_told.unite({urns.begin(), urns.end()});
        urns = sorted(std::exchange(m_told, {}));
    } else {
        m_told.unite({urns.begin(), urns.end()});
    }
    const bool hasProducts = std::any_of(
        urns.begin(), urns.end(), [](const QString &urn) { return typeOf(urn) == u"dataProduct"; });
    if (const auto known = hasProducts ? m_ports.know() : Result<void>(); !known)
        return known;
    // The cursor goes with the last page: whatever ends a pull before, all of them come again.
    do {
        const auto some = urns.first(qMin(urnsInPage, urns.size()));
        urns.remove(0, some.size());
        const auto page = m_api.entities(some);
        if (!page)
            return tl::unexpected(page.error());
        const auto missing = missingIn(some, *page);
        auto turned = reader.read(*page, sorted(missing));
        if (!turned)
            return tl::unexpected(turned.error());
        auto removed = missing;
        removed.unite({turned->removed.begin(), turned->removed.end()});
        if (!page->refused.isEmpty())
            noteRefused(page->refused, page->refused.size() == some.size());
        for (const auto &record : std::as_const(turned->records))
            told.insert(record.nativeId);
        if (urns.isEmpty())
            removed.unite(touched.removed());
        removed.subtract(told);
        domain::PullNotes notes;
        removed.unite(m_ports.take(turned->records, removed, notes));
        m_findings.append(page->findings + turned->findings);
        const auto done =
            handOver(m_sink,
                     {.records = std::move(turned->records),
                      .removed = sorted(removed),
                      .evidence = std::move(turned->evidence),
                      .sweep = number,
                      .cursor = urns.isEmpty() ? std::optional(m_cursor.bytes()) : std::nullopt,
                      .notes = std::move(notes)});
        if (!done)
            return done;
    } while (!urns.isEmpty());
    return {};
}

Result<bool> Delta::readSeries()
{
    const auto polled = poll(seriesTopic(), m_cursor.series);
    if (!polled)
        return tl::unexpected(polled.error());
    if (!*polled)
        return false;
    const auto &page = **polled;
    if (page.count == 0)
        return false;
    domain::Evidence evidence;
    for (const auto &event : page.events) {
        const auto change = changeOf(json::text(event, "value"));
        if (!change)
            continue;
        withJson(change->value, [&](const Json &value) {
            if (change->aspect == u"assertionRunEvent") {
                if (const auto run = runOf(change->urn, value))
                    evidence.runs.append(*run);
            } else if (change->aspect == u"operation") {
                if (const auto update = updateOf(change->urn, value))
                    evidence.updates.append(*update);
            }
        });
    }
    if (const auto done =
            handOver(m_sink, {.evidence = std::move(evidence), .cursor = m_cursor.bytes()});
        !done)
        return tl::unexpected(done.error());
    return page.count >= eventsAsked;
}

} // namespace portolan::platforms::datahub
