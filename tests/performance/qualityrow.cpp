// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview of quality asks the store for, over ten million check runs, beside GROUP BY
// over the same rows; the whole overview with its service levels and the lineage; what a change of
// all their states costs the writer; runs that come day by day; and a check with a million runs.
#include "models/items/qualityreading.h"
#include "models/items/standingkeeper.h"
#include "models/store/connection.h"
#include "tests/performance/storedmesh.h"

#include <QDir>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr int checksPerAsset = 3;
constexpr int checksAPage = 20;
constexpr qint64 runsAPage = 20'000;
constexpr qint64 dayMs = 86'400'000;
const QUuid account(u"5e1f0000-0000-4000-8000-000000000006"_s);
const QDateTime lastRun(QDate(2026, 11, 26), QTime(6, 0), Qt::UTC);

QString assetName(int number)
{
    return u"warehouse.schema.table_%1"_s.arg(number);
}

QString checkName(int number)
{
    return u"check.table_%1.rule_%2"_s.arg(number / checksPerAsset).arg(number);
}

//! Each asset is made from two that came shortly before it.
void addSources(domain::Record &asset, int number, QRandomGenerator &random)
{
    for (int i = 0; number > 0 && i < 2; ++i) {
        domain::LineageEdge edge;
        edge.source = assetName(std::max(0, number - 1 - random.bounded(300)));
        edge.target = asset.nativeId;
        edge.job = u"job_%1"_s.arg(number);
        edge.validFrom = lastRun.addDays(-1000);
        asset.lineage.append(edge);
    }
}

void importCatalogue(store::Store &store, int checks)
{
    QRandomGenerator random(3);
    QList<domain::Record> records;
    for (int i = 0; i < checks; ++i) {
        if (i % checksPerAsset == 0) {
            domain::Record asset;
            asset.nativeId = assetName(i / checksPerAsset);
            asset.name = u"table_%1"_s.arg(i / checksPerAsset);
            asset.domain = {u"Domain %1"_s.arg(i / checksPerAsset % 20)};
            addSources(asset, i / checksPerAsset, random);
            records.append(asset);
        }
        domain::Record check;
        check.kind = domain::EntityKind::Check;
        check.nativeId = checkName(i);
        check.name = u"rule_%1"_s.arg(i);
        check.relations = {{domain::Relation::Checks, assetName(i / checksPerAsset)}};
        domain::QualityRule rule;
        rule.dimension = domain::dimensions().at(i % domain::dimensions().size());
        rule.severity = u"error"_s;
        rule.expression = u"at most 5 %"_s;
        check.quality = {rule};
        records.append(check);
    }
    valueOf(store.apply({.account = account, .records = records}).takeResult());
    valueOf(store.finishPull({.account = account, .state = u"complete"_s}, {}).takeResult());
}

//! \a count service levels, each of the checks of one asset.
QList<domain::Slo> levelsOf(int count, int checks)
{
    QList<domain::Slo> slos;
    for (int i = 0; i < count; ++i) {
        const int asset = i % (checks / checksPerAsset);
        domain::Slo slo;
        slo.nativeId = u"slo:level_%1"_s.arg(i);
        slo.name = u"level_%1"_s.arg(i);
        slo.asset = assetName(asset);
        slo.dimension = u"accuracy"_s;
        slo.source = u"openslo"_s;
        for (int check = 0; check < checksPerAsset; ++check)
            slo.checks.append(checkName(asset * checksPerAsset + check));
        slos.append(slo);
    }
    return slos;
}

