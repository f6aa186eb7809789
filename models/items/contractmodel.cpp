// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/contractmodel.h"

#include "models/items/displaytext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// A section's index carries 0, a clause's the number of its section plus one.
constexpr quintptr sectionId = 0;

bool holds(const Clause &clause, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        const auto in = [&word](const QString &text) {
            return text.contains(word, Qt::CaseInsensitive);
        };
        return in(clause.name) || in(clause.promised) || in(clause.sentence) || in(clause.rule)
            || std::any_of(clause.facts.begin(), clause.facts.end(),
                           [&](const auto &fact) { return in(fact.second); });
    });
}

} // namespace

void ContractModel::setClauses(QList<Clause> clauses)
{
    if (clauses == m_clauses)
        return;
    beginResetModel();
    m_clauses = std::move(clauses);
    arrange();
    endResetModel();
}

void ContractModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    arrange();
    endResetModel();
}

void ContractModel::arrange()
{
    m_sections.clear();
    const auto words = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_clauses.size(); ++i) {
        const auto &clause = m_clauses.at(i);
        if (!holds(clause, words))
            continue;
        auto section = std::find_if(m_sections.begin(), m_sections.end(),
                                    [&](const auto &one) { return one.section == clause.section; });
        if (section == m_sections.end())
            section = m_sections.insert(m_sections.end(), {clause.section, {}});
        section->clauses.push_back(i);
    }
}

bool ContractModel::update(QList<Clause> clauses)
{
    const auto isSame = [](Clause left, const Clause &right) {
        left.verdict = right.verdict;
        return left == right;
    };
    if (!std::equal(clauses.begin(), clauses.end(), m_clauses.begin(), m_clauses.end(), isSame))
        return false;
    m_clauses = std::move(clauses);
    for (int section = 0; section < rowCount(); ++section) {
        const auto parent = index(section, 0);
        Q_EMIT dataChanged(index(0, MeasuredColumn, parent),
                           index(rowCount(parent) - 1, VerdictColumn, parent));
    }
    return true;
}

const Clause *ContractModel::clauseAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == sectionId)
        return nullptr;
    const auto &section = m_sections.at(index.internalId() - 1);
    return &m_clauses.at(section.clauses.at(static_cast<size_t>(index.row())));
}

QModelIndex ContractModel::find(ClauseSection section, const QString &name) const
{
    for (size_t at = 0; at < m_sections.size(); ++at) {
        if (m_sections[at].section != section)
            continue;
        for (size_t row = 0; row < m_sections[at].clauses.size(); ++row) {
            if (m_clauses.at(m_sections[at].clauses[row]).name == name)
                return createIndex(static_cast<int>(row), 0, at + 1);
        }
    }
    return {};
}

int ContractModel::shownCount() const
{
    size_t count = 0;
    for (const auto &section : m_sections)
        count += section.clauses.size();
    return static_cast<int>(count);
}

int ContractModel::countOf(Keeping keeping) const
{
    return static_cast<int>(
        std::count_if(m_clauses.begin(), m_clauses.end(), [keeping](const Clause &clause) {
            return clause.verdict && clause.verdict->keeping == keeping;
        }));
}

QModelIndex ContractModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : sectionId);
}

QModelIndex ContractModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == sectionId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, sectionId);
}

int ContractModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_sections.size());
    if (parent.internalId() != sectionId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_sections.at(static_cast<size_t>(parent.row())).clauses.size());
}

int ContractModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ContractModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const auto *clause = clauseAt(index))
        return clauseData(*clause, index.column(), role);
    return sectionData(m_sections.at(static_cast<size_t>(index.row())), index.column(), role);
}

QVariant ContractModel::sectionData(const Section &section, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == ClauseColumn ? sectionTitle(section.section) : QString();
    case SectionRole:
        return static_cast<int>(section.section);
    case IsSectionRole:
        return true;
    default:
        return {};
    }
}

QString ContractModel::textOf(const Clause &clause, int column)
{
    switch (column) {
    case ClauseColumn:
        return clause.name;
    case PromisedColumn:
        return clause.promised;
    case MeasuredColumn:
        return clause.verdict ? clause.verdict->measured : QString();
    case VerdictColumn:
        return clause.verdict ? clause.verdict->text : QString();
    default:
        return {};
    }
}

QVariant ContractModel::clauseData(const Clause &clause, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(textOf(clause, column));
    case SectionRole:
        return static_cast<int>(clause.section);
    case IsSectionRole:
        return false;
    case NeedleRole:
        return clause.needle;
    case KeepingRole:
        return clause.verdict ? QVariant(static_cast<int>(clause.verdict->keeping)) : QVariant();
    default:
        return {};
    }
}

QVariant ContractModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Clause"), tr("Promised"), tr("Measured"), tr("Verdict now")};
    return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

QHash<int, QByteArray> ContractModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert({{SectionRole, "section"},
                  {IsSectionRole, "isSection"},
                  {NeedleRole, "needle"},
                  {KeepingRole, "keeping"}});
    return names;
}

} // namespace portolan::items
