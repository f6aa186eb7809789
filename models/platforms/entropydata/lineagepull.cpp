// SPDX-License-Identifier: GPL-3.0-or-later
// Lineage of pipelines. The feed tells nothing of it, and the interface has no "since": all events
// there are, of 90 days, are asked for with each sweep and once an hour behind one. Of what they
// mean, a page has what is other than before.
#include "models/platforms/entropydata/lineageevents.h"
#include "models/platforms/entropydata/pull.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

constexpr qint64 lineageEveryMs = qint64(3600) * 1000;
// Events are forgotten after 90 days: where pipelines stopped to send them, none are left for good.
constexpr qint64 believedAfterMs = 24 * lineageEveryMs;
constexpr qsizetype pageRecords = 500;
const QString lineageKind = u"lineage"_s; // of its count

domain::Finding note(const QString &rule, const QString &message)
{
    return {.severity = domain::Finding::Severity::Info,
            .rule = u"entropy-data."_s + rule,
            .message = message};
}

} // namespace

Result<bool> Pull::isLineageDue() const
{
    const auto apart = m_setup.sink.namesApart();
    if (!apart)
        return tl::unexpected(apart.error());
    const auto age = m_cursor.lineageRead.msecsTo(m_setup.clock.now());
    return !m_cursor.lineageRead.isValid() || age < 0 || age >= lineageEveryMs
        || m_cursor.apart != QString::fromLatin1(domain::digestOf(*apart).toHex());
}

//! Reads the events that \a filter names, page by page where the platform has pages of them.
Result<void> Pull::gatherEvents(LineageEvents &events, const ApiCalls::Query &filter)
{
    for (int page = 0;; ++page) {
        if (m_setup.sink.isCancelled())
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        auto answer = m_setup.api.lineage(filter, page);
        // That there is no such list is believed when it is said twice.
        if (!answer && page == 0 && isMissingFeature(answer.error()))
            answer = m_setup.api.lineage(filter, page);
        if (!answer)
            return tl::unexpected(answer.error());
        const auto taken = events.take(answer->response);
        if (!taken)
            return tl::unexpected(taken.error());
        m_setup.sink.progress(events.count(), 0, u"lineage"_s);
        if (!answer->hasNext)
            return {};
        if (*taken == 0)
            return failure(Error::Kind::Protocol,
                           u"the list of lineage events repeats a page, or names pages behind an "
                           "empty one, so that it has no end"_s);
    }
}

//! Reads all events; in parts where they are more than one answer may have. Whether that was all.
Result<bool> Pull::readAllEvents(LineageEvents &events)
{
    const auto isTooLarge = [](const Result<void> &read) {
        return !read && read.error().kind == Error::Kind::TooLarge;
    };
    const auto whole = gatherEvents(events, {});
    if (!isTooLarge(whole))
        return whole ? Result<bool>(true) : tl::unexpected(whole.error());
    bool isAll = true;
    for (const auto &type : {u"COMPLETE"_s, u"START"_s, u"RUNNING"_s, u"FAIL"_s, u"ABORT"_s}) {
        const std::pair ofType{u"eventType"_s, type};
        const auto some = gatherEvents(events, {ofType});
        if (some)
            continue;
        if (!isTooLarge(some))
            return tl::unexpected(some.error());
        // Those of no product stay behind.
        isAll = false;
        const auto products = ledger().products();
        for (const auto &product : products) {
            const auto few =
                gatherEvents(events, {ofType, {u"dataProductId"_s, bareId(productType, product)}});
            if (!few && !isTooLarge(few))
                return tl::unexpected(few.error());
        }
    }
    if (!isAll)
        m_notes.append(note(u"lineage-too-large"_s,
                            u"There are more lineage events than one answer may have: those were "
                            "read that belong to a data product"_s));
    return isAll;
}

//! Whether a list that is empty now has been for long enough to be no mistake.
bool Pull::isLineageGone()
{
    const auto now = m_setup.clock.now();
    auto &since = m_cursor.lineageEmpty;
    if (!since.isValid() || since > now)
        since = now;
    return since.msecsTo(now) >= believedAfterMs;
}

//! Brings the lineage of pipelines, with \a sweep as a part of that. Whether there was news.
Result<bool> Pull::bringLineage(qint64 sweep)
{
    const auto apart = m_setup.sink.namesApart();
    if (!apart)
        return tl::unexpected(apart.error());
    if (const auto known = knowLedger(); !known)
        return tl::unexpected(known.error());
    LineageEvents events(m_setup.portal, *apart);
    auto isWhole = readAllEvents(events);
    m_notes += events.findings();
    const auto expected = m_cursor.counts.value(lineageKind);
    if (!isWhole && !isMissingFeature(isWhole.error()))
        return tl::unexpected(isWhole.error());
    if (!isWhole) {
        // An older server, or a key with fewer rights: where nothing was known, nothing is lost.
        if (expected > 0)
            m_notes.append(note(u"no-list"_s, isWhole.error().detail));
        isWhole = expected == 0;
    } else if (events.count() == 0 && expected > 0 && !isLineageGone()) {
        m_notes.append(note(u"empty-list"_s,
                            u"The list of lineage events is empty, and had %1; nothing is removed "
                            "for that unless it stays so for a day"_s.arg(expected)));
        isWhole = false;
    } else {
        m_cursor.counts.insert(lineageKind, events.count());
        m_cursor.lineageEmpty = {};
    }
    if (sweep != 0)
        m_cursor.isPartial = m_cursor.isPartial || !*isWhole;
    const auto news = tellLineage(events, sweep, *isWhole);
    if (!news)
        return news;
    m_cursor.lineageRead = m_setup.clock.now();
    m_cursor.apart = QString::fromLatin1(domain::digestOf(*apart).toHex());
    return news;
}

//! Hands over what \a events mean, as far as nobody knows it yet.
Result<bool> Pull::tellLineage(const LineageEvents &events, qint64 sweep, bool isWhole)
{
    const auto isKept = [this](const QString &product) {
        return m_setup.domains.isEmpty() || ledger().contains(nativeId(productType, product));
    };
    auto gone = ledger().lineage();
    bool isNews = false;
    Page page;
    page.sweep = sweep;
    const auto handOver = [&]() -> Result<void> {
        Page next;
        next.sweep = sweep;
        isNews = true;
        return send(std::exchange(page, std::move(next)));
    };
    auto records = events.records(isKept);
    const auto total = records.size();
    qint64 done = 0;
    for (auto &record : records) {
        ++done;
        const auto digest = digestOf(record);
        const bool isKnown = gone.take(record.nativeId) == digest;
        if (isKnown && sweep == 0)
            continue;
        ledger().noteLineage(record.nativeId, digest);
        page.records.append(std::move(record));
        if (page.records.size() < pageRecords)
            continue;
        if (const auto sent = handOver(); !sent)
            return tl::unexpected(sent.error());
        m_setup.sink.progress(done, total, u"lineage"_s);
    }
    if (isWhole) { // also where a sweep saw not all of something else, and takes nothing away
        for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
            page.removed.append(it.key());
            ledger().noteLineage(it.key(), {});
        }
    }
    if (!page.records.isEmpty() || !page.removed.isEmpty()) {
        if (const auto sent = handOver(); !sent)
            return tl::unexpected(sent.error());
    }
    return isNews;
}

} // namespace portolan::platforms::entropydata
