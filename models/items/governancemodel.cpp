// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/governancemodel.h"

#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/items/findingtext.h"
#include "models/policy/question.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::PolicyResult;
using domain::PolicyVerdict;

constexpr int nameMost = 80;

int rankOf(const PolicyVerdict &verdict)
{
    switch (verdict.result) {
    case PolicyResult::Fail:
        return 0;
    case PolicyResult::Unknown:
        return 1;
    case PolicyResult::Warn:
        return 2;
    case PolicyResult::Pass:
        break;
    }
    return 3;
}

} // namespace

void GovernanceModel::show(const Governance &governance, const QList<PolicyVerdict> &remote)
{
    auto verdicts = governance.verdicts + remote;
    std::stable_sort(verdicts.begin(), verdicts.end(), [](const auto &left, const auto &right) {
        return rankOf(left) < rankOf(right);
    });
    if (verdicts == m_verdicts && governance == m_governance)
        return;
    beginResetModel();
    m_governance = governance;
    m_verdicts = std::move(verdicts);
    endResetModel();
}

int GovernanceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_verdicts.size());
}

int GovernanceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant GovernanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case ResultColumn:
        return tr("Result");
    case RuleColumn:
        return tr("Rule");
    case AboutColumn:
        return tr("About");
    case MessageColumn:
        return tr("What is found");
    case RemedyColumn:
        return tr("What to do");
    case SourceColumn:
        return tr("Source");
    default:
        return {};
    }
}

QString GovernanceModel::textOf(const PolicyVerdict &verdict, int column) const
{
    switch (column) {
    case ResultColumn:
        return resultText(verdict.result);
    case RuleColumn:
        return ruleTitle(m_governance.policies, verdict.policy);
    case AboutColumn:
        if (!verdict.port.isEmpty())
            return oneLine(m_governance.ports.value(verdict.port, verdict.port), nameMost);
        // A pointer into the document says where, as the platform wrote it.
        return policy::isRemote(verdict) && !verdict.field.isEmpty()
            ? oneLine(verdict.field, nameMost)
            : tr("the product");
    case MessageColumn:
        return verdictText(verdict);
    case RemedyColumn:
        return verdict.result == PolicyResult::Pass ? QString()
                                                    : oneLine(findingText(verdict.remedy), 1000);
    case SourceColumn:
        return verdict.decisionId.isEmpty()
            ? tr("%1, %2").arg(oneLine(verdict.source, 20), oneLine(verdict.policy, nameMost))
            : tr("%1, decision %2")
                  .arg(oneLine(verdict.source, 20), oneLine(verdict.decisionId, nameMost));
    default:
        return {};
    }
}

QVariant GovernanceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &verdict = m_verdicts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(verdict, index.column());
    case ResultRole:
        return int(verdict.result);
    default:
        return {};
    }
}

} // namespace portolan::items
