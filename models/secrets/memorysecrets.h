// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/secrets/secretstore.h"

#include <QHash>
#include <QMutex>

namespace portolan::secrets {

//! Keeps secrets as long as it lives: where there is no keyring, and for tests.
class MemorySecrets final : public SecretStore
{
public:
    QFuture<KeyringState> state() override;
    QFuture<Result<AccountSecrets>> read(const QUuid &account) override;
    QFuture<Result<Keeping>> write(const QUuid &account, AccountSecrets secrets) override;
    QFuture<Result<void>> remove(const QUuid &account) override;

private:
    QMutex m_mutex; //!< for the time of a copy
    QHash<QUuid, AccountSecrets> m_secrets;
};

} // namespace portolan::secrets
