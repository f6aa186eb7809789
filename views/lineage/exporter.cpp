// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/exporter.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/displaytext.h"
#include "models/items/entityjson.h"
#include "models/items/lineagefilter.h"
#include "models/items/lineagereach.h"
#include "views/shared/messages.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageFormat;

namespace {

//! What is written as a table, and what of it.
struct Table
{
    domain::LineageGraph graph;
    LineageExcerpt part;
    items::LineageNames names;
    QJsonObject head;
    LineageFormat format = LineageFormat::Csv;
    QString file;
};

//! In the pool. Tables hold everything that is chosen, folded or not; no picture is made for them.
Result<void> write(const Table &table, LongJob &job)
{
    const auto &[choice, filter, when] = table.part;
    auto graph = table.graph;
    if (!filter.isEmpty())
        graph = items::filteredLineage(graph, filter, {choice.root});
    const auto chosen = items::chosenNodes(graph, choice);
    std::vector<int> nodes;
    for (int node = 0; node < int(chosen.size()); ++node) {
        if (chosen[std::size_t(node)] != 0)
            nodes.push_back(node);
    }
    std::vector<int> links;
    for (int link = 0; link < int(graph.links.size()); ++link) {
        const auto &about = graph.links[std::size_t(link)];
        if (chosen[std::size_t(about.source)] != 0 && chosen[std::size_t(about.target)] != 0)
            links.push_back(link);
    }
    return items::writeLineageTable({graph, nodes, links, when.from.isValid(), !filter.isEmpty()},
                                    table.names, table.head, table.format, table.file, &job);
}

//! The members of the document before its nodes and edges, as the command line has them.
QJsonObject headOf(const LineageExcerpt &part)
{
    const auto &[choice, filter, when] = part;
    const bool goesUp = choice.upstream != 0U;
    const bool goesDown = choice.downstream != 0U;
    QJsonObject head{{u"format"_s, u"portolan.lineage/1"_s},
                     {u"direction"_s,
                      goesUp == goesDown ? u"both"_s
                          : goesUp       ? u"upstream"_s
                                         : u"downstream"_s},
                     {u"truncated"_s, false}};
    items::insertText(head, u"filter"_s, filter.text);
    if (!choice.root.isNull())
        head.insert(u"root"_s, idText(choice.root));
    if (when.from.isValid())
        head.insert(u"diff"_s, QJsonArray{items::isoText(when.from), items::isoText(when.at)});
    else if (when.at.isValid())
        head.insert(u"at"_s, items::isoText(when.at));
    return head;
}

} // namespace

Exporter::Exporter(items::LineageSource &source, QWidget *widget)
    : QObject(widget)
    , m_source(source)
    , m_widget(widget)
{
}

void Exporter::begin(const QString &file, LongWork::Run run, std::function<void()> whenDone)
{
    auto *work = LongWork::begin(tr("Writing %1").arg(items::oneLine(QFileInfo(file).fileName())),
                                 std::move(run));
    connect(work, &LongWork::finished, this,
            [this, file, whenDone = std::move(whenDone)](const WorkEnd &end) {
                if (!end.done && end.done.error().kind != Error::Kind::Cancelled)
                    ui::writeError(m_widget, tr("Exporting the lineage"), file, end.done.error());
                if (!end.done)
                    return;
                if (whenDone)
                    whenDone();
            });
    Q_EMIT workBegun(work);
}

void Exporter::explain(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled)
        ui::error(m_widget, tr("Exporting the lineage"), error);
}

void Exporter::writePicture(std::shared_ptr<const items::LineageScene> scene,
                            items::LineageLook look, items::LineageMarks marks,
                            LineageFormat format, const QString &file)
{
    const double scale = format == LineageFormat::Png ? items::lineagePngScale(*scene) : 1;
    begin(
        file,
        [scene = std::move(scene), look = std::move(look), marks = std::move(marks), format,
         file](LongJob &job) {
            return items::writeLineagePicture({*scene, look, marks, &job}, format, file);
        },
        [this, scale] {
            if (scale < 1)
                Q_EMIT wroteSmaller(scale);
        });
}

void Exporter::writeTable(QFuture<Result<domain::LineageGraph>> lineage, const LineageExcerpt &part,
                          LineageFormat format, const QString &file)
{
    auto table = std::make_shared<Table>();
    table->head = headOf(part);
    table->part = part;
    table->format = format;
    table->file = file;
    const auto run = [this, table] {
        begin(table->file, [table](LongJob &job) { return write(*table, job); });
    };
    onFinished(std::move(lineage), this, [this, table, run](Result<domain::LineageGraph> answer) {
        if (!answer)
            return explain(answer.error());
        table->graph = *std::move(answer);
        if (table->format != LineageFormat::Json)
            return run();
        QList<QUuid> ids;
        for (const auto &node : table->graph.nodes)
            ids.append(node.id);
        onFinished(m_source.names(ids), this,
                   [this, table, run](Result<items::LineageNames> names) {
                       if (!names)
                           return explain(names.error());
                       table->names = *std::move(names);
                       run();
                   });
    });
}

} // namespace portolan::views::lineage
