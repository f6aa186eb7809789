// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr QFileDevice::Permissions ownerOnlyFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerOnlyFolder = ownerOnlyFile | QFileDevice::ExeOwner;

// QFile reports the caller's own rights twice, as User and as Owner; only others' matter here.
constexpr QFileDevice::Permissions othersRights = QFileDevice::ReadGroup | QFileDevice::WriteGroup
    | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
    | QFileDevice::ExeOther;

QString xdgDirectory(QStandardPaths::StandardLocation location, const QString &fallback)
{
    const auto base = QStandardPaths::writableLocation(location);
    return QDir(base.isEmpty() ? fallback : base).filePath(u"portolan"_s);
}

QString stateDirectory()
{
    const auto state = qEnvironmentVariable("XDG_STATE_HOME");
    if (QDir::isAbsolutePath(state))
        return QDir(state).filePath(u"portolan"_s);
    return QDir::home().filePath(u".local/state/portolan"_s);
}

//! Whether a folder that exists may become ours alone: /tmp, given by mistake, must stay as it is.
bool isOurs(const QString &path)
{
    const QDir dir(path);
    const auto entries = dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    return entries.isEmpty() || dir.exists(u"outbox.db"_s) || dir.exists(u"cache.db"_s)
        || dir.dirName() == u"portolan"_s || dir.dirName() == u"backup"_s;
}

Result<void> makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir() && (info.permissions() & othersRights) && !isOurs(path)) {
        return failure(Error::Kind::Usage,
                       path
                           + u" holds other files and is open to others: no place for a profile"_s);
    }
    if (!info.isDir() && !QDir().mkpath(path))
        return failure(Error::Kind::Store, path + u" cannot be created"_s);
    if ((QFileInfo(path).permissions() & othersRights)
        && !QFile::setPermissions(path, ownerOnlyFolder))
        return failure(Error::Kind::Store, path + u" is open to others and is not ours to close"_s);
    return {};
}

void narrow(const QString &folder, const QStringList &patterns)
{
    // A file that another program made readable for all is closed again; one that is not ours to
    // change is left for doctor to report.
    QDirIterator files(folder, patterns, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    while (files.hasNext()) {
        files.next();
        if (files.fileInfo().permissions() & othersRights)
            QFile::setPermissions(files.filePath(), ownerOnlyFile);
    }
}

} // namespace

Result<Profile> Profile::open(const QString &directory)
{
    Profile profile;
    if (!directory.isEmpty()) {
        const auto base = QFileInfo(directory).absoluteFilePath();
        profile.m_data = profile.m_cache = profile.m_config = profile.m_state = base;
    } else {
        const auto home = QDir::homePath();
        profile.m_data =
            xdgDirectory(QStandardPaths::GenericDataLocation, home + u"/.local/share"_s);
        profile.m_cache = xdgDirectory(QStandardPaths::GenericCacheLocation, home + u"/.cache"_s);
        profile.m_config =
            xdgDirectory(QStandardPaths::GenericConfigLocation, home + u"/.config"_s);
        profile.m_state = stateDirectory();
    }
    for (const auto &folder : {profile.m_data, profile.m_cache, profile.m_config, profile.m_state,
                               profile.backupDirectory()}) {
        if (const auto made = makeFolder(folder); !made)
            return tl::unexpected<Error>(made.error());
    }
    const QStringList ours{u"*.db*"_s, u"*.ini"_s, u"*.index*"_s, u"*.lock"_s, u"*.log*"_s};
    for (const auto &folder : {profile.m_data, profile.m_cache, profile.m_config, profile.m_state,
                               profile.backupDirectory()})
        narrow(folder, ours);
    return profile;
}

QString Profile::cacheFile() const
{
    return QDir(m_cache).filePath(u"cache.db"_s);
}

QString Profile::historyFile() const
{
    return QDir(m_data).filePath(u"history.db"_s);
}

QString Profile::outboxFile() const
{
    return QDir(m_data).filePath(u"outbox.db"_s);
}

QString Profile::indexFile() const
{
    return QDir(m_cache).filePath(u"names.index"_s);
}

QString Profile::settingsFile() const
{
    return QDir(m_config).filePath(u"portolan.ini"_s);
}

QString Profile::syncLockFile() const
{
    return QDir(m_data).filePath(u"sync.lock"_s);
}

QString Profile::windowLockFile() const
{
    return QDir(m_data).filePath(u"window.lock"_s);
}

QString Profile::socketName() const
{
    // A socket's path may not exceed some 100 bytes, a profile's may: so its digest names it.
    const auto digest =
        QCryptographicHash::hash(m_data.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const auto runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString name = u"portolan-"_s + QString::fromLatin1(digest);
    return runtime.isEmpty() ? name : QDir(runtime).filePath(name);
}

QString Profile::logFile() const
{
    return QDir(m_state).filePath(u"portolan.log"_s);
}

QString Profile::backupDirectory() const
{
    return QDir(m_data).filePath(u"backup"_s);
}

} // namespace portolan::store
