// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace portolan::formats::json {

//! \a document with \a value, which is JSON, at \a path: the names of members, from the outside.
//! All other bytes stay as they are, with the digits that numbers were written with; members that
//! are missing on the way, or null, are made. Empty where \a document is no object, or something on
//! the way is there and is none.
std::optional<QByteArray> withValue(const QByteArray &document, const QStringList &path,
                                    const QByteArray &value);

} // namespace portolan::formats::json
