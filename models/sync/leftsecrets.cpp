// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/leftsecrets.h"

#include "models/base/identity.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

LeftSecrets::LeftSecrets(const QString &profile)
    : m_file(profile + u"/left-secrets"_s)
{
}

QList<QUuid> LeftSecrets::all() const
{
    QFile file(m_file);
    QList<QUuid> accounts;
    if (!file.open(QIODevice::ReadOnly))
        return accounts; // nothing is left
    const auto lines = file.read(1 << 20).split('\n');
    for (const auto &line : lines) {
        const auto account = QUuid::fromString(QString::fromLatin1(line.trimmed()));
        if (!account.isNull() && !accounts.contains(account))
            accounts.append(account);
    }
    return accounts;
}

Result<void> LeftSecrets::add(const QUuid &account) const
{
    auto accounts = all();
    if (accounts.contains(account))
        return {};
    accounts.append(account);
    return write(accounts);
}

Result<void> LeftSecrets::drop(const QUuid &account) const
{
    auto accounts = all();
    return accounts.removeAll(account) > 0 ? write(accounts) : Result<void>();
}

Result<void> LeftSecrets::write(const QList<QUuid> &accounts) const
{
    if (accounts.isEmpty()) {
        if (QFile::exists(m_file) && !QFile::remove(m_file))
            return failure(Error::Kind::Store, m_file + u" cannot be removed"_s);
        return {};
    }
    QSaveFile file(m_file);
    QByteArray lines;
    for (const auto &account : accounts)
        lines += idText(account).toLatin1() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size() || !file.commit())
        return failure(Error::Kind::Store,
                       u"%1 cannot be written: %2"_s.arg(m_file, file.errorString()));
    return {};
}

} // namespace portolan::sync
