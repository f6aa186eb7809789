// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace portolan::platforms {

//! Reads and writes files below one folder, whole or not at all, and never through a link that
//! leads out of it. Paths are relative and made by us.
class SafeFiles
{
public:
    explicit SafeFiles(const QString &folder);

    //! What the file holds; nothing where there is none.
    [[nodiscard]] Result<std::optional<QByteArray>> bytesOf(const QString &path) const;
    //! Makes \a bytes what the file holds, with the folders that it stands in. DiskFull where there
    //! is no room, Forbidden where it may not be written.
    [[nodiscard]] Result<void> put(const QString &path, const QByteArray &bytes) const;
    //! Leaves no file at \a path.
    [[nodiscard]] Result<void> remove(const QString &path) const;

private:
    [[nodiscard]] Result<QString> placeOf(const QString &path) const;

    QString m_folder;
    QString m_root; //!< the same without links; empty when it is not there
};

} // namespace portolan::platforms
