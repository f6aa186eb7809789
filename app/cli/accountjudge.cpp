// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accountjudge.h"

#include "models/items/policydesk.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {

Result<AccountJudge> AccountJudge::named(Context &context, const QString &name)
{
    const auto engine = context.engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto store = context.store();
    if (!store)
        return tl::unexpected(store.error());
    const auto accounts = await((*store)->accounts().accounts());
    if (!accounts)
        return tl::unexpected(accounts.error());
    for (const auto &account : *accounts) {
        if (account.name != name)
            continue;
        if (!(*engine)->judges(account))
            return failure(Error::Kind::Usage,
                           u"account \"%1\" has no policies that can be asked"_s.arg(name));
        return AccountJudge(**engine, account);
    }
    return failure(Error::Kind::NotFound,
                   u"no account is called \"%1\"; `accounts list` names them"_s.arg(name));
}

QList<QList<domain::PolicyVerdict>>
AccountJudge::judge(const QList<domain::PolicyQuestion> &questions)
{
    constexpr qint64 anHour = 60 * 60 * 1000; // nobody sits before it
    const auto answers = m_engine->judge(m_account, questions, anHour);
    QList<QList<domain::PolicyVerdict>> verdicts;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        verdicts.append(items::verdictsOf(m_account.name, questions.at(i), answers.at(i)));
        for (const auto &one : verdicts.last()) {
            if (one.result != domain::PolicyResult::Unknown)
                continue;
            m_isWhole = false;
            m_why = one.message;
        }
    }
    return verdicts;
}

} // namespace portolan::cli
