// SPDX-License-Identifier: GPL-3.0-or-later
// What is secret of an account that goes. A keyring that is locked keeps it, and nobody would look
// for it there again: that it is left is remembered, and it goes when the keyring is open.
#include "models/base/async.h"
#include "models/sync/accountentry.h"
#include "models/sync/pullrun.h"
#include "models/sync/serverrecord.h"

#include <QPromise>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

QFuture<Result<void>> AccountEntry::drop(const store::Account &account)
{
    const auto answer = std::make_shared<QPromise<Result<void>>>();
    answer->start();
    forget(account, [this, answer, id = account.id](const Result<void> &done) {
        endDrop(id, done, answer);
    });
    return answer->future();
}

QFuture<Result<void>> AccountEntry::signOut(const store::Account &account)
{
    const auto answer = std::make_shared<QPromise<Result<void>>>();
    answer->start();
    forget(account, [this, answer](const Result<void> &done) {
        const auto give = [answer](const Result<void> &end) {
            answer->addResult(end);
            answer->finish();
        };
        if (done || done.error().kind != Error::Kind::Keychain)
            return give(done);
        onFinished(m_clients.keyring(), this, [done, give](secrets::KeyringState state) {
            // One that is not there has nothing that could be left.
            give(state == secrets::KeyringState::Absent ? Result<void>() : done);
        });
    });
    return answer->future();
}

//! Ends the session at the provider unless it is shared, and forgets all that is secret.
void AccountEntry::forget(const store::Account &account, Done then)
{
    using Session = AccountClients::Session;
    onFinished(m_store.accounts().accounts(), this,
               [this, then = std::move(then), account](const Result<QList<store::Account>> &all) {
                   // Where nobody knows, nobody is signed out.
                   const bool isShared = !all || sharesProvider(account, *all);
                   onFinished(m_clients.forget(settingsOf(account),
                                               isShared ? Session::Shared : Session::Own),
                              this, then);
               });
}

//! Answers what became of the secrets of \a account, which a keyring that could not be asked still
//! has.
void AccountEntry::endDrop(const QUuid &account, const Result<void> &done,
                           const std::shared_ptr<QPromise<Result<void>>> &answer)
{
    const auto give = [answer](const Result<void> &end) {
        answer->addResult(end);
        answer->finish();
    };
    if (done || done.error().kind != Error::Kind::Keychain)
        return give(done);
    onFinished(m_clients.keyring(), this,
               [this, account, error = done.error(), give](secrets::KeyringState state) {
                   if (state == secrets::KeyringState::Absent)
                       return give({}); // it has nothing that could be left
                   auto left = error;
                   const auto noted = m_left.add(account);
                   countLeft();
                   left.detail += noted ? u"; it is removed there as soon as the keyring is open"_s
                                        : QString(u"; look in the keyring for "_s
                                                  + account.toString(QUuid::WithoutBraces));
                   give(tl::unexpected(left));
               });
}

void AccountEntry::countLeft()
{
    const auto before = std::exchange(m_leftCount, int(m_left.all().size()));
    if (m_leftCount != before)
        Q_EMIT leftChanged();
}

void AccountEntry::clearLeft(bool mayAsk)
{
    countLeft();
    if (m_leftCount == 0)
        return;
    onFinished(m_clients.keyring(), this, [this, mayAsk](secrets::KeyringState state) {
        // Its owner would be asked to open it for nothing else.
        const bool mayTry = state == secrets::KeyringState::Available
            || (mayAsk && state == secrets::KeyringState::Locked);
        if (!mayTry)
            return;
        onFinished(m_store.accounts().accounts(), this,
                   [this](const Result<QList<store::Account>> &known) {
                       if (known)
                           clearLeft(*known);
                   });
    });
}

//! The same while the keyring is open; \a known are the accounts that there are.
void AccountEntry::clearLeft(const QList<store::Account> &known)
{
    const auto left = m_left.all();
    for (const auto &account : left) {
        const bool isBack = std::any_of(known.begin(), known.end(),
                                        [&](const auto &one) { return one.id == account; });
        if (isBack) {
            static_cast<void>(m_left.drop(account)); // put back by undo: it needs its secret
            countLeft();
            continue;
        }
        onFinished(m_clients.forget({.id = account}), this,
                   [this, account](const Result<void> &gone) {
                       if (gone)
                           static_cast<void>(m_left.drop(account));
                       countLeft();
                   });
    }
}

} // namespace portolan::sync
