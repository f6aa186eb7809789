// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace portolan::store {

//! \a bytes with a first byte that says whether the rest is compressed.
QByteArray packed(const QByteArray &bytes);
//! What packed() was given. Throws an Error of kind Store when \a bytes are damaged.
QByteArray unpacked(const QByteArray &bytes);

//! Throws the Error that a document which cannot be read deserves; caught at the layer's border.
[[noreturn]] void damaged();

} // namespace portolan::store
