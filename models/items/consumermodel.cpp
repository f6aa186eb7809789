// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/consumermodel.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/accesstext.h"
#include "models/items/catalogexport.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr qsizetype mostAtOnce = 500; // rows that are arranged within a few milliseconds

bool isOf(const ConsumerRow &row, ConsumerModel::Scope scope)
{
    switch (scope) {
    case ConsumerModel::Scope::Has:
        return row.kind == Dependence::Has;
    case ConsumerModel::Scope::Waits:
        return row.kind == Dependence::Waits;
    case ConsumerModel::Scope::Reads:
        return row.kind == Dependence::Reads;
    case ConsumerModel::Scope::All:
        break;
    }
    return true;
}

//! What only reads has no end, and comes behind what has none by agreement.
qint64 endOf(const ConsumerRow &row)
{
    if (row.to.isValid())
        return row.to.toJulianDay();
    return std::numeric_limits<qint64>::max() - (row.kind == Dependence::Reads ? 0 : 1);
}

QString kindWord(Dependence kind)
{
    switch (kind) {
    case Dependence::Has:
        return u"has-access"_s;
    case Dependence::Waits:
        return u"waits"_s;
    case Dependence::Reads:
        return u"reads"_s;
    case Dependence::Had:
        break;
    }
    return u"had-access"_s;
}

