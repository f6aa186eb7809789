// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls from Entropy Data: a sweep brings everything and can be killed behind any page, the feed
// brings what changed at the cost of the change, and nothing is taken for gone that is not.
#include "models/formats/openlineage/translate.h"
#include "tests/platforms/entropydata/entropybench.h"
#include "tests/support/shared.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::EntropyBench;
using tests::EntropyShape;
using tests::lineageEvent;

namespace {

//! A shape whose answers a test may replace.
class Bent final : public tests::Shape
{
public:
    using Bend = std::function<std::optional<tests::ApiAnswer>(const tests::ApiRequest &)>;

    Bent(const tests::ShapeSettings &settings, Bend bend)
        : m_shape(settings)
        , m_bend(std::move(bend))
    {
    }

    tests::ApiAnswer answer(const tests::ApiRequest &request) override
    {
        auto bent = m_bend(request);
        return bent ? std::move(*bent) : m_shape.answer(request);
    }

private:
    EntropyShape m_shape;
    Bend m_bend;
};

QStringList rulesIn(const QList<domain::Finding> &findings)
{
    QStringList rules;
    for (const auto &finding : findings)
        rules.append(finding.rule);
    return rules;
}

qsizetype countOf(const tests::MemorySink &local, domain::EntityKind kind)
{
    return std::count_if(local.records.cbegin(), local.records.cend(),
                         [kind](const auto &record) { return record.kind == kind; });
}

QStringList checksIn(const tests::MemorySink &local)
{
    QStringList ids;
    for (auto it = local.records.cbegin(); it != local.records.cend(); ++it) {
        if (it->kind == domain::EntityKind::Check)
            ids.append(it.key());
    }
    return ids;
}

bool leads(const domain::Record &record, const QString &source)
{
    return std::any_of(record.lineage.begin(), record.lineage.end(),
                       [&source](const auto &edge) { return edge.source == source; });
}

//! Edges as text, without where they are told.
QStringList linesOf(const domain::Record &record)
{
    QStringList lines;
    for (const auto &edge : record.lineage)
        lines.append(QString::number(int(edge.level)) % u' ' % edge.source % u'.' % edge.sourceField
                     % u" -> "_s % edge.target % u'.' % edge.targetField % u' ' % edge.job % u' '
                     % edge.transformation.subtype % u' '
                     % edge.lastSeen.toString(Qt::ISODateWithMs));
    lines.sort();
    return lines;
}

const QString table0 = u"dataset:snowflake://acme:MESH.P0.TABLE_0"_s;
const QString raw0 = u"dataset:snowflake://acme:MESH.RAW.RAW_0"_s;
const QString load0 = u"job:dbt:load-0"_s;

//! How many requests for lineage arrived since the last time.
qsizetype lineageRequests(EntropyBench &bench)
{
    const auto seen = bench.server.seen();
    bench.server.forgetSeen();
    return std::count_if(seen.begin(), seen.end(),
                         [](const auto &one) { return one.target.startsWith("/api/v1/lineage"); });
}

QJsonObject renamed(QJsonObject contract, const QString &table)
{
    auto schema = contract.value(u"schema"_s).toArray();
    auto object = schema.at(0).toObject();
    object.insert(u"name"_s, table);
    schema.replace(0, object);
    contract.insert(u"schema"_s, schema);
    return contract;
}

} // namespace

