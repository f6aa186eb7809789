// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/sampletriage.h"

#include "models/base/identity.h"
#include "models/items/incidentevidence.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;
constexpr int buckets = 240;
constexpr qsizetype mostRuns = 10'000;
constexpr qint64 bigGap = 1'037; // ms between runs: ten million in 120 days

template <typename T>
QFuture<Result<T>> answer(Result<T> value)
{
    QFutureInterface<Result<T>> promise;
    promise.reportStarted();
    promise.reportResult(std::move(value));
    promise.reportFinished();
    return promise.future();
}

qint64 ms(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

QDateTime timeOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
}

//! A rhythm of the day, so that charts look like something.
double wave(qint64 at)
{
    return std::sin(double(at % day) / double(day) * 6.283) * 420
        + double((at / minute * 7919) % 97) + 1100;
}

domain::CheckRun runAt(const QString &check, qint64 at, bool bad)
{
    domain::CheckRun run;
    run.check = check;
    run.at = timeOf(at);
    run.status = bad ? domain::RunStatus::Fail : domain::RunStatus::Pass;
    run.value = bad ? 0.0 : std::round(wave(at));
    run.observed = QString::number(*run.value, 'f', 0);
    run.expected = u"600 to 1,900"_s;
    run.totalRows = 4200;
    run.failedRows = bad ? 420 : 0;
    if (bad)
        run.message = u"no event since 09:37"_s;
    return run;
}

} // namespace

QUuid SampleTriage::idOf(const QString &name)
{
    return entityId(demoAccountId(), name);
}

items::Period lastWeeks(const items::QualitySource &source)
{
    return {source.now().addDays(-28), source.now()};
}

SampleTriage::SampleTriage(QObject *parent)
    : QualitySource(parent)
    , at(QDate(2026, 11, 23), QTime(14, 2), Qt::UTC)
{
    const QStringList fulfilment{u"Orders"_s, u"Fulfilment"_s};
    const auto dress = [](store::CheckRow &check, const QStringList &domain, const QString &owner,
                          const QString &dimension, const QString &severity) {
        check.domain = domain;
        check.ownerName = owner;
        check.dimension = dimension;
        check.severity = severity;
    };
    const QString carrier = u"/parcels/{id}/events"_s;
    for (const auto &name : {u"freshness"_s, u"volume"_s, u"not null carrier_id"_s})
        dress(addCheck(carrier, name, {{9000, false}, {262, true}}), fulfilment, u"Tomasz Wilk"_s,
              u"freshness"_s, u"critical"_s);
    dress(addCheck(u"order_events"_s, u"newest row at most 15 min old"_s, {{238, true}}),
          fulfilment, u"Maya Lindqvist"_s, u"freshness"_s, u"error"_s);
    dress(addCheck(u"late_parcel_board"_s, u"positions are of today"_s, {{160, true}}), fulfilment,
          u"Tomasz Wilk"_s, u"freshness"_s, u"warn"_s);
    dress(
        addCheck(u"returns_portal.items"_s, u"row count against orders"_s, {{4 * 1440 + 60, true}}),
        {u"Orders"_s, u"Returns"_s}, u"Ines Moreau"_s, u"completeness"_s, u"critical"_s);
    dress(addCheck(u"crm.accounts"_s, u"country code is ISO 3166"_s, {{22 * 1440, true}}),
          {u"Customer"_s}, u"Jonas Baptiste"_s, u"validity"_s, u"warn"_s);
    dress(addCheck(u"stock_levels"_s, u"no negative stock"_s, {{5000, true}, {4400, false}}),
          {u"Inventory"_s}, u"Amara Osei"_s, u"validity"_s, u"error"_s);
    m_roots = {{idOf(u"order_events"_s), idOf(carrier)},
               {idOf(u"late_parcel_board"_s), idOf(carrier)}};
    auto &big = addCheck(u"clicks"_s, u"big"_s, {{100, false}});
    big.id = bigCheck();
    addCoverage();
}

