// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/failedstart.h"

#include "views/shared/messages.h"

#include <QApplication>

namespace portolan::app {

class FailedStart
{
    Q_DECLARE_TR_FUNCTIONS(FailedStart)
};

void showFailedStart(const Error &error)
{
    views::ui::error(nullptr, FailedStart::tr("Starting Portolan"), error);
    QApplication::exec(); // until its last window, which is this one, is closed
}

} // namespace portolan::app
