// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/qualityreader.h"

#include "models/store/sloplaces.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

using domain::EntityKind;
using domain::Relation;

std::pair<qint64, qint64> boundsOf(const QDateTime &from, const QDateTime &to)
{
    return {from.isValid() ? from.toMSecsSinceEpoch() : sinceEver,
            to.isValid() ? to.toMSecsSinceEpoch() : forEver};
}

QualityReader::QualityReader(EntityReader &cache, Connection &history, CheckList &kept)
    : m_cache(cache)
    , m_file(history)
    , m_ownsTransaction(!history.inTransaction())
    , m_history(history)
    , m_facts(cache.connection())
    , m_list(kept)
{
    static constexpr auto sql = "BEGIN";
    if (m_ownsTransaction)
        Query(m_file, sql).execute();
}

QualityReader::~QualityReader()
{
    static constexpr auto sql = "COMMIT";
    // Nothing was written, so there is nothing to lose when this fails.
    if (m_ownsTransaction)
        static_cast<void>(guarded([this] { Query(m_file, sql).execute(); }));
}

CheckFact QualityReader::factOf(const CheckFactTable::Row &row)
{
    return checkFactOf(m_cache.documents().payload(row.entity), row.account,
                       m_cache.accounts().platformOf(m_cache.account(row.account)));
}

QualityReader::Check QualityReader::withAsset(CheckFactTable::Row &&row)
{
    if (!row.fact)
        row.fact = factOf(row);
    Check check{std::move(row), {}};
    const std::pair name(check.row.fact->assetAccount, check.row.fact->asset);
    if (name.second.isEmpty())
        return check;
    auto known = m_assetNames.constFind(name);
    if (known == m_assetNames.cend()) {
        const auto record = m_cache.record(name.first, name.second);
        known = m_assetNames.insert(name, record ? std::optional(record->entity) : std::nullopt);
    }
    check.asset = *known;
    return check;
}

const CheckList &QualityReader::list()
{
    static constexpr auto versionSql = "PRAGMA data_version";
    if (m_isListCurrent)
        return m_list;
    qint64 version = 0;
    {
        Query query(m_cache.connection(), versionSql);
        query.step();
        version = query.integer(0);
    }
    if (!m_list.isOf(version)) {
        CheckList fresh;
        fresh.begin(version);
        m_facts.forEach([&](CheckFactTable::Row &&row) {
            const auto check = withAsset(std::move(row));
            fresh.add(shown(check), namesOf(check.row));
        });
        m_list = std::move(fresh);
    }
    m_list.learn(m_history);
    m_isListCurrent = true;
    return m_list;
}

std::optional<QualityReader::Check> QualityReader::checkOf(qint64 entity)
{
    auto row = m_facts.of(entity);
    return row ? std::optional(withAsset(std::move(*row))) : std::nullopt;
}

const QualityReader::Asset &QualityReader::assetOf(qint64 entity)
{
    auto known = m_assets.find(entity);
    if (known != m_assets.end())
        return *known;
    Asset asset;
    if (const auto found = m_cache.entity(entity)) {
        asset.id = found->id;
        asset.name = found->label();
        asset.domain = found->domain;
        asset.owner = found->ownerId;
        asset.ownerName = found->ownerName;
    }
    return *m_assets.insert(entity, asset);
}

QList<QualityReader::Name> QualityReader::namesOf(const CheckFactTable::Row &row)
{
    if (row.aliases == 1)
        return {{m_cache.account(row.account), row.nativeId}};
    QList<Name> names;
    for (const auto &alias : m_cache.aliases(row.entity))
        names.append({m_cache.account(alias.account), alias.nativeId});
    return names;
}

