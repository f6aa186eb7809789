// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses: what is taken for one, what is built from it, and what a log may show of it.
#include "models/net/httpurl.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using net::HttpUrl;

class TestHttpUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void addressesOfPlatformsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("whole");
        QTest::addColumn<QByteArray>("origin");
        const auto row = [](const char *text, const char *whole, const char *origin) {
            QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(whole)
                                << QByteArray(origin);
        };
        row("https://h.example", "https://h.example/", "https://h.example:443");
        row("HTTPS://H.Example:443/Api", "https://h.example/Api", "https://h.example:443");
        row("https://h:8443/a?b=c#frag", "https://h:8443/a?b=c", "https://h:8443");
        row("http://[::1]:8080/x", "http://[::1]:8080/x", "http://[::1]:8080");
        row("https://h/a/../b", "https://h/b", "https://h:443");
        row("http://2130706433/", "http://127.0.0.1/", "http://127.0.0.1:80");
    }

    void addressesOfPlatformsAreRead()
    {
        QFETCH(QString, text);
        const auto url = HttpUrl::parse(text);
        QVERIFY2(url.has_value(), qPrintable(url ? QString() : url.error().detail));
        QTEST(url->text(), "whole");
        QTEST(url->origin(), "origin");
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text :
             {u"file:///etc/hostname"_s, u"ftp://h/x"_s, u"gopher://h/"_s, u"dict://h/"_s,
              u"javascript:alert(1)"_s, u"https://user:CANARY-pw@h/"_s, u"https://user@h/"_s,
              u"https://h/a\r\nX-Evil: 1"_s, u"https://h/a b"_s, u"https://h/a\tb"_s,
              u"https://h/\u0000"_s, u""_s, u"https://"_s, u"https:///path"_s, u"h.example/x"_s,
              u"https://h:99999/"_s, u"smb://h/share"_s, u"unix:/tmp/s"_s, QString(100, u'/')})
            QTest::newRow(qPrintable(text.toHtmlEscaped())) << text;
    }

    void othersAreRefused()
    {
        QFETCH(QString, text);
        const auto url = HttpUrl::parse(text);
        QVERIFY(!url);
        QCOMPARE(url.error().kind, Error::Kind::Usage);
        QVERIFY(!url.error().detail.contains(u"CANARY"_s));
    }

    void segmentsStayWhole()
    {
        const auto base = HttpUrl::parse(u"https://h/api/"_s).value();
        QCOMPARE(base.below({u"datasets"_s, u"a/b ü?#%"_s})->text(),
                 "https://h/api/datasets/a%2fb%20%c3%bc%3f%23%25");
        QCOMPARE(HttpUrl::parse(u"https://h"_s)->below({u"x"_s})->text(), "https://h/x");
        for (const auto &hostile : {u".."_s, u"."_s, u""_s})
            QVERIFY(!base.below({hostile}));
        QCOMPARE(base.below({u"..\r\nX: y"_s})->text(), "https://h/api/..%0d%0aX%3a%20y");
    }

    void queriesAreEncoded()
    {
        const auto url = HttpUrl::parse(u"https://h/p"_s).value();
        const auto asked = url.withQuery(u"q"_s, u"a&b=c d"_s)->withQuery(u"n=m"_s, u"1"_s).value();
        QCOMPARE(asked.text(), "https://h/p?q=a%26b%3dc%20d&n%3dm=1");
    }

    void whatAServerSendsStaysOnItsHost_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("absolute") << u"https://h/next?p=2"_s << QByteArray("https://h/next?p=2");
        QTest::newRow("path") << u"/next"_s << QByteArray("https://h/next");
        QTest::newRow("relative") << u"next"_s << QByteArray("https://h/api/next");
        QTest::newRow("same port, spelt out")
            << u"https://h:443/next"_s << QByteArray("https://h/next");
        QTest::newRow("another host") << u"https://evil/next"_s << QByteArray();
        QTest::newRow("no scheme") << u"//evil/next"_s << QByteArray();
        QTest::newRow("another port") << u"https://h:444/next"_s << QByteArray();
        QTest::newRow("not encrypted") << u"http://h/next"_s << QByteArray();
        QTest::newRow("file") << u"file:///etc/hostname"_s << QByteArray();
        QTest::newRow("user") << u"https://h@evil/"_s << QByteArray();
        QTest::newRow("line end") << u"/a\r\nX: y"_s << QByteArray();
    }

    void whatAServerSendsStaysOnItsHost()
    {
        QFETCH(QString, reference);
        QFETCH(QByteArray, whole);
        const auto base = HttpUrl::parse(u"https://h/api/list"_s).value();
        const auto url = base.resolved(reference);
        QCOMPARE(url.has_value(), !whole.isEmpty());
        if (url)
            QCOMPARE(url->text(), whole);
        else
            QCOMPARE(url.error().kind, Error::Kind::Protocol);
    }

    void logsShowNoValueOfAQuery()
    {
        const auto url = HttpUrl::parse(u"https://h/p?token=CANARY-1&CANARY-2&page=3"_s).value();
        QCOMPARE(url.shown(), u"https://h/p?token=…&…&page=…"_s);
    }

    void thisMachineIsKnown()
    {
        for (const auto &text : {u"http://localhost:1/"_s, u"http://127.0.0.1/"_s,
                                 u"http://127.9.9.9/"_s, u"http://[::1]/"_s})
            QVERIFY2(HttpUrl::parse(text)->isLoopback(), qPrintable(text));
        for (const auto &text : {u"http://localhost.evil/"_s, u"http://127.0.0.1.evil/"_s,
                                 u"http://10.0.0.1/"_s, u"http://[::2]/"_s})
            QVERIFY2(!HttpUrl::parse(text)->isLoopback(), qPrintable(text));
    }

    void metadataAddressesAreKnown()
    {
        for (const auto *text :
             {"169.254.169.254", "169.254.0.1", "::ffff:169.254.169.254", "fe80::1", "fe80::1%eth0",
              "febf::1", "fd00:ec2::254", "100.100.100.200", "168.63.129.16", "192.0.0.192"})
            QVERIFY2(net::isMetadataAddress(text), text);
        for (const auto *text : {"127.0.0.1", "10.0.0.1", "169.253.1.1", "fec0::1", "::1",
                                 "fd00:ec2::253", "h.example", ""})
            QVERIFY2(!net::isMetadataAddress(text), text);
    }
};

QTEST_APPLESS_MAIN(TestHttpUrl)
#include "tst_httpurl.moc"
