// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogexport.h"
#include "models/items/links.h"
#include "tests/items/fakecatalog.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using items::CatalogExport;
using items::csvCell;

class TestCatalogExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void allRowsAreWrittenPageByPage()
    {
        tests::FakeCatalog source;
        source.setRows(900);
        QTemporaryDir folder;
        const auto path = folder.filePath(u"list.csv"_s);
        auto *exporting = new CatalogExport(source, {}, path);
        qint64 written = 0;
        connect(exporting, &CatalogExport::finished, this,
                [&](const Result<qint64> &rows) { written = rows.value_or(-1); });
        exporting->start();
        QTRY_COMPARE(written, 900);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 902); // head, rows, and nothing behind the last line end
        QVERIFY(lines.at(900).contains("\"row 899\""));
        QCOMPARE(source.requests.size(), 3);
    }

    void aFailureLeavesNoFile()
    {
        tests::FakeCatalog source;
        source.setRows(10);
        source.error = {Error::Kind::Store, u"damaged"_s};
        QTemporaryDir folder;
        const auto path = folder.filePath(u"list.csv"_s);
        auto *exporting = new CatalogExport(source, {}, path);
        bool failed = false;
        connect(exporting, &CatalogExport::finished, this,
                [&](const Result<qint64> &rows) { failed = !rows.has_value(); });
        exporting->start();
        QTRY_VERIFY(failed);
        QTRY_VERIFY(!QFile::exists(path));
    }

    void formulasBecomeText()
    {
        QCOMPARE(csvCell(u"=HYPERLINK(\"x\")"_s), u"\"'=HYPERLINK(\"\"x\"\")\""_s);
        for (const auto c : u"+-@\t\r\n"_s)
            QVERIFY(csvCell(QString(c) + u"1"_s).startsWith(u"\"'"_s));
        QCOMPARE(csvCell(u"plain, text"_s), u"\"plain, text\""_s);
    }

    void linksLeadBackToTheirThing()
    {
        const auto id = tests::thing(u"a"_s).id;
        QCOMPARE(items::linkTarget(items::linkTo(id)), id);
        QVERIFY(!items::linkTarget(u"https://example.org"_s));
        QVERIFY(!items::linkTarget(u"portolan:no-id"_s));
        QVERIFY(items::markdownLink(u"a](file:x) <b>"_s, id)
                    .startsWith(u"[a\\]\\(file:x\\) \\<b\\>]("_s));
    }
};

QTEST_GUILESS_MAIN(TestCatalogExport)
#include "tst_catalogexport.moc"
