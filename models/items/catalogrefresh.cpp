// SPDX-License-Identifier: GPL-3.0-or-later
// How a fresh answer to the same question is merged into the list.
//
// The answer covers a stretch of positions. Of the loaded rows, only those in that stretch can be
// compared; the others are forgotten, because nothing is known about them any more. Where the
// loaded rows end before the list does, as many new rows are compared as there are old ones: what
// was pushed out at the end shows as removed there and as inserted in front, and the rows between
// stay. What the total then still lacks or has too much lies behind the stretch, where no row is
// loaded.
#include "models/items/catalogmodel.h"
#include "models/items/rowedits.h"

#include <QSet>

#include <algorithm>

namespace portolan::items {
namespace {

QStringList keysOf(const QList<CatalogRow> &rows)
{
    QStringList keys;
    QSet<QString> seen;
    keys.reserve(rows.size());
    for (const auto &row : rows) {
        auto key = row.key();
        // A source may say a thing twice; the position keeps such rows apart.
        if (seen.contains(key))
            key += u'#' + QString::number(keys.size());
        seen.insert(key);
        keys.append(key);
    }
    return keys;
}

} // namespace

void CatalogModel::takePage(qint64 from, QList<CatalogRow> rows)
{
    const auto count = rows.size();
    m_window.put(from, std::move(rows));
    if (count > 0)
        Q_EMIT dataChanged(index(static_cast<int>(from)),
                           index(static_cast<int>(from + count - 1)));
}

void CatalogModel::mergeWindow(qint64 from, qint64 asked, qint64 newTotal, QList<CatalogRow> rows)
{
    m_window.keepOnly(from, from + asked);
    const auto before = m_window.rows();
    qint64 at = std::min(newTotal, m_window.total());
    if (!before.isEmpty()) {
        const auto begin = m_window.first();
        const bool reachesEnd = m_window.end() == m_window.total();
        const auto after = rows.mid(begin - from, reachesEnd ? -1 : before.size());
        applyEdits(begin, before, after);
        replaceChanged(begin, after);
        // A list that now ends before this stretch has no row in it any more.
        at = std::min(newTotal, begin + after.size());
    }
    resizeAt(at, newTotal);
    takePage(from, std::move(rows));
}

void CatalogModel::applyEdits(qint64 from, const QList<CatalogRow> &before,
                              const QList<CatalogRow> &after)
{
    for (const auto &edit : rowEdits(keysOf(before), keysOf(after))) {
        const auto first = static_cast<int>(from + edit.at);
        const auto last = static_cast<int>(from + edit.at + edit.count - 1);
        if (edit.kind == RowEdit::Kind::Remove) {
            beginRemoveRows({}, first, last);
            m_window.remove(first, edit.count);
            endRemoveRows();
        } else {
            beginInsertRows({}, first, last);
            m_window.insert(first, after.mid(edit.at, edit.count));
            endInsertRows();
        }
    }
}

void CatalogModel::replaceChanged(qint64 from, const QList<CatalogRow> &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto *old = m_window.row(from + i);
        if (!old || *old == rows.at(i))
            continue;
        m_window.replace(from + i, rows.at(i));
        const auto changed = index(static_cast<int>(from + i));
        Q_EMIT dataChanged(changed, changed);
    }
}

void CatalogModel::resizeAt(qint64 at, qint64 newTotal)
{
    const auto more = newTotal - m_window.total();
    const auto first = static_cast<int>(at);
    if (more > 0) {
        beginInsertRows({}, first, static_cast<int>(at + more - 1));
        m_window.setTotal(newTotal);
        endInsertRows();
    } else if (more < 0) {
        beginRemoveRows({}, first, static_cast<int>(at - more - 1));
        m_window.setTotal(newTotal);
        endRemoveRows();
    }
}

} // namespace portolan::items
