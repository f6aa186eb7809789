// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/leftsecrets.h"

#include "models/base/identity.h"

#include <QFile>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

constexpr int patienceMs = 5000;

} // namespace

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
    return change([&account](QList<QUuid> &accounts) {
        if (accounts.contains(account))
            return false;
        accounts.append(account);
        return true;
    });
}

Result<void> LeftSecrets::drop(const QUuid &account) const
{
    return change([&account](QList<QUuid> &accounts) { return accounts.removeAll(account) > 0; });
}

//! Lets \a how change what is left, and answer whether it did. The window and the command line do
//! so at the same time, and of an account that is lost here its secret stays for ever.
Result<void> LeftSecrets::change(const std::function<bool(QList<QUuid> &)> &how) const
{
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(patienceMs))
        return failure(
            Error::Kind::Store,
            u"%1 is in use by another process, or its directory cannot be written"_s.arg(m_file));
    if (QFile file(m_file); file.exists() && !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Store,
                       u"%1 cannot be read: %2"_s.arg(m_file, file.errorString()));
    auto accounts = all();
    return how(accounts) ? write(accounts) : Result<void>();
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
