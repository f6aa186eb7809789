// SPDX-License-Identifier: GPL-3.0-or-later
// Searching on Entropy Data itself: what is asked and what its results become.
#include "models/platforms/entropydata/entropydatasearch.h"
#include "tests/net/fakeclient.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using platforms::RemoteHit;
using platforms::entropydata::EntropyDataSearch;
using platforms::entropydata::Portal;
using tests::FakeClient;

namespace {

// In the shape that the document of the vendor gives it (ApiSearchResource).
const QByteArray found = R"({"query":"late","answer":"<b>Certainly!</b>","results":[
{"id":"late-orders","name":"Late orders","resourceType":"DATA_PRODUCT","ownerName":"Order team","description":"All\nof them",
 "url":"https:\/\/elsewhere.example\/x"},
{"id":"c1","name":"","resourceType":"DATA_CONTRACT","description":null},
{"id":"t/x","name":"Late","resourceType":"TAG"},
{"id":"s","name":"Concept","resourceType":"SEMANTIC_CONCEPT"},
{"name":"nameless","resourceType":"TEAM"}, 7]})";

Result<net::HttpResponse> answer(const QByteArray &body, int status = 200)
{
    return net::HttpResponse{.status = status, .body = body};
}

} // namespace

class TestEntropySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void resultsAreTold()
    {
        QUrl asked;
        const auto http = std::make_shared<FakeClient>(
            m_clock, [&](int, const net::HttpRequest &request, const auto &) {
                asked = QUrl(QString::fromUtf8(request.url.text()));
                return std::optional(answer(found));
            });
        EntropyDataSearch search(http, m_base, Portal(u"https://app.example"_s), {});
        const auto hits = search.search(u" late  orders & more? "_s, 10);
        QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().detail));
        QCOMPARE(asked.path(), u"/api/search"_s);
        const QUrlQuery query(asked);
        QCOMPARE(query.queryItemValue(u"searchMode"_s), u"FIND"_s);
        QCOMPARE(query.queryItemValue(u"query"_s, QUrl::FullyDecoded), u"late orders more?"_s);
        QCOMPARE(hits->size(), 3);
        QCOMPARE(hits->at(0),
                 (RemoteHit{.nativeId = u"dataproduct:late-orders"_s,
                            .kind = EntityKind::Product,
                            .type = {},
                            .name = u"Late orders"_s,
                            .snippet = u"All of them"_s,
                            .place = u"Order team"_s,
                            .page = u"https://app.example/dataproducts/late-orders"_s}));
        QCOMPARE(hits->at(1).nativeId, u"datacontract:c1"_s);
        QCOMPARE(hits->at(1).name, u"c1"_s);
        QCOMPARE(hits->at(2).nativeId, u"tag:t/x"_s);
        QCOMPARE(search.search(u"late"_s, 1)->size(), 1);
    }

    //! It answers sixty at most, and some of them are nothing that is shown.
    void aListThatTheServerCutIsNotAll()
    {
        int told = 60;
        const auto http =
            std::make_shared<FakeClient>(m_clock, [&](int, const auto &, const auto &) {
                QByteArrayList results(told, R"({"id":"s","resourceType":"SEMANTIC_CONCEPT"})");
                return std::optional(answer(R"({"results":[)" + results.join(',') + "]}"));
            });
        EntropyDataSearch search(http, m_base, Portal(), {});
        QVERIFY(search.search(u"late"_s, 50)->isEmpty());
        QVERIFY(search.wasCut());
        told = 59;
        QVERIFY(search.search(u"late"_s, 50)->isEmpty());
        QVERIFY(!search.wasCut());
    }

    void withoutAWordNobodyIsAsked()
    {
        const auto http = std::make_shared<FakeClient>(
            m_clock, [](int, const auto &, const auto &) { return std::optional(answer("{}")); });
        EntropyDataSearch search(http, m_base, Portal(), {});
        QVERIFY(search.search(u" ? *"_s, 10)->isEmpty());
        QCOMPARE(http->count(), 0);
    }

    void failuresAreErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("signed out") << 401 << QByteArray() << int(Error::Kind::Unauthorised);
        QTest::newRow("no search there") << 404 << QByteArray() << int(Error::Kind::NotFound);
        QTest::newRow("no JSON") << 200 << QByteArray("words") << int(Error::Kind::Protocol);
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
        EntropyDataSearch search(http, m_base, Portal(), {});
        const auto hits = search.search(u"orders"_s, 10);
        QVERIFY(!hits.has_value());
        QCOMPARE(int(hits.error().kind), kind);
    }

private:
    SystemClock m_clock;
    net::HttpUrl m_base = net::HttpUrl::parse(u"http://127.0.0.1:1"_s).value();
};

QTEST_GUILESS_MAIN(TestEntropySearch)
#include "tst_entropysearch.moc"
