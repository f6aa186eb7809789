// SPDX-License-Identifier: GPL-3.0-or-later
// What contracts promise over time, and the checks that their rules ask for.
#include "models/formats/document/read.h"
#include "models/formats/odcs/checks.h"
#include "models/formats/odcs/duration.h"
#include "models/formats/odcs/slos.h"
#include "tests/support/shared.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::formats;

namespace {

odcs::Contract contractIn(const QByteArray &more)
{
    const QByteArray text = "apiVersion: v3.1.0\nkind: DataContract\nid: c\nname: shop\n" + more;
    return odcs::read(u"a.yaml"_s, document::readYaml(u"a.yaml"_s, text).root());
}

odcs::Slos slosIn(const QByteArray &more)
{
    const auto contract = contractIn(more);
    return odcs::slosOf(contract, odcs::checksOf(contract));
}

const QByteArray twoTables =
    "schema: [{name: orders, properties: [{name: day}, {name: total}]}, "
    "{name: items, physicalName: items_v2, properties: [{name: total}]}]\n";

//! "id threshold slice" of each.
QStringList agesOf(const odcs::Slos &slos)
{
    QStringList lines;
    for (const auto &slo : slos.slos)
        lines.append(slo.nativeId % u' ' % QString::number(slo.thresholdSeconds.value_or(0)) % u' '
                     % slo.slice);
    return lines;
}

const domain::Slo *find(const odcs::Slos &slos, const QString &id)
{
    for (const auto &slo : slos.slos) {
        if (slo.nativeId == id)
            return &slo;
    }
    return nullptr;
}

} // namespace

