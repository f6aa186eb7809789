// SPDX-License-Identifier: GPL-3.0-or-later
// What several panes paint in the same way. Every function paints with the colours that belong to
// the palette it is given, in device-independent pixels, and leaves the painter as it was.
#pragma once

#include "models/domain/quality.h"
#include "views/shared/tokens.h"

#include <QList>
#include <QPainter>
#include <QRect>
#include <QString>
#include <QStyleOptionViewItem>

#include <utility>

namespace portolan::views {

//! A state's shape and colour; unknown is drawn as absence, never as good.
enum class Status { Ok, Warn, Breach, Unknown, Info };

//! Shape and colour of the state of a service level.
Status statusOf(domain::SloState state);

//! What a status stands on: its word has its colour on content only (tokens.md, rules of colour).
enum class Ground { Content, Window, Selection };

//! The name of the icon, and the colour, of \a status.
QString statusIcon(Status status);
QColor statusColour(const Tokens &tokens, Status status);

//! Paints shape and word into \a rect, from its leading edge; the word is elided at its end.
void paintStatus(QPainter *painter, const QRect &rect, Status status, const QString &word,
                 Ground ground, const QPalette &palette);

//! Paints an outlined tag that begins at \a rect's leading edge and is at most as wide; answers the
//! width it took. Its height is size::tag, or more where the text needs it.
int paintTag(QPainter *painter, const QRect &rect, const QString &text, const QPalette &palette);

//! The width paintTag() would take.
int tagWidth(const QString &text);

//! How text is shortened: names, paths and identifiers in the middle, prose at its end.
enum class Elide { Name, Prose };

//! A text, and the parts of it (UTF-16 units, [from, to)) to be marked as matching.
struct MarkedText
{
    QString text;
    QList<std::pair<int, int>> ranges;
};

//! How marked text is painted.
struct MarkedStyle
{
    QFont font;
    QColor colour;
    Elide elide = Elide::Name;
};

//! Paints one line of \a marked into \a rect, vertically centred, with the matches on the ground
//! "match". Prose too long for the rect is shifted so that the first match stays visible. Answers
//! the width that was used.
int paintMarked(QPainter *painter, const QRect &rect, const MarkedText &marked,
                const MarkedStyle &style, const QPalette &palette);

//! Paints one line of plain text, elided; vertically centred.
void paintText(QPainter *painter, const QRect &rect, const QString &text, const MarkedStyle &style,
               Qt::Alignment align = Qt::AlignLeading);

//! Paints the ground of a row: hover or selection over the full width with the 3 px bar, then the
//! line below where the row is not selected.
void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option, bool firstColumn = true);

//! The inner focus ring of a row or cell, where the focus came by keyboard.
void paintRowFocus(QPainter *painter, const QStyleOptionViewItem &option);

//! The colour of text in a row in the state of \a option: text or selected text.
QColor rowText(const QStyleOptionViewItem &option);

//! Paints a key cap ("Ctrl+K") that ends at \a rect's trailing edge; answers its width.
int paintKey(QPainter *painter, const QRect &rect, const QString &key, const QPalette &palette);

} // namespace portolan::views
