// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace portolan::store {

//! The form that documents are written in today. It grows when a stored type gets a member, which
//! its visit() then reads by since(): what history.db holds in an older form comes back by no sync.
inline constexpr int currentForm = 2;

//! \a bytes with a first byte that says their form, and whether the rest is compressed.
QByteArray packed(const QByteArray &bytes);
//! The form of what packed() gave, from 1. Throws as unpacked() does.
int formOf(const QByteArray &bytes);
//! What packed() was given. Throws an Error of kind Store when \a bytes are damaged.
QByteArray unpacked(const QByteArray &bytes);
//! Its first \a most bytes, or all of a shorter one.
QByteArray unpackedBeginning(const QByteArray &bytes, qsizetype most);

//! Throws the Error that a document which cannot be read deserves; caught at the layer's border.
[[noreturn]] void damaged();

} // namespace portolan::store
