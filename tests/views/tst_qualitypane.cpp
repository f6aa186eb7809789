// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/servicelevelmodel.h"
#include "tests/views/pagewalk.h"
#include "tests/views/samplequality.h"
#include "tests/views/speech.h"
#include "views/quality/chartcard.h"
#include "views/quality/comparepage.h"
#include "views/quality/heatmap.h"
#include "views/quality/listpages.h"
#include "views/quality/overviewpage.h"
#include "views/quality/qualitybar.h"
#include "views/quality/qualitypane.h"
#include "views/quality/rootstree.h"
#include "views/quality/slopage.h"
#include "views/shared/blocks.h"
#include "views/shared/fittedtable.h"
#include "views/shared/safetext.h"
#include "views/shared/tabs.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using namespace portolan::views::quality;

//! How often somebody asks for a new layout.
class LayoutCounter final : public QObject
{
public:
    int requests = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        requests += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

class TestQualityPane : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    tests::Speech m_speech;

    std::unique_ptr<QualityPane> open(tests::SampleQuality &source, const QVariantMap &state = {},
                                      QSize size = {1392, 824})
    {
        auto pane = std::make_unique<QualityPane>(source, overviewPages());
        pane->restoreState(state);
        pane->resize(size);
        pane->show();
        QApplication::setActiveWindow(pane.get());
        if (!QTest::qWaitForWindowExposed(pane.get()) || !settle(*pane))
            return nullptr;
        // As the window does.
        pane->parts().first()->setFocus();
        return pane;
    }

