// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/session.h"

#include "models/platforms/openmetadata/changes.h"
#include "models/platforms/openmetadata/lineageround.h"
#include "models/platforms/openmetadata/sweep.h"

#include <QDateTime>
#include <QJsonArray>
#include <QScopeGuard>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Finding;

namespace portolan::platforms::openmetadata {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
// A server keeps its events for seven days, unless somebody says otherwise.
constexpr qint64 feedKeptMs = 6 * dayMs;
// What the feed does not tell (who inherits what, votes, use) is no older than this.
constexpr qint64 sweepEveryMs = 7 * dayMs;
// A sweep for what no event tells all of waits ten times as long as the last one took, so that it
// costs a small part of the time whatever the size of the catalogue; within these limits.
constexpr qint64 dueEveryTimes = 10;
constexpr qint64 dueSoonestMs = minuteMs;
constexpr qint64 dueEveryMs = 15 * minuteMs;
// And without a feed, all there is is read at these intervals.
constexpr qint64 withoutFeedMs = 60 * minuteMs;

//! How long after the last sweep one may begin that is due.
qint64 dueAfterMs(const Cursor &cursor)
{
    const auto took = cursor.sweptAt - cursor.sweepFeedAt;
    return std::clamp(dueEveryTimes * took, dueSoonestMs, dueEveryMs);
}

bool isDueNow(const Cursor &cursor, qint64 now)
{
    return cursor.isSweepDue && now - cursor.sweptAt > dueAfterMs(cursor);
}

bool isSweepNeeded(const Cursor &cursor, const QString &domains, bool full, qint64 now)
{
    return full || cursor.domains != domains || cursor.isSweeping() || cursor.sweptAt == 0
        || now - cursor.feedAt > feedKeptMs || now - cursor.sweptAt > sweepEveryMs
        || isDueNow(cursor, now);
}

} // namespace

QStringList domainsOf(const AccountSettings &settings)
{
    QStringList domains;
    const auto list = settings.options.value(u"domains"_s).toArray();
    for (const auto &domain : list)
        domains.append(domain.toString());
    return domains;
}

OpenMetadataSession::OpenMetadataSession(const AccountSettings &settings, const Services &services,
                                         const net::HttpUrl &installation)
    : m_domains(domainsOf(settings))
    , m_server(services, installation, cancellationOf(m_sink))
    , m_reader(m_server.installation())
    , m_accessReader(m_server, settings.name)
    , m_access(m_server, settings.name)
    , m_actions(m_server, m_access, services.clock)
{
}

Result<PullResult> OpenMetadataSession::pull(const QByteArray &cursor, bool full, PageSink &sink)
{
    if (sink.isCancelled())
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    m_sink = &sink;
    const auto forgetSink = qScopeGuard([this] { m_sink = nullptr; });
    PullContext context(m_server, m_reader, m_memory, sink, m_domains);
    context.cursor = Cursor::fromBytes(cursor).value_or(Cursor());
    if (const auto learnt = m_accessReader.learn(context.cursor); !learnt)
        return tl::unexpected(learnt.error());
    if (const auto brought = bringCatalogue(context, full); !brought)
        return tl::unexpected(brought.error());
    if (const auto brought = bringLineage(context); !brought)
        return tl::unexpected(brought.error());
    return resultOf(context);
}

Result<void> OpenMetadataSession::bringCatalogue(PullContext &context, bool full)
{
    if (isSweepNeeded(context.cursor, context.subscription().text(), full, m_server.now()))
        return sweep(context, full);
    Result<void> brought;
    if (!m_memory.isFeedRefused) {
        brought = Changes(context).run();
        if (brought)
            return sweepWhereDue(context);
        if (brought.error().kind == Error::Kind::Cancelled)
            return brought;
        const auto kind = brought.error().kind;
        if (kind == Error::Kind::TooLarge)
            return sweep(context, full);
        if (kind != Error::Kind::Forbidden && kind != Error::Kind::NotFound)
            return brought;
        m_memory.isFeedRefused = true;
    }
    context.report(u"openmetadata.feed"_s,
                   u"The account may not read what changed; all is read anew every hour"_s,
                   u"Ask for the right to read change events"_s);
    return m_server.now() - context.cursor.sweptAt > withoutFeedMs ? sweep(context, full)
                                                                   : Result<void>();
}

//! What the changes did to others than themselves is read at once, or it is said when.
Result<void> OpenMetadataSession::sweepWhereDue(PullContext &context)
{
    const auto &cursor = context.cursor;
    if (isDueNow(cursor, m_server.now()))
        return sweep(context, false);
    if (cursor.isSweepDue) {
        const auto due =
            QDateTime::fromMSecsSinceEpoch(cursor.sweptAt + dueAfterMs(cursor), Qt::UTC);
        context.findings.append(
            {.file = m_server.installation(),
             .severity = Finding::Severity::Info,
             .rule = u"openmetadata.due"_s,
             .message = u"Something changed that others take after or are named by; they follow "
                        "with the first sync after %1"_s.arg(due.toString(Qt::ISODate)),
             .remedy = u"`sync --full` reads everything at once"_s});
    }
    return {};
}

Result<void> OpenMetadataSession::sweep(PullContext &context, bool full)
{
    Sweep sweep(context);
    if (full || !context.cursor.isSweeping()
        || context.cursor.domains != context.subscription().text())
        sweep.begin();
    return sweep.run();
}

Result<void> OpenMetadataSession::bringLineage(PullContext &context)
{
    const auto brought = goOnWithLineage(context);
    if (brought)
        return {};
    const auto kind = brought.error().kind;
    if (kind == Error::Kind::Cancelled || kind == Error::Kind::Unauthorised
        || kind == Error::Kind::Offline || kind == Error::Kind::Store
        || kind == Error::Kind::DiskFull)
        return brought;
    // The catalogue is there; its lineage goes on from where it stands next time.
    context.report(u"openmetadata.lineage"_s, brought.error().detail);
    return {};
}

Result<PullResult> OpenMetadataSession::resultOf(PullContext &context)
{
    auto access = m_accessReader.read(context);
    if (!access && access.error().kind == Error::Kind::Cancelled)
        return tl::unexpected(access.error());
    if (!access)
        context.report(u"openmetadata.access"_s, access.error().detail);
    auto &cursor = context.cursor;
    PullResult result;
    result.swept = std::exchange(cursor.swept, 0);
    result.complete = result.swept != 0;
    // Those that the sweep saw may have been told by no pull: it may have been stopped since.
    if (const auto gathered = result.complete ? context.gatherSlos() : Result<void>(); !gathered)
        return tl::unexpected(gathered.error());
    result.unchanged = !context.hasSentPage && result.swept == 0;
    result.cursor = cursor.toBytes();
    result.findings = cursor.findings + m_reader.takeFindings() + context.findings;
    result.slos = std::move(context.slos);
    result.isLineageWhole = !cursor.isPartial && !cursor.hasMissedLineage
        && cursor.lineageAfter.isEmpty() && cursor.lineageAt != 0;
    if (access) {
        result.access = std::move(*access);
        result.isAccessWhole = true;
    }
    return result;
}

} // namespace portolan::platforms::openmetadata
