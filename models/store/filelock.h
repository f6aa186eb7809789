// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::store {

//! A lock on a file of its own (flock(2)). The system takes it back when the process ends in any
//! way, so it tells who is alive; a number of a process does not, after a restart of the machine or
//! in a container. The file is made with the rights of the owner alone and is not removed.
class FileLock
{
public:
    explicit FileLock(const QString &file);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    //! Takes the lock, waiting for at most \a milliseconds; true when it is held. A file that
    //! cannot be made is never held.
    bool take(int milliseconds = 0);

private:
    int m_descriptor = -1;
};

} // namespace portolan::store
