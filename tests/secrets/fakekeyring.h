// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/secretstore.h"

#include <QHash>
#include <QMutex>
#include <QMutexLocker>
#include <QPromise>
#include <QStringList>

#include <functional>
#include <memory>
#include <utility>

namespace portolan::tests {

//! A keyring that is open, locked or absent as the test says, and writes down what it was asked.
class FakeKeyring final : public secrets::SecretStore
{
public:
    QFuture<secrets::KeyringState> state() override
    {
        const QMutexLocker lock(&m_mutex);
        m_asked.append(QStringLiteral("state"));
        return QtFuture::makeReadyFuture(m_state);
    }

    QFuture<Result<secrets::AccountSecrets>> read(const QUuid &account) override
    {
        const QMutexLocker lock(&m_mutex);
        m_asked.append(QStringLiteral("read"));
        if (m_holdsReads) {
            const auto promise = std::make_shared<QPromise<Result<secrets::AccountSecrets>>>();
            promise->start();
            m_held.append([this, account, promise] {
                promise->addResult(read(account).takeResult());
                promise->finish();
            });
            return promise->future();
        }
        if (m_state != secrets::KeyringState::Available)
            return ready<secrets::AccountSecrets>(tl::unexpected(keyringError(m_state)));
        if (!m_kept.contains(account)) {
            return ready<secrets::AccountSecrets>(
                failure(Error::Kind::NotFound, QStringLiteral("nothing is kept")));
        }
        return ready<secrets::AccountSecrets>(m_kept.value(account));
    }

    QFuture<Result<secrets::Keeping>> write(const QUuid &account,
                                            secrets::AccountSecrets secrets) override
    {
        if (onWrite)
            onWrite(secrets);
        const QMutexLocker lock(&m_mutex);
        m_asked.append(QStringLiteral("write"));
        if (m_state != secrets::KeyringState::Available)
            return ready<secrets::Keeping>(tl::unexpected(keyringError(m_state)));
        // What a real one gives back is what was written, not what was handed in.
        m_kept.insert(account, *secrets::fromKeptForm(secrets::keptForm(secrets)));
        return ready<secrets::Keeping>(secrets::Keeping::ForGood);
    }

    QFuture<Result<void>> remove(const QUuid &account) override
    {
        const QMutexLocker lock(&m_mutex);
        m_asked.append(QStringLiteral("remove"));
        if (m_state != secrets::KeyringState::Available)
            return ready<void>(tl::unexpected(keyringError(m_state)));
        m_kept.remove(account);
        return ready<void>({});
    }

    void become(secrets::KeyringState state)
    {
        const QMutexLocker lock(&m_mutex);
        m_state = state;
    }

    //! Whoever reads waits for the owner from now on.
    void holdReads()
    {
        const QMutexLocker lock(&m_mutex);
        m_holdsReads = true;
    }

    //! The owner came: all that waits is answered.
    void answerReads()
    {
        QList<std::function<void()>> held;
        {
            const QMutexLocker lock(&m_mutex);
            m_holdsReads = false;
            held = std::exchange(m_held, {});
        }
        for (const auto &give : held)
            give();
    }

    void put(const QUuid &account, secrets::AccountSecrets secrets)
    {
        const QMutexLocker lock(&m_mutex);
        m_kept.insert(account, std::move(secrets));
    }

    bool has(const QUuid &account) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_kept.contains(account);
    }

    secrets::AccountSecrets kept(const QUuid &account) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_kept.value(account);
    }

    QStringList asked() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked;
    }

    //! Called before a write takes effect.
    std::function<void(const secrets::AccountSecrets &)> onWrite;

private:
    template <typename T>
    static QFuture<Result<T>> ready(Result<T> result)
    {
        return QtFuture::makeReadyFuture(std::move(result));
    }

    mutable QMutex m_mutex;
    secrets::KeyringState m_state = secrets::KeyringState::Available;
    QHash<QUuid, secrets::AccountSecrets> m_kept;
    QStringList m_asked;
    bool m_holdsReads = false;
    QList<std::function<void()>> m_held;
};

} // namespace portolan::tests
