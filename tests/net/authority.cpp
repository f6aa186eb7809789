// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/authority.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

namespace {

constexpr auto configuration = R"([ca]
default_ca = here
[here]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
)";

QString day(int fromToday)
{
    return QDateTime::currentDateTimeUtc().addDays(fromToday).toString(u"yyMMddHHmmss'Z'"_s);
}

//! What the system forbids, old versions above all, must be possible for a bad server.
QProcessEnvironment withoutSystemSettings()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OPENSSL_CONF"_s, u"/dev/null"_s);
    return environment;
}

} // namespace

Authority::Authority()
{
    write(u"ca.cnf"_s, configuration);
    write(u"index.txt"_s, {});
    write(u"ok"_s,
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    m_usable = m_folder.isValid() && run({u"version"_s});
}

void Authority::issue(const QString &name, const Wish &wish)
{
    const auto request = file(name + u".csr"_s);
    QStringList make{u"req"_s,   u"-new"_s,        u"-config"_s, u"/dev/null"_s,
                     u"-subj"_s, u"/CN="_s + name, u"-keyout"_s, file(name + u".key"_s),
                     u"-out"_s,  request};
    make += wish.key == u"ec"_s
        ? QStringList{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}
        : QStringList{u"-newkey"_s, wish.key};
    make += wish.password.isEmpty() ? QStringList{u"-nodes"_s}
                                    : QStringList{u"-passout"_s, u"pass:"_s + wish.password};
    QVERIFY(run(make));
    write(name + u".ext"_s,
          wish.authority ? QByteArray("basicConstraints=critical,CA:TRUE\n")
                         : QByteArray("subjectAltName=DNS:" + wish.host.toLatin1() + "\n"));
    const auto issuer = wish.issuer.isEmpty() ? name : wish.issuer;
    QStringList sign{u"ca"_s,
                     u"-batch"_s,
                     u"-notext"_s,
                     u"-config"_s,
                     u"ca.cnf"_s,
                     u"-in"_s,
                     request,
                     u"-out"_s,
                     file(name + u".crt"_s),
                     u"-keyfile"_s,
                     file(issuer + u".key"_s),
                     u"-extfile"_s,
                     name + u".ext"_s,
                     u"-startdate"_s,
                     day(wish.fromDays),
                     u"-enddate"_s,
                     day(wish.toDays)};
    sign += wish.issuer.isEmpty() ? QStringList{u"-selfsign"_s}
                                  : QStringList{u"-cert"_s, file(issuer + u".crt"_s)};
    QVERIFY(run(sign));
}

void Authority::revoke(const QString &name, const QString &issuer)
{
    QVERIFY(run({u"ca"_s, u"-config"_s, u"ca.cnf"_s, u"-revoke"_s, file(name + u".crt"_s),
                 u"-keyfile"_s, file(issuer + u".key"_s), u"-cert"_s, file(issuer + u".crt"_s)}));
}

void Authority::listRevoked(const QString &issuer, const QString &target, int days)
{
    const auto at = [](int fromToday) {
        return QString(
            QDateTime::currentDateTimeUtc().addDays(fromToday).toString(u"yyyyMMddHHmmss'Z'"_s));
    };
    QVERIFY(run({u"ca"_s, u"-config"_s, u"ca.cnf"_s, u"-gencrl"_s, u"-keyfile"_s,
                 file(issuer + u".key"_s), u"-cert"_s, file(issuer + u".crt"_s), u"-out"_s,
                 file(target), u"-crl_lastupdate"_s, at(-20), u"-crl_nextupdate"_s, at(days)}));
}

void Authority::join(const QStringList &names, const QString &target) const
{
    QByteArray bytes;
    for (const auto &name : names) {
        QFile part(file(name));
        QVERIFY(part.open(QIODevice::ReadOnly));
        bytes += part.readAll();
    }
    write(target, bytes);
}

bool Authority::run(const QStringList &arguments) const
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.setProcessEnvironment(withoutSystemSettings());
    openssl.start(u"openssl"_s, arguments);
    const bool done = openssl.waitForFinished() && openssl.exitCode() == 0
        && openssl.exitStatus() == QProcess::NormalExit;
    if (!done)
        qWarning("openssl %s: %s", qPrintable(arguments.join(u' ')),
                 openssl.readAllStandardError().constData());
    return done;
}

void Authority::write(const QString &name, const QByteArray &bytes) const
{
    QFile target(file(name));
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(bytes), bytes.size());
}

TlsServer::TlsServer(const Authority &authority, const QString &certificate,
                     const QStringList &arguments)
{
    m_process.setWorkingDirectory(authority.file({}));
    m_process.setProcessEnvironment(withoutSystemSettings());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"openssl"_s,
                    QStringList{u"s_server"_s, u"-HTTP"_s, u"-accept"_s, u"127.0.0.1:0"_s,
                                u"-cert"_s, authority.file(certificate + u".crt"_s), u"-key"_s,
                                authority.file(certificate + u".key"_s)}
                        + arguments);
    static const QRegularExpression accept(u"ACCEPT 127\\.0\\.0\\.1:(\\d+)"_s);
    QByteArray said;
    QElapsedTimer waiting;
    waiting.start();
    while (m_port == 0 && waiting.elapsed() < 30'000 && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(1000);
        said += m_process.readAll();
        m_port = static_cast<quint16>(accept.match(QString::fromLatin1(said)).captured(1).toUInt());
    }
    if (m_port == 0)
        qWarning("openssl s_server: %s", said.constData());
}

TlsServer::~TlsServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace portolan::tests
