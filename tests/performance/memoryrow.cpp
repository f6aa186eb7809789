// SPDX-License-Identifier: GPL-3.0-or-later
// What a running program holds of a large catalogue: the store alone after many questions, and the
// window with the lineage of ten thousand things open.
#include "models/base/identity.h"
#include "tests/lineage/randomgraphs.h"
#include "tests/performance/storedmesh.h"

#include <QFileInfo>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr std::uint32_t lineageNodes = 10'000;
constexpr double memoryBudget = 300;

QString nameOf(std::uint32_t node)
{
    return u"warehouse.marts.table_%1"_s.arg(node);
}

//! Stores things that are made from each other like the models of a dbt project, in ten domains,
//! unless they are there.
void addLineage(store::Store &store)
{
    if (!valueOf(store.resolve(nameOf(0)).takeResult()).isEmpty())
        return;
    auto graph = tests::projectLike(lineageNodes, 2);
    // What hangs together with nothing is in no lineage.
    std::vector<bool> isTied(graph.nodes);
    for (const auto &arc : graph.edges)
        isTied[arc.source] = isTied[arc.target] = true;
    for (std::uint32_t node = 1; node < graph.nodes; ++node) {
        if (!isTied[node])
            graph.edges.push_back({node - 1, node});
    }
    QList<domain::Record> records(graph.nodes);
    for (std::uint32_t node = 0; node < graph.nodes; ++node) {
        auto &record = records[node];
        record.kind = domain::EntityKind::Asset;
        record.nativeId = nameOf(node);
        record.type = u"table"_s;
        record.name = u"table_%1"_s.arg(node);
        record.domain = {u"Lineage %1"_s.arg(node * 10 / graph.nodes)};
    }
    for (const auto &arc : graph.edges) {
        domain::LineageEdge edge;
        edge.source = nameOf(arc.source);
        edge.target = nameOf(arc.target);
        edge.validFrom = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        records[arc.target].lineage.append(edge);
    }
    valueOf(store.apply({demoAccountId(), std::move(records), {}}).takeResult());
}

} // namespace

QList<Figure> measureMemory(Setting &setting)
{
    { // so that it is there, and closed
        StoredMesh mesh(setting);
        addLineage(mesh.store());
    }
    const auto figure = [&setting](const QString &row, double megabytes) {
        return Figure{u"memory: "_s % row, setting.size(), megabytes, u"MB"_s, {}, {}, {},
                      memoryBudget};
    };
    QList<Figure> figures{
        figure(u"right after start and searches"_s, freshProcess(setting, u"memory"_s)),
        figure(u"eleven seconds later"_s, freshProcess(setting, u"rested memory"_s))};

    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QFileInfo(setting.program).path() % u"/portolan_windowmemory"_s,
                  {StoredMesh::directory(setting), u"-platform"_s, u"offscreen"_s});
    process.waitForFinished(-1);
    const auto cells = QString::fromUtf8(process.readAllStandardOutput()).simplified().split(u' ');
    if (process.exitCode() != 0 || cells.size() != 4)
        qFatal("the window did not show its lineage");
    figures.append(figure(u"window, searches, 10 k lineage open"_s, cells.at(0).toDouble()));
    figures.append(figure(u"… eleven seconds later"_s, cells.at(1).toDouble()));
    figures.append(
        {u"memory: … largest on the way"_s, setting.size(), cells.at(2).toDouble(), u"MB"_s});
    figures.append(
        {u"memory: … boxes in that picture"_s, setting.size(), cells.at(3).toDouble(), QString()});
    return figures;
}

} // namespace portolan::performance