QString dayOf(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace

void ConsumerModel::show(const QList<ConsumerRow> &rows)
{
    if (rows == m_all && !rows.isEmpty())
        return;
    m_all = rows;
    arrange();
}

void ConsumerModel::setScope(Scope scope)
{
    if (scope == m_wanted.scope)
        return;
    m_wanted.scope = scope;
    arrange();
}

void ConsumerModel::setFilter(const QString &text)
{
    if (text == m_wanted.filter)
        return;
    m_wanted.filter = text;
    arrange();
}

int ConsumerModel::count(Scope scope) const
{
    return int(std::count_if(m_all.begin(), m_all.end(),
                             [scope](const ConsumerRow &row) { return isOf(row, scope); }));
}

const ConsumerRow *ConsumerModel::row(const QUuid &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const ConsumerRow &row) { return row.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

bool ConsumerModel::matches(const ConsumerRow &row, const Arrangement &wanted,
                            const QStringList &words)
{
    if (!isOf(row, wanted.scope))
        return false;
    if (words.isEmpty())
        return true;
    QStringList texts;
    for (int column = 0; column < ColumnCount; ++column)
        texts.append(textOf(row, column));
    const auto text = texts.join(u'\n');
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

//! Of columns that are sorted by more than their text.
bool ConsumerModel::isBefore(const ConsumerRow &left, const ConsumerRow &right, int column)
{
    if (column == Ends)
        return endOf(left) < endOf(right);
    if (column == Distance)
        return left.steps != right.steps ? left.steps < right.steps : endOf(left) < endOf(right);
    return urgencyOf(left) != urgencyOf(right) ? urgencyOf(left) < urgencyOf(right)
                                               : endOf(left) < endOf(right);
}

QList<ConsumerRow> ConsumerModel::arranged(const QList<ConsumerRow> &all, const Arrangement &wanted)
{
    const auto words = wanted.filter.simplified().split(u' ', Qt::SkipEmptyParts);
    const int column = wanted.sorted;
    const bool isByText = column != Ends && column != Distance && column != State;
    using Keyed = std::pair<QString, const ConsumerRow *>;
    std::vector<Keyed> found;
    for (const auto &row : all) {
        if (matches(row, wanted, words)) // the text of a row is made once, not for each comparison
            found.push_back({isByText ? textOf(row, column) : QString(), &row});
    }
    const auto before = [&](const Keyed &left, const Keyed &right) {
        return isByText ? QString::localeAwareCompare(left.first, right.first) < 0
                        : isBefore(*left.second, *right.second, column);
    };
    std::stable_sort(found.begin(), found.end(), [&](const Keyed &left, const Keyed &right) {
        return wanted.order == Qt::AscendingOrder ? before(left, right) : before(right, left);
    });
    QList<ConsumerRow> rows;
    rows.reserve(qsizetype(found.size()));
    for (const auto &one : found)
        rows.append(*one.second);
    return rows;
}

void ConsumerModel::arrange()
{
    const auto question = ++m_question;
    m_isArranging = m_all.size() > mostAtOnce;
    if (!m_isArranging)
        return take(arranged(m_all, m_wanted));
    onFinished(
        QtConcurrent::run([all = m_all, wanted = m_wanted] { return arranged(all, wanted); }), this,
        [this, question](const QList<ConsumerRow> &rows) {
            if (question == m_question)
                take(rows);
        });
}

void ConsumerModel::take(const QList<ConsumerRow> &rows)
{
    m_isArranging = false;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void ConsumerModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount
        || (column == m_wanted.sorted && order == m_wanted.order))
        return;
    m_wanted.sorted = column;
    m_wanted.order = order;
    arrange();
}

QByteArray consumersCsv(const QList<ConsumerRow> &rows)
{
    QByteArray csv("kind,consumer,state,port,purpose,role,contact,email,from,to,request,agreement,"
                   "grant,steps\r\n");
    for (const auto &row : rows) {
        const bool isAgreement = row.kind == Dependence::Has || row.kind == Dependence::Had;
        const auto state = isAgreement      ? domain::stateWord(row.agreement)
            : row.kind == Dependence::Waits ? domain::stateWord(row.item)
                                            : QString();
        const QStringList cells{kindWord(row.kind),
                                row.consumer,
                                state,
                                row.port,
                                row.purpose,
                                row.role,
                                row.contact,
                                row.email,
                                dayOf(row.from),
                                dayOf(row.to),
                                row.request.isNull() ? QString() : idText(row.request),
                                isAgreement ? idText(row.id) : QString(),
                                row.grant ? domain::stateWord(*row.grant) : QString()};
        for (const auto &cell : cells)
            csv += csvCell(cell).toUtf8() + ',';
        csv += (row.steps > 0 ? QByteArray::number(row.steps) : QByteArray()) + "\r\n";
    }
    return csv;
}

int ConsumerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConsumerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ConsumerModel::nextText(const ConsumerRow &row)
{
    if (row.kind == Dependence::Waits) {
        if (row.item == domain::ItemState::NeedsInfo)
            return tr("Waits for an answer");
        if (row.isForMe)
            return tr("You decide");
        return row.waitsFor.isEmpty() ? QString() : tr("Waits for %1").arg(row.waitsFor);
    }
    if (!row.renewal.isNull())
        return tr("Renewal asked");
    // What runs by agreement and nobody could give is for somebody to look at.
    return row.grant == domain::GrantState::Failed ? grantStateText(*row.grant) : QString();
}

QString ConsumerModel::textOf(const ConsumerRow &row, int column)
{
    const bool isRead = row.kind == Dependence::Reads;
    switch (column) {
    case Consumer:
        return row.consumer;
    case State:
        return dependenceText(row);
    case Port:
        return row.port;
    case Purpose:
        return row.purpose;
    case RoleName:
        return row.role;
    case Contact:
        return row.contact;
    case Ends:
        return isRead ? QString() : row.to.isValid() ? dateText(row.to) : tr("no end");
    case Distance:
        if (isRead)
            return stepsText(row.steps);
        return row.daysLeft ? distanceText(*row.daysLeft) : QString();
    case Next:
        return nextText(row);
    default:
        return {};
    }
}

QVariant ConsumerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole: {
        if (index.column() != Consumer)
            return textOf(row, index.column());
        QStringList parts;
        for (int column = 0; column < ColumnCount; ++column)
            parts.append(textOf(row, column));
        parts.append(row.grantNote);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case NoteRole:
        return row.grantNote;
    case Qt::TextAlignmentRole:
        return index.column() == Ends ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter))
                                      : QVariant();
    case IdRole:
        return row.id;
    case KindRole:
        return int(row.kind);
    case AgreementRole:
        return int(row.agreement);
    default:
        return {};
    }
}

QVariant ConsumerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Ends)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Consumer:
        return tr("Consumer");
    case State:
        return tr("State");
    case Port:
        return tr("Port");
    case Purpose:
        return tr("Purpose");
    case RoleName:
        return tr("Role");
    case Contact:
        return tr("Contact");
    case Ends:
        return tr("Until");
    case Distance:
        return tr("That is");
    case Next:
        return tr("Next");
    default:
        return {};
    }
}

} // namespace portolan::items
