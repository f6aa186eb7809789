// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

namespace portolan::tests {

//! A SQLite VFS in front of the machine's own that writes down everything that reaches the files of
//! one database, so that what a power cut would have left can be made afterwards, at any moment.
//! One per process.
class PowerCutVfs
{
public:
    //! Registers the VFS once and answers its name.
    static QByteArray name();
    //! From now on everything is written down. With \a syncs false no file is ever synced, as with
    //! synchronous=OFF: the negative control.
    static void record(bool syncs);
    static void stop();
    //! How much has been written down: a moment.
    static qsizetype now();

    //! What a power cut at \a moment left of the files, in \a folder. \a before holds their
    //! state when the recording began. What was synced is there; each sector of 512 bytes that was
    //! not may be as it was, new, torn or garbage, by \a seed.
    static void restore(const QString &before, const QString &folder, qsizetype moment,
                        std::uint32_t seed);
};

} // namespace portolan::tests
