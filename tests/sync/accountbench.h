// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/async.h"
#include "models/sync/accountentry.h"
#include "models/sync/serverrecord.h"
#include "tests/cli/apiplatform.h"
#include "tests/net/captured.h"
#include "tests/secrets/fakekeyring.h"
#include "tests/signin/fakeprovider.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace portolan::tests {

template <typename T>
T awaited(QFuture<T> future)
{
    (void)QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
    return future.takeResult();
}

inline secrets::AccountSecrets typed(const char *token)
{
    secrets::AccountSecrets secrets;
    secrets.token = Secret(QByteArray(token));
    return secrets;
}

//! A profile, a platform that takes one token, and a keyring.
struct AccountBench
{
    AccountBench()
        : http(clock,
               [this](int, const net::HttpRequest &request,
                      const net::BodySink &) -> std::optional<FakeClient::Outcome> {
                   if (request.url.text().startsWith("https://id.example/"))
                       return providerSays(request.url.text());
                   const bool isRight =
                       request.credential.secret.reveal() == QByteArrayView("CANARY-right");
                   const QMutexLocker lock(&mutex);
                   ++asked;
                   if (isOffline)
                       return FakeClient::Outcome(
                           failure(Error::Kind::Offline, QStringLiteral("no route")));
                   return answer(isRight ? 200 : 401,
                                 QJsonObject{{QStringLiteral("things"), QJsonArray{1, 2}}});
               })
        , session(keyring)
        , clients({http, session, clock, [](const QString &) { return ApiPlatform().signInWays(); },
                   [](const QUrl &) { return true; }})
        , store(std::move(*store::Store::open(*store::Profile::open(dir.path()), systemClock)))
        , engine(*store, systemClock, platforms())
        , entry(*store, engine, clients)
    {
        engine.setClients(clients.source());
    }

    static sync::Engine::Platforms platforms()
    {
        sync::Engine::Platforms list;
        list.push_back(std::make_unique<ApiPlatform>());
        return list;
    }

    static sync::ServerAccount corp()
    {
        sync::ServerAccount account;
        account.id = QUuid::createUuid();
        account.name = QStringLiteral("corp");
        account.platform = QStringLiteral("testapi");
        account.url = QStringLiteral("https://platform.example/api");
        account.by = sync::SignInBy::Token;
        account.domains = {QStringLiteral("Orders")};
        return account;
    }

    Result<QString> check(const sync::ServerAccount &account, const char *token)
    {
        return awaited(entry.check(sync::recordOf(account), typed(token)));
    }

    Result<secrets::Keeping> add(const sync::ServerAccount &account, const char *token)
    {
        return awaited(entry.add(sync::recordOf(account), typed(token)));
    }

    //! Whoever signs in at https://id.example by a code has done so at once, as alice.
    static FakeClient::Outcome providerSays(QByteArrayView path)
    {
        if (path.endsWith("openid-configuration"))
            return answer(200, discoveryDocument());
        if (path.endsWith("/device"))
            return answer(
                200,
                {{QStringLiteral("device_code"), QStringLiteral("d3v1ce")},
                 {QStringLiteral("user_code"), QStringLiteral("WDJB-MJHT")},
                 {QStringLiteral("verification_uri"), QStringLiteral("https://id.example/device")},
                 {QStringLiteral("expires_in"), 600},
                 {QStringLiteral("interval"), 1}});
        if (path.endsWith("/me"))
            return answer(200, {{QStringLiteral("sub"), QStringLiteral("alice")}});
        return answer(200,
                      {{QStringLiteral("access_token"), QStringLiteral("CANARY-right")},
                       {QStringLiteral("token_type"), QStringLiteral("bearer")}});
    }

    QStringList stored()
    {
        QStringList names;
        const auto accounts = awaited(store->accounts().accounts());
        for (const auto &account : *accounts)
            names.append(account.name);
        return names;
    }

    QTemporaryDir dir;
    SystemClock systemClock;
    HandClock clock;
    QMutex mutex;
    int asked = 0;
    bool isOffline = false;
    FakeClient http;
    FakeKeyring keyring;
    secrets::SessionSecrets session;
    sync::AccountClients clients;
    std::unique_ptr<store::Store> store;
    sync::Engine engine;
    sync::AccountEntry entry;
};

} // namespace portolan::tests
