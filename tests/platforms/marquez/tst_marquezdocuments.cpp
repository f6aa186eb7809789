// SPDX-License-Identifier: GPL-3.0-or-later
// What the answers of Marquez mean: hand-made ones, and those that a real server gave.
#include "models/platforms/marquez/cursor.h"
#include "models/platforms/marquez/jobs.h"
#include "models/platforms/marquez/marquezplatform.h"
#include "tests/platforms/marquez/marquezbench.h"
#include "tests/support/oddjson.h"
#include "tests/support/shared.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::platforms::marquez;
using portolan::tests::jsonAnswer;

namespace {

const QByteArray ordersBody =
    R"({"id":{"namespace":"postgres://db:5432","name":"shop.public.orders"},
"type":"DB_TABLE","name":"shop.public.orders","physicalName":"shop.public.orders",
"namespace":"postgres://db:5432","sourceName":"shop","createdAt":"2026-01-01T00:00:00Z",
"fields":[{"name":"total","type":"INT","tags":["MONEY"],"description":"in cents"},
          {"name":"id","type":"INT","tags":[],"description":null}],
"tags":["PII","gold"],"lastModifiedAt":"2026-01-02T03:04:05.678Z","description":null,
"currentVersion":"1","deleted":false,
"facets":{"schema":{"fields":[{"name":"id","type":"INTEGER"},{"name":"total","type":"INTEGER"}]},
"documentation":{"description":"What was bought."},
"ownership":{"owners":[{"name":"team:Sales","type":"OWNER"}]},
"dataSource":{"name":"shop","uri":"postgres://me:secret@db:5432/shop?password=hidden"},
"storage":{"_deleted":true,"storageLayer":"iceberg"}}})";

QByteArray listOf(const char *key, const QByteArrayList &items)
{
    return "{\"" + QByteArray(key) + "\":[" + items.join(',')
        + "],\"totalCount\":" + QByteArray::number(items.size()) + '}';
}

QByteArray jobBody(const QByteArray &runs)
{
    return R"({"id":{"namespace":"etl","name":"load"},"type":"BATCH","name":"load","namespace":"etl",
"inputs":[{"namespace":"n","name":"a"}],"outputs":[{"namespace":"n","name":"b"}],"createdAt":"2026-01-01T00:00:00Z",
"description":"Loads.","tags":["nightly"],"facets":{"sql":{"query":"SELECT 1"}},"parentJobName":"dag",
"latestRun":null,"latestRuns":)"
        + runs + '}';
}

QByteArray runBody(const char *id, const char *state, const char *ended)
{
    QByteArray body = R"({"id":"ID","state":"STATE","endedAt":"ENDED",
"inputDatasetVersions":[{"datasetVersionId":{"namespace":"n","name":"a","version":"1"}}],
"outputDatasetVersions":[{"datasetVersionId":{"namespace":"n","name":"b","version":"1"}}],
"facets":{"errorMessage":{"message":"no route to postgres://me:secret@db\nat line 3"}}})";
    body.replace("ID\"", QByteArray(id).append('"'));
    return body.replace("STATE", state).replace("ENDED", ended);
}

} // namespace

class TestMarquezDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        platforms::AccountSettings settings;
        settings.url = QUrl(u"http://marquez.example:5000/api/v1/"_s);
        m_site = *siteOf(settings);
    }

    void aDatasetIsAnAsset()
    {
        const auto listed = datasetsIn(jsonAnswer(listOf("datasets", {ordersBody})), m_site);
        QVERIFY(listed.has_value());
        QCOMPARE(listed->total, 1);
        QVERIFY(listed->findings.isEmpty());
        const auto record = listed->items.first().record;
        QCOMPARE(record.nativeId, u"dataset:postgres://db:5432:shop.public.orders"_s);
        QCOMPARE(record.type, u"table"_s);
        QCOMPARE(record.name, u"orders"_s);
        QCOMPARE(record.description, u"What was bought."_s);
        QCOMPARE(record.ownerName, u"Sales"_s);
        QCOMPARE(record.datasetKey, u"postgres:db:5432:shop.public.orders"_s);
        QCOMPARE(record.tags, (QStringList{u"PII"_s, u"gold"_s}));
        QCOMPARE(record.domain, QStringList{u"postgres://db:5432"_s});
        QVERIFY(record.relations.contains(
            {domain::Relation::InDomain, u"namespace:postgres://db:5432"_s}));
        QCOMPARE(record.fields.size(), 2);
        QCOMPARE(record.fields.at(0).path, u"id"_s); // in the order of the schema
        QCOMPARE(record.fields.at(1).tags, QStringList{u"MONEY"_s});
        QCOMPARE(record.fields.at(1).description, u"in cents"_s);
        QCOMPARE(
            record.native.first().file,
            u"http://marquez.example:3000/lineage/dataset/postgres%3A%2F%2Fdb%3A5432/shop.public.orders"_s);
    }

    void noPasswordIsKept()
    {
        const auto listed = datasetsIn(jsonAnswer(listOf("datasets", {ordersBody})), m_site);
        const auto record = listed->items.first().record;
        QVERIFY(!record.native.first().json.contains("secret"));
        QVERIFY(!record.native.first().json.contains("hidden"));
        QVERIFY(record.native.first().json.contains("postgres://***@db:5432/shop"));
        for (const auto &[name, value] : record.properties)
            QVERIFY2(!value.contains(u"secret"_s) && !value.contains(u"hidden"_s),
                     qPrintable(name));
        const auto job = jobsIn(
            jsonAnswer(listOf(
                "jobs", {jobBody('[' + runBody("1", "FAILED", "2026-01-02T00:00:00Z") + ']')})),
            m_site);
        QCOMPARE(job->items.first().runs.first().problem, u"no route to postgres://***@db"_s);
    }

    void theNativeDocumentIsWhole()
    {
        const auto listed = datasetsIn(jsonAnswer(listOf("datasets", {ordersBody})), m_site);
        const auto native = listed->items.first().record.native.first().json;
        const auto kept = QJsonDocument::fromJson(native).object();
        const auto told = QJsonDocument::fromJson(ordersBody).object();
        QCOMPARE(kept.keys(), told.keys());
        QCOMPARE(kept[u"facets"_s][u"schema"_s], told[u"facets"_s][u"schema"_s]);
    }

    void theOrderOfListsMeansNothing()
    {
        auto turned = ordersBody;
        turned.replace(R"("tags":["PII","gold"])", R"("tags":["gold","PII"])");
        const auto first = turned.indexOf("{\"name\":\"total\"");
        const auto second = turned.indexOf("{\"name\":\"id\"", first);
        const auto total = turned.mid(first, turned.indexOf('}', first) + 1 - first);
        const auto id = turned.mid(second, turned.indexOf('}', second) + 1 - second);
        turned.replace(second, id.size(), total).replace(first, total.size(), id);
        QVERIFY(turned != ordersBody);
        const auto one = datasetsIn(jsonAnswer(listOf("datasets", {ordersBody})), m_site);
        const auto other = datasetsIn(jsonAnswer(listOf("datasets", {turned})), m_site);
        QVERIFY(one->items.first().record == other->items.first().record);
    }

    void aWrongTypeIsOneFinding()
    {
        auto body = ordersBody;
        body.replace(R"("tags":["PII","gold"])", R"("tags":{"a":1})");
        const auto listed =
            datasetsIn(jsonAnswer(listOf("datasets", {"7", body, R"({"facets":[]})"})), m_site);
        QVERIFY(listed.has_value());
        QCOMPARE(listed->rows, 3);
        QCOMPARE(listed->items.size(), 1);
        QCOMPARE(listed->items.first().record.description, u"What was bought."_s);
        QCOMPARE(listed->findings.size(), 3); // two without a name, and the tags
    }

    //! Whatever one place holds: nothing else is lost, and nothing falls over.
    void whatIsOddInOnePlaceIsOddThereAlone()
    {
        const auto sound = QJsonDocument::fromJson(ordersBody).object();
        const auto expected =
            datasetsIn(jsonAnswer(listOf("datasets", {ordersBody})), m_site)->items.first().record;
        int count = 0;
        for (const auto &odd : tests::oddVersionsOf(sound)) {
            const auto listed =
                datasetsIn(jsonAnswer(listOf("datasets", {odd.json, ordersBody})), m_site);
            const auto why = QString(odd.place % u": "_s % QString::fromUtf8(odd.json.left(3000)));
            QVERIFY2(listed.has_value() && listed->rows == 2, qPrintable(why));
            QVERIFY2(listed->items.last().record == expected, qPrintable(why));
            if (odd.isIn({u"id"_s, u"name"_s, u"namespace"_s}))
                continue;
            QVERIFY2(listed->items.size() == 2, qPrintable(why));
            const auto &record = listed->items.first().record;
            const auto isLost = [&](bool isSame, const QStringList &members) {
                return !isSame && !odd.isIn(members);
            };
            QVERIFY2(!isLost(record.nativeId == expected.nativeId, {}), qPrintable(why));
            QVERIFY2(!isLost(record.fields == expected.fields, {u"fields"_s, u"facets"_s}),
                     qPrintable(why));
            QVERIFY2(!isLost(record.tags == expected.tags, {u"tags"_s, u"facets"_s}),
                     qPrintable(why));
            QVERIFY2(!isLost(record.description == expected.description,
                             {u"description"_s, u"facets"_s}),
                     qPrintable(why));
            ++count;
        }
        QVERIFY(count > 200);
        const auto job = QJsonDocument::fromJson(
                             jobBody('[' + runBody("1", "FAILED", "2026-01-02T00:00:00Z") + ']'))
                             .object();
        for (const auto &odd : tests::oddVersionsOf(job)) {
            const auto listed = jobsIn(jsonAnswer(listOf("jobs", {odd.json})), m_site);
            QVERIFY2(listed.has_value() && listed->rows == 1, qPrintable(odd.place));
            QVERIFY2(!listed->items.isEmpty()
                         || odd.isIn({u"id"_s, u"name"_s, u"namespace"_s, u"simpleName"_s}),
                     qPrintable(odd.place));
        }
    }

    void whatIsNoAnswerIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html>Service Unavailable</html>");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("cut") << ordersBody.left(100);
        QTest::newRow("no list") << QByteArray("{\"datasets\":{},\"namespaces\":1,\"jobs\":null}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }

    void whatIsNoAnswerIsAnError()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(datasetsIn(jsonAnswer(body), m_site).error().kind, Error::Kind::Protocol);
        QCOMPARE(namespacesIn(jsonAnswer(body), m_site).error().kind, Error::Kind::Protocol);
        const auto jobs = jobsIn(jsonAnswer(body), m_site);
        QCOMPARE(jobs.error().kind, Error::Kind::Protocol);
        QVERIFY(jobs.error().detail.contains(u"marquez.example"_s));
    }

    void aNamespaceIsADomainThatNobodyDeclared()
    {
        const auto listed = namespacesIn(
            jsonAnswer(
                R"({"namespaces":[{"name":"etl","ownerName":"anonymous","description":"Loads"},
{"name":"old","isHidden":true,"ownerName":"me"}]})"),
            m_site);
        const auto record = listed->items.at(0).record;
        QCOMPARE(record.kind, domain::EntityKind::Domain);
        QCOMPARE(record.nativeId, u"namespace:etl"_s);
        QCOMPARE(record.ownerName, QString());
        QVERIFY(record.properties.contains({u"synthetic"_s, u"namespace"_s}));
        QVERIFY(listed->items.at(1).isHidden);
    }

    void aJobWhoseRunFailedIsACheck()
    {
        const QByteArray runs = '[' + runBody("3", "RUNNING", "2026-01-03T00:00:00Z") + ','
            + runBody("2", "COMPLETED", "2026-01-02T00:00:00Z") + ','
            + runBody("1", "FAILED", "2026-01-01T00:00:00Z") + ']';
        const auto listed = jobsIn(jsonAnswer(listOf("jobs", {jobBody(runs)})), m_site);
        const auto job = listed->items.first();
        QCOMPARE(job.record.code, u"SELECT 1"_s);
        QCOMPARE(job.record.description, u"Loads."_s);
        QVERIFY(job.record.properties.contains({u"last run"_s, u"complete"_s}));
        QVERIFY(!job.record.native.first().json.contains("latestRuns"));
        const auto told = runCheckOf(job);
        QVERIFY(told.has_value());
        QCOMPARE(told->check.nativeId, u"job:etl:load/run"_s);
        QVERIFY(told->check.relations.contains({domain::Relation::Checks, u"dataset:n:b"_s}));
        QCOMPARE(told->runs.size(), 2); // the running one is not over
        QCOMPARE(told->runs.at(0).status, domain::RunStatus::Pass);
        QCOMPARE(told->runs.at(1).status, domain::RunStatus::Fail);
        QVERIFY(told->runs.at(1).message.startsWith(u"no route"_s));
    }

    void aJobThatRunsWellIsNone()
    {
        const auto listed = jobsIn(
            jsonAnswer(listOf(
                "jobs", {jobBody('[' + runBody("2", "COMPLETED", "2026-01-02T00:00:00Z") + ']')})),
            m_site);
        QVERIFY(!runCheckOf(listed->items.first()).has_value());
    }

    void aNativeIdIsCutWhereItMayBe()
    {
        const auto dataset = targetOf(u"dataset:postgres://db:5432:shop.orders"_s);
        QCOMPARE(dataset.kind, Target::Kind::Dataset);
        QCOMPARE(dataset.names.first(), (Name{u"postgres://db:5432"_s, u"shop.orders"_s}));
        QVERIFY(dataset.names.contains({u"postgres://db"_s, u"5432:shop.orders"_s}));
        const auto field = targetOf(u"datasetField:n:t:c"_s);
        QCOMPARE(field.names, (QList<Name>{{u"n"_s, u"t"_s}}));
        QCOMPARE(field.fields, QStringList{u"c"_s});
        QCOMPARE(targetOf(u"urn:li:dataset"_s).kind, Target::Kind::Unknown);
        QCOMPARE(targetOf({}).kind, Target::Kind::Unknown);
    }

    void theWebInterfaceIsWhereTheAccountSays()
    {
        platforms::AccountSettings settings;
        settings.url = QUrl(u"https://data.example/marquez"_s);
        QCOMPARE(siteOf(settings)->jobPage({u"a b"_s, u"c/d"_s}),
                 u"https://data.example/marquez/lineage/job/a%20b/c%2Fd"_s);
        settings.options = QJsonObject{{u"web"_s, u"https://web.example/"_s}};
        QCOMPARE(siteOf(settings)->datasetsPage(), u"https://web.example/datasets"_s);
        QCOMPARE(siteOf({}).error().kind, Error::Kind::Usage);
    }

    void aCursorComesBack()
    {
        Cursor cursor;
        cursor.sweep = 1'795'000'001;
        cursor.isSweeping = true;
        cursor.space = u"postgres://db:5432"_s;
        cursor.offset = 30;
        cursor.total = 70;
        cursor.position = 1'704'067'200'123'456;
        cursor.seen = {1, ~quint64(0)};
        cursor.before = 5;
        cursor.untold = {{u"n"_s, u"j"_s}};
        cursor.findings = {findingOf(u"f"_s, u"r"_s, u"m"_s)};
        const auto back = Cursor::fromBytes(cursor.toBytes());
        QVERIFY(back.has_value());
        QCOMPARE(back->toBytes(), cursor.toBytes());
        QCOMPARE(back->position, cursor.position);
        QCOMPARE(back->seen, cursor.seen);
        QCOMPARE(back->offset, 30);
        QVERIFY(!Cursor::fromBytes("{\"v\":99}").has_value());
        QVERIFY(!Cursor::fromBytes("nonsense").has_value());
    }

    void recordedAnswersAreReadWithoutLoss()
    {
        const QString index = tests::sharedDir() + u"/samples/marquez/live/index.json"_s;
        if (tests::sharedDir().isEmpty() || !QFile::exists(index))
            QSKIP("0 recorded answers of Marquez: they are not beside the project");
        const auto steps = QJsonDocument::fromJson(tests::bytesOf(index)).array();
        static const QRegularExpression lists(
            u"^/api/v1/(?:namespaces/[^/?]+/(datasets|jobs)|(jobs|namespaces|tags))(?:\\?.*)?$"_s);
        static const QRegularExpression single(
            u"^/api/v1/namespaces/[^/?]+/(datasets|jobs)/[^/?]+$"_s);
        int read = 0;
        int things = 0;
        for (const auto &value : steps) {
            const auto step = value.toObject();
            if (step[u"method"_s] != u"GET"_s || step[u"status"_s].toInt() != 200
                || !step.contains(u"file"_s) || step[u"file"_s].toString().endsWith(u".gz"_s))
                continue;
            const auto path = step[u"path"_s].toString();
            const auto list = lists.match(path);
            const auto one = single.match(path);
            if (!list.hasMatch() && !one.hasMatch())
                continue;
            const auto body = tests::bytesOf(tests::sharedDir() + u"/samples/marquez/live/"_s
                                             + step[u"file"_s].toString());
            const auto key =
                list.hasMatch() ? list.captured(1) + list.captured(2) : one.captured(1);
            const auto expected = list.hasMatch()
                ? QJsonDocument::fromJson(body).object()[key].toArray().size()
                : qsizetype(1);
            const auto response = jsonAnswer(body);
            qsizetype items = -1;
            qsizetype findings = 0;
            const auto count = [&](const auto &listed) {
                QVERIFY2(listed.has_value(), listed ? "" : qPrintable(listed.error().detail));
                items = listed->items.size();
                findings = listed->findings.size();
                for (const auto &item : listed->items) {
                    QVERIFY2(!item.record.nativeId.isEmpty() && !item.record.name.isEmpty(),
                             qPrintable(path));
                    QVERIFY(QJsonDocument::fromJson(item.record.native.first().json).isObject());
                }
            };
            if (key == u"datasets"_s)
                count(list.hasMatch() ? datasetsIn(response, m_site) : datasetIn(response, m_site));
            else if (key == u"jobs"_s)
                count(list.hasMatch() ? jobsIn(response, m_site) : jobIn(response, m_site));
            else if (key == u"tags"_s)
                count(tagsIn(response, m_site));
            else
                count(namespacesIn(response, m_site));
            QVERIFY2(items == expected, qPrintable(path));
            QVERIFY2(findings == 0, qPrintable(path));
            ++read;
            things += int(items);
        }
        qInfo("%d recorded answers with %d things", read, things);
        QVERIFY(read > 100);
    }

private:
    Site m_site;
};

QTEST_GUILESS_MAIN(TestMarquezDocuments)
#include "tst_marquezdocuments.moc"
