// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace portolan::app {

//! Turns SIGTERM, SIGINT and SIGHUP into a signal of the event loop, so that a session that ends
//! leaves everything saved. One in a program.
class Terminate final : public QObject
{
    Q_OBJECT

public:
    explicit Terminate(QObject *parent = nullptr);
    ~Terminate() override;

Q_SIGNALS:
    void asked();

private:
    int m_ends[2] = {-1, -1};
};

} // namespace portolan::app
