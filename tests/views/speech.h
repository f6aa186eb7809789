// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/items/languages.h"
#include "views/shared/safetext.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace portolan::tests {

//! Buttons and labels in \a root that have less room than their words need.
inline QStringList cutTexts(const QWidget &root)
{
    QStringList cut;
    for (const auto *button : root.findChildren<QAbstractButton *>()) {
        // A field makes its own icons as large as it likes.
        if (qobject_cast<QLineEdit *>(button->parentWidget()) != nullptr)
            continue;
        if (button->isVisible() && button->width() < button->minimumSizeHint().width())
            cut.append(button->accessibleName() + button->text());
    }
    for (const auto *label : root.findChildren<views::SafeLabel *>()) {
        if (label->isVisible() && !label->wordWrap() && label->width() < label->sizeHint().width())
            cut.append(label->text());
    }
    return cut;
}

} // namespace portolan::tests
