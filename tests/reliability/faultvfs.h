// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace portolan::tests {

//! A SQLite VFS in front of the machine's own that fails the n-th access to a file on purpose.
//! Counts writes, syncs, truncations and reads of all connections together. One per process.
class FaultVfs
{
public:
    enum class Kind { IoError, Full };

    //! Registers the VFS once and answers its name.
    static QByteArray name();
    //! From now on the \a at-th access (from 1) fails; with \a sticky all that follow do as well.
    static void arm(int at, Kind kind, bool sticky);
    //! From now on there is no room for as long as \a file exists: writes fail, and so does making
    //! shared memory longer.
    static void fillUntilGone(const QByteArray &file);
    //! Nothing fails; accesses are counted from 0.
    static void disarm();
    static int accesses();
    //! Those of them that write, sync or truncate.
    static int writes();
    //! Whether a fault was delivered since arm().
    static bool struck();
};

} // namespace portolan::tests
