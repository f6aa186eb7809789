// SPDX-License-Identifier: GPL-3.0-or-later
// The Lineage tab of a page: the pane of lineage as a part of it.
#include "models/base/clock.h"
#include "models/base/identity.h"
#include "tests/items/samplelineage.h"
#include "tests/items/samplemesh.h"
#include "tests/views/pagewalk.h"
#include "views/lineage/canvas.h"
#include "views/lineage/impactview.h"
#include "views/lineage/lineagepane.h"
#include "views/product/productpage.h"
#include "views/shared/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using portolan::views::lineage::Bar;
using portolan::views::lineage::LineagePane;
using product::ProductPage;
using tests::sampleId;
using Tab = ProductPage::Tab;

namespace {

//! The sample lineage, in which order_events is what the sample page is about.
domain::LineageGraph lineageOfThePage()
{
    auto graph = tests::orderLineage();
    graph.nodes[std::size_t(tests::nodeNamed(graph, u"order_events"_s))].id =
        sampleId(u"orders.events"_s);
    return graph;
}

} // namespace

class TestLineageTab : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;
    int m_made = 0;

    void offer(ProductPage &page, tests::SampleLineage &source)
    {
        m_made = 0;
        page.setLineage([this, &source](const QUuid &id) -> std::unique_ptr<Pane> {
            ++m_made;
            auto pane = std::make_unique<LineagePane>(source, m_clock);
            pane->keepTo(id);
            return pane;
        });
        page.resize(1392, 828);
        page.show();
    }

    static LineagePane *paneOf(const ProductPage &page) { return page.findChild<LineagePane *>(); }

    //! The page at its lineage, settled; null when it does not come to rest.
    std::unique_ptr<ProductPage> open(tests::SamplePages &pages, tests::SampleLineage &source)
    {
        auto page = std::make_unique<ProductPage>(pages, sampleId(u"orders.events"_s));
        offer(*page, source);
        const auto isRead = [&page] { return page->loader().isComplete(); };
        if (!QTest::qWaitForWindowExposed(page.get()) || !QTest::qWaitFor(isRead))
            return nullptr;
        page->showTab(Tab::Lineage);
        const auto isDrawn = [&page] {
            return paneOf(*page) && paneOf(*page)->isSettled() && paneOf(*page)->canvas()->scene();
        };
        return QTest::qWaitFor(isDrawn, 20'000) ? std::move(page) : nullptr;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void isReadWhenItIsLookedAt()
    {
        tests::SamplePages pages;
        tests::SampleLineage source(lineageOfThePage());
        ProductPage page(pages, sampleId(u"orders.events"_s));
        offer(page, source);
        QTRY_VERIFY(page.loader().isComplete());
        QVERIFY(page.tabs().contains(Tab::Lineage));
        QCOMPARE(m_made, 0);
        QCOMPARE(source.questions, 0);
        page.showTab(Tab::Lineage);
        QTRY_COMPARE(source.questions, 1);
        page.showTab(Tab::Overview);
        page.showTab(Tab::Lineage);
        QCOMPARE(m_made, 1);
    }

    void isNotThereWithoutASource()
    {
        tests::SamplePages pages;
        ProductPage page(pages, sampleId(u"orders.events"_s));
        QTRY_VERIFY(page.loader().isComplete());
        QVERIFY(!page.tabs().contains(Tab::Lineage));
    }

    void showsWhatHangsOnTheThingAndStaysAtIt()
    {
        tests::SamplePages pages;
        tests::SampleLineage source(lineageOfThePage());
        const auto page = open(pages, source);
        QVERIFY(page);
        auto *pane = paneOf(*page);
        const auto boxes = pane->canvas()->scene()->boxes.size();
        QVERIFY(boxes > 5 && boxes < source.graph.nodes.size());
        QSignalSpy asked(page.get(), &Pane::paneRequested);
        const auto other = source.graph.nodes.front().id;
        pane->showThing(other);
        pane->showThing({});
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(0), (QVariantList{u"lineage"_s, idText(other)}));
        QCOMPARE(asked.at(1), (QVariantList{u"lineage"_s, u"*"_s}));
        QCOMPARE(pane->choice().root, sampleId(u"orders.events"_s));
        QCOMPARE(pane->canvas()->scene()->boxes.size(), boxes);
        tests::paintPicture(page.get(), u"lineage-tab-light"_s);
    }

    void whatIsOpenedInItIsOpenedByThePage()
    {
        tests::SamplePages pages;
        tests::SampleLineage source(lineageOfThePage());
        const auto page = open(pages, source);
        QVERIFY(page);
        QSignalSpy opened(page.get(), &Pane::openRequested);
        Q_EMIT paneOf(*page)->canvas()->openRequested(0);
        QCOMPARE(opened.size(), 1);
    }

    void itsActionsAndPartsAreThoseOfThePageWhileItIsShown()
    {
        tests::SamplePages pages;
        tests::SampleLineage source(lineageOfThePage());
        const auto page = open(pages, source);
        QVERIFY(page);
        const auto *pane = paneOf(*page);
        const auto hasAll = [&] {
            const auto actions = page->paneActions();
            return std::all_of(pane->paneActions().cbegin(), pane->paneActions().cend(),
                               [&](QAction *action) { return actions.contains(action); });
        };
        QVERIFY(hasAll());
        QVERIFY(page->parts().contains(pane->canvas()));
        // Of one key there is one meaning.
        QSet<QKeySequence> keys;
        for (const auto *action : page->paneActions()) {
            for (const auto &key : action->shortcuts()) {
                QVERIFY2(!action->isEnabled() || !keys.contains(key), qPrintable(key.toString()));
                if (action->isEnabled())
                    keys.insert(key);
            }
        }
        QSignalSpy changed(page.get(), &Pane::actionsChanged);
        page->showTab(Tab::Overview);
        QVERIFY(!changed.isEmpty());
        QVERIFY(!hasAll());
        QVERIFY(!page->parts().contains(pane->canvas()));
    }

    void arrangedThingsComeBack()
    {
        tests::SamplePages pages;
        tests::SampleLineage source(lineageOfThePage());
        QVariantMap state;
        {
            const auto page = open(pages, source);
            QVERIFY(page);
            paneOf(*page)->setPage(Bar::Impact);
            state = page->saveState();
        }
        ProductPage page(pages, sampleId(u"orders.events"_s));
        offer(page, source);
        page.restoreState(state);
        QCOMPARE(page.saveState().value(u"lineage"_s), state.value(u"lineage"_s));
        QTRY_COMPARE(page.currentTab(), Tab::Lineage);
        QTRY_VERIFY(paneOf(page) && paneOf(page)->impact()->isVisible());
        QCOMPARE(paneOf(page)->choice().root, sampleId(u"orders.events"_s));
    }

    void everyControlHasANameAndAPlaceInTheTabOrder()
    {
        tests::SamplePages pages;
        tests::SampleLineage source(lineageOfThePage());
        const auto page = open(pages, source);
        QVERIFY(page);
        QCOMPARE(tests::unnamedWidgets(page.get()), QStringList());
        QCOMPARE(tests::unreachableWidgets(page.get()), QStringList());
    }
};

QTEST_MAIN(TestLineageTab)
#include "tst_lineagetab.moc"
