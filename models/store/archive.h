// SPDX-License-Identifier: GPL-3.0-or-later
// How values become bytes. Types of several members are taken apart by a function visit() that
// names all of them, declared in this namespace where the type is stored; a member that is added to
// such a type therefore does not compile before it is stored as well.
#pragma once

#include "models/store/archivereader.h"
#include "models/store/archivewriter.h"
#include "models/store/packing.h"

#include <QByteArray>

#include <type_traits>

namespace portolan::store {

//! Whether T is Plain, const or not: what visit() takes for both directions.
template <typename T, typename Plain>
concept Is = std::is_same_v<std::remove_const_t<T>, Plain>;

//! The bytes of \a object, compressed where that pays.
template <typename T>
QByteArray encoded(const T &object)
{
    ArchiveWriter writer;
    writer.value(object);
    return packed(writer.bytes);
}

//! Reads \a object from what encoded() gave; throws when it is something else.
template <typename T>
void decode(const QByteArray &bytes, T &object)
{
    const auto plain = unpacked(bytes);
    ArchiveReader reader(plain, formOf(bytes));
    reader.value(object);
    if (!reader.atEnd())
        damaged();
}

} // namespace portolan::store
