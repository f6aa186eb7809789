// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/formjudge.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/policy/question.h"
#include "views/access/looks.h"
#include "views/shared/labels.h"

#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::views::access {
namespace {

constexpr auto pause = 400ms;

bool isUnknown(const domain::PolicyVerdict &verdict)
{
    return verdict.result == domain::PolicyResult::Unknown;
}

} // namespace

FormJudge::FormJudge(items::AccessSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_line(new SafeLabel)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &FormJudge::send);
    m_line->setWordWrap(true);
    m_line->setTextFont(Text::Small);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::page, size::gap, size::page, 0);
    column->addWidget(m_line);
    hide();
}

void FormJudge::setJudges(const QStringList &accounts)
{
    const bool isOpen = m_isCurrent && std::any_of(m_verdicts.begin(), m_verdicts.end(), isUnknown);
    if (accounts == m_judges && !isOpen)
        return;
    m_judges = accounts;
    m_request = {};
    setVisible(!m_judges.isEmpty());
    showLine();
}

void FormJudge::ask(const domain::AccessRequest &request)
{
    auto bare = request;
    bare.verdicts.clear();
    bare.exception.clear();
    if (bare == m_request)
        return;
    m_request = bare;
    ++m_question;
    if (m_judges.isEmpty() || bare.items.isEmpty()) {
        m_pause.stop();
        m_verdicts.clear();
        m_isCurrent = true;
        return showLine();
    }
    m_isCurrent = false;
    m_verdicts.removeIf([](const auto &one) { return one.result == domain::PolicyResult::Pass; });
    m_pause.start();
    showLine();
}

QList<domain::PolicyVerdict> FormJudge::known() const
{
    return m_isCurrent ? m_verdicts : policy::notAskedYet(m_judges);
}

void FormJudge::send()
{
    if (m_isAsking) // its answer is old, and then this is asked
        return;
    m_isAsking = true;
    const auto question = m_question;
    onFinished(m_source.judge(m_request), this,
               [this, question](const Result<QList<domain::PolicyVerdict>> &answer) {
                   m_isAsking = false;
                   if (question != m_question) {
                       if (!m_isCurrent && !m_pause.isActive())
                           send();
                       return;
                   }
                   m_isCurrent = true;
                   m_verdicts.clear();
                   if (answer)
                       m_verdicts = *answer;
                   else
                       for (const auto &account : m_judges)
                           m_verdicts.append(policy::notChecked(account, answer.error().detail));
                   showLine();
                   Q_EMIT answered();
               });
}

void FormJudge::showLine()
{
    const auto names = items::oneLine(m_judges.join(u", "_s), 100);
    const bool isOpen = std::any_of(m_verdicts.begin(), m_verdicts.end(), isUnknown);
    m_line->setText(!m_isCurrent ? tr("%1 is being asked").arg(names)
                        : isOpen ? tr("Not all could be checked by %1. It is asked again when the "
                                      "request is sent.")
                                       .arg(names)
                                 : tr("Also judged by %1").arg(names));
}

} // namespace portolan::views::access
