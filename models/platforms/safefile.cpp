// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {
namespace {

constexpr qint64 largest = qint64(16) * 1024 * 1024;

Result<void> refusal(const QString &path, int error)
{
    const auto why = QString::fromLocal8Bit(std::strerror(error));
    if (error == ENOSPC || error == EDQUOT)
        return failure(Error::Kind::DiskFull,
                       u"%1 cannot be written: %2; make room, it is tried again"_s.arg(path, why));
    return failure(
        Error::Kind::Forbidden,
        u"%1 cannot be written: %2; give yourself the right to write there, it is tried again"_s
            .arg(path, why));
}

Result<std::optional<QByteArray>> unreadable(const QString &path, const QString &why)
{
    return failure(Error::Kind::Forbidden,
                   u"%1 cannot be read: %2; it is tried again"_s.arg(path, why));
}

//! Whether \a letters were thrown: almost all that are have both cases behind the first, and no
//! word that a person puts behind a name does, "backup" and "Backup" least of all.
bool areThrown(QStringView letters)
{
    const auto isAny = [tail = letters.mid(1)](auto isOne) {
        return std::any_of(tail.begin(), tail.end(), isOne);
    };
    return isAny([](QChar c) { return c >= u'A' && c <= u'Z'; })
        && isAny([](QChar c) { return c >= u'a' && c <= u'z'; });
}

//! A process that was killed while it wrote left a file beside, of the name with six letters more.
//! Whoever writes the same once more clears it away.
void removeLeftOvers(const QString &place)
{
    const QFileInfo info(place);
    QDir folder(info.path());
    const auto left = folder.entryList({info.fileName() + u".??????"_s}, QDir::Files);
    for (const auto &name : left) {
        if (areThrown(QStringView(name).right(6)))
            folder.remove(name);
    }
}

//! Puts the names in \a folder on disk: a file that was renamed there is not safe before. Some file
//! systems cannot do that for a folder, and then it is theirs to keep it.
bool syncFolder(const QString &folder)
{
    const int handle =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return errno == EACCES; // one may write in it, and not read it
    const bool isDone = ::fsync(handle) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int error = errno;
    ::close(handle);
    errno = error;
    return isDone;
}

//! The same for the folder of \a place and those above it, up to \a known, which was there before.
bool syncFolders(const QString &place, const QString &known)
{
    for (auto at = QFileInfo(place).path();; at = QFileInfo(at).path()) {
        if (!syncFolder(at))
            return false;
        if (at == known || at.size() <= known.size())
            return true;
    }
}

//! The deepest folder above \a place that is there.
QString knownAbove(const QString &place)
{
    auto at = QFileInfo(place).path();
    while (!QFileInfo::exists(at) && at != QFileInfo(at).path())
        at = QFileInfo(at).path();
    return at;
}

//! What the people who may use the folder with \a mode are let into as well: this program keeps its
//! own files to itself, and a workspace is for all who share it.
mode_t sharedAs(mode_t mode, mode_t own, mode_t others)
{
    return own | (mode & others);
}

//! Opens what was made between \a known and \a place to those who may use \a known. A file system
//! that knows no rights does without.
void shareFolders(const QString &place, const QString &known, mode_t mode)
{
    for (auto at = QFileInfo(place).path(); at.size() > known.size(); at = QFileInfo(at).path())
        std::ignore = ::chmod(QFile::encodeName(at).constData(),
                              sharedAs(mode, S_IRWXU, S_IRWXG | S_IRWXO | S_ISGID));
}

} // namespace

SafeFiles::SafeFiles(const QString &folder)
    : m_folder(folder)
    , m_root(QFileInfo(folder).canonicalFilePath())
{
}

//! The absolute name of \a path, where all of it that exists lies in the folder.
Result<QString> SafeFiles::placeOf(const QString &path) const
{
    if (m_root.isEmpty())
        return failure(Error::Kind::NotFound, u"There is no folder %1"_s.arg(m_folder));
    QString at = m_root;
    for (const auto &part : path.split(u'/')) {
        at += u'/' + part;
        if (QFileInfo(at).isSymLink())
            return failure(Error::Kind::Forbidden,
                           u"%1 is a link, and nothing is written through links"_s.arg(
                               at.mid(m_root.size() + 1)));
    }
    return at;
}

Result<std::optional<QByteArray>> SafeFiles::bytesOf(const QString &path) const
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    struct stat status = {};
    if (::lstat(QFile::encodeName(*place).constData(), &status) != 0) {
        // Only that it is not there lets anybody write it.
        if (errno == ENOENT || errno == ENOTDIR)
            return std::nullopt;
        if (errno == EACCES)
            return tl::unexpected(refusal(path, errno).error());
        return unreadable(path, QString::fromLocal8Bit(std::strerror(errno)));
    }
    QFile file(*place);
    if (!S_ISREG(status.st_mode) || status.st_size > largest)
        return failure(Error::Kind::Forbidden, u"%1 cannot be read"_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    auto bytes = file.readAll();
    if (file.error() != QFileDevice::NoError || bytes.size() < status.st_size)
        return unreadable(path, file.errorString());
    return bytes;
}

Result<void> SafeFiles::put(const QString &path, const QByteArray &bytes) const
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    const auto known = knownAbove(*place);
    errno = 0;
    if (!QDir().mkpath(QFileInfo(*place).path()))
        return refusal(path, errno == 0 ? EACCES : errno);
    removeLeftOvers(*place);
    struct stat above = {};
    const bool isNew =
        ::stat(QFile::encodeName(known).constData(), &above) == 0 && !QFileInfo::exists(*place);
    if (isNew)
        shareFolders(*place, known, above.st_mode);
    QSaveFile file(*place);
    errno = 0;
    // QSaveFile syncs as well, and does not say when that failed.
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen && isNew)
        std::ignore = ::fchmod(
            file.handle(),
            sharedAs(above.st_mode, S_IRUSR | S_IWUSR, S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH));
    errno = isOpen ? 0 : errno;
    const bool isWritten = isOpen && file.write(bytes) == bytes.size() && file.flush()
        && ::fdatasync(file.handle()) == 0 && file.commit() && syncFolders(*place, known);
    if (isWritten)
        return {};
    return refusal(path, errno == 0 ? EIO : errno);
}

Result<void> SafeFiles::remove(const QString &path) const
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    if (!QFileInfo::exists(*place))
        return {};
    errno = 0;
    return QFile::remove(*place) && syncFolder(QFileInfo(*place).path())
        ? Result<void>()
        : refusal(path, errno == 0 ? EIO : errno);
}

} // namespace portolan::platforms
