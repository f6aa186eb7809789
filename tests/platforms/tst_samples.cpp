// SPDX-License-Identifier: GPL-3.0-or-later
// Real folders as accounts.
#include "tests/platforms/folderfixture.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Relation;
using portolan::tests::FolderFixture;
namespace tests = portolan::tests;

namespace {

//! What the adapter says about a folder of the samples.
struct Imported
{
    tests::CollectingSink sink;
    portolan::Result<portolan::platforms::PullResult> pulled;
};

Imported importFolder(const QString &folder)
{
    FolderFixture fixture;
    auto settings = fixture.settings();
    settings.folder = folder;
    const portolan::SystemClock clock;
    Imported imported;
    auto session = fixture.platform->open(settings, clock);
    if (session)
        imported.pulled = (*session)->pull({}, true, imported.sink);
    return imported;
}

} // namespace

class TestSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theSameTableHasTheSameKeyInDbtAndInAContract()
    {
        const QString folder = tests::sharedDir() + u"/samples/generated"_s;
        if (tests::sharedDir().isEmpty())
            QSKIP("the generated samples are not here: 8 tables left out");
        const auto imported = importFolder(folder);
        QVERIFY(imported.pulled.has_value());
        QHash<QString, QStringList> byKey;
        for (const auto &record : imported.sink.records) {
            if (record.kind == EntityKind::Asset && !record.datasetKey.isEmpty())
                byKey[record.datasetKey].append(record.nativeId);
        }
        int joined = 0;
        for (const auto &ids : std::as_const(byKey)) {
            const bool dbt = std::any_of(ids.begin(), ids.end(), [](const QString &id) {
                return id.startsWith(u"model."_s);
            });
            const bool contract = std::any_of(ids.begin(), ids.end(),
                                              [](const QString &id) { return id.contains(u'#'); });
            joined += dbt && contract ? 1 : 0;
        }
        QCOMPARE(joined, 8);
    }

    void everySampleFolderIsImported_data()
    {
        QTest::addColumn<QString>("folder");
        if (tests::sharedDir().isEmpty()) {
            QTest::newRow("no samples") << QString();
            return;
        }
        const QDir samples(tests::sharedDir() + u"/samples"_s);
        for (const auto &name : samples.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << samples.filePath(name);
    }

    void everySampleFolderIsImported()
    {
        QFETCH(QString, folder);
        if (folder.isEmpty())
            QSKIP("the samples are not here: 18 folders left out");
        const auto imported = importFolder(folder);
        QVERIFY(imported.pulled.has_value());
        QVERIFY(imported.sink.largestPage <= 500);
        for (const auto &record : imported.sink.records) {
            QVERIFY(!record.nativeId.isEmpty());
            for (const auto &document : record.native)
                QVERIFY(!document.json.isEmpty());
        }
        for (const auto &finding : imported.pulled->findings)
            QVERIFY(!finding.file.isEmpty() && !finding.message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
