// SPDX-License-Identifier: GPL-3.0-or-later
// QtKeychain says "not found" for a keyring that is locked and cannot ask anybody, and takes long
// to find that there is none. So the bus is asked about both, before and behind its answers.
#include "models/secrets/keychainsecrets.h"

#include "models/secrets/keyringlook.h"

#include <qt6keychain/keychain.h>

#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <memory>
#include <set>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::secrets {

namespace {

QString keyOf(const QUuid &account)
{
    return account.toString(QUuid::WithoutBraces);
}

Error silent()
{
    return {Error::Kind::Keychain,
            u"the keyring does not answer; look for a window that asks for its password, then try "
            "again"_s};
}

//! What went wrong with \a job: the state of the keyring explains more than its code.
Error errorOf(const QKeychain::Job &job)
{
    const auto state = lookAtKeyring();
    auto error = keyringError(state);
    // The text is the desktop's, and names no secret.
    if (state == KeyringState::Available && !job.errorString().isEmpty())
        error.detail = u"the keyring refused: %1; allow Portolan to use it, then try again"_s.arg(
            job.errorString());
    return error;
}

//! An answer that is given once, by whoever comes first.
template <typename T>
class Pending
{
public:
    Pending() { m_promise.start(); }

    ~Pending() { settle(failure(Error::Kind::Cancelled, u"it was stopped"_s)); }

    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;

    void settle(Result<T> result)
    {
        if (std::exchange(m_isSettled, true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    bool isSettled() const { return m_isSettled; }

    QFuture<Result<T>> future() { return m_promise.future(); }

private:
    QPromise<Result<T>> m_promise;
    bool m_isSettled = false;
};

} // namespace

//! The jobs, in the thread of the keyring.
class KeychainSecrets::Desk final : public QObject
{
public:
    Desk(QString service, int patienceMs)
        : m_service(std::move(service))
        , m_patienceMs(patienceMs)
    {
    }

    void read(const QUuid &account, const std::shared_ptr<Pending<AccountSecrets>> &pending)
    {
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        run(job, account, pending, [job]() -> Result<AccountSecrets> {
            if (job->error() == QKeychain::NoError) {
                if (auto secrets = fromKeptForm(job->binaryData()))
                    return *std::move(secrets);
            } else if (job->error() != QKeychain::EntryNotFound
                       || lookAtKeyring() != KeyringState::Available) {
                return tl::unexpected(errorOf(*job));
            }
            return failure(Error::Kind::NotFound, u"the keyring has nothing for this account"_s);
        });
    }

    void write(const QUuid &account, const AccountSecrets &secrets,
               const std::shared_ptr<Pending<Keeping>> &pending)
    {
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setBinaryData(keptForm(secrets));
        run(job, account, pending, [job]() -> Result<Keeping> {
            if (job->error() != QKeychain::NoError)
                return tl::unexpected(errorOf(*job));
            return Keeping::ForGood;
        });
    }

    void remove(const QUuid &account, const std::shared_ptr<Pending<void>> &pending)
    {
        auto *job = new QKeychain::DeletePasswordJob(m_service);
        run(job, account, pending, [job]() -> Result<void> {
            const bool isGone = job->error() == QKeychain::NoError
                || (job->error() == QKeychain::EntryNotFound
                    && lookAtKeyring() == KeyringState::Available);
            if (!isGone)
                return tl::unexpected(errorOf(*job));
            return {};
        });
    }

private:
    //! Starts \a job, which deletes itself, and settles \a pending by what \a outcome makes of it.
    template <typename T, typename Outcome>
    void run(QKeychain::Job *job, const QUuid &account, const std::shared_ptr<Pending<T>> &pending,
             Outcome outcome)
    {
        if (lookAtKeyring() == KeyringState::Absent) {
            delete job;
            return pending->settle(tl::unexpected(keyringError(KeyringState::Absent)));
        }
        job->setKey(keyOf(account));
        QObject::connect(job, &QKeychain::Job::finished, this,
                         [pending, outcome] { pending->settle(outcome()); });
        QTimer::singleShot(m_patienceMs, this, [pending = std::weak_ptr(pending)] {
            if (const auto left = pending.lock())
                left->settle(tl::unexpected(silent()));
        });
        job->start();
    }

    QString m_service;
    int m_patienceMs;
};

KeychainSecrets::KeychainSecrets(QString service, int patienceMs)
    : m_desk(new Desk(std::move(service), patienceMs))
{
    m_desk->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.start();
}

KeychainSecrets::~KeychainSecrets()
{
    // Behind what was asked before; what the keyring has not answered by then is given up.
    QMetaObject::invokeMethod(
        m_desk, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

QFuture<KeyringState> KeychainSecrets::state()
{
    const auto promise = std::make_shared<QPromise<KeyringState>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_desk,
        [promise] {
            promise->addResult(lookAtKeyring());
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

QFuture<Result<AccountSecrets>> KeychainSecrets::read(const QUuid &account)
{
    const auto pending = std::make_shared<Pending<AccountSecrets>>();
    auto future = pending->future();
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk, account, pending] { desk->read(account, pending); },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<Keeping>> KeychainSecrets::write(const QUuid &account, AccountSecrets secrets)
{
    const auto pending = std::make_shared<Pending<Keeping>>();
    auto future = pending->future();
    QMetaObject::invokeMethod(
        m_desk,
        [desk = m_desk, account, secrets = std::move(secrets), pending] {
            desk->write(account, secrets, pending);
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<void>> KeychainSecrets::remove(const QUuid &account)
{
    const auto pending = std::make_shared<Pending<void>>();
    auto future = pending->future();
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk, account, pending] { desk->remove(account, pending); },
        Qt::QueuedConnection);
    return future;
}

} // namespace portolan::secrets
