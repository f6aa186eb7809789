// SPDX-License-Identifier: GPL-3.0-or-later
// Searching on DataHub itself: what is asked, what its hits become, and that a hit has the name by
// which a pull knows the same thing.
#include "models/platforms/datahub/datahubplatform.h"
#include "models/platforms/datahub/datahubsearch.h"
#include "tests/net/fakeclient.h"
#include "tests/platforms/datahub/standin.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using platforms::RemoteHit;
using platforms::datahub::DataHubSearch;
using tests::FakeClient;

namespace {

constexpr int liveCases = 3;

const QByteArray config =
    R"({"versions":{"acryldata/datahub":{"version":"v1.3.0"}},"baseUrl":"https://datahub.example"})";

const QByteArray found = R"json({"data":{"searchAcrossEntities":{"searchResults":[
{"matchedFields":[{"name":"fieldPaths","value":"[version=2.0].[type=string].order_id"}],
 "entity":{"urn":"urn:li:dataset:(urn:li:dataPlatform:kafka,orders,PROD)","properties":{"name":"Orders","description":null},
  "domain":{"domain":{"urn":"urn:li:domain:sales","properties":{"name":"Sales"}}}}},
{"matchedFields":[],"entity":{"urn":"urn:li:dataProduct:late","properties":{"name":"Late orders","description":"First\nsecond"}}},
{"matchedFields":[],"entity":{"urn":"urn:li:dataset:(urn:li:dataPlatform:hive,db.orders_raw,PROD)","subTypes":{"typeNames":["View"]},
  "domain":{"domain":{"urn":"urn:li:domain:other","properties":null}}}},
{"matchedFields":[],"entity":{"urn":"no urn"}}, 7,
{"matchedFields":[],"entity":{"urn":"urn:li:query:whatever"}}]}}})json";

Result<net::HttpResponse> answer(const QByteArray &body, int status = 200)
{
    return net::HttpResponse{.status = status, .body = body};
}

