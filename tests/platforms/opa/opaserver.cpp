// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/opa/opaserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

//! A port that nobody has now: the program takes none that it chose itself where it could tell it.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

QString opaProgram()
{
    const auto found = QStandardPaths::findExecutable(u"opa"_s);
    return found.isEmpty()
        ? QStandardPaths::findExecutable(u"opa"_s, {QDir::homePath() + u"/go/bin"_s})
        : found;
}

OpaServer::OpaServer(const QHash<QString, QByteArray> &policies, const QStringList &more)
{
    for (auto it = policies.cbegin(); it != policies.cend(); ++it) {
        QFile file(m_folder.filePath(it.key()));
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) < 0)
            return;
    }
    constexpr int tries = 3; // somebody else may take the port in between
    for (int i = 0; i < tries && m_port == 0; ++i) {
        const auto port = freePort();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(opaProgram(),
                        QStringList{u"run"_s, u"-s"_s, u"--log-level"_s, u"error"_s, u"-a"_s,
                                    u"127.0.0.1:%1"_s.arg(port)}
                            + more + QStringList{m_folder.path()});
        if (!m_process.waitForStarted())
            return;
        QElapsedTimer time;
        time.start();
        while (m_process.state() == QProcess::Running && !time.hasExpired(30'000)) {
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, port);
            if (socket.waitForConnected(100)) {
                m_port = port;
                break;
            }
            m_process.waitForFinished(50);
        }
    }
    if (m_port == 0)
        qWarning("opa: %s", m_process.readAll().constData());
}

OpaServer::~OpaServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QUrl OpaServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

} // namespace portolan::tests
