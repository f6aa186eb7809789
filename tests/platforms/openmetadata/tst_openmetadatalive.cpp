// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls and writes against the stand-in of OpenMetadata, in each release that it can be.
#include "models/domain/accessfold.h"
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/platforms/actionport.h"
#include "models/platforms/openmetadata/cursor.h"
#include "models/platforms/openmetadata/openmetadataplatform.h"
#include "tests/platforms/openmetadata/foldedsink.h"
#include "tests/platforms/openmetadata/standin.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using platforms::ActionOutcome;
using platforms::LookUpOutcome;
using platforms::openmetadata::Cursor;
using tests::FoldedSink;
using tests::StandIn;

namespace {

constexpr int releases = 3;

std::unique_ptr<platforms::Session> openSession(StandIn &server,
                                                const platforms::AccountSettings &settings)
{
    auto session = platforms::openmetadata::create()->open(settings, server.services());
    return session ? std::move(*session) : nullptr;
}

Result<platforms::PullResult> pull(platforms::Session &session, FoldedSink &sink, bool full = false)
{
    auto result = session.pull(sink.cursor, full, sink);
    if (result)
        sink.end(*result);
    return result;
}

//! How many things of \a type a client may see.
int visible(const QJsonObject &dump, const QString &type)
{
    int n = 0;
    const auto list = dump.value(type).toArray();
    for (const auto &entity : list)
        n += !entity[u"deleted"_s].toBool() && !entity[u"isBot"_s].toBool() ? 1 : 0;
    return n;
}

domain::Operation describe(const QString &nativeId, const QString &text, const QString &base = {})
{
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = u"describe"_s;
    operation.payload =
        QJsonDocument(QJsonObject{{u"nativeId"_s, nativeId}, {u"description"_s, text}}).toJson();
    if (!base.isNull())
        operation.base = QJsonDocument(QJsonObject{{u"description"_s, base}}).toJson();
    return operation;
}

domain::Operation tag(const QString &nativeId, const QStringList &add, const QStringList &remove)
{
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = u"tag"_s;
    operation.payload =
        QJsonDocument(QJsonObject{{u"nativeId"_s, nativeId},
                                  {u"add"_s, QJsonArray::fromStringList(add)},
                                  {u"remove"_s, QJsonArray::fromStringList(remove)}})
            .toJson();
    return operation;
}

void releasesOf()
{
    QTest::addColumn<QString>("release");
    QTest::newRow("1.12") << u"1.12"_s;
    QTest::newRow("1.13") << u"1.13"_s;
    QTest::newRow("2.0") << u"2.0"_s;
}

//! What products say themselves of where they come from.
qsizetype consumed(const QJsonObject &dump)
{
    qsizetype n = 0;
    const auto products = dump.value(u"dataProduct"_s).toArray();
    for (const auto &product : products)
        n += product[u"consumesFrom"_s].toArray().size();
    return n;
}

domain::Operation requestFor(const QString &port)
{
    domain::AccessRequest request;
    request.id = QUuid::createUuid();
    request.consumer = {
        .kind = domain::EntityKind::Team, .id = u"team:Sales"_s, .name = u"Sales"_s};
    request.purpose = u"analytics"_s;
    request.justification = u"Campaign of May"_s;
    request.created = QDateTime::currentDateTimeUtc();
    request.asker = {.name = u"Reader"_s, .email = u"reader@example.com"_s};
    domain::AccessItem item;
    item.port = port;
    item.id = domain::itemIdOf(request.id, port);
    item.product = port.section(u'#', 0, 0);
    item.account = u"corp"_s;
    item.steps.append({.role = u"owner"_s, .approvers = {u"admin@open-metadata.org"_s}});
    request.items.append(item);
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = domain::createRequestKind();
    operation.objectId = request.id.toString(QUuid::WithoutBraces);
    operation.payload = domain::toJson(request);
    return operation;
}

domain::Operation decisionAbout(const domain::AccessRequest &request, domain::DecisionKind kind)
{
    domain::AccessDecision decision;
    decision.id = QUuid::createUuid();
    decision.item = request.items.first().id;
    decision.kind = kind;
    decision.by = {.name = u"Admin"_s, .email = u"admin@open-metadata.org"_s};
    decision.at = QDateTime::currentDateTimeUtc();
    decision.reason = u"Fits the purpose"_s;
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = domain::decideRequestKind();
    operation.objectId = request.id.toString(QUuid::WithoutBraces);
    operation.payload = domain::toJson(decision);
    return operation;
}

const auto orders = u"table:postgres_sample.jaffle_shop.public.orders"_s;

} // namespace

class TestOpenMetadataLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (const auto missing = StandIn::missing(); !missing.isEmpty())
            QSKIP(qPrintable(
                u"%1: pulls from %2 releases are left out"_s.arg(missing).arg(releases)));
    }

    void aSweepBringsAllThatThereIs_data() { releasesOf(); }

    void aSweepBringsAllThatThereIs()
    {
        QFETCH(QString, release);
        StandIn server(release);
        QVERIFY(server.isRunning());
        const auto dump = server.door("GET", u"dump"_s);
        auto session = openSession(server, server.settings());
        FoldedSink sink;
        const auto result = pull(*session, sink);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        QVERIFY(result->swept != 0 && result->complete);
        for (const auto &type : {u"table"_s,        u"topic"_s,
                                 u"container"_s,    u"dashboard"_s,
                                 u"chart"_s,        u"dashboardDataModel"_s,
                                 u"pipeline"_s,     u"mlmodel"_s,
                                 u"searchIndex"_s,  u"storedProcedure"_s,
                                 u"apiEndpoint"_s,  u"metric"_s,
                                 u"domain"_s,       u"dataProduct"_s,
                                 u"dataContract"_s, u"user"_s,
                                 u"team"_s,         u"glossary"_s,
                                 u"glossaryTerm"_s, u"classification"_s,
                                 u"tag"_s,          u"testCase"_s}) {
            QVERIFY2(visible(dump, type) > 0, qPrintable(type));
            QVERIFY2(
                sink.count(type) == visible(dump, type),
                qPrintable(
                    u"%1: %2 of %3"_s.arg(type).arg(sink.count(type)).arg(visible(dump, type))));
        }
        qsizetype ports = 0;
        const auto products = dump.value(u"ports"_s).toObject();
        for (const auto &product : products)
            ports += product[u"inputPorts"_s].toArray().size()
                + product[u"outputPorts"_s].toArray().size();
        QVERIFY(ports > 0);
        qsizetype found = 0;
        for (const auto &record : std::as_const(sink.records))
            found += record.kind == domain::EntityKind::Port ? 1 : 0;
        QCOMPARE(found, ports);
        qsizetype pairs = 0;
        const auto edges = dump.value(u"lineage"_s).toArray();
        for (const auto &edge : edges) {
            const auto columns = edge[u"details"_s][u"columnsLineage"_s].toArray();
            for (const auto &pair : columns)
                pairs += pair[u"fromColumns"_s].toArray().size();
        }
        QCOMPARE(sink.edges(domain::LineageLevel::Dataset) + sink.edges(domain::LineageLevel::Job),
                 edges.size() + consumed(dump));
        QVERIFY(pairs > 0);
        QCOMPARE(sink.edges(domain::LineageLevel::Field), pairs);
        qsizetype results = 0;
        const auto histories = dump.value(u"testCaseResults"_s).toObject();
        for (const auto &history : histories) {
            const auto list = history.toArray();
            for (const auto &one : list)
                results += one[u"testCaseStatus"_s] != u"Queued"_s ? 1 : 0;
        }
        QVERIFY(results > 0);
        QCOMPARE(sink.runs.size(), results);
        qInfo("%s: %lld records, %lld edges, %lld runs of %lld", qPrintable(release),
              qlonglong(sink.records.size()), qlonglong(edges.size()), qlonglong(sink.runs.size()),
              qlonglong(results));
        QVERIFY(sink.slos.size() > 1);
    }

    void aKilledSweepGoesOnWhereItStood()
    {
        StandIn server(u"1.13"_s);
        FoldedSink whole;
        QVERIFY(pull(*openSession(server, server.settings()), whole));
        QVERIFY(whole.pages > 20);
        server.requests();
        FoldedSink sink;
        int kills = 0;
        for (;; ++kills) {
            QVERIFY(kills < 100);
            sink.pages = 0;
            sink.mostPages = 3;
            const auto session = openSession(server, server.settings());
            const auto result = pull(*session, sink);
            if (result)
                break;
            QCOMPARE(result.error().kind, Error::Kind::Cancelled);
        }
        QVERIFY(kills >= 5);
        QCOMPARE(sink.records, whole.records);
        QCOMPARE(sink.lineage, whole.lineage);
        QCOMPARE(sink.runs, whole.runs);
    }

    void whatIsKilledBehindASweepTellsItsEndLater()
    {
        // Enough for several pages of lineage.
        StandIn server(u"1.13"_s, {u"--synthetic"_s, u"600"_s});
        FoldedSink sink;
        QVERIFY(pull(*openSession(server, server.settings()), sink));
        const auto gone = sink.records.lowerBound(u"topic:"_s).key();
        QVERIFY(gone.startsWith(u"topic:"_s));
        server.door("POST", u"hard-delete"_s, {{u"type"_s, u"topic"_s}, {u"fqn"_s, gone.mid(6)}});
        const auto before = Cursor::fromBytes(sink.cursor)->sweep;
        sink.mostPages = 1;
        auto full = true;
        for (int i = 0; i < 100 && (full || Cursor::fromBytes(sink.cursor)->swept == 0); ++i) {
            sink.pages = 0;
            QVERIFY2(!pull(*openSession(server, server.settings()), sink, full), "it was killed");
            full = false;
        }
        // Stopped in its lineage: it has not said yet that the topic is gone.
        QVERIFY(Cursor::fromBytes(sink.cursor)->swept > before);
        QVERIFY(sink.records.contains(gone));
        sink.mostPages = -1;
        const auto result = pull(*openSession(server, server.settings()), sink);
        QVERIFY(result);
        QVERIFY(result->swept > before);
        QVERIFY(!sink.records.contains(gone));
    }

    void aChangeCostsWhatChanged_data() { releasesOf(); }

    void aChangeCostsWhatChanged()
    {
        QFETCH(QString, release);
        StandIn server(release);
        FoldedSink sink;
        auto session = openSession(server, server.settings());
        QVERIFY(pull(*session, sink));
        // The first pull behind a sweep sees what happened while it went on: nothing.
        server.requests();
        sink.written.clear();
        auto result = pull(*session, sink);
        QVERIFY(result);
        QVERIFY(result->unchanged);
        QVERIFY(sink.written.isEmpty());
        QVERIFY2(server.requests() <= 4,
                 "an idle pull asks what changed, and for results, incidents, requests");

        server.door("POST", u"change"_s,
                    {{u"type"_s, u"table"_s},
                     {u"fqn"_s, orders.mid(6)},
                     {u"set"_s, QJsonObject{{u"description"_s, u"All orders."_s}}}});
        QVERIFY(pull(*session, sink));
        // A product shows the table as a port, with the table's own words, and gets no event when
        // they change: the product is read, of its ports none but this one is written.
        const QString port(u"dataProduct:JaffleOrders#"_s % orders);
        QCOMPARE(sink.written, (QStringList{orders, port}));
        QCOMPARE(sink.records.value(orders).description, u"All orders."_s);
        QCOMPARE(sink.records.value(port).description, u"All orders."_s);
        const auto asked = server.requests();
        QVERIFY2(asked <= 9,
                 qPrintable(u"%1: those of an idle pull, the table, its lineage, the "
                            "product and its ports"_s.arg(asked)));
        sink.written.clear();
        QVERIFY(pull(*session, sink));
        QVERIFY2(sink.written.isEmpty(), "what was taken in is not taken in again");

        // In a new session, which has nothing in memory.
        server.door("POST", u"soft-delete"_s,
                    {{u"type"_s, u"topic"_s}, {u"fqn"_s, u"sample_kafka.address_book"_s}});
        QVERIFY(sink.records.contains(u"topic:sample_kafka.address_book"_s));
        session = openSession(server, server.settings());
        QVERIFY(pull(*session, sink));
        QVERIFY(!sink.records.contains(u"topic:sample_kafka.address_book"_s));
        server.door("POST", u"restore"_s,
                    {{u"type"_s, u"topic"_s}, {u"fqn"_s, u"sample_kafka.address_book"_s}});
        QVERIFY(pull(*session, sink));
        QVERIFY(sink.records.contains(u"topic:sample_kafka.address_book"_s));
        server.door("POST", u"hard-delete"_s, {{u"type"_s, u"table"_s}, {u"fqn"_s, orders.mid(6)}});
        sink.written.clear();
        QVERIFY(pull(*session, sink));
        QVERIFY(!sink.records.contains(orders));
        QVERIFY(!sink.records.contains(port));
        QCOMPARE(sink.written, QStringList{port.section(u'#', 0, 0)});
    }

    void aDeletedProductTakesItsPortsAlong()
    {
        StandIn server(u"1.13"_s);
        FoldedSink sink;
        auto session = openSession(server, server.settings());
        QVERIFY(pull(*session, sink));
        const auto ports = [&sink] {
            return std::count_if(
                sink.records.keyBegin(), sink.records.keyEnd(),
                [](const auto &id) { return id.startsWith(u"dataProduct:JaffleOrders"_s); });
        };
        QCOMPARE(ports(), 5); // the product, two ports in and two out
        server.door("POST", u"hard-delete"_s,
                    {{u"type"_s, u"dataProduct"_s}, {u"fqn"_s, u"JaffleOrders"_s}});
        QVERIFY(pull(*session, sink));
        QCOMPARE(ports(), 0);
    }

    void aRenamedDomainIsRemovedAndAddedInOnePage()
    {
        StandIn server(u"1.13"_s);
        FoldedSink sink;
        auto session = openSession(server, server.settings());
        QVERIFY(pull(*session, sink));
        server.door(
            "POST", u"change"_s,
            {{u"type"_s, u"domain"_s},
             {u"fqn"_s, u"Retail"_s},
             {u"patch"_s,
              QJsonArray{QJsonObject{
                  {u"op"_s, u"replace"_s}, {u"path"_s, u"/name"_s}, {u"value"_s, u"Shops"_s}}}}});
        QVERIFY(pull(*session, sink));
        QVERIFY(sink.last.removed.contains(u"domain:Retail"_s)
                || !sink.records.contains(u"domain:Retail"_s));
        QVERIFY(sink.records.contains(u"domain:Shops"_s));
        QVERIFY(!sink.records.contains(u"domain:Retail"_s));
        QVERIFY2(Cursor::fromBytes(sink.cursor)->isSweepDue, "what names the domain follows");
    }

    void aCursorThatIsTooOldLeadsToASweep()
    {
        StandIn server(u"1.13"_s);
        FoldedSink sink;
        QVERIFY(pull(*openSession(server, server.settings()), sink));
        auto cursor = *Cursor::fromBytes(sink.cursor);
        const auto before = cursor.sweep;
        cursor.feedAt -= 7LL * 24 * 3'600'000;
        sink.cursor = cursor.toBytes();
        const auto result = pull(*openSession(server, server.settings()), sink);
        QVERIFY(result);
        QVERIFY(result->swept > before);
        // And so does one that is none.
        sink.cursor = "{\"v\":99}";
        QVERIFY(pull(*openSession(server, server.settings()), sink)->swept > result->swept - 1);
    }

    void newResultsAndIncidentsCome()
    {
        StandIn server(u"1.13"_s);
        FoldedSink sink;
        auto session = openSession(server, server.settings());
        QVERIFY(pull(*session, sink));
        const auto check = sink.records.lowerBound(u"testCase:"_s).key();
        const auto before = sink.runs.size();
        sink.written.clear();
        server.door("POST", u"result"_s,
                    {{u"fqn"_s, check.mid(9)},
                     {u"result"_s,
                      QJsonObject{{u"testCaseStatus"_s, u"Failed"_s},
                                  {u"result"_s, u"Found max=150"_s},
                                  {u"testResultValue"_s,
                                   QJsonArray{QJsonObject{{u"name"_s, u"max"_s},
                                                          {u"value"_s, u"150"_s}}}}}}});
        QVERIFY(pull(*session, sink));
        QCOMPARE(sink.runs.size(), before + 1);
        const auto run = std::find_if(sink.runs.begin(), sink.runs.end(), [](const auto &one) {
            return one.message == u"Found max=150";
        });
        QVERIFY(run != sink.runs.end());
        QCOMPARE(run->status, domain::RunStatus::Fail);
        QCOMPARE(run->value, 150);
        QVERIFY(sink.written.contains(check));
        QVERIFY(sink.records.value(check).properties.contains({u"incident"_s, u"New"_s}));
    }

    void troublesOfTheServerAreOvercomeOrSaid()
    {
        StandIn server(u"1.13"_s);
        FoldedSink whole;
        QVERIFY(pull(*openSession(server, server.settings()), whole));
        FoldedSink sink;
        // Asked to wait, and a failure that passes.
        server.door("POST", u"fail"_s,
                    {{u"status"_s, 429},
                     {u"path"_s, u"/topics"_s},
                     {u"headers"_s, QJsonObject{{u"Retry-After"_s, u"1"_s}}}});
        server.door("POST", u"fail"_s, {{u"status"_s, 503}, {u"path"_s, u"/containers"_s}});
        QVERIFY(pull(*openSession(server, server.settings()), sink));
        QCOMPARE(sink.records, whole.records);

        // A page that is none ends the pull, not what is known, and the next one goes on.
        server.door("POST", u"fail"_s,
                    {{u"status"_s, 200},
                     {u"times"_s, 2}, // also the one that asks which fields there are
                     {u"path"_s, u"/dashboards"_s},
                     {u"body"_s, QJsonObject{{u"data"_s, u"nothing"_s}}}});
        const auto garbage = pull(*openSession(server, server.settings()), sink, true);
        QVERIFY(!garbage);
        QCOMPARE(garbage.error().kind, Error::Kind::Protocol);
        QCOMPARE(sink.records, whole.records);
        QVERIFY(pull(*openSession(server, server.settings()), sink));
        QCOMPARE(sink.records, whole.records);

        server.door("POST", u"expire-tokens"_s);
        const auto out = pull(*openSession(server, server.settings()), sink);
        QVERIFY(!out);
        QCOMPARE(out.error().kind, Error::Kind::Unauthorised);
        QCOMPARE(sink.records, whole.records);
    }

    void onlySubscribedDomainsAreKept()
    {
        StandIn server(u"1.13"_s);
        auto settings = server.settings();
        settings.options.insert(u"domains"_s, QJsonArray{u"retail"_s});
        FoldedSink sink;
        QVERIFY(pull(*openSession(server, settings), sink));
        QVERIFY(sink.count(u"table"_s) > 0);
        for (const auto &record : std::as_const(sink.records)) {
            if (record.kind == domain::EntityKind::Asset)
                QCOMPARE(record.domain.first(), u"Retail"_s);
        }
        QVERIFY(sink.count(u"user"_s) > 0);
    }

    void descriptionsAndTagsAreWrittenBack_data() { releasesOf(); }

    void descriptionsAndTagsAreWrittenBack()
    {
        QFETCH(QString, release);
        StandIn server(release);
        auto session = openSession(server, server.settings());
        FoldedSink sink;
        QVERIFY(pull(*session, sink));
        auto *actions = session->actions();
        const auto before = sink.records.value(orders).description;
        auto outcome = actions->send(describe(orders, u"Mine."_s, before));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        const auto writes = server.door("GET", u"writes"_s)[u"writes"_s].toArray();
        QCOMPARE(writes.size(), 1);
        QCOMPARE(writes.first()[u"headers"_s][u"if-match"_s].toString(), u"W/\"0.1\""_s);
        // Once more: it is there already, and nothing is sent.
        QCOMPARE(actions->send(describe(orders, u"Mine."_s, before)).kind,
                 ActionOutcome::Kind::Applied);
        QCOMPARE(server.door("GET", u"writes"_s)[u"writes"_s].toArray().size(), 1);
        // Against something else than what is there.
        outcome = actions->send(describe(orders, u"Other."_s, before));
        QCOMPARE(outcome.kind, ActionOutcome::Kind::Conflict);
        QVERIFY(outcome.theirs.contains("Mine."));

        const auto tags = sink.records.value(orders).tags;
        QVERIFY(!tags.contains(u"PII.Sensitive"_s));
        outcome = actions->send(tag(orders, {u"PII.Sensitive"_s}, tags));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        QVERIFY(pull(*session, sink));
        QCOMPARE(sink.records.value(orders).tags, QStringList{u"PII.Sensitive"_s});
        QCOMPARE(sink.records.value(orders).description, u"Mine."_s);
        QCOMPARE(actions->send(tag(orders, {u"No.Such"_s}, {})).kind,
                 ActionOutcome::Kind::Rejected);
        QCOMPARE(actions->send(describe(u"table:no.such.thing"_s, u"x"_s)).kind,
                 ActionOutcome::Kind::Rejected);
    }

    void whatLiesOnDrivesIsRead_data() { releasesOf(); }

    //! Files and sheets that people share can be ports of products as tables can.
    void whatLiesOnDrivesIsRead()
    {
        QFETCH(QString, release);
        StandIn server(release);
        const auto make = [&server](const QString &type, const QJsonObject &body) {
            const auto made =
                server.door("POST", u"create"_s, {{u"type"_s, type}, {u"body"_s, body}});
            return !made.contains(u"error"_s);
        };
        QVERIFY(make(u"driveService"_s,
                     {{u"name"_s, u"shared"_s}, {u"serviceType"_s, u"GoogleDrive"_s}}));
        QVERIFY(make(u"spreadsheet"_s, {{u"name"_s, u"Budget"_s}, {u"service"_s, u"shared"_s}}));
        const auto sheet = [](const QString &name) {
            return QJsonObject{
                {u"name"_s, name},
                {u"spreadsheet"_s, u"shared.Budget"_s},
                {u"columns"_s,
                 QJsonArray{QJsonObject{{u"name"_s, u"amount"_s}, {u"dataType"_s, u"NUMBER"_s}}}}};
        };
        QVERIFY(make(u"worksheet"_s, sheet(u"2026"_s)));
        auto session = openSession(server, server.settings());
        FoldedSink sink;
        QVERIFY(pull(*session, sink));
        const auto first = sink.records.value(u"worksheet:shared.Budget.2026"_s);
        QCOMPARE(first.kind, domain::EntityKind::Asset);
        QCOMPARE(first.fields.size(), 1);
        QVERIFY(sink.records.contains(u"spreadsheet:shared.Budget"_s));
        // A release that knows no drives refuses a feed that asks about them.
        QVERIFY(make(u"worksheet"_s, sheet(u"2027"_s)));
        const auto refuse = [&server] {
            server.door("POST", u"fail"_s,
                        {{u"status"_s, 400},
                         {u"times"_s, 2}, // it is believed when it is said twice
                         {u"path"_s, u"/events"_s},
                         {u"body"_s,
                          QJsonObject{{u"code"_s, 400},
                                      {u"message"_s,
                                       u"Invalid entity file in query param entityCreated"_s}}}});
        };
        refuse();
        QVERIFY(pull(*session, sink));
        QVERIFY(!sink.records.contains(u"worksheet:shared.Budget.2027"_s));
        QVERIFY(make(u"worksheet"_s, sheet(u"2028"_s)));
        QVERIFY(pull(*session, sink));
        QVERIFY(sink.records.contains(u"worksheet:shared.Budget.2028"_s));
    }

    void columnsAreDescribed_data() { releasesOf(); }

    void columnsAreDescribed()
    {
        QFETCH(QString, release);
        StandIn server(release);
        auto session = openSession(server, server.settings());
        FoldedSink sink;
        QVERIFY(pull(*session, sink));
        auto *actions = session->actions();
        const auto fields = sink.records.value(orders).fields;
        QVERIFY(fields.size() > 1);
        const auto &column = fields.last();
        const auto describing = [](const QString &path, const QString &mine, const QString &base) {
            auto operation = describe(orders, mine, base);
            operation.payload =
                domain::toJson(domain::DescriptionEdit{.nativeId = orders,
                                                       .kind = domain::EntityKind::Asset,
                                                       .description = mine,
                                                       .field = path});
            operation.base = domain::descriptionSide(base);
            return operation;
        };
        const auto mine = describing(column.path, u"Mine."_s, column.description);
        QCOMPARE(actions->lookUp(mine).kind, LookUpOutcome::Kind::Absent);
        auto outcome = actions->send(mine);
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        QCOMPARE(actions->lookUp(mine).kind, LookUpOutcome::Kind::Applied);
        outcome = actions->send(describing(column.path, u"Other."_s, column.description));
        QCOMPARE(outcome.kind, ActionOutcome::Kind::Conflict);
        QCOMPARE(domain::descriptionOf(outcome.theirs), u"Mine."_s);
        QCOMPARE(actions->send(describing(u"never"_s, u"x"_s, {})).kind,
                 ActionOutcome::Kind::Rejected);
        QVERIFY(pull(*session, sink));
        auto expected = fields;
        expected.last().description = u"Mine."_s;
        QCOMPARE(sink.records.value(orders).fields, expected); // and nothing else of it
    }

    void ownersAreWrittenBack_data() { releasesOf(); }

    void ownersAreWrittenBack()
    {
        QFETCH(QString, release);
        StandIn server(release);
        auto session = openSession(server, server.settings());
        FoldedSink sink;
        QVERIFY(pull(*session, sink));
        const auto owners = [&sink] {
            QStringList ids;
            for (const auto &to : sink.records.value(orders).relations) {
                if (to.relation == domain::Relation::OwnedBy)
                    ids.append(to.nativeId);
            }
            return ids;
        };
        const auto before = owners();
        const auto own = [&before](const QStringList &ids) {
            domain::Operation operation;
            operation.key = QUuid::createUuid();
            operation.kind = domain::ownKind();
            domain::OwnerEdit edit{.nativeId = orders, .kind = domain::EntityKind::Asset};
            for (const auto &id : ids)
                edit.owners.append({id, {}});
            operation.payload = domain::toJson(edit);
            domain::Owners seen;
            for (const auto &id : before)
                seen.append({id, {}});
            operation.base = domain::ownersSide(seen);
            return operation;
        };
        auto *actions = session->actions();
        const auto mine = QStringList{u"user:reader"_s};
        auto outcome = actions->send(own(mine));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        QCOMPARE(actions->lookUp(own(mine)).kind, LookUpOutcome::Kind::Applied);
        QVERIFY(pull(*session, sink));
        QCOMPARE(owners(), mine);
        // Somebody who saw the former owners decides otherwise.
        outcome = actions->send(own({u"user:admin"_s}));
        QCOMPARE(outcome.kind, ActionOutcome::Kind::Conflict);
        QCOMPARE(domain::ownersOf(outcome.theirs)->first().id, mine.first());
        QCOMPARE(actions->send(own({u"user:nobody.here"_s, mine.first()})).kind,
                 ActionOutcome::Kind::Rejected);
        QCOMPARE(actions->send(own({u"domain:Retail"_s, mine.first()})).kind,
                 ActionOutcome::Kind::Rejected);
    }

    void aLostAnswerIsLookedUp()
    {
        StandIn server(u"1.13"_s);
        auto session = openSession(server, server.settings());
        auto *actions = session->actions();
        server.door("POST", u"lose-answers"_s, {{u"count"_s, 1}});
        const auto lost = describe(orders, u"Lost."_s);
        QCOMPARE(actions->lookUp(lost).kind, LookUpOutcome::Kind::Absent);
        // curl sends again what got no answer on a connection that was kept.
        const auto sent = actions->send(lost).kind;
        QVERIFY(sent == ActionOutcome::Kind::Ambiguous || sent == ActionOutcome::Kind::Applied);
        QCOMPARE(actions->lookUp(lost).kind, LookUpOutcome::Kind::Applied);
        QCOMPARE(actions->send(lost).kind, ActionOutcome::Kind::Applied);
        // Somebody else changes something of it between the look and the patch.
        server.door("POST", u"fail"_s, {{u"status"_s, 412}, {u"method"_s, u"PATCH"_s}});
        QCOMPARE(actions->send(describe(orders, u"Again."_s, u"Lost."_s)).kind,
                 ActionOutcome::Kind::Later);
        server.door("POST", u"expire-tokens"_s);
        QCOMPARE(actions->send(lost).kind, ActionOutcome::Kind::SignedOut);
    }

    //! What may not be looked at any more is shown as refused, instead of being in doubt for ever.
    void whatMayNotBeLookedForFails()
    {
        StandIn server(u"2.0"_s);
        const auto platform = platforms::openmetadata::create();
        const auto asker =
            std::move(*platform->open(server.settings(), server.services(u"reader"_s)));
        auto *actions = asker->actions();
        const auto create = requestFor(u"dataProduct:JaffleOrders#"_s + orders);
        const auto edit = describe(orders, u"Mine."_s);
        QCOMPARE(actions->lookUp(create).kind, LookUpOutcome::Kind::Absent);
        const QJsonObject refused{{u"status"_s, 403}, {u"method"_s, u"GET"_s}, {u"times"_s, 4}};
        for (const auto &operation : {create, edit}) {
            server.door("POST", u"reset"_s);
            server.door("POST", u"fail"_s, refused);
            const auto found = actions->lookUp(operation);
            QCOMPARE(found.kind, LookUpOutcome::Kind::Absent);
            QVERIFY(!found.reason.isEmpty());
            const auto sent = actions->send(operation);
            QCOMPARE(sent.kind, ActionOutcome::Kind::Rejected);
            QVERIFY(!sent.reason.isEmpty());
        }
        // A server that is busy says nothing about it.
        server.door("POST", u"reset"_s);
        server.door("POST", u"fail"_s,
                    {{u"status"_s, 503}, {u"method"_s, u"GET"_s}, {u"times"_s, 50}});
        QCOMPARE(actions->lookUp(create).kind, LookUpOutcome::Kind::Unknown);
        QCOMPARE(actions->send(create).kind, ActionOutcome::Kind::Later);
    }

    void accessIsAskedForAndGranted()
    {
        StandIn server(u"2.0"_s);
        const auto platform = platforms::openmetadata::create();
        const auto asker =
            std::move(*platform->open(server.settings(), server.services(u"reader"_s)));
        const auto decider = openSession(server, server.settings());
        const auto create = requestFor(u"dataProduct:JaffleOrders#"_s + orders);
        const auto tasks = [&server] {
            return server.door("GET", u"dump?types=tasks"_s)[u"tasks"_s].toArray().size();
        };
        QCOMPARE(asker->actions()->lookUp(create).kind, LookUpOutcome::Kind::Absent);
        server.door("POST", u"lose-answers"_s, {{u"count"_s, 1}});
        const auto sent = asker->actions()->send(create);
        QVERIFY2(sent.kind == ActionOutcome::Kind::Ambiguous
                     || sent.kind == ActionOutcome::Kind::Applied,
                 qPrintable(sent.reason));
        QCOMPARE(asker->actions()->lookUp(create).kind, LookUpOutcome::Kind::Applied);
        const auto again = asker->actions()->send(create);
        QVERIFY2(again.kind == ActionOutcome::Kind::Applied, qPrintable(again.reason));
        QCOMPARE(tasks(), 1);

        FoldedSink sink;
        auto result = pull(*decider, sink);
        QVERIFY(result && result->access);
        QCOMPARE(result->access->requests.size(), 1);
        const auto request = result->access->requests.first().request;
        QCOMPARE(request.id, QUuid(create.objectId));
        QVERIFY(!request.asker.email.isEmpty());
        QVERIFY(result->access->decisions.isEmpty());

        auto decide = decisionAbout(request, domain::DecisionKind::Suspend);
        QCOMPARE(decider->actions()->send(decide).kind, ActionOutcome::Kind::Rejected);
        decide = decisionAbout(request, domain::DecisionKind::Approve);
        server.door("POST", u"clock"_s, {{u"advanceMs"_s, 5'000}});
        const auto own = asker->actions()->send(decide);
        QVERIFY2(own.kind == ActionOutcome::Kind::Rejected, "nobody grants themselves");
        const auto granted = decider->actions()->send(decide);
        QVERIFY2(granted.kind == ActionOutcome::Kind::Applied, qPrintable(granted.reason));
        QCOMPARE(decider->actions()->lookUp(decide).kind, LookUpOutcome::Kind::Applied);
        result = pull(*decider, sink);
        QVERIFY(result && result->access);
        QList<domain::AccessDecision> decisions;
        for (const auto &held : std::as_const(result->access->decisions))
            decisions.append(held.decision);
        const auto outcome = domain::outcomeOf(result->access->requests.first().request, decisions);
        QCOMPARE(outcome.items.first().state, domain::ItemState::Approved);
        decide = decisionAbout(request, domain::DecisionKind::Withdraw);
        QCOMPARE(asker->actions()->send(decide).kind, ActionOutcome::Kind::Applied);
    }

    void beforeRelease2AccessIsRefusedWithTheReason()
    {
        StandIn server(u"1.13"_s);
        const auto session = openSession(server, server.settings());
        const auto outcome =
            session->actions()->send(requestFor(u"dataProduct:JaffleOrders#"_s + orders));
        QCOMPARE(outcome.kind, ActionOutcome::Kind::Rejected);
        QVERIFY(outcome.reason.contains(u"1.13"_s));
        FoldedSink sink;
        const auto result = pull(*session, sink);
        QVERIFY(result && !result->access);
    }

    void anAccountIsChecked()
    {
        StandIn server(u"2.0"_s);
        const auto platform = platforms::openmetadata::create();
        const auto checked = platform->check(server.settings(), server.services());
        QVERIFY2(checked, qPrintable(checked ? QString() : checked.error().detail));
        QVERIFY2(checked->contains(u"2.0.7"_s) && checked->contains(u"27"_s), qPrintable(*checked));
        auto settings = server.settings();
        settings.url = QUrl(server.url().toString() + u"/api/v1/"_s);
        QVERIFY(platform->check(settings, server.services()));
    }
};

QTEST_GUILESS_MAIN(TestOpenMetadataLive)
#include "tst_openmetadatalive.moc"
