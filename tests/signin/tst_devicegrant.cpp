// SPDX-License-Identifier: GPL-3.0-or-later
// The device grant (RFC 8628): a code is shown, and the provider is asked as often as it allows.
#include "models/signin/devicesignin.h"
#include "tests/signin/fakeprovider.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::signin;
using tests::FakeClient;

namespace {

//! A sign-in whose provider answers the polls in turn; a second lasts a millisecond.
struct Attempt
{
    explicit Attempt(QList<FakeClient::Outcome> polls, QJsonObject device = good())
        : answers(std::move(polls))
        , http(clock,
               [this, device](int, const net::HttpRequest &request,
                              const net::BodySink &) -> std::optional<FakeClient::Outcome> {
                   const auto path = request.url.text();
                   if (path.endsWith("openid-configuration"))
                       return tests::answer(200, tests::discoveryDocument());
                   if (path.endsWith("/device"))
                       return tests::answer(200, device);
                   if (path.endsWith("/me"))
                       return tests::answer(200, {{u"sub"_s, u"alice"_s}});
                   forms.append(tests::formOf(request));
                   if (stepMs > 0)
                       clock.advance(stepMs);
                   return answers.isEmpty() ? pending() : answers.takeFirst();
               })
        , flow(http, clock, {.issuer = u"https://id.example"_s, .clientId = u"portolan"_s}, nullptr,
               1)
    {
        QObject::connect(&flow, &SignIn::codeNeeded, &flow,
                         [this](const DeviceCode &code) { shown = code; });
        QObject::connect(&flow, &SignIn::finished, &flow, [this](const auto &ended) {
            ++ends;
            result = ended;
        });
        flow.start();
    }

    static QJsonObject good()
    {
        return {{u"device_code"_s, u"d3v1ce"_s},
                {u"user_code"_s, u"WDJB-MJHT"_s},
                {u"verification_uri"_s, u"https://id.example/device"_s},
                {u"expires_in"_s, 600},
                {u"interval"_s, 2}};
    }

    static FakeClient::Outcome refusal(const QString &error)
    {
        return tests::answer(400, {{u"error"_s, error}});
    }

    static FakeClient::Outcome pending() { return refusal(u"authorization_pending"_s); }

    static FakeClient::Outcome tokens()
    {
        return tests::answer(200, {{u"access_token"_s, u"at"_s}, {u"token_type"_s, u"bearer"_s}});
    }

    tests::HandClock clock;
    qint64 stepMs = 0;
    QList<FakeClient::Outcome> answers;
    QList<QHash<QString, QString>> forms;
    FakeClient http;
    DeviceSignIn flow;
    DeviceCode shown;
    int ends = 0;
    Result<SignedIn> result = failure(Error::Kind::Busy, u"still running"_s);
};

} // namespace

class TestDeviceGrant : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void itIsAskedUntilThePersonIsDone()
    {
        Attempt attempt({Attempt::pending(), Attempt::refusal(u"slow_down"_s),
                         failure(Error::Kind::Offline, u"no connection"_s), Attempt::pending(),
                         Attempt::tokens()});
        QTRY_COMPARE(attempt.ends, 1);
        QVERIFY(attempt.result);
        QCOMPARE(attempt.shown.code, u"WDJB-MJHT"_s);
        QCOMPARE(attempt.shown.page, QUrl(u"https://id.example/device"_s));
        QCOMPARE(attempt.forms.size(), 5);
        QCOMPARE(attempt.forms.last().value(u"device_code"_s), u"d3v1ce"_s);
        QCOMPARE(attempt.forms.last().value(u"grant_type"_s),
                 u"urn:ietf:params:oauth:grant-type:device_code"_s);
        QCOMPARE(attempt.result->identity.subject, u"alice"_s);
    }

    void howItEndsWithoutATokenIsSaid_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("refused") << u"access_denied"_s << Error::Kind::Unauthorised;
        QTest::newRow("ran out") << u"expired_token"_s << Error::Kind::Cancelled;
        QTest::newRow("wrong client") << u"invalid_client"_s << Error::Kind::Protocol;
    }

    void howItEndsWithoutATokenIsSaid()
    {
        QFETCH(QString, error);
        QFETCH(Error::Kind, kind);
        Attempt attempt({Attempt::pending(), Attempt::refusal(error)});
        QTRY_COMPARE(attempt.ends, 1);
        QCOMPARE(attempt.result.error().kind, kind);
        QCOMPARE(attempt.forms.size(), 2);
    }

    void aCodeThatRanOutIsNotAskedForAnyMore()
    {
        Attempt attempt({});
        attempt.stepMs = 250'000;
        QTRY_COMPARE(attempt.ends, 1);
        QCOMPARE(attempt.result.error().kind, Error::Kind::Cancelled);
        QCOMPARE(attempt.forms.size(), 3);
    }

    void aPageThatCouldBeForgedIsNotShown_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("in the clear") << u"http://id.example/device"_s;
        QTest::newRow("a file") << u"file:///home/maya/device.html"_s;
        QTest::newRow("a script") << u"javascript:alert(1)"_s;
        QTest::newRow("none") << QString();
    }

    void aPageThatCouldBeForgedIsNotShown()
    {
        QFETCH(QString, page);
        auto device = Attempt::good();
        device.insert(u"verification_uri"_s, page);
        Attempt attempt({}, device);
        QTRY_COMPARE(attempt.ends, 1);
        QCOMPARE(attempt.result.error().kind, Error::Kind::Protocol);
        QVERIFY(attempt.shown.code.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDeviceGrant)
#include "tst_devicegrant.moc"
