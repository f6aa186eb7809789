// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/sweep.h"

#include "models/platforms/datahub/portnotes.h"

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr int pageSize = 500;
// A scroll lives for five minutes behind its last page; near the end of that it is not trusted.
constexpr qint64 scrollLivesMs = 4 * 60'000;
// How often one type is begun anew before the pull gives up.
constexpr int mostRestarts = 3;
// Fewer things than this come and go without meaning anything.
constexpr qint64 fewThings = 20;
constexpr qsizetype mostFindings = 100;

//! Words of others come first, so that the names are known when those who use them come; products
//! last, since they stand on everything else.
QString nextOf(const QString &type)
{
    const auto at = partitions().indexOf(type);
    return at < 0 ? partitions().first() : partitions().value(at + 1);
}

QHash<QString, QByteArray> notesOf(const QList<domain::Record> &records)
{
    QHash<QString, QByteArray> notes;
    for (const auto &record : records) {
        if (record.kind == domain::EntityKind::Product)
            notes.insert(record.nativeId, PortNotes::noteOf(record));
    }
    return notes;
}

} // namespace

const QStringList &partitions()
{
    static const QStringList types{
        u"domain"_s,       u"glossaryNode"_s, u"glossaryTerm"_s,   u"tag"_s,
        u"corpGroup"_s,    u"corpuser"_s,     u"container"_s,      u"dataFlow"_s,
        u"dataset"_s,      u"dataJob"_s,      u"chart"_s,          u"dashboard"_s,
        u"mlModelGroup"_s, u"mlModel"_s,      u"mlFeatureTable"_s, u"mlFeature"_s,
        u"mlPrimaryKey"_s, u"notebook"_s,     u"assertion"_s,      u"incident"_s,
        u"dataContract"_s, u"dataProduct"_s};
    return types;
}

Sweep::Sweep(const Api &api, Names &names, Cursor &cursor, PageSink &sink, const Clock &clock)
    : m_api(api)
    , m_names(names)
    , m_cursor(cursor)
    , m_sink(sink)
    , m_clock(clock)
{
}

void Sweep::say(const QString &rule, const QString &message, const QString &remedy)
{
    if (m_findings.size() < mostFindings)
        m_findings.append({.severity = domain::Finding::Severity::Warning,
                           .rule = rule,
                           .message = message,
                           .remedy = remedy});
}

Result<void> Sweep::run(const ReaderSettings &settings, const QStringList &subscribed)
{
    auto &place = *m_cursor.sweep;
    for (const auto &[type, count] : place.counts.asKeyValueRange())
        m_done += count;
    ListedAround around;
    const auto listed =
        around.list(m_api, [this](qint64 done) { m_sink.progress(done, 0, u"arrows"_s); });
    if (!listed)
        return listed;
    PageReader reader(m_api, m_names, around, settings);
    // A partition that this version does not know is one of another version.
    if (!place.partition.isEmpty() && !partitions().contains(place.partition))
        place.partition = partitions().first();
    while (!place.partition.isEmpty()) {
        if (m_sink.isCancelled())
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        const auto type = place.partition; // which moves on
        const auto isOffer = kindOf(type) == domain::EntityKind::Asset || type == u"dataProduct";
        if (isOffer && subscribed.isEmpty() && !settings.domains.isEmpty()) {
            place.partition = nextOf(type); // nothing is in a domain that is not there
            continue;
        }
        const auto walked = walk(type, reader, isOffer ? subscribed : QStringList());
        if (!walked)
            return walked;
    }
    return {};
}

Result<EntityPage> Sweep::take(ScrollRequest &request, Api::Pending pending)
{
    auto page = m_api.takeScroll(std::move(pending));
    while (!page && page.error().kind == Error::Kind::TooLarge) {
        if (request.count > 1) {
            request.count = (request.count + 1) / 2;
        } else if (request.aspects.isEmpty()) {
            request.aspects = {u"status"_s}; // steps over the one that is too large
        } else {
            return page;
        }
        auto again = m_api.askScroll(request);
        if (!again)
            return tl::unexpected(again.error());
        page = m_api.takeScroll(std::move(*again));
    }
    if (page && !request.aspects.isEmpty()) {
        for (const auto &entity : page->entities)
            say(u"datahub.large"_s, entity.urn % u" is more than is read of one thing."_s,
                u"It is left out, and what was known of it stays."_s);
        page->unreadable += qint64(page->entities.size());
        page->entities.clear();
        request.aspects.clear();
        request.count = pageSize;
    }
    return page;
}

