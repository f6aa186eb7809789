// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QList>
#include <QString>
#include <QUuid>

#include <functional>

namespace portolan::sync {

//! Which removed accounts still have a secret in a keyring that was locked when they went: their
//! ids, in a file of the profile, until the keyring is open. Holds no secret.
class LeftSecrets
{
public:
    //! What is left is remembered in the directory \a profile.
    explicit LeftSecrets(const QString &profile);

    QList<QUuid> all() const;
    [[nodiscard]] Result<void> add(const QUuid &account) const;
    [[nodiscard]] Result<void> drop(const QUuid &account) const;

private:
    [[nodiscard]] Result<void> change(const std::function<bool(QList<QUuid> &)> &how) const;
    [[nodiscard]] Result<void> write(const QList<QUuid> &accounts) const;

    QString m_file;
};

} // namespace portolan::sync
