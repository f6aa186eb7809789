// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "tests/items/samplemesh.h"
#include "tests/items/sampletriage.h"
#include "tests/views/pagewalk.h"
#include "views/product/contracttab.h"
#include "views/product/productpage.h"
#include "views/product/qualitytab.h"
#include "views/shared/blocks.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using product::ProductPage;
using product::QualityTab;
using tests::sampleId;
using Tab = ProductPage::Tab;

namespace {

//! What is measured of the product "Order events": two service levels, a check that fails.
class MeasuredMesh : public tests::SampleTriage
{
    Q_OBJECT

public:
    int boards = 0; //!< asked for

    MeasuredMesh()
    {
        addCheck(u"orders.events"_s, u"row count"_s, {{300, true}});
        addCheck(u"orders.events"_s, u"unique id"_s, {{300, false}});
    }

    QFuture<Result<items::QualityBoard>> board(const items::Period &period) override
    {
        ++boards;
        auto answer = SampleTriage::board(period).takeResult();
        if (problem)
            answer = tl::unexpected(*problem);
        if (answer) {
            answer->levels[0].row.product = sampleId(u"orders.events"_s);
            answer->levels[1].row.product = sampleId(u"orders.events"_s);
            answer->levels[0].row.slo.dimension = u"freshness"_s;
            answer->levels[1].row.slo.dimension = u"validity"_s;
            if (isEmpty)
                *answer = {};
        }
        QFutureInterface<Result<items::QualityBoard>> promise;
        promise.reportStarted();
        promise.reportResult(answer);
        promise.reportFinished();
        return promise.future();
    }
};

} // namespace