QList<qint64> QualityReader::checksAround(qint64 entity)
{
    QList<qint64> things{entity};
    const auto add = [&things](const QList<qint64> &more) {
        for (const auto one : more) {
            if (!things.contains(one))
                things.append(one);
        }
    };
    const auto addBehindPort = [&](qint64 port) {
        add(pointedAtBy(m_cache, port, Relation::Exposes));
        for (const auto contract : pointedAtBy(m_cache, port, Relation::GovernedBy)) {
            add({contract});
            add(pointedAtBy(m_cache, contract, Relation::Describes));
        }
    };
    const auto row = m_cache.entities().byId(entity);
    if (row && row->entity.kind == EntityKind::Product) {
        add(pointingAt(m_cache, entity, Relation::PartOf));
        for (const auto port : pointedAtBy(m_cache, entity, Relation::OutputPort)) {
            add({port});
            addBehindPort(port);
        }
    } else if (row && row->entity.kind == EntityKind::Port) {
        addBehindPort(entity);
    } else if (row && row->entity.kind == EntityKind::Contract) {
        add(pointedAtBy(m_cache, entity, Relation::Describes));
    }
    QList<qint64> checks;
    for (const auto thing : std::as_const(things)) {
        for (const auto check : pointingAt(m_cache, thing, Relation::Checks)) {
            if (!checks.contains(check))
                checks.append(check);
        }
    }
    return checks;
}

CheckRow QualityReader::shown(const Check &check)
{
    const auto &fact = *check.row.fact;
    CheckRow row{.id = check.row.id,
                 .account = m_cache.account(check.row.account),
                 .nativeId = check.row.nativeId,
                 .name = check.row.name,
                 .dimension = domain::canonicalDimension(fact.dimension),
                 .severity = fact.severity,
                 .assetName = fact.asset,
                 .field = fact.field,
                 .source = fact.source,
                 .expected = fact.expected};
    if (!check.asset)
        return row;
    const auto &asset = assetOf(*check.asset);
    row.asset = asset.id;
    row.assetName = asset.name;
    row.domain = asset.domain;
    row.owner = asset.owner;
    row.ownerName = asset.ownerName;
    return row;
}

void QualityReader::addRuns(CheckRow &row, const CheckState &state, const QString &nativeId,
                            const QDateTime &at) const
{
    auto runs = state.runs;
    auto last = state.last;
    if (at.isValid() && last && last->at > at) {
        const auto after = at.toMSecsSinceEpoch() + 1;
        runs -= m_history.runs().countFrom(state.id, after);
        const auto newest = m_history.runs().newest(state.id, sinceEver, after, 1);
        last = newest.isEmpty() ? std::nullopt : std::optional(newest.first());
    }
    row.runs += runs;
    if (!last || (row.last && row.last->at >= last->at))
        return;
    row.last = std::move(last);
    row.last->check = nativeId;
    row.since = {};
    if (verdictOf(row.last->status).value_or(true))
        return;
    if (const auto turned = m_history.flips().newest(state.id, row.last->at.toMSecsSinceEpoch()))
        row.since = QDateTime::fromMSecsSinceEpoch(*turned, Qt::UTC);
}

QList<CheckRow> QualityReader::checks(const CheckRequest &request)
{
    if (!request.of.isNull())
        return checksOf(request);
    const auto &checks = list();
    auto rows = checks.rows();
    m_history.forEach([&](const CheckState &state) {
        if (const auto row = checks.rowOf(state.id); row >= 0)
            addRuns(rows[row], state, checks.nativeId(state.id), request.at);
    });
    return rows;
}

