// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palettemodel.h"
#include "tests/items/fakecatalog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using items::PaletteModel;

namespace {

QStringList titles(const PaletteModel &model, PaletteModel::Type type)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row);
        if (index.data(PaletteModel::TypeRole).toInt() == int(type))
            found.append(index.data().toString());
    }
    return found;
}

QList<items::PaletteCommand> commands()
{
    return {{.id = u"go.back"_s, .text = u"Back"_s, .menu = u"Go"_s, .shortcut = u"Alt+Left"_s},
            {.id = u"mesh.sync"_s, .text = u"Sync now"_s, .menu = u"Mesh"_s},
            {.id = u"tab.close"_s, .text = u"Close tab"_s, .menu = u"Tabs"_s, .enabled = false}};
}

void settle()
{
    QTest::qWait(1);
}

} // namespace

class TestPaletteModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void thingsCommandsPeopleAndTagsStandInSections()
    {
        tests::FakeCatalog catalog;
        catalog.setNames({u"Order events"_s, u"Orders daily"_s});
        catalog.facetsOf = [](const QString &) {
            return QList<store::Facet>{{u"tag"_s, {{u"back-order"_s, 7}, {u"gdpr"_s, 3}}}};
        };
        PaletteModel model(catalog);
        const QAbstractItemModelTester tester(&model);
        model.setCommands(commands());
        model.setText(u"back"_s);
        settle();
        QCOMPARE(titles(model, PaletteModel::Type::Command), QStringList{u"Back"_s});
        QCOMPARE(titles(model, PaletteModel::Type::Filter), QStringList{u"back-order"_s});
        QCOMPARE(titles(model, PaletteModel::Type::Thing).size(), 4); // things, then people
        QVERIFY(titles(model, PaletteModel::Type::Head).size() == 4);
        QCOMPARE(catalog.requests.first().query, u"back"_s);
        QVERIFY(catalog.requests.last().query.contains(u"kind:person kind:team back"_s));
    }

    void prefixesNarrowWhatIsSearched()
    {
        tests::FakeCatalog catalog;
        catalog.setNames({u"Maya"_s});
        catalog.facetsOf = [](const QString &) {
            return QList<store::Facet>{{u"tag"_s, {{u"pii"_s, 2}}},
                                       {u"domain"_s, {{u"Orders/Fulfilment"_s, 52}}}};
        };
        PaletteModel model(catalog);
        model.setCommands(commands());
        model.setText(u">sync"_s);
        settle();
        QVERIFY(catalog.requests.isEmpty());
        QCOMPARE(titles(model, PaletteModel::Type::Command), QStringList{u"Sync now"_s});
        model.setText(u"@ma"_s);
        settle();
        QCOMPARE(catalog.requests.size(), 1);
        QCOMPARE(model.count(), 1);
        model.setText(u"#p"_s);
        settle();
        QCOMPARE(model.index(1).data(PaletteModel::QueryRole).toString(), u"tag:pii"_s);
        model.setText(u"/ful"_s);
        settle();
        QCOMPARE(model.count(), 1);
        QCOMPARE(model.index(1).data(PaletteModel::QueryRole).toString(),
                 u"domain:Orders/Fulfilment"_s);
        QVERIFY(model.index(1).data().toString().contains(u"Fulfilment"_s));
    }

    void answersToAnOldQuestionAreDropped()
    {
        tests::FakeCatalog catalog;
        catalog.total = [](const QString &) { return 1; };
        catalog.hit = [](const QString &query, qint64) {
            return tests::hitOn(tests::thing(query));
        };
        catalog.hold = true;
        PaletteModel model(catalog);
        model.setText(u"first"_s);
        catalog.release(0);
        model.setText(u"second"_s);
        settle();
        QVERIFY(!titles(model, PaletteModel::Type::Thing).contains(u"first"_s));
        QVERIFY(model.elapsedMs() < 0);
        catalog.hold = false;
        model.setText(u"third"_s);
        settle();
        QVERIFY(titles(model, PaletteModel::Type::Thing).contains(u"third"_s));
        QVERIFY(model.elapsedMs() >= 0);
    }

    void everyRowSaysWhyItMatched()
    {
        tests::FakeCatalog catalog;
        catalog.total = [](const QString &query) { return query.contains(u"kind:"_s) ? 0 : 1; };
        catalog.hit = [](const QString &, qint64) {
            auto hit = tests::hitOn(tests::thing(u"Order events"_s));
            hit.match.in = u"description"_s;
            hit.match.text = u"at most 15 minutes late"_s;
            hit.match.ranges = {{19, 23}};
            return hit;
        };
        PaletteModel model(catalog);
        model.setText(u"late"_s);
        settle();
        const auto why = model.index(1).data(PaletteModel::WhyRole).toString();
        QVERIFY2(why.contains(u"late"_s), qPrintable(why));
        const auto ranges = model.index(1).data(PaletteModel::WhyRangesRole).toList();
        QCOMPARE(why.mid(ranges.at(0).toInt(), ranges.at(1).toInt() - ranges.at(0).toInt()),
                 u"late"_s);
    }

    void headsCannotBeChosenAndDisabledCommandsSayWhatTheyAre()
    {
        tests::FakeCatalog catalog;
        PaletteModel model(catalog);
        model.setCommands(commands());
        model.setText(u">"_s);
        QCOMPARE(model.flags(model.index(0)), Qt::ItemFlags(Qt::NoItemFlags));
        QVERIFY(!(model.flags(model.index(3)) & Qt::ItemIsEnabled));
        QVERIFY(model.flags(model.index(3)) & Qt::ItemIsSelectable);
    }

    void aFailedSearchIsSaid()
    {
        tests::FakeCatalog catalog;
        catalog.error = {Error::Kind::Store, u"disk I/O error"_s};
        PaletteModel model(catalog);
        model.setText(u"x"_s);
        settle();
        QCOMPARE(model.failure(), u"disk I/O error"_s);
    }
};

QTEST_GUILESS_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
