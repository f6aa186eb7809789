// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogmodel.h"
#include "tests/items/fakecatalog.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::items::CatalogModel;
using portolan::items::catalogRow;
using portolan::items::Ranges;
using portolan::tests::FakeCatalog;
using portolan::tests::hitOn;
using portolan::tests::thing;

namespace {

//! The list as text: one line per row, "…" for a row that is not loaded.
QStringList lines(const CatalogModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row);
        list.append(index.data(CatalogModel::LoadingRole).toBool() ? u"…"_s
                                                                   : index.data().toString());
    }
    return list;
}

void settle()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class TestCatalogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_source = std::make_unique<FakeCatalog>();
        m_model = std::make_unique<CatalogModel>(*m_source);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_source.reset();
    }

    void rowsSayHowTheirServiceLevelsStand()
    {
        using portolan::domain::SloState;
        m_source->total = [](const QString &) { return 5; };
        m_source->hit = [](const QString &, qint64 row) {
            auto entity = thing(u"thing %1"_s.arg(row));
            const std::optional<SloState> states[]{SloState::Missed, SloState::Burning,
                                                   SloState::Unknown, SloState::Met, std::nullopt};
            entity.sloState = states[row];
            entity.budgetLeft = row == 0 ? -0.18 : 0.39;
            if (entity.sloState && *entity.sloState != SloState::Unknown)
                entity.sli = 0.9997;
            return hitOn(entity);
        };
        m_model->ask({});
        settle();
        QStringList standings;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const auto index = m_model->index(row);
            standings.append(index.data(CatalogModel::SloTextRole).toString() + u' '
                             + index.data(CatalogModel::SloFigureRole).toString());
        }
        QCOMPARE(standings,
                 QStringList({u"Missed budget spent"_s, u"Burning 39 % left"_s,
                              u"Unknown no evidence"_s, u"Met 99.97 %"_s, u" "_s}));
        QVERIFY(m_model->index(1)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"Burning, 39 % left"_s));
        QVERIFY(!m_model->index(4).data(CatalogModel::SloStateRole).isValid());
    }

    void rowsReadAsTheSourceSaidThem()
    {
        m_source->setNames({u"Order events"_s, u"Orders daily"_s});
        m_model->ask(u"order"_s);
        settle();
        QCOMPARE(m_model->state(), CatalogModel::State::Ready);
        QCOMPARE(lines(*m_model), QStringList({u"Order events"_s, u"Orders daily"_s}));
        QCOMPARE(m_source->requests.first().query, u"order"_s);
    }

    void aMillionRowsFetchAFewWindowsOnly()
    {
        m_source->setRows(1'000'000);
        m_model->ask({});
        settle();
        QCOMPARE(m_model->rowCount(), 1'000'000);
        m_model->showRows(0, 20);
        settle();
        m_model->showRows(700'000, 700'020);
        settle();
        m_model->showRows(999'980, 999'999);
        settle();
        QCOMPARE(m_model->index(999'999).data().toString(), u"row 999999"_s);
        QVERIFY(m_source->requests.size() <= 6);
        for (const auto &request : std::as_const(m_source->requests))
            QVERIFY(request.limit <= 400);
    }

    void rowsThatAreNotThereYetSayThatTheyLoad()
    {
        m_source->setRows(1000);
        m_model->ask({});
        settle();
        m_source->hold = true;
        m_model->showRows(600, 620);
        QVERIFY(m_model->index(610).data(CatalogModel::LoadingRole).toBool());
        m_source->releaseAll();
        settle();
        QCOMPARE(m_model->index(610).data().toString(), u"row 610"_s);
    }

    void anAnswerToAnEarlierQuestionIsDropped()
    {
        m_source->setNames({u"old"_s});
        m_source->hold = true;
        m_model->ask(u"old"_s);
        m_source->setNames({u"new"_s, u"newer"_s});
        m_model->ask(u"new"_s);
        m_source->release(1);
        settle();
        m_source->release(0);
        settle();
        QCOMPARE(lines(*m_model), QStringList({u"new"_s, u"newer"_s}));
    }

    void theOldRowsStayUntilTheAnswerArrives()
    {
        m_source->setNames({u"old"_s});
        m_model->ask(u"old"_s);
        settle();
        m_source->hold = true;
        m_model->ask(u"new"_s);
        settle();
        QCOMPARE(lines(*m_model), QStringList({u"old"_s}));
        QCOMPARE(m_model->state(), CatalogModel::State::Reading);
    }

    void aChangeKeepsWhatIsSelected_data()
    {
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<int>("row");
        QTest::newRow("nothing") << QStringList{u"a"_s, u"b"_s, u"c"_s} << 1;
        QTest::newRow("in front") << QStringList{u"new"_s, u"a"_s, u"b"_s, u"c"_s} << 2;
        QTest::newRow("removed before") << QStringList{u"b"_s, u"c"_s} << 0;
        QTest::newRow("others swapped") << QStringList{u"c"_s, u"b"_s, u"a"_s} << -2;
        QTest::newRow("all gone") << QStringList{} << -1;
    }

    void aChangeKeepsWhatIsSelected()
    {
        QFETCH(QStringList, after);
        QFETCH(int, row);
        m_source->setNames({u"a"_s, u"b"_s, u"c"_s});
        m_model->ask({});
        settle();
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex selected(m_model->index(1));
        m_source->setNames(after);
        Q_EMIT m_source->changed();
        settle();
        QCOMPARE(lines(*m_model), after);
        QCOMPARE(resets.count(), 0);
        if (row > -2)
            QCOMPARE(selected.isValid() ? selected.row() : -1, row);
    }

    void aChangeFarDownKeepsTheWindow()
    {
        m_source->setRows(10'000);
        m_model->ask({});
        settle();
        m_model->showRows(5000, 5020);
        settle();
        const QPersistentModelIndex selected(m_model->index(5010));
        // One row more in front of all others.
        m_source->total = [](const QString &) { return 10'001; };
        m_source->hit = [](const QString &, qint64 row) {
            return hitOn(thing(u"row %1"_s.arg(row - 1)));
        };
        Q_EMIT m_source->changed();
        settle();
        QCOMPARE(m_model->rowCount(), 10'001);
        QCOMPARE(selected.row(), 5011);
        QCOMPARE(selected.data().toString(), u"row 5010"_s);
    }

    void aListThatShrinksBelowTheWindowIsShortened()
    {
        m_source->setRows(10'000);
        m_model->ask({});
        settle();
        m_model->showRows(9000, 9020);
        settle();
        m_source->setRows(30);
        Q_EMIT m_source->changed();
        settle();
        m_model->showRows(0, 20);
        settle();
        QCOMPARE(m_model->rowCount(), 30);
        QCOMPARE(lines(*m_model).last(), u"row 29"_s);
    }

    void aRowThatChangedIsSaidOnce()
    {
        m_source->setNames({u"a"_s, u"b"_s});
        m_model->ask({});
        settle();
        m_source->hit = [](const QString &, qint64 row) {
            auto entity = thing(row == 0 ? u"a"_s : u"b"_s);
            entity.status = row == 1 ? u"active"_s : QString();
            return hitOn(entity);
        };
        Q_EMIT m_source->changed();
        settle();
        QCOMPARE(m_model->index(1).data(CatalogModel::StatusRole).toString(), u"active"_s);
    }

    void changesDuringAnAnswerAreAskedForAfterwards()
    {
        m_source->setNames({u"a"_s});
        m_source->hold = true;
        m_model->ask({});
        Q_EMIT m_source->changed();
        Q_EMIT m_source->changed();
        QCOMPARE(m_source->requests.size(), 1);
        m_source->setNames({u"a"_s, u"b"_s});
        m_source->hold = false;
        m_source->releaseAll();
        settle();
        QCOMPARE(m_source->requests.size(), 2);
        QCOMPARE(lines(*m_model), QStringList({u"a"_s, u"b"_s}));
    }

    void aFailureKeepsTheRowsAndSaysWhy()
    {
        m_source->setNames({u"a"_s});
        m_model->ask({});
        settle();
        m_source->error = {portolan::Error::Kind::Store, u"damaged"_s};
        m_model->ask(u"x"_s);
        settle();
        QCOMPARE(m_model->state(), CatalogModel::State::Failed);
        QCOMPARE(m_model->error().detail, u"damaged"_s);
        QCOMPARE(lines(*m_model), QStringList({u"a"_s}));
    }

    void anAnswerShorterThanItsTotalEndsTheList()
    {
        m_source->setNames({u"a"_s, u"b"_s});
        m_source->total = [](const QString &) { return 2; };
        m_model->ask({});
        settle();
        QCOMPARE(m_source->requests.size(), 1);
        QCOMPARE(m_model->rowCount(), 2);
    }

    void atMostFourAreMarked()
    {
        m_source->setRows(6);
        m_model->ask({});
        settle();
        QSignalSpy changes(m_model.get(), &CatalogModel::marksChanged);
        for (int row = 0; row < 6; ++row)
            m_model->setData(m_model->index(row), true, CatalogModel::MarkedRole);
        QCOMPARE(m_model->marked().size(), 4);
        QCOMPARE(changes.count(), 4);
        m_model->setData(m_model->index(1), false, CatalogModel::MarkedRole);
        QCOMPARE(m_model->marked().at(1).name, u"row 2"_s);
        m_model->clearMarks();
        QVERIFY(!m_model->index(0).data(CatalogModel::MarkedRole).toBool());
    }

    void typeAheadLooksAtLoadedRowsOnly()
    {
        m_source->setRows(100'000);
        m_model->ask({});
        settle();
        const auto asked = m_source->requests.size();
        const auto rowFrom = [&](int start) {
            return m_model
                ->match(m_model->index(start), Qt::DisplayRole, u"Row 3"_s, 1,
                        Qt::MatchStartsWith | Qt::MatchWrap)
                .value(0)
                .row();
        };
        QCOMPARE(rowFrom(4), 30);
        QCOMPARE(rowFrom(50), 3);
        QCOMPARE(m_source->requests.size(), asked);
    }

    void marksFollowTheMatch()
    {
        auto entity = thing(u"Returns"_s);
        entity.description = u"Returned items"_s;
        auto hit = hitOn(entity);
        hit.match = {.in = u"field"_s, .text = u"order_id"_s, .ranges = {{0, 5}}, .nameRanges = {}};
        const auto row = catalogRow(hit);
        QCOMPARE(row.second, u"Field order_id · Returned items"_s);
        QCOMPARE(row.secondMarks, (Ranges{{6, 11}}));

        hit.match = {
            .in = u"name"_s, .text = u"Returns"_s, .ranges = {{0, 2}}, .nameRanges = {{0, 2}}};
        QCOMPARE(catalogRow(hit).nameMarks, (Ranges{{0, 2}}));
        QCOMPARE(catalogRow(hit).second, u"Returned items"_s);
    }

    void anExcerptOfTheDescriptionKeepsItsMarks()
    {
        auto entity = thing(u"x"_s);
        entity.description = u"First sentence. The late order is here."_s;
        auto hit = hitOn(entity);
        hit.match = {.in = u"description"_s,
                     .text = u"The late order is here."_s,
                     .ranges = {{9, 14}},
                     .nameRanges = {}};
        const auto row = catalogRow(hit);
        const auto [from, to] = row.secondMarks.value(0);
        QCOMPARE(row.second.mid(from, to - from), u"order"_s);
    }

    void hostileTextIsCutAndMadeHarmless()
    {
        auto entity = thing(u"a\nb\u202Egnp.exe"_s + QString(1'000'000, u'x'));
        entity.description = QString(1'000'000, u'<');
        auto hit = hitOn(entity);
        hit.match.nameRanges = {{-5, 2}, {1'000, 2'000'000}, {3, 1}};
        const auto row = catalogRow(hit);
        QVERIFY(row.name.size() < 400);
        QVERIFY(row.second.size() < 500);
        QVERIFY(!row.name.contains(QChar(0x202E)) && !row.name.contains(u'\n'));
        for (const auto &[from, to] : row.nameMarks)
            QVERIFY(from >= 0 && from < to && to <= row.name.size());
    }

private:
    std::unique_ptr<FakeCatalog> m_source;
    std::unique_ptr<CatalogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestCatalogModel)
#include "tst_catalogmodel.moc"
