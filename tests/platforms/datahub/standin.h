// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of DataHub share: the stand-in server of ../shared/live, where there is one, a
// client that is signed in to it, and a catalogue that keeps what a pull hands over.
#pragma once

#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/platforms/platform.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>

#include <functional>
#include <memory>

namespace portolan::tests {

//! The stand-in as a process of its own, and its control door.
class StandIn
{
public:
    //! Why it cannot run here; empty where it can.
    static QString missing();
    //! Where it stands: ../shared/live/datahub.
    static QString folder();
    //! Starts it; false after half a minute without a word from it.
    bool start(const QStringList &arguments);
    ~StandIn();

    QUrl url() const { return QUrl(m_url); }

    //! Asks the control door; the answer, or nothing where it is no JSON.
    QJsonDocument get(const QString &path) const;
    QJsonDocument post(const QString &path, const QJsonObject &body = {}) const;
    //! How many requests named \a operation came.
    int count(const QString &operation) const;

private:
    QJsonDocument ask(const QByteArray &method, const QString &path, const QByteArray &body) const;

    QProcess m_process;
    QString m_url;
};

//! Adds a bearer token to what goes through the real clients.
class SignedClient final : public net::HttpClient
{
public:
    explicit SignedClient(const Clock &clock, QByteArray token = "secret");

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request,
                                              net::BodySink sink) override;

    QByteArray token;

private:
    net::CurlClient m_curl;
    net::PatientClient m_patient;
};

//! Asks the change log for no more events than there are. Else it answers when its time is over,
//! like the vendor's, and each look at it waits for a second.
class PromptClient final : public net::HttpClient
{
public:
    explicit PromptClient(std::shared_ptr<net::HttpClient> client)
        : m_client(std::move(client))
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request,
                                              net::BodySink sink) override;

private:
    std::shared_ptr<net::HttpClient> m_client;
};

//! Keeps what pulls hand over, as the store does: by native id, with the sweep that saw it.
class KeptCatalogue final : public platforms::PageSink
{
public:
    Result<void> page(platforms::Page page) override;

    void progress(qint64 done, qint64 total, const QString &) override
    {
        if (total > 0 && done >= total)
            ++fullBars;
    }

    bool isCancelled() const override { return false; }

    Result<QHash<QString, QByteArray>> notes() override { return noted; }

    //! What the engine does behind a pull.
    void end(const platforms::PullResult &result);

    //! All that is known of \a nativeId, or an empty record.
    domain::Record of(const QString &nativeId) const { return records.value(nativeId); }

    QMap<QString, domain::Record> records;
    QHash<QString, qint64> sweeps;
    domain::Evidence evidence;
    QByteArray cursor;
    QHash<QString, QByteArray> noted;
    int fullBars = 0; //!< how often it was said that all is done
    std::function<void()> onPage; //!< called before a page is kept
    int pages = 0;
    int rewritten = 0; //!< records that came in another state than before
    int pagesUntilFailure = -1; //!< the page behind so many ends the pull, as a kill does
};

} // namespace portolan::tests
