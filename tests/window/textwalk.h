// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace portolan::tests {

//! Texts that \a root shows or tells assistive technology and that came past PseudoTranslator, each
//! with the widget that has it. Words that begin with "zq" are data; so are paths and addresses.
QStringList untranslatedTexts(QWidget *root);

//! Widgets of \a root whose text has no room, and columns that are wider than what shows them.
QStringList clippedTexts(QWidget *root);

} // namespace portolan::tests
