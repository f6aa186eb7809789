// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace portolan::formats::workspace {

//! The bytes of the file \a path, unpacked when it is gzip. An error with the reason in words:
//! TooLarge when they are more than \a limit, BadInput when it cannot be unpacked, Forbidden when
//! it cannot be read, and for special files, which are refused without waiting for them. With \a
//! root, a canonical folder, also for what lies outside of it: a link may have taken the place of a
//! file since the folder was listed.
[[nodiscard]] Result<QByteArray> bytesOf(const QString &path, qint64 limit,
                                         const QString &root = {});

//! The beginning of a file.
struct FileHead
{
    QByteArray bytes; //!< unpacked when it is gzip
    bool isAll = false; //!< there is no more
};

//! The first \a count bytes of the file, as many as there are; errors as of bytesOf().
[[nodiscard]] Result<FileHead> headOf(const QString &path, qint64 count, const QString &root = {});

//! Whether \a bytes begin like gzip (RFC 1952, section 2.3.1).
bool isGzip(const QByteArray &bytes);

} // namespace portolan::formats::workspace
