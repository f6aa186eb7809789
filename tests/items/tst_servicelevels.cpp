// SPDX-License-Identifier: GPL-3.0-or-later
// Service levels and checks as models and words: order, filter, cells, sentences, evidence.
#include "models/items/checklistmodel.h"
#include "models/items/figuretable.h"
#include "models/items/heatmodel.h"
#include "models/items/servicelevelmodel.h"
#include "models/items/sloevidence.h"
#include "models/items/slotext.h"
#include "models/items/trends.h"
#include "tests/views/samplequality.h"

#include <QCollator>
#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using items::ServiceLevelModel;

class TestServiceLevels : public QObject
{
    Q_OBJECT

    std::shared_ptr<const items::QualityBoard> m_board;

    QStringList column(const QAbstractItemModel &model, int column) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, column).data().toString());
        return texts;
    }

    QStringList filtered(const QString &filter) const
    {
        ServiceLevelModel model;
        model.show(m_board);
        model.setFilter(items::QualityFilter(filter));
        return column(model, ServiceLevelModel::Level);
    }

private Q_SLOTS:

    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        tests::SampleQuality source;
        auto board = source.board({source.now().addDays(-28), source.now()}).takeResult();
        QVERIFY(board);
        m_board = std::make_shared<const items::QualityBoard>(*std::move(board));
    }

    void whatHurtsStandsFirst()
    {
        ServiceLevelModel model;
        model.show(m_board);
        const auto states = column(model, ServiceLevelModel::State);
        QCOMPARE(states.mid(0, 8),
                 (QStringList{u"Missed"_s, u"Burning"_s, u"Burning"_s, u"Burning"_s, u"Burning"_s,
                              u"Unknown"_s, u"Unknown"_s, u"Met"_s}));
        QCOMPARE(model.index(0, ServiceLevelModel::Level).data().toString(),
                 u"Returns and refunds"_s);
        // Of one state the least budget first.
        for (int row = 2; row < 5; ++row)
            QVERIFY(model.levelAt(row - 1).figures.budget.remaining
                    <= model.levelAt(row).figures.budget.remaining);
        model.sort(ServiceLevelModel::Budget, Qt::AscendingOrder);
        double before = -100;
        for (int row = 0; row < model.rowCount() - 2; ++row) {
            const auto left = model.index(row, 0).data(ServiceLevelModel::RemainingRole);
            QVERIFY(left.isValid());
            QVERIFY(left.toDouble() >= before);
            before = left.toDouble();
        }
        // What nobody can tell is neither good nor bad: it stands last.
        QVERIFY(
            !model.index(model.rowCount() - 1, 0).data(ServiceLevelModel::RemainingRole).isValid());
    }

    void selectionFollowsItsRowWhenTheOrderChanges()
    {
        ServiceLevelModel model;
        model.show(m_board);
        const QPersistentModelIndex kept(model.index(3, ServiceLevelModel::Level));
        const auto name = kept.data().toString();
        model.sort(ServiceLevelModel::Owner, Qt::DescendingOrder);
        QCOMPARE(kept.data().toString(), name);
    }

    void filtersMeanOneOfAndAllOf()
    {
        QCOMPARE(filtered(u"state:missed"_s), QStringList{u"Returns and refunds"_s});
        QCOMPARE(filtered(u"state:missed state:burning"_s).size(), 5);
        QCOMPARE(filtered(u"owner:maya state:burning"_s).size(), 2);
        QCOMPARE(filtered(u"domain:orders -state:met"_s).size(), 4);
        QCOMPARE(filtered(u"domain:Orders/Returns -state:met"_s),
                 QStringList{u"Returns and refunds"_s});
        QCOMPARE(filtered(u"dimension:timeliness state:burning"_s).size(), 2);
        QCOMPARE(filtered(u"owner:nobody"_s), QStringList{u"orders_raw"_s});
        QCOMPARE(filtered(u"promise"_s), QStringList{u"Delivery promise"_s});
        QCOMPARE(filtered(u"severity:error"_s).size(), 0);
        QCOMPARE(filtered(u"nonsense:value"_s).size(), 0);
    }

    void checksThatFailStandFirst()
    {
        items::CheckListModel model;
        model.show(m_board);
        QCOMPARE(model.rowCount(), m_board->checks.size());
        const auto states = column(model, items::CheckListModel::State);
        QCOMPARE(states.mid(0, 4),
                 (QStringList{u"Failed"_s, u"Failed"_s, u"Error"_s, u"Warned"_s}));
        QVERIFY(states.contains(u"Never run"_s));
        model.setFilter(items::QualityFilter(u"source:dbt state:fail"_s));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, items::CheckListModel::LastRun).data().toString(),
                 u"7 minute(s) ago"_s);
    }

    void fiftyThousandChecksAreSortedAndFiltered()
    {
        auto many = std::make_shared<items::QualityBoard>(*m_board);
        while (many->checks.size() < 50'000)
            many->checks += m_board->checks;
        items::CheckListModel model;
        model.show(many);
        model.sort(items::CheckListModel::Asset, Qt::AscendingOrder);
        model.setFilter(items::QualityFilter(u"domain:orders -state:pass order"_s));
        const auto assets = column(model, items::CheckListModel::Asset);
        QVERIFY(assets.size() > 1000);
        const QCollator collator;
        QVERIFY(std::is_sorted(assets.begin(), assets.end(), [&](const auto &a, const auto &b) {
            return collator.compare(a, b) < 0;
        }));
    }

    void heatHasNumbersAndUnknownIsNeverANumber()
    {
        items::HeatModel model;
        model.show(m_board);
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.columnCount(), 7);
        int unknown = 0;
        int unchecked = 0;
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < 7; ++column) {
                const auto cell = model.index(row, column);
                const bool isKnown = cell.data(items::HeatModel::ShareRole).isValid();
                const bool isChecked = cell.data(items::HeatModel::HasCheckRole).toBool();
                QCOMPARE(cell.data().toString() == u"?"_s, !isKnown && isChecked);
                QCOMPARE(cell.data().toString() == u"–"_s, !isChecked);
                unchecked += isChecked ? 0 : 1;
                QCOMPARE(cell.data(items::HeatModel::StepRole).toInt() < 0, !isKnown);
                unknown += isKnown ? 0 : 1;
                // The number and the step of its colour never contradict each other.
                if (isKnown)
                    QCOMPARE(cell.data().toString().toDouble() >= 99,
                             cell.data(items::HeatModel::StepRole).toInt() == 0);
            }
        }
        QCOMPARE(unknown, 5);
        QVERIFY(unchecked < unknown);
        QCOMPARE(model.headerData(6, Qt::Vertical, Qt::DisplayRole).toString(),
                 u"Orders › Returns"_s);
        QCOMPARE(model.index(6, 0).data(items::HeatModel::FilterRole).toString(),
                 u"domain:Orders/Returns dimension:completeness"_s);
        model.setFilter(items::QualityFilter(u"domain:orders"_s));
        QCOMPARE(model.rowCount(), 3);
    }

    void trendsShowWhatStandsOutAndTheOthersTogether()
    {
        const auto trends = items::trendsOf(*m_board);
        QCOMPARE(trends.size(), 4);
        const auto &completeness = trends.first();
        QCOMPARE(completeness.lines.size(), 2);
        QVERIFY(completeness.lines.first().name.isEmpty());
        QCOMPARE(completeness.lines.last().name, u"Returns"_s);
        QVERIFY(*completeness.lines.last().last() < 0.9);
        QVERIFY(*completeness.lines.first().last() > 0.98);
        // The worst is the last one drawn, over the others.
        QCOMPARE(trends.at(2).lines.last().name, u"Marketing"_s);
    }

    void evidenceKeepsEveryRunAndUpdate()
    {
        const store::SloEvidence kept{
            {},
            {{u"a"_s,
              {{1000, domain::RunStatus::Fail, 3, 10}, {2000, domain::RunStatus::Pass, -1, 10}}}},
            {{u"dbt"_s, true, 0, {{0, 500}, {700, 900}}}, {u"openlineage"_s, false, 4000, {}}}};
        const auto evidence = items::evidenceOf(kept);
        QCOMPARE(evidence.checks.size(), 1);
        QCOMPARE(evidence.checks.first().check, u"a"_s);
        QCOMPARE(evidence.checks.first().runs.size(), 2);
        QCOMPARE(evidence.checks.first().runs.first().status, domain::RunStatus::Fail);
        // Only the run that told both numbers counts rows.
        QCOMPARE(evidence.counts, (QList<quality::CountSample>{{1000, 7, 10}}));
        QCOMPARE(evidence.freshness.size(), 2);
        QVERIFY(evidence.freshness.first().sampled);
        QCOMPARE(evidence.freshness.first().observedUntil, quality::never);
        QCOMPARE(evidence.freshness.first().looks,
                 (QList<quality::Look>{{quality::never, 500}, {700, 900}}));
        QCOMPARE(evidence.freshness.last().observedUntil, 4000);
    }

    void numbersAreNeverRoundedToGood()
    {
        QCOMPARE(items::percentText(0.99996, 2), u"99.99 %"_s);
        QCOMPARE(items::percentText(1, 2), u"100.00 %"_s);
        QCOMPARE(items::percentText(-0.182, 0), u"−18 %"_s);
        QCOMPARE(items::targetText(0.99), u"99.0 %"_s);
        QCOMPARE(items::targetText(0.9995), u"99.95 %"_s);
        QCOMPARE(items::spanText(24180), u"6 h 43 min"_s);
        QCOMPARE(items::spanText(3599.7), u"60 min"_s);
        QCOMPARE(items::spanText(86'370), u"24 h"_s);
        QCOMPARE(items::rateText({}), u"–"_s);
        QCOMPARE(items::rateText(8.26), u"8.3×"_s);
    }

    void sentencesSayWhatToDoAndWhy()
    {
        const auto first = items::firstThing(*m_board);
        QCOMPARE(first.state, domain::SloState::Missed);
        QVERIFY2(first.text.contains(u"/parcels/{id}/events"_s), qPrintable(first.text));
        // The service level that this root sets on fire, though another has less budget.
        QVERIFY2(first.text.contains(u"Freshness of Order events loses its budget"_s),
                 qPrintable(first.text));
        QCOMPARE(first.level, tests::SampleQuality().levelCalled(u"Order events"_s));
        items::QualityBoard calm;
        QCOMPARE(items::firstThing(calm).state, domain::SloState::Met);
        for (const auto &level : m_board->levels) {
            QVERIFY(!items::runsOutText(level).isEmpty());
            QVERIFY(!items::standingText(level).isEmpty());
        }
        const auto &unknown =
            *std::find_if(m_board->levels.begin(), m_board->levels.end(),
                          [](const auto &level) { return level.title() == u"orders_raw"_s; });
        QCOMPARE(unknown.state(), domain::SloState::Unknown);
        QCOMPARE(items::runsOutText(unknown), u"no check measures it"_s);
    }

    void theTableOfAChartIsExactForMachinesAndReadableForPeople()
    {
        items::FigureTable table;
        using Kind = items::FigureTable::Kind;
        table.show(
            {{u"Time"_s, Kind::Moment}, {u"SLI"_s, Kind::Percent, 2}, {u"What"_s, Kind::Text}}, 2,
            [](int row, int column) -> QVariant {
                if (column == 0)
                    return qint64(1'795'443'720'000);
                if (column == 2)
                    return u"=1+1"_s;
                return row == 0 ? QVariant(0.993912345678) : QVariant();
            });
        QCOMPARE(table.index(0, 1).data().toString(), u"99.39 %"_s);
        QCOMPARE(table.index(1, 1).data().toString(), u"unknown"_s);
        const auto lines = table.csv().split('\n');
        QVERIFY(lines.at(1).startsWith("2026-11-23T"));
        QVERIFY(lines.at(1).contains(",0.993912345678,"));
        // A spreadsheet must not take it for a formula.
        QVERIFY(lines.at(1).contains("'=1+1"));
        QCOMPARE(table.text(0, 0).count(u'\n'), 2);
    }
};

QTEST_MAIN(TestServiceLevels)
#include "tst_servicelevels.moc"