void Sweep::note(const EntityPage &page, const QString &type)
{
    auto &place = *m_cursor.sweep;
    const auto count = qint64(page.entities.size()) + page.unreadable;
    place.received += count;
    m_done += count;
    if (page.total >= 0 && place.expected < 0)
        place.expected = page.total;
    if (page.unreadable > 0)
        place.isPartial = true;
    for (const auto &finding : page.findings)
        say(finding.rule, finding.message, finding.remedy);
    place.scrollId = page.scrollId;
    place.scrolled = page.scrollId.isEmpty() ? QDateTime() : m_clock.now();
    if (!page.scrollId.isEmpty())
        return;
    // The index may count what is gone already, so somewhat less than expected is no loss.
    if (place.received + fewThings < place.expected && place.received * 10 < place.expected * 9) {
        place.isPartial = true;
        say(u"datahub.partial"_s,
            u"DataHub listed %1 of %2 entities of the type %3."_s.arg(
                QString::number(place.received), QString::number(place.expected), type),
            u"Nothing is removed this time. Look at the search index of DataHub."_s);
    }
    place.counts.insert(type, place.received);
    place.partition = nextOf(type);
    place.received = 0;
    place.expected = -1;
}

//! Asks for the first page of \a request's type once more: the walk was lost.
Result<Api::Pending> Sweep::beginAnew(ScrollRequest &request)
{
    auto &place = *m_cursor.sweep;
    m_done -= place.received;
    m_sink.progress(m_done, 0, request.type);
    place.received = 0;
    place.expected = -1;
    request.scrollId.clear();
    return m_api.askScroll(request);
}

Result<void> Sweep::walk(const QString &type, PageReader &reader, const QStringList &subscribed)
{
    auto &place = *m_cursor.sweep;
    ScrollRequest request{.type = type,
                          .moreTypes = {},
                          .aspects = {},
                          .count = pageSize,
                          .scrollId = {},
                          .values = subscribed};
    if (place.scrolled.isValid() && place.scrolled.msecsTo(m_clock.now()) < scrollLivesMs)
        request.scrollId = place.scrollId;
    if (request.scrollId.isEmpty()) {
        place.received = 0;
        place.expected = -1;
    }
    m_done += place.received;
    auto pending = m_api.askScroll(request);
    for (int restarts = 0; place.partition == type;) {
        if (!pending)
            return tl::unexpected(pending.error());
        const auto page = take(request, std::move(*pending));
        if (!page) {
            const bool isLost = !request.scrollId.isEmpty()
                && (page.error().isRetryable() || page.error().kind == Error::Kind::NotFound
                    || page.error().kind == Error::Kind::Protocol);
            if (!isLost || ++restarts > mostRestarts)
                return tl::unexpected(page.error());
            pending = beginAnew(request);
            continue;
        }
        if (!page->scrollId.isEmpty() && page->scrollId == request.scrollId)
            return failure(
                Error::Kind::Protocol,
                u"the listing of %1 stands still: each page names itself as the next"_s.arg(type));
        request.scrollId = page->scrollId;
        if (!request.scrollId.isEmpty())
            pending = m_api.askScroll(request); // it comes while this one is read
        auto turned = reader.read(*page);
        if (!turned)
            return tl::unexpected(turned.error());
        // The first page of the products forgets the notes of those that are gone.
        domain::PullNotes notes{.isFresh = type == u"dataProduct" && place.received == 0,
                                .values = notesOf(turned->records)};
        note(*page, type);
        for (const auto &finding : std::as_const(turned->findings))
            say(finding.rule, finding.message, finding.remedy);
        // What the types behind this one hold is not known: a part of it would look like all.
        m_sink.progress(m_done, 0, type);
        if (const auto done = handOver(m_sink,
                                       {.records = std::move(turned->records),
                                        .removed = {},
                                        .evidence = std::move(turned->evidence),
                                        .sweep = m_cursor.sweeps,
                                        .cursor = m_cursor.bytes(),
                                        .notes = std::move(notes)});
            !done)
            return done;
    }
    return {};
}

bool Sweep::verdict()
{
    auto &place = *m_cursor.sweep;
    bool isWhole = !place.isPartial;
    for (auto it = m_cursor.counts.cbegin(); it != m_cursor.counts.cend(); ++it) {
        const auto now = place.counts.value(it.key());
        if (it.value() < fewThings || now * 2 >= it.value())
            continue;
        isWhole = false;
        say(u"datahub.shrunk"_s,
            u"DataHub lists %1 entities of the type %2, and listed %3 before."_s.arg(
                QString::number(now), it.key(), QString::number(it.value())),
            u"Nothing is removed this time; when the next sweep finds the same, it is believed."_s);
    }
    const auto sum = [](const QHash<QString, qint64> &counts) {
        return std::accumulate(counts.begin(), counts.end(), qint64(0));
    };
    if (isWhole && sum(place.counts) == 0 && sum(m_cursor.counts) > 0) {
        isWhole = false;
        say(u"datahub.shrunk"_s, u"DataHub lists nothing any more."_s,
            u"Nothing is removed this time; when the next sweep finds the same, it is believed."_s);
    }
    m_cursor.counts = place.counts;
    m_cursor.swept = place.began;
    m_cursor.sweptUntil = m_clock.now();
    m_cursor.isSweepDue = false;
    m_cursor.sweep.reset();
    return isWhole;
}

} // namespace portolan::platforms::datahub
