// SPDX-License-Identifier: GPL-3.0-or-later
// Questions and answers. At most one answer is under way; it carries the number of its question,
// and a new question makes it worthless. Three kinds are asked for: the first page of a new
// question, which resets the list; a page that is missing around what is visible; and, after a
// change of the mesh, the visible window again, which is merged (catalogrefresh.cpp).
#include "models/items/catalogmodel.h"

#include "models/base/async.h"

#include <QMetaEnum>

#include <algorithm>
#include <limits>

namespace portolan::items {
namespace {

constexpr qint64 firstRows = 60; //!< what a window shows, and a margin: a person waits for these
constexpr qint64 pageRows = 200;
constexpr qint64 windowRows = 1000;
constexpr qint64 margin = 40; //!< rows loaded ahead of what is visible
constexpr qint64 refreshRows = 2 * pageRows;

store::Sort sortOf(CatalogModel::Order order)
{
    switch (order) {
    case CatalogModel::Order::Name:
        return store::Sort::Name;
    case CatalogModel::Order::Popularity:
        return store::Sort::Popularity;
    case CatalogModel::Order::Updated:
        return store::Sort::Updated;
    case CatalogModel::Order::Best:
        break;
    }
    return store::Sort::Best;
}

QList<CatalogRow> rowsOf(QList<store::Hit> hits)
{
    QList<CatalogRow> rows;
    rows.reserve(hits.size());
    for (auto &hit : hits)
        rows.append(catalogRow(std::move(hit)));
    return rows;
}

//! How long the list is. An answer shorter than asked for is its end, whatever the total says: else
//! the rows that are missing would be asked for again and again.
qint64 totalOf(const store::SearchAnswer &answer, qint64 from, qint64 asked)
{
    constexpr qint64 limit = std::numeric_limits<int>::max() / 64; // rows have pixels, too
    if (answer.hits.isEmpty())
        return std::clamp<qint64>(answer.total, 0, std::min(from, limit));
    const auto end = from + std::min(answer.hits.size(), asked);
    return answer.hits.size() < asked ? end : std::clamp(answer.total, end, std::max(end, limit));
}

} // namespace

CatalogModel::CatalogModel(CatalogSource &source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
    , m_window(pageRows, windowRows)
{
    connect(&m_source, &CatalogSource::changed, this, &CatalogModel::refresh);
}

void CatalogModel::ask(const QString &query, Order order, int lastRow)
{
    m_query = query;
    m_order = order;
    m_firstShown = 0;
    m_lastShown = 0;
    m_refreshAgain = false;
    m_state = State::Reading;
    m_asking = Asking::First;
    ++m_question;
    fetch(0, std::clamp<qint64>(lastRow + 1, firstRows, pageRows));
    Q_EMIT stateChanged();
}

void CatalogModel::refresh()
{
    if (m_state == State::Idle)
        return;
    if (m_asking == Asking::First || m_asking == Asking::Refresh) {
        m_refreshAgain = true;
        return;
    }
    if (m_state == State::Failed && m_window.total() == 0) {
        ask(m_query, m_order);
        return;
    }
    m_asking = Asking::Refresh;
    ++m_question;
    const qint64 from = m_firstShown / pageRows * pageRows;
    fetch(from, std::min((m_lastShown / pageRows + 1) * pageRows - from, refreshRows));
}

void CatalogModel::showRows(int first, int last)
{
    m_firstShown = std::max(0, first);
    m_lastShown = std::max<qint64>(m_firstShown, last);
    fetchMissing();
}

void CatalogModel::fetchMissing()
{
    if (m_asking != Asking::Nothing || m_state == State::Idle)
        return;
    auto page = m_window.missing(m_firstShown, m_lastShown + 1);
    if (!page)
        page = m_window.missing(m_firstShown - margin, m_lastShown + 1 + margin);
    if (!page)
        return;
    m_asking = Asking::Page;
    ++m_question;
    fetch(*page, pageRows);
}

store::SearchRequest CatalogModel::request() const
{
    store::SearchRequest request;
    request.query = m_query;
    request.sort = sortOf(m_order);
    return request;
}

void CatalogModel::fetch(qint64 from, qint64 count)
{
    const store::SearchRequest request{.query = m_query,
                                       .offset = from,
                                       .limit = static_cast<int>(count),
                                       .sort = sortOf(m_order)};
    onFinished(m_source.search(request), this,
               [this, from, count, number = m_question](Result<store::SearchAnswer> answer) {
                   if (number != m_question)
                       return;
                   if (!answer) {
                       fail(answer.error());
                       return;
                   }
                   takeAnswer(from, count, std::move(*answer));
               });
}

void CatalogModel::takeAnswer(qint64 from, qint64 asked, store::SearchAnswer answer)
{
    const auto asking = std::exchange(m_asking, Asking::Nothing);
    const auto newTotal = totalOf(answer, from, asked);
    m_state = State::Ready;
    m_exact = answer.exact;
    m_corrected = answer.corrected;
    if (asking != Asking::Page)
        m_elapsedMs = answer.elapsedMs;
    auto rows = rowsOf(answer.hits.mid(0, asked));
    if (asking == Asking::First) {
        startList(newTotal, std::move(rows));
    } else {
        Q_EMIT aboutToRefresh();
        if (asking == Asking::Page && newTotal == m_window.total())
            takePage(from, std::move(rows));
        else
            mergeWindow(from, asked, newTotal, std::move(rows));
        Q_EMIT refreshed();
    }
    Q_EMIT stateChanged();
    if (std::exchange(m_refreshAgain, false))
        refresh();
    else
        fetchMissing();
}

void CatalogModel::startList(qint64 total, QList<CatalogRow> rows)
{
    beginResetModel();
    m_window.reset(total);
    m_window.put(0, std::move(rows));
    endResetModel();
}

void CatalogModel::fail(Error error)
{
    m_asking = Asking::Nothing;
    m_refreshAgain = false;
    m_state = State::Failed;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

std::optional<int> CatalogModel::rowOf(const QUuid &id) const
{
    const auto &rows = m_window.rows();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const CatalogRow &row) { return row.entity.id == id; });
    if (found == rows.end())
        return {};
    return static_cast<int>(m_window.first() + (found - rows.begin()));
}

void CatalogModel::clearMarks()
{
    if (m_marked.isEmpty())
        return;
    const auto marked = std::exchange(m_marked, {});
    for (const auto &entity : marked) {
        if (const auto row = rowOf(entity.id))
            Q_EMIT dataChanged(index(*row), index(*row), {MarkedRole});
    }
    Q_EMIT marksChanged();
}

bool CatalogModel::isMarked(const QUuid &id) const
{
    return std::any_of(m_marked.begin(), m_marked.end(),
                       [&](const domain::Entity &entity) { return entity.id == id; });
}

bool CatalogModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto *row =
        checkIndex(index, CheckIndexOption::IndexIsValid) ? rowAt(index.row()) : nullptr;
    if (!row || role != MarkedRole || value.toBool() == isMarked(row->entity.id))
        return false;
    if (!value.toBool())
        m_marked.removeIf([&](const auto &entity) { return entity.id == row->entity.id; });
    else if (m_marked.size() < maxMarked)
        m_marked.append(row->entity);
    else
        return false;
    Q_EMIT dataChanged(index, index, {MarkedRole});
    Q_EMIT marksChanged();
    return true;
}

QHash<int, QByteArray> CatalogModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    const auto roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i)
        names.insert(roles.value(i), roles.key(i));
    return names;
}

} // namespace portolan::items
