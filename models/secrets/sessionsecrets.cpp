// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/sessionsecrets.h"

#include "models/base/mapped.h"

#include <QHash>
#include <QMutex>
#include <QMutexLocker>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::secrets {

//! What memory holds, and whether the keyring was offered it.
struct SessionSecrets::Held
{
    struct Entry
    {
        AccountSecrets secrets;
        bool isOnTrial = false; //!< handed over; the keyring is not asked before keep()
        quint64 number = 0;
    };

    QMutex mutex; //!< for the time of a copy
    //! While something is taken and handed to the keyring, which takes one after the other: what
    //! was taken later must not be handed over earlier. Its answer is not waited for.
    QRecursiveMutex handing;
    QHash<QUuid, Entry> entries;
    QHash<QUuid, quint64> versions; //!< of entries that have gone to the keyring as well
    quint64 last = 0;

    std::optional<Entry> entry(const QUuid &account)
    {
        const QMutexLocker lock(&mutex);
        const auto found = entries.constFind(account);
        return found == entries.constEnd() ? std::nullopt : std::optional(*found);
    }

    //! Answers the number of the entry.
    quint64 hold(const QUuid &account, AccountSecrets secrets, bool isOnTrial)
    {
        const QMutexLocker lock(&mutex);
        return insert(account, std::move(secrets), isOnTrial);
    }

    //! hold(), for a trial, while the version is \a version.
    bool holdIf(quint64 version, const QUuid &account, AccountSecrets secrets)
    {
        const QMutexLocker lock(&mutex);
        if (versions.value(account) != version)
            return false;
        insert(account, std::move(secrets), true);
        return true;
    }

    //! Puts \a secrets in the place of the entry, on trial like that one; answers its number, or
    //! nothing where it is on trial. In one step: in another thread a trial may end, or begin.
    std::optional<quint64> renew(const QUuid &account, const AccountSecrets &secrets)
    {
        const QMutexLocker lock(&mutex);
        const auto found = entries.constFind(account);
        const bool isOnTrial = found != entries.constEnd() && found->isOnTrial;
        const auto number = insert(account, secrets, isOnTrial);
        return isOnTrial ? std::nullopt : std::optional(number);
    }

    //! The entry, which the keyring is offered from now on, and whatever takes its place.
    std::optional<Entry> endTrial(const QUuid &account)
    {
        const QMutexLocker lock(&mutex);
        const auto found = entries.find(account);
        if (found == entries.end())
            return {};
        found->isOnTrial = false;
        return *found;
    }

    quint64 version(const QUuid &account)
    {
        const QMutexLocker lock(&mutex);
        return versions.value(account);
    }

    void drop(const QUuid &account)
    {
        const QMutexLocker lock(&mutex);
        entries.remove(account);
        versions.insert(account, ++last);
    }

    //! What came of offering entry \a number to the keyring. A newer one is another matter.
    Result<Keeping> settle(const QUuid &account, quint64 number, const Result<Keeping> &written)
    {
        const QMutexLocker lock(&mutex);
        const auto found = entries.find(account);
        const bool isCurrent = found != entries.end() && found->number == number;
        if (isCurrent && written)
            entries.erase(found);
        if (!written && written.error().kind == Error::Kind::Keychain)
            return Keeping::ThisSession;
        return written;
    }

private:
    quint64 insert(const QUuid &account, AccountSecrets secrets, bool isOnTrial)
    {
        secrets.isOnTrial = false; // the entry says it, whoever hands them on
        entries.insert(account, {std::move(secrets), isOnTrial, ++last});
        versions.insert(account, last);
        return last;
    }
};

SessionSecrets::SessionSecrets(SecretStore &keyring)
    : m_keyring(keyring)
    , m_held(std::make_shared<Held>())
{
}

void SessionSecrets::hand(const QUuid &account, AccountSecrets secrets)
{
    m_held->hold(account, std::move(secrets), true);
}

bool SessionSecrets::hand(const QUuid &account, AccountSecrets secrets, quint64 version)
{
    return m_held->holdIf(version, account, std::move(secrets));
}

quint64 SessionSecrets::version(const QUuid &account) const
{
    return m_held->version(account);
}

QFuture<Result<Keeping>> SessionSecrets::keep(const QUuid &account)
{
    // What is renewed while the keyring writes goes to the keyring after it.
    const QMutexLocker order(&m_held->handing);
    const auto held = m_held->endTrial(account);
    if (!held) {
        return QtFuture::makeReadyFuture(Result<Keeping>(
            failure(Error::Kind::NotFound, u"there is nothing to keep for this account"_s)));
    }
    return mapped(m_keyring.write(account, held->secrets),
                  [store = m_held, account, number = held->number](const Result<Keeping> &written) {
                      return store->settle(account, number, written);
                  });
}

void SessionSecrets::letGo(const QUuid &account)
{
    const QMutexLocker order(&m_held->handing);
    m_held->drop(account);
}

bool SessionSecrets::isHeld(const QUuid &account) const
{
    return m_held->entry(account).has_value();
}

std::optional<AccountSecrets> SessionSecrets::held(const QUuid &account) const
{
    const auto entry = m_held->entry(account);
    return entry ? std::optional(entry->secrets) : std::nullopt;
}

QFuture<KeyringState> SessionSecrets::state()
{
    return m_keyring.state();
}

QFuture<Result<AccountSecrets>> SessionSecrets::read(const QUuid &account)
{
    if (auto held = m_held->entry(account)) {
        held->secrets.isOnTrial = held->isOnTrial;
        return QtFuture::makeReadyFuture(Result<AccountSecrets>(std::move(held->secrets)));
    }
    return m_keyring.read(account);
}

QFuture<Result<Keeping>> SessionSecrets::write(const QUuid &account, AccountSecrets secrets)
{
    const QMutexLocker order(&m_held->handing);
    // Until the keyring has answered, memory is where it is: a crash of the keyring loses nothing.
    const auto number = m_held->renew(account, secrets);
    if (!number)
        return QtFuture::makeReadyFuture(Result<Keeping>(Keeping::ThisSession));
    return mapped(m_keyring.write(account, std::move(secrets)),
                  [store = m_held, account, number = *number](const Result<Keeping> &written) {
                      return store->settle(account, number, written);
                  });
}

QFuture<Result<void>> SessionSecrets::remove(const QUuid &account)
{
    const QMutexLocker order(&m_held->handing);
    const bool wasHeld = m_held->entry(account).has_value();
    m_held->drop(account);
    return mapped(m_keyring.remove(account),
                  [wasHeld](const Result<void> &removed) -> Result<void> {
                      // Where there is no keyring, memory was all there could be. One that is
                      // locked may have what was kept before.
                      if (!removed && wasHeld
                          && removed.error().detail == keyringError(KeyringState::Absent).detail)
                          return {};
                      return removed;
                  });
}

} // namespace portolan::secrets
