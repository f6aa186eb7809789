// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/logfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan {

LogFile::LogFile(const QString &path, qint64 mostBytes)
    : m_path(QFile::encodeName(path))
    , m_mostBytes(mostBytes)
{
}

LogFile::~LogFile()
{
    close();
}

void LogFile::append(const QByteArray &line)
{
    if (!isReady())
        return;
    const QByteArray bytes = (m_isCut ? "\n" : "") + line + '\n';
    ssize_t written = -1;
    do
        written = ::write(m_file, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    while (written < 0 && errno == EINTR);
    if (written > 0)
        m_isCut = written < bytes.size();
}

//! Whether the file at the path is open and has room: another process may have put it aside, or a
//! person may have removed it.
bool LogFile::isReady()
{
    struct stat named = {};
    struct stat held = {};
    const bool isHeld = m_file >= 0 && ::fstat(m_file, &held) == 0;
    const bool isSame = isHeld && ::lstat(m_path.constData(), &named) == 0
        && named.st_ino == held.st_ino && named.st_dev == held.st_dev;
    if (!isSame) {
        close();
        open();
        if (m_file < 0 || ::fstat(m_file, &held) != 0)
            return false;
    }
    if (held.st_size >= m_mostBytes)
        rotate();
    return m_file >= 0;
}

void LogFile::open()
{
    constexpr auto how = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    m_isCut = false;
    m_file = ::open(m_path.constData(), how, S_IRUSR | S_IWUSR);
    if (m_file < 0 && errno == ENOENT && QDir().mkpath(QFileInfo(QFile::decodeName(m_path)).path()))
        m_file = ::open(m_path.constData(), how, S_IRUSR | S_IWUSR);
    struct stat held = {};
    if (m_file >= 0 && (::fstat(m_file, &held) != 0 || !S_ISREG(held.st_mode)))
        close();
    if (m_file >= 0 && (held.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        static_cast<void>(::fchmod(m_file, S_IRUSR | S_IWUSR));
}

void LogFile::close()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

//! Puts the file aside. One process does it: the others write on, and see at their next line that
//! the file is another one. Where it cannot be done, the file begins anew rather than to grow.
void LogFile::rotate()
{
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0)
        return;
    struct stat named = {};
    struct stat held = {};
    // Whoever had the lock before may have done it.
    if (::fstat(m_file, &held) == 0 && ::lstat(m_path.constData(), &named) == 0
        && named.st_ino == held.st_ino) {
        for (int number = keptFiles - 2; number > 0; --number)
            static_cast<void>(
                ::rename(keptName(number).constData(), keptName(number + 1).constData()));
        if (::rename(m_path.constData(), keptName(1).constData()) != 0) {
            [[maybe_unused]] const auto isEmptied = ::ftruncate(m_file, 0);
            static_cast<void>(::flock(m_file, LOCK_UN));
            return;
        }
    }
    close();
    open();
}

QByteArray LogFile::keptName(int number) const
{
    return m_path + '.' + QByteArray::number(number);
}

QByteArray LogFile::end(const QString &path, qint64 most)
{
    QByteArray bytes;
    // What was put aside a moment ago belongs to it.
    for (const auto &name : QStringList{path, path + u".1"_s}) {
        QFile file(name);
        const auto wanted = most - bytes.size();
        if (wanted <= 0 || !file.open(QIODevice::ReadOnly))
            continue;
        file.seek(std::max<qint64>(0, file.size() - wanted));
        bytes = file.read(wanted) + bytes;
        if (file.size() > wanted)
            return bytes.mid(bytes.indexOf('\n') + 1); // what is before it has a hole behind it
    }
    return bytes;
}

} // namespace portolan
