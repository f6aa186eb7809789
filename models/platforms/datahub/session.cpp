// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/session.h"

#include "models/platforms/datahub/delta.h"
#include "models/platforms/datahub/quality.h"
#include "models/platforms/datahub/sweep.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
// A feed has no guarantee: what it lost is found again in a day.
constexpr qint64 sweepAgainMs = 24 * hour;
// Kafka keeps seven days by default, and goes on at the end without a word behind that.
constexpr qint64 feedKeepsMs = 6 * 24 * hour;
// Without a feed every pull would be a sweep; so much longer than one took nothing is asked.
constexpr qint64 restBetweenSweeps = 10;
// Results may arrive later than what they tell of.
constexpr qint64 lateMs = hour;
constexpr qint64 observeAgainMs = 15 * minute;

} // namespace

Result<void> supported(const ServerFacts &facts)
{
    if (facts.number.isNull() || facts.number.majorVersion() >= 1)
        return {};
    return failure(
        Error::Kind::Usage,
        u"DataHub %1 is older than 1.0.0, the first version that is read"_s.arg(facts.version));
}

QStringList subscribedDomains(const AccountSettings &settings)
{
    QStringList domains;
    for (const auto &domain : settings.options.value(u"domains"_s).toArray())
        domains.append(domain.toString());
    domains.removeAll(QString());
    domains.sort();
    return domains;
}

DataHubSession::DataHubSession(AccountSettings settings, net::HttpUrl base,
                               const Services &services)
    : m_settings(std::move(settings))
    , m_base(std::move(base))
    , m_http(services.http)
    , m_clock(services.clock)
    , m_actions(services.http, m_base, services.clock)
{
}

bool DataHubSession::isSweepDue(const Cursor &cursor) const
{
    const auto now = m_clock.now();
    if (!cursor.swept.isValid() || cursor.isSweepDue
        || cursor.domains != subscribedDomains(m_settings))
        return true;
    if (cursor.changes.offset.isEmpty()) {
        const auto took = cursor.swept.msecsTo(cursor.sweptUntil);
        return cursor.sweptUntil.msecsTo(now) >= qMax(minute, took * restBetweenSweeps);
    }
    return cursor.swept.msecsTo(now) >= sweepAgainMs
        || cursor.changes.at.msecsTo(now) >= feedKeepsMs;
}

ReaderSettings DataHubSession::readerSettings(const Cursor &cursor) const
{
    return {.ui = m_facts ? m_facts->ui : QString(),
            .domains = cursor.domains,
            .asksForRuns = cursor.sweep.has_value() || cursor.series.offset.isEmpty(),
            .runsSince = cursor.swept.isValid() ? cursor.swept.addMSecs(-lateMs) : QDateTime()};
}

//! Makes \a cursor that of a new sweep. The feed's place is taken before, so that nothing falls
//! between the two. A place that is known is kept: what the log tells since then, the search index
//! that a sweep reads may not have yet.
Result<void> DataHubSession::begin(const Api &api, Cursor &cursor)
{
    if (cursor.changes.offset.isEmpty()
        || cursor.changes.at.msecsTo(m_clock.now()) >= feedKeepsMs) {
        auto changes = endOf(api, changesTopic(), m_clock);
        if (!changes)
            return tl::unexpected(changes.error());
        cursor.changes = std::move(*changes);
    }
    // Results between the last look and now are still in the log: its place is kept.
    if (cursor.changes.offset.isEmpty()) {
        cursor.series = {};
    } else if (cursor.series.offset.isEmpty()
               || cursor.series.at.msecsTo(m_clock.now()) >= feedKeepsMs) {
        auto series = endOf(api, seriesTopic(), m_clock);
        // Some servers have the one log and not the other; they fail instead of saying so.
        if (!series && series.error().kind != Error::Kind::Unavailable)
            return tl::unexpected(series.error());
        cursor.series = series ? std::move(*series) : FeedPlace();
    }
    if (cursor.domains != subscribedDomains(m_settings))
        cursor.counts.clear(); // more or less is what was asked for
    cursor.domains = subscribedDomains(m_settings);
    ++cursor.sweeps;
    cursor.sweep = SweepPlace{.partition = partitions().first(),
                              .scrollId = {},
                              .scrolled = {},
                              .received = 0,
                              .expected = -1,
                              .began = m_clock.now(),
                              .counts = {},
                              .isPartial = false};
    return {};
}

