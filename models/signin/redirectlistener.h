// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTcpServer>

class QTcpSocket;

namespace portolan::signin {

//! Where the browser comes back to: a port on 127.0.0.1 that takes one GET with the right state
//! (RFC 8252, 7.3; security.md T16). Whatever else arrives is answered with an error and changes
//! nothing: any program of this machine can connect.
class RedirectListener final : public QObject
{
    Q_OBJECT

public:
    //! \a state is what the redirect has to bring.
    explicit RedirectListener(QByteArray state, QObject *parent = nullptr);

    //! Offline error where no port can be had.
    [[nodiscard]] Result<void> listen();

    //! "http://127.0.0.1:PORT/cb"
    QByteArray redirectUri() const;

Q_SIGNALS:
    //! The browser is back with these parameters; emitted once, the listener is closed by then.
    void arrived(const QHash<QByteArray, QByteArray> &parameters);

private:
    void greet();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &head);
    void refuse(QTcpSocket *socket, const QByteArray &status);
    void reply(QTcpSocket *socket, const QByteArray &status, const QByteArray &page);

    QByteArray m_state;
    QTcpServer m_server;
    bool m_isDone = false;
};

} // namespace portolan::signin
