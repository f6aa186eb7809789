// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/outboxmodel.h"

#include "models/items/displaytext.h"
#include "models/items/rowedits.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::OperationState;

std::pair<QUuid, QString> thingOf(const OutboxEntry &entry)
{
    return {entry.operation.account, entry.operation.objectId};
}

} // namespace

OutboxModel::OutboxModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void OutboxModel::show(const OutboxBoardPtr &board, const QDateTime &now)
{
    // The rows of before point into the old board: it is kept until they are gone.
    const auto old = m_board;
    m_board = board;
    m_now = now;
    arrange();
    Q_EMIT ticksChanged();
}

void OutboxModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
    Q_EMIT ticksChanged();
}

void OutboxModel::setSentShown(bool on)
{
    if (on == m_isSentShown)
        return;
    m_isSentShown = on;
    arrange();
}

bool OutboxModel::matches(const OutboxEntry &entry) const
{
    const auto words = m_filter.simplified();
    if (words.isEmpty())
        return true;
    const auto text =
        QStringList{deedText(entry), standingText(standingOf(entry)), accountText(entry),
                    reasonText(entry), oneLine(entry.operation.objectId)}
            .join(u'\n');
    const auto parts = words.split(u' ');
    return std::all_of(parts.begin(), parts.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool OutboxModel::isOfToday(const OutboxEntry &entry) const
{
    const auto &operation = entry.operation;
    const auto when = operation.sent.isValid() ? operation.sent : operation.created;
    return when.toLocalTime().date() == m_now.toLocalTime().date();
}

bool OutboxModel::canBeTicked(const OutboxEntry &entry)
{
    return !actsOf(entry).isEmpty();
}

//! Where the rows of each thing stand: what is about one goes where the most urgent of it goes.
QHash<OutboxModel::Thing, OutboxModel::Section> OutboxModel::sections() const
{
    QHash<Thing, Section> found;
    for (const auto &entry : m_board->entries) {
        if (entry.operation.state == OperationState::Applied)
            continue;
        const auto section = needsPerson(entry) ? Section::Needing
            : items::isWaiting(entry)           ? Section::Waiting
                                                : Section::Drafts;
        const auto thing = thingOf(entry);
        found.insert(thing, std::min(section, found.value(thing, Section::Drafts)));
    }
    return found;
}

//! Those about one thing stand together, where the first of them stands; the others are set in.
QList<OutboxModel::Row> OutboxModel::grouped(const QList<Row> &rows)
{
    QHash<Thing, qsizetype> places;
    QList<QList<Row>> groups;
    for (auto row : rows) {
        const auto thing = thingOf(*row.entry);
        row.isNested = places.contains(thing);
        if (!row.isNested) {
            places.insert(thing, groups.size());
            groups.append(QList<Row>());
        }
        groups[places.value(thing)].append(row);
    }
    QList<Row> all;
    for (const auto &group : std::as_const(groups))
        all += group;
    return all;
}

QList<OutboxModel::Row> OutboxModel::wanted()
{
    m_all = 0;
    if (!m_board)
        return {};
    const auto where = sections();
    std::array<QList<Row>, 4> below;
    for (const auto &entry : m_board->entries) {
        const bool isSent = entry.operation.state == OperationState::Applied;
        if (isSent && !isOfToday(entry))
            continue;
        ++m_all;
        if (!matches(entry))
            continue;
        const auto section = isSent ? Section::Sent : where.value(thingOf(entry));
        below.at(size_t(section)).append({.section = section, .entry = &entry});
    }
    QList<Row> rows;
    for (size_t i = 0; i < below.size(); ++i) {
        auto &some = below.at(i);
        if (some.isEmpty())
            continue;
        const bool isSent = Section(i) == Section::Sent;
        Row head{.section = Section(i), .count = int(some.size())};
        if (head.section == Section::Needing) {
            head.count = int(std::count_if(some.begin(), some.end(),
                                           [](const Row &row) { return needsPerson(*row.entry); }));
            head.behind = int(some.size()) - head.count;
        }
        rows.append(head);
        if (isSent)
            std::reverse(some.begin(), some.end()); // the last one first
        if (!isSent)
            rows += grouped(some);
        else if (m_isSentShown)
            rows += some;
    }
    return rows;
}

QString OutboxModel::keyOf(const Row &row)
{
    return row.entry == nullptr ? u"head %1"_s.arg(int(row.section))
                                : QString::number(row.entry->operation.id);
}

void OutboxModel::arrange()
{
    const auto keysOf = [](const QList<Row> &rows) {
        QStringList keys;
        for (const auto &row : rows)
            keys.append(keyOf(row));
        return keys;
    };
    const auto after = wanted();
    for (const auto &edit : rowEdits(keysOf(m_rows), keysOf(after))) {
        const auto first = int(edit.at);
        const auto last = int(edit.at + edit.count - 1);
        if (edit.kind == RowEdit::Kind::Remove) {
            beginRemoveRows({}, first, last);
            m_rows.remove(first, edit.count);
            endRemoveRows();
        } else {
            beginInsertRows({}, first, last);
            for (int row = first; row <= last; ++row)
                m_rows.insert(row, after.at(row));
            endInsertRows();
        }
    }
    m_rows = after;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const OutboxEntry *OutboxModel::entryAt(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? m_rows.at(index.row()).entry : nullptr;
}

QModelIndex OutboxModel::indexOf(qint64 operation) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const auto *entry = m_rows.at(row).entry;
        if (entry != nullptr && entry->operation.id == operation)
            return index(row);
    }
    return {};
}

QList<const OutboxEntry *> OutboxModel::ticked() const
{
    QList<const OutboxEntry *> found;
    for (const auto &row : m_rows) {
        if (row.entry != nullptr && m_ticked.contains(row.entry->operation.id)
            && canBeTicked(*row.entry))
            found.append(row.entry);
    }
    std::sort(found.begin(), found.end(), [](const auto *left, const auto *right) {
        return left->operation.id < right->operation.id;
    });
    return found;
}

void OutboxModel::setTicked(qint64 operation, bool on)
{
    if (on == m_ticked.contains(operation))
        return;
    if (on)
        m_ticked.insert(operation);
    else
        m_ticked.remove(operation);
    if (const auto changed = indexOf(operation); changed.isValid())
        Q_EMIT dataChanged(changed, changed, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

void OutboxModel::tickAll(bool on)
{
    m_ticked.clear();
    for (const auto &row : std::as_const(m_rows)) {
        if (on && row.entry != nullptr && canBeTicked(*row.entry))
            m_ticked.insert(row.entry->operation.id);
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags OutboxModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto flags = QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren;
    const auto *entry = entryAt(index);
    if (entry == nullptr)
        return flags;
    return canBeTicked(*entry) ? flags | Qt::ItemIsUserCheckable : flags;
}

bool OutboxModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto *entry = entryAt(index);
    if (entry == nullptr || role != Qt::CheckStateRole || !canBeTicked(*entry))
        return false;
    setTicked(entry->operation.id, value.toInt() == Qt::Checked);
    return true;
}

QString OutboxModel::lineOf(const OutboxEntry &entry) const
{
    const auto reason = reasonText(entry);
    return needsPerson(entry) && !reason.isEmpty() ? tr("%1: %2").arg(accountText(entry), reason)
                                                   : accountText(entry);
}

QVariant OutboxModel::headData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (row.section) {
        case Section::Needing: {
            const auto text = tr("%n to decide", nullptr, row.count);
            return row.behind == 0 ? text
                                   : tr("%1, %n waiting behind", nullptr, row.behind).arg(text);
        }
        case Section::Waiting:
            return tr("%n waiting, in the order of sending", nullptr, row.count);
        case Section::Drafts:
            return tr("Drafts: %n", nullptr, row.count);
        case Section::Sent:
            return tr("%n sent today", nullptr, row.count);
        }
        return {};
    case IdRole:
        return qint64(0);
    case IsHeadRole:
        return true;
    case IsOpenRole:
        return row.section == Section::Sent ? QVariant(m_isSentShown) : QVariant();
    default:
        return {};
    }
}

QVariant OutboxModel::entryData(const Row &row, int role) const
{
    const auto &entry = *row.entry;
    switch (role) {
    case Qt::DisplayRole:
        return deedText(entry);
    case Qt::AccessibleTextRole:
        return QStringList{deedText(entry), standingText(standingOf(entry)), lineOf(entry)}.join(
            u", "_s);
    case Qt::CheckStateRole:
        if (!canBeTicked(entry))
            return {};
        return m_ticked.contains(entry.operation.id) ? Qt::Checked : Qt::Unchecked;
    case IdRole:
        return entry.operation.id;
    case IsHeadRole:
        return false;
    case StandingRole:
        return int(standingOf(entry));
    case StandingTextRole:
        return standingText(standingOf(entry));
    case NeedsPersonRole:
        return needsPerson(entry);
    case LineRole:
        return lineOf(entry);
    case TimeRole:
        return entry.operation.state == OperationState::Applied && entry.operation.sent.isValid()
            ? entry.operation.sent
            : entry.operation.created;
    case IsNestedRole:
        return row.isNested;
    default:
        return {};
    }
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto &row = m_rows.at(index.row());
    return row.entry == nullptr ? headData(row, role) : entryData(row, role);
}

} // namespace portolan::items
