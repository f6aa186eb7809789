// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace portolan::formats::json {

//! \a document with \a value, which is JSON, at \a path: the names of members, from the outside,
//! and the numbers of items where a list is, from 0. All other bytes stay as they are, with the
//! digits that numbers were written with; members that are missing on the way, or null, are made.
//! Empty where \a document is no object, something on the way is there and is neither object nor
//! list, or a list has no such item.
std::optional<QByteArray> withValue(const QByteArray &document, const QStringList &path,
                                    const QByteArray &value);

} // namespace portolan::formats::json
