// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::items {

//! The first \a limit UTF-16 units of \a text as one line: line ends and tabs become blanks;
//! control characters and those that turn the direction of writing become U+FFFD, so that a hostile
//! name can neither break a row nor look like another one. One unit stays one unit: positions keep
//! their meaning. What was cut ends in "…".
QString oneLine(const QString &text, qsizetype limit = 400);

} // namespace portolan::items
