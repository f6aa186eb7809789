// SPDX-License-Identifier: GPL-3.0-or-later
// Lineage: the first picture, the refined one beside other programs' on the same graph, closure,
// and memory.
#include "models/lineage/closure.h"
#include "tests/lineage/randomgraphs.h"
#include "tests/lineage/realgraphs.h"
#include "tests/performance/bench.h"
#include "tests/performance/lineagepeers.h"

#include <sqlite3.h>

#include <QSet>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

using lineage::Direction;
using lineage::LayeredLayout;
using lineage::NodeIndex;
using tests::MadeGraph;

constexpr double firstBudget10k = 50;
constexpr double firstBudget50k = 400;
constexpr double closureBudget = 50;
constexpr std::chrono::milliseconds refineTime{1000};
constexpr int peerSeconds = 150;
constexpr int peerSecondsQuick = 20;
constexpr int repetitions = 5;

QString nodesOf(const MadeGraph &graph)
{
    return graph.nodes < 1000 || graph.nodes % 1000 > 1 ? u"%1 nodes"_s.arg(graph.nodes)
                                                        : u"%1 k nodes"_s.arg(graph.nodes / 1000);
}

//! What a graph is called in a row: a family without its size, or a file with its folder.
QString nameOf(const MadeGraph &graph)
{
    if (graph.name.contains(u'/'))
        return graph.name.section(u'/', -2).left(34);
    return graph.name.front().isDigit() ? graph.name : graph.name.section(u' ', 0, 0);
}

//! Lines that are drawn once by everybody: no loops, no repetitions.
MadeGraph simple(MadeGraph graph)
{
    std::erase_if(graph.edges, [](const lineage::Arc &arc) { return arc.source == arc.target; });
    std::sort(graph.edges.begin(), graph.edges.end());
    graph.edges.erase(std::unique(graph.edges.begin(), graph.edges.end()), graph.edges.end());
    return graph;
}

std::vector<MadeGraph> families(std::uint32_t nodes)
{
    return {simple(tests::layeredGraph(nodes, 25, 1.6, 1)), simple(tests::projectLike(nodes, 2)),
            simple(tests::scaleFree(nodes, 2, 3))};
}

//! The largest graph of a dbt manifest and the largest of OpenLineage events among the real
//! payloads; says so where there are none.
std::vector<MadeGraph> largestReal()
{
    std::vector<MadeGraph> largest(2);
    for (auto &graph : tests::realGraphs()) {
        auto &own = largest[graph.name.contains(u"manifest"_s) ? 0 : 1];
        if (graph.edges.size() > own.edges.size())
            own = simple(std::move(graph));
    }
    std::erase_if(largest, [](const MadeGraph &graph) { return graph.edges.empty(); });
    if (largest.size() < 2)
        std::fprintf(stderr, "SKIP lineage of %s: no real payloads here\n",
                     largest.empty() ? "dbt and OpenLineage" : "one of dbt and OpenLineage");
    return largest;
}

