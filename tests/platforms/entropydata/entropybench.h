// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accessfold.h"
#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/platforms/entropydata/entropydataplatform.h"
#include "tests/platforms/faults/memorysink.h"
#include "tests/support/entropyshape.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/manualclock.h"

#include <memory>

namespace portolan::tests {

//! Shows the key of an account, as the application's client does.
class KeyClient final : public net::HttpClient
{
public:
    KeyClient(net::HttpClient &client, QByteArray key)
        : m_client(client)
        , m_key(std::move(key))
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request, net::BodySink sink) override
    {
        request.credential = {.scheme = net::Credential::Scheme::KeyHeader,
                              .name = "x-api-key",
                              .secret = Secret(QByteArray(m_key.constData()))};
        return m_client.stream(std::move(request), std::move(sink));
    }

private:
    net::HttpClient &m_client;
    QByteArray m_key;
};

//! An installation of Entropy Data with an account that is pulled from it.
class EntropyBench
{
public:
    explicit EntropyBench(const ShapeSettings &settings = {.size = 6, .pageSize = 4},
                          std::unique_ptr<Shape> other = nullptr);

    //! Pulls into \a local; after an error the session is a new one, as in the engine.
    Result<platforms::PullResult> pull(bool full = false);

    //! As after a restart of the program: what the session kept is gone.
    void restart() { m_session.reset(); }

    //! Whether what is local is what a first pull by somebody else brings; says the difference.
    QString difference();
    //! Calls \a act with the platform's state.
    void change(const std::function<void(EntropyShape &)> &act);

    //! Where operations go; made with the session.
    platforms::ActionPort &port();
    //! How many requests arrived since the last time.
    qsizetype requests();

private:
    EntropyShape *m_shape = nullptr; //!< null where a test has a shape of its own

public:
    ManualClock clock;
    LoopbackServer server;
    QJsonObject options;
    QString path; //!< behind the server's address
    MemorySink local;

private:
    platforms::Session &session();
    std::unique_ptr<platforms::Session> opened();

    std::unique_ptr<Shape> takeShape(const ShapeSettings &settings, std::unique_ptr<Shape> other);

    SystemClock m_real; //!< of the network
    net::CurlClient m_curl;
    std::unique_ptr<net::PatientClient> m_patient;
    std::shared_ptr<KeyClient> m_keyed;
    std::unique_ptr<platforms::Platform> m_platform;
    std::unique_ptr<platforms::Session> m_session;
};

//! What became of the request whose id is \a request in \a book; empty where there is none.
std::optional<domain::RequestOutcome> outcomeIn(const domain::AccessBook &book,
                                                const QUuid &request);

} // namespace portolan::tests