QList<CheckRow> QualityReader::checksOf(const CheckRequest &request)
{
    const auto entity = m_cache.find(request.of);
    if (!entity)
        throw Error{Error::Kind::NotFound, u"there is no such entity"_s};
    QList<Check> found;
    if (auto check = checkOf(*entity)) {
        found.append(std::move(*check));
    } else {
        for (const auto id : checksAround(*entity)) {
            if (auto one = checkOf(id))
                found.append(std::move(*one));
        }
    }
    QList<CheckRow> rows;
    for (const auto &check : std::as_const(found)) {
        auto row = shown(check);
        for (const auto &[account, nativeId] : namesOf(check.row))
            addRuns(row, m_history.state(account, nativeId), nativeId, request.at);
        rows.append(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [](const CheckRow &left, const CheckRow &right) {
        return std::tie(left.nativeId, left.id) < std::tie(right.nativeId, right.id);
    });
    return rows;
}

QList<qint64> QualityReader::historyOf(const QUuid &check)
{
    const auto entity = m_cache.find(check);
    const auto row = entity ? m_facts.of(*entity) : std::nullopt;
    if (!row)
        throw Error{Error::Kind::NotFound, u"there is no such check"_s};
    QList<qint64> numbers;
    for (const auto &[account, nativeId] : namesOf(*row)) {
        if (const auto id = m_history.state(account, nativeId).id; id != 0)
            numbers.append(id);
    }
    return numbers;
}

QList<DayTotals> QualityReader::days(const QDateTime &from, const QDateTime &to)
{
    using GroupCounts = std::vector<RunCounts>;
    const auto &checks = list();
    const auto &groups = checks.groups();
    const auto [first, last] = boundsOf(from, to);
    const auto end = last == forEver ? dayOf(last) : dayOf(last - 1) + 1;
    std::map<qint64, GroupCounts> totals;
    // The days of a block come check by check, so that each is looked up once a block.
    qint64 block = sinceEver;
    std::array<GroupCounts *, daysInBlock> ofBlock{};
    m_history.days().forEach(dayOf(first), end,
                             [&](qint64 check, qint64 day, const DayRollup &rollup) {
                                 const auto row = checks.rowOf(check);
                                 if (row < 0)
                                     return; // a check that is no more
                                 if (flooredBy(day, daysInBlock) != block) {
                                     block = flooredBy(day, daysInBlock);
                                     ofBlock = {};
                                 }
                                 auto *&counts = ofBlock[std::size_t(day - block * daysInBlock)];
                                 if (!counts) {
                                     counts = &totals[day];
                                     counts->resize(std::size_t(groups.size()));
                                 }
                                 (*counts)[std::size_t(checks.groupOf(row))] += rollup.counts;
                             });
    std::vector<qsizetype> order(std::size_t(groups.size()));
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&groups](qsizetype left, qsizetype right) {
        const auto &a = groups.at(left);
        const auto &b = groups.at(right);
        return std::tie(a.domain, a.dimension) < std::tie(b.domain, b.dimension);
    });
    QList<DayTotals> days;
    for (const auto &[day, row] : totals) {
        for (const auto group : order) {
            if (row[std::size_t(group)].all() == 0)
                continue;
            auto total = groups.at(group);
            total.day = QDate(1970, 1, 1).addDays(day);
            total.counts = row[std::size_t(group)];
            days.append(std::move(total));
        }
    }
    return days;
}

QList<Flip> QualityReader::flips(const QList<QUuid> &assets)
{
    QList<Flip> flips;
    if (assets.isEmpty()) {
        const auto &checks = list();
        m_history.flips().forEach([&](const FlipTable::Row &flip) {
            const auto row = checks.rowOf(flip.check);
            if (row < 0)
                return;
            const auto &check = checks.rows().at(row);
            flips.append({check.id, check.asset, flip.at, !verdictOf(flip.status).value_or(true),
                          flip.status, flip.seen});
        });
        return flips;
    }
    for (const auto &asset : assets) {
        if (const auto entity = m_cache.find(asset))
            addFlipsOf(*entity, flips);
    }
    return flips;
}

void QualityReader::addFlipsOf(qint64 asset, QList<Flip> &flips)
{
    std::map<qint64, QUuid> checks; // by number
    for (const auto entity : pointingAt(m_cache, asset, Relation::Checks)) {
        const auto check = checkOf(entity);
        if (!check || check->asset != asset)
            continue;
        for (const auto &[account, nativeId] : namesOf(check->row)) {
            if (const auto number = m_history.state(account, nativeId).id; number > 0)
                checks.emplace(number, check->row.id);
        }
    }
    const auto id = assetOf(asset).id;
    for (const auto &[number, check] : checks) {
        for (const auto &flip : m_history.flips().of(number))
            flips.append({check, id, flip.at, !verdictOf(flip.status).value_or(true), flip.status,
                          flip.seen});
    }
}

qint64 QualityReader::runCount(const QUuid &account)
{
    qint64 runs = 0;
    const auto &checks = list();
    m_history.forEachCount(account, [&](qint64 number, qint64 count) {
        runs += checks.rowOf(number) < 0 ? 0 : count;
    });
    return runs;
}

} // namespace portolan::store