class TestQualityTab : public QObject
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

    void tabShowsWhatBelongsToTheProduct()
    {
        tests::SamplePages pages;
        MeasuredMesh source;
        ProductPage page(pages, sampleId(u"orders.events"_s));
        page.setQuality(source);
        page.resize(1392, 828);
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        QVERIFY(page.tabs().contains(Tab::Quality));
        page.showTab(Tab::Quality);
        auto *tab = page.findChild<QualityTab *>();
        QTRY_VERIFY(tab->scope().has_value());
        QCOMPARE(tab->levels()->model()->rowCount(), 2);
        QSet<QString> names; // the product's own name would tell nothing
        for (int row = 0; row < 2; ++row)
            names.insert(tab->levels()->model()->index(row, 1).data().toString());
        QCOMPARE(names, (QSet<QString>{u"Freshness"_s, u"Validity"_s}));
        QCOMPARE(tab->checks()->model()->rowCount(), 2);
        QCOMPARE(tab->incidents()->model()->rowCount(), 1);
        QCOMPARE(tab->scope()->worst(), std::optional(domain::SloState::Burning));
        QCOMPARE(tab->note(), u"1"_s);
        QCOMPARE(tests::unnamedWidgets(&page), QStringList());
        QCOMPARE(tests::unreachableWidgets(&page), QStringList());
        tests::paintPicture(&page, u"quality-tab-light"_s);
        page.resize(976, 560);
        tests::paintPicture(&page, u"quality-tab-narrow"_s);
        page.resize(1392, 828);
        m_theme->setChoice(Theme::Choice::Dark);
        tests::paintPicture(&page, u"quality-tab-dark"_s);
        m_theme->setChoice(Theme::Choice::Light);
        QSignalSpy wanted(&page, &Pane::paneRequested);
        Q_EMIT tab->incidents()->activated(tab->incidents()->model()->index(0, 0));
        QCOMPARE(wanted.first().first().toString(), u"quality"_s);
        QVERIFY(wanted.first().last().toString().startsWith(u"incident:"_s));
    }

    void tabIsNotThereWithoutASource()
    {
        tests::SamplePages pages;
        ProductPage page(pages, sampleId(u"orders.events"_s));
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        QVERIFY(!page.tabs().contains(Tab::Quality));
    }

    void clausesOfTheContractHaveVerdicts()
    {
        tests::SamplePages pages;
        MeasuredMesh source;
        ProductPage page(pages, sampleId(u"orders.events"_s));
        page.setQuality(source);
        page.resize(1392, 828);
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        page.showTab(Tab::Contract);
        auto *tab = page.findChild<product::ContractTab *>();
        const auto latency = [tab](int column) {
            const auto section = tab->tree()->model()->index(0, 0);
            return tab->tree()->model()->index(0, column, section).data().toString();
        };
        QTRY_COMPARE(latency(3), u"Unknown"_s);
        QCOMPARE(latency(0), u"Latency"_s);
        QVERIFY(!latency(2).isEmpty());
        // A failed check of the rule is told without asking again.
        auto &check = source.addCheck(u"orders.events"_s, u"order_id is unique"_s, {{30, true}});
        check.source = u"odcs"_s;
        check.since = source.at.addSecs(-1800);
        check.account = demoAccountId();
        check.nativeId =
            u"contract.order-events#quality/order_events.order_id/order_id is unique"_s;
        Q_EMIT source.changed();
        const auto rule = [tab](int column) {
            const auto section = tab->tree()->model()->index(1, 0);
            return tab->tree()->model()->index(0, column, section);
        };
        QTRY_VERIFY2(rule(3).data().toString().startsWith(u"Broken since"_s),
                     qPrintable(rule(3).data().toString()));
        tab->tree()->setCurrentIndex(rule(0));
        QCOMPARE(tests::unnamedWidgets(&page), QStringList());
        QCOMPARE(tests::unreachableWidgets(&page), QStringList());
        tests::paintPicture(&page, u"contract-verdicts"_s);
        m_theme->setTextPercent(200);
        QCoreApplication::processEvents();
        tests::paintPicture(&page, u"contract-verdicts-200"_s);
        m_theme->setTextPercent(100);
        page.resize(976, 560);
        tests::paintPicture(&page, u"contract-verdicts-narrow"_s);
        QSignalSpy wanted(&page, &Pane::paneRequested);
        Q_EMIT tab->tree()->activated(rule(0));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().last().toString(), QString(u"check:"_s + idText(check.id)));
    }

    void aSyncDoesNotAskAtEachOfItsChanges()
    {
        tests::SamplePages pages;
        MeasuredMesh source;
        ProductPage page(pages, sampleId(u"orders.events"_s));
        page.setQuality(source);
        page.resize(1392, 828);
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        page.showTab(Tab::Quality);
        auto *tab = page.findChild<QualityTab *>();
        QTRY_VERIFY(tab->scope().has_value());
        const int before = source.boards;
        for (int i = 0; i < 50; ++i) {
            Q_EMIT source.changed();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(source.boards > before);
        QTest::qWait(400);
        QVERIFY2(source.boards <= before + 2, qPrintable(QString::number(source.boards - before)));
    }

    void clausesSayWhenNothingCanBeRead()
    {
        tests::SamplePages pages;
        MeasuredMesh source;
        source.problem = Error{Error::Kind::Store, u"history.db"_s};
        ProductPage page(pages, sampleId(u"orders.events"_s));
        page.setQuality(source);
        page.resize(1392, 828);
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        page.showTab(Tab::Contract);
        const auto *tab = page.findChild<product::ContractTab *>();
        const auto *note = tab->findChild<ErrorNote *>();
        QTRY_VERIFY(note->isVisible());
        source.problem.reset();
        Q_EMIT source.changed();
        QTRY_VERIFY(!note->isVisible());
    }

    void nothingMeasuredSaysWhatToDo()
    {
        tests::SamplePages pages;
        MeasuredMesh source;
        source.isEmpty = true;
        ProductPage page(pages, sampleId(u"orders.events"_s));
        page.setQuality(source);
        page.resize(1392, 828);
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        page.showTab(Tab::Quality);
        auto *tab = page.findChild<QualityTab *>();
        QTRY_VERIFY(tab->scope().has_value());
        QVERIFY(tab->scope()->isEmpty());
        QVERIFY(!tab->levels()->isVisible());
        tests::paintPicture(&page, u"quality-tab-empty"_s);
        source.problem = Error{Error::Kind::Store, u"history.db"_s};
        Q_EMIT source.changed();
        QCoreApplication::processEvents();
        tests::paintPicture(&page, u"quality-tab-failed"_s);
    }
};

QTEST_MAIN(TestQualityTab)
#include "tst_qualitytab.moc"
