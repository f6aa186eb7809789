// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::items {

//! The first \a limit UTF-16 units of \a text as one line: line ends and tabs become blanks;
//! control characters and those that turn the direction of writing become U+FFFD, so that a hostile
//! name can neither break a row nor look like another one. One unit stays one unit: positions keep
//! their meaning. What was cut ends in "…".
QString oneLine(const QString &text, qsizetype limit = 400);

//! \a text with its first letter large: "Active" for the word "active" of a file.
QString capitalised(QString text);

//! What to read of a glossary term: the words of \a term, or of the last part of its address:
//! "Order value" for https://glossary.example/terms/order-value.
QString termText(const QString &term);

//! Where \a name is cut that has no room: in words, as people write, at its end; in names and
//! paths, whose ends tell them apart, in the middle (ux.md, section 3).
Qt::TextElideMode elisionOf(const QString &name);

} // namespace portolan::items
