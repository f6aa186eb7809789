// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/redaction.h"
#include "models/base/secret.h"

#include <QDebug>
#include <QDir>
#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;

namespace {

template <typename T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};

static_assert(Printable<QByteArray>);
static_assert(!Printable<Secret>);

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsPassedOnHasNoSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("plain", "the table orders has 3 fields", "the table orders has 3 fields");
        row("header", "Authorization: Bearer CANARY-1 next", "Authorization: …");
        row("header of another scheme", "Proxy-Authorization: token CANARY-1, n=CANARY-2\nnext",
            "Proxy-Authorization: …\nnext");
        row("header as JSON", R"({"authorization": "Digest CANARY-1"})", R"({"authorization": …)");
        row("scheme alone", "sent with bearer CANARY-1, twice", "sent with bearer …, twice");
        row("key", "x-api-key: CANARY-1", "x-api-key: …");
        row("JSON", R"({"refresh_token": "CANARY-1", "n":1})", R"({"refresh_token": …, "n":1})");
        row("quotes in it", "{\"password\":\"CA\\\"NARY-1\",\"n\":1}", R"({"password":…,"n":1})");
        // The same once more in a string, and in a string of that; with other quotes here, as moc
        // loses its way in raw strings.
        const auto inString = [](QByteArray text) {
            return text.replace('\'', '"').replace('\\', "\\\\").replace('"', "\\\"");
        };
        const QByteArray hidden("{'password':…,'n':1}");
        row("JSON in a string", inString("{'password':'CANARY 1','n':1}"), inString(hidden));
        row("quotes in it in a string", inString("{'password':'CA\\'NARY-1','n':1}"),
            inString(hidden));
        row("a string in a string", inString(inString("{'password':'CA\\'NARY-1','n':1}")),
            inString(inString(hidden)));
        row("nothing in a string", inString("{'password':'','n':1}"), inString(hidden));
        row("cut off in a string", inString("{'password':'CANARY-1"), inString("{'password':…"));
        row("header in a string", inString("{'Authorization': 'Bearer CANARY-1'}"),
            inString("{'Authorization': …"));
        row("cut off", "{\"password\":\"CANARY-1", R"({"password":…)");
        row("an assertion that is a secret", "grant=x&assertion=CANARY-1&y=1",
            "grant=x&assertion=…&y=1");
        row("one of a client", "client_assertion: CANARY-1", "client_assertion: …");
        row("one of the quality", "urn:li:assertion:a1b2 has 2 runs",
            "urn:li:assertion:a1b2 has 2 runs");
        row("key of a certificate",
            "x -----BEGIN RSA PRIVATE KEY-----\nCANARY\n1\n-----END RSA PRIVATE KEY----- y",
            "x … y");
        row("half a key", "-----BEGIN PRIVATE KEY-----\nCANARY", "…");
        row("code of a sign-in", "grant=x&code=CANARY-1&y=1", "grant=x&code=…&y=1");
        row("spaces in it", R"(password="CANARY 1 2")", "password=…");
        row("form", "grant=x&client_secret=CANARY-1&y=1", "grant=x&client_secret=…&y=1");
        row("cookie", "Set-Cookie: a=CANARY-1; Path=/", "Set-Cookie: …");
        row("JWT", "got eyJhbGciOiJIUzI1NiJ9.CANARY.sig here", "got … here");
        row("user of an address", "https://me:CANARY-1@host/x", "https://host/x");
        row("a word with an @", "https://me:CAN@ARY-1@host/x", "https://host/x");
        row("query of a path", "GET /cb?code=CANARY-1 HTTP/1.1", "GET /cb?… HTTP/1.1");
        row("query of an address", "see https://host/cb?code=CANARY-1 then",
            "see https://host/cb?… then");
        row("fragment", "https://host/cb#t=CANARY-1", "https://host/cb?…");
    }

    void whatIsPassedOnHasNoSecrets()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(portolan::redacted(text), expected);
        QCOMPARE(portolan::redacted(QDir::homePath() + QStringLiteral("/x")),
                 QStringLiteral("~/x"));
    }

    void aLongSecretIsOneAsWell()
    {
        const QString value = QString(500'000, u'x') + QStringLiteral("CANARY");
        for (const auto *form : {"{'password':'%1','n':1}", "{^'password^':^'%1^',^'n^':1}",
                                 "{'password':'^^%1','n':1}", "password=%1&n=1"}) {
            const auto text = QString::fromLatin1(form).replace(u'\'', u'"').replace(u'^', u'\\');
            QCOMPARE(portolan::redacted(text.arg(value)), portolan::redacted(text.arg(u'y')));
        }
    }

    //! A page of a server may be one long word, and who looks for secrets in it must get to its
    //! end.
    void aLongWordIsLookedThroughOnce()
    {
        const auto word = QString(2'000'000, u'x');
        QCOMPARE(portolan::redacted(word + u" token=CANARY-1"_s), QString(word + u" token=…"_s));
        QCOMPARE(portolan::redacted(word + u"-token=CANARY-1"_s), QString(word + u"-token=…"_s));
    }

    void itKeepsTheBytesAndLeavesNoneBehind()
    {
        QByteArray bytes("CANARY-token");
        bytes.detach();
        const Secret secret(std::move(bytes));
        QCOMPARE(secret.reveal().toByteArray(), "CANARY-token");
        QVERIFY(!secret.isEmpty());
        QVERIFY(bytes.isEmpty());
    }

    void whatWasHandedInIsOverwritten()
    {
        // The buffer is our own, so that looking at it afterwards is allowed.
        char buffer[] = "CANARY-token";
        auto bytes = QByteArray::fromRawData(buffer, sizeof buffer - 1);
        bytes.detach();
        const auto *inside = bytes.constData();
        QByteArray shared(bytes);
        {
            const Secret secret(std::move(bytes));
            QCOMPARE(secret.reveal().toByteArray(), "CANARY-token");
        }
        // Shared with somebody else: theirs stays as it is.
        QCOMPARE(shared, "CANARY-token");
        QCOMPARE(shared.constData(), inside);
    }

    void copiesShareOneBuffer()
    {
        Secret copy;
        {
            const Secret first(QByteArray("abc"));
            copy = first;
            QCOMPARE(copy.reveal().data(), first.reveal().data());
        }
        QCOMPARE(copy.reveal().toByteArray(), "abc");
    }

    void nothingIsEmptyAndTerminated()
    {
        const Secret none;
        QVERIFY(none.isEmpty());
        QCOMPARE(none.reveal().size(), 0);
        QCOMPARE(*none.reveal().data(), '\0');
        QVERIFY(Secret(QByteArray()).isEmpty());
    }

    void curlFindsItsEnd()
    {
        const Secret secret(QByteArray("abc"));
        QCOMPARE(secret.reveal().data()[3], '\0');
    }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