    static bool settle(QualityPane &pane)
    {
        QCoreApplication::processEvents();
        return QTest::qWaitFor(
            [&pane] {
                auto *slo = static_cast<SloPage *>(
                    pane.currentKind() == PageKind::Level ? pane.page(PageKind::Level) : nullptr);
                return pane.isSettled() && (slo == nullptr || slo->isSettled());
            },
            20'000);
    }

    static OverviewPage &overview(QualityPane &pane)
    {
        return *static_cast<OverviewPage *>(pane.page(PageKind::Overview));
    }

    static FittedTable &levels(QualityPane &pane)
    {
        return *static_cast<LevelsPage *>(pane.page(PageKind::Levels))->table();
    }

private Q_SLOTS:

    void initTestCase()
    {
        QApplication::setApplicationName(u"portolan"_s);
        QVERIFY(m_speech.load());
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void init()
    {
        m_theme->setChoice(Theme::Choice::Light);
        m_theme->setTextPercent(100);
        m_speech.speak(false);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void saysWhatToDoFirst()
    {
        tests::SampleQuality source;
        const auto pane = open(source);
        QVERIFY(pane);
        QVERIFY(overview(*pane).firstText().contains(u"/parcels/{id}/events"_s));
        const auto *table = overview(*pane).levels();
        QCOMPARE(table->model()->index(0, items::ServiceLevelModel::Level).data().toString(),
                 u"Returns and refunds"_s);
        QCOMPARE(overview(*pane).roots()->tree()->topLevelItemCount(), 4);
        QCOMPARE(source.boards, 1);
    }

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
        QTest::newRow("1024-dark") << Theme::Choice::Dark << 100 << small;
        QTest::newRow("200pct-light") << Theme::Choice::Light << 200 << large;
    }

    void everyLook()
    {
        QFETCH(Theme::Choice, choice);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        m_speech.speak(QString::fromLatin1(QTest::currentDataTag()).endsWith(u"-de"_s));
        m_theme->setChoice(choice);
        m_theme->setTextPercent(percent);
        tests::SampleQuality source;
        const auto pane = open(source, {}, size);
        QVERIFY(pane);
        const auto tag = QString::fromLatin1(QTest::currentDataTag());
        tests::paintPicture(pane.get(), u"quality-overview-"_s + tag);
        QCOMPARE(pane->size(), size);
        auto *table = overview(*pane).levels();
        // The state is never cut, nor the budget.
        for (const int column :
             {int(items::ServiceLevelModel::State), int(items::ServiceLevelModel::Budget)}) {
            QVERIFY(!table->isColumnHidden(column));
            QStyleOptionViewItem option;
            option.widget = table;
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const auto index = table->model()->index(row, column);
                QVERIFY(table->itemDelegate()->sizeHint(option, index).width()
                        <= table->columnWidth(column));
            }
        }
        QVERIFY(table->rowHeight(0) >= QFontMetrics(fontOf(Text::Body)).height());
        QVERIFY2(tests::unnamedWidgets(pane.get()).isEmpty(),
                 qPrintable(tests::unnamedWidgets(pane.get()).join(u'\n')));
        QVERIFY2(tests::unreachableWidgets(pane.get()).isEmpty(),
                 qPrintable(tests::unreachableWidgets(pane.get()).join(u'\n')));
        QCOMPARE(tests::cutTexts(*pane), QStringList());
        pane->showPage(PageKind::Levels);
        QVERIFY(settle(*pane));
        tests::paintPicture(pane.get(), u"quality-slos-"_s + tag);
        pane->showPage(PageKind::Checks);
        QVERIFY(settle(*pane));
        tests::paintPicture(pane.get(), u"quality-checks-"_s + tag);
        pane->setComparing(true);
        QVERIFY(settle(*pane));
        tests::paintPicture(pane.get(), u"quality-compare-"_s + tag);
        QCOMPARE(pane->size(), size);
    }

    void theBarComesToRest()
    {
        tests::SampleQuality source;
        for (const int width : {700, 900, 1000, 1100, 1392}) {
            const auto pane = open(source, {}, {width, 700});
            QVERIFY(pane);
            LayoutCounter counter;
            pane->bar()->installEventFilter(&counter);
            pane->bar()->updateGeometry();
            QTest::qWait(100);
            QVERIFY2(counter.requests < 20, qPrintable(QString::number(width)));
        }
    }

    void aCompletionIsAcceptedByTheKeyboard()
    {
        tests::SampleQuality source;
        const auto pane = open(source);
        auto *field = pane->bar()->field();
        field->setFocus();
        QTest::keyClicks(field, u"state:burning domain:ret"_s);
        auto *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(field->text(), u"state:burning domain:Orders/Returns "_s);
    }

    void theFilterNarrowsEveryPage()
    {
        tests::SampleQuality source;
        const auto pane = open(source);
        QVERIFY(pane);
        pane->bar()->field()->setText(u"domain:orders -state:met"_s);
        QVERIFY(settle(*pane));
        QCOMPARE(overview(*pane).levels()->model()->rowCount(), 4);
        QCOMPARE(overview(*pane).heat()->table()->model()->rowCount(), 3);
        QCOMPARE(levels(*pane).model()->rowCount(), 4);
        pane->bar()->field()->setText(u"state:nonsense"_s);
        pane->showPage(PageKind::Levels);
        const auto *empty = pane->page(PageKind::Levels)->findChild<EmptyState *>();
        QVERIFY(empty && empty->isVisible());
        QVERIFY(!levels(*pane).isVisible());
    }

    void aCellOfTheHeatMapOpensItsChecks()
    {
        tests::SampleQuality source;
        const auto pane = open(source);
        QVERIFY(pane);
        auto *heat = overview(*pane).heat()->table();
        heat->setFocus();
        heat->setCurrentIndex(heat->model()->index(5, 0));
        QTest::keyClick(heat, Qt::Key_Down);
        QCOMPARE(heat->currentIndex().row(), 6);
        QTest::keyClick(heat, Qt::Key_Return);
        QCOMPARE(pane->currentKind(), PageKind::Checks);
        QCOMPARE(pane->bar()->field()->text(), u"domain:Orders/Returns dimension:completeness"_s);
        const auto *checks = static_cast<ChecksPage *>(pane->page(PageKind::Checks))->table();
        QVERIFY(checks->model()->rowCount() > 0);
        QVERIFY(checks->model()->rowCount() < 81);
    }

    void enterOpensAServiceLevelAndAltUpComesBack()
    {
        tests::SampleQuality source;
        const auto pane = open(source);
        QVERIFY(pane);
        pane->showPage(PageKind::Levels);
        auto &table = levels(*pane);
        table.setFocus();
        table.setCurrentIndex(table.model()->index(1, items::ServiceLevelModel::Level));
        const auto id = table.currentId();
        QTest::keyClick(&table, Qt::Key_Return);
        QVERIFY(settle(*pane));
        QCOMPARE(pane->currentKind(), PageKind::Level);
        QCOMPARE(pane->page(PageKind::Level)->thing(), id);
        QVERIFY(!pane->breadcrumb().isEmpty());
        pane->goBack();
        QCOMPARE(pane->currentKind(), PageKind::Levels);
        QCOMPARE(table.currentId(), id);
    }

    void everythingArrangedIsThereAgain()
    {
        tests::SampleQuality source;
        QVariantMap state;
        const auto wanted = source.levelCalled(u"Customer 360"_s);
        {
            const auto pane = open(source);
            QVERIFY(pane);
            pane->showPage(PageKind::Levels);
            pane->setFilter(u"-state:unknown"_s);
            pane->setPeriod({PeriodChoice::Kind::Days90, {}, {}});
            QVERIFY(settle(*pane));
            auto &table = levels(*pane);
            table.sortByColumn(items::ServiceLevelModel::Owner, Qt::DescendingOrder);
            for (int row = 0; row < table.model()->rowCount(); ++row) {
                const auto index = table.model()->index(row, items::ServiceLevelModel::Level);
                if (index.data(items::ServiceLevelModel::IdRole).toUuid() == wanted)
                    table.setCurrentIndex(index);
            }
            overview(*pane).heatCard()->showTable(true);
            state = pane->saveState();
        }
        const auto pane = open(source, state);
        QVERIFY(pane);
        QCOMPARE(pane->currentKind(), PageKind::Levels);
        QCOMPARE(pane->bar()->field()->text(), u"-state:unknown"_s);
        QCOMPARE(pane->bar()->period()->choice().kind, PeriodChoice::Kind::Days90);
        QCOMPARE(levels(*pane).currentId(), wanted);
        QCOMPARE(levels(*pane).horizontalHeader()->sortIndicatorSection(),
                 int(items::ServiceLevelModel::Owner));
        QVERIFY(overview(*pane).heatCard()->isTable());
        // What is damaged or from elsewhere is left out.
        QVERIFY(open(source,
                     {{u"version"_s, 1}, {u"page"_s, 77}, {u"over"_s, 78}, {u"pages"_s, u"?"_s}}));
    }

    void tablesHaveTheNumbersOfTheirCharts()
    {
        tests::SampleQuality source;
        const auto pane = open(source);
        QVERIFY(pane);
        auto *card = overview(*pane).heatCard();
        const auto *heat = overview(*pane).heat()->table()->model();
        QCOMPARE(card->figures().rowCount(), heat->rowCount() * heat->columnCount());
        for (int row = 0; row < card->figures().rowCount(); ++row) {
            const auto cell = heat->index(row / heat->columnCount(), row % heat->columnCount());
            QCOMPARE(card->figures().index(row, 2).data(items::FigureTable::ValueRole),
                     cell.data(items::HeatModel::ShareRole));
        }
        QCOMPARE(overview(*pane).trendCard()->figures().rowCount(), 29);
        card->showTable(true);
        QVERIFY(card->table()->isVisible());
        tests::paintPicture(pane.get(), u"quality-overview-table"_s);
    }

    void twoPeriodsStandSideBySide()
    {
        tests::SampleQuality source;
        const auto pane = open(source);
        QVERIFY(pane);
        pane->setComparing(true);
        QTRY_VERIFY(pane->comparePage()->levels().rowCount() > 0);
        QCOMPARE(pane->comparePage()->earlier().to, source.now().addDays(-28));
        auto &table = pane->comparePage()->levels();
        const auto first = [&table](int column) {
            return table.index(0, column).data(items::FigureTable::ValueRole).toDouble();
        };
        // What got worse most stands first, and the difference is that of the two.
        QCOMPARE(table.index(0, 0).data().toString(), u"Returns and refunds"_s);
        QVERIFY(qAbs((first(5) - first(4)) * 100 - first(6)) < 1e-9);
        QVERIFY(pane->comparePage()->shares().rowCount() > 0);
    }

    void savesWhatIsShown()
    {
        tests::SampleQuality source;
        const auto pane = open(source);
        QVERIFY(pane);
        QTemporaryDir folder;
        auto *page = pane->page(PageKind::Overview);
        const auto csv = [page] { return page->csv(); };
        for (const auto kind : {SavedAs::Csv, SavedAs::Png, SavedAs::Pdf}) {
            const auto name = folder.filePath(u"overview."_s + suffixOf(kind));
            QCOMPARE(writeTo(name, kind, page, u"Overview"_s, u"state:missed"_s, csv), QString());
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto begin = file.read(8);
            QVERIFY(kind == SavedAs::Csv       ? begin.startsWith("state,")
                        : kind == SavedAs::Png ? begin.contains("PNG")
                                               : begin.startsWith("%PDF"));
        }
        QVERIFY(
            !writeTo(folder.filePath(u"no/such.csv"_s), SavedAs::Csv, page, {}, {}, csv).isEmpty());
    }

    void saysWhyThereIsNothingAndWhatWentWrong()
    {
        tests::SampleQuality source;
        source.isEmpty = true;
        const auto pane = open(source);
        QVERIFY(pane);
        const auto shown = pane->findChildren<EmptyState *>();
        QVERIFY(std::any_of(shown.begin(), shown.end(),
                            [](const auto *empty) { return empty->isVisible(); }));
        tests::paintPicture(pane.get(), u"quality-empty"_s);
        source.isEmpty = false;
        Q_EMIT source.changed();
        QTRY_VERIFY(overview(*pane).isVisible());
        // The old figures stay below the note.
        source.problem = Error{Error::Kind::Store, u"disk I/O error"_s};
        Q_EMIT source.changed();
        auto *note = pane->findChild<ErrorNote *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(note->isVisible());
        QVERIFY(overview(*pane).isVisible());
        tests::paintPicture(pane.get(), u"quality-error"_s);
        source.problem.reset();
        Q_EMIT note->actionTriggered();
        QTRY_VERIFY(!note->isVisible());
    }
};

QTEST_MAIN(TestQualityPane)
#include "tst_qualitypane.moc"
