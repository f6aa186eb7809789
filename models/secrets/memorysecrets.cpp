// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/memorysecrets.h"

#include <QMutexLocker>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::secrets {

QFuture<KeyringState> MemorySecrets::state()
{
    return QtFuture::makeReadyFuture(KeyringState::Absent);
}

QFuture<Result<AccountSecrets>> MemorySecrets::read(const QUuid &account)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_secrets.constFind(account);
    if (found == m_secrets.constEnd()) {
        return QtFuture::makeReadyFuture(Result<AccountSecrets>(
            failure(Error::Kind::NotFound, u"nothing is kept for this account"_s)));
    }
    return QtFuture::makeReadyFuture(Result<AccountSecrets>(*found));
}

QFuture<Result<Keeping>> MemorySecrets::write(const QUuid &account, AccountSecrets secrets)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.insert(account, std::move(secrets));
    return QtFuture::makeReadyFuture(Result<Keeping>(Keeping::ThisSession));
}

QFuture<Result<void>> MemorySecrets::remove(const QUuid &account)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.remove(account);
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace portolan::secrets
