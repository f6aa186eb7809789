// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policyquestion.h"
#include "models/store/store.h"
#include "models/sync/engine.h"

#include <QList>

namespace portolan::items {

//! Asks all accounts that have policies. Every function blocks for seconds at most; any thread but
//! the window's.
class PolicyDesk
{
public:
    //! Both outlive this.
    PolicyDesk(store::Store &store, const sync::Engine &engine)
        : m_store(store)
        , m_engine(engine)
    {
    }

    //! The accounts that are asked.
    Result<QList<store::Account>> accounts() const;
    //! What they say to \a questions. Whoever told nothing has a verdict that says so, and that is
    //! unknown. With several accounts, rules are called after theirs.
    //! Nobody is waited for once \a isOver, where there is one.
    QList<domain::PolicyVerdict> ask(const QList<domain::PolicyQuestion> &questions,
                                     const std::function<bool()> &isOver = {}) const;

private:
    store::Store &m_store;
    const sync::Engine &m_engine;
};

//! What \a answer of \a account to \a question means here; an error is unknown.
QList<domain::PolicyVerdict> verdictsOf(const QString &account,
                                        const domain::PolicyQuestion &question,
                                        const Result<domain::PolicyAnswer> &answer);

//! \a verdicts with their rules called "account/rule".
QList<domain::PolicyVerdict> namedAfter(const QString &account,
                                        QList<domain::PolicyVerdict> verdicts);

} // namespace portolan::items
