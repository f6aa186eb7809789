// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace portolan::tests {

//! Makes certificates with the openssl program, in a folder of its own that goes with it.
class Authority
{
public:
    //! What is asked for beyond the usual.
    struct Wish
    {
        QString issuer; //!< name of an issued certificate; its own when empty
        QString host = QStringLiteral("localhost");
        bool authority = false;
        int fromDays = -1; //!< validity, counted from today
        int toDays = 30;
        QString key = QStringLiteral("ec");
        QString password; //!< of the key
    };

    Authority();

    bool isUsable() const { return m_usable; }

    //! Makes NAME.crt and NAME.key; fails the test when openssl does.
    void issue(const QString &name, const Wish &wish);

    //! The certificate \a name counts no more.
    void revoke(const QString &name, const QString &issuer);
    //! Makes TARGET, the list of what \a issuer revoked, which is good for \a days.
    void listRevoked(const QString &issuer, const QString &target, int days = 30);

    //! The path of a file in the folder.
    QString file(const QString &name) const { return m_folder.filePath(name); }

    //! Writes the bytes of several files after one another.
    void join(const QStringList &names, const QString &target) const;

private:
    bool run(const QStringList &arguments) const;
    void write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    bool m_usable = false;
};

//! "openssl s_server" with a certificate of an Authority: answers GET /ok with {}.
class TlsServer
{
public:
    TlsServer(const Authority &authority, const QString &certificate, const QStringList &arguments);
    ~TlsServer();

    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    quint16 port() const { return m_port; }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace portolan::tests