QJsonObject bodyOf(const net::HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

class TestDataHubSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void signsMeanThemselves_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked");
        QTest::newRow("words") << u"late orders"_s << u"late orders"_s;
        QTest::newRow("wildcards") << u"ord*r?"_s << u"ord\\*r\\?"_s;
        QTest::newRow("a field") << u"name:x"_s << u"name\\:x"_s;
        QTest::newRow("excluded") << u"-pii"_s << u"\\-pii"_s;
        QTest::newRow("a hyphen inside") << u"order-events"_s << u"order-events"_s;
        QTest::newRow("operators") << u"a AND b OR NOT"_s << u"a and b or not"_s;
        QTest::newRow("an expression") << u"/q x"_s << u"q x"_s;
        QTest::newRow("slashes inside") << u"s3/a /q"_s << u"s3/a /q"_s;
        QTest::newRow("quotes and brackets") << u"\"(a)\\"_s << u"\\\"\\(a\\)\\\\"_s;
    }

    void signsMeanThemselves()
    {
        QFETCH(QString, typed);
        QFETCH(QString, asked);
        QCOMPARE(platforms::datahub::literalQuery(platforms::searchWords(typed)), asked);
    }

    void hitsAreTold()
    {
        QJsonObject asked;
        const auto http = std::make_shared<FakeClient>(
            m_clock, [&](int, const net::HttpRequest &request, const auto &) {
                if (request.url.shown().contains(u"/config"_s))
                    return std::optional(answer(config));
                asked = bodyOf(request);
                [&] { QVERIFY(request.urgency == net::Urgency::Interactive); }();
                [&] { QCOMPARE(request.mostAttempts, platforms::searchAttempts); }();
                return std::optional(answer(found));
            });
        DataHubSearch search(http, m_base, {}, {});
        const auto hits = search.search(u" late  ord*rs "_s, 10);
        QVERIFY(hits.has_value());
        QCOMPARE(asked[u"variables"_s][u"query"_s].toString(), u"late ord\\*rs"_s);
        QCOMPARE(asked[u"variables"_s][u"count"_s].toInt(), 10);
        QCOMPARE(hits->size(), 3);
        QCOMPARE(hits->at(0),
                 (RemoteHit{.nativeId = u"urn:li:dataset:(urn:li:dataPlatform:kafka,orders,PROD)"_s,
                            .kind = domain::EntityKind::Asset,
                            .type = u"topic"_s,
                            .name = u"Orders"_s,
                            .snippet = u"order_id"_s,
                            .place = u"Sales"_s,
                            .page = hits->at(0).page,
                            .isKept = true}));
        QVERIFY(hits->at(0).page.startsWith(u"https://datahub.example/"_s));
        QCOMPARE(hits->at(1).kind, domain::EntityKind::Product);
        QCOMPARE(hits->at(1).snippet, u"First second"_s);
        QCOMPARE(hits->at(2).name, u"orders_raw"_s);
        QCOMPARE(hits->at(2).type, u"view"_s);
        QCOMPARE(hits->at(2).place, u"other"_s);
    }

    void withoutAWordNobodyIsAsked()
    {
        const auto http = std::make_shared<FakeClient>(
            m_clock, [](int, const auto &, const auto &) { return std::optional(answer("{}")); });
        DataHubSearch search(http, m_base, {}, {});
        for (const auto &typed : {u""_s, u"  "_s, u"* ? \""_s})
            QVERIFY(search.search(typed, 10)->isEmpty());
        QVERIFY(search.search(u"orders"_s, 0)->isEmpty());
        QCOMPARE(http->count(), 0);
    }

    void failuresAreErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("signed out") << 401 << QByteArray() << int(Error::Kind::Unauthorised);
        QTest::newRow("forbidden") << 403 << QByteArray() << int(Error::Kind::Forbidden);
        QTest::newRow("GraphQL") << 200
                                 << QByteArray(R"({"errors":[{"message":"no"}],"data":null})")
                                 << int(Error::Kind::Protocol);
        QTest::newRow("no JSON") << 200 << QByteArray("<html>") << int(Error::Kind::Protocol);
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
        DataHubSearch search(http, m_base, {}, {});
        const auto hits = search.search(u"orders"_s, 10);
        QVERIFY(!hits.has_value());
        QCOMPARE(int(hits.error().kind), kind);
    }

    void aSearchThatIsOverEnds()
    {
        const auto http =
            std::make_shared<FakeClient>(m_clock, [](int, const auto &, const auto &) {
                return std::optional<FakeClient::Outcome>();
            });
        bool isOver = false;
        int looks = 0;
        DataHubSearch search(http, m_base, {}, [&] {
            isOver = ++looks > 2;
            return isOver;
        });
        const auto hits = search.search(u"orders"_s, 10);
        QVERIFY(!hits.has_value());
        QCOMPARE(hits.error().kind, Error::Kind::Cancelled);
        QVERIFY(isOver);
        http->endOpen(answer("{}"));
    }

    //! Against a server that nobody here wrote: what a pull brought is found, under its own name.
    void aHitIsCalledAsThePullCallsIt()
    {
        if (!startStandIn())
            QSKIP(qPrintable(u"SKIP: %1 cases: "_s.arg(liveCases) + tests::StandIn::missing()));
        const auto hits = liveSearch({}, u"customer"_s, 50);
        QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().detail));
        QVERIFY(hits->size() > 1);
        int known = 0;
        for (const auto &hit : *hits) {
            const auto record = m_kept.of(hit.nativeId);
            QVERIFY2(!record.nativeId.isEmpty(), qPrintable(hit.nativeId));
            QVERIFY(record.kind == hit.kind);
            QCOMPARE(hit.name, record.title.isEmpty() ? record.name : record.title);
            ++known;
        }
        QCOMPARE(known, hits->size());
        QCOMPARE(liveSearch({}, u"customer"_s, 1)->size(), 1);
        QVERIFY(liveSearch({}, u"zzzqqq"_s, 10)->isEmpty());
    }

    void hitsOutsideOfTheKeptDomainsSayIt()
    {
        if (!startStandIn())
            QSKIP("SKIP: counted above");
        const auto all = liveSearch({}, u"e"_s, 100);
        QVERIFY(all.has_value());
        QString domain;
        for (const auto &record : std::as_const(m_kept.records)) {
            const bool isOffer = record.kind == domain::EntityKind::Asset
                || record.kind == domain::EntityKind::Product;
            if (isOffer && !record.domain.isEmpty())
                domain = record.domain.last();
        }
        QVERIFY(!domain.isEmpty());
        const auto some = liveSearch({domain}, u"e"_s, 100);
        QVERIFY(some.has_value());
        QCOMPARE(some->size(), all->size());
        int outside = 0;
        for (const auto &hit : *some) {
            const auto record = m_kept.of(hit.nativeId);
            const bool isOffer =
                hit.kind == domain::EntityKind::Asset || hit.kind == domain::EntityKind::Product;
            if (isOffer)
                QCOMPARE(hit.isKept, record.domain.contains(domain));
            outside += hit.isKept ? 0 : 1;
        }
        QVERIFY(outside > 0);
    }

    void signsOfALiveServerMeanThemselves()
    {
        if (!startStandIn())
            QSKIP("SKIP: counted above");
        for (const auto &typed : {u"cust*mer"_s, u"name:customer"_s, u"customer OR zzz"_s, u"(a"_s,
                                  u"a\\"_s, u"\"quoted"_s, u"/q *"_s, u"[a TO b]"_s, u"a^2~"_s}) {
            const auto hits = liveSearch({}, typed, 10);
            QVERIFY2(hits.has_value(), qPrintable(typed));
            if (typed != u"/q *"_s && typed != u"(a"_s && typed != u"a\\"_s)
                QVERIFY2(hits->isEmpty(), qPrintable(typed));
        }
    }

