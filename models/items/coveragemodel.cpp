// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/coveragemodel.h"

#include "models/domain/query.h"
#include "models/items/catalogexport.h"
#include "models/items/displaytext.h"

#include <QHash>
#include <QLocale>
#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using State = CoverageModel::State;

// Heads are told from their rows by this internal id.
constexpr quintptr head = 0;

State stateOf(const CoverageRow &row)
{
    return row.checksThatRan > 0 ? State::Checked : row.checks > 0 ? State::Silent : State::Missing;
}

bool holds(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

QString pathOf(const CoverageRow &row)
{
    return row.domain.join(u'/');
}

} // namespace

CoverageCount coverageOf(const QList<CoverageRow> &rows)
{
    CoverageCount count;
    for (const auto &row : rows) {
        ++count.all;
        count.checked += stateOf(row) == State::Checked;
        count.silent += stateOf(row) == State::Silent;
    }
    return count;
}

QList<CoverageCount> coverageByDomain(const QList<CoverageRow> &rows)
{
    QMap<QString, QList<CoverageRow>> domains; // by the outermost domain
    for (const auto &row : rows)
        domains[row.domain.value(0)].append(row);
    QList<CoverageCount> counts;
    for (const auto &[domain, members] : domains.asKeyValueRange()) {
        auto count = coverageOf(members);
        if (!domain.isEmpty())
            count.domain = {domain};
        counts.append(count);
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto &a, const auto &b) {
        if (a.domain.isEmpty() != b.domain.isEmpty())
            return b.domain.isEmpty();
        return qint64(a.checked) * b.all < qint64(b.checked) * a.all;
    });
    return counts;
}

void CoverageModel::setRows(QList<CoverageRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    arrange();
    endResetModel();
}

void CoverageModel::setFilter(const QString &filter, bool onlyMissing)
{
    if (filter == m_filter && onlyMissing == m_onlyMissing)
        return;
    beginResetModel();
    m_filter = filter;
    m_onlyMissing = onlyMissing;
    arrange();
    endResetModel();
}

void CoverageModel::setDomain(const QStringList &domain)
{
    if (domain == m_domain)
        return;
    beginResetModel();
    m_domain = domain;
    arrange();
    endResetModel();
}

bool CoverageModel::matches(const CoverageRow &row) const
{
    if (m_onlyMissing && stateOf(row) == State::Checked)
        return false;
    if (!m_domain.isEmpty() && row.domain.value(0) != m_domain.first())
        return false;
    for (const auto &token : domain::parseQuery(m_filter).tokens) {
        bool matched = false;
        if (token.key == u"domain")
            matched = holds(pathOf(row), token.value);
        else if (token.key == u"owner")
            matched = holds(row.ownerName, token.value);
        else if (token.key == u"asset")
            matched = holds(row.assetName, token.value);
        else if (token.key == u"why")
            matched = holds(row.why, token.value);
        else
            matched =
                holds(row.assetName + u'\n' + row.field + u'\n' + row.why + u'\n' + row.ownerName,
                      token.value);
        if (matched == token.negated)
            return false;
    }
    return true;
}

void CoverageModel::arrange()
{
    m_groups.clear();
    QHash<QUuid, qsizetype> groupOf;
    for (int i = 0; i < m_rows.size(); ++i) {
        const auto &row = m_rows.at(i);
        if (!matches(row))
            continue;
        if (!groupOf.contains(row.asset)) {
            groupOf.insert(row.asset, m_groups.size());
            m_groups.append(Group{});
        }
        auto &group = m_groups[groupOf.value(row.asset)];
        group.rows.append(i);
        group.missing += stateOf(row) != State::Checked;
    }
    for (auto &group : m_groups) {
        std::stable_sort(group.rows.begin(), group.rows.end(), [this](int a, int b) {
            return stateOf(m_rows.at(a)) > stateOf(m_rows.at(b));
        });
    }
    std::stable_sort(m_groups.begin(), m_groups.end(), [this](const Group &a, const Group &b) {
        const auto &x = m_rows.at(a.rows.first());
        const auto &y = m_rows.at(b.rows.first());
        return std::tuple(-a.missing, pathOf(x), x.assetName)
            < std::tuple(-b.missing, pathOf(y), y.assetName);
    });
}

QList<CoverageRow> CoverageModel::shownRows() const
{
    QList<CoverageRow> rows;
    for (const auto &group : m_groups) {
        for (const int row : group.rows)
            rows.append(m_rows.at(row));
    }
    return rows;
}

QByteArray CoverageModel::csv() const
{
    QStringList lines{u"domain,asset,field,why,checks,checks_that_ran,owner"_s};
    for (const auto &row : shownRows()) {
        const QStringList cells{csvCell(pathOf(row)),        csvCell(row.assetName),
                                csvCell(row.field),          csvCell(row.why),
                                QString::number(row.checks), QString::number(row.checksThatRan),
                                csvCell(row.ownerName)};
        lines.append(cells.join(u','));
    }
    return (lines.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

QModelIndex CoverageModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : head);
}

QModelIndex CoverageModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == head)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, head);
}

int CoverageModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != head || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups.at(parent.row()).rows.size());
}

int CoverageModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CoverageModel::groupText(const Group &group, int column) const
{
    const auto &row = m_rows.at(group.rows.first());
    switch (column) {
    case NameColumn:
        return oneLine(row.assetName, 200);
    case ChecksColumn:
        return group.missing == 0 ? tr("all checked") : tr("%n without", nullptr, group.missing);
    case DomainColumn:
        return oneLine(row.domain.join(u" › "_s), 200);
    case OwnerColumn:
        return oneLine(row.ownerName, 120);
    default:
        return {};
    }
}

QVariant CoverageModel::rowText(const CoverageRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.field.isEmpty() ? tr("The whole asset") : oneLine(row.field, 200);
    case WhyColumn:
        return oneLine(row.why, 200);
    case ChecksColumn:
        if (row.checks == 0)
            return tr("No check");
        return row.checksThatRan == 0 ? tr("Never ran")
                                      : tr("%n check(s)", nullptr, row.checksThatRan);
    default:
        return {};
    }
}

QVariant CoverageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isHead = index.internalId() == head;
    const auto &group = m_groups.at(isHead ? index.row() : int(index.internalId()) - 1);
    const auto &row = m_rows.at(group.rows.at(isHead ? 0 : index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return isHead ? groupText(group, index.column()) : rowText(row, index.column());
    case AssetRole:
        return row.asset;
    case IsAssetRole:
        return isHead;
    case StateRole:
        return isHead ? QVariant() : int(stateOf(row));
    case FieldRole:
        return isHead ? QString() : row.field;
    default:
        return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("Asset and field"), tr("Why it matters"), tr("Checks"),
                              tr("Domain"), tr("Owner")};
    return titles[section];
}

} // namespace portolan::items
