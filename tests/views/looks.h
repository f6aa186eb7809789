// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/theme.h"

#include <QSize>
#include <QTest>

namespace portolan::tests {

//! Rows of a test that looks at a page in every scheme, in a small window and with large text:
//! "choice" (int of Theme::Choice), "percent" of the text, and "size".
inline void addLooks()
{
    using Choice = views::Theme::Choice;
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    const QSize wide(1392, 760);
    QTest::newRow("light") << int(Choice::Light) << 100 << wide;
    QTest::newRow("dark") << int(Choice::Dark) << 100 << wide;
    QTest::newRow("contrast") << int(Choice::HighContrast) << 100 << wide;
    QTest::newRow("narrow") << int(Choice::Light) << 100 << QSize(976, 560);
    QTest::newRow("200") << int(Choice::Light) << 200 << wide;
}

} // namespace portolan::tests
