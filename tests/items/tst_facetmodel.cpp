// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facetmodel.h"
#include "models/items/filteradvice.h"
#include "models/items/filtercompletion.h"
#include "tests/items/fakecatalog.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::items::FacetModel;
using portolan::items::FilterAdvice;
using portolan::items::FilterCompletion;
using portolan::store::Facet;
using portolan::tests::FakeCatalog;

namespace {

QList<Facet> someFacets(const QString &)
{
    return {{u"kind"_s, {{u"asset"_s, 62}, {u"product"_s, 23}}},
            {u"domain"_s, {{u"Orders"_s, 118}, {u"Customer"_s, 212}, {u"Orders/Returns"_s, 25}}},
            {u"owner"_s,
             {{u"Order team"_s, 9},
              {u"a"_s, 8},
              {u"b"_s, 7},
              {u"c"_s, 6},
              {u"d"_s, 5},
              {u"e"_s, 4},
              {u"f"_s, 3}}}};
}

//! The column as text: indented by depth, "[x]" checked, "[-]" excluded, "?" after a stale count.
void write(const FacetModel &model, const QModelIndex &parent, int depth, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        QString line(depth, u' ');
        if (const auto state = index.data(Qt::CheckStateRole); state.isValid()) {
            const QString marks = u" -x"_s;
            line += u'[' + QString(marks.at(state.toInt())) + u"] "_s;
        }
        line += index.data().toString();
        if (const auto count = index.data(FacetModel::CountRole); count.isValid())
            line +=
                u' ' + count.toString() + (index.data(FacetModel::StaleRole).toBool() ? u"?" : u"");
        lines.append(line);
        write(model, index, depth + 1, lines);
    }
}

QStringList column(const FacetModel &model)
{
    QStringList lines;
    write(model, {}, 0, lines);
    return lines;
}

QModelIndex find(const FacetModel &model, const QString &path, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        if (index.data(FacetModel::PathRole).toString() == path)
            return index;
        if (const auto below = find(model, path, index); below.isValid())
            return below;
    }
    return {};
}

