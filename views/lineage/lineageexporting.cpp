// SPDX-License-Identifier: GPL-3.0-or-later
// The lineage as a file: what is seen as a picture, everything as a table.
#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/entityjson.h"
#include "views/lineage/canvas.h"
#include "views/lineage/lineagepane.h"
#include "views/lineage/look.h"
#include "views/shared/messages.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QLocale>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageFormat;

namespace {

//! What is written as a table, and what of it.
struct Table
{
    domain::LineageGraph graph;
    items::LineageChoice choice;
    items::LineageNames names;
    QJsonObject head;
    LineageFormat format = LineageFormat::Csv;
    QString file;
    bool isComparison = false;
};

//! In the pool. Tables hold everything that is chosen, folded or not; no picture is made for them.
Result<void> write(const Table &table)
{
    const auto chosen = items::chosenNodes(table.graph, table.choice);
    std::vector<int> nodes;
    for (int node = 0; node < int(chosen.size()); ++node) {
        if (chosen[std::size_t(node)] != 0)
            nodes.push_back(node);
    }
    std::vector<int> links;
    for (int link = 0; link < int(table.graph.links.size()); ++link) {
        const auto &about = table.graph.links[std::size_t(link)];
        if (chosen[std::size_t(about.source)] != 0 && chosen[std::size_t(about.target)] != 0)
            links.push_back(link);
    }
    return items::writeLineageTable({table.graph, nodes, links, table.isComparison}, table.names,
                                    table.head, table.format, table.file);
}

//! The members of the document before its nodes and edges, as the command line has them.
QJsonObject headOf(const items::LineageChoice &choice, const When &when)
{
    const bool goesUp = choice.upstream != 0U;
    const bool goesDown = choice.downstream != 0U;
    QJsonObject head{{u"format"_s, u"portolan.lineage/1"_s},
                     {u"direction"_s,
                      goesUp == goesDown ? u"both"_s
                          : goesUp       ? u"upstream"_s
                                         : u"downstream"_s},
                     {u"truncated"_s, false}};
    if (!choice.root.isNull())
        head.insert(u"root"_s, idText(choice.root));
    if (when.from.isValid())
        head.insert(u"diff"_s, QJsonArray{items::isoText(when.from), items::isoText(when.at)});
    else if (when.at.isValid())
        head.insert(u"at"_s, items::isoText(when.at));
    return head;
}

} // namespace

void LineagePane::exportAs(LineageFormat format)
{
    if (!m_canvas->scene())
        return;
    QStringList filters;
    for (const auto one : items::allLineageFormats) {
        const auto suffix = items::lineageSuffix(one);
        filters.append(tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    }
    const auto suffix = items::lineageSuffix(format);
    auto *dialog = new QFileDialog(this, tr("Export the lineage"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->selectNameFilter(filters.at(int(format)));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(u"lineage."_s + suffix);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        const auto chosen = items::allLineageFormats[std::size_t(filters.indexOf(filter))];
        dialog->setDefaultSuffix(items::lineageSuffix(chosen));
    });
    // The name says what it is to be: a picture called .svg is one.
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &file) {
        exportTo(items::lineageFormatOf(file).value_or(format), file);
    });
    dialog->open();
}

void LineagePane::exportTo(LineageFormat format, const QString &file)
{
    const auto explain = [this](const Result<void> &done) {
        if (!done)
            ui::error(this, tr("Exporting the lineage"), done.error());
    };
    if (!m_canvas->scene())
        return;
    if (items::isPicture(format)) {
        const double scale =
            format == LineageFormat::Png ? items::lineagePngScale(*m_canvas->scene()) : 1;
        onFinished(QtConcurrent::run(
                       [scene = m_canvas->scene(), format, file, look = lookOf(tokensOf(this))] {
                           return items::writeLineagePicture(*scene, look, format, file);
                       }),
                   this, [this, explain, scale](const Result<void> &done) {
                       explain(done);
                       // Of several hundred screens not every pixel is written.
                       if (done && scale < 1)
                           m_bar->showHits(tr("Written at %1 % of its size")
                                               .arg(QLocale().toString(scale * 100, 'f', 0)));
                   });
        return;
    }
    // The columns of most boxes were not read, since they are not open.
    items::LineageRequest request;
    request.at = m_when.at;
    request.fields = true;
    auto table = std::make_shared<Table>();
    table->choice = m_choice;
    table->head = headOf(m_choice, m_when);
    table->format = format;
    table->file = file;
    table->isComparison = m_when.from.isValid();
    const auto run = [this, explain, table] {
        onFinished(QtConcurrent::run([table] { return write(*table); }), this, explain);
    };
    onFinished(askLineage(request), this,
               [this, explain, table, run](Result<domain::LineageGraph> answer) {
                   if (!answer)
                       return explain(tl::unexpected(answer.error()));
                   table->graph = *std::move(answer);
                   if (table->format != LineageFormat::Json)
                       return run();
                   QList<QUuid> ids;
                   for (const auto &node : table->graph.nodes)
                       ids.append(node.id);
                   onFinished(m_source.names(ids), this,
                              [explain, table, run](Result<items::LineageNames> names) {
                                  if (!names)
                                      return explain(tl::unexpected(names.error()));
                                  table->names = *std::move(names);
                                  run();
                              });
               });
}

} // namespace portolan::views::lineage
