// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/exportkey.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace portolan::views {

bool ExportKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || qobject_cast<QLineEdit *>(watched) == nullptr)
        return false;
    const auto *press = static_cast<QKeyEvent *>(event);
    if (press->key() != Qt::Key_E || press->modifiers() != Qt::ControlModifier)
        return false;
    // Not accepted, and not seen by the field: a shortcut may have it.
    event->ignore();
    return true;
}

} // namespace portolan::views
