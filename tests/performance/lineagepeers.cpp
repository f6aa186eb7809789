// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/lineagepeers.h"

#include "tests/lineage/drawingchecks.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

using lineage::Point;
using tests::Line;
using tests::MadeGraph;

constexpr lineage::Size nodeSize{168, 28};
constexpr double pointsPerInch = 72;

QDir peersFolder()
{
    QDir folder(QCoreApplication::applicationDirPath());
    folder.mkpath(u"peers"_s);
    folder.cd(u"peers"_s);
    return folder;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The output of a program that ends by itself in time.
std::optional<QByteArray> outputOf(const QString &program, const QStringList &arguments,
                                   int seconds)
{
    QProcess process;
    process.setWorkingDirectory(peersFolder().path());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

QByteArray jsonOf(const MadeGraph &graph)
{
    QJsonArray edges;
    for (const auto &[source, target] : graph.edges)
        edges.append(QJsonArray{static_cast<int>(source), static_cast<int>(target)});
    return QJsonDocument({{u"nodes"_s, static_cast<int>(graph.nodes)},
                          {u"width"_s, nodeSize.width},
                          {u"height"_s, nodeSize.height},
                          {u"edges"_s, edges}})
        .toJson(QJsonDocument::Compact);
}

QByteArray dotOf(const MadeGraph &graph)
{
    QByteArray text = "digraph { rankdir=LR ranksep=0.78 nodesep=0.14 node [shape=box label=\"\" "
                      "fixedsize=true width="
        + QByteArray::number(nodeSize.width / pointsPerInch)
        + " height=" + QByteArray::number(nodeSize.height / pointsPerInch) + "]\n";
    for (std::uint32_t node = 0; node < graph.nodes; ++node)
        text += 'n' + QByteArray::number(node) + '\n';
    for (const auto &[source, target] : graph.edges)
        text += 'n' + QByteArray::number(source) + " -> n" + QByteArray::number(target) + '\n';
    return text + "}\n";
}

DrawingCost costOf(const std::vector<Line> &lines, double width, double height, double milliseconds)
{
    DrawingCost cost{milliseconds, static_cast<double>(tests::countedCrossings(lines))};
    for (const auto &line : lines) {
        for (std::size_t i = 1; i < line.points.size(); ++i)
            cost.length += std::hypot(line.points[i].x - line.points[i - 1].x,
                                      line.points[i].y - line.points[i - 1].y);
        cost.bends += line.points.size() > 2 ? static_cast<double>(line.points.size() - 2) : 0;
    }
    cost.length /= nodeSize.width;
    cost.area = width * height / (nodeSize.width * nodeSize.height);
    return cost;
}

//! The curve that dot's control points describe, as a line of pieces.
std::vector<Point> flattened(const std::vector<Point> &control)
{
    constexpr int pieces = 7; // an odd number: curves that mirror each other meet in no joint
    std::vector<Point> line{control.front()};
    for (std::size_t i = 0; i + 3 < control.size(); i += 3) {
        for (int piece = 1; piece <= pieces; ++piece) {
            const auto t = static_cast<double>(piece) / pieces;
            const auto s = 1 - t;
            const double weights[] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
            Point point;
            for (std::size_t k = 0; k < 4; ++k) {
                point.x += weights[k] * control[i + k].x;
                point.y += weights[k] * control[i + k].y;
            }
            line.push_back(point);
        }
    }
    return line;
}

std::optional<DrawingCost> readDot(const QByteArray &plain, double milliseconds)
{
    std::vector<Line> lines;
    double bends = 0;
    lineage::Size size;
    for (const auto &text : plain.split('\n')) {
        const auto words = text.split(' ');
        if (words.first() == "graph") {
            size = {words.at(2).toDouble() * pointsPerInch, words.at(3).toDouble() * pointsPerInch};
        } else if (words.first() == "edge") {
            std::vector<Point> control;
            for (int i = 0; i < words.at(3).toInt(); ++i)
                control.push_back({words.at(4 + 2 * i).toDouble() * pointsPerInch,
                                   words.at(5 + 2 * i).toDouble() * pointsPerInch});
            bends += static_cast<double>(control.size() / 3) - 1;
            lines.push_back(
                {words.at(1).mid(1).toUInt(), words.at(2).mid(1).toUInt(), flattened(control)});
        }
    }
    if (lines.empty())
        return {};
    auto cost = costOf(lines, size.width, size.height, milliseconds);
    cost.bends = bends; // where one curve goes over into the next
    return cost;
}

std::optional<DrawingCost> readJson(const QByteArray &json, const MadeGraph &graph)
{
    const auto drawn = QJsonDocument::fromJson(json).object();
    const auto given = drawn[u"lines"_s].toArray();
    if (given.size() != static_cast<qsizetype>(graph.edges.size()))
        return {};
    std::vector<Line> lines;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        Line line{graph.edges[i].source, graph.edges[i].target, {}};
        for (const auto &point : given.at(static_cast<qsizetype>(i)).toArray())
            line.points.push_back({point[0].toDouble(), point[1].toDouble()});
        lines.push_back(std::move(line));
    }
    return costOf(lines, drawn[u"width"_s].toDouble(), drawn[u"height"_s].toDouble(),
                  drawn[u"ms"_s].toDouble());
}

//! Whether the JavaScript peers are there, or could be fetched.
bool fetchPeersOfNode()
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return false;
    const auto folder = peersFolder();
    if (folder.exists(u"node_modules/elkjs"_s) && folder.exists(u"node_modules/@dagrejs/dagre"_s))
        return true;
    return outputOf(u"npm"_s,
                    {u"install"_s, u"--no-audit"_s, u"--no-fund"_s, u"--silent"_s, u"--prefix"_s,
                     folder.path(), u"elkjs@0.12"_s, u"@dagrejs/dagre@3.1"_s},
                    300)
        .has_value();
}

