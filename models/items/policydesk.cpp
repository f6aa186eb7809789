// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/policydesk.h"

#include "models/policy/question.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

using domain::PolicyVerdict;

namespace {

constexpr qint64 patienceMs = 8'000; // for one account

} // namespace

Result<QList<store::Account>> PolicyDesk::accounts() const
{
    auto accounts = m_store.accounts().accounts().takeResult();
    if (accounts)
        accounts->removeIf([this](const auto &account) { return !m_engine.judges(account); });
    return accounts;
}

QList<PolicyVerdict> PolicyDesk::ask(const QList<domain::PolicyQuestion> &questions,
                                     const std::function<bool()> &isOver) const
{
    const auto accounts = this->accounts();
    if (!accounts)
        return {policy::notChecked(u"policies"_s, accounts.error().detail)};
    QList<PolicyVerdict> verdicts;
    for (const auto &account : *accounts) {
        const auto answers = m_engine.judge(account, questions, patienceMs, isOver);
        QList<PolicyVerdict> own;
        for (qsizetype i = 0; i < answers.size(); ++i)
            own += verdictsOf(account.name, questions.at(i), answers.at(i));
        verdicts += accounts->size() > 1 ? namedAfter(account.name, own) : own;
    }
    return policy::saidOnce(verdicts);
}

QList<PolicyVerdict> verdictsOf(const QString &account, const domain::PolicyQuestion &question,
                                const Result<domain::PolicyAnswer> &answer)
{
    return answer ? policy::placed(answer->verdicts, question)
                  : QList{policy::notChecked(account, answer.error().detail)};
}

QList<PolicyVerdict> namedAfter(const QString &account, QList<PolicyVerdict> verdicts)
{
    for (auto &verdict : verdicts) {
        if (verdict.policy != account)
            verdict.policy = account + u'/' + verdict.policy;
    }
    return verdicts;
}

} // namespace portolan::items
