// SPDX-License-Identifier: GPL-3.0-or-later
// What the policies say of a request, as its reviewer sees it: judged here and now. What the
// request brings along was written by whoever asks, and is shown as that.
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/policy/judge.h"
#include "models/policy/question.h"
#include "views/access/casedetail.h"
#include "views/access/looks.h"
#include "views/shared/blocks.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

using domain::PolicyResult;
using domain::PolicyVerdict;

//! What the request says that nobody here has judged: it counts against it, and never for it.
PolicyVerdict claimed(PolicyVerdict verdict)
{
    if (verdict.result == PolicyResult::Pass) {
        verdict.result = PolicyResult::Unknown;
        verdict.message = u"Only the request says so; it was not judged here"_s;
        verdict.decisionId.clear();
    }
    return verdict;
}

bool isJudgedBy(const PolicyVerdict &verdict, const QList<PolicyVerdict> &judged)
{
    return std::any_of(judged.begin(), judged.end(), [&verdict](const PolicyVerdict &one) {
        // What was judged of one port says nothing about another.
        return one.source == verdict.source && one.policy == verdict.policy
            && (one.port == verdict.port || one.port.isEmpty());
    });
}

} // namespace

void CaseDetail::setJudged(const QList<PolicyVerdict> &verdicts)
{
    m_judged = verdicts;
    showVerdicts();
}

QList<PolicyVerdict> CaseDetail::reviewedVerdicts() const
{
    const auto &request = m_case.request;
    const auto policies = m_board->policiesOf.value(m_case.account);
    const bool judgesRules = m_offers && !policies.rules.isEmpty();
    QList<PolicyVerdict> verdicts;
    if (judgesRules) {
        const auto today =
            request.created.isValid() ? request.created.toUTC().date() : m_board->today;
        verdicts = policy::judgeRequest(policies, items::factsOf(request, *m_offers, today));
    }
    verdicts += m_judged.value_or(policy::notAskedYet(m_board->judges));
    const bool isAnswered = m_board->judges.isEmpty() || m_judged;
    QList<PolicyVerdict> claims;
    for (const auto &one : request.verdicts) {
        const bool isPending = policy::isRemote(one) ? !isAnswered : false;
        const bool isSettled = !policy::isRemote(one) && judgesRules;
        if (!isPending && !isSettled && !isJudgedBy(one, verdicts))
            claims.append(claimed(one));
    }
    return verdicts + claims;
}

void CaseDetail::showVerdicts()
{
    const auto verdicts = m_isReview ? reviewedVerdicts() : m_case.request.verdicts;
    m_verdicts.show(verdicts, *m_board, m_case.request.verdicts);
    m_sum->setStatus(statusOf(int(policy::worstOf(verdicts))), items::verdictsText(verdicts));
    m_sum->setVisible(!verdicts.isEmpty());
    m_headSum->setStatus(statusOf(int(policy::worstOf(verdicts))), items::verdictsText(verdicts));
    m_headSum->setVisible(m_isReview && !verdicts.isEmpty());
    m_noVerdicts->setVisible(verdicts.isEmpty());
}

} // namespace portolan::views::access
