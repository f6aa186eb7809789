// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about the current request besides: each answer comes when it comes, and those to
// earlier requests are dropped.
#include "models/base/async.h"
#include "models/policy/question.h"
#include "views/access/casedetail.h"
#include "views/access/caselist.h"
#include "views/access/casespage.h"
#include "views/shared/messages.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

//! Policies of platforms are asked once for each request that a reviewer turns to: what it says of
//! them itself was written by whoever asks.
void CasesPage::askJudges()
{
    const auto &request = m_detail->shown().request;
    if (!m_isReview || !isVisible() || currentCase() == nullptr || m_judged == request.id)
        return;
    const auto judges = m_model.board()->judges;
    if (judges.isEmpty())
        return;
    m_judged = request.id;
    const auto question = ++m_judging;
    onFinished(m_source.judge(request), this,
               [this, question, judges](const Result<QList<domain::PolicyVerdict>> &answer) {
                   if (question != m_judging)
                       return;
                   QList<domain::PolicyVerdict> none;
                   for (const auto &judge : judges)
                       none.append(
                           policy::notChecked(judge, answer ? QString() : answer.error().detail));
                   m_detail->setJudged(answer ? *answer : none);
               });
}

//! Fields and their classification are read beside: the request is shown without them first.
void CasesPage::askOffers()
{
    const auto request = m_detail->shown().request.id;
    if (m_asked == request)
        return;
    m_asked = request;
    const auto question = ++m_question;
    onFinished(m_source.offers(m_detail->portIds()), this,
               [this, question](const Result<QList<items::AccessOffer>> &answer) {
                   if (question != m_question)
                       return;
                   if (answer)
                       m_detail->setOffers(*answer);
                   else
                       m_detail->setNoOffers(ui::errorText(answer.error().kind).what);
                   if (m_followed == m_detail->shown().request.id) // else it is soon
                       askFlows();
               });
}

//! Where classified fields go already: a whole lineage again, and only for who decides.
void CasesPage::askFlows()
{
    const auto fields = m_detail->classifiedFields();
    const auto request = m_detail->shown().request.id;
    if (!m_isReview || !isVisible() || fields.isEmpty() || m_flowed == request)
        return;
    m_flowed = request;
    const auto question = ++m_flowing;
    onFinished(m_source.flows(fields), this,
               [this, question](const Result<items::FieldFlows> &found) {
                   if (question != m_flowing)
                       return;
                   if (found)
                       m_detail->setFlows(*found);
                   else
                       m_detail->setNoFlows(ui::errorText(found.error().kind).what);
               });
}

//! What depends on its ports is asked of a whole lineage, for each request that a reviewer turns
//! to.
void CasesPage::askDependants()
{
    const auto request = m_detail->shown().request.id;
    if (!m_isReview || !isVisible() || currentCase() == nullptr || m_followed == request)
        return;
    m_followed = request;
    const auto question = ++m_following;
    onFinished(m_source.dependants(m_detail->portIds()), this,
               [this, question](const Result<items::Dependants> &found) {
                   if (question != m_following)
                       return;
                   if (found)
                       m_detail->setDependants(*found);
                   else
                       m_detail->setNoDependants(ui::errorText(found.error().kind).what);
               });
}

} // namespace portolan::views::access
