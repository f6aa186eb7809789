// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/platforms/platform.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QUrl>

#include <memory>

namespace portolan::tests {

//! Adds a token to what it passes on, as the client of an account does.
class BearerClient final : public net::HttpClient
{
public:
    BearerClient(net::HttpClient &client, QByteArray token);
    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request,
                                              net::BodySink sink) override;

private:
    net::HttpClient &m_client;
    QByteArray m_token;
};

//! The stand-in of OpenMetadata in ../shared/live, started for a test, with the vendor's sample
//! data in it.
class StandIn
{
public:
    //! Why it cannot be started here; empty where it can.
    static QString missing();

    StandIn(const QString &version, const QStringList &further = {});
    ~StandIn();

    bool isRunning() const { return !m_url.isEmpty(); }

    QUrl url() const { return QUrl(m_url); }

    platforms::AccountSettings settings() const;
    //! Services of an account that is signed in as \a user: "admin" or "reader".
    platforms::Services services(const QString &user = QStringLiteral("admin"));

    //! Its control door: the answer of \a command, with \a body where it is no GET.
    QJsonObject door(const QByteArray &method, const QString &command,
                     const QJsonObject &body = {});
    //! How many requests it got since the last time this was asked.
    int requests();

private:
    SystemClock m_clock;
    net::CurlClient m_curl;
    net::PatientClient m_patient;
    QProcess m_process;
    QString m_url;
};

} // namespace portolan::tests
