// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "tests/platforms/faults/memorysink.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/manualclock.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace portolan::tests {

//! Shows a token, as the application's client does.
class TokenClient final : public net::HttpClient
{
public:
    TokenClient(net::HttpClient &client, QByteArray token)
        : m_client(client)
        , m_token(std::move(token))
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request,
                                              net::BodySink sink) override;

private:
    net::HttpClient &m_client;
    QByteArray m_token;
};

//! An installation that a Shape plays, with an account that is pulled from it into memory through
//! the real HTTP client, as fast as that goes.
class PullBench
{
public:
    //! \a accountOptions are those of the account.
    PullBench(std::unique_ptr<Shape> shape, std::unique_ptr<platforms::Platform> platform,
              quint32 seed = 1, const QJsonObject &accountOptions = {});

    //! What the installation takes for a token.
    static QByteArray token();

    //! Pulls into \a local; after an error the session is a new one, as in the engine.
    Result<platforms::PullResult> pull(bool full = false);

    //! As after a restart of the program: what the session kept is gone.
    void restart() { m_session.reset(); }

    //! What a first pull by somebody else brings.
    Result<MemorySink> seenByAnother();
    //! Whether \a local is what a first pull by somebody else brings; says the difference.
    QString difference();
    //! Calls \a act with the platform's state.
    void change(const std::function<void(Shape &)> &act);
    //! Lets time pass, here and at the platform.
    void pass(qint64 ms);

    //! Where operations go; made with the session.
    platforms::ActionPort &port();
    //! The account, and what its adapter is given.
    platforms::AccountSettings settings() const;

    platforms::Services services() const { return {clock, m_client}; }

    //! How many requests arrived since the last time.
    qsizetype requests();

    ManualClock clock;
    LoopbackServer server;
    MemorySink local;

private:
    platforms::Session &session();
    std::unique_ptr<platforms::Session> opened();

    SystemClock m_real; //!< of the network
    net::CurlClient m_curl;
    net::PatientClient m_patient;
    std::shared_ptr<TokenClient> m_client;
    QJsonObject m_options;
    std::unique_ptr<platforms::Platform> m_platform;
    std::unique_ptr<platforms::Session> m_session;
};

} // namespace portolan::tests
