// SPDX-License-Identifier: GPL-3.0-or-later
// Every request that the adapter makes holds against the vendor's own OpenAPI document: what was
// sent to the stand-in is sent once more to Prism, which checks it. PORTOLAN_PRISM names Prism's
// program; without it, ../shared/live/entropy-data/node_modules/.bin/prism is taken.
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/platforms/actionport.h"
#include "models/platforms/entropydata/entropydatasearch.h"
#include "tests/net/fakeclient.h"
#include "tests/platforms/entropydata/entropybench.h"
#include "tests/support/shared.h"

#include <QFileInfo>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::DecisionKind;
using tests::EntropyBench;

namespace {

QString prismProgram()
{
    const auto named = qEnvironmentVariable("PORTOLAN_PRISM");
    const QString program = !named.isEmpty()
        ? named
        : QString(tests::sharedDir() % u"/live/entropy-data/node_modules/.bin/prism"_s);
    return QFileInfo::exists(program) ? program : QString();
}

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

net::HttpMethod methodOf(const QByteArray &word)
{
    for (const auto method :
         {net::HttpMethod::Put, net::HttpMethod::Post, net::HttpMethod::Delete}) {
        if (net::methodName(method) == word)
            return method;
    }
    return net::HttpMethod::Get;
}

//! What a search asks for; the stand-in has none.
QByteArray searchTarget()
{
    const SystemClock clock;
    QByteArray target;
    const auto http = std::make_shared<tests::FakeClient>(
        clock, [&](int, const net::HttpRequest &request, const auto &) {
            const QUrl url(QString::fromUtf8(request.url.text()));
            target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
            return std::optional(Result<net::HttpResponse>(
                net::HttpResponse{.status = 200, .body = R"({"results":[]})"}));
        });
    const auto base = net::HttpUrl::parse(u"http://127.0.0.1:1"_s).value();
    platforms::entropydata::EntropyDataSearch search(http, base, {}, {});
    static_cast<void>(search.search(u"late orders"_s, 10));
    return target;
}

//! Everything that the adapter does, once.
QList<tests::SeenRequest> everyRequest()
{
    EntropyBench bench({.size = 4, .pageSize = 2});
    domain::AccessRequest request{
        .id = QUuid::createUuid(),
        .consumer = {domain::EntityKind::Product, u"dataproduct:product-1"_s, {}},
        .justification = u"To see"_s,
        .from = QDate(2026, 12, 1),
        .to = QDate(2027, 1, 31),
        .asker = {u"Maya"_s, u"maya@acme.example"_s},
        .created = QDateTime(QDate(2026, 11, 27), QTime(9, 0), Qt::UTC)};
    for (const auto &product : {u"0"_s, u"2"_s}) {
        domain::AccessItem item{.port = u"outputport:product-%1#port-%1"_s.arg(product),
                                .product = u"dataproduct:product-"_s + product,
                                .role = u"reader"_s,
                                .fields = {u"a"_s}};
        item.id = domain::itemIdOf(request.id, item.port);
        request.items.append(item);
    }
    const auto decide = [&](qsizetype item, DecisionKind kind) {
        return bench.port().send(
            {.kind = domain::decideRequestKind(),
             .payload = domain::toJson(domain::AccessDecision{.id = QUuid::createUuid(),
                                                              .item = request.items.at(item).id,
                                                              .kind = kind,
                                                              .by = request.asker})});
    };
    QStringList consumers;
    for (const auto &[kind, id] :
         {std::pair(domain::EntityKind::Team, u"team:team-0"_s),
          std::pair(domain::EntityKind::Person, u"person:u@x.example"_s),
          std::pair(domain::EntityKind::Product, u"dataproduct:product-1"_s)}) {
        auto other = request;
        other.id = QUuid::createUuid();
        other.consumer = {kind, id, {}};
        for (auto &item : other.items)
            item.id = domain::itemIdOf(other.id, item.port);
        request = other;
        static_cast<void>(bench.port().send({.kind = domain::createRequestKind(),
                                             .payload = domain::toJson(other),
                                             .attempts = 1}));
    }
    if (!bench.pull())
        return {};
    static_cast<void>(decide(0, DecisionKind::Approve));
    static_cast<void>(decide(0, DecisionKind::Terminate));
    static_cast<void>(decide(1, DecisionKind::Reject));
    static_cast<void>(decide(1, DecisionKind::Withdraw));
    for (const auto &id :
         {u"dataproduct:product-0"_s, u"dataproduct:product-1"_s, u"datacontract:contract-0"_s,
          u"datacontract:contract-1"_s, u"sourcesystem:system-0"_s, u"asset:asset-0"_s}) {
        const auto kind = domain::EntityKind::Product;
        for (const auto &operation :
             {domain::Operation{.kind = domain::describeKind(),
             .payload = domain::toJson(domain::DescriptionEdit{id, kind, u"x"_s})},
              domain::Operation{.kind = domain::tagKind(),
              .payload = domain::toJson(domain::TagEdit{id, kind, {u"t"_s}, {}})},
              domain::Operation{.kind = domain::ownKind(),
              .payload = domain::toJson(domain::OwnerEdit{id, kind, {{u"team:team-9"_s, {}}}})}})
            static_cast<void>(bench.port().send(operation));
    }
    for (const auto &[id, field] : {std::pair(u"datacontract:contract-0#table-0"_s, u"column-1"_s),
                                    std::pair(u"datacontract:contract-1#topic-1"_s, u"amount"_s),
                                    std::pair(u"asset:asset-0"_s, u"id"_s)})
        static_cast<void>(
            bench.port().send({.kind = domain::describeKind(),
                               .payload = domain::toJson(domain::DescriptionEdit{
                                   id, domain::EntityKind::Asset, u"of a field"_s, field})}));
    if (!bench.pull())
        return {};
    auto seen = bench.server.seen();
    seen.append({.method = "GET", .target = searchTarget()});
    return seen;
}

} // namespace

