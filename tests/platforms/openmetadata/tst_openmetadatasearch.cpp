// SPDX-License-Identifier: GPL-3.0-or-later
// Searching on OpenMetadata itself: what is asked, what its hits become, and that a hit has the
// name by which a pull knows the same thing, in each release that the stand-in can be.
#include "models/platforms/openmetadata/openmetadataplatform.h"
#include "models/platforms/openmetadata/openmetadatasearch.h"
#include "tests/net/fakeclient.h"
#include "tests/platforms/openmetadata/foldedsink.h"
#include "tests/platforms/openmetadata/standin.h"

#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using platforms::RemoteHit;
using platforms::openmetadata::OpenMetadataSearch;
using platforms::openmetadata::Subscription;
using tests::FakeClient;
using tests::StandIn;

namespace {

constexpr int liveCases = 6;

const QByteArray found = R"({"hits":{"total":{"value":5},"hits":[
{"_source":{"entityType":"table","id":"1","name":"orders","displayName":"Late orders","fullyQualifiedName":"wh.shop.public.orders",
 "description":"One row\nper order","tableType":"Regular","domains":[{"type":"domain","name":"Sales","fullyQualifiedName":"Sales"}]}},
{"_source":{"entityType":"dataProduct","id":"2","name":"Late","fullyQualifiedName":"Late"}},
{"_source":{"entityType":"table","id":"3","name":"gone","fullyQualifiedName":"wh.a.b.gone","deleted":true}},
{"_source":{"entityType":"user","id":"4","name":"late","fullyQualifiedName":"late"}},
{"_source":7}, 8]}})";

Result<net::HttpResponse> answer(const QByteArray &body, int status = 200)
{
    return net::HttpResponse{.status = status, .body = body};
}

} // namespace

class TestOpenMetadataSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void signsMeanThemselves_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked");
        QTest::newRow("words") << u"late orders"_s << u"(late OR late*) AND (orders OR orders*)"_s;
        QTest::newRow("letters") << u"Zöllner_2.x"_s << u"(Zöllner_2.x OR Zöllner_2.x*)"_s;
        QTest::newRow("wildcards") << u"ord*r?"_s << u"\"ord*r?\""_s;
        QTest::newRow("a field") << u"name:x"_s << u"\"name:x\""_s;
        QTest::newRow("operators") << u"a AND b"_s << u"(a OR a*) AND \"AND\" AND (b OR b*)"_s;
        QTest::newRow("quotes") << u"a\"b\\"_s << u"\"a\\\"b\\\\\""_s;
        QTest::newRow("a hyphen") << u"order-events"_s << u"\"order-events\""_s;
    }

    void signsMeanThemselves()
    {
        QFETCH(QString, typed);
        QFETCH(QString, asked);
        QCOMPARE(platforms::openmetadata::literalQuery(platforms::searchWords(typed)), asked);
    }

    void hitsAreTold()
    {
        QUrlQuery asked;
        const auto http = std::make_shared<FakeClient>(
            m_clock, [&](int, const net::HttpRequest &request, const auto &) {
                const QUrl url(QString::fromUtf8(request.url.text()));
                [&] { QCOMPARE(url.path(), u"/api/v1/search/query"_s); }();
                [&] { QCOMPARE(request.mostAttempts, platforms::searchAttempts); }();
                asked = QUrlQuery(url);
                return std::optional(answer(found));
            });
        OpenMetadataSearch search({m_clock, http}, m_base, Subscription({u"Finance"_s}), {});
        const auto hits = search.search(u"late"_s, 10);
        QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().detail));
        QCOMPARE(asked.queryItemValue(u"size"_s), u"10"_s);
        QCOMPARE(asked.queryItemValue(u"index"_s), u"all"_s);
        QCOMPARE(hits->size(), 2);
        QCOMPARE(hits->at(0),
                 (RemoteHit{.nativeId = u"table:wh.shop.public.orders"_s,
                            .kind = domain::EntityKind::Asset,
                            .type = u"table"_s,
                            .name = u"Late orders"_s,
                            .snippet = u"One row per order"_s,
                            .place = u"Sales"_s,
                            .page = u"http://127.0.0.1:1/table/wh.shop.public.orders"_s,
                            .isKept = false}));
        QCOMPARE(hits->at(1).nativeId, u"dataProduct:Late"_s);
        QVERIFY(hits->at(1).kind == domain::EntityKind::Product);
    }

    void withoutAWordNobodyIsAsked()
    {
        const auto http = std::make_shared<FakeClient>(
            m_clock, [](int, const auto &, const auto &) { return std::optional(answer("{}")); });
        OpenMetadataSearch search({m_clock, http}, m_base, Subscription({}), {});
        for (const auto &typed : {u""_s, u"* ?"_s, u"\" (\\"_s})
            QVERIFY(search.search(typed, 10)->isEmpty());
        QCOMPARE(http->count(), 0);
    }

    //! Where the server told as much as it was asked for there may be more, however little of it
    //! is shown.
    void aListThatTheServerCutIsNotAll()
    {
        const QByteArray list = "{\"hits\":{\"hits\":[{\"_source\":{\"entityType\":\"page\"}},"
                                "{\"_source\":{\"entityType\":\"table\",\"name\":\"t\","
                                "\"fullyQualifiedName\":\"a.b.c.t\"}}]}}";
        const auto http = std::make_shared<FakeClient>(
            m_clock, [&](int, const auto &, const auto &) { return std::optional(answer(list)); });
        OpenMetadataSearch search({m_clock, http}, m_base, Subscription({}), {});
        QCOMPARE(search.search(u"orders"_s, 2)->size(), 1);
        QVERIFY(search.wasCut());
        QCOMPARE(search.search(u"orders"_s, 3)->size(), 1);
        QVERIFY(!search.wasCut());
    }

    void failuresAreErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("signed out") << 401 << QByteArray() << int(Error::Kind::Unauthorised);
        QTest::newRow("the index is down") << 503 << QByteArray() << int(Error::Kind::Unavailable);
        QTest::newRow("no JSON") << 200 << QByteArray("<html>") << int(Error::Kind::Protocol);
        QTest::newRow("no hits") << 200 << QByteArray("{}") << int(Error::Kind::Protocol);
    }

    void failuresAreErrors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        const auto http =
            std::make_shared<FakeClient>(m_clock, [&](int, const auto &, const auto &) {
                return std::optional(answer(body, status));
            });
        OpenMetadataSearch search({m_clock, http}, m_base, Subscription({}), {});
        const auto hits = search.search(u"orders"_s, 10);
        QVERIFY(!hits.has_value());
        QCOMPARE(int(hits.error().kind), kind);
    }

    void aHitIsCalledAsThePullCallsIt_data() { releases(); }

    //! Against a server that nobody here wrote: what a pull brought is found, under its own name.
    void aHitIsCalledAsThePullCallsIt()
    {
        QFETCH(QString, release);
        if (!StandIn::missing().isEmpty())
            QSKIP(qPrintable(u"SKIP: %1 cases: "_s.arg(liveCases) + StandIn::missing()));
        StandIn server(release);
        QVERIFY(server.isRunning());
        tests::FoldedSink sink;
        auto session =
            platforms::openmetadata::create()->open(server.settings(), server.services());
        const auto pulled = (*session)->pull({}, true, sink);
        QVERIFY(pulled.has_value());
        int total = 0;
        for (const auto &word : {u"customer"_s, u"order"_s, u"sales"_s}) {
            const auto hits = liveSearch(server, word, 50);
            QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().detail));
            for (const auto &hit : *hits) {
                QVERIFY2(sink.records.contains(hit.nativeId), qPrintable(hit.nativeId));
                const auto record = sink.records.value(hit.nativeId);
                QVERIFY(record.kind == hit.kind);
                QCOMPARE(hit.type, record.type);
                QCOMPARE(hit.name, record.title.isEmpty() ? record.name : record.title);
            }
            total += int(hits->size());
        }
        QVERIFY(total > 2);
        QVERIFY(liveSearch(server, u"zzzqqq"_s, 10)->isEmpty());
    }

    void signsOfALiveServerMeanThemselves_data() { releases(); }

    void signsOfALiveServerMeanThemselves()
    {
        QFETCH(QString, release);
        if (!StandIn::missing().isEmpty())
            QSKIP("SKIP: counted above");
        StandIn server(release);
        QVERIFY(server.isRunning());
        for (const auto &typed : {u"name:customer"_s, u"customer AND zzz"_s, u"(a"_s, u"a\\"_s,
                                  u"\"quoted"_s, u"[a TO b]"_s, u"x^2~"_s}) {
            const auto hits = liveSearch(server, typed, 10);
            QVERIFY2(hits.has_value(), qPrintable(typed));
            if (typed != u"(a"_s && typed != u"a\\"_s)
                QVERIFY2(hits->isEmpty(), qPrintable(typed));
        }
    }

private:
    static void releases()
    {
        QTest::addColumn<QString>("release");
        for (const auto *release : {"1.12", "1.13", "2.0"})
            QTest::newRow(release) << QString::fromLatin1(release);
    }

    static Result<QList<RemoteHit>> liveSearch(StandIn &server, const QString &query, int limit)
    {
        auto search =
            platforms::openmetadata::create()->openSearch(server.settings(), server.services(), {});
        if (!search)
            return tl::unexpected(search.error());
        return (*search)->search(query, limit);
    }

    SystemClock m_clock;
    net::HttpUrl m_base = net::HttpUrl::parse(u"http://127.0.0.1:1"_s).value();
};

QTEST_GUILESS_MAIN(TestOpenMetadataSearch)
#include "tst_openmetadatasearch.moc"