//! Takes in what the log tells until now, as a part of the sweep that is under way: the index that
//! this reads may lag behind it.
Result<void> DataHubSession::followWithin(const Api &api, Cursor &cursor, PageSink &sink,
                                          PullResult &result)
{
    if (cursor.changes.offset.isEmpty())
        return {};
    Names names(api);
    Delta delta(api, names, cursor, sink, m_clock);
    const auto done = delta.runBehind(cursor.sweeps, readerSettings(cursor));
    result.findings.append(delta.findings());
    return done;
}

Result<void> DataHubSession::sweep(const Api &api, Cursor &cursor, PageSink &sink,
                                   PullResult &result)
{
    Names names(api);
    QStringList subscribed;
    if (!cursor.domains.isEmpty()) {
        auto below = names.domainsBelow(cursor.domains);
        if (!below)
            return tl::unexpected(below.error());
        subscribed = std::move(*below);
    }
    Sweep sweep(api, names, cursor, sink, m_clock);
    const auto done = sweep.run(readerSettings(cursor), subscribed);
    if (!done)
        return done;
    const auto number = cursor.sweeps;
    cursor.isSweepDue = false;
    if (const auto followed = followWithin(api, cursor, sink, result); !followed)
        return followed;
    const bool isDueAgain = cursor.isSweepDue;
    result.swept = sweep.verdict() ? number : 0;
    cursor.isSweepDue = isDueAgain;
    result.findings.append(sweep.findings());
    result.unchanged = false;
    return {};
}

Result<void> DataHubSession::follow(const Api &api, Cursor &cursor, PageSink &sink,
                                    PullResult &result)
{
    Names names(api);
    Delta delta(api, names, cursor, sink, m_clock);
    const auto done = delta.run(readerSettings(cursor));
    result.findings.append(delta.findings());
    result.unchanged = delta.events() == 0;
    return done;
}

//! Says until when it is known that nothing else was updated.
Result<void> DataHubSession::observe(Cursor &cursor, PageSink &sink, const QDateTime &began)
{
    if (cursor.observed.isValid() && cursor.observed.msecsTo(began) < observeAgainMs)
        return {};
    cursor.observed = began;
    domain::Evidence evidence;
    evidence.observations.append({.source = freshnessSource(), .asset = {}, .until = began});
    return sink.page({.evidence = std::move(evidence)});
}

Result<PullResult> DataHubSession::pull(const QByteArray &bytes, bool full, PageSink &sink)
{
    if (sink.isCancelled())
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    const Api api(m_http, m_base, cancellationOf(sink));
    if (!m_facts) {
        auto facts = api.facts();
        if (!facts)
            return tl::unexpected(facts.error());
        if (const auto usable = supported(*facts); !usable)
            return tl::unexpected(usable.error());
        m_facts = std::move(*facts);
    }
    const auto began = m_clock.now();
    auto cursor = Cursor::read(bytes);
    // A sweep of former times would go on in a catalogue that nobody remembers.
    if (full || (cursor.sweep && cursor.domains != subscribedDomains(m_settings))
        || (cursor.sweep && cursor.sweep->began.msecsTo(began) >= sweepAgainMs))
        cursor.sweep.reset();
    PullResult result{.unchanged = true};
    bool isDue = full || cursor.sweep || isSweepDue(cursor);
    if (!isDue && !cursor.changes.offset.isEmpty()) {
        if (const auto followed = follow(api, cursor, sink, result); !followed)
            return tl::unexpected(followed.error());
        isDue = cursor.isSweepDue;
    }
    if (isDue && !cursor.sweep) {
        const auto place = cursor.changes.offset;
        if (const auto begun = begin(api, cursor); !begun)
            return tl::unexpected(begun.error());
        // What this makes due is what comes now. Behind a place that was just taken is nothing yet,
        // and each look waits for a second.
        if (!place.isEmpty() && cursor.changes.offset == place) {
            if (const auto followed = followWithin(api, cursor, sink, result); !followed)
                return tl::unexpected(followed.error());
        }
        if (cursor.changes.offset.isEmpty()) {
            auto changes = endOf(api, changesTopic(), m_clock);
            if (!changes)
                return tl::unexpected(changes.error());
            cursor.changes = std::move(*changes);
        }
    }
    if (isDue) {
        if (const auto swept = sweep(api, cursor, sink, result); !swept)
            return tl::unexpected(swept.error());
    }
    if (const auto told = observe(cursor, sink, began); !told)
        return tl::unexpected(told.error());
    result.cursor = cursor.bytes();
    return result;
}

} // namespace portolan::platforms::datahub