class TestEntropyPrism : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyRequestHoldsAgainstTheVendorsDocument()
    {
        const auto requests = everyRequest();
        QVERIFY(requests.size() > 30);
        const auto has = [&requests](const QByteArray &target, const QByteArray &words) {
            return std::any_of(requests.begin(), requests.end(), [&](const auto &one) {
                return one.target == target && one.body.contains(words);
            });
        };
        QVERIFY(has("/api/v1/lineage", {}));
        QVERIFY(has("/api/datacontracts/contract-0", "of a field"));
        QVERIFY(has("/api/assets/asset-0", "of a field"));
        const auto program = prismProgram();
        const auto specs = tests::sharedFiles(u"specs/entropy-data"_s, {u"openapi.yaml"_s});
        if (program.isEmpty() || specs.isEmpty())
            QSKIP(qPrintable(
                u"without Prism or ../shared: %1 requests are left out"_s.arg(requests.size())));
        const auto port = freePort();
        QProcess prism;
        prism.setProcessChannelMode(QProcess::MergedChannels);
        prism.start(
            program,
            {u"mock"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), specs.first()});
        QVERIFY(prism.waitForStarted());
        QByteArray greeting;
        while (!greeting.contains("listening") && prism.waitForReadyRead(60'000))
            greeting += prism.readAll();
        QVERIFY2(greeting.contains("listening"), greeting.constData());
        const SystemClock clock;
        net::CurlClient client(clock);
        int writes = 0;
        for (const auto &one : requests) {
            net::HttpRequest request;
            request.method = methodOf(one.method);
            request.url = net::HttpUrl::parse(u"http://127.0.0.1:%1%2"_s.arg(port).arg(
                                                  QString::fromLatin1(one.target)))
                              .value();
            request.body = one.body;
            request.expectsJson = false;
            if (!one.accept.isEmpty())
                request.headers.append({"Accept", one.accept});
            request.credential = {.scheme = net::Credential::Scheme::KeyHeader,
                                  .name = "x-api-key",
                                  .secret = Secret("k")};
            const auto answer = client.send(request).takeResult();
            const QByteArray what = one.method + ' ' + one.target + ' ' + one.body + ": ";
            const QByteArray said = what + (answer ? answer->body : answer.error().detail.toUtf8());
            QVERIFY2(answer && answer->status == 200, said.constData());
            writes += one.method == "GET" ? 0 : 1;
        }
        // And it does look: what is not in the document is refused.
        net::HttpRequest wrong;
        wrong.method = net::HttpMethod::Put;
        wrong.url = net::HttpUrl::parse(u"http://127.0.0.1:%1/api/access/x"_s.arg(port)).value();
        wrong.body = R"({"id":"x","info":{}})";
        wrong.credential = {.scheme = net::Credential::Scheme::KeyHeader,
                            .name = "x-api-key",
                            .secret = Secret("k")};
        const auto refused = client.send(wrong).takeResult();
        QVERIFY(refused);
        QCOMPARE(refused->status, 422);
        qInfo("%lld requests, %d of them writes, hold against the vendor's document",
              static_cast<long long>(requests.size()), writes);
        prism.terminate();
        if (!prism.waitForFinished(5000))
            prism.kill();
        prism.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(TestEntropyPrism)

#include "tst_entropyprism.moc"
