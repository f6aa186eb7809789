// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/items/sampleaccess.h"
#include "views/access/accesspane.h"

#include <QApplication>
#include <QSize>

namespace portolan::tests {

//! The access pane over the sample, shown in a window that is active.
struct AccessDesk
{
    SampleAccess source;
    StoppedClock clock;
    views::access::AccessPane pane;

    explicit AccessDesk(const QSize &size = {1392, 800})
        : pane(source, clock)
    {
        pane.resize(size);
        pane.show();
        QApplication::setActiveWindow(&pane);
    }
};

} // namespace portolan::tests
