// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "models/domain/policyquestion.h"

#include <QList>
#include <QString>

namespace portolan::cli {

//! Asks the policies of one account about products, and remembers whether they told everything.
class AccountJudge
{
public:
    //! The judge that the account called \a name is; an error where it has no policies. \a context
    //! outlives it.
    [[nodiscard]] static Result<AccountJudge> named(Context &context, const QString &name);

    //! The verdicts about each of \a questions.
    QList<QList<domain::PolicyVerdict>> judge(const QList<domain::PolicyQuestion> &questions);

    //! False once something could not be judged.
    bool isWhole() const { return m_isWhole; }

    //! Why not, as far as it is known.
    const QString &why() const { return m_why; }

private:
    AccountJudge(const sync::Engine &engine, store::Account account)
        : m_engine(&engine)
        , m_account(std::move(account))
    {
    }

    const sync::Engine *m_engine;
    store::Account m_account;
    bool m_isWhole = true;
    QString m_why;
};

} // namespace portolan::cli
