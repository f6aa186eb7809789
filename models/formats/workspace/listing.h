// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/finding.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace portolan::formats::workspace {

//! What tells a file from what it was before.
struct FileState
{
    QString path; //!< relative to the folder, with /
    qint64 size = 0;
    qint64 modifiedNs = 0; //!< since the epoch
    quint64 inode = 0;
    quint64 device = 0;

    bool operator==(const FileState &) const = default;
};

//! How much of a folder is looked at; the rest is a finding.
struct ListingLimits
{
    int files = 200'000;
    int depth = 40;
};

//! What a folder holds.
struct Listing
{
    QList<FileState> files; //!< regular files, by path
    QStringList directories; //!< relative, "" for the folder itself, by path
    QList<domain::Finding> findings;
    bool whole = true; //!< false when a part could not be looked at: what is not here may exist
};

//! Lists \a folder and what is below it. Hidden entries, installed packages (node_modules, venv, …)
//! and dbt's compiled code are left out; links are followed only to what lies inside the folder and
//! was not seen yet; special files are not. A directory that cannot be read inside of it is a
//! finding. An error when the folder itself cannot be listed, or \a isCancelled said so.
[[nodiscard]] Result<Listing> listFolder(const QString &folder,
                                         const std::function<bool()> &isCancelled,
                                         const ListingLimits &limits = {});

} // namespace portolan::formats::workspace
