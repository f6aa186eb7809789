// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of boxes: which of them are read, and which are shown.
#include "models/base/async.h"
#include "views/lineage/canvas.h"
#include "views/lineage/lineagepane.h"

#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr std::size_t mostColumns = 60; // of one box; of more those that have lineage, and keys

} // namespace

void LineagePane::askColumns(const QUuid &id)
{
    onFinished(
        m_source.fields(id), this,
        [this, id, question = m_columnsQuestion](const Result<QList<domain::Field>> &fields) {
            if (question == m_columnsQuestion && m_choice.open.contains(id))
                takeColumns(id, fields);
        });
}

void LineagePane::takeColumns(const QUuid &id, const Result<QList<domain::Field>> &fields)
{
    auto columns = columnsOf(id, fields ? *fields : QList<domain::Field>());
    if (columns.empty()) {
        m_choice.open.remove(id);
        QToolTip::showText(QCursor::pos(), tr("No columns of it are known"), m_canvas);
        if (m_columns.remove(id))
            redraw();
        return;
    }
    if (m_columns.value(id) == columns)
        return;
    m_columns.insert(id, std::move(columns));
    redraw();
}

//! The columns of \a id: those of its schema, and those that only lineage knows.
std::vector<items::LineageColumn> LineagePane::columnsOf(const QUuid &id,
                                                         const QList<domain::Field> &fields) const
{
    const auto &graph = *m_mesh->graph;
    const int node = graph.indexOf(id);
    QSet<QString> linked;
    for (const auto &link : graph.links) {
        if (link.source == node && link.sourceField >= 0)
            linked.insert(graph.textAt(link.sourceField));
        if (link.target == node && link.targetField >= 0)
            linked.insert(graph.textAt(link.targetField));
    }
    std::vector<items::LineageColumn> columns;
    for (const auto &field : fields) {
        if (std::size_t(fields.size()) <= mostColumns || field.primaryKey
            || linked.contains(field.path))
            columns.push_back({field.path, field.type.isEmpty() ? field.logicalType : field.type,
                               field.primaryKey});
        linked.remove(field.path);
    }
    auto rest = QStringList(linked.cbegin(), linked.cend());
    rest.sort();
    for (const auto &path : std::as_const(rest))
        columns.push_back({path, {}, false});
    return columns;
}

void LineagePane::toggleColumns(int box)
{
    const auto &scene = m_canvas->scene();
    if (!scene || box < 0 || scene->boxes[std::size_t(box)].isFolded())
        return;
    const auto id = idOf(box);
    if (m_choice.open.remove(id)) {
        m_columns.remove(id);
        return redraw();
    }
    m_choice.open.insert(id);
    // The links between columns are read only once somebody wants to see them.
    ask();
}

void LineagePane::selectWantedColumn()
{
    const int root = m_canvas->rootBox();
    if (m_column.isEmpty() || root < 0)
        return;
    const auto &columns = m_canvas->scene()->boxes[std::size_t(root)].columns;
    for (int column = 0; column < int(columns.size()); ++column) {
        if (columns[std::size_t(column)].path != m_column)
            continue;
        m_column.clear();
        m_canvas->select(root, column);
        return;
    }
}

} // namespace portolan::views::lineage
