// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace portolan::formats::workspace {

//! The bytes of the file \a path, unpacked when it is gzip. BadInput, with the reason in words,
//! when they are more than \a limit, when it cannot be read or unpacked, and for special files,
//! which are refused without waiting for them.
[[nodiscard]] Result<QByteArray> bytesOf(const QString &path, qint64 limit);

//! The first \a count bytes of the file, unpacked when it is gzip; as many as there are.
[[nodiscard]] Result<QByteArray> headOf(const QString &path, qint64 count);

//! Hands the bytes of the file from \a offset on to \a take, block by block, unpacked when it is
//! gzip, in which case \a offset has to be 0. Ends early, without an error, when \a take answers
//! false. Answers whether it was gzip. BadInput as for bytesOf(); the size has no limit.
[[nodiscard]] Result<bool> forEachBlock(const QString &path, qint64 offset,
                                        const std::function<bool(const QByteArray &block)> &take);

//! Whether \a bytes begin like gzip (RFC 1952, section 2.3.1).
bool isGzip(const QByteArray &bytes);

} // namespace portolan::formats::workspace
