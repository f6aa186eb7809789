// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/processlock.h"

#include <QLockFile>
#include <QString>

using namespace Qt::Literals::StringLiterals;

namespace portolan {

bool takeFromTheDead(QLockFile &lock)
{
    if (lock.isLocked() || lock.tryLock(0))
        return true;
    qint64 pid = 0;
    QString host;
    QString program;
    // Who was killed before it wrote its name left an empty file. It is removed only while nobody
    // holds it: Qt asks the system's lock of the file.
    if (!lock.getLockInfo(&pid, &host, &program) && lock.removeStaleLockFile() && lock.tryLock(0))
        return true;
    // Who was killed while it took the lock of one that was killed before left the lock that Qt has
    // on doing that, for half a minute.
    QLockFile taking(lock.fileName() + u".rmlock"_s);
    return taking.removeStaleLockFile() && lock.tryLock(0);
}

} // namespace portolan
