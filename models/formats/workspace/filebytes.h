// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace portolan::formats::workspace {

//! The bytes of the file \a path, unpacked when it is gzip. An error with the reason in words:
//! TooLarge when they are more than \a limit, BadInput when it cannot be unpacked, Forbidden when
//! it may not be read, and for special files, which are refused without waiting for them, and one
//! that isMomentary() when the next attempt may go otherwise. With \a root, a canonical folder,
//! Forbidden also for what lies outside of it: a link may have taken the place of a file since the
//! folder was listed.
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

//! Hands the bytes of the file from \a offset on to \a take, block by block, unpacked when it is
//! gzip, in which case \a offset has to be 0. Ends early, without an error, when \a take answers
//! false. Answers whether it was gzip. BadInput as for bytesOf(); the size has no limit.
[[nodiscard]] Result<bool> forEachBlock(const QString &path, qint64 offset,
                                        const std::function<bool(const QByteArray &block)> &take,
                                        const QString &root = {});

//! Whether \a error says nothing about the file: a disk that did not answer, or somebody who is
//! putting another one in its place. What it says is not known, and it is to be read again.
bool isMomentary(const Error &error);

//! Whether \a bytes begin like gzip (RFC 1952, section 2.3.1).
bool isGzip(const QByteArray &bytes);

} // namespace portolan::formats::workspace
