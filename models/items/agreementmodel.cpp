// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/agreementmodel.h"

#include "models/domain/approval.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/items/rowedits.h"
#include "models/items/slotext.h"

#include <QHash>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::AgreementState;

QStringList keysOf(const QList<AgreementRow> &rows)
{
    QStringList keys;
    for (const auto &row : rows)
        keys.append(row.id().toString());
    return keys;
}

qint64 endOf(const AgreementRow &row)
{
    return row.holder.agreement.to.isValid() ? row.holder.agreement.to.toJulianDay()
                                             : std::numeric_limits<qint64>::max();
}

bool decidesAbout(const AccessCase &one, const QUuid &item, const QList<domain::Actor> &me)
{
    const auto hasMe = [&me](const domain::ApprovalStep &step) {
        return std::any_of(me.begin(), me.end(), [&step](const domain::Actor &actor) {
            return domain::isApprover(step, actor);
        });
    };
    return std::any_of(one.request.items.begin(), one.request.items.end(), [&](const auto &each) {
        return each.id == item && std::any_of(each.steps.begin(), each.steps.end(), hasMe);
    });
}

} // namespace

AgreementModel::AgreementModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void AgreementModel::show(const AccessBoardPtr &board)
{
    m_board = board;
    read();
    arrange();
}

void AgreementModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
}

void AgreementModel::setScope(Scope scope)
{
    m_scope = scope;
    read();
    arrange();
}

void AgreementModel::setEnds(const QDate &first, const QDate &last)
{
    m_first = first;
    m_last = last;
    arrange();
}

void AgreementModel::read()
{
    m_all.clear();
    m_count = 0;
    if (!m_board)
        return;
    QHash<QUuid, const AccessCase *> cases;
    for (const auto &one : m_board->cases)
        cases.insert(one.request.id, &one);
    const auto renewals = openRenewalsOf(*m_board);
    for (const auto &holder : holdersOf(*m_board)) {
        const auto &agreement = holder.agreement;
        const auto *one = cases.value(holder.request);
        AgreementRow row{.holder = holder,
                         .product = accessNameOf(*m_board, agreement.product),
                         .port = accessNameOf(*m_board, agreement.port),
                         .renewal = renewals.value(agreement.id)};
        if (one != nullptr && row.holder.state == AgreementState::Terminated)
            row.ended = endedOn(*one, agreement.item);
        if (agreement.to.isValid())
            row.daysLeft = m_board->today.daysTo(agreement.to);
        if (const auto grant = m_board->grants.constFind(agreement.id);
            grant != m_board->grants.cend())
            row.grant = *grant;
        row.isUsed = one != nullptr && isMine(*one, m_board->me);
        row.isDecided = one != nullptr && decidesAbout(*one, agreement.item, m_board->me);
        ++m_count;
        if (m_scope == Scope::All || (m_scope == Scope::Used && row.isUsed)
            || (m_scope == Scope::Decided && row.isDecided))
            m_all.append(row);
    }
}

bool AgreementModel::matches(const AgreementRow &row) const
{
    const auto &end = row.holder.agreement.to;
    if (m_first.isValid() && (!end.isValid() || end < m_first || end > m_last))
        return false;
    const auto words = m_filter.simplified();
    if (words.isEmpty())
        return true;
    QStringList texts;
    for (int column = 0; column < ColumnCount; ++column)
        texts.append(textOf(row, column));
    const auto text = texts.join(u'\n');
    const auto parts = words.split(u' ');
    return std::all_of(parts.begin(), parts.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool AgreementModel::isBefore(const AgreementRow &left, const AgreementRow &right) const
{
    if (m_sorted == Ends || m_sorted == Distance)
        return endOf(left) < endOf(right);
    if (m_sorted == State)
        return int(left.holder.state) < int(right.holder.state);
    return QString::localeAwareCompare(textOf(left, m_sorted), textOf(right, m_sorted)) < 0;
}

void AgreementModel::arrange()
{
    const auto before = ticked();
    QList<AgreementRow> after;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(after),
                 [this](const AgreementRow &row) { return matches(row); });
    std::stable_sort(
        after.begin(), after.end(), [this](const AgreementRow &left, const AgreementRow &right) {
            return m_order == Qt::AscendingOrder ? isBefore(left, right) : isBefore(right, left);
        });
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
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row) == after.at(row))
            continue;
        m_rows[row] = after.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (ticked() != before)
        Q_EMIT ticksChanged();
}

void AgreementModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sorted = column;
    m_order = order;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto before = persistentIndexList();
    QList<std::pair<QUuid, int>> places;
    for (const auto &one : before)
        places.append({m_rows.at(one.row()).id(), one.column()});
    std::stable_sort(
        m_rows.begin(), m_rows.end(), [this](const AgreementRow &left, const AgreementRow &right) {
            return m_order == Qt::AscendingOrder ? isBefore(left, right) : isBefore(right, left);
        });
    QModelIndexList after;
    for (const auto &[id, at] : std::as_const(places))
        after.append(index(indexOf(id).row(), at));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

const AgreementRow *AgreementModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? &m_rows.at(index.row()) : nullptr;
}

const AgreementRow *AgreementModel::row(const QUuid &id) const
{
    return rowAt(indexOf(id));
}

QModelIndex AgreementModel::indexOf(const QUuid &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id() == id)
            return index(row, 0);
    }
    return {};
}

QList<QUuid> AgreementModel::ticked() const
{
    QList<QUuid> ids;
    for (const auto &row : m_rows) {
        if (m_ticked.contains(row.id()))
            ids.append(row.id());
    }
    return ids;
}

void AgreementModel::setTicked(const QUuid &id, bool on)
{
    if (on == m_ticked.contains(id))
        return;
    if (on)
        m_ticked.insert(id);
    else
        m_ticked.remove(id);
    const auto changed = indexOf(id);
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

void AgreementModel::clearTicks()
{
    if (m_ticked.isEmpty())
        return;
    m_ticked.clear();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

int AgreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AgreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

Qt::ItemFlags AgreementModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == Product ? flags | Qt::ItemIsUserCheckable : flags;
}

bool AgreementModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto *one = rowAt(index);
    if (one == nullptr || role != Qt::CheckStateRole || index.column() != Product)
        return false;
    setTicked(one->id(), value.toInt() == Qt::Checked);
    return true;
}

QString AgreementModel::nextText(const AgreementRow &row) const
{
    if (!row.renewal.isNull())
        return tr("Renewal asked");
    switch (row.holder.state) {
    case AgreementState::Expiring:
        return tr("Renew");
    case AgreementState::Expired:
        return tr("Ask again");
    default:
        return {};
    }
}

QString AgreementModel::textOf(const AgreementRow &row, int column) const
{
    const auto &agreement = row.holder.agreement;
    switch (column) {
    case Product:
        return row.product;
    case Port:
        return row.port;
    case Consumer:
        return oneLine(agreement.consumer.name.isEmpty() ? agreement.consumer.id
                                                         : agreement.consumer.name,
                       200);
    case RoleName:
        return oneLine(agreement.role, 200);
    case State:
        return agreementStateText(agreement, row.holder.state, row.grant);
    case Ends:
        return agreement.to.isValid() ? dateText(agreement.to) : tr("no end");
    case Distance:
        // What was agreed would sound as if it still ran.
        if (row.ended.isValid())
            return tr("ended %1").arg(dayText(row.ended));
        return row.daysLeft ? distanceText(*row.daysLeft) : QString();
    case Next:
        return nextText(row);
    default:
        return {};
    }
}

QString AgreementModel::spokenText(const AgreementRow &row) const
{
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column)
        parts.append(textOf(row, column));
    if (row.grant)
        parts.append(grantText(*row.grant));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant AgreementModel::data(const QModelIndex &index, int role) const
{
    const auto *one = rowAt(index);
    if (one == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*one, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Product ? spokenText(*one) : textOf(*one, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Ends ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter))
                                      : QVariant();
    case Qt::CheckStateRole:
        if (index.column() != Product)
            return {};
        return m_ticked.contains(one->id()) ? Qt::Checked : Qt::Unchecked;
    case IdRole:
        return one->id();
    case StateValueRole:
        return int(one->holder.state);
    case RenewalRole:
        return one->renewal;
    case GrantRole:
        return one->grant ? QVariant(int(domain::outcomeOf(*one->grant).now.state)) : QVariant();
    case GrantTextRole:
        return one->grant ? grantText(*one->grant) : QString();
    case ProductIdRole:
        return m_board->names.value(one->holder.agreement.product).id;
    default:
        return {};
    }
}

QVariant AgreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Ends)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Product:
        return tr("Product");
    case Port:
        return tr("Port");
    case Consumer:
        return tr("Consumer");
    case RoleName:
        return tr("Role");
    case State:
        return tr("State");
    case Ends:
        return tr("Ends");
    case Distance:
        return tr("That is");
    case Next:
        return tr("Next");
    default:
        return {};
    }
}

} // namespace portolan::items
