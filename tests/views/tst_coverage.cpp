// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/sampletriage.h"
#include "tests/views/looks.h"
#include "tests/views/pagewalk.h"
#include "views/quality/coveragebars.h"
#include "views/quality/coveragepage.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using tests::SampleTriage;
using views::quality::CoveragePage;

namespace {

struct Desk
{
    SampleTriage source;
    CoveragePage page;

    explicit Desk(const QSize &size = {1392, 760})
        : page(source)
    {
        page.resize(size);
        page.setPeriod(tests::lastWeeks(source));
        page.show();
        QApplication::setActiveWindow(&page);
    }

    bool isReady() { return page.model().rowCount() > 0; }
};

} // namespace

class TestCoverage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void pageIsWholeInEveryLook_data() { tests::addLooks(); }

    void pageIsWholeInEveryLook()
    {
        QFETCH(const int, choice);
        QFETCH(const int, percent);
        QFETCH(const QSize, size);
        m_theme->setChoice(Theme::Choice(choice));
        m_theme->setTextPercent(percent);
        Desk desk(size);
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.page.size(), size);
        tests::paintPicture(&desk.page,
                            u"coverage-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(tests::unnamedWidgets(&desk.page), QStringList());
        QCOMPARE(tests::unreachableWidgets(&desk.page), QStringList());
        m_theme->setTextPercent(100);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void summaryCountsWhatIsChecked()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.page.summary(), u"61 of 84 critical field(s) are checked"_s);
        QCOMPARE(desk.page.csv().count('\n'), 24);
    }

    void domainIsChosenByKeyboard()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        auto *bars = desk.page.bars();
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Down);
        QCOMPARE(bars->chosen(), 0);
        QVERIFY(desk.page.model().shownRows().size() < 23);
        QVERIFY(bars->accessibleName().contains(bars->chosenDomain().first()));
        QTest::keyClick(bars, Qt::Key_Escape);
        QCOMPARE(desk.page.model().shownRows().size(), 23);
    }

    void filterAndBoxNarrowTheList()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        auto *box = desk.page.findChild<QCheckBox *>();
        box->setChecked(false);
        QCOMPARE(desk.page.model().shownRows().size(), 84);
        desk.page.setFilter(u"why:key"_s);
        QCOMPARE(desk.page.model().shownRows().size(), 21);
        desk.page.setFilter(u"zzz"_s);
        QVERIFY(!desk.page.tree()->isVisible());
        tests::paintPicture(&desk.page, u"coverage-filtered"_s);
        CoveragePage second(desk.source);
        second.restoreState(desk.page.saveState());
        QVERIFY(!second.findChild<QCheckBox *>()->isChecked());
    }

    void rowOpensItsAsset()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QSignalSpy entity(&desk.page, &views::quality::QualityPage::openEntity);
        auto *tree = desk.page.tree();
        Q_EMIT tree->activated(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        QCOMPARE(entity.size(), 1);
        QVERIFY(!entity.first().first().toUuid().isNull());
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"domain,asset"_s));
    }

    void nothingAndFailureSaySo()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.source.isEmpty = true;
        desk.page.refresh();
        QTRY_VERIFY(!desk.page.tree()->isVisible());
        tests::paintPicture(&desk.page, u"coverage-empty"_s);
        Desk other;
        QTRY_VERIFY(other.isReady());
        other.source.problem = Error{Error::Kind::Store, u"cache.db"_s};
        other.page.refresh();
        QCoreApplication::processEvents();
        QVERIFY(other.page.tree()->isVisible());
        tests::paintPicture(&other.page, u"coverage-failed"_s);
    }

    void hostileTextsBreakNothing()
    {
        for (const auto &text : tests::hostileTexts()) {
            Desk desk({976, 560});
            for (auto &row : desk.source.covered) {
                row.assetName = row.field = row.why = row.ownerName = text;
                row.domain = {text};
            }
            desk.page.refresh();
            QTRY_VERIFY(desk.isReady());
            QCoreApplication::processEvents();
            QVERIFY(desk.page.minimumSizeHint().width() <= 976);
            tests::paintPicture(&desk.page, u"coverage-hostile-%1"_s.arg(text.size()));
        }
    }
};

QTEST_MAIN(TestCoverage)
#include "tst_coverage.moc"