class TestEntropyPull : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aSweepBringsEverything()
    {
        EntropyBench bench;
        const auto pulled = bench.pull();
        QVERIFY2(pulled, pulled ? "" : qPrintable(pulled.error().detail));
        QCOMPARE(pulled->swept, 1);
        QVERIFY(pulled->complete);
        // What files call them joins with them.
        QCOMPARE(bench.local.records.value(u"datacontract:contract-2"_s).datasetKey,
                 u"contract-2"_s);
        QCOMPARE(bench.local.records.value(u"outputport:product-2#port-2"_s).datasetKey,
                 u"port:product-2#port-2"_s);
        // The end of one list is no end of all.
        QVERIFY2(bench.local.told.contains(u"6 of 0 dataproducts"_s),
                 qPrintable(bench.local.told.join(u", "_s)));
        const auto &records = bench.local.records;
        using domain::EntityKind;
        QCOMPARE(countOf(bench.local, EntityKind::Product), 6);
        QCOMPARE(countOf(bench.local, EntityKind::Contract), 6);
        QCOMPARE(countOf(bench.local, EntityKind::Port), 6 + 5); // outputs and inputs
        QCOMPARE(countOf(bench.local, EntityKind::Team), 2);
        QCOMPARE(countOf(bench.local, EntityKind::Domain), 1);
        QCOMPARE(countOf(bench.local, EntityKind::Term), 2);
        QCOMPARE(countOf(bench.local, EntityKind::Tag), 2);

        const auto product = records.value(u"dataproduct:product-2"_s);
        QCOMPARE(product.name, u"Product 2"_s);
        QCOMPARE(product.domain, QStringList{u"Domain 0"_s});
        QCOMPARE(product.ownerId, u"team:team-0"_s);
        QCOMPARE(product.ownerName, u"Team 0"_s);
        QCOMPARE(product.datasetKey, u"product-2"_s);
        QCOMPARE(product.team.first().username, u"owner0@acme.example"_s);
        QCOMPARE(product.native.first().file,
                 QString(bench.server.address() + u"/dataproducts/product-2"_s));
        const auto table = records.value(u"datacontract:contract-2#table-2"_s);
        QCOMPARE(table.datasetKey, u"snowflake:acme:mesh.p2.table_2"_s);
        QVERIFY(table.fields.size() >= 3);
        QCOMPARE(records.value(u"datacontract:contract-1#topic-1"_s).fields.size(), 2);
        const auto port = records.value(u"outputport:product-2#port-2"_s);
        QCOMPARE(port.type, u"SQL"_s);
        QCOMPARE(port.status, u"active"_s);
        QCOMPARE(port.servers.first().setting(u"account"), u"acme"_s);
        QVERIFY(port.relations.contains(
            {domain::Relation::Exposes, u"datacontract:contract-2#table-2"_s}));
        QCOMPARE(records.value(u"outputport:product-1#port-1"_s).type, u"stream"_s);
        QVERIFY(bench.local.slos.contains(u"datacontract:contract-2#sla/latency/table-2"_s));
        QCOMPARE(bench.local.runs.size(), 2);
    }

    //! As the platform's documents show it, or as its portal does.
    void theAddressMayEndWithTheInterface_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto *path : {"", "/", "/api", "/api/"})
            QTest::addRow("\"%s\"", path) << QString::fromLatin1(path);
    }

    void theAddressMayEndWithTheInterface()
    {
        QFETCH(QString, path);
        EntropyBench bench({.size = 1});
        bench.path = path;
        const auto pulled = bench.pull();
        QVERIFY2(pulled, qPrintable(pulled ? QString() : pulled.error().detail));
        QVERIFY(bench.local.records.contains(u"dataproduct:product-0"_s));
    }

    void portsAreJoinedByWhatIsReadAndGranted()
    {
        EntropyBench bench({.size = 6, .pageSize = 100});
        bench.change([](EntropyShape &shape) {
            shape.put(
                u"access"_s,
                {{u"id"_s, u"grant"_s},
                 {u"info"_s,
                  QJsonObject{
                      {u"purpose"_s, u"x"_s}, {u"status"_s, u"approved"_s}, {u"active"_s, true}}},
                 {u"provider"_s,
                  QJsonObject{{u"dataProductId"_s, u"product-3"_s},
                              {u"outputPortId"_s, u"port-3"_s},
                              {u"dataContractId"_s, u"contract-3"_s}}},
                 {u"consumer"_s, QJsonObject{{u"dataProductId"_s, u"product-4"_s}}}});
        });
        QVERIFY(bench.pull());
        const auto &records = bench.local.records;
        const auto input = records.value(u"inputport:product-4#input-4"_s);
        QVERIFY(leads(input, u"outputport:product-3#port-3"_s)); // granted
        QVERIFY(leads(input, u"datacontract:contract-3#topic-3"_s)); // declared
        QVERIFY(leads(records.value(u"dataproduct:product-4"_s), input.nativeId));
        const auto output = records.value(u"outputport:product-4#port-4"_s);
        QVERIFY(leads(output, u"dataproduct:product-4"_s));
        QVERIFY(leads(output, u"datacontract:contract-4#table-4"_s));
        QVERIFY(leads(records.value(u"inputport:product-1#input-1"_s), u"sourcesystem:system-0"_s));
        // Taken back, it leads nowhere; that is told by the access alone.
        bench.change([](EntropyShape &shape) { shape.remove(u"access"_s, u"grant"_s); });
        QVERIFY(bench.pull());
        QVERIFY(!leads(bench.local.records.value(u"inputport:product-4#input-4"_s),
                       u"outputport:product-3#port-3"_s));
        QCOMPARE(bench.difference(), QString());
    }

    void aSweepGoesOnBehindEveryPage()
    {
        EntropyBench whole;
        QVERIFY(whole.pull());
        const auto pages = whole.local.pages;
        const auto requests = whole.requests();
        QVERIFY(pages > 8);
        for (int kill = 1; kill < pages; ++kill) {
            EntropyBench bench;
            bench.local.pagesLeft = kill;
            QVERIFY(!bench.pull());
            bench.local.pagesLeft = -1;
            const auto before = bench.requests();
            const auto pulled = bench.pull();
            QVERIFY2(pulled, pulled ? "" : qPrintable(pulled.error().detail));
            QCOMPARE(pulled->swept, 1);
            const auto after = bench.requests();
            QVERIFY2(
                after < requests,
                qPrintable(
                    u"killed behind page %1: %2 + %3 of %4"_s.arg(kill).arg(before).arg(after).arg(
                        requests)));
            QCOMPARE(bench.difference(), QString());
        }
    }

    void whatMovesUpDuringASweepIsNotTakenForGone()
    {
        EntropyBench bench({.size = 8, .pageSize = 2});
        QVERIFY(bench.pull());
        const auto pages = bench.local.pages;
        int moved = 0;
        for (int kill = 1; kill < pages; ++kill) {
            EntropyBench other({.size = 8, .pageSize = 2});
            QVERIFY(other.pull());
            other.local.pagesLeft = kill;
            QVERIFY(!other.pull(true));
            other.local.pagesLeft = -1;
            other.change([](EntropyShape &shape) {
                shape.remove(u"dataproducts"_s, u"product-0"_s);
                shape.remove(u"datacontracts"_s, u"contract-0"_s);
            });
            const auto pulled = other.pull();
            QVERIFY2(pulled, pulled ? "" : qPrintable(pulled.error().detail));
            QCOMPARE(pulled->swept, 0);
            QVERIFY(!other.local.records.contains(u"dataproduct:product-0"_s));
            QCOMPARE(countOf(other.local, domain::EntityKind::Product), 7);
            // Once more undisturbed, and then the feed is enough.
            QCOMPARE(other.pull()->swept, 3);
            QCOMPARE(other.difference(), QString());
            QVERIFY(other.pull()->unchanged);
            ++moved;
        }
        QVERIFY(moved > 10);
    }

    //! Where things are deleted all the time, no third sweep follows at once, and none is a week
    //! away.
    void aSweepThatWasDisturbedTwiceIsMadeUpForBeforeLong()
    {
        EntropyBench bench({.size = 8, .pageSize = 2});
        QVERIFY(bench.pull());
        for (const auto *gone : {"product-0", "product-1"}) {
            bench.local.pagesLeft = 5;
            QVERIFY(!bench.pull(true));
            bench.local.pagesLeft = -1;
            bench.change([gone](EntropyShape &shape) {
                shape.remove(u"dataproducts"_s, QString::fromLatin1(gone));
            });
            const auto pulled = bench.pull();
            QVERIFY2(pulled, pulled ? "" : qPrintable(pulled.error().detail));
            QCOMPARE(pulled->swept, 0);
        }
        QVERIFY(bench.pull()->unchanged);
        bench.clock.pass(2LL * 3'600'000);
        QVERIFY(bench.pull()->swept != 0);
        bench.clock.pass(2LL * 3'600'000);
        QVERIFY(bench.pull()->unchanged);
        QCOMPARE(bench.difference(), QString());
    }

    void aDeltaCostsWhatChanged()
    {
        for (const bool isRestarted : {false, true}) {
            EntropyBench bench({.size = 40, .pageSize = 1000});
            QVERIFY(bench.pull());
            bench.requests();
            const auto unchanged = bench.pull();
            QVERIFY(unchanged && unchanged->unchanged);
            QCOMPARE(bench.requests(), 1);
            bench.change([](EntropyShape &shape) {
                auto product = shape.thing(u"dataproducts"_s, u"product-6"_s);
                product.insert(u"name"_s, u"Another name"_s);
                shape.put(u"dataproducts"_s, product);
            });
            if (isRestarted)
                bench.restart();
            const auto pulled = bench.pull();
            QVERIFY(pulled && pulled->swept == 0);
            QCOMPARE(bench.local.records.value(u"dataproduct:product-6"_s).name, u"Another name"_s);
            // The feed twice, and the product; teams and accesses where nobody remembers them.
            QCOMPARE(bench.requests(), isRestarted ? 5 : 3);
            QCOMPARE(bench.difference(), QString());
        }
    }

    void whatAPageKeepsDoesNotGrowWithTheCatalogue()
    {
        const auto keptPerPage = [](int products) {
            EntropyBench bench({.size = products, .pageSize = 4});
            return bench.pull() ? double(bench.local.written) / bench.local.pages : -1;
        };
        const auto small = keptPerPage(20);
        const auto large = keptPerPage(200);
        qInfo("bytes of cursor and notes of a page: %.0f of 20 products, %.0f of 200", small,
              large);
        QVERIFY(small > 0);
        QVERIFY(large < 2 * small);
    }

    void whatIsGoneIsRemovedWithItsParts()
    {
        for (const bool isRestarted : {false, true}) {
            EntropyBench bench;
            QVERIFY(bench.pull());
            bench.change([](EntropyShape &shape) {
                shape.remove(u"dataproducts"_s, u"product-4"_s);
                shape.remove(u"datacontracts"_s, u"contract-4"_s);
                shape.remove(u"access"_s, u"access-1"_s);
                shape.remove(u"definitions"_s, u"sales/order/number-0"_s);
                shape.put(u"datacontracts"_s,
                          renamed(shape.thing(u"datacontracts"_s, u"contract-2"_s), u"other"_s));
            });
            if (isRestarted)
                bench.restart();
            const auto pulled = bench.pull();
            QVERIFY2(pulled, pulled ? "" : qPrintable(pulled.error().detail));
            QCOMPARE(pulled->swept, 0);
            const auto &records = bench.local.records;
            for (const auto &gone :
                 {u"dataproduct:product-4"_s, u"outputport:product-4#port-4"_s,
                  u"datacontract:contract-4"_s, u"datacontract:contract-4#table-4"_s,
                  u"datacontract:contract-2#table-2"_s, u"definition:sales/order/number-0"_s})
                QVERIFY2(!records.contains(gone), qPrintable(gone));
            QVERIFY(records.value(u"outputport:product-2#port-2"_s)
                        .relations.contains(
                            {domain::Relation::Exposes, u"datacontract:contract-2#other"_s}));
            // Service levels of what is gone stay until the next sweep.
            bench.local.slos.remove(u"datacontract:contract-2#sla/latency/table-2"_s);
            bench.local.slos.remove(u"datacontract:contract-4#sla/latency/table-4"_s);
            for (const auto &id : bench.local.slos.keys()) {
                if (id.contains(u"contract-4"_s))
                    bench.local.slos.remove(id);
            }
            QCOMPARE(bench.difference(), QString());
        }
    }

    void aTeamThatChangedIsSeenEverywhere()
    {
        EntropyBench bench;
        QVERIFY(bench.pull());
        bench.change([](EntropyShape &shape) {
            auto team = shape.thing(u"teams"_s, u"team-0"_s);
            team.insert(u"name"_s, u"The first"_s);
            shape.put(u"teams"_s, team);
        });
        const auto pulled = bench.pull();
        QVERIFY(pulled);
        QCOMPARE(pulled->swept, 2);
        QCOMPARE(bench.local.records.value(u"dataproduct:product-1"_s).ownerName, u"The first"_s);
        QCOMPARE(bench.difference(), QString());
    }

    void aFeedThatForgotIsSweptOver()
    {
        EntropyBench bench;
        // Nobody is to know more than the other from events that are gone.
        bench.change([](EntropyShape &shape) {
            shape.forgetEvents();
            shape.put(u"tags"_s, {{u"id"_s, u"last"_s}, {u"owner"_s, u"team-0"_s}});
        });
        QVERIFY(bench.pull());
        bench.change([](EntropyShape &shape) {
            shape.remove(u"dataproducts"_s, u"product-5"_s);
            shape.forgetEvents();
            shape.remove(u"dataproducts"_s, u"product-4"_s);
        });
        const auto pulled = bench.pull();
        QVERIFY(pulled);
        QCOMPARE(pulled->swept, 2);
        QVERIFY(rulesIn(pulled->findings).contains(u"entropy-data.feed-gone"_s));
        QVERIFY(!bench.local.records.contains(u"dataproduct:product-5"_s));
        QCOMPARE(bench.difference(), QString());
        const auto again = bench.pull();
        QVERIFY(again && again->unchanged);
    }

    void aStoppedSweepWhoseFeedForgotBeginsAnew_data()
    {
        QTest::addColumn<bool>("isEmptyAtFirst");
        QTest::newRow("its place is gone") << false;
        QTest::newRow("it had no place") << true;
    }

    void aStoppedSweepWhoseFeedForgotBeginsAnew()
    {
        QFETCH(bool, isEmptyAtFirst);
        EntropyBench bench({.size = 6, .pageSize = 2});
        const auto addTag = [](EntropyShape &shape, const QString &id) {
            shape.put(u"tags"_s, {{u"id"_s, id}, {u"owner"_s, u"team-0"_s}});
        };
        bench.change([&](EntropyShape &shape) {
            shape.forgetEvents();
            if (!isEmptyAtFirst)
                addTag(shape, u"first"_s);
        });
        bench.local.pagesLeft = 7;
        QVERIFY(!bench.pull());
        bench.local.pagesLeft = -1;
        bench.change([&](EntropyShape &shape) {
            auto contract = shape.thing(u"datacontracts"_s, u"contract-0"_s);
            shape.put(u"datacontracts"_s, renamed(contract, u"another"_s));
            shape.forgetEvents();
            addTag(shape, u"last"_s);
        });
        const auto pulled = bench.pull();
        QVERIFY2(pulled, pulled ? "" : qPrintable(pulled.error().detail));
        QCOMPARE(pulled->swept, 2);
        QVERIFY(rulesIn(pulled->findings).contains(u"entropy-data.feed-gone"_s));
        QCOMPARE(bench.difference(), QString());
        // The sweep that went on read contracts as well; what they promise is told once.
        QSet<QString> levels;
        for (const auto &slo : pulled->slos)
            levels.insert(slo.nativeId);
        QVERIFY(!levels.isEmpty());
        QCOMPARE(pulled->slos.size(), levels.size());
    }

    void aFeedThatStandsStillIsAnError()
    {
        const tests::ShapeSettings settings{.size = 1};
        EntropyBench bench(settings,
                           std::make_unique<Bent>(settings, [](const tests::ApiRequest &request) {
                               using Answer = std::optional<tests::ApiAnswer>;
                               return request.path == u"/api/events"
                                   ? Answer({.body = R"([{"id":"a","type":"x.TagUpdatedEvent",
                                                          "subject":"t"}])"})
                                   : Answer();
                           }));
        const auto pulled = bench.pull();
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().kind, Error::Kind::Protocol);
        QVERIFY(pulled.error().detail.contains(u"stands still"_s));
        QVERIFY(bench.requests() <= 3);
    }

    //! A gateway that loses the number of the page, or names a next one for ever.
    void aListWithoutAnEndIsAnError_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("isEmpty");
        for (const auto *kind : {"teams", "access", "tags", "datacontracts", "dataproducts"}) {
            QTest::addRow("%s again and again", kind) << QString::fromLatin1(kind) << false;
            QTest::addRow("%s, empty", kind) << QString::fromLatin1(kind) << true;
        }
    }

    void aListWithoutAnEndIsAnError()
    {
        QFETCH(QString, kind);
        QFETCH(bool, isEmpty);
        const tests::ShapeSettings settings{.size = 3};
        int pages = 0;
        EntropyBench bench(
            settings,
            std::make_unique<Bent>(
                settings,
                [&, path = QString(u"/api/"_s + kind)](
                    const tests::ApiRequest &request) -> std::optional<tests::ApiAnswer> {
                    if (request.path != path)
                        return {};
                    // Else it would go on for ever.
                    if (++pages > 20)
                        return tests::ApiAnswer{.status = 400, .body = "{}"};
                    return tests::ApiAnswer{.body = isEmpty ? "[]" : R"([{"id":"one"}])",
                                            .headers = {{"Link", "</next>; rel=\"next\""}}};
                }));
        const auto pulled = bench.pull();
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().kind, Error::Kind::Protocol);
        QVERIFY2(pulled.error().detail.contains(u"has no end"_s),
                 qPrintable(pulled.error().detail));
        QVERIFY(pages < 10);
    }

    //! One document that somebody's generator nested without end: read from a list, and alone.
    void aDocumentThatIsNestedTooDeepIsNoReasonToReadNone_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("alone") << u"dataproducts"_s << u"product-1"_s;
        QTest::newRow("of a list") << u"datacontracts"_s << u"contract-1"_s;
    }

    void aDocumentThatIsNestedTooDeepIsNoReasonToReadNone()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        const tests::ShapeSettings settings{.size = 3, .pageSize = 10};
        auto id = std::make_shared<QString>();
        const auto deepen = [id](QByteArray body) {
            const QByteArray key = "\"id\":\"" + id->toUtf8() + '"';
            const qsizetype at = id->isEmpty() ? -1 : body.indexOf(key);
            const QByteArray deep = QByteArray(1'000, '[') + QByteArray(1'000, ']');
            if (at >= 0)
                body.insert(at + key.size(), QByteArray(",\"generated\":") + deep);
            return body;
        };
        EntropyShape original(settings);
        EntropyBench bench(
            settings,
            std::make_unique<Bent>(
                settings, [&](const tests::ApiRequest &request) -> std::optional<tests::ApiAnswer> {
                    if (!request.path.startsWith(u"/api/"_s + kind))
                        return {};
                    auto answer = original.answer(request);
                    answer.body = deepen(answer.body);
                    return answer;
                }));
        QVERIFY(bench.pull());
        const auto before = bench.local.records;
        *id = name;
        const auto pulled = bench.pull(true);
        QVERIFY2(pulled, qPrintable(pulled ? QString() : pulled.error().detail));
        QVERIFY(pulled->complete);
        QCOMPARE(bench.local.records.keys(), before.keys());
        QStringList places;
        for (const auto &finding : pulled->findings) {
            if (finding.rule == u"document.depth")
                places.append(finding.file % u' ' % QString::number(finding.line));
        }
        QCOMPARE(places.size(), 1);
        QVERIFY2(places.first().endsWith(u'/' + kind + u'/' + name + u" 0"_s),
                 qPrintable(places.first()));
    }

    void anEmptyListRemovesNothing()
    {
        const tests::ShapeSettings settings{.size = 3};
        auto isEmpty = std::make_shared<bool>(false);
        EntropyBench bench(
            settings, std::make_unique<Bent>(settings, [isEmpty](const tests::ApiRequest &request) {
                using Answer = std::optional<tests::ApiAnswer>;
                return *isEmpty && request.path == u"/api/dataproducts" ? Answer({.body = "[]"})
                                                                        : Answer();
            }));
        QVERIFY(bench.pull());
        *isEmpty = true;
        const auto pulled = bench.pull(true);
        QVERIFY(pulled);
        QCOMPARE(pulled->swept, 0);
        QVERIFY(rulesIn(pulled->findings).contains(u"entropy-data.empty-list"_s));
        QCOMPARE(countOf(bench.local, domain::EntityKind::Product), 3);
        *isEmpty = false;
        QVERIFY(bench.pull(true)->swept != 0);
        QCOMPARE(bench.difference(), QString());
    }

    void aListThatIsNotToBeHadRemovesNothing()
    {
        const tests::ShapeSettings settings{.size = 3};
        auto isClosed = std::make_shared<bool>(false);
        EntropyBench bench(
            settings,
            std::make_unique<Bent>(settings, [isClosed](const tests::ApiRequest &request) {
                using Answer = std::optional<tests::ApiAnswer>;
                return *isClosed && request.path == u"/api/assets"
                    ? Answer({.status = 403, .body = "{}"})
                    : Answer();
            }));
        QVERIFY(bench.pull());
        const auto before = bench.local.records;
        *isClosed = true;
        const auto pulled = bench.pull(true);
        QVERIFY(pulled);
        QCOMPARE(pulled->swept, 0);
        QVERIFY(rulesIn(pulled->findings).contains(u"entropy-data.no-list"_s));
        QVERIFY(bench.local.records == before);
    }

    void aSignInThatEndsInTheMiddleKeepsWhatIsThere()
    {
        EntropyBench bench;
        QVERIFY(bench.pull());
        const auto before = bench.local.records;
        bench.server.setKey("another");
        const auto pulled = bench.pull(true);
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().kind, Error::Kind::Unauthorised);
        QVERIFY(bench.local.records == before);
        bench.server.setKey("the-key");
        QVERIFY(bench.pull(true));
        QCOMPARE(bench.difference(), QString());
    }

    //! A check that no contract declares stands in results alone, of which sweeps read the newest
    //! pages: that nobody looked for long does not take it away, nor its history.
    void aCheckThatOnlyOldResultsTellOfStays()
    {
        EntropyBench bench;
        QVERIFY(bench.pull());
        const auto checks = [&bench] { return checksIn(bench.local); };
        const auto before = checks();
        bench.change([](EntropyShape &shape) {
            auto newer = shape.thing(u"test-results"_s, u"run-4"_s);
            for (int n = 0; n < 20; ++n) { // more than the pages that are read
                newer.insert(u"id"_s, u"newer-%1"_s.arg(n));
                shape.put(u"test-results"_s, newer);
            }
        });
        QVERIFY(bench.pull());
        for (int i = 0; i < 2; ++i) { // also where a sweep found it so before
            bench.restart();
            QVERIFY(bench.pull(true));
            QCOMPARE(checks(), before);
        }
        bench.change([](EntropyShape &shape) { shape.remove(u"test-results"_s, u"run-0"_s); });
        QVERIFY(bench.pull());
        QVERIFY(bench.pull(true));
        QCOMPARE(checks().size(), before.size() - 1); // nothing tells of it any more
    }

    //! Of several results of one check the newest has the word, however they come.
    void aCheckThatResultsTellOfIsCalledAsTheNewestSays()
    {
        const auto result = [](const QJsonObject &like, int day, const QString &name) {
            auto other = like;
            const auto time = QDateTime({2026, 11, day}, {8, 0}, Qt::UTC).toString(Qt::ISODate);
            // Neither in the order of the list, nor of their ids.
            other.insert(u"id"_s, u"told-%1"_s.arg(day % 2 == 0 ? 100 - day : day));
            other.insert(u"timestampStart"_s, time);
            other.insert(u"timestampEnd"_s, time);
            auto check = other[u"checks"_s].toArray().first().toObject();
            check.insert(u"type"_s, u"odd"_s); // what it is known by
            check.insert(u"name"_s, name);
            other.insert(u"checks"_s, QJsonArray{check});
            return other;
        };
        const auto put = [&result](EntropyBench &bench, const QList<int> &days) {
            bench.change([&](EntropyShape &shape) {
                const auto like = shape.thing(u"test-results"_s, u"run-4"_s);
                for (const int day : days)
                    shape.put(u"test-results"_s, result(like, day, u"Words of %1"_s.arg(day)));
            });
        };
        const auto told = [](const EntropyBench &bench) {
            QStringList names;
            for (const auto &record : bench.local.records) {
                if (record.name.startsWith(u"Words of"_s))
                    names.append(record.name);
            }
            return names;
        };
        EntropyBench bench;
        put(bench, {21, 24, 22, 23});
        QVERIFY(bench.pull());
        QCOMPARE(told(bench), QStringList{u"Words of 24"_s});
        // By the feed as well: what is told later is not always newer.
        put(bench, {20, 25, 23});
        QVERIFY(bench.pull());
        QCOMPARE(told(bench), QStringList{u"Words of 25"_s});
        bench.restart();
        put(bench, {19});
        QVERIFY(bench.pull());
        QCOMPARE(told(bench), QStringList{u"Words of 25"_s});
        QCOMPARE(bench.difference(), QString());
    }

    //! After a day without the server the feed tells of a result, of many others and of another
    //! team in one pull: the sweep that the team makes necessary does not come as far back.
    void aCheckThatTheFeedToldBeforeASweepStays()
    {
        EntropyBench bench;
        QVERIFY(bench.pull());
        const auto before = checksIn(bench.local);
        QVERIFY(before.size() > 1);
        bench.change([](EntropyShape &shape) {
            shape.put(u"test-results"_s, shape.thing(u"test-results"_s, u"run-0"_s));
            auto newer = shape.thing(u"test-results"_s, u"run-4"_s);
            shape.eventsAtOnce = 10;
            for (int n = 0; n < 30;
                 ++n) { // more than one answer of the feed, and than a sweep reads
                newer.insert(u"id"_s, u"newer-%1"_s.arg(n));
                shape.put(u"test-results"_s, newer);
            }
            auto team = shape.thing(u"teams"_s, u"team-0"_s);
            team.insert(u"name"_s, u"Another name"_s);
            shape.put(u"teams"_s, team);
        });
        const auto pulled = bench.pull();
        QVERIFY(pulled);
        QVERIFY(pulled->swept != 0);
        QCOMPARE(checksIn(bench.local), before);
    }

    //! What pipelines told the platform: datasets, jobs, and edges between columns as well.
    void lineageOfPipelinesIsRead()
    {
        EntropyBench bench;
        bench.change([](EntropyShape &shape) {
            auto event = lineageEvent(u"copy"_s, u"MESH.RAW.RAW_0"_s, u"MESH.X.COPY"_s);
            auto outputs = event[u"outputs"_s].toArray();
            auto output = outputs.at(0).toObject();
            output.insert(
                u"facets"_s,
                QJsonObject{{u"entropy_data"_s, QJsonObject{{u"assetId"_s, u"asset-1"_s}}}});
            outputs.replace(0, output);
            event.insert(u"outputs"_s, outputs);
            shape.putLineage(event);
        });
        QVERIFY(bench.pull());
        const auto table = bench.local.records.value(table0);
        QCOMPARE(
            linesOf(table),
            (QStringList{
                u"1 %1. -> %2. %3  2026-11-20T08:00:00.000Z"_s.arg(raw0, table0, load0),
                u"2 %1.id -> %2.id %3 IDENTITY 2026-11-20T08:00:00.000Z"_s.arg(raw0, table0, load0),
                u"3 %1. -> %2. %1  2026-11-20T08:00:00.000Z"_s.arg(load0, table0)}));
        // What the contract calls that table has the same key, and is one thing with it.
        QCOMPARE(table.datasetKey,
                 bench.local.records.value(u"datacontract:contract-0#table-0"_s).datasetKey);
        QCOMPARE(table.fields.first().path, u"id"_s);
        const domain::RelationTo isPart{domain::Relation::PartOf, u"dataproduct:product-0"_s};
        QVERIFY(table.relations.contains(isPart));
        QVERIFY(!bench.local.records.value(raw0).relations.contains(isPart));
        const auto job = bench.local.records.value(load0);
        QVERIFY(job.relations.contains(isPart));
        QCOMPARE(job.native.first().file,
                 QString(bench.server.address() % u"/dataproducts/product-0"_s));
        QCOMPARE(bench.local.records.value(u"dataset:snowflake://acme:MESH.X.COPY"_s).sameAs,
                 u"asset:asset-1"_s);
    }

    //! Where a person keeps a dataset and an asset apart, no event makes them one; that is decided
    //! between two pulls, and tells itself anew.
    void whatAPersonKeepsApartIsTwoThings()
    {
        EntropyBench bench;
        bench.change([](EntropyShape &shape) {
            auto event = lineageEvent(u"copy"_s, u"A"_s, u"B"_s);
            event.insert(u"outputs"_s,
                         QJsonArray{QJsonObject{
                             {u"namespace"_s, u"n"_s},
                             {u"name"_s, u"B"_s},
                             {u"facets"_s,
                              QJsonObject{{u"entropy_data"_s,
                                           QJsonObject{{u"assetId"_s, u"asset-0"_s}}}}}}});
            shape.putLineage(event);
        });
        QVERIFY(bench.pull());
        QCOMPARE(bench.local.records.value(u"dataset:n:B"_s).sameAs, u"asset:asset-0"_s);
        bench.local.apart = {{u"asset:asset-0"_s, u"dataset:n:B"_s}};
        QVERIFY(bench.pull());
        QCOMPARE(bench.local.records.value(u"dataset:n:B"_s).sameAs, QString());
        // And once is enough, for another session as well.
        bench.server.forgetSeen();
        bench.restart();
        QVERIFY(bench.pull());
        QCOMPARE(lineageRequests(bench), 0);
    }

    //! No feed tells of lineage, and there is no "since": it is asked for once an hour, and of the
    //! answer what differs is written.
    void lineageIsAskedForOnceAnHour()
    {
        EntropyBench bench({.size = 40, .pageSize = 1000});
        QVERIFY(bench.pull());
        QCOMPARE(lineageRequests(bench), 1);
        bench.change([](EntropyShape &shape) {
            shape.putLineage(lineageEvent(u"more"_s, u"MESH.P0.TABLE_0"_s, u"MESH.P2.TABLE_2"_s));
            shape.removeLineage(u"load-4"_s);
        });
        QVERIFY(bench.pull()->unchanged);
        QCOMPARE(lineageRequests(bench), 0);
        for (const bool isNews : {true, false}) {
            bench.clock.pass(3600'000);
            bench.restart(); // what was told is known to a new session as well
            const auto pages = bench.local.pages;
            const auto pulled = bench.pull();
            QVERIFY(pulled);
            QCOMPARE(lineageRequests(bench), 1);
            QCOMPARE(pulled->unchanged, !isNews);
            QCOMPARE(bench.local.pages - pages, isNews ? 1 : 0);
            QCOMPARE(bench.difference(), QString());
            bench.server.forgetSeen();
        }
        QVERIFY(bench.local.records.contains(u"job:dbt:more"_s));
        QVERIFY(!bench.local.records.contains(u"job:dbt:load-4"_s));
    }

    //! Events in pages mean what they mean in one.
    void lineageInPagesIsTheSame()
    {
        EntropyBench whole;
        QVERIFY(whole.pull());
        EntropyBench paged;
        paged.change([](EntropyShape &shape) { shape.lineageAtOnce = 1; });
        QVERIFY(paged.pull());
        QCOMPARE(lineageRequests(paged), 3);
        QCOMPARE(linesOf(paged.local.records.value(table0)),
                 linesOf(whole.local.records.value(table0)));
        QCOMPARE(paged.local.records.size(), whole.local.records.size());
    }

    //! A server that names one more page for ever, and tells nothing new there, has no end.
    void lineageThatRepeatsAPageEndsInWords()
    {
        const tests::ShapeSettings settings{.size = 2};
        EntropyBench bench(settings,
                           std::make_unique<Bent>(settings, [](const tests::ApiRequest &request) {
                               using Answer = std::optional<tests::ApiAnswer>;
                               if (request.path != u"/api/v1/lineage")
                                   return Answer();
                               const QJsonArray events{lineageEvent(u"a"_s, u"A"_s, u"B"_s)};
                               Answer answer({.body = QJsonDocument(events).toJson()});
                               answer->headers.append(
                                   tests::Header{"Link",
                                                 "<http://" + request.headers.value("host")
                                                     + request.rawPath + "?p=1>; rel=\"next\""});
                               return answer;
                           }));
        const auto pulled = bench.pull();
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().kind, Error::Kind::Protocol);
        QCOMPARE(lineageRequests(bench), 2);
    }

    //! More than one answer may have comes by types of events, and by products.
    void moreLineageThanAnAnswerMayHaveComesInParts()
    {
        const tests::ShapeSettings settings{.size = 6};
        auto isLarge = std::make_shared<std::function<bool(const tests::ApiRequest &)>>();
        EntropyBench bench(
            settings, std::make_unique<Bent>(settings, [isLarge](const tests::ApiRequest &request) {
                using Answer = std::optional<tests::ApiAnswer>;
                return request.path == u"/api/v1/lineage" && (*isLarge)(request)
                    ? Answer({.status = 413, .body = "{}"}) // as an answer over the cap
                    : Answer();
            }));
        *isLarge = [](const tests::ApiRequest &request) { return request.query.isEmpty(); };
        const auto byType = bench.pull();
        QVERIFY2(byType, byType ? "" : qPrintable(byType.error().detail));
        QVERIFY(byType->complete);
        QVERIFY(bench.local.records.contains(table0));
        // Those that belong to no product are not to be had then, and nothing is taken for gone.
        *isLarge = [](const tests::ApiRequest &request) {
            return request.parameter(u"dataProductId"_s).isEmpty();
        };
        const auto byProduct = bench.pull(true);
        QVERIFY(byProduct);
        QVERIFY(!byProduct->complete);
        QVERIFY(rulesIn(byProduct->findings).contains(u"entropy-data.lineage-too-large"_s));
        QVERIFY(bench.local.records.contains(table0));
    }

    void lineageThatIsNotToBeHadRemovesNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("rule");
        QTest::newRow("an older server") << 404 << u"entropy-data.no-list"_s;
        QTest::newRow("a key without the right") << 403 << u"entropy-data.no-list"_s;
        QTest::newRow("an empty list") << 200 << u"entropy-data.empty-list"_s;
    }

    void lineageThatIsNotToBeHadRemovesNothing()
    {
        QFETCH(const int, status);
        QFETCH(const QString, rule);
        const tests::ShapeSettings settings{.size = 3};
        auto isClosed = std::make_shared<bool>(true);
        EntropyBench bench(
            settings,
            std::make_unique<Bent>(settings, [isClosed, status](const tests::ApiRequest &request) {
                using Answer = std::optional<tests::ApiAnswer>;
                return *isClosed && request.path == u"/api/v1/lineage"
                    ? Answer({.status = status, .body = "[]"})
                    : Answer();
            }));
        // Where there never was any, that is no loss: everything was seen.
        QVERIFY(bench.pull()->complete);
        QVERIFY(!bench.local.records.contains(table0));
        *isClosed = false;
        QVERIFY(bench.pull(true)->complete);
        const auto before = bench.local.records;
        QVERIFY(before.contains(table0));
        *isClosed = true;
        const auto swept = bench.pull(true);
        QVERIFY(swept);
        QVERIFY(!swept->complete);
        QVERIFY(rulesIn(swept->findings).contains(rule));
        bench.clock.pass(3600'000);
        QVERIFY(bench.pull());
        QVERIFY(bench.local.records == before);
        *isClosed = false;
        QVERIFY(bench.pull(true)->complete);
        QVERIFY(bench.local.records == before);
    }

    //! Events are forgotten after 90 days: where nobody sends any more, none are left, and that is
    //! no mistake for ever.
    void lineageThatIsEmptyForADayIsGone()
    {
        const tests::ShapeSettings settings{.size = 3};
        auto isEmpty = std::make_shared<bool>(false);
        EntropyBench bench(
            settings, std::make_unique<Bent>(settings, [isEmpty](const tests::ApiRequest &request) {
                using Answer = std::optional<tests::ApiAnswer>;
                return *isEmpty && request.path == u"/api/v1/lineage" ? Answer({.body = "[]"})
                                                                      : Answer();
            }));
        QVERIFY(bench.pull());
        QVERIFY(bench.local.records.contains(table0));
        *isEmpty = true;
        QVERIFY(!bench.pull(true)->complete);
        bench.clock.pass(23LL * 3600'000);
        QVERIFY(bench.pull());
        QVERIFY(bench.local.records.contains(table0));
        // For a moment there was one: it begins anew.
        *isEmpty = false;
        bench.clock.pass(3600'000);
        QVERIFY(bench.pull());
        *isEmpty = true;
        bench.clock.pass(2LL * 3600'000);
        QVERIFY(!bench.pull(true)->complete);
        QVERIFY(bench.local.records.contains(table0));
        bench.restart();
        bench.clock.pass(24LL * 3600'000);
        const auto pulled = bench.pull();
        QVERIFY(pulled && !pulled->unchanged);
        QVERIFY(!bench.local.records.contains(table0));
        QVERIFY(!bench.local.records.contains(load0));
        QVERIFY(bench.local.records.contains(u"datacontract:contract-0#table-0"_s));
        QVERIFY(bench.pull(true)->complete);
    }

    //! Events of products elsewhere stay out, with what they alone name.
    void lineageOfOtherDomainsStaysOut()
    {
        EntropyBench bench({.size = 12});
        bench.options = {{u"domains"_s, QJsonArray{u"Domain 0"_s}}};
        bench.change([](EntropyShape &shape) {
            shape.putLineage(lineageEvent(u"free"_s, u"MESH.P0.TABLE_0"_s, u"MESH.X.FREE"_s));
            shape.putLineage(
                lineageEvent(u"others"_s, u"MESH.X.FREE"_s, u"MESH.P0.TABLE_0"_s, u"product-8"_s));
        });
        QVERIFY(bench.pull());
        const auto &records = bench.local.records;
        QVERIFY(records.contains(table0));
        QVERIFY(records.contains(u"job:dbt:free"_s)); // of no product
        QVERIFY(!records.contains(u"dataproduct:product-8"_s));
        QVERIFY(!records.contains(u"job:dbt:load-8"_s));
        QVERIFY(!records.contains(u"dataset:snowflake://acme:MESH.P8.TABLE_8"_s));
        // Nor does what they did with a dataset that is kept.
        const auto told = linesOf(records.value(table0));
        QVERIFY2(!told.isEmpty() && told.filter(u"others"_s).isEmpty(),
                 qPrintable(told.join(u'\n')));
    }

    //! Real events mean here what they mean in a file.
    void realEventsMeanWhatTheyMeanInAFile()
    {
        const auto files =
            tests::sharedFiles(u"samples/derived"_s,
                               {u"openlineage-valid.ndjson"_s, u"marquez-food_delivery.ndjson"_s});
        if (files.isEmpty())
            QSKIP("without ../shared: 2 files of events are left out");
        EntropyBench bench({.size = 0});
        formats::openlineage::Fold fold;
        fold.addFile(u"f"_s);
        qsizetype events = 0;
        for (const auto &name : files) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const auto &line : file.readAll().split('\n')) {
                const auto event = QJsonDocument::fromJson(line);
                if (!event.isObject())
                    continue;
                ++events;
                bench.change([&](EntropyShape &shape) { shape.putLineage(event.object()); });
                formats::json::JsonParser parser;
                const auto text = event.toJson(QJsonDocument::Compact);
                const std::string_view view(text.constData(), std::size_t(text.size()));
                const auto read =
                    formats::openlineage::readEvent(parser.parse(view, view).value_unsafe());
                if (read.event)
                    fold.add(*read.event, {});
            }
        }
        QVERIFY(events > 50);
        const auto pulled = bench.pull();
        QVERIFY2(pulled, pulled ? "" : qPrintable(pulled.error().detail));
        const auto expected = formats::openlineage::translate(fold.result(), {u"f"_s});
        QVERIFY(expected.size() > 20);
        QCOMPARE(bench.local.records.size(), expected.size());
        qsizetype columns = 0;
        for (const auto &record : expected) {
            const auto &ours = bench.local.records.value(record.nativeId);
            QCOMPARE(linesOf(ours), linesOf(record));
            QCOMPARE(ours.fields, record.fields);
            for (const auto &edge : record.lineage)
                columns += edge.level == domain::LineageLevel::Field ? 1 : 0;
        }
        QVERIFY(columns > 10);
    }

    void onlySubscribedDomainsAreKept()
    {
        EntropyBench bench({.size = 12});
        bench.options = {{u"domains"_s, QJsonArray{u"Domain 0"_s}}};
        QVERIFY(bench.pull());
        QVERIFY(bench.local.records.contains(u"dataproduct:product-0"_s));
        QVERIFY(!bench.local.records.contains(u"dataproduct:product-9"_s));
    }

    //! Also where somebody wrote them in another case.
    void otherDomainsAreKeptFromTheNextPullOn()
    {
        EntropyBench bench({.size = 12});
        QVERIFY(bench.pull());
        const auto all = bench.local.records;
        QVERIFY(all.contains(u"dataproduct:product-0"_s)
                && all.contains(u"dataproduct:product-9"_s));
        bench.options = {{u"domains"_s, QJsonArray{u"domain 0"_s}}};
        bench.restart();
        QVERIFY(bench.pull()->swept != 0);
        QVERIFY(bench.local.records.contains(u"dataproduct:product-0"_s));
        QVERIFY(!bench.local.records.contains(u"dataproduct:product-9"_s));
        QCOMPARE(bench.pull()->swept, 0);
        bench.options = {{u"domains"_s, QJsonArray{u"Domain 1"_s}}};
        bench.restart();
        QVERIFY(bench.pull()->swept != 0);
        QVERIFY(!bench.local.records.contains(u"dataproduct:product-0"_s));
        QVERIFY(bench.local.records.contains(u"dataproduct:product-9"_s));
        bench.options = {};
        bench.restart();
        QVERIFY(bench.pull()->swept != 0);
        QCOMPARE(bench.local.records.keys(), all.keys());
    }

    //! Most likely it is written otherwise: nothing goes, lineage included, and all names are told.
    void whereNoneOfTheDomainsIsThereNothingGoes()
    {
        EntropyBench bench({.size = 12});
        bench.options = {{u"domains"_s, QJsonArray{u"Domain 0"_s}}};
        QVERIFY(bench.pull());
        const auto before = bench.local.records;
        bench.options = {{u"domains"_s, QJsonArray{u"Domain O"_s}}};
        bench.restart();
        const auto pulled = bench.pull();
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().kind, Error::Kind::Usage);
        QVERIFY2(pulled.error().detail.endsWith(u"there are “Domain 0”, “Domain 1”"_s),
                 qPrintable(pulled.error().detail));
        QVERIFY(bench.local.records == before);
    }

    //! What is tested is a contract: results of those that are not kept say nothing here.
    void resultsOfOtherDomainsStayOut()
    {
        EntropyBench bench({.size = 12});
        QVERIFY(bench.pull());
        const auto all = checksIn(bench.local);
        bench.options = {{u"domains"_s, QJsonArray{u"Domain 1"_s}}};
        EntropyBench other({.size = 12});
        other.options = bench.options;
        QVERIFY(other.pull());
        const auto isOfOthers = [](const QString &id) {
            return id.contains(u"contract-0"_s) || id.contains(u"contract-1#"_s);
        };
        QVERIFY(std::any_of(all.begin(), all.end(), isOfOthers));
        const auto kept = checksIn(other.local);
        QVERIFY(!kept.isEmpty());
        QVERIFY2(std::none_of(kept.begin(), kept.end(), isOfOthers), qPrintable(kept.join(u'\n')));
        QVERIFY(kept.size() < all.size());
    }

    //! The feed tells of the product, and nothing of its lineage.
    void aProductThatMovesTakesItsLineageAlong()
    {
        EntropyBench bench({.size = 12});
        bench.options = {{u"domains"_s, QJsonArray{u"Domain 0"_s}}};
        const auto moveTo = [&](const QString &team) {
            bench.change([&](EntropyShape &shape) {
                auto product = shape.thing(u"dataproducts"_s, u"product-8"_s);
                product.insert(u"team"_s, QJsonObject{{u"name"_s, team}});
                shape.put(u"dataproducts"_s, product);
            });
        };
        const auto has = [&](const QString &id) { return bench.local.records.contains(id); };
        QVERIFY(bench.pull());
        QVERIFY(!has(u"job:dbt:load-8"_s));
        moveTo(u"team-0"_s);
        QCOMPARE(bench.pull()->swept, 0);
        QVERIFY(has(u"dataproduct:product-8"_s));
        QVERIFY(has(u"job:dbt:load-8"_s));
        QVERIFY(has(u"dataset:snowflake://acme:MESH.P8.TABLE_8"_s));
        moveTo(u"team-2"_s);
        QCOMPARE(bench.pull()->swept, 0);
        QVERIFY(!has(u"dataproduct:product-8"_s));
        QVERIFY(!has(u"job:dbt:load-8"_s));
        QVERIFY(!has(u"dataset:snowflake://acme:MESH.P8.TABLE_8"_s));
    }

    void accessesAreRequestsWithTheirOutcome()
    {
        EntropyBench bench({.size = 4});
        bench.change([](EntropyShape &shape) {
            for (const auto &[id, status] : {std::pair(u"access-1"_s, u"requested"_s),
                                             std::pair(u"access-3"_s, u"approved"_s)}) {
                auto access = shape.thing(u"access"_s, id);
                auto info = access.value(u"info"_s).toObject();
                info.insert(u"status"_s, status);
                info.insert(u"active"_s, status == u"approved");
                access.insert(u"info"_s, info);
                shape.put(u"access"_s, access);
            }
        });
        QVERIFY(bench.pull());
        QCOMPARE(bench.local.book.requests.size(), 2);
        const auto open = bench.local.book.requests.at(0);
        QCOMPARE(open.request.justification, u"Number 1 needs it"_s);
        QCOMPARE(open.request.items.first().port, u"outputport:product-0#port-0"_s);
        QCOMPARE(open.request.items.first().nativeId, u"access:access-1"_s);
        QCOMPARE(open.request.consumer.kind, domain::EntityKind::Product);
        QCOMPARE(open.request.items.first().steps.first().approvers,
                 QStringList{u"owner0@acme.example"_s});
        QVERIFY(open.request.created.isValid());
        QCOMPARE(tests::outcomeIn(bench.local.book, open.request.id)->state,
                 domain::RequestState::Submitted);
        const auto granted = bench.local.book.requests.at(1);
        const auto outcome = tests::outcomeIn(bench.local.book, granted.request.id);
        QCOMPARE(outcome->state, domain::RequestState::Approved);
        QCOMPARE(outcome->items.first().agreement->to, QDate(2026, 12, 31));
        QCOMPARE(rulesIn(granted.findings), QStringList{u"entropy-data.reason"_s});
    }

    void whereNoTeamIsNamedTheProductsOwnerDecides()
    {
        EntropyBench bench({.size = 4});
        bench.change([](EntropyShape &shape) {
            auto access = shape.thing(u"access"_s, u"access-1"_s);
            auto info = access.value(u"info"_s).toObject();
            info.insert(u"status"_s, u"requested"_s);
            access.insert(u"info"_s, info);
            // As what is sent from here: the interface asks for product and port alone.
            auto provider = access.value(u"provider"_s).toObject();
            provider.remove(u"teamId"_s);
            access.insert(u"provider"_s, provider);
            shape.put(u"access"_s, access);
        });
        const auto approvers = [&bench] {
            return bench.local.book.requests.at(0).request.items.first().steps.first().approvers;
        };
        QVERIFY(bench.pull());
        QCOMPARE(approvers(), QStringList{u"owner0@acme.example"_s});
        // Also by a session that read no product, and after the feed told of the request alone.
        bench.restart();
        bench.change([](EntropyShape &shape) {
            auto access = shape.thing(u"access"_s, u"access-1"_s);
            access.insert(u"tags"_s, QJsonArray{u"urgent"_s});
            shape.put(u"access"_s, access);
        });
        QVERIFY(bench.pull());
        QCOMPARE(approvers(), QStringList{u"owner0@acme.example"_s});
    }
};

QTEST_GUILESS_MAIN(TestEntropyPull)

#include "tst_entropypull.moc"
