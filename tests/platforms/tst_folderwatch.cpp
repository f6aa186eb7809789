// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/folderfixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::contractText;
using portolan::tests::FolderFixture;

class TestFolderWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void changesAreTold_data()
    {
        QTest::addColumn<QString>("how");
        for (const auto *how : {"written in place", "saved by renaming", "added", "removed",
                                "in a new folder", "renamed"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void changesAreTold()
    {
        QFETCH(QString, how);
        FolderFixture folder;
        folder.write(u"deep/er/a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        int told = 0;
        const auto watch = folder.platform->watch(folder.settings(), [&told] { ++told; });
        QVERIFY(watch);
        QTest::qWait(400); // the first listing
        QCOMPARE(told, 0);

        if (how == u"written in place")
            folder.write(u"deep/er/a.yaml"_s, contractText(u"a"_s, u"1.0.1"_s));
        else if (how == u"saved by renaming")
            folder.save(u"deep/er/a.yaml"_s, contractText(u"a"_s, u"1.0.1"_s));
        else if (how == u"added")
            folder.write(u"deep/b.yaml"_s, contractText(u"b"_s, u"1.0.0"_s));
        else if (how == u"removed")
            folder.remove(u"deep/er/a.yaml"_s);
        else if (how == u"in a new folder")
            folder.write(u"new/one/c.yaml"_s, contractText(u"c"_s, u"1.0.0"_s));
        else
            QVERIFY(QDir(folder.path()).rename(u"deep/er/a.yaml"_s, u"deep/er/z.yaml"_s));
        QTRY_VERIFY(told > 0);
    }

    void aSecondSaveIsToldToo()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        int told = 0;
        const auto watch = folder.platform->watch(folder.settings(), [&told] { ++told; });
        QTest::qWait(400);
        for (int i = 1; i <= 3; ++i) {
            folder.save(u"a.yaml"_s, contractText(u"a"_s, u"1.0.%1"_s.arg(i)));
            QTRY_VERIFY_WITH_TIMEOUT(told >= i, 1000);
        }
    }

    void theLastOfManyFilesIsWatchedToo()
    {
        FolderFixture folder;
        constexpr int files = 1500;
        for (int i = 0; i < files; ++i)
            folder.write(u"f%1.yaml"_s.arg(i, 4, 10, QChar(u'0')), "x: 1\n");
        int told = 0;
        const auto watch = folder.platform->watch(folder.settings(), [&told] { ++told; });
        QTest::qWait(1500); // listed, and watched turn by turn
        QCOMPARE(told, 0);
        folder.write(u"f1499.yaml"_s, "x: 2\n");
        QTRY_VERIFY_WITH_TIMEOUT(told > 0, 1000);
        folder.write(u"f0000.yaml"_s, "x: 3\n");
        QTRY_VERIFY_WITH_TIMEOUT(told > 1, 1000);
    }

    void whatIsNotReadIsNotTold()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        int told = 0;
        const auto watch = folder.platform->watch(folder.settings(), [&told] { ++told; });
        QTest::qWait(400);
        folder.write(u".a.yaml.swp"_s, "x");
        folder.write(u".git/index"_s, "x");
        QTest::qWait(600);
        QCOMPARE(told, 0);
    }

    void aFolderThatIsMovedAwayIsTold()
    {
        FolderFixture folder;
        folder.write(u"mesh/a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        auto settings = folder.settings();
        settings.folder = folder.path(u"mesh"_s);
        int told = 0;
        const auto watch = folder.platform->watch(settings, [&told] { ++told; });
        QTest::qWait(400);
        QVERIFY(QDir().rename(settings.folder, settings.folder + u"-away"_s));
        QTRY_VERIFY_WITH_TIMEOUT(told > 0, 5000);
        const int before = told;
        QVERIFY(QDir().rename(settings.folder + u"-away"_s, settings.folder));
        QTRY_VERIFY_WITH_TIMEOUT(told > before, 5000);
    }

    void aFolderThatComesBackIsToldAgain()
    {
        FolderFixture folder;
        folder.write(u"mesh/a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        auto settings = folder.settings();
        settings.folder = folder.path(u"mesh"_s);
        int told = 0;
        const auto watch = folder.platform->watch(settings, [&told] { ++told; });
        QTest::qWait(400);
        QDir(settings.folder).removeRecursively();
        QTRY_VERIFY_WITH_TIMEOUT(told > 0, 1000);
        const int before = told;
        folder.write(u"mesh/a.yaml"_s, contractText(u"a"_s, u"1.0.1"_s));
        QTRY_VERIFY_WITH_TIMEOUT(told > before, 4000);
    }
};

QTEST_GUILESS_MAIN(TestFolderWatch)
#include "tst_folderwatch.moc"
