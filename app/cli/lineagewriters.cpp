// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lineagewriters.h"

#include "app/cli/lineagepicture.h"
#include "app/cli/output.h"

#include <QIODevice>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::LineageLink;
using domain::LineageNode;
using items::changeWord;

const LineageNode &nodeAt(const LineageDocument &document, int node)
{
    return document.graph.nodes.at(std::size_t(node));
}

const LineageLink &linkAt(const LineageDocument &document, int link)
{
    return document.graph.links.at(std::size_t(link));
}

QString jobOf(const LineageDocument &document, const LineageLink &link)
{
    return link.job < 0 ? QString() : document.graph.jobs.at(link.job).nativeId;
}

//! Whether two dates are compared.
bool isComparison(const LineageDocument &document)
{
    return document.head.contains(u"diff"_s);
}

} // namespace

void writeLineageJson(const LineageDocument &document, QIODevice &device,
                      const LineagePicture *picture)
{
    auto head = document.head;
    items::LineagePlacing placing;
    if (picture != nullptr) {
        head.insert(u"layoutMs"_s, picture->layoutMs());
        placing = {[picture](int node) { return picture->rectOf(node); },
                   [picture](int link) { return picture->pointsOf(link); }};
    }
    items::writeLineageJson(partOf(document), document.names, head, device,
                            picture == nullptr ? nullptr : &placing);
}

items::LineagePart partOf(const LineageDocument &document)
{
    return {document.graph, document.selection.nodes, document.selection.links,
            isComparison(document), document.head.contains(u"filter"_s)};
}

void printLineage(const LineageDocument &document)
{
    QList<QStringList> rows;
    for (const auto index : document.selection.links) {
        const auto &link = linkAt(document, index);
        const auto end = [&](int node, int field) {
            const auto &label = nodeAt(document, node).label();
            return field < 0 ? label : QString(label + u'.' + document.graph.textAt(field));
        };
        rows.append({end(link.source, link.sourceField), end(link.target, link.targetField),
                     link.isBridge ? u"(what is left out)"_s : jobOf(document, link),
                     changeWord(link.change)});
    }
    printTable({u"FROM"_s, u"TO"_s, u"JOB"_s, isComparison(document) ? u"CHANGE"_s : QString()},
               rows);
    printLine(u"%1 things, %2 edges"_s.arg(document.selection.nodes.size())
                  .arg(document.selection.links.size()));
}

} // namespace portolan::cli
