// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

namespace portolan::tests {

//! Where the program `opa` is, in PATH or in ~/go/bin; empty where it is not installed.
QString opaProgram();

//! A real Open Policy Agent on 127.0.0.1 with policies of a test.
class OpaServer
{
public:
    //! Starts it with \a policies, texts by file name, and \a more arguments.
    explicit OpaServer(const QHash<QString, QByteArray> &policies, const QStringList &more = {});
    ~OpaServer();

    bool isRunning() const { return m_port != 0; }

    QUrl url() const;

    quint16 port() const { return m_port; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace portolan::tests
