// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sloevidence.h"
#include "models/items/slotext.h"
#include "tests/views/pagewalk.h"
#include "tests/views/samplequality.h"
#include "tests/views/speech.h"
#include "views/quality/chartcard.h"
#include "views/quality/qualitypane.h"
#include "views/quality/slocharts.h"
#include "views/quality/slofigures.h"
#include "views/quality/slopage.h"
#include "views/quality/targethandle.h"
#include "views/shared/safetext.h"
#include "views/shared/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using namespace portolan::views::quality;

class TestSloPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    tests::Speech m_speech;

    std::unique_ptr<tests::SampleQuality> m_source;
    std::unique_ptr<QualityPane> m_pane;

    SloPage &open(const QString &name, QSize size = {1392, 824})
    {
        m_pane = std::make_unique<QualityPane>(*m_source, overviewPages());
        m_pane->setPeriod({PeriodChoice::Kind::Days90, {}, {}});
        m_pane->resize(size);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        m_pane->showThing(PageKind::Level, m_source->levelCalled(name));
        auto &page = *static_cast<SloPage *>(m_pane->page(PageKind::Level));
        settle(page);
        return page;
    }

    void settle(SloPage &page)
    {
        QCoreApplication::processEvents();
        QVERIFY(QTest::qWaitFor([&] { return m_pane->isSettled() && page.isSettled(); }, 20'000));
    }

    items::SloStory story(const QString &name)
    {
        auto answer =
            m_source
                ->slo(m_source->levelCalled(name), {m_source->now().addDays(-90), m_source->now()})
                .takeResult();
        return *answer;
    }

private Q_SLOTS:

    void initTestCase()
    {
        QApplication::setApplicationName(u"portolan"_s);
        QVERIFY(m_speech.load());
        m_theme = std::make_unique<Theme>();
    }

    void init()
    {
        m_theme->setChoice(Theme::Choice::Light);
        m_theme->setTextPercent(100);
        m_speech.speak(false);
        m_source = std::make_unique<tests::SampleQuality>();
    }

    void cleanup() { m_pane.reset(); }

    void cleanupTestCase() { m_theme.reset(); }

    void everyLook_data()
    {
        QTest::addColumn<Theme::Choice>("choice");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        const QSize large(1392, 824);
        const QSize small(976, 600);
        QTest::newRow("light") << Theme::Choice::Light << 100 << large;
        QTest::newRow("dark") << Theme::Choice::Dark << 100 << large;
        QTest::newRow("contrast") << Theme::Choice::HighContrast << 100 << large;
        QTest::newRow("1024-de") << Theme::Choice::Light << 100 << small;
        QTest::newRow("1024-light") << Theme::Choice::Light << 100 << small;
        QTest::newRow("200pct-dark") << Theme::Choice::Dark << 200 << large;
    }

    void everyLook()
    {
        QFETCH(Theme::Choice, choice);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        m_speech.speak(QString::fromLatin1(QTest::currentDataTag()).endsWith(u"-de"_s));
        m_theme->setChoice(choice);
        m_theme->setTextPercent(percent);
        auto &page = open(u"Order events"_s, size);
        const auto tag = QString::fromLatin1(QTest::currentDataTag());
        tests::paintPicture(m_pane.get(), u"quality-slo-"_s + tag);
        QCOMPARE(m_pane->size(), size);
        QCOMPARE(tests::cutTexts(*m_pane), QStringList());
        page.handle()->setValue(99'500);
        settle(page);
        tests::paintPicture(m_pane.get(), u"quality-slo-tried-"_s + tag);
        QCOMPARE(tests::cutTexts(*m_pane), QStringList());
        QVERIFY2(tests::unnamedWidgets(m_pane.get()).isEmpty(),
                 qPrintable(tests::unnamedWidgets(m_pane.get()).join(u'\n')));
        QVERIFY2(tests::unreachableWidgets(m_pane.get()).isEmpty(),
                 qPrintable(tests::unreachableWidgets(m_pane.get()).join(u'\n')));
    }

    void everyStateHasItsPage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("missed") << u"Returns and refunds"_s;
        QTest::newRow("unknown") << u"Campaign board"_s;
        QTest::newRow("problem") << u"orders_raw"_s;
        QTest::newRow("check") << u"Customer 360"_s;
    }

    void everyStateHasItsPage()
    {
        QFETCH(QString, name);
        auto &page = open(name);
        QVERIFY(page.title().contains(name));
        tests::paintPicture(m_pane.get(),
                            u"quality-slo-"_s + QString::fromLatin1(QTest::currentDataTag()));
    }

    void theTargetMovesByKeysAndIsTyped()
    {
        auto &page = open(u"Order events"_s);
        auto *handle = page.handle();
        QCOMPARE(handle->value(), 99'000);
        handle->setFocus();
        QTest::keyClick(handle, Qt::Key_Up);
        QCOMPARE(handle->value(), 99'100);
        QTest::keyClick(handle, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(handle->value(), 99'090);
        QTest::keyClick(handle, Qt::Key_PageDown);
        QCOMPARE(handle->value(), 98'090);
        // The chart goes on to where the target is.
        QVERIFY(page.sli()->content().low < 0.9809);
        QTest::keyClick(handle, Qt::Key_Return);
        QVERIFY(handle->field()->isVisible());
        handle->field()->setValue(99.5);
        QTest::keyClick(handle->field(), Qt::Key_Return);
        QCOMPARE(handle->value(), 99'500);
        QVERIFY(handle->hasFocus());
        settle(page);
        QCOMPARE(page.figures()->whatIf()->text(0, 2), u"99.5 %"_s);
        QTest::keyClick(handle, Qt::Key_Escape);
        QCOMPARE(handle->value(), 99'000);
        const auto *interface = QAccessible::queryAccessibleInterface(handle);
        QCOMPARE(interface->text(QAccessible::Name), u"Target"_s);
    }

    void theTargetIsDragged()
    {
        auto &page = open(u"Order events"_s);
        auto *handle = page.handle();
        const QPoint middle(handle->width() / 2, handle->height() / 2);
        QTest::mousePress(handle, Qt::LeftButton, {}, middle);
        const auto wanted = int(page.sli()->yOf(0.995));
        const QPoint to(middle.x(), wanted - handle->y());
        QMouseEvent move(QEvent::MouseMove, to, handle->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(handle, &move);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
        QVERIFY2(std::abs(handle->value() - 99'500) <= 30,
                 qPrintable(QString::number(handle->value())));
        settle(page);
        // What would have been missed stands behind the line.
        const auto bands = page.sli()->content().bands;
        QVERIFY(std::any_of(bands.begin(), bands.end(),
                            [](const auto &band) { return band.colour == Colour::AccentSoft; }));
    }

    void figuresOfATriedTargetAreThoseOfTheArithmetic()
    {
        auto &page = open(u"Order events"_s);
        page.handle()->setValue(99'500);
        settle(page);
        const auto one = story(u"Order events"_s);
        const auto expected =
            ::portolan::quality::whatIf(one.level.row.slo, items::evidenceOf(one.evidence),
                                        one.period.to.toMSecsSinceEpoch(), 0.995);
        QVERIFY(expected);
        const auto *table = page.figures()->whatIf();
        QCOMPARE(table->text(1, 2), QLocale().toString(expected->daysMissed));
        QCOMPARE(table->text(3, 2), items::percentText(expected->figures.budget.remaining, 0));
        QCOMPARE(table->text(4, 2), items::stateText(expected->figures.state));
        QCOMPARE(table->text(0, 1), u"99.0 %"_s);
    }

    void aTriedTargetIsProposedInWords()
    {
        auto &page = open(u"Order events"_s);
        auto *table = page.figures()->whatIf();
        const auto one = story(u"Order events"_s);
        settle(page);
        QVERIFY(table->proposeButton()->isHidden());
        QVERIFY(table->proposal(one).isEmpty());
        page.handle()->setValue(99'500);
        settle(page);
        QVERIFY(table->proposeButton()->isVisibleTo(&page));
        QGuiApplication::clipboard()->clear();
        table->proposeButton()->click();
        const auto text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"Proposal for freshness of Order events: target 99.5 % instead "
                                 "of 99.0 %, over 28 days."_s),
                 qPrintable(text));
        QVERIFY(text.contains(u"State now: "_s + table->text(4, 2) + u" instead of "_s
                              + table->text(4, 1)));
        page.handle()->setValue(99'000);
        settle(page);
        QVERIFY(table->proposal(one).isEmpty());
    }

    void whatMadeTheTargetMissedIsWrittenBehindTheLine()
    {
        const auto at = [](qint64 hours) { return hours * 3'600'000; };
        items::SloStory one;
        one.level.row.slo.target = 0.99;
        one.period = {QDateTime::fromMSecsSinceEpoch(0), QDateTime::fromMSecsSinceEpoch(at(100))};
        one.level.figures.windowStart = at(90); // a window of ten hours
        using State = items::SliceSpan::State;
        one.spans = {{at(0), at(10), State::Good},  {at(10), at(13), State::Bad},
                     {at(13), at(20), State::Good}, {at(20), at(22), State::Bad},
                     {at(22), at(60), State::Good}, {at(60), at(61), State::Bad},
                     {at(61), at(100), State::Good}};
        one.points = {{at(0), 0.9, 1, {}},  {at(5), 1.0, 1, {}},   {at(13), 0.97, 1, {}},
                      {at(40), 1.0, 1, {}}, {at(61), 0.98, 1, {}}, {at(80), 1.0, 1, {}}};
        QStringList labels;
        for (const auto &band : triedBands(one, 0.99))
            labels.append(band.label);
        // What made the first stretch bad may have happened before the period.
        QCOMPARE(labels, (QStringList{QString(), u"outages of 3 h and 2 h"_s, u"outage of 1 h"_s}));
    }

    void tablesHaveTheNumbersOfTheirCharts()
    {
        const auto one = story(u"Order events"_s);
        items::FigureTable table;
        tabulateSli(one, table);
        const auto sli = sliContent(one).lines.first().points;
        QCOMPARE(table.rowCount(), sli.size());
        for (int row = 0; row < table.rowCount(); ++row) {
            QCOMPARE(table.index(row, 0).data(items::FigureTable::ValueRole).toLongLong(),
                     qint64(sli.at(row).x()));
            const auto value = table.index(row, 1).data(items::FigureTable::ValueRole);
            QCOMPARE(value.isValid(), !std::isnan(sli.at(row).y()));
            QVERIFY(!value.isValid() || value.toDouble() == sli.at(row).y());
        }
        tabulateSamples(one, table);
        QCOMPARE(table.rowCount(), sampleContent(one).lines.first().points.size());
        tabulateBurn(one, table);
        QCOMPARE(table.columnCount(), 4);
        tabulateBudget(one, table);
        QCOMPARE(table.rowCount(), budgetContent(one).lines.first().points.size());
    }

    void theBurnDownEndsWhereTheFiguresDo()
    {
        for (const auto &name : {u"Order events"_s, u"Customer 360"_s, u"Orders daily"_s}) {
            const auto one = story(name);
            const auto points = burnDown(one);
            QVERIFY(points.size() >= 2);
            QCOMPARE(points.first().y(), 1.0);
            const auto before = points.at(points.size() - 2).y();
            // The spans alone lead to the same number.
            QVERIFY2(std::abs(before - one.level.figures.budget.remaining) < 1e-6,
                     qPrintable(name + u": "_s + QString::number(before) + u' '
                                + QString::number(one.level.figures.budget.remaining)));
            for (qsizetype i = 1; i < points.size(); ++i)
                QVERIFY(points.at(i).y() <= points.at(i - 1).y() + 1e-9);
        }
    }

    void whatNobodyKnowsHasNoLine()
    {
        const auto one = story(u"Campaign board"_s);
        QVERIFY(!one.level.figures.sli);
        QVERIFY(burnDown(one).isEmpty());
        for (const auto &content : {sliContent(one), budgetContent(one), burnContent(one)}) {
            QVERIFY(!content.lines.first().isMarked);
            QVERIFY(std::any_of(content.bands.begin(), content.bands.end(),
                                [](const auto &band) { return band.colour == Colour::HeatHatch; }));
        }
    }

    void aMillionSamplesAreZoomedWithoutAPause()
    {
        constexpr int count = 1'000'000;
        ChartContent content;
        ChartLine line;
        for (int i = 0; i < count; ++i)
            line.points.append({i * 60'000.0, double((i * 7919LL) % 1000) / 1000});
        line.points[count / 2].setY(5);
        content.lines = {line};
        content.high = 5;
        content.to = qint64(count) * 60'000;
        TimeChart chart(u"Samples"_s);
        chart.resize(1000, 300);
        chart.setContent(content);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QVERIFY(chart.drawnPoints() < 5000);
        QElapsedTimer clock;
        qint64 worst = 0;
        for (int i = 0; i < 30; ++i) {
            clock.start();
            QTest::keyClick(&chart, Qt::Key_Plus);
            chart.grab();
            worst = std::max(worst, clock.elapsed());
        }
        qInfo("slowest frame: %lld ms", worst);
        // Near enough every sample is drawn.
        chart.setView(content.to / 2, content.to / 2 + 100 * 60'000LL);
        QVERIFY(chart.drawnPoints() >= 100);
        QVERIFY(chart.drawnPoints() <= 104);
        QTest::keyClick(&chart, Qt::Key_0);
        QCOMPARE(chart.view(), std::pair(content.from, content.to));
        QTest::keyClick(&chart, Qt::Key_Plus);
        const auto before = chart.view();
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(chart.view().first > before.first);
        QCOMPARE(chart.view().second - chart.view().first, before.second - before.first);
    }

    void unknownIsAGapInTheLine()
    {
        ChartContent content;
        content.to = 1000;
        content.lines = {{{}, {}, {{0, 1}, {100, 1}, {200, std::nan("")}, {900, 1}, {1000, 1}}}};
        TimeChart chart(u"Gap"_s);
        chart.resize(600, 300);
        chart.setContent(content);
        QCOMPARE(chart.chart()->series().size(), 2);
    }
};

QTEST_MAIN(TestSloPage)
#include "tst_slopage.moc"
