// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as a script sees it: the real program, a real profile, files on disk.
#include "tests/cli/commandline.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::Outcome;
using portolan::tests::run;

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        const QDir source(QStringLiteral(PORTOLAN_SOURCE_DIR "/tests/cli/mesh"));
        QVERIFY(QDir().mkpath(mesh()));
        for (const auto &name : source.entryList(QDir::Files))
            QVERIFY(QFile::copy(source.filePath(name), mesh() + u'/' + name));
        const auto added = onProfile(
            {u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"mesh"_s, u"--folder"_s, mesh()});
        QVERIFY2(added.status == 0, added.err.constData());
        const auto synced = onProfile({u"sync"_s, u"--json"_s});
        QVERIFY2(synced.status == 0, synced.err.constData());
        m_report = synced.json();
    }

    void syncReportsCountsAndProblems()
    {
        QCOMPARE(m_report.value(u"format"_s).toString(), u"portolan.sync/1"_s);
        const auto account = m_report.value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(account.value(u"account"_s).toString(), u"mesh"_s);
        QCOMPARE(account.value(u"state"_s).toString(), u"complete"_s);
        QVERIFY(account.value(u"added"_s).toInt() > 5);
        QStringList messages;
        for (const auto &problem : account.value(u"problems"_s).toArray())
            messages.append(problem.toObject().value(u"message"_s).toString());
        const auto all = messages.join(u'\n');
        QVERIFY2(all.contains(u"contract-missing"_s), qPrintable(all));
        QVERIFY2(all.contains(u"strng"_s), qPrintable(all));
    }

    void aSecondSyncChangesNothing()
    {
        const auto again = onProfile({u"sync"_s, u"--json"_s});
        const auto account = again.json().value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(account.value(u"added"_s).toInt() + account.value(u"changed"_s).toInt()
                     + account.value(u"removed"_s).toInt(),
                 0);
    }

    void statusCountsByKind()
    {
        const auto status = onProfile({u"status"_s, u"--json"_s}).json();
        QCOMPARE(status.value(u"format"_s).toString(), u"portolan.status/1"_s);
        const auto counts = status.value(u"counts"_s).toObject();
        QCOMPARE(counts.value(u"product"_s).toInt(), 2); // one of ODPS, one implied by a contract
        QCOMPARE(counts.value(u"contract"_s).toInt(), 2);
        QCOMPARE(counts.value(u"port"_s).toInt() >= 2, true);
    }

    void searchFindsByNameFirst()
    {
        const auto found = onProfile({u"search"_s, u"order events"_s, u"--json"_s});
        QCOMPARE(found.status, 0);
        const auto hits = found.json().value(u"hits"_s).toArray();
        QCOMPARE(hits.first().toObject().value(u"nativeId"_s).toString(), u"order-events"_s);
        const auto match = hits.first().toObject().value(u"match"_s).toObject();
        QCOMPARE(match.value(u"in"_s).toString(), u"name"_s);
        QVERIFY(!match.value(u"ranges"_s).toArray().isEmpty());
    }

    void searchSaysWhereItMatched()
    {
        const auto found = onProfile({u"search"_s, u"sku"_s, u"--json"_s}).json();
        const auto hit = found.value(u"hits"_s).toArray().first().toObject();
        QCOMPARE(hit.value(u"match"_s).toObject().value(u"in"_s).toString(), u"field"_s);
    }

    void filtersNarrow()
    {
        const auto found = onProfile({u"search"_s, u"kind:contract status:draft"_s, u"--json"_s});
        const auto hits = found.json().value(u"hits"_s).toArray();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().toObject().value(u"nativeId"_s).toString(), u"contract-broken"_s);
    }

    void nothingFoundExitsWithOne()
    {
        const auto found = onProfile({u"search"_s, u"zeppelin"_s, u"--json"_s});
        QCOMPARE(found.status, 1);
        QCOMPARE(found.json().value(u"total"_s).toObject().value(u"value"_s).toInt(), 0);
    }

    void showKeepsTheDigitsOfTheSource()
    {
        const auto shown = onProfile({u"show"_s, u"contract-order-events"_s, u"--json"_s});
        QVERIFY2(shown.status == 0, shown.err.constData());
        QVERIFY2(shown.out.contains("1.10") && shown.out.contains("0.120"), shown.out.constData());
        const auto document = shown.json();
        QCOMPARE(document.value(u"native"_s).toObject().value(u"id"_s).toString(),
                 u"contract-order-events"_s);
        QCOMPARE(document.value(u"sla"_s).toArray().size(), 2);
        QCOMPARE(document.value(u"roles"_s).toArray().size(), 1);
    }

    void showListsFieldsInSchemaOrder()
    {
        const auto shown =
            onProfile({u"show"_s, u"contract-order-events#order_events"_s, u"--json"_s}).json();
        QStringList paths;
        for (const auto &field : shown.value(u"fields"_s).toArray())
            paths.append(field.toObject().value(u"path"_s).toString());
        QCOMPARE(paths,
                 (QStringList{u"order_id"_s, u"customer"_s, u"customer.e_mail"_s, u"lines"_s,
                              u"lines[].sku"_s, u"lines[].price"_s}));
    }

    void showFindsAFieldByItsNativeId()
    {
        const auto shown = onProfile(
            {u"show"_s, u"contract-order-events#order_events.customer.e_mail"_s, u"--json"_s});
        QVERIFY2(shown.status == 0, shown.err.constData());
        const auto entity = shown.json().value(u"entity"_s).toObject();
        QCOMPARE(entity.value(u"kind"_s).toString(), u"field"_s);
        const auto again =
            onProfile({u"show"_s, entity.value(u"id"_s).toString(), u"--json"_s}).json();
        QCOMPARE(again.value(u"entity"_s).toObject().value(u"nativeId"_s),
                 entity.value(u"nativeId"_s));
    }

    void showOfAProductHasItsPorts()
    {
        const auto shown = onProfile({u"show"_s, u"order-events"_s, u"--json"_s}).json();
        const auto ports = shown.value(u"ports"_s).toArray();
        QCOMPARE(ports.size(), 2);
        QCOMPARE(ports.first().toObject().value(u"type"_s).toString(), u"stream"_s);
        QCOMPARE(ports.first().toObject().value(u"direction"_s).toString(), u"output"_s);
        QCOMPARE(shown.value(u"contracts"_s).toArray().size(), 1);
    }

    void whatIsNotThereExitsWithOneLine()
    {
        const auto shown = onProfile({u"show"_s, u"no-such-thing"_s, u"--json"_s});
        QCOMPARE(shown.status, 1);
        QVERIFY(shown.out.isEmpty());
        QCOMPARE(shown.err.count('\n'), 1);
    }

    void facetsFallByCount()
    {
        const auto facets = onProfile({u"facets"_s, QString(), u"--json"_s}).json();
        QCOMPARE(facets.value(u"format"_s).toString(), u"portolan.facets/1"_s);
        bool sawKinds = false;
        for (const auto &facet : facets.value(u"facets"_s).toArray()) {
            sawKinds = sawKinds || facet.toObject().value(u"name"_s).toString() == u"kind"_s;
            double last = 1e9;
            for (const auto &value : facet.toObject().value(u"values"_s).toArray()) {
                QVERIFY(value.toObject().value(u"count"_s).toDouble() <= last);
                last = value.toObject().value(u"count"_s).toDouble();
            }
        }
        QVERIFY(sawKinds);
    }

    void exportWritesEveryRow_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("csv") << u"csv"_s;
        QTest::newRow("md") << u"md"_s;
        QTest::newRow("json") << u"json"_s;
    }

    void exportWritesEveryRow()
    {
        QFETCH(QString, format);
        const auto out = onProfile({u"export"_s, u"products"_s, u"--format"_s, format});
        QVERIFY2(out.status == 0, out.err.constData());
        QVERIFY2(out.out.contains("order-events"), out.out.constData());
        if (format == u"json"_s)
            QCOMPARE(out.json().value(u"rows"_s).toArray().size(), 2);
        else
            QCOMPARE(out.out.count('\n'), format == u"md"_s ? 4 : 3);
    }

    void lintPointsAtTheMistake()
    {
        const auto good = run({u"lint"_s, mesh() + u"/orders.odcs.yaml"_s});
        QVERIFY2(good.status == 0, good.out.constData());
        const QString file = mesh() + u"/broken.odcs.yaml"_s;
        const auto bad = run({u"lint"_s, file});
        QCOMPARE(bad.status, 1);
        QVERIFY2(bad.out.startsWith(QByteArray(file.toUtf8() + ":10:")), bad.out.constData());
        QVERIFY(bad.out.contains(": error: "));
        const auto json = run({u"lint"_s, mesh(), u"--json"_s}).json();
        QCOMPARE(json.value(u"files"_s).toInt(), 3);
    }

    void doctorFindsAHealthyProfileHealthy()
    {
        const auto report = onProfile({u"doctor"_s, u"--json"_s});
        QVERIFY2(report.status == 0, report.out.constData());
        QVERIFY(report.json().value(u"ok"_s).toBool());
        QVERIFY(report.json().value(u"checks"_s).toArray().size() >= 5);
    }

    void doctorSaysWhichAccountCannotBeReached()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"gone"_s);
        QVERIFY(QDir().mkpath(folder));
        const auto doctor = [&dir](const QStringList &arguments) {
            return run(QStringList{u"--profile"_s, dir.filePath(u"profile"_s)} + arguments);
        };
        QCOMPARE(doctor({u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"shop"_s, u"--folder"_s,
                         folder})
                     .status,
                 0);
        QCOMPARE(doctor({u"doctor"_s}).status, 0);
        QVERIFY(QDir().rmdir(folder));
        const auto report = doctor({u"doctor"_s, u"--json"_s});
        QCOMPARE(report.status, 1);
        const auto checks = report.json().value(u"checks"_s).toArray();
        const auto last = checks.last().toObject();
        QCOMPARE(last.value(u"name"_s).toString(), u"account shop"_s);
        QCOMPARE(last.value(u"ok"_s).toBool(true), false);
        QVERIFY(last.value(u"detail"_s).toString().contains(folder));
        QVERIFY(!last.value(u"remedy"_s).toString().isEmpty());
    }

    void mistakesHaveTheirStatus_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("no command") << QStringList{} << 2;
        QTest::newRow("unknown command") << QStringList{u"serch"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"sync"_s, u"--fast"_s} << 2;
        QTest::newRow("unknown account") << QStringList{u"sync"_s, u"--account"_s, u"no"_s} << 1;
        QTest::newRow("unknown platform")
            << QStringList{u"accounts"_s, u"add"_s, u"nope"_s, u"--folder"_s, u"/"_s} << 2;
        QTest::newRow("no folder")
            << QStringList{u"accounts"_s, u"add"_s, u"files"_s, u"--folder"_s, u"/no/such/folder"_s}
            << 1;
        QTest::newRow("name taken")
            << QStringList{u"accounts"_s, u"add"_s,      u"files"_s, u"--name"_s,
                           u"mesh"_s,     u"--folder"_s, u"/tmp"_s}
            << 2;
        QTest::newRow("unknown kind") << QStringList{u"export"_s, u"ships"_s} << 2;
        QTest::newRow("unknown format")
            << QStringList{u"export"_s, u"products"_s, u"--format"_s, u"doc"_s} << 2;
        QTest::newRow("bad number")
            << QStringList{u"search"_s, u"x"_s, u"--limit"_s, u"many"_s} << 2;
        QTest::newRow("no such file") << QStringList{u"lint"_s, u"/no/such/file"_s} << 1;
    }

    void mistakesHaveTheirStatus()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const auto outcome = onProfile(arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY(outcome.err.startsWith("portolan-cli: "));
    }

    void aRemovedAccountTakesItsThingsAlong()
    {
        const auto profile = m_dir.filePath(u"other"_s);
        const QStringList on{u"--profile"_s, profile};
        QCOMPARE(run(on
                     + QStringList{u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"m"_s,
                                   u"--folder"_s, mesh()})
                     .status,
                 0);
        QCOMPARE(run(on + QStringList{u"sync"_s}).status, 0);
        QCOMPARE(run(on + QStringList{u"accounts"_s, u"remove"_s, u"m"_s}).status, 0);
        const auto status = run(on + QStringList{u"status"_s, u"--json"_s}).json();
        QVERIFY(status.value(u"counts"_s).toObject().isEmpty());
        QVERIFY(status.value(u"accounts"_s).toArray().isEmpty());
    }

    void theDemoIsACopyInTheProfileWithResults()
    {
        const auto profile = m_dir.filePath(u"ofdemo"_s);
        const QStringList on{u"--profile"_s, profile};
        const auto added = run(on + QStringList{u"accounts"_s, u"add"_s, u"demo"_s, u"--json"_s});
        QVERIFY2(added.status == 0, added.err.constData());
        const auto account = added.json().value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(account.value(u"folder"_s).toString(), QString(profile % u"/demo"_s));
        QVERIFY(QFile::exists(profile % u"/demo/quality/dbt"_s));
        QCOMPARE(QFileInfo(profile % u"/demo/README.md"_s).permission(QFile::ReadOther), false);
        const auto synced = run(on + QStringList{u"sync"_s});
        QVERIFY2(synced.status == 0, synced.err.constData());
        QVERIFY(synced.err.isEmpty());
    }

private:
    QString mesh() const { return m_dir.filePath(u"mesh"_s); }

    Outcome onProfile(const QStringList &arguments)
    {
        return run(QStringList{u"--profile"_s, m_dir.filePath(u"profile"_s)} + arguments);
    }

    QTemporaryDir m_dir;
    QJsonObject m_report;
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
