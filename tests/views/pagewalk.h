// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portolan::tests {

//! Every widget in \a root that is shown and takes the focus by Tab.
QList<QWidget *> focusWidgets(QWidget *root);

//! Those of focusWidgets() that assistive technology has no name for, in words.
QStringList unnamedWidgets(QWidget *root);

//! Those of focusWidgets() that Tab never comes to from \a root's first one, in words.
QStringList unreachableWidgets(QWidget *root);

//! Paints \a widget, and keeps the picture as \a name.png where PORTOLAN_PICTURES names a folder.
void paintPicture(QWidget *widget, const QString &name);

//! How many characters the longest text has that a label or a document in \a root lays out: the
//! work that a text of others may make.
qsizetype longestLaidOut(QWidget *root);
//! How much is drawn for \a widget, as bytes of drawing commands: the same on every machine.
qsizetype drawnBytes(QWidget *widget);

//! A text that nobody should trust, in several kinds.
QStringList hostileTexts();

} // namespace portolan::tests
