// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/verdictmodel.h"

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

int rankOf(PolicyResult result)
{
    switch (result) {
    case PolicyResult::Fail:
        return 0;
    case PolicyResult::Warn:
        return 1;
    case PolicyResult::Unknown:
        return 2;
    case PolicyResult::Pass:
        break;
    }
    return 3;
}

bool isAboutSame(const PolicyVerdict &left, const PolicyVerdict &right)
{
    return left.policy == right.policy && left.port == right.port && left.source == right.source;
}

//! \a verdicts in the order in which \a before has the same ones; empty where they are others.
QList<PolicyVerdict> likeBefore(const QList<PolicyVerdict> &before,
                                const QList<PolicyVerdict> &verdicts)
{
    QList<PolicyVerdict> ordered;
    if (before.size() != verdicts.size())
        return ordered;
    auto left = verdicts;
    for (const auto &old : before) {
        const auto now = std::find_if(left.begin(), left.end(),
                                      [&old](const auto &one) { return isAboutSame(old, one); });
        if (now == left.end())
            return {};
        ordered.append(*now);
        left.erase(now); // a platform may say two things by one rule
    }
    return ordered;
}

} // namespace

void VerdictModel::show(const QList<PolicyVerdict> &verdicts, const AccessBoard &board,
                        const QList<PolicyVerdict> &once, bool keepOrder)
{
    m_once = once;
    m_board.policies = board.policies;
    m_board.names = board.names;
    const auto kept = keepOrder ? likeBefore(m_verdicts, verdicts) : QList<PolicyVerdict>();
    if (!kept.isEmpty()) {
        m_verdicts = kept;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_verdicts = verdicts;
    std::stable_sort(m_verdicts.begin(), m_verdicts.end(), [](const auto &left, const auto &right) {
        return rankOf(left.result) < rankOf(right.result);
    });
    endResetModel();
}

int VerdictModel::countOf(PolicyResult result) const
{
    return int(std::count_if(m_verdicts.begin(), m_verdicts.end(),
                             [result](const auto &one) { return one.result == result; }));
}

int VerdictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_verdicts.size());
}

QString VerdictModel::onceWord(const PolicyVerdict &verdict) const
{
    for (const auto &old : m_once) {
        if (isAboutSame(old, verdict))
            return old.result == verdict.result ? QString() : resultText(old.result);
    }
    return {};
}

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &one = m_verdicts.at(index.row());
    const auto title = ruleTitle(m_board.policies, one.policy);
    const auto port = one.port.isEmpty() ? QString() : accessNameOf(m_board, one.port);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole: {
        QStringList parts{title, resultText(one.result), port, verdictText(one),
                          oneLine(findingText(one.remedy), 1000)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case ResultRole:
        return int(one.result);
    case WordRole:
        return resultText(one.result);
    case MessageRole:
        return verdictText(one);
    case RemedyRole:
        return oneLine(findingText(one.remedy), 1000);
    case SourceRole:
        if (!one.decisionId.isEmpty())
            return tr("%1, decision %2").arg(oneLine(one.source, 20), oneLine(one.decisionId, 60));
        return one.source.isEmpty()
            ? oneLine(one.policy, 60)
            : tr("%1, %2").arg(oneLine(one.source, 20), oneLine(one.policy, 60));
    case PortRole:
        return port;
    case RemoteRole:
        return policy::isRemote(one);
    case FieldRole:
        return one.field;
    case OnceRole:
        return onceWord(one);
    default:
        return {};
    }
}

} // namespace portolan::items
