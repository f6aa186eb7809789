// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of boxes: which of them are read, and which are shown.
#include "models/base/async.h"
#include "views/lineage/canvas.h"
#include "views/lineage/lineagepane.h"
#include "views/shared/messages.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr qsizetype mostColumns = 60; // of one box; of more those that have lineage, and keys

//! Of a box with very many columns some are left out.
struct ShownColumns
{
    std::vector<items::LineageColumn> columns;
    qsizetype leftOut = 0;
};

//! The paths of the columns of \a id that are ends of links.
QSet<QString> linkedColumnsOf(const domain::LineageGraph &graph, const QUuid &id)
{
    const int node = graph.indexOf(id);
    QSet<QString> linked;
    for (const auto &link : graph.links) {
        if (link.source == node && link.sourceField >= 0)
            linked.insert(graph.textAt(link.sourceField));
        if (link.target == node && link.targetField >= 0)
            linked.insert(graph.textAt(link.targetField));
    }
    return linked;
}

//! The columns of a schema, and those that only lineage knows. Of a large schema those that have
//! lineage, keys, and \a wanted; the first ones where there is nothing to choose by.
ShownColumns columnsOf(const QSet<QString> &linkedPaths, const QList<domain::Field> &fields,
                       const QString &wanted)
{
    auto linked = linkedPaths;
    const bool hasAll = fields.size() <= mostColumns;
    const bool hasChoice = std::any_of(fields.begin(), fields.end(), [&](const auto &field) {
        return field.primaryKey || linked.contains(field.path);
    });
    ShownColumns shown;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const auto &field = fields.at(i);
        const bool isChosen =
            hasChoice ? field.primaryKey || linked.contains(field.path) : i < mostColumns;
        if (hasAll || field.path == wanted || isChosen)
            shown.columns.push_back({field.path,
                                     field.type.isEmpty() ? field.logicalType : field.type,
                                     field.primaryKey});
        else
            ++shown.leftOut;
        linked.remove(field.path);
    }
    auto rest = QStringList(linked.cbegin(), linked.cend());
    rest.sort();
    for (const auto &path : std::as_const(rest))
        shown.columns.push_back({path, {}, false});
    return shown;
}

} // namespace

void LineagePane::askColumns(const QUuid &id)
{
    onFinished(m_source.fields(id), this,
               [this, id, question = m_asking.columns](const Result<QList<domain::Field>> &fields) {
                   if (question != m_asking.columns)
                       return;
                   if (m_choice.open.contains(id))
                       takeColumns(id, fields);
                   // Once for all columns that the first picture waits for.
                   if (m_awaited.remove(id))
                       redraw();
               });
}

void LineagePane::takeColumns(const QUuid &id, const Result<QList<domain::Field>> &fields)
{
    const bool isNew = !m_columns.contains(id);
    // What was read before is better than what could not be read again.
    if (!fields && !isNew)
        return;
    const auto shown =
        columnsOf(linkedColumnsOf(*m_mesh->graph, id), fields ? *fields : QList<domain::Field>(),
                  id == m_choice.root ? m_wanted.path : QString());
    QStringList notes;
    if (!fields)
        notes = {tr("The columns could not be read"), ui::errorText(fields.error().kind).remedy};
    else if (shown.columns.empty())
        notes = {tr("No columns of it are known")};
    else if (shown.leftOut > 0)
        notes = {tr("%n column(s) not shown", nullptr, int(shown.leftOut))};
    notes.removeAll({});
    if (isNew && !notes.isEmpty())
        m_canvas->say(boxOf(id), notes.join(u'\n'));
    m_canvas->setNote(id, notes.join(u". "_s));
    const int leftOut = !fields ? columnsUnread
        : shown.columns.empty() ? columnsUnknown
                                : int(shown.leftOut);
    const bool isNews = std::exchange(m_leftOut[id], leftOut) != leftOut;
    if (shown.columns.empty())
        m_choice.open.remove(id);
    const bool isElse =
        shown.columns.empty() ? m_columns.remove(id) : m_columns.value(id) != shown.columns;
    if (!isElse && isNews)
        return showSelection(); // it is said there as well, for who has no mouse
    if (!isElse)
        return;
    if (shown.columns.empty())
        return redraw();
    m_columns.insert(id, shown.columns);
    redraw();
}

void LineagePane::toggleColumns(int box)
{
    const auto &scene = m_canvas->scene();
    if (!scene || box < 0 || scene->boxes[std::size_t(box)].isFolded())
        return;
    const auto id = idOf(box);
    if (m_choice.open.remove(id)) {
        m_columns.remove(id);
        m_canvas->setNote(id, {}); // of what is closed nothing is left out
        return redraw();
    }
    m_choice.open.insert(id);
    // The links between columns are read only once somebody wants to see them.
    ask();
}

void LineagePane::selectWantedColumn()
{
    const int root = m_canvas->rootBox();
    if (!m_wanted.isAwaited || m_wanted.path.isEmpty() || root < 0)
        return;
    const auto &columns = m_canvas->scene()->boxes[std::size_t(root)].columns;
    for (int column = 0; column < int(columns.size()); ++column) {
        if (columns[std::size_t(column)].path != m_wanted.path)
            continue;
        m_wanted.isAwaited = false;
        m_canvas->select(root, column);
        return;
    }
}

} // namespace portolan::views::lineage
