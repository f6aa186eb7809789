// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls from the stand-in: a whole sweep of the vendor's samples, one that is killed and goes on,
// deltas, and what goes wrong on the way.
#include "models/platforms/datahub/datahubplatform.h"
#include "models/platforms/datahub/urn.h"
#include "tests/platforms/datahub/standin.h"
#include "tests/support/shared.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;

namespace {

const QString hive = u"urn:li:dataset:(urn:li:dataPlatform:hive,%1,PROD)"_s;

//! A search index that does not have a thing yet: the listings leave it out.
class LaggingClient final : public net::HttpClient
{
public:
    LaggingClient(std::shared_ptr<net::HttpClient> client, QString urn)
        : m_client(std::move(client))
        , m_urn(std::move(urn))
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request, net::BodySink sink) override
    {
        const bool isListing = request.url.text().contains("entity/scroll");
        auto answer = m_client->stream(std::move(request), std::move(sink));
        if (!isListing)
            return answer;
        return answer.then([urn = m_urn](Result<net::HttpResponse> response) {
            if (!response)
                return response;
            auto json = QJsonDocument::fromJson(response->body).object();
            QJsonArray left;
            const auto entities = json.value(u"entities"_s).toArray();
            for (const auto &entity : entities) {
                if (entity[u"urn"_s].toString() != urn)
                    left.append(entity);
            }
            json.insert(u"entities"_s, left);
            response->body = QJsonDocument(json).toJson();
            return response;
        });
    }

private:
    std::shared_ptr<net::HttpClient> m_client;
    QString m_urn;
};

//! Notes of which things a request asks for nothing but what they are made from.
class CountingClient final : public net::HttpClient
{
public:
    explicit CountingClient(std::shared_ptr<net::HttpClient> client)
        : m_client(std::move(client))
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request, net::BodySink sink) override
    {
        if (request.body.contains(R"("upstreamLineage":{})")) {
            const auto lists = QJsonDocument::fromJson(request.body).object();
            for (const auto &list : lists) {
                const auto items = list.toArray();
                for (const auto &item : items)
                    asked.append(item[u"urn"_s].toString());
            }
        }
        return m_client->stream(std::move(request), std::move(sink));
    }

    QStringList asked;

private:
    std::shared_ptr<net::HttpClient> m_client;
};

//! A server, an account on it, and what its pulls brought.
struct Account
{
    explicit Account(const QStringList &arguments)
        : client(std::make_shared<tests::SignedClient>(network))
        , prompt(std::make_shared<tests::PromptClient>(client))
        , platform(platforms::datahub::create())
    {
        started = server.start(QStringList{u"--token"_s, u"secret:datahub"_s} + arguments);
        settings.name = u"corp"_s;
        settings.platform = u"datahub"_s;
        settings.url = server.url();
    }

    Result<platforms::PullResult> pull(bool full = false)
    {
        const auto http = through ? through : prompt;
        auto session = platform->open(settings, {clock, http});
        if (!session)
            return tl::unexpected(session.error());
        auto result = (*session)->pull(kept.cursor, full, kept);
        if (result)
            kept.end(*result);
        return result;
    }

    tests::StandIn server;
    SystemClock network;
    tests::ManualClock clock;
    std::shared_ptr<tests::SignedClient> client;
    std::shared_ptr<net::HttpClient> prompt; //!< \a client, which waits for no events
    std::shared_ptr<net::HttpClient> through; //!< instead of \a prompt, where there is one
    std::unique_ptr<platforms::Platform> platform;
    platforms::AccountSettings settings;
    tests::KeptCatalogue kept;
    bool started = false;
};

QStringList samples()
{
    return {u"--seed-from"_s, u"../../samples/datahub"_s};
}

QStringList made(int assets)
{
    return {u"--synthetic"_s, QString::number(assets), u"--seed"_s, u"1"_s};
}

// Says why where it failed.
#define VERIFY_PULLED(result)                                                                      \
    do {                                                                                           \
        const auto &outcome = (result);                                                            \
        QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().detail));   \
    } while (false)

} // namespace

class TestDataHubSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        if (const auto missing = tests::StandIn::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"1 case against the stand-in is left out: "_s + missing));
    }

    void everySampleIsReadWithoutLoss()
    {
        Account account(samples());
        QVERIFY(account.started);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QVERIFY(pulled->swept == 1);
        QCOMPARE(account.kept.fullBars, 0); // at each type there are others to come
        QVERIFY2(pulled->findings.isEmpty(), qPrintable(textOf(pulled->findings)));

        const auto state = account.server.get(u"state"_s).object();
        QVERIFY(state.size() > 500);
        int things = 0;
        int fields = 0;
        int edges = 0;
        for (auto it = state.begin(); it != state.end(); ++it) {
            const auto aspects = it.value().toObject();
            const auto type = platforms::datahub::typeOf(it.key());
            if (!isRead(type) || aspects[u"status"_s][u"removed"_s].toBool())
                continue;
            ++things;
            const auto record = account.kept.of(it.key());
            QVERIFY2(record.nativeId == it.key(), qPrintable(it.key()));
            QVERIFY2(!record.name.isEmpty(), qPrintable(it.key()));
            const auto columns = aspects[u"schemaMetadata"_s][u"fields"_s].toArray();
            if (type == u"dataset")
                QCOMPARE(record.fields.size(), columns.size());
            fields += int(record.fields.size());
            const auto upstreams = aspects[u"upstreamLineage"_s][u"upstreams"_s].toArray();
            for (const auto &upstream : upstreams) {
                const auto source = upstream[u"dataset"_s].toString();
                const bool known =
                    std::any_of(record.lineage.begin(), record.lineage.end(),
                                [&](const auto &edge) { return edge.source == source; });
                QVERIFY2(known || source == it.key(), qPrintable(it.key() + u" from "_s + source));
                ++edges;
            }
            // The native document is the source's own, complete.
            const auto native = QJsonDocument::fromJson(record.native.first().json).object();
            for (auto aspect = aspects.begin(); aspect != aspects.end(); ++aspect) {
                if (aspect.value().isObject())
                    QCOMPARE(native[aspect.key()][u"value"_s], aspect.value());
            }
        }
        qInfo("%d things with %d fields and %d upstreams were compared, %lld runs came", things,
              fields, edges, qlonglong(account.kept.evidence.runs.size()));
        QVERIFY(things > 300 && fields > 500 && edges > 100);
        QVERIFY(account.kept.evidence.runs.size() > 10);
        // What a job writes says so.
        const auto made = account.kept.of(hive.arg(u"fct_cypress_users_created"_s));
        QVERIFY(std::any_of(made.lineage.begin(), made.lineage.end(),
                            [](const auto &edge) { return edge.job.contains(u"task_123"_s); }));
        // Also where DataHub does not have what it writes.
        const auto unknown = u"urn:li:dataset:(urn:li:dataPlatform:snowflake,target_table,PROD)"_s;
        QVERIFY(!state.contains(unknown));
        const auto job =
            u"urn:li:dataJob:(urn:li:dataFlow:(airflow,example_dag,PROD),process_job)"_s;
        const auto arrows = edgesInto(account.kept.of(unknown));
        QVERIFY(arrows.contains(QString(u"job "_s % job)));
        QVERIFY(!arrows.filter(u"dataset "_s).filter(u" by "_s % job).isEmpty());
        QVERIFY(isUnlisted(account.kept.of(unknown)));
        // An incident that is open is in the lists, with a time of its own or without.
        for (auto it = state.begin(); it != state.end(); ++it) {
            const auto status = it.value()[u"incidentInfo"_s][u"status"_s][u"state"_s];
            if (status.toString() != u"ACTIVE")
                continue;
            const auto &runs = account.kept.evidence.runs;
            const bool isOpen = std::any_of(runs.begin(), runs.end(), [&](const auto &run) {
                return run.check == it.key() && run.status == domain::RunStatus::Fail;
            });
            QVERIFY2(isOpen, qPrintable(it.key()));
        }
        // The dashboard that a product holds says so.
        QVERIFY(account.kept.of(u"urn:li:dashboard:(looker,cypress_baz)"_s)
                    .relations.contains(domain::RelationTo{domain::Relation::PartOf,
                                                           u"urn:li:dataProduct:testing"_s}));
    }

    void aSecondSweepChangesNothing()
    {
        Account account(samples());
        VERIFY_PULLED(account.pull());
        const auto before = account.kept.records;
        const auto again = account.pull(true);
        VERIFY_PULLED(again);
        QCOMPARE(again->swept, 2);
        QCOMPARE(account.kept.records, before);
        QCOMPARE(account.kept.rewritten, 0);
    }

    void aSweepAsksForTheLineageOfAThingOnce()
    {
        Account account(made(1000));
        const auto held = membersOf(account, u"urn:li:dataProduct:syn-product-0"_s);
        QVERIFY(held.size() > 2);
        account.server.post(u"soft-delete"_s, {{u"urn"_s, held.first()}});
        const auto counting = std::make_shared<CountingClient>(account.prompt);
        account.through = counting;
        VERIFY_PULLED(account.pull());
        const auto ids = account.kept.records.keys();
        const auto inputs = std::count_if(
            ids.begin(), ids.end(), [](const QString &id) { return id.contains(u"#input:"_s); });
        QVERIFY(inputs > 10);
        // Of what the listings brought nothing is asked for; of what a product names and they did
        // not bring, such as what was deleted softly, once.
        QVERIFY(counting->asked.contains(held.first()));
        QCOMPARE(counting->asked.removeDuplicates(), 0);
        for (const auto &urn : std::as_const(counting->asked))
            QVERIFY2(!account.kept.records.contains(urn), qPrintable(urn));
    }

    void whatWasDeletedSoftlyMakesNoInputsOfAProduct()
    {
        const auto product = u"urn:li:dataProduct:syn-product-0"_s;
        const auto deleteHeld = [&product](const Account &account, bool isRemoved) {
            const auto members = membersOf(account, product);
            for (const auto &member : members)
                account.server.post(u"soft-delete"_s,
                                    {{u"urn"_s, member}, {u"removed"_s, isRemoved}});
        };
        const auto inputsIn = [&product](const QStringList &ids) {
            return ids.filter(u"#input:"_s).filter(product).size();
        };
        Account account(made(300));
        deleteHeld(account, false);
        VERIFY_PULLED(account.pull());
        const auto before = account.kept.records;
        QVERIFY(inputsIn(before.keys()) > 2);
        deleteHeld(account, true);
        account.clock.pass(60'000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        const auto byDelta = account.kept.records;
        QVERIFY(byDelta.contains(product));
        QCOMPARE(inputsIn(byDelta.keys()), 0);
        // A pull that has seen nothing before ends alike.
        account.kept = {};
        VERIFY_PULLED(account.pull());
        QCOMPARE(byDelta.keys(), account.kept.records.keys());
        for (auto it = byDelta.cbegin(); it != byDelta.cend(); ++it)
            QVERIFY2(*it == account.kept.of(it.key()), qPrintable(it.key()));
        // It comes back, and so do they.
        deleteHeld(account, false);
        account.clock.pass(60'000);
        VERIFY_PULLED(account.pull());
        QCOMPARE(account.kept.records.keys(), before.keys());
        QCOMPARE(account.kept.of(product).relations, before.value(product).relations);
    }

    //! The platform keeps nothing that says what the deleted things were made from.
    void whatWasDeletedForGoodMakesNoInputsOfAProduct_data()
    {
        QTest::addColumn<bool>("isNamed");
        QTest::newRow("the product goes on naming it") << true;
        QTest::newRow("the product names it no longer") << false;
    }

    void whatWasDeletedForGoodMakesNoInputsOfAProduct()
    {
        QFETCH(bool, isNamed);
        const auto product = u"urn:li:dataProduct:syn-product-0"_s;
        const auto portsIn = [&product](const QStringList &ids) {
            return ids.filter(product % u'#');
        };
        Account account(made(300));
        const auto members = membersOf(account, product);
        for (const auto &member : members)
            account.server.post(u"soft-delete"_s, {{u"urn"_s, member}, {u"removed"_s, false}});
        VERIFY_PULLED(account.pull());
        const auto before = portsIn(account.kept.records.keys());
        QVERIFY(before.filter(u"#input:"_s).size() > 2);
        for (const auto &member : members)
            account.server.post(u"hard-delete"_s, {{u"urn"_s, member}});
        if (!isNamed) {
            account.server.post(u"change"_s,
                                {{u"urn"_s, product},
                                 {u"aspect"_s, u"dataProductProperties"_s},
                                 {u"merge"_s, QJsonObject{{u"assets"_s, QJsonArray()}}}});
        }
        account.clock.pass(60'000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        const auto byDelta = account.kept.records;
        QVERIFY(portsIn(byDelta.keys()).size() < before.size());
        // A pull that has seen nothing before ends alike.
        account.kept = {};
        VERIFY_PULLED(account.pull());
        QCOMPARE(byDelta.keys(), account.kept.records.keys());
        for (auto it = byDelta.cbegin(); it != byDelta.cend(); ++it)
            QVERIFY2(*it == account.kept.of(it.key()), qPrintable(it.key()));
    }

    //! DataHub's graph knows the names alone of what was never described, or was deleted.
    void whatAJobWritesIsToldWhereDataHubDoesNotHaveIt_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::newRow("all") << QString();
        QTest::newRow("one domain") << u"sales"_s;
    }

    void whatAJobWritesIsToldWhereDataHubDoesNotHaveIt()
    {
        QFETCH(QString, domain);
        Account account(made(100));
        if (!domain.isEmpty())
            account.settings.options = QJsonObject{{u"domains"_s, QJsonArray{domain}}};
        const auto job = u"urn:li:dataJob:(urn:li:dataFlow:(airflow,syn_dag_0,PROD),task_0)"_s;
        const auto other = u"urn:li:dataJob:(urn:li:dataFlow:(airflow,syn_dag_0,PROD),task_1)"_s;
        const auto write = [&account](const QString &which, const QJsonObject &inputOutput) {
            account.server.post(u"change"_s,
                                {{u"urn"_s, which},
                                 {u"aspect"_s, u"dataJobInputOutput"_s},
                                 {u"value"_s, inputOutput}});
        };
        const auto edge = [](const QString &table) {
            return QJsonArray{QJsonObject{{u"destinationUrn"_s, table}}};
        };
        const auto column = [](const QString &table) {
            return QString(u"urn:li:schemaField:("_s % table % u",id)"_s);
        };
        for (const auto &which : {job, other})
            account.server.post(
                u"change"_s,
                {{u"urn"_s, which},
                 {u"aspect"_s, u"domains"_s},
                 {u"value"_s,
                  QJsonObject{{u"domains"_s, QJsonArray{u"urn:li:domain:syn-domain-0"_s}}}}});
        const auto table = hive.arg(u"never_described"_s);
        const auto far = hive.arg(u"far"_s);
        write(job,
              {{u"inputDatasets"_s, QJsonArray{far}},
               {u"outputDatasets"_s, QJsonArray{table}},
               {u"fineGrainedLineages"_s,
                QJsonArray{QJsonObject{{u"upstreamType"_s, u"FIELD_SET"_s},
                                       {u"downstreamType"_s, u"FIELD"_s},
                                       {u"upstreams"_s, QJsonArray{column(far)}},
                                       {u"downstreams"_s, QJsonArray{column(table)}}}}}});
        write(other, {{u"inputDatasetEdges"_s, edge(far)}, {u"outputDatasetEdges"_s, edge(table)}});
        const auto isAsBySweep = [&account] {
            const auto byDelta = account.kept.records;
            account.kept = {};
            const auto swept = account.pull();
            return swept && byDelta == account.kept.records;
        };
        VERIFY_PULLED(account.pull());
        const auto record = account.kept.of(table);
        QCOMPARE(record.name, u"never_described"_s);
        QCOMPARE(record.datasetKey, u"hive::never_described"_s);
        const QStringList ofJob{u"dataset "_s % far % u" by "_s % job, u"field id id by "_s % job,
                                u"job "_s % job};
        const QStringList ofOther{u"dataset "_s % far % u" by "_s % other, u"job "_s % other};
        QCOMPARE(edgesInto(record), sorted(ofJob + ofOther));
        // One of them writes something else, in a delta.
        const auto second = hive.arg(u"never_described_either"_s);
        write(other,
              {{u"inputDatasetEdges"_s, edge(far)}, {u"outputDatasetEdges"_s, edge(second)}});
        account.clock.pass(60'000);
        auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        QCOMPARE(edgesInto(account.kept.of(table)), sorted(ofJob));
        QCOMPARE(edgesInto(account.kept.of(second)), sorted(ofOther));
        QVERIFY(isAsBySweep());
        // Somebody describes it, and deletes it again.
        const QJsonObject described{{u"name"_s, u"Described"_s}};
        account.server.post(
            u"create"_s,
            {{u"urn"_s, table},
             {u"aspects"_s,
              QJsonObject{
                  {u"datasetProperties"_s, described},
                  {u"domains"_s,
                   QJsonObject{{u"domains"_s, QJsonArray{u"urn:li:domain:syn-domain-0"_s}}}}}}});
        account.clock.pass(60'000);
        VERIFY_PULLED(account.pull());
        QCOMPARE(account.kept.of(table).name, u"Described"_s);
        QCOMPARE(edgesInto(account.kept.of(table)), sorted(ofJob));
        QVERIFY(isAsBySweep());
        account.server.post(u"hard-delete"_s, {{u"urn"_s, table}});
        account.clock.pass(60'000);
        pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        QCOMPARE(account.kept.of(table).name, record.name);
        QCOMPARE(edgesInto(account.kept.of(table)), sorted(ofJob));
        QVERIFY(isAsBySweep());
        // Nobody writes it any more; a job that was deleted softly does not.
        account.server.post(u"soft-delete"_s, {{u"urn"_s, job}});
        account.clock.pass(60'000);
        VERIFY_PULLED(account.pull());
        QVERIFY(!account.kept.records.contains(table));
        QVERIFY(isAsBySweep());
    }

    void whatAChartShowsNowIsAnInputOfItsProduct()
    {
        Account account(made(100));
        const auto product = u"urn:li:dataProduct:syn-product-0"_s;
        const auto chart = u"urn:li:chart:(looker,syn_chart_0)"_s;
        account.server.post(
            u"change"_s,
            {{u"urn"_s, product},
             {u"aspect"_s, u"dataProductProperties"_s},
             {u"merge"_s,
              QJsonObject{{u"assets"_s, QJsonArray{QJsonObject{{u"destinationUrn"_s, chart}}}}}}});
        const auto show = [&](const QString &table) {
            account.server.post(
                u"change"_s,
                {{u"urn"_s, chart},
                 {u"aspect"_s, u"chartInfo"_s},
                 {u"merge"_s,
                  QJsonObject{{u"inputs"_s, QJsonArray{QJsonObject{{u"string"_s, table}}}}}}});
            account.clock.pass(60'000);
            return account.pull();
        };
        const auto input = [&product](const QString &table) {
            return QString(product % u"#input:"_s % table);
        };
        account.server.post(u"soft-delete"_s, {{u"urn"_s, chart}, {u"removed"_s, false}});
        VERIFY_PULLED(show(hive.arg(u"before"_s)));
        QVERIFY(account.kept.records.contains(input(hive.arg(u"before"_s))));
        const auto pulled = show(hive.arg(u"after"_s));
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        QVERIFY(account.kept.records.contains(input(hive.arg(u"after"_s))));
        QVERIFY(!account.kept.records.contains(input(hive.arg(u"before"_s))));
    }

    void whatChangesTwiceInOnePullIsNotRememberedFromBefore()
    {
        Account account(made(100));
        const auto product = u"urn:li:dataProduct:syn-product-0"_s;
        const auto member = membersOf(account, product).first();
        account.server.post(u"soft-delete"_s, {{u"urn"_s, member}, {u"removed"_s, false}});
        VERIFY_PULLED(account.pull());
        account.server.post(u"change"_s,
                            {{u"urn"_s, member},
                             {u"aspect"_s, u"editableDatasetProperties"_s},
                             {u"value"_s, QJsonObject{{u"description"_s, u"other"_s}}}});
        for (int i = 0; i < 1000; ++i)
            account.server.post(
                u"change"_s,
                {{u"urn"_s, hive.arg(u"busy"_s)},
                 {u"aspect"_s, u"datasetProperties"_s},
                 {u"value"_s, QJsonObject{{u"description"_s, QString::number(i)}}}});
        // It changes while the first part of the log is taken in.
        bool isFirst = true;
        account.kept.onPage = [&] {
            if (!std::exchange(isFirst, false))
                return;
            account.server.post(
                u"change"_s,
                {{u"urn"_s, member},
                 {u"aspect"_s, u"upstreamLineage"_s},
                 {u"value"_s,
                  QJsonObject{{u"upstreams"_s,
                               QJsonArray{QJsonObject{{u"dataset"_s, hive.arg(u"afar"_s)},
                                                      {u"type"_s, u"COPY"_s}}}}}}});
        };
        account.clock.pass(60'000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        QVERIFY(
            account.kept.records.contains(QString(product % u"#input:"_s % hive.arg(u"afar"_s))));
    }

    void aKilledSweepGoesOnAtItsPlace()
    {
        Account whole(made(3000));
        VERIFY_PULLED(whole.pull());
        QVERIFY(whole.kept.records.size() > 3000);
        // Killed after every page, the scrolls long gone by the next start.
        Account account(made(3000));
        int kills = 0;
        for (int pages = 4;; ++kills) {
            account.kept.pagesUntilFailure = pages;
            const auto pulled = account.pull();
            if (pulled) {
                QCOMPARE(pulled->swept, 1);
                break;
            }
            QVERIFY(pulled.error().kind == Error::Kind::Store);
            QVERIFY(kills < 40);
            account.server.post(u"scrolls/expire"_s);
            account.clock.pass(6 * 60'000);
            ++pages;
        }
        QVERIFY(kills > 3);
        QCOMPARE(account.kept.records.keys(), whole.kept.records.keys());
    }

    void aSweepThatIsStoppedForAMomentGoesOnInItsScroll()
    {
        Account account(made(3000));
        account.kept.pagesUntilFailure = 12;
        QVERIFY(!account.pull());
        const auto before = account.server.count(u"entity/scroll"_s);
        account.kept.pagesUntilFailure = -1;
        account.kept.pages = 0;
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 1);
        // Whole pages of the type that it was in were not asked for again.
        Account whole(made(3000));
        VERIFY_PULLED(whole.pull());
        QVERIFY(account.server.count(u"entity/scroll"_s) - before
                < whole.server.count(u"entity/scroll"_s) - 9);
        QCOMPARE(account.kept.records.keys(), whole.kept.records.keys());
    }

    void aScrollThatIsLostBeginsItsTypeAnew()
    {
        Account account(made(3000));
        int asked = 0;
        account.kept.onPage = [&] {
            if (++asked == 9)
                account.server.post(u"scrolls/expire"_s);
        };
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 1);
        Account whole(made(3000));
        VERIFY_PULLED(whole.pull());
        QCOMPARE(account.kept.records.keys(), whole.kept.records.keys());
    }

    void aDeltaBringsWhatChangedAndCostsThat()
    {
        Account account(samples());
        const auto make = [&account](const QString &name) {
            account.server.post(
                u"create"_s,
                {{u"urn"_s, hive.arg(name)},
                 {u"aspects"_s,
                  QJsonObject{{u"datasetProperties"_s, QJsonObject{{u"name"_s, u"new one"_s}}}}}});
        };
        make(u"short_lived"_s);
        VERIFY_PULLED(account.pull());
        QVERIFY(account.kept.records.contains(hive.arg(u"short_lived"_s)));
        const auto table = hive.arg(u"SampleHiveDataset"_s);
        account.server.post(
            u"change"_s,
            {{u"urn"_s, table},
             {u"aspect"_s, u"editableDatasetProperties"_s},
             {u"value"_s, QJsonObject{{u"description"_s, u"by a steward, Köln"_s}}}});
        make(u"brand_new"_s);
        account.server.post(u"hard-delete"_s, {{u"urn"_s, hive.arg(u"short_lived"_s)}});
        account.server.post(u"hard-delete"_s, {{u"urn"_s, hive.arg(u"fct_users_deleted"_s)}});
        const auto gone = hive.arg(u"logging_events"_s);
        QVERIFY(account.kept.records.contains(gone));
        account.server.post(u"soft-delete"_s, {{u"urn"_s, gone}});
        const auto scrolls = account.server.count(u"entity/scroll"_s);
        account.clock.pass(60'000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        QVERIFY(!pulled->unchanged);
        QCOMPARE(account.server.count(u"entity/scroll"_s), scrolls);
        QCOMPARE(account.kept.of(table).description, u"by a steward, Köln"_s);
        QCOMPARE(account.kept.of(hive.arg(u"brand_new"_s)).name, u"new one"_s);
        QVERIFY(!account.kept.records.contains(gone));
        QVERIFY(!account.kept.records.contains(hive.arg(u"short_lived"_s)));
        // A job still writes this one.
        QVERIFY(isUnlisted(account.kept.of(hive.arg(u"fct_users_deleted"_s))));
        // And then nothing.
        account.clock.pass(60'000);
        const auto idle = account.pull();
        VERIFY_PULLED(idle);
        QVERIFY(idle->unchanged);
        // It comes back.
        account.server.post(u"soft-delete"_s, {{u"urn"_s, gone}, {u"removed"_s, false}});
        account.clock.pass(60'000);
        VERIFY_PULLED(account.pull());
        QVERIFY(account.kept.records.contains(gone));
    }

    void deltasLeadWhereASweepWouldHaveLed()
    {
        Account account(made(300));
        VERIFY_PULLED(account.pull());
        const auto product = u"urn:li:dataProduct:syn-product-0"_s;
        const auto assets = account.server.get(u"entity?urn="_s + product)
                                .object()[u"dataProductProperties"_s][u"assets"_s]
                                .toArray();
        QVERIFY(assets.size() > 2);
        // The first is a port no longer, the last is not in it any more, and another one comes.
        auto changed = assets;
        auto first = changed.first().toObject();
        first.insert(u"outputPort"_s, false);
        changed.replace(0, first);
        changed.removeLast();
        QString other;
        for (auto it = account.kept.records.cbegin(); it != account.kept.records.cend(); ++it) {
            const bool isHeld = std::any_of(assets.begin(), assets.end(), [&](const auto &asset) {
                return asset[u"destinationUrn"_s].toString() == it.key();
            });
            if (!isHeld && it->nativeId.startsWith(u"urn:li:dataset:"_s) && it->lineage.size() > 1)
                other = it.key();
        }
        changed.append(QJsonObject{{u"destinationUrn"_s, other}, {u"outputPort"_s, true}});
        account.server.post(u"change"_s,
                            {{u"urn"_s, product},
                             {u"aspect"_s, u"dataProductProperties"_s},
                             {u"merge"_s, QJsonObject{{u"assets"_s, changed}}}});
        // A table is made from something else, a job writes another one, a contract is new.
        const auto table = changed.at(1)[u"destinationUrn"_s].toString();
        account.server.post(
            u"change"_s,
            {{u"urn"_s, table},
             {u"aspect"_s, u"upstreamLineage"_s},
             {u"value"_s,
              QJsonObject{{u"upstreams"_s,
                           QJsonArray{QJsonObject{{u"dataset"_s, hive.arg(u"afar"_s)},
                                                  {u"type"_s, u"COPY"_s}}}}}}});
        const auto job = u"urn:li:dataJob:(urn:li:dataFlow:(airflow,syn_dag_0,PROD),task_0)"_s;
        account.server.post(u"change"_s,
                            {{u"urn"_s, job},
                             {u"aspect"_s, u"dataJobInputOutput"_s},
                             {u"value"_s,
                              QJsonObject{{u"inputDatasets"_s, QJsonArray{hive.arg(u"afar2"_s)}},
                                          {u"outputDatasets"_s, QJsonArray{table}}}}});
        account.server.post(
            u"create"_s,
            {{u"urn"_s, u"urn:li:dataContract:new"_s},
             {u"aspects"_s,
              QJsonObject{{u"dataContractProperties"_s, QJsonObject{{u"entity"_s, table}}}}}});
        account.server.post(u"soft-delete"_s, {{u"urn"_s, u"urn:li:dataProduct:syn-product-1"_s}});
        account.clock.pass(60'000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        const auto byDelta = account.kept.records;
        VERIFY_PULLED(account.pull(true));
        QCOMPARE(byDelta.keys(), account.kept.records.keys());
        for (auto it = byDelta.cbegin(); it != byDelta.cend(); ++it)
            QVERIFY2(*it == account.kept.of(it.key()), qPrintable(it.key()));
    }

    void whatWasDeletedForGoodWithArrowsIsFollowedByASweep()
    {
        Account account(made(300));
        VERIFY_PULLED(account.pull());
        const auto product = u"urn:li:dataProduct:syn-product-0"_s;
        const auto isOfIt = [&product](const QString &id) { return id.startsWith(product); };
        const auto ids = account.kept.records.keys();
        QVERIFY(std::count_if(ids.begin(), ids.end(), isOfIt) > 1);
        account.server.post(u"hard-delete"_s, {{u"urn"_s, product}});
        account.clock.pass(60'000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 2);
        const auto left = account.kept.records.keys();
        QCOMPARE(std::count_if(left.begin(), left.end(), isOfIt), 0);
    }

    void resultsOfChecksComeWithTheFeed()
    {
        Account account(made(300));
        account.through = account.client; // and the log takes its time
        VERIFY_PULLED(account.pull());
        const auto before = account.kept.evidence.runs.size();
        QVERIFY(before > 50);
        const auto assertion = u"urn:li:assertion:syn-1-0"_s;
        account.server.post(u"change"_s,
                            {{u"urn"_s, assertion},
                             {u"aspect"_s, u"assertionRunEvent"_s},
                             {u"value"_s,
                              QJsonObject{{u"timestampMillis"_s, qint64(1'794'000'000'000)},
                                          {u"runId"_s, u"tonight"_s},
                                          {u"assertionUrn"_s, assertion},
                                          {u"status"_s, u"COMPLETE"_s},
                                          {u"result"_s, QJsonObject{{u"type"_s, u"FAILURE"_s}}}}}});
        account.clock.pass(60'000);
        VERIFY_PULLED(account.pull());
        QCOMPARE(account.kept.evidence.runs.size(), before + 1);
        QCOMPARE(account.kept.evidence.runs.last().runId, u"tonight"_s);
        QCOMPARE(account.kept.evidence.runs.last().status, domain::RunStatus::Fail);
        QVERIFY(!account.kept.evidence.updates.isEmpty());
        QVERIFY(!account.kept.evidence.observations.isEmpty());
    }

    void aLogThatLostSomethingIsFollowedByASweep()
    {
        Account account(made(300));
        VERIFY_PULLED(account.pull());
        const auto table = tableOf(account);
        account.server.post(u"change"_s,
                            {{u"urn"_s, table},
                             {u"aspect"_s, u"editableDatasetProperties"_s},
                             {u"value"_s, QJsonObject{{u"description"_s, u"missed"_s}}}});
        account.server.post(u"events/drop"_s);
        account.clock.pass(60'000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 2);
        QVERIFY(!pulled->findings.isEmpty());
        QCOMPARE(account.kept.of(table).description, u"missed"_s);
    }

    void whatTheIndexDoesNotHaveYetIsNotGone_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::newRow("a sweep that is asked for") << true;
        QTest::newRow("a sweep that a change makes due") << false;
    }

    void whatTheIndexDoesNotHaveYetIsNotGone()
    {
        QFETCH(bool, isFull);
        Account account(made(300));
        VERIFY_PULLED(account.pull());
        const auto table = hive.arg(u"brand_new"_s);
        account.server.post(
            u"create"_s,
            {{u"urn"_s, table},
             {u"aspects"_s,
              QJsonObject{{u"datasetProperties"_s, QJsonObject{{u"name"_s, u"new one"_s}}}}}});
        if (!isFull)
            account.server.post(u"hard-delete"_s,
                                {{u"urn"_s, u"urn:li:dataProduct:syn-product-0"_s}});
        account.through = std::make_shared<LaggingClient>(account.prompt, table);
        account.clock.pass(60'000);
        const auto pulled = account.pull(isFull);
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 2);
        QCOMPARE(account.kept.of(table).name, u"new one"_s);
        account.clock.pass(60'000);
        const auto idle = account.pull();
        VERIFY_PULLED(idle);
        QVERIFY(idle->unchanged);
        QCOMPARE(account.kept.of(table).name, u"new one"_s);
    }

    void whatTheServerRefusesIsNotGone_data()
    {
        QTest::addColumn<int>("things");
        QTest::newRow("one") << 1;
        QTest::newRow("all") << 3;
    }

    void whatTheServerRefusesIsNotGone()
    {
        QFETCH(int, things);
        Account account(made(300));
        VERIFY_PULLED(account.pull());
        const auto before = account.kept.records.keys();
        QStringList tables;
        for (const auto &id : before) {
            if (id.startsWith(u"urn:li:dataset:"_s) && tables.size() < things)
                tables.append(id);
        }
        for (const auto &table : std::as_const(tables))
            account.server.post(u"change"_s,
                                {{u"urn"_s, table},
                                 {u"aspect"_s, u"editableDatasetProperties"_s},
                                 {u"value"_s, QJsonObject{{u"description"_s, u"other"_s}}}});
        account.server.post(
            u"faults"_s,
            {{u"failNext"_s,
              QJsonArray{QJsonObject{
                  {u"match"_s, u"batchGet"_s}, {u"status"_s, 400}, {u"times"_s, 1000}}}}});
        account.clock.pass(60'000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QVERIFY(textOf(pulled->findings).contains(u"does not say what became of"_s));
        for (const auto &table : std::as_const(tables))
            QVERIFY2(account.kept.records.contains(table), qPrintable(table));
        // All of them is no matter of odd names: everything is read anew.
        QCOMPARE(pulled->swept, things > 1 ? 2 : 0);
    }

    void aPlaceThatIsTooOldIsNotTrusted()
    {
        Account account(made(300));
        VERIFY_PULLED(account.pull());
        account.clock.pass(qint64(7) * 24 * 3600 * 1000);
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 2);
    }

    void withoutAFeedEverythingIsReadFromTimeToTime()
    {
        Account account(made(300) + QStringList{u"--no-events"_s});
        VERIFY_PULLED(account.pull());
        const auto soon = account.pull();
        VERIFY_PULLED(soon);
        QVERIFY(soon->unchanged);
        const auto table = tableOf(account);
        account.server.post(u"hard-delete"_s, {{u"urn"_s, table}});
        account.clock.pass(20 * 60'000);
        const auto later = account.pull();
        VERIFY_PULLED(later);
        QCOMPARE(later->swept, 2);
        QVERIFY(!account.kept.records.contains(table));
    }

    void whoMayNotReadTheFeedSweeps()
    {
        Account account(made(100) + QStringList{u"--token"_s, u"weak:maya:noevents"_s});
        account.client->token = "weak";
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 1);
    }

    void anEmptyListingRemovesNothingAtFirst()
    {
        Account account(made(300));
        VERIFY_PULLED(account.pull());
        const auto before = account.kept.records.size();
        // As while an index is built anew.
        account.server.post(u"faults"_s,
                            {{u"failNext"_s,
                              QJsonArray{QJsonObject{{u"match"_s, u"entity/scroll"_s},
                                                     {u"status"_s, 200},
                                                     {u"times"_s, 200},
                                                     {u"body"_s,
                                                      QJsonObject{{u"entities"_s, QJsonArray()},
                                                                  {u"totalCount"_s, 0}}}}}}});
        const auto pulled = account.pull(true);
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 0);
        QVERIFY(!pulled->findings.isEmpty());
        QCOMPARE(account.kept.records.size(), before);
    }

    void aTypeThatShrinksIsBelievedTheSecondTime()
    {
        Account account(made(300));
        VERIFY_PULLED(account.pull());
        const auto before = account.kept.records.keys();
        const auto isDataset = [](const QString &id) {
            return id.startsWith(u"urn:li:dataset:"_s);
        };
        for (const auto &id : before) {
            if (isDataset(id))
                account.server.post(u"hard-delete"_s, {{u"urn"_s, id}});
        }
        account.server.post(u"events/drop"_s); // what the log tells is believed at once
        const auto doubted = account.pull(true);
        VERIFY_PULLED(doubted);
        QCOMPARE(doubted->swept, 0);
        QVERIFY(!doubted->findings.isEmpty());
        QCOMPARE(account.kept.records.keys(), before);
        const auto believed = account.pull(true);
        VERIFY_PULLED(believed);
        QCOMPARE(believed->swept, 3);
        QVERIFY(!account.kept.records.isEmpty());
        for (const auto &record : std::as_const(account.kept.records))
            QVERIFY2(!isDataset(record.nativeId) || isUnlisted(record),
                     qPrintable(record.nativeId));
    }

    void onlySubscribedDomainsAreKept()
    {
        Account account(made(300));
        account.settings.options = QJsonObject{{u"domains"_s, QJsonArray{u"sales"_s}}};
        VERIFY_PULLED(account.pull());
        int assets = 0;
        for (const auto &record : std::as_const(account.kept.records)) {
            if (record.kind != domain::EntityKind::Asset)
                continue;
            ++assets;
            QVERIFY2(record.domain.contains(u"sales"_s), qPrintable(record.nativeId));
        }
        QVERIFY(assets > 5 && assets < 200);
        // Everything again, when that is what is wanted.
        account.settings.options = {};
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 2);
        QVERIFY(account.kept.records.size() > 300);
    }

    void whatFailsSaysSo()
    {
        Account account(made(100));
        account.server.post(u"tokens/expire"_s, {{u"token"_s, u"secret"_s}});
        const auto refused = account.pull();
        QVERIFY(!refused);
        QVERIFY(refused.error().kind == Error::Kind::Unauthorised);
        QVERIFY(account.kept.records.isEmpty());
        account.server.post(u"tokens/renew"_s, {{u"token"_s, u"secret"_s}});
        // One answer of garbage ends the pull, with what was read before kept.
        account.server.post(u"faults"_s,
                            {{u"failNext"_s,
                              QJsonArray{QJsonObject{{u"match"_s, u"entity/scroll"_s},
                                                     {u"status"_s, 200},
                                                     {u"body"_s, u"{\"entities\":[{"_s}}}}});
        const auto garbage = account.pull();
        QVERIFY(!garbage);
        QVERIFY(garbage.error().kind == Error::Kind::Protocol);
        // A server that was busy for a moment is asked again.
        account.server.post(
            u"faults"_s,
            {{u"failNext"_s,
              QJsonArray{QJsonObject{{u"match"_s, u"entity/scroll"_s}, {u"status"_s, 503}}}}});
        VERIFY_PULLED(account.pull());
    }

    void theCheckSaysWhatItFound()
    {
        Account account(samples());
        const auto found =
            account.platform->check(account.settings, {account.clock, account.client});
        QVERIFY2(found.has_value(), qPrintable(found ? QString() : found.error().detail));
        QVERIFY2(found->contains(u"v1.5.0"_s) && found->contains(u"datahub"_s), qPrintable(*found));
        account.client->token = "wrong";
        const auto refused =
            account.platform->check(account.settings, {account.clock, account.client});
        QVERIFY(!refused);
        QVERIFY(refused.error().kind == Error::Kind::Unauthorised);
    }

    void olderReleasesAreRead_data()
    {
        QTest::addColumn<QString>("version");
        for (const auto *version : {"v1.0.0", "v1.2.0", "v1.4.0"})
            QTest::newRow(version) << QString::fromLatin1(version);
    }

    void olderReleasesAreRead()
    {
        QFETCH(QString, version);
        Account account(made(100) + QStringList{u"--version"_s, version});
        const auto pulled = account.pull();
        VERIFY_PULLED(pulled);
        QCOMPARE(pulled->swept, 1);
        QVERIFY(account.kept.evidence.runs.size() > 10);
    }

private:
    static bool isRead(const QString &type)
    {
        static const QStringList types{
            u"domain"_s,       u"glossaryNode"_s, u"glossaryTerm"_s,   u"tag"_s,
            u"corpGroup"_s,    u"corpuser"_s,     u"container"_s,      u"dataFlow"_s,
            u"dataset"_s,      u"dataJob"_s,      u"chart"_s,          u"dashboard"_s,
            u"mlModel"_s,      u"mlModelGroup"_s, u"mlFeatureTable"_s, u"mlFeature"_s,
            u"assertion"_s,    u"incident"_s,     u"dataContract"_s,   u"dataProduct"_s,
            u"mlPrimaryKey"_s, u"notebook"_s};
        return types.contains(type);
    }

    //! What \a product holds, by its own words.
    static QStringList membersOf(const Account &account, const QString &product)
    {
        QStringList members;
        const auto assets = account.server.get(u"entity?urn="_s + product)
                                .object()[u"dataProductProperties"_s][u"assets"_s]
                                .toArray();
        for (const auto &asset : assets)
            members.append(asset[u"destinationUrn"_s].toString());
        return members;
    }

    //! Whether nothing is known of it but that jobs write it.
    static bool isUnlisted(const domain::Record &record)
    {
        return record.native.isEmpty()
            && record.properties.contains({u"known from"_s, u"the jobs that write it"_s});
    }

    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
    }

    //! What \a record is made from, as "dataset urn by job", "field a b by job" and "job urn".
    static QStringList edgesInto(const domain::Record &record)
    {
        QStringList lines;
        for (const auto &edge : record.lineage) {
            const QString by = edge.job.isEmpty() ? QString() : QString(u" by "_s % edge.job);
            if (edge.level == domain::LineageLevel::Job)
                lines.append(u"job "_s % edge.source);
            else if (edge.level == domain::LineageLevel::Field)
                lines.append(u"field "_s % edge.sourceField % u' ' % edge.targetField % by);
            else
                lines.append(u"dataset "_s % edge.source % by);
        }
        return sorted(lines);
    }

    static QString tableOf(const Account &account)
    {
        for (const auto &record : account.kept.records) {
            if (record.nativeId.startsWith(u"urn:li:dataset:"_s))
                return record.nativeId;
        }
        return {};
    }

    static QString textOf(const QList<domain::Finding> &findings)
    {
        QStringList lines;
        for (const auto &finding : findings)
            lines.append(finding.message);
        return lines.join(u'\n');
    }
};

QTEST_GUILESS_MAIN(TestDataHubSync)
#include "tst_datahubsync.moc"
