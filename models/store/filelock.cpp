// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/filelock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace portolan::store {

namespace {

constexpr unsigned long pauseMs = 10;

} // namespace

FileLock::FileLock(const QString &file)
    : m_descriptor(::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC,
                          S_IRUSR | S_IWUSR))
{
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // and with it the lock
}

bool FileLock::take(int milliseconds)
{
    if (m_descriptor < 0)
        return false;
    QElapsedTimer timer;
    timer.start();
    while (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (timer.elapsed() >= milliseconds)
            return false;
        QThread::msleep(pauseMs);
    }
    return true;
}

} // namespace portolan::store
