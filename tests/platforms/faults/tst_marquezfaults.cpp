// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/marquezplatform.h"
#include "tests/platforms/faults/faulttrial.h"
#include "tests/support/marquezshape.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::MarquezShape;
using tests::Shape;

namespace {

const QString warehouse = u"snowflake://acme"_s;

MarquezShape &marquez(Shape &shape)
{
    return static_cast<MarquezShape &>(shape);
}

//! A run of a job that was there, with another column, and one of another job, every fifth time a
//! new one.
void stir(Shape &shape, int n)
{
    auto &server = marquez(shape);
    const MarquezShape::Name made{warehouse, u"mesh.public.table_0"_s};
    server.post(tests::runEvent(
        u"state %1"_s.arg(n), u"COMPLETE"_s, shape.now, {u"jobs"_s, u"load-0"_s},
        {{u"postgres://shop:5432"_s, u"shop.public.raw_0"_s}}, {made}, u"state_%1"_s.arg(n)));
    const auto more = u"more_%1"_s.arg(n % 5);
    server.post(tests::runEvent(u"more %1"_s.arg(n), n % 3 == 0 ? u"FAIL"_s : u"COMPLETE"_s,
                                shape.now, {u"jobs"_s, more}, {made}, {{warehouse, more}}));
}

//! Tags, descriptions and what is deleted are in no feed.
void stirUntold(Shape &shape, int n)
{
    auto &server = marquez(shape);
    const MarquezShape::Name made{warehouse, u"mesh.public.table_0"_s};
    server.tag(made, u"State %1"_s.arg(n % 4), n % 8 < 4);
    server.describe({u"postgres://shop:5432"_s, u"shop.public.raw_0"_s}, u"State %1"_s.arg(n));
    const auto gone = u"more_%1"_s.arg((n + 2) % 5);
    server.removeDataset({warehouse, gone});
    server.removeJob({u"jobs"_s, gone});
}

//! A tag more and one less.
domain::Operation edit(int n)
{
    const bool isOdd = n % 2 == 1;
    return tests::operationOf(
        u"tag"_s,
        {{u"nativeId"_s, QString(u"dataset:"_s % warehouse % u":mesh.public.table_1"_s)},
         {u"add"_s, QJsonArray{isOdd ? u"ODD"_s : u"EVEN"_s}},
         {u"remove"_s, QJsonArray{isOdd ? u"EVEN"_s : u"ODD"_s}}});
}

bool hasEdit(Shape &shape, int n)
{
    const auto tags = marquez(shape).tagsOf({warehouse, u"mesh.public.table_1"_s});
    return tags == QStringList{n % 2 == 1 ? u"ODD"_s : u"EVEN"_s};
}

const tests::Tried tried{
    .platform = platforms::marquez::create,
    .shape = u"marquez"_s,
    .stir = stir,
    .stirUntold = stirUntold,
    .forget = [](Shape &shape) { marquez(shape).forgetEvents(shape.now.addDays(-1)); },
    .edit = edit,
    .hasEdit = hasEdit,
    .oneOfSweeps = 13,
    .oneOfDeltas = 9,
};

} // namespace

class TestMarquezFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyFaultAtEveryRequestOfASweep()
    {
        QCOMPARE(tests::complaintOfFaults(tried, true), QString());
    }

    void everyFaultAtEveryRequestOfADelta()
    {
        QCOMPARE(tests::complaintOfFaults(tried, false), QString());
    }

    void afterAStormLocalEqualsRemote() { QCOMPARE(tests::complaintOfStorms(tried), QString()); }

    void everyFaultAtEveryRequestOfAWrite()
    {
        QCOMPARE(tests::complaintOfWrites(tried), QString());
    }

    void afterAStormTheStoreHasWhatAnotherHas()
    {
        QCOMPARE(tests::complaintOfStoredStorms(tried), QString());
    }
};

QTEST_GUILESS_MAIN(TestMarquezFaults)

#include "tst_marquezfaults.moc"