store::CheckRow &SampleTriage::addCheck(const QString &asset, const QString &name,
                                        const QList<std::pair<int, bool>> &turns)
{
    store::CheckRow check;
    check.nativeId = asset + u'.' + name;
    check.id = idOf(check.nativeId);
    check.name = name;
    check.asset = idOf(asset);
    check.assetName = asset;
    check.source = u"dbt"_s;
    check.expected = u"600 to 1,900"_s;
    for (const auto &[minutes, bad] : turns) {
        const auto when = ms(at) - minutes * minute;
        flips.append({check.id, check.asset, when, bad,
                      bad ? domain::RunStatus::Fail : domain::RunStatus::Pass});
        check.last = runAt(check.nativeId, when, bad);
    }
    // The newest run says what the last turn said.
    if (!turns.isEmpty())
        check.last = runAt(check.nativeId, ms(at) - 7 * minute, turns.last().second);
    checks.append(check);
    return checks.last();
}

void SampleTriage::addCoverage()
{
    const std::pair<QString, QStringList> assets[] = {
        {u"orders"_s, {u"Orders"_s, u"Checkout"_s}},
        {u"order_lines"_s, {u"Orders"_s, u"Checkout"_s}},
        {u"parcels"_s, {u"Orders"_s, u"Fulfilment"_s}},
        {u"customers"_s, {u"Customer"_s}},
        {u"invoices"_s, {u"Finance"_s}},
        {u"stock_levels"_s, {u"Inventory"_s}},
        {u"web_sessions"_s, {}}};
    const QStringList why{u"primary key"_s, u"restricted"_s, u"3 products read it"_s,
                          u"in a contract"_s};
    for (int i = 0; i < 84; ++i) {
        const auto &[asset, domain] = assets[i % 7];
        items::CoverageRow row;
        row.asset = idOf(asset);
        row.assetName = asset;
        row.field = i < 7 ? QString() : u"field_%1"_s.arg(i / 7);
        row.why = why.at(i % 4);
        row.domain = domain;
        row.ownerName = u"Maya Lindqvist"_s;
        row.checks = i < 65 ? 1 + i % 3 : 0;
        row.checksThatRan = i < 61 ? row.checks : 0;
        covered.append(row);
    }
}

QFuture<Result<items::QualityBoard>> SampleTriage::board(const items::Period &period)
{
    items::QualityBoard board;
    board.period = period;
    board.checks = checks;
    const auto add = [&](const QString &product, const QString &owner, domain::SloState state,
                         double remaining) {
        items::ServiceLevel level;
        level.row.id = idOf(u"slo:"_s + product);
        level.row.product = idOf(product);
        level.row.productName = product;
        level.row.ownerName = owner;
        level.row.slo.dimension = u"freshness"_s;
        level.figures.state = state;
        level.figures.budget.remaining = remaining;
        board.levels.append(level);
    };
    add(u"Order events"_s, u"Maya Lindqvist"_s, domain::SloState::Burning, 0.39);
    add(u"Delivery promise"_s, u"Maya Lindqvist"_s, domain::SloState::Burning, 0.71);
    add(u"Customer 360"_s, u"Jonas Baptiste"_s, domain::SloState::Met, 0.9);
    items::FailureRoot root;
    root.asset = idOf(u"/parcels/{id}/events"_s);
    root.hit = {idOf(u"slo:Order events"_s), idOf(u"slo:Delivery promise"_s)};
    root.hitNames = {u"Order events"_s, u"Delivery promise"_s};
    root.affected = 21;
    board.roots = {root};
    return answer<items::QualityBoard>(board);
}

QFuture<Result<items::SloStory>> SampleTriage::slo(const QUuid &, const items::Period &)
{
    return answer<items::SloStory>(failure(Error::Kind::NotFound, u"no service levels here"_s));
}