class TestOdcsSlo : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void durationsOfAnySpellingAreRead_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("seconds"); // 0: is none
        const auto row = [](const QString &value, const QString &unit, double seconds) {
            QTest::newRow(qPrintable(value % u' ' % unit)) << value << unit << seconds;
        };
        for (const auto &unit : {u"d"_s, u"D"_s, u"day"_s, u"Days"_s})
            row(u"2"_s, unit, 172'800);
        for (const auto &unit : {u"h"_s, u"HR"_s, u"hour"_s, u"Hours"_s})
            row(u"1.5"_s, unit, 5400);
        for (const auto &unit : {u"m"_s, u"min"_s, u"Minutes"_s})
            row(u"90"_s, unit, 5400);
        for (const auto &unit : {u"s"_s, u"sec"_s, u"seconds"_s})
            row(u"90"_s, unit, 90);
        for (const auto &unit : {u"y"_s, u"yr"_s, u"year"_s, u"Years"_s})
            row(u"1"_s, unit, 365 * 86'400.0);
        row(u"500ms"_s, {}, 0.5);
        row(u"4 h"_s, {}, 14'400);
        row(u"2d"_s, u"h"_s, 172'800);
        row(u"1"_s, u" w "_s, 604'800);
        row(u"PT4H"_s, {}, 14'400);
        row(u"P1DT12H"_s, u"d"_s, 129'600);
        row(u"PT0,5H"_s, {}, 1800);
        row(u"P2W"_s, {}, 1'209'600);
        row(u"4"_s, {}, 0);
        row(u"0"_s, u"d"_s, 0);
        row(u"-4"_s, u"d"_s, 0);
        row(u"four"_s, u"d"_s, 0);
        row(u"4"_s, u"moons"_s, 0);
        row(u"P"_s, {}, 0);
        row(u"PT"_s, {}, 0);
        row(u"P1.2.3D"_s, {}, 0);
        row(u"0 6 * * *"_s, {}, 0);
        row(u"9e99"_s, u"y"_s, 0);
        row(u"99999999"_s, u"y"_s, 0);
        row({}, {}, 0);
    }

    void durationsOfAnySpellingAreRead()
    {
        QFETCH(QString, value);
        QFETCH(QString, unit);
        QTEST(odcs::secondsOf(value, unit).value_or(0), "seconds");
    }

    void latencyIsTheAgeOfEachTable()
    {
        const auto slos =
            slosIn(twoTables
                   + "slaProperties:\n- {property: latency, value: 26, unit: h, element: "
                     "orders.day, description: soon}\n");
        QVERIFY(slos.findings.isEmpty());
        QCOMPARE(slos.slos.size(), 1);
        domain::Slo expected;
        expected.nativeId = u"c#sla/latency/orders"_s;
        expected.name = u"latency of orders"_s;
        expected.description = u"soon"_s;
        expected.asset = u"c#orders"_s;
        expected.contract = u"c"_s;
        expected.measure = domain::SloMeasure::Freshness;
        expected.target = 0.99;
        expected.slice = u"1h"_s;
        expected.window.duration = u"28d"_s;
        expected.thresholdSeconds = 93'600;
        expected.dimension = u"freshness"_s;
        expected.source = u"odcs"_s;
        expected.file = u"a.yaml"_s;
        expected.line = 7;
        QCOMPARE(slos.slos.constFirst(), expected);
    }

    void termsFindTheirTables_data()
    {
        QTest::addColumn<QByteArray>("terms");
        QTest::addColumn<QStringList>("ages");
        const QStringList both{u"c#sla/latency/orders 3600 15m"_s,
                               u"c#sla/latency/items 3600 15m"_s};
        QTest::newRow("every table")
            << QByteArray("- {property: latency, value: 1, unit: h}") << both;
        QTest::newRow("several elements")
            << QByteArray("- {property: Latency, value: 1, unit: h, element: 'orders.day, items'}")
            << both;
        QTest::newRow("technical name")
            << QByteArray("- {property: latency, value: 1, unit: h, element: items_v2.total}")
            << QStringList{both.at(1)};
        QTest::newRow("column of one table")
            << QByteArray("- {property: latency, value: 1, unit: h, element: day}")
            << QStringList{both.at(0)};
        QTest::newRow("frequency where no latency is")
            << QByteArray("- {property: frequency, value: 1, unit: d}\n"
                          "- {property: latency, value: 1, unit: h, element: orders}")
            << QStringList{both.at(0), u"c#sla/frequency/items 86400 1h"_s};
        QTest::newRow("the strictest")
            << QByteArray("- {property: latency, value: 1, unit: d}\n"
                          "- {property: latency, value: 1, unit: h, element: orders}\n"
                          "- {property: latency, value: 2, unit: h, element: orders}")
            << QStringList{both.at(0), u"c#sla/latency/items 86400 1h"_s};
        QTest::newRow("other terms") << QByteArray("- {property: retention, value: 3, unit: y}\n"
                                                   "- {property: timeToRepair, value: 3, unit: h}\n"
                                                   "- {property: freshness, value: 3, unit: h}")
                                     << QStringList();
    }

    void termsFindTheirTables()
    {
        QFETCH(QByteArray, terms);
        const auto slos = slosIn(twoTables + "slaProperties:\n" + terms + "\n");
        QVERIFY2(slos.findings.isEmpty(), qPrintable(slos.findings.value(0).message));
        QTEST(agesOf(slos), "ages");
    }

    void slicesFitThreeTimesIntoTheAge_data()
    {
        QTest::addColumn<QByteArray>("minutes");
        QTest::addColumn<QString>("slice");
        QTest::newRow("1h") << QByteArray("180") << u"1h"_s;
        QTest::newRow("30m") << QByteArray("179") << u"30m"_s;
        QTest::newRow("15m") << QByteArray("89.9") << u"15m"_s;
        QTest::newRow("5m") << QByteArray("15") << u"5m"_s;
        QTest::newRow("1m") << QByteArray("14") << u"1m"_s;
        QTest::newRow("at least 1m") << QByteArray("0.1") << u"1m"_s;
    }

    void slicesFitThreeTimesIntoTheAge()
    {
        QFETCH(QByteArray, minutes);
        const auto slos = slosIn("schema: [{name: a}]\nslaProperties: [{property: latency, value: "
                                 + minutes + ", unit: min}]\n");
        QTEST(slos.slos.constFirst().slice, "slice");
    }

    void versionTwoHasADefaultElement()
    {
        const QByteArray text =
            "kind: DataContract\napiVersion: v2.2.2\nuuid: f\ndatasetName: flat\nversion: '1'\n"
            "slaDefaultColumn: tbl.when\nslaProperties:\n- {property: latency, value: '4', unit: "
            "Days}\n- {property: frequency, value: 1, unit: d, column: other.x}\n"
            "dataset:\n- table: tbl\n  columns: [{column: when}]\n  quality:\n"
            "  - {code: nullCheck, templateName: NullCheck, column: when, dimension: "
            "completeness}\n"
            "- table: other\n";
        const auto contract = odcs::read(u"a.yaml"_s, document::readYaml(u"a.yaml"_s, text).root());
        const auto checks = odcs::checksOf(contract);
        QCOMPARE(checks.size(), 1);
        QCOMPARE(checks.constFirst().nativeId, u"f#quality/tbl.when/nullCheck"_s);
        const auto slos = odcs::slosOf(contract, checks);
        QVERIFY(slos.findings.isEmpty());
        QCOMPARE(agesOf(slos),
                 (QStringList{u"f#sla/latency/tbl 345600 1h"_s, u"f#sla/frequency/other 86400 1h"_s,
                              u"f#sla/quality/completeness 0 1h"_s}));
    }

    void availabilityIsOfChecksThatShowIt()
    {
        const auto slos = slosIn(
            "schema:\n- name: a\n  quality: [{metric: rowCount, mustBe: 1}, {metric: "
            "invalidValues, mustBe: 0}]\n- name: b\n  quality: [{metric: nullValues, mustBe: 0}]\n"
            "- name: n\nslaProperties:\n- {property: availability, value: '99.9%'}\n"
            "- {property: availability, value: 95, unit: '%', element: b}\n"
            "- {property: availability, value: 0.5, element: n}\n");
        QVERIFY(slos.findings.isEmpty());
        const auto *all = find(slos, u"c#sla/availability"_s);
        QVERIFY(all);
        QCOMPARE(all->target, 0.999);
        QCOMPARE(all->measure, domain::SloMeasure::Check);
        QCOMPARE(all->slice, u"1h"_s);
        QCOMPARE(all->checks,
                 (QStringList{u"c#quality/a/rowCount"_s, u"c#quality/b/nullValues"_s}));
        QVERIFY(all->notEvaluated.isEmpty());
        const auto *one = find(slos, u"c#sla/availability/b"_s);
        QVERIFY(one);
        QCOMPARE(one->target, 0.95);
        QCOMPARE(one->asset, u"c#b"_s);
        QCOMPARE(one->checks, QStringList{u"c#quality/b/nullValues"_s});
        const auto *none = find(slos, u"c#sla/availability/n"_s);
        QVERIFY(none);
        QCOMPARE(none->target, 0.5);
        QVERIFY(!none->notEvaluated.isEmpty());
    }

    void qualityIsOneByDimension()
    {
        const auto slos = slosIn(
            "schema:\n- name: a\n  quality:\n  - {metric: rowCount, mustBe: 1}\n"
            "  - {metric: nullValues, mustBe: 0, dimension: Conformity}\n"
            "  - {type: text, dimension: accuracy, description: good}\n- name: b\n  properties:\n"
            "  - name: x\n    quality: [{metric: invalidValues, mustBe: 0}, {type: sql, query: "
            "q}]\n");
        QStringList found;
        for (const auto &slo : slos.slos)
            found.append(slo.nativeId % u" = "_s % slo.checks.join(u", "_s) % u' ' % slo.asset);
        QCOMPARE(found,
                 (QStringList{u"c#sla/quality/volume = c#quality/a/rowCount c#a"_s,
                              u"c#sla/quality/validity = c#quality/a/nullValues, "
                              "c#quality/b.x/invalidValues "_s,
                              u"c#sla/quality/other = c#quality/b.x/sql c#b"_s}));
        QCOMPARE(slos.slos.constFirst().target, 0.95);
        QCOMPARE(slos.slos.constFirst().line, 8);
    }

    void checksHaveNamesThatStay()
    {
        const auto checks = odcs::checksOf(contractIn(
            "schema:\n- name: a\n  quality:\n  - {id: q1, name: n, metric: rowCount, mustBe: 1, "
            "severity: error}\n  - {name: n, metric: rowCount, mustBe: 2}\n"
            "  - {metric: rowCount, mustBe: 3}\n  - {metric: rowCount, mustBe: 4}\n"
            "  - {name: 'rowCount#2', metric: rowCount, mustBe: 5}\n  - {metric: rowCount, mustBe: "
            "6}\n  properties:\n  - {name: x, items: {quality: [{rule: duplicateValues, mustBe: "
            "0}]}}\n"));
        QStringList ids;
        for (const auto &check : checks) {
            ids.append(check.nativeId);
            QCOMPARE(check.kind, domain::EntityKind::Check);
            QCOMPARE(check.relations,
                     (QList<domain::RelationTo>{{domain::Relation::Checks, u"c#a"_s}}));
            QCOMPARE(check.properties.constFirst(), std::pair(u"source"_s, u"odcs"_s));
        }
        QCOMPARE(ids,
                 (QStringList{u"c#quality/a/q1"_s, u"c#quality/a/n"_s, u"c#quality/a/rowCount"_s,
                              u"c#quality/a/rowCount#2"_s, u"c#quality/a/rowCount#2#2"_s,
                              u"c#quality/a/rowCount#3"_s, u"c#quality/a.x[]/duplicateValues"_s}));
        const auto &first = checks.constFirst();
        QCOMPARE(first.name, u"n"_s);
        QCOMPARE(first.type, u"rowCount"_s);
        QCOMPARE(first.quality.constFirst().dimension, u"volume"_s);
        QCOMPARE(first.quality.constFirst().severity, u"error"_s);
        QCOMPARE(first.quality.constFirst().expression, u"must be 1"_s);
        QCOMPARE(first.native.constFirst().line, 8);
        QCOMPARE(checks.constLast().quality.constFirst().dimension, u"uniqueness"_s);
    }

    void termsThatCannotBeReadAreFindings_data()
    {
        QTest::addColumn<QByteArray>("term");
        QTest::addColumn<QString>("field");
        QTest::newRow("duration") << QByteArray("{property: latency, value: soon}")
                                  << u"slaProperties[1].value"_s;
        QTest::newRow("unit") << QByteArray("{property: frequency, value: 4, unit: moons}")
                              << u"slaProperties[1].value"_s;
        QTest::newRow("element") << QByteArray(
            "{property: latency, value: 4, unit: d, element: tab1.day}")
                                 << u"slaProperties[1].element"_s;
        QTest::newRow("percentage")
            << QByteArray("{property: availability, value: 101}") << u"slaProperties[1].value"_s;
        QTest::newRow("no number")
            << QByteArray("{property: availability, value: always}") << u"slaProperties[1].value"_s;
    }

    void termsThatCannotBeReadAreFindings()
    {
        QFETCH(QByteArray, term);
        const auto slos = slosIn(twoTables + "slaProperties:\n- {property: retention, value: x}\n- "
                                 + term + "\n");
        QCOMPARE(slos.slos.size(), 0);
        QCOMPARE(slos.findings.size(), 1);
        QTEST(slos.findings.constFirst().field, "field");
        QCOMPARE(slos.findings.constFirst().file, u"a.yaml"_s);
        QCOMPARE(slos.findings.constFirst().line, 8);
        QVERIFY(!slos.findings.constFirst().remedy.isEmpty());
    }

    void realContractsHaveServiceLevels()
    {
        const auto files = tests::sharedFiles(u"samples/generated/contracts"_s, {u"*.odcs.yaml"_s})
            + tests::sharedFiles(u"samples/odcs"_s, {u"*.yaml"_s});
        if (files.isEmpty())
            QSKIP("the real contracts are not here: about 140 cases left out");
        auto contracts = 0;
        QHash<QString, QStringList> ids;
        for (const auto &path : files) {
            const auto document = document::read(path, tests::bytesOf(path));
            const auto contract = odcs::read(path, document.root());
            const auto checks = odcs::checksOf(contract);
            QSet<QString> known;
            for (const auto &check : checks) {
                QVERIFY2(!known.contains(check.nativeId), qPrintable(path));
                known.insert(check.nativeId);
            }
            if (contract.contract)
                QCOMPARE(contract.rules.size(), contract.contract->quality.size());
            for (const auto &slo : odcs::slosOf(contract, checks).slos) {
                ids[path.section(u"samples/"_s, -1)].append(slo.nativeId.section(u'#', -1));
                for (const auto &check : slo.checks)
                    QVERIFY(known.contains(check));
            }
            ++contracts;
        }
        QCOMPARE(ids.value(u"generated/contracts/bookings.odcs.yaml"_s),
                 (QStringList{u"sla/latency/fct_bookings"_s, u"sla/availability"_s,
                              u"sla/quality/volume"_s, u"sla/quality/uniqueness"_s,
                              u"sla/quality/validity"_s}));
        QCOMPARE(ids.value(u"generated/contracts/hazard-register.odcs.yaml"_s),
                 QStringList{u"sla/latency/hazard_register"_s});
        qInfo("%d files", contracts);
    }

    void hostileContractsCrashNothing()
    {
        const QByteArray whole = twoTables
            + "slaDefaultElement: orders\nslaProperties:\n- {property: latency, value: 1, unit: "
              "h}\n"
              "- {property: availability, value: 99, unit: '%', element: 'a, b'}\n";
        for (qsizetype size = 0; size <= whole.size(); ++size)
            slosIn(whole.left(size));
        const QList<QByteArray> values{"[]", "{}", "~", "''", "[[1]]", "1e999", "{a: {}}"};
        for (const auto &value : values) {
            slosIn("schema: " + value + "\nslaProperties: " + value + "\n");
            slosIn("schema: [" + value + "]\nslaProperties: [" + value + "]\n");
            slosIn("schema: [{name: a, quality: [" + value + ", {metric: " + value
                   + ", id: " + value + ", name: " + value + "}]}]\nslaDefaultElement: " + value
                   + "\nslaProperties: [{property: latency, value: " + value + ", unit: " + value
                   + ", element: " + value + "}, {property: availability, value: " + value
                   + "}]\n");
        }
        slosIn(twoTables + "slaProperties: [{property: latency, value: 1, unit: d, element: '"
               + QByteArray(1'000'000, '.') + "'}]\n");
    }
};

QTEST_APPLESS_MAIN(TestOdcsSlo)
#include "tst_odcsslo.moc"
