// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to store a large lineage and to read it back whole: now, as of a date, and with
// columns. Each asset is made from five that came shortly before it.
#include "models/base/clock.h"
#include "models/store/store.h"
#include "tests/performance/bench.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr int edgesPerAsset = 5;
constexpr int pageSize = 500;
const QUuid account(u"5e1f0000-0000-4000-8000-000000000005"_s);

domain::Record assetAt(int number, QRandomGenerator &random)
{
    const auto nameOf = [](int asset) { return u"warehouse.schema.table_%1"_s.arg(asset); };
    domain::Record record;
    record.kind = domain::EntityKind::Asset;
    record.nativeId = nameOf(number);
    record.type = u"table"_s;
    record.name = u"table_%1"_s.arg(number);
    record.domain = {u"Domain %1"_s.arg(number % 40)};
    for (int i = 0; number > 0 && i < edgesPerAsset; ++i) {
        domain::LineageEdge edge;
        edge.source = nameOf(std::max(0, number - 1 - random.bounded(2000)));
        edge.target = record.nativeId;
        edge.job = u"job_%1"_s.arg(number);
        edge.validFrom = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        record.lineage.append(edge);
        edge.level = domain::LineageLevel::Field;
        edge.sourceField = u"column_%1"_s.arg(i);
        edge.targetField = u"column_%1"_s.arg(i + 1);
        edge.transformation.type = u"DIRECT"_s;
        record.lineage.append(edge);
    }
    return record;
}

template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *std::move(result);
}

//! Seconds that the import of \a assets takes.
double importSeconds(store::Store &store, int assets)
{
    return millisecondsOf([&] {
               QRandomGenerator random(1);
               QList<QFuture<Result<store::WriteCounts>>> underWay;
               for (int from = 0; from < assets; from += pageSize) {
                   QList<domain::Record> page;
                   for (int i = from; i < std::min(assets, from + pageSize); ++i)
                       page.append(assetAt(i, random));
                   underWay.append(store.apply({account, std::move(page), {}}));
                   if (underWay.size() > 4)
                       valueOf(underWay.takeFirst().takeResult());
               }
               for (auto &future : underWay)
                   valueOf(future.takeResult());
           })
        / 1000;
}

} // namespace

QList<Figure> measureStoredLineage(Setting &setting)
{
    const int assets = setting.quick ? 10'000 : 200'000;
    const SystemClock clock;
    const auto profile = valueOf(store::Profile::open(setting.folder % u"/lineage"_s));
    const auto store = valueOf(store::Store::open(profile, clock));
    const QString size = u"%1 k edges"_s.arg(assets * edgesPerAsset / 1000);
    QList<Figure> figures;
    const auto add = [&](const QString &row, double value, const QString &unit) {
        figures.append({row, size, value, unit, {}, {}, {}, {}});
    };
    add(u"lineage: store, with as many of columns"_s, importSeconds(*store, assets), u"s"_s);
    const auto read = [&](const store::LineageRequest &request) {
        std::vector<double> times;
        for (int i = 0; i < 3; ++i) {
            times.push_back(millisecondsOf([&] {
                const auto graph = valueOf(store->lineage(request).takeResult());
                if (graph.nodes.size() < std::size_t(assets))
                    qFatal("%zu nodes of %d", graph.nodes.size(), assets);
            }));
        }
        return percentile(times, 50);
    };
    add(u"lineage: read whole"_s, read({}), u"ms"_s);
    add(u"lineage: read whole, as of a date"_s,
        read({.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'001, Qt::UTC)}), u"ms"_s);
    add(u"lineage: read whole, with columns"_s, read({.fields = true}), u"ms"_s);
    return figures;
}

} // namespace portolan::performance