//! The same, tried once: without a network npm takes minutes to give up.
bool havePeersOfNode()
{
    static const bool have = fetchPeersOfNode();
    return have;
}

PeerResult ask(const QString &name, const MadeGraph &graph, int seconds)
{
    const auto file = peersFolder().filePath(name % u".in"_s);
    PeerResult result{name, u"not installed"_s, true, {}};
    QElapsedTimer timer;
    if (name == u"dot"_s) {
        if (QStandardPaths::findExecutable(u"dot"_s).isEmpty())
            return result;
        write(file, dotOf(graph));
        timer.start();
        const auto plain = outputOf(u"dot"_s, {u"-Tplain"_s, file}, seconds);
        if (plain)
            result.cost = readDot(*plain, static_cast<double>(timer.elapsed()));
    } else {
        if (!havePeersOfNode())
            return result;
        write(file, jsonOf(graph));
        const QString script =
            QStringLiteral(PORTOLAN_SOURCE_DIR) % u"/tests/performance/peers.mjs"_s;
        const auto json =
            outputOf(u"node"_s, {u"--stack-size=30000"_s, script, name, file}, seconds);
        if (json)
            result.cost = readJson(*json, graph);
    }
    result.remark.clear();
    result.isMissing = false;
    if (!result.cost)
        result.remark = u"no result in %1 s"_s.arg(seconds);
    return result;
}

QJsonObject remembered(const PeerResult &result, int seconds)
{
    if (!result.cost)
        return {{u"remark"_s, result.remark}, {u"seconds"_s, seconds}};
    const auto &cost = *result.cost;
    return {{u"ms"_s, cost.milliseconds},
            {u"crossings"_s, cost.crossings},
            {u"length"_s, cost.length},
            {u"bends"_s, cost.bends},
            {u"area"_s, cost.area}};
}

PeerResult recalled(const QString &name, const QJsonObject &memory)
{
    PeerResult result{name, memory[u"remark"_s].toString(), false, {}};
    if (memory.contains(u"ms"_s))
        result.cost = {memory[u"ms"_s].toDouble(), memory[u"crossings"_s].toDouble(),
                       memory[u"length"_s].toDouble(), memory[u"bends"_s].toDouble(),
                       memory[u"area"_s].toDouble()};
    return result;
}

} // namespace

std::vector<PeerResult> askPeers(const MadeGraph &graph, int seconds)
{
    const auto memory = peersFolder().filePath(u"results.json"_s);
    auto known = QJsonDocument::fromJson(read(memory)).object();
    const auto hash = QCryptographicHash::hash(jsonOf(graph), QCryptographicHash::Sha256).toHex();
    std::vector<PeerResult> results;
    for (const auto &name : {u"dot"_s, u"elkjs"_s, u"dagre"_s}) {
        const QString key = name % u' ' % QString::fromLatin1(hash.left(16));
        const auto entry = known[key].toObject();
        if (entry.contains(u"ms"_s) || entry[u"seconds"_s].toInt() >= seconds) {
            results.push_back(recalled(name, entry));
            continue;
        }
        results.push_back(ask(name, graph, seconds));
        if (!results.back().isMissing) {
            known[key] = remembered(results.back(), seconds);
            write(memory, QJsonDocument(known).toJson());
        }
    }
    return results;
}

DrawingCost costOf(const lineage::LayoutInput &input, const lineage::Layout &layout,
                   double milliseconds)
{
    auto cost =
        costOf(tests::linesOf(input, layout), layout.size.width, layout.size.height, milliseconds);
    cost.crossings = static_cast<double>(layout.figures.crossings);
    return cost;
}

} // namespace portolan::performance
