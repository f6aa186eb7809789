// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparemodel.h"
#include "models/items/followlist.h"
#include "tests/items/fakecatalog.h"
#include "tests/items/fakepages.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Page;
using portolan::items::CompareModel;
using portolan::items::FollowList;
using portolan::tests::FakePages;
using portolan::tests::thing;

namespace {

Page pageOf(const QString &name, const QString &owner)
{
    Page page;
    page.entity = thing(name);
    page.entity.ownerName = owner;
    page.entity.status = u"active"_s;
    return page;
}

QStringList lines(const CompareModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells{model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString()};
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        const bool differs = model.index(row, 0).data(CompareModel::DiffersRole).toBool();
        list.append(cells.join(u" | "_s) + (differs ? u" *" : u""));
    }
    return list;
}

void settle()
{
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class TestCompareModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void factsStandSideBySideAndDifferencesAreTold()
    {
        FakePages source;
        auto first = pageOf(u"a"_s, u"Maya"_s);
        portolan::domain::SlaTerm term;
        term.property = u"retention"_s;
        term.value = u"7"_s;
        term.unit = u"y"_s;
        first.merged.sla = {term};
        const auto second = pageOf(u"b"_s, u"Tomasz"_s);
        source.pages = {{first.entity.id, first}, {second.entity.id, second}};
        CompareModel model(source);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.compare({first.entity, second.entity});
        settle();
        const auto text = lines(model);
        QVERIFY(text.contains(u"Owner | Maya | Tomasz *"_s));
        QVERIFY(text.contains(u"Status | active | active"_s));
        QCOMPARE(text.last().count(u" | "_s), 2);
        QVERIFY(text.last().startsWith(u"Retention | "_s) && text.last().endsWith(u'*'));
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"b"_s);
    }

    void oneThatCannotBeReadLeavesItsColumnEmpty()
    {
        FakePages source;
        const auto first = pageOf(u"a"_s, u"Maya"_s);
        source.pages = {{first.entity.id, first}};
        CompareModel model(source);
        model.compare({first.entity, thing(u"gone"_s)});
        settle();
        QVERIFY(lines(model).contains(u"Owner | Maya |  *"_s));
    }

    void followingIsRemembered()
    {
        FakePages source;
        FollowList list(source);
        settle();
        const auto id = thing(u"a"_s).id;
        QSignalSpy changes(&list, &FollowList::changed);
        list.set(id, true);
        settle();
        QVERIFY(list.contains(id));
        QVERIFY(changes.count() > 0);
        list.set(id, false);
        settle();
        QVERIFY(!list.contains(id));
    }
};

QTEST_GUILESS_MAIN(TestCompareModel)
#include "tst_comparemodel.moc"
