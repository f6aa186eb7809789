// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accesscasemodel.h"

#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "models/items/rowedits.h"
#include "models/policy/judge.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::RequestState;

QStringList keysOf(const QList<const AccessCase *> &cases)
{
    QStringList keys;
    for (const auto *one : cases)
        keys.append(one->request.id.toString());
    return keys;
}

bool needsMe(const AccessCase &one)
{
    return needsAnswer(one) || one.outcome.state == RequestState::Conflict
        || !stuckOf(one).isEmpty();
}

} // namespace

AccessCaseModel::AccessCaseModel(Scope scope, QObject *parent)
    : QAbstractListModel(parent)
    , m_scope(scope)
{
}

void AccessCaseModel::show(const AccessBoardPtr &board, const QDateTime &now)
{
    const auto before = ticked();
    // The rows of before point into the old board: it is kept until they are gone.
    const auto old = m_board;
    m_board = board;
    m_now = now;
    arrange();
    if (ticked() != before)
        Q_EMIT ticksChanged();
}

void AccessCaseModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
    Q_EMIT ticksChanged();
}

bool AccessCaseModel::matches(const AccessCase &one) const
{
    const auto words = m_filter.simplified();
    if (words.isEmpty())
        return true;
    const auto text = QStringList{titleOf(one),
                                  portLabelsOf(one, *m_board).join(u' '),
                                  one.request.consumer.name,
                                  one.request.consumer.id,
                                  purposeText(m_board->policies, one.request.purpose),
                                  oneLine(one.request.justification),
                                  one.request.asker.name,
                                  one.request.asker.email,
                                  domain::labelOf(one.request.id),
                                  requestStateText(one.outcome.state)}
                          .join(u'\n');
    const auto parts = words.split(u' ');
    return std::all_of(parts.begin(), parts.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

//! What waits for this person stands first among one's own, and last among what is to be reviewed:
//! there it waits for somebody else.
QList<const AccessCase *> AccessCaseModel::wanted()
{
    m_count = 0;
    m_all = 0;
    QList<const AccessCase *> rows;
    if (!m_board)
        return rows;
    for (const auto &one : m_board->cases) {
        const bool mine = m_scope == Scope::Mine;
        if (mine ? !isMine(one, m_board->me) : itemsToDecide(one, *m_board).isEmpty())
            continue;
        ++m_all;
        m_count += mine || !isAskedBack(one, *m_board) ? 1 : 0;
        if (matches(one))
            rows.append(&one);
    }
    std::stable_partition(rows.begin(), rows.end(), [this](const AccessCase *one) {
        return m_scope == Scope::Mine ? needsMe(*one) : !isAskedBack(*one, *m_board);
    });
    return rows;
}

void AccessCaseModel::arrange()
{
    const auto after = wanted();
    // First the rows of before point into the new board, or stay where they were.
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
        Q_EMIT dataChanged(index(row), index(row));
    }
}

const AccessCase *AccessCaseModel::caseAt(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? m_rows.at(index.row()) : nullptr;
}

const AccessCase *AccessCaseModel::caseOf(const QUuid &request) const
{
    return caseAt(indexOf(request));
}

QModelIndex AccessCaseModel::indexOf(const QUuid &request) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row)->request.id == request)
            return index(row);
    }
    return {};
}

QList<QUuid> AccessCaseModel::ticked() const
{
    QList<QUuid> ids;
    for (const auto *one : m_rows) {
        if (m_ticked.contains(one->request.id))
            ids.append(one->request.id);
    }
    return ids;
}

void AccessCaseModel::setTicked(const QUuid &request, bool on)
{
    if (on == m_ticked.contains(request))
        return;
    if (on)
        m_ticked.insert(request);
    else
        m_ticked.remove(request);
    const auto changed = indexOf(request);
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

void AccessCaseModel::clearTicks()
{
    if (m_ticked.isEmpty())
        return;
    m_ticked.clear();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

int AccessCaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags AccessCaseModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto flags = QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren;
    return m_scope == Scope::ToReview ? flags | Qt::ItemIsUserCheckable : flags;
}

bool AccessCaseModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto *one = caseAt(index);
    if (one == nullptr || role != Qt::CheckStateRole || m_scope != Scope::ToReview)
        return false;
    setTicked(one->request.id, value.toInt() == Qt::Checked);
    return true;
}

