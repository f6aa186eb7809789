// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/schemamodel.h"
#include "tests/items/modeltext.h"
#include "tests/items/samplemesh.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using tests::modelText;

class TestSchemaModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void fieldsStandInTheirParents()
    {
        SchemaModel model;
        QAbstractItemModelTester tester(&model);
        tester.setUseFetchMore(false);
        model.setFields(tests::sampleFields());
        QCOMPARE(modelText(model),
                 u"order_id|string|yes|Internal|Order\n"
                 "event_type|string||Internal|Order state\n"
                 "event_time|timestamp||Internal|Event time\n"
                 "customer_id|string|yes|Confidential|Customer|The customer at the time of the "
                 "order, pseudonymous.\n"
                 "ship_to|record||Confidential|Address\n"
                 "  name|string||Restricted|Person name\n"
                 "  country|string||Internal|Country\n"
                 "lines|array of record||Internal|Order line\n"
                 "  sku|string||Internal|Article\n"
                 "  quantity|integer||Internal\n"
                 "amount_eur|decimal(12,2)||Internal|Order value\n"_s);
    }

    void rowsOfALevelExistOnlyOnceTheyAreAskedFor()
    {
        SchemaModel model;
        model.setFields(tests::manyFields(30000));
        QCOMPARE(model.fetchedRows(), 0);
        model.fetchMore({});
        const int top = model.rowCount();
        QVERIFY(top > 27000);
        QCOMPARE(model.fetchedRows(), top);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QVERIFY(model.hasChildren(model.index(0, 0)));
        model.fetchMore(model.index(0, 0));
        QCOMPARE(model.fetchedRows(), top + 10);
    }

    void filterKeepsTheParentsOfHits()
    {
        SchemaModel model;
        QAbstractItemModelTester tester(&model);
        tester.setUseFetchMore(false);
        model.setFields(tests::sampleFields());
        model.setFilter({u"COUNTRY"_s, FieldSubset::All});
        QCOMPARE(modelText(model),
                 u"ship_to|record||Confidential|Address\n"
                 "  country|string||Internal|Country\n"_s);
        QCOMPARE(model.hits(), 1);
        QVERIFY(!model.index(0, 0).data(SchemaModel::HitRole).toBool());
        model.setFilter({u"address"_s, FieldSubset::Sensitive});
        QCOMPARE(modelText(model), u"ship_to|record||Confidential|Address\n"_s);
        model.setFilter({});
        QCOMPARE(model.hits(), 11);
    }

    void largeFilterRunsAsideAndTheNewestWins()
    {
        SchemaModel model;
        model.setFields(tests::manyFields(30000));
        QSignalSpy arranged(&model, &SchemaModel::arranged);
        model.setFilter({u"column_7"_s, FieldSubset::All});
        model.setFilter({u"column_27000"_s, FieldSubset::All});
        QCOMPARE(arranged.size(), 0); // the rows before are still there
        QVERIFY(model.hits() == 30000);
        QTRY_COMPARE(arranged.size(), 1);
        QCOMPARE(model.hits(), 11);
        QTest::qWait(50);
        QCOMPARE(arranged.size(), 1);
    }

    void subsetsAreCounted()
    {
        SchemaModel model;
        model.setFields(tests::sampleFields());
        QCOMPARE(model.count(FieldSubset::All), 11);
        QCOMPARE(model.count(FieldSubset::Keys), 2);
        QCOMPARE(model.count(FieldSubset::Required), 2);
        QCOMPARE(model.count(FieldSubset::Sensitive), 3);
        QCOMPARE(model.count(FieldSubset::Critical), 1);
    }

    void fieldIsFoundByItsPath()
    {
        SchemaModel model;
        model.setFields(tests::sampleFields());
        const auto index = model.indexOf(u"lines[].quantity"_s);
        QVERIFY(index.isValid());
        QCOMPARE(model.fieldAt(index)->name, u"quantity"_s);
        QVERIFY(!model.indexOf(u"nowhere"_s).isValid());
        model.setFilter({u"sku"_s, FieldSubset::All});
        QVERIFY(!model.indexOf(u"lines[].quantity"_s).isValid());
    }

    void fieldWithoutItsParentStandsAtTheTop()
    {
        domain::Field lost;
        lost.path = u"a.b.c"_s;
        lost.name = u"c"_s;
        SchemaModel model;
        model.setFields({lost});
        QCOMPARE(modelText(model), u"c\n"_s);
    }

    void pathsThatRepeatDoNotLoop()
    {
        domain::Field twice;
        twice.path = u"a"_s;
        twice.name = u"a"_s;
        domain::Field inside;
        inside.path = u"a.a"_s;
        inside.name = u"a"_s;
        SchemaModel model;
        model.setFields({twice, twice, inside, inside});
        QCOMPARE(modelText(model), u"a\na\n  a\n  a\n"_s);
    }

    void classesThatNeedCareAreKnown()
    {
        QVERIFY(isSensitive(u"Confidential"_s));
        QVERIFY(isSensitive(u"RESTRICTED"_s));
        QVERIFY(!isSensitive(u"Internal"_s));
        QVERIFY(!isSensitive({}));
    }
};

QTEST_GUILESS_MAIN(TestSchemaModel)
#include "tst_schemamodel.moc"
