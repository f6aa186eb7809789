// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace portolan::formats::document {

//! \a text with escaped UTF-16 pairs, as JSON writes what lies beyond U+FFFF, in YAML's own way:
//! yaml-cpp refuses the former, though each JSON text is YAML. Outside of double quotes only where
//! \a everywhere.
QByteArray withoutSurrogates(const QByteArray &text, bool everywhere);

} // namespace portolan::formats::document