QString AccessCaseModel::titleOf(const AccessCase &one) const
{
    const auto labels = portLabelsOf(one, *m_board);
    if (m_scope == Scope::Mine)
        return labels.isEmpty() ? tr("No port")
            : labels.size() == 1
            ? labels.first()
            : tr("%1 and %n more", nullptr, int(labels.size() - 1)).arg(labels.first());
    const auto name = oneLine(one.request.consumer.name, 80);
    return name.trimmed().isEmpty() ? personText(one.request.asker) : name;
}

QString AccessCaseModel::lineOf(const AccessCase &one) const
{
    const auto purpose = purposeText(m_board->policies, one.request.purpose);
    if (m_scope == Scope::Mine)
        return domain::labelOf(one.request.id)
            + (purpose.isEmpty() ? QString() : u" · "_s + purpose);
    const auto labels = portLabelsOf(one, *m_board);
    const auto what =
        labels.size() == 1 ? labels.first() : tr("%n port(s)", nullptr, int(labels.size()));
    return purpose.isEmpty() ? what : what + u", "_s + purpose;
}

//! The state, and what is odd about its way to others.
QString AccessCaseModel::stateWord(const AccessCase &one) const
{
    const bool mine = m_scope == Scope::Mine;
    const bool isAsked = mine ? needsAnswer(one) : isAskedBack(one, *m_board);
    const auto state = isAsked ? requestStateText(RequestState::NeedsInfo) : caseStateText(one);
    const auto way = mine && !isNeverSent(one) ? deliveryWord(one) : QString();
    return way.isEmpty() ? state : tr("%1, %2").arg(state, way);
}

const QList<domain::PolicyVerdict> &AccessCaseModel::verdictsOf(const AccessCase &one) const
{
    const auto judged = m_judged.constFind(one.request.id);
    return judged == m_judged.cend() ? one.request.verdicts : *judged;
}

void AccessCaseModel::setJudged(const QHash<QUuid, QList<domain::PolicyVerdict>> &verdicts)
{
    if (m_judged == verdicts)
        return;
    m_judged = verdicts;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

bool AccessCaseModel::fails(const QUuid &request) const
{
    const auto *one = caseOf(request);
    return one != nullptr && policy::worstOf(verdictsOf(*one)) == domain::PolicyResult::Fail;
}

QString AccessCaseModel::spokenText(const AccessCase &one) const
{
    QStringList parts{titleOf(one), lineOf(one), caseStateText(one)};
    if (m_scope == Scope::ToReview)
        parts.append(verdictsText(verdictsOf(one)));
    parts.append(m_scope == Scope::Mine ? deliveryText(one) : QString());
    parts.append(waitsForText(one, *m_board));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant AccessCaseModel::data(const QModelIndex &index, int role) const
{
    const auto *one = caseAt(index);
    if (one == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(*one);
    case Qt::AccessibleTextRole:
        return spokenText(*one);
    case Qt::CheckStateRole:
        if (m_scope == Scope::Mine)
            return {};
        return m_ticked.contains(one->request.id) ? Qt::Checked : Qt::Unchecked;
    case IdRole:
        return one->request.id;
    case LineRole:
        return lineOf(*one);
    case AgeRole:
        return one->request.created.isValid() ? durationText(one->request.created.msecsTo(m_now))
                                              : QString();
    case StateRole:
        return stateWord(*one);
    case StateValueRole:
        return int(one->outcome.state);
    case DeliveryRole:
        return int(deliveryOf(*one));
    case VerdictRole:
        return verdictsOf(*one).isEmpty() ? QVariant() : int(policy::worstOf(verdictsOf(*one)));
    case VerdictTextRole:
        return verdictsText(verdictsOf(*one));
    case AskedRole:
        return m_scope == Scope::Mine ? needsAnswer(*one) : isAskedBack(*one, *m_board);
    case LabelRole:
        return domain::labelOf(one->request.id);
    default:
        return {};
    }
}

} // namespace portolan::items
