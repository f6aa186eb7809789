// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagetables.h"

#include "models/items/catalogexport.h"

#include <QIODevice>
#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

using domain::LineageGraph;
using domain::LineageLink;

namespace {

QByteArray quotedForDot(const QString &text)
{
    const auto bytes = text.toUtf8();
    QByteArray quoted;
    quoted.reserve(bytes.size() + 2);
    for (const char letter : bytes) {
        if (letter == '\n')
            quoted += "\\n";
        else if (uchar(letter) < 0x20 || letter == 0x7f)
            quoted += "\\\\x" + QByteArray::number(uchar(letter), 16).rightJustified(2, '0');
        else if (letter == '"' || letter == '\\')
            quoted += QByteArray("\\") + letter;
        else
            quoted += letter;
    }
    return '"' + quoted + '"';
}

const QString &nameOf(const LineageGraph &graph, int node)
{
    return graph.nodes[std::size_t(node)].nativeId;
}

QString jobOf(const LineageGraph &graph, const LineageLink &link)
{
    return link.job < 0 ? QString() : graph.jobs.at(link.job).nativeId;
}

QByteArray attributesOf(const LineageGraph &graph, const LineageLink &link)
{
    const auto from = graph.textAt(link.sourceField);
    const auto to = graph.textAt(link.targetField);
    QStringList ends{from, to};
    ends.removeAll(QString());
    const std::array<std::pair<const char *, QString>, 7> all{
        {{"label", ends.join(u" → "_s)},
         {"fromField", from},
         {"toField", to},
         {"job", jobOf(graph, link)},
         {"change", changeWord(link.change)},
         {"bridge", link.isBridge ? u"true"_s : QString()},
         {"style", link.isBridge ? u"dotted"_s : QString()}}};
    QByteArrayList attributes;
    for (const auto &[name, value] : all) {
        if (!value.isEmpty())
            attributes.append(name + QByteArray("=") + quotedForDot(value));
    }
    return attributes.isEmpty() ? QByteArray() : " [" + attributes.join(", ") + ']';
}

} // namespace

QString changeWord(domain::LineageChange change)
{
    static const std::array words{QString(), u"added"_s, u"removed"_s, u"changed"_s};
    return words[std::size_t(change)];
}

QString levelWord(domain::LineageLevel level)
{
    return level == domain::LineageLevel::Field ? u"field"_s : u"dataset"_s;
}

void writeLineageCsv(const LineagePart &part, QIODevice &device)
{
    // To the letter as cli.md has it: scripts compare this line.
    QByteArray head("from,fromField,to,toField,level,job");
    head += part.isComparison ? ",change" : "";
    head += part.isFiltered ? ",bridge" : "";
    device.write(head + "\r\n");
    const auto &graph = part.graph;
    for (const int number : part.links) {
        const auto &link = graph.links[std::size_t(number)];
        QStringList cells{nameOf(graph, link.source), graph.textAt(link.sourceField),
                          nameOf(graph, link.target), graph.textAt(link.targetField),
                          levelWord(link.level),      jobOf(graph, link)};
        if (part.isComparison)
            cells.append(changeWord(link.change));
        if (part.isFiltered)
            cells.append(link.isBridge ? u"true"_s : QString());
        QStringList quoted;
        for (const auto &cell : std::as_const(cells))
            quoted.append(csvCell(cell));
        device.write(quoted.join(u',').toUtf8() + "\r\n");
    }
}

void writeLineageDot(const LineagePart &part, QIODevice &device)
{
    const auto &graph = part.graph;
    device.write("digraph lineage {\n  rankdir=LR;\n  node [shape=box];\n");
    for (const int number : part.nodes)
        device.write("  " + quotedForDot(nameOf(graph, number)) + " [label="
                     + quotedForDot(graph.nodes[std::size_t(number)].label()) + "];\n");
    for (const int number : part.links) {
        const auto &link = graph.links[std::size_t(number)];
        device.write("  " + quotedForDot(nameOf(graph, link.source)) + " -> "
                     + quotedForDot(nameOf(graph, link.target)) + attributesOf(graph, link)
                     + ";\n");
    }
    device.write("}\n");
}

} // namespace portolan::items