private:
    bool startStandIn()
    {
        if (m_standIn)
            return true;
        if (!tests::StandIn::missing().isEmpty())
            return false;
        auto standIn = std::make_unique<tests::StandIn>();
        if (!standIn->start(
                {u"--token"_s, u"secret:datahub"_s, u"--seed-from"_s, u"../../samples/datahub"_s}))
            return false;
        m_standIn = std::move(standIn);
        platforms::AccountSettings settings;
        settings.url = m_standIn->url();
        m_http = std::make_shared<tests::SignedClient>(m_clock);
        auto session =
            platforms::datahub::create()->open(settings, platforms::Services(m_clock, m_http));
        const auto pulled = session
            ? (*session)->pull({}, true, m_kept)
            : Result<platforms::PullResult>(tl::unexpected(session.error()));
        if (pulled)
            m_kept.end(*pulled);
        return pulled.has_value();
    }

    Result<QList<RemoteHit>> liveSearch(const QStringList &domains, const QString &query, int limit)
    {
        platforms::AccountSettings settings;
        settings.url = m_standIn->url();
        settings.options = QJsonObject{{u"domains"_s, QJsonArray::fromStringList(domains)}};
        auto search = platforms::datahub::create()->openSearch(
            settings, platforms::Services(m_clock, m_http), {});
        if (!search)
            return tl::unexpected(search.error());
        return (*search)->search(query, limit);
    }

    SystemClock m_clock;
    net::HttpUrl m_base = net::HttpUrl::parse(u"http://127.0.0.1:1"_s).value();
    std::shared_ptr<tests::SignedClient> m_http;
    std::unique_ptr<tests::StandIn> m_standIn;
    tests::KeptCatalogue m_kept;
};

QTEST_GUILESS_MAIN(TestDataHubSearch)
#include "tst_datahubsearch.moc"