void settle()
{
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class TestFacetModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_source = std::make_unique<FakeCatalog>();
        m_source->facetsOf = someFacets;
        m_model = std::make_unique<FacetModel>(*m_source);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_source.reset();
    }

    void theColumnReadsAsItIsDrawn()
    {
        m_model->setQuery(u"domain:orders -kind:asset"_s);
        settle();
        QCOMPARE(column(*m_model),
                 QStringList({u"Domain"_s, u" [ ] Customer 212"_s, u" [x] Orders 118"_s,
                              u"  [ ] Returns 25"_s, u"Kind"_s, u" [ ] Data product 23"_s,
                              u" [-] Asset 62"_s, u"Owner"_s, u" [ ] Order team 9"_s, u" [ ] a 8"_s,
                              u" [ ] b 7"_s, u" [ ] c 6"_s, u" [ ] d 5"_s, u" 2 more"_s}));
    }

    void statesOfServiceLevelsStandWorstFirst()
    {
        m_source->facetsOf = [](const QString &) {
            return QList<Facet>{
                {u"slo"_s,
                 {{u"met"_s, 88}, {u"unknown"_s, 22}, {u"missed"_s, 2}, {u"burning"_s, 6}}},
                {u"port"_s, {{u"SQL"_s, 58}}},
                {u"kind"_s, {{u"product"_s, 23}}}};
        };
        m_model->setQuery(u"-slo:met"_s);
        settle();
        QCOMPARE(column(*m_model),
                 QStringList({u"Kind"_s, u" [ ] Data product 23"_s, u"SLO state"_s,
                              u" [ ] Missed 2"_s, u" [ ] Burning 6"_s, u" [ ] Unknown 22"_s,
                              u" [-] Met 88"_s, u"Port type"_s, u" [ ] SQL 58"_s}));
        FilterCompletion completion(*m_source);
        completion.complete(u"slo:b"_s, 5);
        settle();
        completion.complete(u"slo:b"_s, 5);
        QCOMPARE(completion.index(0).data().toString(), u"Burning"_s);
        QCOMPARE(completion.completed(0).text, u"slo:burning "_s);
    }

    void theOldCountsStayUntilTheNewOnesCome()
    {
        m_model->setQuery({});
        settle();
        m_source->hold = true;
        m_model->setQuery(u"x"_s);
        settle();
        QCOMPARE(column(*m_model).at(1), u" [ ] Customer 212?"_s);
        m_source->releaseAll();
        settle();
        QCOMPARE(column(*m_model).at(1), u" [ ] Customer 212"_s);
    }

    void togglingWritesTheFilter()
    {
        m_model->setQuery(u"late"_s);
        settle();
        QSignalSpy chosen(m_model.get(), &FacetModel::queryChosen);
        m_model->toggle(find(*m_model, u"owner:order team"_s));
        QCOMPARE(chosen.takeFirst().at(0).toString(), u"late owner:\"Order team\""_s);
        m_model->setQuery(u"late owner:\"Order team\" owner:a"_s);
        settle();
        m_model->toggle(find(*m_model, u"owner:order team"_s));
        QCOMPARE(chosen.takeFirst().at(0).toString(), u"late owner:a"_s);
    }

    void excludingReplacesChoosing()
    {
        m_model->setQuery(u"kind:asset x"_s);
        settle();
        QSignalSpy chosen(m_model.get(), &FacetModel::queryChosen);
        m_model->setData(find(*m_model, u"kind:asset"_s), Qt::PartiallyChecked, Qt::CheckStateRole);
        QCOMPARE(chosen.takeFirst().at(0).toString(), u"x -kind:asset"_s);
        m_model->setQuery(u"x -kind:asset"_s);
        settle();
        m_model->toggle(find(*m_model, u"kind:asset"_s));
        QCOMPARE(chosen.takeFirst().at(0).toString(), u"x"_s);
    }

    void onlyThisReplacesTheOthersOfItsKey()
    {
        m_model->setQuery(u"x kind:asset domain:Orders"_s);
        settle();
        QSignalSpy chosen(m_model.get(), &FacetModel::queryChosen);
        m_model->choose(find(*m_model, u"kind:product"_s));
        QCOMPARE(chosen.takeFirst().at(0).toString(), u"x domain:Orders kind:product"_s);
    }

    void moreShowsAllValues()
    {
        m_model->setQuery({});
        settle();
        m_model->toggle(find(*m_model, u"owner:"_s));
        QVERIFY(column(*m_model).contains(u" [ ] f 3"_s));
        QVERIFY(!find(*m_model, u"owner:"_s).isValid());
    }

    void aFilterThatIsNotCountedIsThereToBeUndone()
    {
        m_model->setQuery(u"tag:gone owner:f"_s);
        settle();
        QVERIFY(column(*m_model).contains(u" [x] gone 0"_s));
        QVERIFY(column(*m_model).contains(u" [x] f 3"_s));
    }

    void whatAViewHoldsOnToFollowsTheNode()
    {
        m_model->setQuery({});
        settle();
        const QPersistentModelIndex returns(find(*m_model, u"domain:orders/returns"_s));
        const QPersistentModelIndex gone(find(*m_model, u"owner:a"_s));
        QVERIFY(returns.isValid());
        m_source->facetsOf = [](const QString &) {
            return QList<Facet>{{u"domain"_s, {{u"Alpha/New"_s, 3}, {u"Orders/Returns"_s, 2}}}};
        };
        Q_EMIT m_source->changed();
        settle();
        QCOMPARE(returns.data().toString(), u"Returns"_s);
        QCOMPARE(returns.parent().row(), 1);
        QCOMPARE(returns.parent().data(FacetModel::CountRole).toLongLong(), 2);
        QVERIFY(!gone.isValid());
    }

    void keysAndValuesAreProposedAsTheyAreTyped()
    {
        FilterCompletion completion(*m_source);
        QAbstractItemModelTester tester(&completion,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto proposals = [&](const QString &text) {
            completion.complete(text, static_cast<int>(text.size()));
            settle();
            QStringList list;
            for (int row = 0; row < completion.rowCount(); ++row)
                list.append(completion.index(row).data(FilterCompletion::InsertRole).toString());
            return list;
        };
        QCOMPARE(proposals(u"late do"_s), QStringList({u"domain:"_s}));
        QCOMPARE(proposals(u"or"_s),
                 QStringList(
                     {u"domain:Orders"_s, u"domain:Orders/Returns"_s, u"owner:\"Order team\""_s}));
        QCOMPARE(proposals(u"domain:ret"_s), QStringList({u"domain:Orders/Returns"_s}));
        QCOMPARE(proposals(u"-kind:p"_s), QStringList({u"kind:product"_s}));
        QVERIFY(proposals(u"kind:product"_s).isEmpty());
        QVERIFY(proposals(u"\"quoted do"_s).isEmpty());
    }

    void aProposalReplacesThePieceAtTheCursor()
    {
        FilterCompletion completion(*m_source);
        completion.complete(u"late -owner:ord  tag:x"_s, 15);
        settle();
        const auto completed = completion.completed(0);
        QCOMPARE(completed.text, u"late -owner:\"Order team\" tag:x"_s);
        QCOMPARE(completed.text.left(completed.cursor), u"late -owner:\"Order team\" "_s);
        // The counts are those without the piece that is being typed.
        QCOMPARE(m_source->facetQueries.last(), u"late tag:x"_s);
    }

    void theFilterInTheWayIsFound()
    {
        m_source->total = [](const QString &query) {
            return query == u"a kind:x"_s ? 2 : query == u"a owner:me"_s ? 7 : 0;
        };
        m_source->hit = [](const QString &, qint64) {
            return portolan::tests::hitOn(portolan::tests::thing(u"x"_s));
        };
        FilterAdvice advice(*m_source);
        advice.ask(u"a kind:x owner:me"_s);
        settle();
        QVERIFY(advice.advice());
        QCOMPARE(advice.advice()->filter, u"kind:x"_s);
        QCOMPARE(advice.advice()->total, 7);
        advice.ask(u"nothing kind:x"_s);
        settle();
        QVERIFY(!advice.advice());
    }

private:
    std::unique_ptr<FakeCatalog> m_source;
    std::unique_ptr<FacetModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestFacetModel)
#include "tst_facetmodel.moc"
