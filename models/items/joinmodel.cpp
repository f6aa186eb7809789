// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/joinmodel.h"

#include "models/items/displaytext.h"
#include "models/items/jointext.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::JoinName;
using Row = JoinModel::Row;

QString keyOf(JoinModel::Group group, const JoinName &name, const JoinName &other)
{
    return QString::number(group) + u'\n' + name.account.toString() + name.nativeId + u'\n'
        + other.account.toString() + other.nativeId;
}

QList<Row> suggestionsOf(const domain::JoinBook &book)
{
    QList<Row> rows;
    for (const auto &one : book.suggestions) {
        rows.append({oneLine(one.own.label, 120),
                     keyOf(JoinModel::Suggestions, one.own, one.other),
                     one.why,
                     one.own,
                     one.other,
                     {}});
    }
    return rows;
}

//! A row for each name but the first, which leads.
QList<Row> joinedOf(const domain::JoinBook &book)
{
    QList<Row> rows;
    for (const auto &thing : book.joined) {
        const auto &first = thing.names.constFirst().name;
        for (const auto &joined : thing.names.sliced(1)) {
            rows.append({oneLine(first.label, 120),
                         keyOf(JoinModel::Joined, joined.name, first),
                         joinedText(joined),
                         joined.name,
                         first,
                         {}});
        }
    }
    return rows;
}

QList<Row> decisionsOf(const domain::JoinBook &book)
{
    QList<Row> rows;
    for (const auto &pair : book.decisions) {
        const auto who = deciderText(pair.decision);
        rows.append({oneLine(pair.a.label, 120), keyOf(JoinModel::Decisions, pair.a, pair.b),
                     pair.decision.joined ? JoinModel::tr("Joined by %1.").arg(who)
                                          : JoinModel::tr("Kept apart by %1.").arg(who),
                     pair.a, pair.b, pair.decision});
    }
    return rows;
}

bool holds(const Row &row, const QStringList &words)
{
    const QString text = row.thing + u'\n' + row.name.accountName + u'\n' + row.name.nativeId
        + u'\n' + row.other.accountName + u'\n' + row.other.nativeId + u'\n' + row.other.label
        + u'\n' + row.why;
    return std::all_of(words.cbegin(), words.cend(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

void JoinModel::setBook(domain::JoinBook book)
{
    if (book == m_book)
        return;
    beginResetModel();
    m_book = std::move(book);
    m_rows = {suggestionsOf(m_book), joinedOf(m_book), decisionsOf(m_book)};
    show();
    endResetModel();
}

void JoinModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    show();
    endResetModel();
}

void JoinModel::show()
{
    const auto words = m_filter.split(u' ', Qt::SkipEmptyParts);
    m_parts.clear();
    for (int group = 0; group < GroupCount; ++group) {
        Part part{Group(group), m_rows.at(std::size_t(group))};
        part.rows.removeIf([&words](const Row &row) { return !holds(row, words); });
        if (!part.rows.isEmpty())
            m_parts.append(std::move(part));
    }
}

const JoinModel::Row *JoinModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_parts.at(qsizetype(index.internalId()) - 1).rows.at(index.row());
}

QModelIndex JoinModel::indexOf(const QString &key) const
{
    for (int part = 0; part < m_parts.size(); ++part) {
        const auto &rows = m_parts.at(part).rows;
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row).key == key)
                return createIndex(row, 0, quintptr(part) + 1);
        }
    }
    return {};
}

int JoinModel::totalCount() const
{
    int count = 0;
    for (const auto &rows : m_rows)
        count += int(rows.size());
    return count;
}

int JoinModel::shownCount() const
{
    int count = 0;
    for (const auto &part : m_parts)
        count += int(part.rows.size());
    return count;
}

QModelIndex JoinModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex JoinModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int JoinModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_parts.size());
    return parent.internalId() == 0 && parent.column() == 0
        ? int(m_parts.at(parent.row()).rows.size())
        : 0;
}

int JoinModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString JoinModel::titleOf(Group group)
{
    switch (group) {
    case Suggestions:
        return tr("May be one");
    case Joined:
        return tr("Joined");
    case Decisions:
        return tr("Decided by people");
    case GroupCount:
        break;
    }
    return {};
}

QVariant JoinModel::groupData(const Part &part, int column, int role) const
{
    const auto count = int(part.rows.size());
    switch (role) {
    case Qt::DisplayRole:
        return column == 0 ? tr("%1   %2").arg(titleOf(part.group), QLocale().toString(count))
                           : QVariant();
    case IsGroupRole:
        return true;
    case GroupRole:
        return part.group;
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant JoinModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *row = rowAt(index);
    if (row == nullptr)
        return groupData(m_parts.at(index.row()), index.column(), role);
    const auto part = m_parts.at(qsizetype(index.internalId()) - 1).group;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case ThingColumn:
            return row->thing;
        case NameColumn:
            return nameText(row->name);
        case OtherColumn:
            return nameText(row->other);
        case WhyColumn:
            return oneLine(row->why, 300);
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return index.column() == ThingColumn
            ? QVariant(tr("%1: %2 and %3. %4")
                           .arg(row->thing, nameText(row->name), nameText(row->other),
                                oneLine(row->why, 300)))
            : QVariant();
    case IsGroupRole:
        return false;
    case GroupRole:
        return part;
    case KeyRole:
        return row->key;
    default:
        return {};
    }
}

QVariant JoinModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ThingColumn:
        return tr("Thing");
    case NameColumn:
        return tr("Name");
    case OtherColumn:
        return tr("Other name");
    case WhyColumn:
        return tr("Why");
    default:
        return {};
    }
}

QHash<int, QByteArray> JoinModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert(
        {{IsGroupRole, "isGroup"}, {GroupRole, "group"}, {CountRole, "count"}, {KeyRole, "key"}});
    return names;
}

} // namespace portolan::items
