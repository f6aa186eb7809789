// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accountmodel.h"
#include "models/items/findingmodel.h"
#include "tests/items/modeltext.h"
#include "tests/items/sampleaccounts.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using tests::modelText;

namespace {

//! A language of one word: tells what is translated from what is not.
class OtherWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }

    QString translate(const char *, const char *, const char *, int) const override
    {
        return u"in other words"_s;
    }
};

} // namespace

class TestAccountModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void accountsComeWithTheirState()
    {
        tests::SampleAccounts source;
        AccountModel model(source);
        const QAbstractItemModelTester tester(&model);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"Demo mesh"_s);
        QCOMPARE(model.index(0).data(AccountModel::StateTextRole).toString(), u"Synced"_s);
        QCOMPARE(model.index(1).data(AccountModel::StateTextRole).toString(), u"Sync failed"_s);
        QCOMPARE(model.index(1).data(AccountModel::PlatformTextRole).toString(),
                 u"Files · /srv/mesh"_s);
    }

    void runningSyncShowsItsPercentage()
    {
        tests::SampleAccounts source;
        AccountModel model(source);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
        Q_EMIT source.syncStarted(u"mesh"_s);
        QCOMPARE(model.index(1).data(AccountModel::StateTextRole).toString(), u"Syncing"_s);
        Q_EMIT source.syncProgressed(u"mesh"_s, 31, 50, u"orders"_s);
        QCOMPARE(model.index(1).data(AccountModel::StateTextRole).toString(), u"Syncing 62 %"_s);
        source.list[1].state = u"complete"_s;
        Q_EMIT source.syncFinished(u"mesh"_s, {u"mesh"_s, 3, 1, 0, 9, 120});
        QTRY_COMPARE(model.index(1).data(AccountModel::StateTextRole).toString(),
                     u"Synced, 3 problem(s)"_s);
        QVERIFY(model.figuresOf(u"mesh"_s));
        QCOMPARE(model.figuresOf(u"mesh"_s)->added, 3);
    }

    //! What is read is told in the words of people, not of an interface; what nobody knows stays.
    void whatIsReadIsToldInWords()
    {
        QCOMPARE(readingText(u"corpuser"_s), u"people"_s);
        QCOMPARE(readingText(u"glossaryTerm"_s), u"business terms"_s);
        QCOMPARE(readingText(u"test-results"_s), u"checks"_s);
        QCOMPARE(readingText(u"food_delivery"_s), u"food_delivery"_s); // a namespace
        // What adapters and the end of a pull say.
        OtherWords language;
        QCoreApplication::installTranslator(&language);
        for (const auto &what :
             {u"domain"_s,         u"glossaryNode"_s,    u"corpGroup"_s,
              u"container"_s,      u"dataFlow"_s,        u"mlModelGroup"_s,
              u"notebook"_s,       u"dataContract"_s,    u"dataProduct"_s,
              u"classification"_s, u"glossary"_s,        u"team"_s,
              u"user"_s,           u"searchIndex"_s,     u"apiEndpoint"_s,
              u"metric"_s,         u"storedProcedure"_s, u"directory"_s,
              u"worksheet"_s,      u"testCase"_s,        u"sourcesystems"_s,
              u"arrows"_s,         u"everything"_s,      u"building the search index"_s})
            QVERIFY2(readingText(what) == u"in other words", qPrintable(what));
        QCoreApplication::removeTranslator(&language);
    }

    void sameAccountsKeepTheirRows()
    {
        tests::SampleAccounts source;
        AccountModel model(source);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy refreshed(&model, &AccountModel::refreshed);
        source.list[0].problems = 7;
        Q_EMIT source.changed();
        QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.accountAt(0)->problems, 7);
        source.list.removeLast();
        Q_EMIT source.changed();
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void folderBelowHomeIsShort()
    {
        AccountFacts facts;
        facts.isFolder = true;
        facts.place = QDir::homePath() + u"/mesh"_s;
        QCOMPARE(placeText(facts), u"~/mesh"_s);
        facts.place = QDir::homePath() + u"x/mesh"_s;
        QCOMPARE(placeText(facts), facts.place);
    }

    void findingsAreGroupedByFile()
    {
        const tests::SampleAccounts source;
        FindingModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFindings(source.problems);
        QCOMPARE(
            modelText(model),
            u"customer/customer.odps.yaml\n"
            "  Warning||Nobody owns the product.|Name a team.\n"
            "orders/order-events.odcs.yaml\n"
            "  Info|2:1|Version 2.2 is old; it is read as it is.||apiVersion\n"
            "  Error|14:3|The object has no name.|Give it the table's name.|schema[0].name\n"_s);
        QCOMPARE(model.count(domain::Finding::Severity::Error), 1);
        QCOMPARE(model.index(1, 0).data(FindingModel::SeverityRole).toInt(),
                 static_cast<int>(domain::Finding::Severity::Error));
        QCOMPARE(model.index(1, 0).data(FindingModel::FileRole).toString(),
                 u"/srv/mesh/orders/order-events.odcs.yaml"_s);
    }

    void filterNarrowsByWordAndSeverity()
    {
        const tests::SampleAccounts source;
        FindingModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFindings(source.problems);
        model.setFilter({u"order"_s, true, true, false});
        QCOMPARE(model.shownCount(), 1);
        model.setFilter({u"nothing like it"_s, true, true, true});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.totalCount(), 3);
    }

    void copiedFindingsAreWhatEditorsJumpTo()
    {
        const tests::SampleAccounts source;
        FindingModel model;
        model.setFindings(source.problems);
        const auto file = model.index(1, 0);
        QCOMPARE(model.textOf({model.index(1, 0, file)}),
                 u"/srv/mesh/orders/order-events.odcs.yaml:14:3: error: The object has no name. "
                 "(Give it the table's name.)\n"_s);
        QCOMPARE(model.textOf({file}).count(u'\n'), 2);
        QCOMPARE(model.text().count(u'\n'), 3);
    }
};

QTEST_GUILESS_MAIN(TestAccountModel)
#include "tst_accountmodel.moc"