//! A tenth of the checks fail one time in five, the others one time in two hundred.
domain::CheckRun runAt(const QString &check, const QDateTime &at, bool often,
                       QRandomGenerator &random)
{
    const bool fails = random.bounded(often ? 5 : 200) == 0;
    const auto failed = fails ? random.bounded(1, 500) : 0;
    return {.check = check,
            .at = at,
            .runId = u"run"_s,
            .status = fails ? domain::RunStatus::Fail : domain::RunStatus::Pass,
            .observed = QString::number(failed),
            .expected = u"at most 5 %"_s,
            .value = failed,
            .failedRows = failed,
            .totalRows = 10'000};
}

//! Seconds that it takes to store \a runs of each of \a checks, a day apart.
double importRuns(store::Store &store, int checks, int runs)
{
    QRandomGenerator random(1);
    double seconds = 0;
    QList<QFuture<Result<store::WriteCounts>>> underWay;
    for (int from = 0; from < checks; from += checksAPage) {
        domain::Evidence evidence;
        evidence.runs.reserve(qsizetype(checksAPage) * runs);
        for (int i = from; i < std::min(checks, from + checksAPage); ++i) {
            for (int run = 0; run < runs; ++run)
                evidence.runs.append(
                    runAt(checkName(i), lastRun.addDays(run + 1 - runs), i % 10 == 0, random));
        }
        seconds +=
            millisecondsOf([&] {
                underWay.append(store.apply({.account = account, .evidence = std::move(evidence)}));
                if (underWay.size() > 2)
                    valueOf(underWay.takeFirst().takeResult());
            })
            / 1000;
    }
    for (auto &future : underWay)
        seconds += millisecondsOf([&] { valueOf(future.takeResult()); }) / 1000;
    return seconds;
}

//! Seconds a day that it takes to store what \a checks found on each of \a days, day by day.
double importDays(store::Store &store, int checks, int days)
{
    QRandomGenerator random(4);
    return millisecondsOf([&] {
               for (int day = 0; day < days; ++day) {
                   domain::Evidence evidence;
                   for (int i = 0; i < checks; ++i)
                       evidence.runs.append(
                           runAt(checkName(i), lastRun.addDays(day - days), i % 10 == 0, random));
                   valueOf(store.apply({.account = account, .evidence = std::move(evidence)})
                               .takeResult());
               }
           })
        / 1000 / days;
}

//! Gives the first check \a runs more, a minute apart, before all others.
void importLongCheck(store::Store &store, qint64 runs)
{
    QRandomGenerator random(2);
    const auto begin = lastRun.addSecs(-runs * 60).addDays(-2000);
    for (qint64 from = 0; from < runs; from += runsAPage) {
        domain::Evidence evidence;
        for (qint64 run = from; run < std::min(runs, from + runsAPage); ++run)
            evidence.runs.append(runAt(checkName(0), begin.addSecs(run * 60), true, random));
        valueOf(store.apply({.account = account, .evidence = std::move(evidence)}).takeResult());
    }
}

double middle(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i)
        times.push_back(millisecondsOf(work));
    return percentile(times, 50);
}

//! The same 28 days from the rows themselves, without the names of domains.
double groupByMilliseconds(const QString &file)
{
    static constexpr auto sql =
        "SELECT check_id, at / 86400000, status, count(*) FROM check_run WHERE at >= ?1"
        " GROUP BY 1, 2, 3";
    store::Connection history({.file = file, .readOnly = true, .cacheKiB = 200 * 1024});
    return millisecondsOf([&] {
        store::Query query(history, sql);
        query.bind(lastRun.toMSecsSinceEpoch() - 28 * dayMs);
        qint64 rows = 0;
        while (query.step())
            ++rows;
        if (rows == 0)
            qFatal("no rows");
    });
}

//! The overview as the pane reads it, and what becomes of the states of service levels.
QList<Figure> levelFigures(store::Store &store, int checks, const QString &size)
{
    QList<Figure> figures;
    const items::Period period{lastRun.addDays(-28), lastRun.addSecs(60)};
    valueOf(store.replaceSlos(account, levelsOf(500, checks)).takeResult());
    figures.append({u"quality: overview as the pane reads it"_s, size + u", 500 SLOs"_s,
                    middle([&] {
                        if (valueOf(items::readBoard(store, period)).levels.size() != 500)
                            qFatal("the board is not whole");
                    }),
                    u"ms"_s});
    figures.append({u"quality: incidents"_s, size,
                    middle([&] { valueOf(items::readIncidents(store, period)); }), u"ms"_s});
    valueOf(store.replaceSlos(account, levelsOf(5000, checks)).takeResult());
    figures.append({u"quality: standings of 5,000 SLOs found and stored"_s, size,
                    millisecondsOf([&] { valueOf(items::renewStandings(store, period.to)); }),
                    u"ms"_s});
    auto standings = valueOf(store.standings().takeResult());
    figures.append({u"… stored with one that changed"_s, u"5 k SLOs"_s, middle([&] {
                        auto &first = standings.first();
                        first.state = first.state == domain::SloState::Met
                            ? domain::SloState::Missed
                            : domain::SloState::Met;
                        valueOf(store.putStandings({first}).takeResult());
                    }),
                    u"ms"_s});
    domain::Record asset;
    asset.nativeId = u"warehouse.schema.aside"_s;
    int number = 0;
    figures.append(
        {u"… an asset changed"_s, u"5 k SLOs"_s, middle([&] {
             asset.name = u"aside %1"_s.arg(++number);
             valueOf(store.apply({.account = account, .records = {asset}}).takeResult());
             valueOf(
                 store.finishPull({.account = account, .state = u"complete"_s}, {}).takeResult());
         }),
         u"ms"_s});
    valueOf(store.replaceSlos(account, {}).takeResult());
    return figures;
}

