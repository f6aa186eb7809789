// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace portolan::views {

//! Keeps Ctrl+E what it is everywhere: export. In a text field Qt takes it for "end of line" on
//! X11, where the key End does the same. To be installed on the application.
class ExportKey : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace portolan::views
