// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace portolan::app {

//! Waits until a list of the window has painted rows, and calls back once: from then on the
//! catalogue can be used. Ends with the window.
class FirstRows final : public QObject
{
    Q_OBJECT

public:
    FirstRows(QWidget &window, std::function<void()> painted);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;

    QWidget &m_window;
    std::function<void()> m_painted;
};

} // namespace portolan::app
