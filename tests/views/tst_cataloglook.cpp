// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue over a real store, in every look. With PORTOLAN_PICTURES=<folder> it also writes
// the pictures, to be held beside the drawings of the design.
#include "models/base/clock.h"
#include "models/base/identity.h"
#include "models/items/storecatalogsource.h"
#include "models/items/storepagesource.h"
#include "models/store/store.h"
#include "tests/views/samplecatalog.h"
#include "views/catalog/catalogpane.h"
#include "views/shared/theme.h"
#include "views/shared/tokens.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using views::Colour;
using views::Theme;
using views::catalog::CatalogPane;

namespace {

constexpr QSize wide(1392, 800); // the body of a window of 1440 by 900
constexpr QSize narrow(976, 600); // of 1024 by 700

domain::Record recordOf(const domain::Entity &entity)
{
    domain::Record record;
    record.kind = entity.kind;
    record.nativeId = entity.nativeId;
    record.type = entity.type;
    record.name = entity.name;
    record.description = entity.description;
    record.domain = entity.domain;
    record.ownerName = entity.ownerName;
    record.status = entity.status;
    record.version = entity.version;
    record.classification = entity.classification;
    record.tags = entity.tags;
    record.popularity = entity.popularity;
    return record;
}

//! The sample's things with their ports as records, and enough variations to fill 200 rows.
QList<domain::Record> sampleRecords(const tests::SampleCatalog &sample)
{
    QList<domain::Record> records;
    for (const auto &entity : sample.entities()) {
        auto record = recordOf(entity);
        const auto page = sample.pages.pages.value(entity.id);
        record.sla = page.merged.sla;
        for (const auto &related : page.related) {
            auto port = recordOf(related.entity);
            port.nativeId = record.nativeId + u'#' + port.name;
            port.direction = u"output"_s;
            record.relations.append({domain::Relation::OutputPort, port.nativeId});
            records.append(port);
        }
        records.append(record);
    }
    for (int i = 0; i < 150; ++i) {
        auto record = recordOf(sample.entities().at(i % sample.entities().size()));
        record.name += u" part %1"_s.arg(i);
        record.nativeId = record.name;
        record.kind = domain::EntityKind::Asset;
        record.type = i % 3 == 0 ? u"view"_s : u"table"_s;
        records.append(record);
    }
    return records;
}

} // namespace

class TestCatalogLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        const auto profile = store::Profile::open(m_folder.path());
        QVERIFY(profile);
        auto opened = store::Store::open(*profile, m_clock);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_store = std::move(*opened);
        const tests::SampleCatalog sample;
        store::Account account;
        account.id = demoAccountId();
        account.name = u"workspace"_s;
        account.platform = u"files"_s;
        auto put = m_store->accounts().put(account);
        QTRY_VERIFY(put.isFinished());
        auto applied = m_store->apply({account.id, sampleRecords(sample), {}});
        QTRY_VERIFY_WITH_TIMEOUT(applied.isFinished(), 20'000);
        QVERIFY2(applied.result(),
                 applied.result() ? "" : qPrintable(applied.result().error().detail));
        addServiceLevels(sample, account.id);
        m_catalog = std::make_unique<items::StoreCatalogSource>(*m_store);
        m_pages = std::make_unique<items::StorePageSource>(*m_store);
    }

    void cleanupTestCase()
    {
        m_pages.reset();
        m_catalog.reset();
        m_store.reset();
        m_theme.reset();
    }

    void everyLookShowsTheResults_data()
    {
        QTest::addColumn<Theme::Choice>("choice");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("query");
        QTest::newRow("light") << Theme::Choice::Light << 100 << wide << u"order"_s;
        QTest::newRow("dark") << Theme::Choice::Dark << 100 << wide << u"order"_s;
        QTest::newRow("contrast") << Theme::Choice::HighContrast << 100 << wide << u"order"_s;
        QTest::newRow("1024-light") << Theme::Choice::Light << 100 << narrow << u"order"_s;
        QTest::newRow("1024-dark-200pct") << Theme::Choice::Dark << 200 << narrow << u"order"_s;
        QTest::newRow("light-200pct") << Theme::Choice::Light << 200 << wide << u"order"_s;
        QTest::newRow("filtered") << Theme::Choice::Light << 100 << wide
                                  << u"domain:Orders status:active order"_s;
        QTest::newRow("unfiltered") << Theme::Choice::Dark << 100 << wide << QString();
        QTest::newRow("empty") << Theme::Choice::Light << 100 << wide
                               << u"domain:Finance port:stream kind:product"_s;
        QTest::newRow("nothing") << Theme::Choice::Dark << 100 << wide << u"zzzzzzzz"_s;
        QTest::newRow("corrected") << Theme::Choice::Light << 100 << wide << u"custmoer"_s;
    }

    void everyLookShowsTheResults()
    {
        QFETCH(Theme::Choice, choice);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        QFETCH(QString, query);
        m_theme->setChoice(choice);
        m_theme->setTextPercent(percent);
        CatalogPane pane({*m_catalog, *m_pages, nullptr});
        pane.resize(size);
        pane.show();
        QApplication::setActiveWindow(&pane);
        pane.showQuery(query);
        QTest::qWait(600);
        const auto picture = pane.grab().toImage();
        save(picture);
        const auto *list = resultsOf(pane);
        const bool results = list->isVisible();
        QCOMPARE(results, query != u"zzzzzzzz"_s && !query.contains(u"port:stream"_s));
        if (!results)
            return;
        QVERIFY(list->model()->rowCount() > 0);
        // The first row is selected: its bar has the accent's colour, its ground the selection's.
        const auto tokens = views::tokensOf(&pane);
        const auto at = list->viewport()->mapTo(&pane, QPoint(1, list->sizeHintForRow(0) / 2));
        QCOMPARE(picture.pixelColor(at).name(), tokens(Colour::Accent).name());
        const QFontMetrics metrics(views::fontOf(views::Text::Body));
        QVERIFY(list->sizeHintForRow(0) >= 2 * metrics.ascent());
        QVERIFY(list->width() > size.width() / 3);
    }

    void badgeAndFacetShowHowServiceLevelsStand()
    {
        m_theme->setChoice(Theme::Choice::Light);
        m_theme->setTextPercent(100);
        CatalogPane pane({*m_catalog, *m_pages, nullptr});
        pane.resize(wide);
        pane.show();
        pane.showQuery(u"slo:missed"_s);
        const auto *list = resultsOf(pane);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"Returns and refunds"_s);
        const auto facets = pane.findChildren<QTreeView *>();
        QStringList groups;
        for (const auto *view : facets) {
            for (int row = 0; row < view->model()->rowCount(); ++row)
                groups.append(view->model()->index(row, 0).data().toString());
        }
        QVERIFY(groups.contains(u"SLO state"_s));
        // The shape at the end of the row has the colour of the state.
        const auto colour = views::tokensOf(&pane)(Colour::StatusBreach).rgb();
        const auto picture = list->viewport()->grab().toImage();
        int coloured = 0;
        for (int y = 0; y < list->sizeHintForRow(0); ++y) {
            for (int x = picture.width() * 2 / 3; x < picture.width(); ++x)
                coloured += picture.pixel(x, y) == colour ? 1 : 0;
        }
        QVERIFY2(coloured > 40, qPrintable(QString::number(coloured)));
    }

private:
    //! Of the first things, one in each state and most of them met; the others have none.
    void addServiceLevels(const tests::SampleCatalog &sample, const QUuid &account)
    {
        using domain::SloState;
        const QList<SloState> states{
            SloState::Burning, SloState::Met, SloState::Met, SloState::Burning, SloState::Missed,
            SloState::Unknown, SloState::Met, SloState::Met, SloState::Met,     SloState::Burning};
        QList<domain::Slo> slos;
        QList<store::SloStanding> standings;
        for (qsizetype i = 0; i < states.size(); ++i) {
            domain::Slo slo;
            slo.nativeId = u"slo:%1"_s.arg(i);
            slo.asset = sample.entities().at(i).nativeId;
            slos.append(slo);
            store::SloStanding standing{.slo = entityId(account, slo.nativeId),
                                        .state = states.at(i)};
            if (standing.state != SloState::Unknown)
                standing.sli = 0.9997 - double(i) / 1000;
            standing.remaining = standing.state == SloState::Missed ? -0.18 : 0.39;
            standing.at = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
            standings.append(standing);
        }
        auto replaced = m_store->replaceSlos(account, slos);
        QTRY_VERIFY(replaced.isFinished());
        auto put = m_store->putStandings(standings);
        QTRY_VERIFY(put.isFinished());
        auto finished = m_store->finishPull({.account = account, .state = u"complete"_s}, {});
        QTRY_VERIFY(finished.isFinished());
    }

    static QListView *resultsOf(const CatalogPane &pane)
    {
        for (auto *view : pane.findChildren<QListView *>()) {
            if (view->accessibleName() == u"Results"_s)
                return view;
        }
        return nullptr;
    }

    static void save(const QImage &picture)
    {
        const auto folder = qEnvironmentVariable("PORTOLAN_PICTURES");
        if (!folder.isEmpty())
            picture.save(QDir(folder).filePath(
                u"catalogue-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<items::StoreCatalogSource> m_catalog;
    std::unique_ptr<items::StorePageSource> m_pages;
};

QTEST_MAIN(TestCatalogLook)
#include "tst_cataloglook.moc"
