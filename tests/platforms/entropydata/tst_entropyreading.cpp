// SPDX-License-Identifier: GPL-3.0-or-later
// What documents of Entropy Data become: both dialects of products and of contracts, teams, assets,
// events with both prefixes, hostile ones, and those of the vendor, which nobody here wrote.
#include "models/formats/bitol/parts.h"
#include "models/formats/document/read.h"
#include "models/platforms/entropydata/accessdoc.h"
#include "models/platforms/entropydata/contracts.h"
#include "models/platforms/entropydata/cursor.h"
#include "models/platforms/entropydata/events.h"
#include "models/platforms/entropydata/fieldplaces.h"
#include "models/platforms/entropydata/ledger.h"
#include "models/platforms/entropydata/products.h"
#include "tests/support/keptnotes.h"
#include "tests/support/oddjson.h"
#include "tests/support/shared.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::platforms::entropydata;
using formats::document::Document;
using formats::document::Node;

namespace {

const Portal portal(u"https://app.example/acme"_s);

Document json(const QByteArray &text)
{
    return formats::document::readJson({}, text);
}

Reading product(const Node &node, const Teams &teams = {})
{
    const ProductContext context{
        .teams = teams,
        .portal = portal,
        .objectsOf = [](const QString &) { return QStringList(); },
        .accessesOf = [](const QString &) { return QList<ProductAccess>(); }};
    return readProduct(node, context);
}

bool isWhole(const Reading &reading, domain::EntityKind kind)
{
    return !reading.records.isEmpty() && reading.records.first().kind == kind
        && !reading.records.first().native.first().json.isEmpty()
        && std::none_of(reading.findings.begin(), reading.findings.end(), [](const auto &one) {
               return one.severity == domain::Finding::Severity::Error;
           });
}

//! The first object or field of \a reading whose description is not where it would be written in
//! \a document; those of one path, which nobody tells apart, are left out. Counts the others.
QString misplacedIn(const Reading &reading, const QJsonObject &document, int &count)
{
    const auto textAt = [&document](const QStringList &path) {
        QJsonValue value = document;
        for (const auto &step : path)
            value = value.isArray() ? value.toArray().at(step.toInt()) : value[step];
        return value.toString();
    };
    for (const auto &record : reading.records) {
        const auto object = record.nativeId.section(u'#', 1);
        if (record.kind != domain::EntityKind::Asset)
            continue;
        QStringList paths;
        for (const auto &field : record.fields)
            paths.append(field.path);
        const auto isWrong = [&](const QString &path, const QString &description) {
            const auto place = describedAt(document, object, path);
            ++count;
            return place.isEmpty() || place.last() != u"description"
                || textAt(place) != description;
        };
        if (!object.isEmpty() && isWrong({}, record.description))
            return record.nativeId;
        for (const auto &field : record.fields) {
            if (paths.count(field.path) == 1 && isWrong(field.path, field.description))
                return record.nativeId % u' ' % field.path;
        }
    }
    return {};
}

QJsonObject objectOf(const Node &node)
{
    return QJsonDocument::fromJson(node.toJson()).object();
}

Teams acme()
{
    Teams teams;
    for (const auto *text :
         {R"({"id":"sales","name":"Sales","type":"Domain"})",
          R"({"id":"shop","name":"Shop","type":"Domain Team","parent":"sales"})",
          R"({"id":"carts","name":"Carts","type":"Team","parent":"shop","members":
             [{"emailAddress":"o@x.example","role":"Owner"},{"role":"Member"}]})",
          R"({"id":"ring","name":"Ring","type":"Domain","parent":"ring"})"})
        teams.add(json(text).root());
    return teams;
}

} // namespace

class TestEntropyReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aProductOfTheVendorsDialect()
    {
        const auto document = json(R"({"dataProductSpecification":"0.0.1","id":"carts-v1",
            "info":{"title":"Carts","owner":"carts","status":"active","archetype":"aggregate"},
            "inputPorts":[{"id":"in","name":"In","sourceSystemId":"till"}],
            "outputPorts":[{"id":"out","name":"Out","type":"bigquery","dataContractId":"c",
                "server":{"project":"p","dataset":"d"},"autoApprove":true},{"name":"no id"}],
            "custom":{"costCentre":1.10}})");
        const auto reading = product(document.root(), acme());
        QCOMPARE(reading.records.size(), 3);
        QCOMPARE(reading.findings.size(), 1);
        const auto &carts = reading.records.at(0);
        QCOMPARE(carts.nativeId, u"dataproduct:carts-v1"_s);
        QCOMPARE(carts.datasetKey, u"carts-v1"_s);
        QCOMPARE(carts.domain, (QStringList{u"Sales"_s, u"Shop"_s}));
        QCOMPARE(carts.ownerId, u"team:carts"_s);
        QCOMPARE(carts.team.size(), 1);
        QVERIFY(carts.properties.contains({u"costCentre"_s, u"1.10"_s}));
        QVERIFY(carts.native.first().json.contains("1.10"));
        QCOMPARE(carts.native.first().file, u"https://app.example/acme/dataproducts/carts-v1"_s);
        const auto &out = reading.records.at(1);
        QCOMPARE(out.nativeId, u"outputport:carts-v1#out"_s);
        QCOMPARE(out.type, u"SQL"_s);
        QCOMPARE(out.servers.first().setting(u"dataset"), u"d"_s);
        QVERIFY(out.relations.contains({domain::Relation::GovernedBy, u"datacontract:c"_s}));
        QCOMPARE(reading.records.at(2).nativeId, u"inputport:carts-v1#in"_s);
    }

    //! Whatever one place holds: nothing else is lost, and nothing falls over.
    void whatIsOddInOnePlaceIsOddThereAlone()
    {
        const QByteArray text = R"({"dataProductSpecification":"0.0.1","id":"carts-v1",
            "info":{"title":"Carts","owner":"carts","status":"active","description":"d"},
            "inputPorts":[{"id":"in","name":"In","sourceSystemId":"till"}],
            "outputPorts":[{"id":"out","name":"Out","type":"bigquery","dataContractId":"c",
                "server":{"project":"p"},"tags":["t"]}],"tags":["gold"],"links":{"a":"b"},
            "custom":{"costCentre":"1"}})";
        const auto whole = json(text);
        const auto expected = product(whole.root(), acme());
        QCOMPARE(expected.records.size(), 3);
        int count = 0;
        for (const auto &odd : tests::oddVersionsOf(QJsonDocument::fromJson(text).object())) {
            const auto document = json(odd.json);
            const auto reading = product(document.root(), acme());
            const auto why = QString(odd.place % u": "_s % QString::fromUtf8(odd.json.left(3000)));
            if (odd.isIn({u"id"_s}) || odd.place == u"info"_s
                || odd.place == u"dataProductSpecification"_s)
                continue;
            QVERIFY2(!reading.records.isEmpty(), qPrintable(why));
            const auto &record = reading.records.first();
            QVERIFY2(record.nativeId == expected.records.first().nativeId, qPrintable(why));
            QVERIFY2(!record.name.isEmpty(), qPrintable(why));
            const auto isLost = [&](bool isSame, const QStringList &members) {
                return !isSame && !odd.isIn(members);
            };
            QVERIFY2(!isLost(record.tags == expected.records.first().tags, {u"tags"_s}),
                     qPrintable(why));
            QVERIFY2(!isLost(record.ownerId == expected.records.first().ownerId, {u"info"_s}),
                     qPrintable(why));
            QVERIFY2(!isLost(reading.records.size() == 3, {u"inputPorts"_s, u"outputPorts"_s}),
                     qPrintable(why));
            ++count;
        }
        QVERIFY(count > 200);
    }

    void aProductOfTheStandard()
    {
        const auto document = json(R"({"apiVersion":"v1.0.0","kind":"DataProduct","id":"p","name":
            "P","status":"active","team":{"name":"carts"},
            "inputPorts":[{"name":"in","version":"1","contractId":"other"}],
            "outputPorts":[{"name":"out","version":"","type":"kafka","contractId":"c",
                "inputContracts":[{"id":"other","version":"1"}],"customProperties":
                [{"property":"server","value":{"host":"bus:9092","topic":"t"}},
                 {"property":"status","value":"deprecated"}]}]})");
        const auto reading = product(document.root(), acme());
        QCOMPARE(reading.records.size(), 3);
        const auto &out = reading.records.at(1);
        QCOMPARE(out.nativeId, u"outputport:p#out"_s);
        QCOMPARE(out.type, u"stream"_s);
        QCOMPARE(out.status, u"deprecated"_s);
        QCOMPARE(out.servers.first().setting(u"topic"), u"t"_s);
        QVERIFY(out.relations.contains({domain::Relation::Consumes, u"inputport:p#in"_s}));
        QCOMPARE(out.lineage.first().source, u"inputport:p#in"_s);
        QVERIFY(reading.records.at(0).relations.contains(
            {domain::Relation::OutputPort, u"outputport:p#out"_s}));
        QVERIFY(reading.records.at(0).lineage.isEmpty()); // nothing passes through
    }

    void aContractOfTheOlderSpecification()
    {
        const auto document = json(R"({"dataContractSpecification":"1.2.1","id":"c","info":{"title":
            "Orders","version":"2.0.0","owner":"carts","status":"active"},
            "servers":{"prod":{"type":"postgres","host":"h","port":5432,"database":"d",
                "schema":"s"}},
            "terms":{"usage":"any","limitations":"none"},
            "servicelevels":{"retention":{"period":"P1Y"}},
            "models":{"orders":{"type":"table","fields":{"id":{"type":"text","primaryKey":true,
                "required":true},"lines":{"type":"array","items":{"type":"record","fields":
                {"sku":{"type":"text","pii":true}}}}}}}})");
        const auto reading = readContract(document.root(), acme(), portal);
        QCOMPARE(reading.records.size(), 2);
        const auto &contract = reading.records.at(0);
        QCOMPARE(contract.nativeId, u"datacontract:c"_s);
        QCOMPARE(contract.ownerName, u"Carts"_s);
        QCOMPARE(contract.terms.usage, u"any"_s);
        QCOMPARE(contract.sla.first().value, u"P1Y"_s);
        const auto &orders = reading.records.at(1);
        QCOMPARE(orders.nativeId, u"datacontract:c#orders"_s);
        QVERIFY(orders.datasetKey.endsWith(u"d.s.orders"_s));
        QCOMPARE(orders.fields.size(), 3);
        QCOMPARE(orders.fields.at(0).nullable, std::optional(false));
        QCOMPARE(orders.fields.at(2).path, u"lines[].sku"_s);
        QCOMPARE(orders.fields.at(2).classification, u"pii"_s);
    }

    void descriptionsAreWrittenWhereTheyAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("places");
        const QByteArray field = R"({"name":"a","description":"of a"})";
        const QByteArray odcs =
            R"({"apiVersion":"v3.1.0","kind":"DataContract","id":"c","status":"active","version":"1.0.0",)";
        QTest::newRow("lists and maps") << odcs + R"("schema":[{"name":"other","properties":[)"
                + field + R"(]},{"name":"t","description":"of t","properties":[)" + field
                + R"(,{"name":"l","items":{"properties":[)" + field
                + R"(]}},{"name":"m","map":{"value":{"properties":[)" + field
                + R"(]}}},{"name":"o","properties":[)" + field
                + R"(]},{"name":"ll","items":{"items":{"properties":[)" + field
                + "]}}}]}]}" << 12;
        QTest::newRow("names of other kinds")
            << odcs + R"("schema":[{"physicalName":"t","description":"of t","properties":[)"
                + R"({"physicalName":"b","description":"of b"},{"id":"c","description":"of c"}]}]})"
            << 3;
        QTest::newRow("version 2") << QByteArray(
            R"({"apiVersion":"v2.2.2","kind":"DataContract","uuid":"c","datasetName":"d",)"
            R"("dataset":[{"table":"t","description":"of t","columns":[)"
            R"({"column":"a","description":"of a"}]}]})")
                                   << 2;
        QTest::newRow("of two, none")
            << odcs + R"("schema":[{"name":"t","properties":[)" + field + "," + field + "]}]}" << 1;
        QTest::newRow("older specification") << QByteArray(
            R"({"dataContractSpecification":"0.9.3","id":"c","info":{"title":"C"},"models":{)"
            R"("t":{"description":"of t","fields":{"a":{"description":"of a"},)"
            R"("l":{"items":{"fields":{"a":{"description":"of l"}}}},)"
            R"("o":{"fields":{"a":{"description":"of o"}}}}},"u":{"fields":{"a":{}}}}})")
                                             << 8;
    }

    void descriptionsAreWrittenWhereTheyAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, places);
        const auto document = json(text);
        const auto reading = readContract(document.root(), {}, portal);
        int count = 0;
        QCOMPARE(misplacedIn(reading, objectOf(document.root()), count), QString());
        QCOMPARE(count, places);
        // What is called so twice is nowhere, as what is not there.
        QVERIFY(describedAt(objectOf(document.root()), u"t"_s, u"never"_s).isEmpty());
        QVERIFY(describedAt(objectOf(document.root()), u"never"_s, u"a"_s).isEmpty());
        QVERIFY(describedAt(objectOf(document.root()), u"never"_s, {}).isEmpty());
        const auto twice = json(R"({"schema":[{"name":"t"},{"name":"t"}]})");
        QVERIFY(describedAt(objectOf(twice.root()), u"t"_s, {}).isEmpty());
        QCOMPARE(describedAt(objectOf(document.root()), u"t"_s, u"a"_s).isEmpty(),
                 places == 1 || text.contains("physicalName"));
    }

    void aTeamAboveItselfIsNoEndlessDomain()
    {
        const auto teams = acme();
        QVERIFY(teams.domainOf(u"ring"_s).size() <= 20);
        const auto reading = readTeam(
            json(R"({"id":"sales","name":"Sales","type":"Domain"})").root(), teams, portal);
        QCOMPARE(reading.records.first().kind, domain::EntityKind::Domain);
    }

    void eventsOfBothPrefixesNameWhatChanged()
    {
        const auto document = json(R"([
            {"id":"1","type":"com.datamesh-manager.events.DataProductUpdatedEvent","subject":"p"},
            {"id":"2","type":"com.entropy-data.events.OutputPortDeletedEvent","subject":"x",
             "data":{"id":"p","outputPortId":"o"}},
            {"id":"3","type":"com.entropy-data.events.AccessApprovedEvent","subject":"a",
             "time":"2026-11-01T00:00:00Z"},
            {"id":"4","type":"com.entropy-data.events.SomethingNewEvent","subject":"y"},
            {"type":"com.entropy-data.events.TagUpdatedEvent","subject":"z"}])");
        QList<Node> batch;
        for (const auto item : document.root())
            batch.append(item);
        const auto happened = readEvents(batch);
        QCOMPARE(happened.last, u"4"_s);
        QCOMPARE(happened.unknown, 1);
        QCOMPARE(happened.changed.value(u"dataproducts"_s), QSet<QString>{u"p"_s});
        QCOMPARE(happened.changed.value(u"access"_s), QSet<QString>{u"a"_s});
        QVERIFY(!happened.changed.contains(u"tags"_s));
        QCOMPARE(happened.decided.value(u"a"_s), u"2026-11-01T00:00:00Z"_s);
        QCOMPARE(happened.deletedKinds, QSet<QString>{u"dataproducts"_s});
    }

    void anAccessOfOthersIsNeverTakenForOurs()
    {
        const QUuid request(u"11111111-2222-4333-8444-555555555555"_s);
        const auto text = QByteArray(R"({"id":"ID","info":{"purpose":"x","status":"requested"},
            "provider":{"dataProductId":"p","outputPortId":"o"},"consumer":{"userId":"u@x.example"},
            "custom":{"portolanRequest":"11111111-2222-4333-8444-555555555555"}})");
        const auto port = portId(outputType, u"p"_s, u"o"_s);
        auto ours = text;
        ours.replace("ID",
                     domain::itemIdOf(request, port).toString(QUuid::WithoutBraces).toLatin1());
        const auto mine = readAccess(json(ours).root(), u"https://x"_s);
        QCOMPARE(mine->request, request);
        const auto theirs = readAccess(json(text).root(), u"https://x"_s);
        QVERIFY(theirs->request != request);
        QVERIFY(!theirs->item.isNull());
        QCOMPARE(readAccess(json(text).root(), u"https://x"_s)->request, theirs->request);
        QVERIFY(readAccess(json(text).root(), u"https://y"_s)->request != theirs->request);
        QVERIFY(!readAccess(json("{}").root(), u"https://x"_s));
    }

    void provisioningIsTheGrantOfItsAgreement()
    {
        using domain::GrantState;
        const auto grantOf = [](const QByteArray &provisioning) {
            const QByteArray text = R"({"id":"7","info":{},"provider":{"dataProductId":"p",
                "outputPortId":"o"},"consumer":{"userId":"u@x.example"}PROVISIONING})";
            auto whole = text;
            const auto doc = readAccess(json(whole.replace("PROVISIONING", provisioning)).root(),
                                        u"https://x"_s);
            if (doc->grant && doc->grant->agreement != domain::agreementIdOf(doc->item))
                return domain::Grant();
            return doc->grant.value_or(domain::Grant());
        };
        QCOMPARE(grantOf({}), domain::Grant());
        auto grant = grantOf(R"(,"provisioning":{"status":"deprovisioning-failed","platform":"bq",
            "reference":"role","diagnostics":"no","note":"by hand",
            "provisionedAt":"2026-11-02T08:00:00Z","provisioningStartedAt":"2026-11-01T08:00:00Z",
            "deprovisioningStartedAt":"2026-11-03T08:00:00Z","failedAt":"2026-11-04T08:00:00Z"})");
        QCOMPARE(grant.platform, u"bq"_s);
        QCOMPARE(grant.reference, u"role"_s);
        QCOMPARE(grant.changes.size(), 4);
        QCOMPARE(grant.changes.first().state, GrantState::Provisioning);
        const auto now = domain::outcomeOf(grant).now;
        QCOMPARE(now.state, GrantState::Failed);
        QCOMPARE(now.diagnostics, u"no; by hand"_s);
        QCOMPARE(now.at, QDateTime(QDate(2026, 11, 4), QTime(8, 0), Qt::UTC));
        // The report counts, whatever times of earlier ones say.
        grant = grantOf(R"(,"provisioning":{"status":"provisioned",
            "provisionedAt":"2026-11-02T08:00:00Z","deprovisionedAt":"2026-11-03T08:00:00Z"})");
        QCOMPARE(domain::outcomeOf(grant).now.state, GrantState::Provisioned);
        QCOMPARE(grant.changes.size(), 1);
        QCOMPARE(grant.changes.first().at, QDateTime(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC));
        grant = grantOf(R"(,"provisioning":{"status":"deprovisioned"})");
        QCOMPARE(domain::outcomeOf(grant).now.state, GrantState::Deprovisioned);
    }

    void hostileDocumentsAreReadAsFarAsTheyGo()
    {
        const QByteArray deep = QByteArray(150, '[') + QByteArray(150, ']');
        const QByteArrayList texts{
            "{}",
            "[]",
            "1",
            R"({"id":{}})",
            R"({"id":"x","info":[]})",
            R"({"id":"x","outputPorts":{"a":1},"info":{"title":null,"owner":[1]}})",
            R"({"id":"\ud800","kind":"DataProduct","outputPorts":[1,null,{"name":"\udfff"}]})",
            R"({"id":"x","info":{"title":"t"},"models":{"m":{"fields":{"f":1e999999}}}})",
            R"({"id":"x","info":{"owner":"carts"},"models":[],"servers":[],"terms":"no"})",
            R"({"kind":"DataContract","id":"x","schema":[[],{"name":{}}],"team":7})",
            R"({"id":"x","columns":[{"name":"a","properties":"no","items":[]}],"links":[],"custom":
                3,"relationships":{}})",
            R"({"id":"x","custom":)" + deep + "}"};
        for (const auto &text : texts) {
            const auto document = json(text);
            const auto node = document.root();
            const auto teams = acme();
            static_cast<void>(product(node, teams));
            static_cast<void>(readContract(node, teams, portal));
            static_cast<void>(readAccess(node, u"https://x"_s));
            static_cast<void>(readEvents({node}));
            for (const auto read : {readTeam, readSystem, readDefinition, readTag, readAsset}) {
                const auto reading = read(node, teams, portal);
                QVERIFY2(!reading.records.isEmpty() || !reading.findings.isEmpty(),
                         text.constData());
            }
        }
    }

    void cursorsComeBackAsTheyWere()
    {
        Cursor cursor{.feed = u"e"_s,
                      .hasFeed = true,
                      .sweep = 3,
                      .part = 5,
                      .page = 2,
                      .isPartial = true,
                      .swept = QDateTime(QDate(2026, 11, 27), QTime(1, 2, 3), Qt::UTC),
                      .teams = u"t"_s,
                      .counts = {{u"teams"_s, 7}}};
        const auto back = Cursor::fromJson(cursor.toJson());
        QVERIFY(back);
        QCOMPARE(back->toJson(), cursor.toJson());
        QCOMPARE(back->part, std::optional(5));
        for (const auto *text : {"", "x", "{}", R"({"v":3})", "[1]"})
            QVERIFY(!Cursor::fromJson(text));
    }

    void ofAnOlderCursorTheNumberOfTheSweepIsLeft()
    {
        const auto back = Cursor::fromJson(R"({"v":1,"sweep":7,"feed":"e","ledger":"AAAA"})");
        QVERIFY(back);
        QCOMPARE(back->sweep, 7);
        QVERIFY(!back->hasFeed); // so everything is read anew
    }

    void aLedgerIsKeptNoteByNote()
    {
        using platforms::entropydata::Ledger;
        QHash<QString, QByteArray> kept;
        const auto keep = [&kept](Ledger &ledger) {
            const auto notes = ledger.takeChanges();
            tests::keep(notes, kept);
            return notes.values.size();
        };
        Ledger ledger;
        for (int n = 0; n < 100; ++n)
            ledger.put(u"dataproduct:p%1"_s.arg(n), {{u"outputport:p#o"_s}, {u"c"_s}});
        ledger.noteAsked(u"a"_s, u"then"_s);
        ledger.noteAsked(u"a"_s, u"later"_s);
        ledger.setReader(u"a"_s, u"p1"_s);
        QCOMPARE(keep(ledger), 102);
        // What changes one document writes one note, however many there are.
        ledger.put(u"dataproduct:p7"_s, {{}, {u"d"_s}});
        ledger.put(u"dataproduct:p8"_s, {{u"outputport:p#o"_s}, {u"c"_s}});
        QCOMPARE(keep(ledger), 1);
        ledger.take(u"dataproduct:p9"_s);
        QCOMPARE(keep(ledger), 1);
        auto back = Ledger::of(kept);
        QVERIFY(!back.contains(u"dataproduct:p9"_s));
        QCOMPARE(back.usersOf(u"d"_s), QStringList{u"dataproduct:p7"_s});
        QCOMPARE(back.usersOf(u"c"_s).size(), 98);
        QCOMPARE(back.asked().value(u"a"_s), u"then"_s);
        QCOMPARE(back.readerOf(u"a"_s), u"p1"_s);
        back.begin();
        keep(back);
        QCOMPARE(kept.size(), 1); // when it was asked for
        QCOMPARE(Ledger::of({{u"x"_s, "1"}, {u"e:y"_s, "no JSON"}, {{}, {}}}).asked().size(), 0);
    }

    void everyExampleOfTheVendorIsRead()
    {
        const auto files = tests::sharedFiles(u"specs/entropy-data"_s, {u"openapi.yaml"_s});
        if (files.isEmpty())
            QSKIP("without ../shared: the examples of one OpenAPI document are left out");
        const auto document =
            formats::document::readYaml({}, tests::bytesOf(files.first()), {.depth = 400});
        const auto root = document.root();
        const auto answers = [&root](const char *path) {
            return root["paths"][path]["get"]["responses"]["200"]["content"]["application/json"];
        };
        int count = 0;
        int described = 0;
        for (const auto example : root["components"]["examples"]) {
            QVERIFY(isWhole(product(example["value"]), domain::EntityKind::Product));
            ++count;
        }
        for (const auto item : answers("/api/dataproducts")["example"]) {
            QVERIFY(isWhole(product(item), domain::EntityKind::Product));
            ++count;
        }
        QList<Node> contracts;
        for (const auto item : answers("/api/datacontracts")["schema"]["example"])
            contracts.append(item);
        contracts.append(answers("/api/datacontracts/{id}")["schema"]["example"]);
        for (const auto &contract : contracts) {
            const auto reading = readContract(contract, {}, portal);
            QVERIFY(isWhole(reading, domain::EntityKind::Contract));
            QVERIFY(reading.records.size() > 1);
            QCOMPARE(misplacedIn(reading, objectOf(contract), described), QString());
            ++count;
        }
        qInfo("%d examples read, %d descriptions found again", count, described);
        QVERIFY(count >= 6);
        QVERIFY(described > 4);
    }

    void everySampleIsRead()
    {
        const auto files = tests::sharedFiles(u"samples/entropy-data"_s, {u"wiremock-*.json"_s})
            + tests::sharedFiles(u"samples/odcs/datacontract-cli"_s, {u"*.yaml"_s});
        if (files.isEmpty())
            QSKIP("without ../shared: some 10 recorded documents are left out");
        int count = 0;
        int described = 0;
        for (const auto &file : files) {
            const auto document = formats::document::read(file, tests::bytesOf(file));
            const auto root = document.root();
            if (isDataContractSpecification(root) && root.has("id")) {
                const auto reading = readContract(root, {}, portal);
                QVERIFY2(isWhole(reading, domain::EntityKind::Contract), qPrintable(file));
                QCOMPARE(misplacedIn(reading, objectOf(root), described), QString());
                ++count;
            }
            if (!root["mappings"].isSequence())
                continue;
            for (const auto mapping : root["mappings"]) {
                const auto body = mapping["response"]["jsonBody"];
                if (body.has("dataProductSpecification")) {
                    QVERIFY(isWhole(product(body), domain::EntityKind::Product));
                    ++count;
                } else if (body.has("dataUsageAgreementSpecification")) {
                    const auto access = readAccess(body, u"https://x"_s);
                    QVERIFY(access && access->status == AccessStatus::Approved);
                    ++count;
                } else if (body.isSequence() && body.item(0).has("specversion")) {
                    QList<Node> batch;
                    for (const auto event : body)
                        batch.append(event);
                    const auto happened = readEvents(batch);
                    QCOMPARE(happened.unknown, 1);
                    QCOMPARE(happened.changed.size(), 2);
                    ++count;
                }
            }
        }
        qInfo("%d recorded documents read, %d descriptions found again", count, described);
        QVERIFY(count >= 6);
    }
};

QTEST_GUILESS_MAIN(TestEntropyReading)

#include "tst_entropyreading.moc"