//! Storing what \a checks found day by day, as tools bring it.
Figure dailyFigure(const QString &folder, int checks)
{
    constexpr int days = 30;
    const SystemClock clock;
    QDir(folder).removeRecursively();
    const auto profile = valueOf(store::Profile::open(folder));
    const auto store = valueOf(store::Store::open(profile, clock));
    importCatalogue(*store, checks);
    return {u"quality: store one day"_s, u"%1 k runs"_s.arg(checks / 1000),
            importDays(*store, checks, days), u"s"_s};
}

} // namespace

QList<Figure> measureQuality(Setting &setting)
{
    const int checks = setting.quick ? 1000 : 10'000;
    const int runs = 1000;
    const qint64 ofOne = setting.quick ? 100'000 : 1'000'000;
    const SystemClock clock;
    const auto profile = valueOf(store::Profile::open(setting.folder % u"/quality"_s));
    const auto store = valueOf(store::Store::open(profile, clock));
    const auto size = u"%1 M runs"_s.arg(qint64(checks) * runs / 1'000'000);
    QList<Figure> figures;
    if (valueOf(store->counts().takeResult()).checks == 0) {
        importCatalogue(*store, checks);
        figures.append({u"quality: store"_s, size, importRuns(*store, checks, runs), u"s"_s});
    }
    figures.append(dailyFigure(setting.folder % u"/daily"_s, checks));
    const auto from = lastRun.addDays(-28);
    const auto to = lastRun.addSecs(60);
    const auto ask = [&] {
        auto rows = store->checks({.of = {}, .at = to});
        auto days = store->qualityDays(from, to);
        if (valueOf(rows.takeResult()).size() != checks || valueOf(days.takeResult()).isEmpty())
            qFatal("the overview is not whole");
    };
    const auto firstTime = millisecondsOf(ask);
    const auto overview = middle(ask);
    Figure whole{u"quality: overview"_s, size, overview, u"ms"_s};
    whole.budget = 200;
    if (setting.references) {
        whole.reference = u"GROUP BY of the rows"_s;
        whole.referenceValue = groupByMilliseconds(profile.historyFile());
        whole.ratio = overview / *whole.referenceValue;
    }
    figures.append(whole);
    figures.append({u"… the first time"_s, size, firstTime, u"ms"_s});
    figures.append({u"… checks with their newest runs"_s, size,
                    middle([&] { valueOf(store->checks().takeResult()); }), u"ms"_s});
    figures.append({u"… 28 days"_s, size,
                    middle([&] { valueOf(store->qualityDays(from, to).takeResult()); }), u"ms"_s});
    figures.append({u"quality: all flips"_s, size,
                    middle([&] { valueOf(store->flips().takeResult()); }), u"ms"_s});

    figures += levelFigures(*store, checks, size);

    const auto id = valueOf(store->checks().takeResult()).first().id;
    if (valueOf(store->checks({.of = id, .at = {}}).takeResult()).first().runs == runs)
        importLongCheck(*store, ofOne);
    const auto longSize = u"%1 k runs"_s.arg(ofOne / 1000);
    figures.append({u"quality: every run of one check"_s, longSize,
                    middle([&] { valueOf(store->checkPoints(id, {}, {}).takeResult()); }),
                    u"ms"_s});
    figures.append({u"quality: its 2,000 buckets"_s, longSize, middle([&] {
                        const auto begin = lastRun.addDays(-2000).addSecs(-ofOne * 60);
                        valueOf(store->checkBuckets(id, begin, to, 2000).takeResult());
                    }),
                    u"ms"_s});
    return figures;
}

} // namespace portolan::performance
