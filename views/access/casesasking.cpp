// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about the current request besides: each answer comes when it comes, and those to
// earlier requests are dropped.
#include "models/base/async.h"
#include "models/items/accessreading.h"
#include "models/policy/question.h"
#include "views/access/casedetail.h"
#include "views/access/caselist.h"
#include "views/access/casespage.h"
#include "views/shared/messages.h"

#include <QSet>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr qsizetype judgedAtOnce = 200; //!< requests of a list

} // namespace

//! The list says of each request what its policies say now, not what whoever asks has written into
//! it: some are ticked and approved together, and nobody has read them one by one. As many at once
//! as take no time that anybody sees; then the next ones.
void CasesPage::askAll()
{
    const auto board = m_model.board();
    if (!m_isReview || !isVisible() || !board)
        return;
    if (std::exchange(m_allOf, board) != board)
        m_allAsked.clear();
    QSet<QUuid> requests;
    QSet<QUuid> ports;
    for (int row = 0; row < m_model.rowCount() && requests.size() < judgedAtOnce; ++row) {
        const auto &request = m_model.caseAt(m_model.index(row))->request;
        if (m_allAsked.contains(request.id))
            continue;
        m_allAsked.insert(request.id);
        requests.insert(request.id);
        for (const auto &item : request.items)
            ports.insert(board->names.value(item.port).id);
    }
    ports.remove(QUuid()); // of what is not in the catalogue
    if (requests.isEmpty())
        return;
    onFinished(m_source.offers(ports.values()), this,
               [this, board, requests](const Result<QList<items::AccessOffer>> &answer) {
                   if (board != m_model.board())
                       return;
                   if (answer)
                       judgeAll(requests, *answer);
                   askAll();
               });
}

void CasesPage::judgeAll(const QSet<QUuid> &requests, const QList<items::AccessOffer> &offers)
{
    auto judged = m_model.judged();
    for (const auto &one : m_model.board()->cases) {
        if (requests.contains(one.request.id))
            judged.insert(one.request.id, items::reviewVerdicts(*m_model.board(), one, offers));
    }
    m_model.setJudged(judged);
    showBar();
}

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
