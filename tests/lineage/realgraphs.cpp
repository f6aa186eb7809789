// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lineage/realgraphs.h"

#include "tests/support/shared.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using lineage::NodeIndex;

//! Numbers for names, and edges between them.
class NamedGraph
{
public:
    void add(const QString &source, const QString &target)
    {
        m_graph.edges.push_back({numberOf(source), numberOf(target)});
    }

    MadeGraph take(const QString &name)
    {
        m_graph.name = name;
        m_graph.nodes = static_cast<std::uint32_t>(m_numbers.size());
        return std::move(m_graph);
    }

private:
    NodeIndex numberOf(const QString &name)
    {
        const auto it = m_numbers.constFind(name);
        if (it != m_numbers.constEnd())
            return *it;
        return *m_numbers.insert(name, static_cast<NodeIndex>(m_numbers.size()));
    }

    QHash<QString, NodeIndex> m_numbers;
    MadeGraph m_graph;
};

MadeGraph fromManifest(const QString &path)
{
    NamedGraph graph;
    const auto parents =
        QJsonDocument::fromJson(bytesOf(path)).object()[u"parent_map"_s].toObject();
    for (auto it = parents.begin(); it != parents.end(); ++it) {
        for (const auto &parent : it.value().toArray())
            graph.add(parent.toString(), it.key());
    }
    return graph.take(QFileInfo(path).filePath());
}

//! Each job with its inputs and outputs, whatever the file holds besides.
void addEvent(const QJsonObject &event, NamedGraph &graph)
{
    const auto job = event[u"job"_s][u"name"_s].toString();
    const auto nameOf = [](const QJsonValue &dataset) -> QString {
        return dataset[u"namespace"_s].toString() + u'/' + dataset[u"name"_s].toString();
    };
    for (const auto &input : event[u"inputs"_s].toArray())
        graph.add(nameOf(input), job);
    for (const auto &output : event[u"outputs"_s].toArray())
        graph.add(job, nameOf(output));
}

MadeGraph fromEvents(const QString &path)
{
    NamedGraph graph;
    const auto bytes = bytesOf(path);
    const auto whole = QJsonDocument::fromJson(bytes);
    if (whole.isObject())
        addEvent(whole.object(), graph);
    for (const auto &event : whole.array())
        addEvent(event.toObject(), graph);
    if (whole.isNull()) {
        for (const auto &line : bytes.split('\n'))
            addEvent(QJsonDocument::fromJson(line).object(), graph);
    }
    return graph.take(QFileInfo(path).filePath());
}

} // namespace

std::vector<MadeGraph> realGraphs()
{
    std::vector<MadeGraph> graphs;
    for (const auto &path : sharedFiles(u"samples"_s, {u"*manifest*.json"_s}))
        graphs.push_back(fromManifest(path));
    for (const auto &path : sharedFiles(
             u"samples"_s,
             {u"*events*.ndjson"_s, u"*lineage*.ndjson"_s, u"*events*.json"_s, u"*.jsonl"_s}))
        graphs.push_back(fromEvents(path));
    std::erase_if(graphs, [](const MadeGraph &graph) { return graph.edges.empty(); });
    return graphs;
}

} // namespace portolan::tests
