// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr qsizetype longestSocketPath = 90; // of 107, with room for "-sync"
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

//! What a profile consists of.
const QStringList &ownNames()
{
    static const QStringList names{u"cache.db*"_s,    u"history.db*"_s,    u"outbox.db*"_s,
                                   u"names.index*"_s, u"portolan.ini*"_s,  u"portolan.log*"_s,
                                   u"sync.lock"_s,    u"window.lock"_s,    u"opening.lock"_s,
                                   u"running.*"_s,    u"window.socket*"_s, u"checked"_s,
                                   u"backup"_s,       u"history.v*.db*"_s, u"outbox.v*.db*"_s};
    return names;
}

//! Whether a folder that exists may become ours alone: /tmp, given by mistake, must stay as it is.
bool isOurs(const QString &path)
{
    const auto entries =
        QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    return std::all_of(entries.begin(), entries.end(),
                       [](const QString &name) { return QDir::match(ownNames(), name); });
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
        return failure(Error::Kind::Store,
                       u"the folder %1 of the profile cannot be created; make room and the folder "
                       "above it writable, or choose another one with --profile"_s.arg(path));
    if ((QFileInfo(path).permissions() & othersRights)
        && !QFile::setPermissions(path, ownerOnlyFolder))
        return failure(Error::Kind::Store, path + u" is open to others and is not ours to close"_s);
    return {};
}

void narrow(const QString &folder)
{
    // A file that another program made readable for all is closed again; one that is not ours to
    // change is left for doctor to report.
    QDirIterator files(folder, ownNames(), QDir::Files | QDir::Hidden | QDir::NoSymLinks);
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
    QStringList folders{profile.m_data, profile.m_cache, profile.m_config, profile.m_state,
                        profile.backupDirectory()};
    folders.removeDuplicates();
    for (const auto &folder : std::as_const(folders)) {
        if (const auto made = makeFolder(folder); !made)
            return tl::unexpected<Error>(made.error());
    }
    for (const auto &folder : std::as_const(folders))
        narrow(folder);
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
    // In the profile, where every process of this user finds it, whatever its environment is. But a
    // socket's path may not exceed some 100 bytes, a profile's may: then its digest names it.
    if (const auto own = QDir(m_data).filePath(u"window.socket"_s);
        QFile::encodeName(own).size() < longestSocketPath)
        return own;
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
