// SPDX-License-Identifier: GPL-3.0-or-later
// The part of QualityReader that finds service levels and what is known about what they measure.
#include "models/store/qualityreader.h"
#include "models/store/sloplaces.h"
#include "models/store/slotable.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace portolan::store {

namespace {

// Before a window the verdict that holds when it begins counts, and the gaps between ten runs say
// how long one holds (slo.md, section 1).
constexpr qint64 runsBefore = 11;
// Between two looks with different updates nothing is known of the time behind the first.
constexpr qint64 looksBefore = 2;

} // namespace

QList<SloRow> QualityReader::slos()
{
    QList<SloRow> rows;
    for (auto &stored : SloTable(m_cache.connection()).all()) {
        const auto places = placesOf(m_cache, stored.account, stored.slo);
        SloRow row{.id = stored.uuid,
                   .account = m_cache.account(stored.account),
                   .slo = std::move(stored.slo)};
        auto asset = places.asset;
        if (!asset && places.checkedAssets.size() == 1)
            asset = places.checkedAssets.first();
        if (asset) {
            row.asset = assetOf(*asset).id;
            row.assetName = assetOf(*asset).name;
        } else {
            row.assetName = row.slo.asset;
        }
        if (!places.products.isEmpty()) {
            row.product = assetOf(places.products.first()).id;
            row.productName = assetOf(places.products.first()).name;
        }
        const auto around = QList<qint64>() + (asset ? QList{*asset} : QList<qint64>())
            + places.products.mid(0, 1)
            + (places.contract ? QList{*places.contract} : QList<qint64>());
        for (const auto entity : around) {
            const auto &thing = assetOf(entity);
            if (row.domain.isEmpty())
                row.domain = thing.domain;
            if (row.ownerName.isEmpty() && row.owner.isNull()) {
                row.owner = thing.owner;
                row.ownerName = thing.ownerName;
            }
        }
        rows.append(std::move(row));
    }
    return rows;
}

CheckPoints QualityReader::pointsOf(const QString &nativeId, qint64 account, qint64 from, qint64 to)
{
    CheckPoints points{.check = nativeId};
    // Also a check that is no more: what it found is known. What it found under other names counts
    // as well, as it does in lists.
    QList<qint64> numbers{m_history.state(m_cache.account(account), nativeId).id};
    if (const auto entity = entityNamedBy(m_cache, account, nativeId)) {
        for (const auto &alias : m_cache.aliases(*entity))
            numbers.append(m_history.state(m_cache.account(alias.account), alias.nativeId).id);
    }
    QSet<qint64> read{0};
    for (const auto number : std::as_const(numbers)) {
        if (read.contains(number))
            continue;
        read.insert(number);
        points.runs.append(m_history.runs().points(number, from, to, runsBefore));
    }
    std::stable_sort(points.runs.begin(), points.runs.end(),
                     [](const auto &left, const auto &right) { return left.at < right.at; });
    return points;
}

QList<UpdatePoints> QualityReader::updatesOf(qint64 asset, qint64 from, qint64 to)
{
    QList<UpdatePoints> all;
    for (const auto &alias : m_cache.aliases(asset)) {
        all.append(m_history.updates().points(m_cache.account(alias.account), alias.nativeId, from,
                                              to, looksBefore));
    }
    return all;
}

QList<SloEvidence> QualityReader::evidence(const QList<QUuid> &slos, const QDateTime &from,
                                           const QDateTime &to)
{
    const auto [first, last] = boundsOf(from, to);
    const SloTable table(m_cache.connection());
    QList<SloEvidence> all;
    for (const auto &id : slos) {
        const auto row = table.byUuid(id);
        if (!row)
            continue;
        SloEvidence evidence{.slo = id};
        for (const auto &check : row->slo.checks)
            evidence.checks.append(pointsOf(check, row->account, first, last));
        if (row->slo.measure == domain::SloMeasure::Freshness) {
            if (const auto asset = entityNamedBy(m_cache, row->account, row->slo.asset))
                evidence.updates = updatesOf(*asset, first, last);
            else
                evidence.updates = m_history.updates().points(
                    m_cache.account(row->account), row->slo.asset, first, last, looksBefore);
        }
        all.append(std::move(evidence));
    }
    return all;
}

} // namespace portolan::store
