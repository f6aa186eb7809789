// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/sampletriage.h"
#include "tests/views/looks.h"
#include "tests/views/pagewalk.h"
#include "views/quality/checkchart.h"
#include "views/quality/checkpage.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using tests::SampleTriage;
using views::quality::CheckPage;

namespace {

const QUuid volume = SampleTriage::idOf(u"/parcels/{id}/events.volume"_s);

struct Desk
{
    SampleTriage source;
    CheckPage page;

    explicit Desk(const QUuid &check, const QSize &size = {1392, 760})
        : page(source)
    {
        page.resize(size);
        page.setPeriod(tests::lastWeeks(source));
        page.showThing(check);
        page.show();
        QApplication::setActiveWindow(&page);
    }

    bool isReady() { return page.model().rowCount() > 0; }
};

} // namespace

class TestCheckPage : public QObject
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
        Desk desk(volume, size);
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.page.size(), size);
        const auto name = QString::fromLatin1(QTest::currentDataTag());
        tests::paintPicture(&desk.page, u"check-"_s + name);
        QCOMPARE(tests::unnamedWidgets(&desk.page), QStringList());
        QCOMPARE(tests::unreachableWidgets(&desk.page), QStringList());
        desk.page.chart()->zoom(12, 0.95);
        QTRY_COMPARE(desk.source.asked.size(), 2);
        tests::paintPicture(&desk.page, u"check-zoomed-"_s + name);
        m_theme->setTextPercent(100);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void zoomAsksForWhatIsSeen()
    {
        Desk desk(volume);
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.source.asked.size(), 1);
        QCOMPARE(desk.source.asked.last(), tests::lastWeeks(desk.source));
        auto *chart = desk.page.chart();
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Plus);
        QTest::keyClick(chart, Qt::Key_Plus);
        QTest::keyClick(chart, Qt::Key_Right);
        // A turning wheel is answered once it pauses.
        QTRY_COMPARE(desk.source.asked.size(), 2);
        QCOMPARE(desk.source.asked.last(), chart->range());
        QVERIFY(chart->range().from > tests::lastWeeks(desk.source).from);
        QTest::keyClick(chart, Qt::Key_0);
        QCOMPARE(chart->range(), tests::lastWeeks(desk.source));
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->range(), tests::lastWeeks(desk.source));
        QTest::keyClick(chart, Qt::Key_Minus);
        QCOMPARE(chart->range(), tests::lastWeeks(desk.source));
    }

    void rangeNeverEndsOrLeavesThePeriod()
    {
        Desk desk(volume);
        QTRY_VERIFY(desk.isReady());
        auto *chart = desk.page.chart();
        for (int i = 0; i < 60; ++i)
            chart->zoom(3, 0.3);
        QVERIFY(chart->range().from.secsTo(chart->range().to) >= 600);
        chart->setRange(tests::lastWeeks(desk.source));
        chart->zoom(8, 0.3);
        for (int i = 0; i < 60; ++i)
            chart->pan(0.9);
        QCOMPARE(chart->range().to, tests::lastWeeks(desk.source).to);
        QVERIFY(chart->range().from >= tests::lastWeeks(desk.source).from);
        QVERIFY(chart->range().to <= tests::lastWeeks(desk.source).to);
        // The clock goes on, and with it the period: what was zoomed to stays.
        chart->pan(-0.9);
        const auto range = chart->range();
        auto later = tests::lastWeeks(desk.source);
        later.to = later.to.addSecs(60);
        desk.page.setPeriod(later);
        QCOMPARE(chart->range(), range);
    }

    void oldAnswersAreDropped()
    {
        Desk desk(volume);
        QTRY_VERIFY(desk.isReady());
        desk.source.holdsChecks = true;
        desk.source.asked.clear();
        auto *chart = desk.page.chart();
        chart->zoom(4, 1);
        QTRY_COMPARE(desk.source.asked.size(), 1);
        chart->zoom(4, 1);
        QTRY_COMPARE(desk.source.asked.size(), 2);
        desk.source.release(1);
        QTRY_VERIFY(desk.page.model().rowCount() > 0);
        QCoreApplication::processEvents();
        const auto rows = desk.page.model().runs();
        desk.source.release(0);
        QCoreApplication::processEvents();
        QCOMPARE(desk.page.model().runs(), rows);
    }

    void tenMillionRunsOpenAndZoomWithoutAPause()
    {
        Desk desk(SampleTriage::bigCheck());
        QTRY_VERIFY(desk.isReady());
        auto *chart = desk.page.chart();
        QVERIFY(!chart->showsRuns());
        QCOMPARE(desk.page.model().rowCount(), 10'000);
        tests::paintPicture(&desk.page, u"check-big"_s);
        // However many runs there are, what is drawn is what a chart of this width can show.
        for (int i = 0; i < 12; ++i) {
            chart->zoom(2, 0.7);
            const auto drawn = tests::drawnBytes(chart);
            QVERIFY2(drawn < 2'000'000, qPrintable(QString::number(drawn)));
        }
        QTRY_VERIFY(chart->showsRuns());
        tests::paintPicture(&desk.page, u"check-big-zoomed"_s);
    }

    void tableIsCopiedAndSaved()
    {
        Desk desk(volume);
        QTRY_VERIFY(desk.isReady());
        desk.page.table()->setFocus();
        desk.page.table()->selectRow(0);
        QTest::keyClick(desk.page.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 2);
        QVERIFY(QApplication::clipboard()->text().contains(u"600 to 1,900"_s));
        QCOMPARE(desk.page.csv().count('\n'), desk.page.model().rowCount() + 1);
    }

    void missingCheckAndFailureSaySo()
    {
        Desk desk(SampleTriage::idOf(u"nothing"_s));
        QTRY_VERIFY(!desk.page.chart()->isVisible());
        tests::paintPicture(&desk.page, u"check-missing"_s);
        Desk other(volume);
        QTRY_VERIFY(other.isReady());
        other.source.problem = Error{Error::Kind::Store, u"history.db"_s};
        other.page.refresh();
        QCoreApplication::processEvents();
        QVERIFY(other.page.chart()->isVisible());
        QVERIFY(other.isReady());
        tests::paintPicture(&other.page, u"check-failed"_s);
    }

    void linksLeadToTheAssetAndItsIncidents()
    {
        Desk desk(volume);
        QTRY_VERIFY(desk.isReady());
        QSignalSpy entity(&desk.page, &views::quality::QualityPage::openEntity);
        QSignalSpy filter(&desk.page, &views::quality::QualityPage::filterRequested);
        for (auto *button : desk.page.findChildren<QAbstractButton *>()) {
            if (button->text() == u"/parcels/{id}/events"_s
                || button->text() == u"Incidents of this check"_s)
                button->click();
        }
        QCOMPARE(entity.size(), 1);
        QCOMPARE(filter.size(), 1);
        QCOMPARE(filter.first().last().toString(), u"check:volume"_s);
    }

    void hostileTextsBreakNothing()
    {
        for (const auto &text : tests::hostileTexts()) {
            Desk desk(volume, {976, 560});
            for (auto &check : desk.source.checks) {
                check.assetName = check.name = check.ownerName = check.severity = text;
                check.expected = check.field = check.source = text;
            }
            desk.page.refresh();
            QTRY_VERIFY(desk.isReady());
            QCoreApplication::processEvents();
            QVERIFY(desk.page.minimumSizeHint().width() <= 976);
            tests::paintPicture(&desk.page, u"check-hostile-%1"_s.arg(text.size()));
        }
    }
};

QTEST_MAIN(TestCheckPage)
#include "tst_checkpage.moc"
