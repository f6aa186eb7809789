// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::tests {

//! Stands between the program and the C library, and fails the n-th call that changes files below a
//! folder: making, writing, syncing, renaming and removing; or the n-th that reads them. One per
//! process; for a program that calls from one thread at a time.
class FileFaults
{
public:
    //! From now on the \a at-th call below \a folder (from 1; 0: none) fails with \a error of
    //! <errno.h>, a write behind half of its bytes; with \a sticky all that follow do as well.
    static void arm(const QString &folder, int at, int error, bool sticky);
    //! The same for opening files for reading and listing folders, each once; nothing that writes
    //! fails.
    static void armReads(const QString &folder, int at, int error);
    //! Nothing fails any more.
    static void disarm();
    //! How many there were since arm().
    static int calls();
    //! Whether since arm() a file got its name although what was written to it was never synced.
    static bool tookUnsynced();
};

} // namespace portolan::tests