items::CheckStory SampleTriage::bigStory(const items::Period &period) const
{
    items::CheckStory story{period, {}, {}, {}};
    const auto from = ms(period.from);
    const auto to = ms(period.to);
    const auto step = std::max<qint64>(1, (to - from) / buckets);
    for (auto start = from; start < to; start += step) {
        store::RunBucket bucket{timeOf(start), timeOf(start + step), {}, 200.0, 1800.0};
        bucket.counts.pass = step / bigGap;
        bucket.counts.fail = (start / day) % 9 == 0 ? step / bigGap / 20 : 0;
        bucket.counts.pass -= bucket.counts.fail;
        story.buckets.append(bucket);
    }
    const auto count = std::min<qint64>(mostRuns, (to - from) / bigGap);
    for (qint64 i = 0; i < count; ++i)
        story.runs.append(runAt(u"big"_s, to - 1 - i * bigGap, false));
    if (count < mostRuns) {
        story.buckets.clear();
        store::RunBucket all{period.from, period.to, {}, 200.0, 1800.0};
        all.counts.pass = count;
        story.buckets.append(all);
    }
    return story;
}

Result<items::CheckStory> SampleTriage::storyOf(const QUuid &id, const items::Period &period) const
{
    const auto row = std::find_if(checks.begin(), checks.end(),
                                  [&](const auto &check) { return check.id == id; });
    if (row == checks.end())
        return failure(Error::Kind::NotFound, u"no such check"_s);
    items::CheckStory story{period, *row, {}, {}};
    if (id == bigCheck()) {
        story = bigStory(period);
        story.check = *row;
        return story;
    }
    const auto turnsBefore = [&](qint64 when) {
        bool bad = false;
        for (const auto &flip : flips)
            bad = flip.check == id && flip.at <= when ? flip.bad : bad;
        return bad;
    };
    const auto last = std::min(ms(period.to), ms(at)) - 1;
    const auto gap = period.from.daysTo(period.to) > 3 ? 180 * minute : 20 * minute;
    for (auto when = last / gap * gap; when >= ms(period.from); when -= gap) {
        // Nobody looked for two days.
        const auto ago = (ms(at) - when) / day;
        if (ago >= 9 && ago < 11)
            continue;
        story.runs.append(runAt(row->nativeId, when, turnsBefore(when)));
    }
    store::RunBucket all{period.from, period.to, {}, {}, {}};
    for (const auto &run : std::as_const(story.runs))
        all.counts.add(run.status);
    story.buckets.append(all);
    return story;
}

QFuture<Result<items::CheckStory>> SampleTriage::check(const QUuid &id, const items::Period &period)
{
    asked.append(period);
    auto story =
        problem ? Result<items::CheckStory>(tl::unexpected(*problem)) : storyOf(id, period);
    if (!holdsChecks)
        return answer<items::CheckStory>(std::move(story));
    QFutureInterface<Result<items::CheckStory>> promise;
    promise.reportStarted();
    m_held.append({promise, std::move(story)});
    return promise.future();
}

void SampleTriage::release(int question)
{
    auto &[promise, story] = m_held[question];
    promise.reportResult(story);
    promise.reportFinished();
}

QFuture<Result<QList<items::Incident>>> SampleTriage::incidents(const items::Period &period)
{
    if (problem)
        return answer<QList<items::Incident>>(tl::unexpected(*problem));
    if (isEmpty)
        return answer<QList<items::Incident>>(QList<items::Incident>());
    items::IncidentEvidence evidence;
    evidence.flips = flips;
    evidence.checks = checks;
    for (const auto &step : std::as_const(steps))
        evidence.actions.append(step);
    evidence.rootOf = [this](const QUuid &asset) { return m_roots.value(asset, asset); };
    return answer<QList<items::Incident>>(items::incidentsOf(evidence, period));
}

QFuture<Result<QList<items::CoverageRow>>> SampleTriage::coverage()
{
    if (problem)
        return answer<QList<items::CoverageRow>>(tl::unexpected(*problem));
    return answer<QList<items::CoverageRow>>(isEmpty ? QList<items::CoverageRow>() : covered);
}

QFuture<Result<void>> SampleTriage::triage(const QList<store::TriageAction> &actions)
{
    if (problem)
        return answer<void>(tl::unexpected(*problem));
    steps.append(actions);
    Q_EMIT changed();
    return answer<void>({});
}

QFuture<Result<void>> SampleTriage::undoTriage()
{
    if (steps.isEmpty())
        return answer<void>(failure(Error::Kind::NotFound, u"nothing to take back"_s));
    steps.removeLast();
    Q_EMIT changed();
    return answer<void>({});
}

} // namespace portolan::tests
