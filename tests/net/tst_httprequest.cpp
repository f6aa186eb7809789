// SPDX-License-Identifier: GPL-3.0-or-later
// What may go out at all, what a status means, and how long a server asks to wait.
#include "models/net/httprequest.h"
#include "models/net/httpresponse.h"

#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using net::Credential;
using net::HttpRequest;
using net::HttpUrl;
using Kind = Error::Kind;

namespace {

HttpRequest to(const QString &url)
{
    HttpRequest request;
    request.url = HttpUrl::parse(url).value();
    return request;
}

Credential bearer(const char *token)
{
    return {Credential::Scheme::Bearer, {}, Secret(QByteArray(token))};
}

const QDateTime now(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC);

} // namespace

class TestHttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPlainRequestMayGo()
    {
        auto request = to(u"https://h/"_s);
        request.headers = {{"If-None-Match", "\"1\""}, {"Idempotency-Key", "k"}};
        request.credential = bearer("CANARY-token");
        QVERIFY(net::checked(request));
    }

    void headersCannotBeSmuggledIn_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("line end") << QByteArray("X-A") << QByteArray("CANARY\r\nX-Evil: 1");
        QTest::newRow("line feed") << QByteArray("X-A") << QByteArray("CANARY\nX-Evil: 1");
        QTest::newRow("carriage return") << QByteArray("X-A") << QByteArray("CANARY\rX");
        QTest::newRow("nul") << QByteArray("X-A") << QByteArray("CANARY\0X", 8);
        QTest::newRow("name") << QByteArray("X-A\r\nX-Evil") << QByteArray("CANARY");
        QTest::newRow("colon in the name") << QByteArray("X-A: b") << QByteArray("CANARY");
        QTest::newRow("no name") << QByteArray() << QByteArray("CANARY");
        QTest::newRow("authorization") << QByteArray("authorization") << QByteArray("CANARY");
        QTest::newRow("cookie") << QByteArray("Cookie") << QByteArray("CANARY");
        QTest::newRow("proxy") << QByteArray("Proxy-Authorization") << QByteArray("CANARY");
    }

    void headersCannotBeSmuggledIn()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        auto request = to(u"https://h/"_s);
        request.headers = {{name, value}};
        const auto result = net::checked(request);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::Usage);
        QVERIFY(!result.error().detail.contains(u"CANARY"_s));
    }

    void credentialsCannotBeSmuggledIn_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("secret");
        const auto row = [](const char *title, Credential::Scheme scheme, const QByteArray &name,
                            const QByteArray &secret) {
            QTest::newRow(title) << static_cast<int>(scheme) << name << secret;
        };
        using Scheme = Credential::Scheme;
        row("bearer", Scheme::Bearer, {}, "CANARY\r\nX-Evil: 1");
        row("key", Scheme::KeyHeader, "X-Api-Key", "CANARY\nX-Evil: 1");
        row("key's name", Scheme::KeyHeader, "X-Api-Key: x", "CANARY");
        row("user", Scheme::Basic, "a\r\nb", "CANARY");
        row("colon", Scheme::Basic, "a:b", "CANARY");
    }

    void credentialsCannotBeSmuggledIn()
    {
        QFETCH(int, scheme);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, secret);
        auto request = to(u"https://h/"_s);
        request.credential = {static_cast<Credential::Scheme>(scheme), name,
                              Secret(std::move(secret))};
        const auto result = net::checked(request);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::Usage);
        QVERIFY(!result.error().detail.contains(u"CANARY"_s));
    }

    void aSecretGoesOverPlainHttpToThisMachineOnly()
    {
        auto request = to(u"http://mesh.example/?k=CANARY-q"_s);
        QVERIFY(net::checked(request));
        request.credential = bearer("CANARY-token");
        const auto refused = net::checked(request);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Usage);
        QVERIFY(!refused.error().detail.contains(u"CANARY"_s));
        request.url = HttpUrl::parse(u"http://127.0.0.1/"_s).value();
        QVERIFY(net::checked(request));
    }

    void metadataAddressesAreRefusedUnlessConfigured()
    {
        auto request = to(u"http://169.254.169.254/latest/meta-data"_s);
        QVERIFY(!net::checked(request));
        request.url = HttpUrl::parse(u"http://0xA9FEA9FE/"_s).value();
        QVERIFY(!net::checked(request));
        request.url = HttpUrl::parse(u"https://[fe80::1]/"_s).value();
        QVERIFY(!net::checked(request));
        net::ConnectionSettings settings;
        settings.mayUseLinkLocal = true;
        request.connection = std::make_shared<net::ConnectionSettings>(settings);
        QVERIFY(net::checked(request));
    }

    void onlyReadsAreRepeatableByThemselves()
    {
        using net::HttpMethod;
        for (const auto method : {HttpMethod::Get, HttpMethod::Head})
            QVERIFY(HttpRequest{.method = method}.isRepeatable());
        for (const auto method :
             {HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch, HttpMethod::Delete}) {
            QVERIFY(!HttpRequest{.method = method}.isRepeatable());
            QVERIFY((HttpRequest{.method = method, .repeatable = true}.isRepeatable()));
        }
    }

    void everyStatusHasAKindAndARemedy()
    {
        const QHash<int, Kind> kinds{
            {401, Kind::Unauthorised},  {403, Kind::Forbidden},     {404, Kind::NotFound},
            {407, Kind::NetworkSignIn}, {408, Kind::Unavailable},   {409, Kind::Conflict},
            {410, Kind::NotFound},      {412, Kind::Conflict},      {413, Kind::TooLarge},
            {425, Kind::Unavailable},   {429, Kind::RateLimited},   {501, Kind::Protocol},
            {505, Kind::Protocol},      {511, Kind::NetworkSignIn},
        };
        for (int status = 100; status < 600; ++status) {
            net::HttpResponse response;
            response.status = status;
            response.asked = u"GET https://h/a%2fb%20%3c"_s;
            response.requestId = "id-1";
            const auto result = net::accepted(response);
            const bool fine = (status >= 200 && status < 300) || status == 304;
            QCOMPARE(result.has_value(), fine);
            if (fine)
                continue;
            const auto usual = status >= 500 ? Kind::Unavailable : Kind::Protocol;
            QCOMPARE(result.error().kind, kinds.value(status, usual));
            QVERIFY(result.error().detail.startsWith(
                u"GET https://h/a%2fb%20%3c: %1: "_s.replace(u"%1"_s, QString::number(status))));
            QVERIFY(result.error().detail.contains(u"(request id-1)"_s));
            QVERIFY(!result.error().detail.contains(u" seconds"_s));
        }
        // When the server would take it again is what a person wants to know.
        net::HttpResponse busy;
        busy.status = 429;
        busy.retryAfterMs = 600'001;
        QVERIFY(net::accepted(busy).error().detail.contains(u"come back later, in 601 seconds"_s));
    }

    void waitsAreRead_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *value, qint64 ms) {
            QTest::newRow(value) << QByteArray(value) << ms;
        };
        row("0", 0);
        row("60", 60'000);
        row(" 7 ", 7'000);
        row("Fri, 27 Nov 2026 12:00:30 GMT", 30'000);
        row("Friday, 27-Nov-26 12:00:30 GMT", 30'000);
        row("Fri, 27 Nov 2026 11:59:00 GMT", 0);
        row("Sat, 28 Nov 2026 12:00:00 GMT", 3'600'000); // clamped: clocks go wrong
        row("86400", 86'400'000);
        row("99999999", 86'400'000);
        row("99999999999999999999999", 86'400'000);
        row("soon", -1);
        row("", -1);
        row("-5", -1);
        row("1.5", -1);
    }

    void waitsAreRead()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, ms);
        QCOMPARE(net::retryAfterMs(value, now).value_or(-1), ms);
    }

    void headersAreFoundWhateverTheirCase()
    {
        net::HttpResponse response;
        response.headers = {{"ETag", "1"}, {"etag", "2"}};
        QCOMPARE(response.header("eTAG"), "1");
        QCOMPARE(response.header("link"), QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"
