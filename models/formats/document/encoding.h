// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/document/treebuilder.h"

#include <QByteArray>

#include <optional>

namespace portolan::formats::document {

//! \a bytes as clean UTF-8 without a byte order mark: bytes that are no UTF-8, and control
//! characters that no text file may hold, are replaced by U+FFFD and reported to \a builder once a
//! line. Nothing when the file is too large, empty or UTF-16; the builder has failed then.
std::optional<QByteArray> cleanText(const QByteArray &bytes, const Limits &limits,
                                    TreeBuilder &builder);

} // namespace portolan::formats::document