//! Shapes that break layouts. \a isLarge: as they are met, else as peers can end on them.
std::vector<MadeGraph> shapes(bool isLarge)
{
    static const auto real = largestReal();
    auto made = real;
    made.push_back(tests::chain(isLarge ? 10'000 : 1000));
    made.push_back(tests::star(isLarge ? 5000 : 1000, true));
    made.push_back(isLarge ? tests::bipartite(200, 200) : tests::bipartite(40, 40));
    made.push_back(isLarge ? tests::manyParts(2000, 9, 2) : tests::manyParts(150, 9, 2));
    return made;
}

//! The best of some runs: what it costs when nothing else has the machine.
double firstPicture(const MadeGraph &graph)
{
    auto best = std::numeric_limits<double>::max();
    for (int i = 0; i < repetitions; ++i) {
        auto input = tests::inputOf(graph);
        best = std::min(best, millisecondsOf([&] {
                            LayeredLayout layout(std::move(input));
                            static_cast<void>(layout.first());
                        }));
    }
    return best;
}

QList<Figure> firstPictures()
{
    QList<Figure> figures;
    for (const auto nodes : {1000U, 10'000U, 50'000U}) {
        for (const auto &graph : families(nodes)) {
            Figure figure{u"lineage: first, "_s % nameOf(graph), nodesOf(graph),
                          firstPicture(graph), u"ms"_s};
            if (nodes > 1000)
                figure.budget = nodes == 10'000 ? firstBudget10k : firstBudget50k;
            figures.append(figure);
        }
    }
    for (const auto &graph : shapes(true)) {
        Figure figure{u"lineage: first, "_s % nameOf(graph), nodesOf(graph), firstPicture(graph),
                      u"ms"_s};
        figure.budget = firstBudget10k;
        figures.append(figure);
    }
    return figures;
}

Figure compared(const QString &what, const MadeGraph &graph, double ours, const QString &unit,
                const PeerResult &peer, double theirs)
{
    Figure figure{u"lineage: "_s % nameOf(graph) % u", "_s % what, nodesOf(graph), ours, unit,
                  peer.name};
    if (peer.cost) {
        figure.referenceValue = theirs;
        figure.ratio = theirs > 0 ? std::optional(ours / theirs) : std::nullopt;
    } else {
        figure.reference = peer.name % u": "_s % peer.remark;
    }
    return figure;
}

//! Says once that there is nothing to compare with.
void sayMissing(const QString &peer)
{
    static QSet<QString> said;
    if (!said.contains(peer))
        std::fprintf(stderr, "SKIP %s: not installed, its rows are left out\n", qPrintable(peer));
    said.insert(peer);
}

//! All costs of the refined drawing of \a graph beside each peer's.
QList<Figure> besidePeers(const MadeGraph &graph, int seconds)
{
    const auto input = tests::inputOf(graph);
    lineage::Layout drawn;
    const auto took = millisecondsOf([&] {
        LayeredLayout layout(input);
        static_cast<void>(layout.first());
        layout.refine({.time = refineTime});
        drawn = layout.drawing();
    });
    const auto ours = costOf(input, drawn, took);
    QList<Figure> figures;
    for (const auto &peer : askPeers(graph, seconds)) {
        if (peer.isMissing) {
            sayMissing(peer.name);
            continue;
        }
        const auto theirs = peer.cost.value_or(DrawingCost());
        auto crossings =
            compared(u"crossings"_s, graph, ours.crossings, u"pairs"_s, peer, theirs.crossings);
        if (peer.name == u"dot"_s) {
            crossings.budget = 1;
            crossings.budgetIsRatio = true;
        }
        figures.append(crossings);
        if (!peer.cost)
            continue;
        figures.append(compared(u"length"_s, graph, ours.length, u"nodes"_s, peer, theirs.length));
        figures.append(compared(u"bends"_s, graph, ours.bends, u"bends"_s, peer, theirs.bends));
        figures.append(compared(u"area"_s, graph, ours.area, u"nodes"_s, peer, theirs.area));
        figures.append(compared(u"refined"_s, graph, took, u"ms"_s, peer, theirs.milliseconds));
    }
    return figures;
}

void run(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(db));
}

//! The edges in SQLite, indexed both ways, and the closure asked by a recursive expression.
class ClosureReference
{
public:
    explicit ClosureReference(const MadeGraph &graph)
    {
        if (sqlite3_open(":memory:", &m_db) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_db));
        run(m_db, "CREATE TABLE edge(source INTEGER, target INTEGER); BEGIN");
        auto *const insert = prepare("INSERT INTO edge VALUES(?1, ?2)");
        for (const auto &[source, target] : graph.edges) {
            sqlite3_bind_int64(insert, 1, source);
            sqlite3_bind_int64(insert, 2, target);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        run(m_db,
            "COMMIT; CREATE INDEX down ON edge(source, target); CREATE INDEX up ON edge(target, "
            "source)");
    }

    ~ClosureReference() { sqlite3_close(m_db); }
    Q_DISABLE_COPY_MOVE(ClosureReference)

    //! How many nodes are reached.
    qint64 count(NodeIndex start, Direction direction)
    {
        auto *const query = prepare(
            direction == Direction::Downstream
                ? "WITH RECURSIVE reached(node) AS (VALUES(?1) UNION SELECT target FROM edge JOIN "
                  "reached ON source = node) SELECT count(*) FROM reached"
                : "WITH RECURSIVE reached(node) AS (VALUES(?1) UNION SELECT source FROM edge JOIN "
                  "reached ON target = node) SELECT count(*) FROM reached");
        sqlite3_bind_int64(query, 1, start);
        sqlite3_step(query);
        const auto count = sqlite3_column_int64(query, 0);
        sqlite3_finalize(query);
        return count;
    }

private:
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_db));
        return statement;
    }

    sqlite3 *m_db = nullptr;
};

//! Both closures of one node of a graph of a million edges; the worst of some nodes.
QList<Figure> closures()
{
    auto made = simple(tests::layeredGraph(400'000, 60, 2.62, 1));
    const auto graph = tests::graphOf(made);
    double worst = 0;
    NodeIndex hardest = 0;
    std::size_t reached = 0;
    for (NodeIndex node = 1000; node < graph.nodeCount(); node += 19'997) {
        std::size_t count = 0;
        const auto took = millisecondsOf([&] {
            const NodeIndex starts[] = {node};
            count = closure(graph, starts, Direction::Upstream).nodes.size()
                + closure(graph, starts, Direction::Downstream).nodes.size();
        });
        if (took > worst) {
            worst = took;
            hardest = node;
            reached = count;
        }
    }
    ClosureReference reference(made);
    qint64 rows = 0;
    const auto theirs = millisecondsOf([&] {
        rows = reference.count(hardest, Direction::Upstream)
            + reference.count(hardest, Direction::Downstream);
    });
    if (rows != static_cast<qint64>(reached))
        qFatal("the closures differ: %lld and %zu nodes", static_cast<long long>(rows), reached);
    Figure figure{u"lineage: closure, both ways"_s,
                  u"%1 M edges"_s.arg(graph.edgeCount() / 1e6, 0, 'f', 2),
                  worst,
                  u"ms"_s,
                  u"recursive CTE"_s,
                  theirs,
                  worst / theirs};
    figure.budget = closureBudget;
    return {figure};
}

Figure memory()
{
    const auto before = residentMegabytes();
    LayeredLayout layout(tests::inputOf(tests::layeredGraph(10'000, 25, 1.6, 1)));
    static_cast<void>(layout.first());
    layout.refine({.steps = 40});
    const auto drawn = layout.drawing();
    return {u"lineage: memory of layout and drawing"_s, u"10 k nodes"_s,
            residentMegabytes() - before, u"MB"_s};
}

} // namespace

QList<Figure> measureLineage(Setting &setting)
{
    QList<Figure> figures{memory()};
    figures += firstPictures();
    figures += closures();
    if (!setting.references)
        return figures;
    const auto seconds = setting.quick ? peerSecondsQuick : peerSeconds;
    for (const auto &graph : families(1000))
        figures += besidePeers(graph, seconds);
    for (const auto &graph : shapes(false))
        figures += besidePeers(graph, seconds);
    for (const auto &graph : families(10'000))
        figures += besidePeers(graph, seconds);
    return figures;
}

} // namespace portolan::performance
