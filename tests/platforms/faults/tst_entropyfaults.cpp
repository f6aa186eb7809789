// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/domain/edit.h"
#include "models/platforms/entropydata/entropydataplatform.h"
#include "tests/platforms/faults/faulttrial.h"
#include "tests/platforms/faults/storedesk.h"
#include "tests/support/entropyshape.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::EntropyShape;
using tests::Shape;

namespace {

//! One thing more, one less, one other: each time something is there to be lost.
void stir(Shape &platform, int n)
{
    auto &shape = static_cast<EntropyShape &>(platform);
    auto product = shape.thing(u"dataproducts"_s, u"product-0"_s);
    product.insert(u"name"_s, u"State %1"_s.arg(n));
    shape.put(u"dataproducts"_s, product);
    shape.remove(u"definitions"_s, u"more-%1"_s.arg(n - 1));
    shape.put(u"definitions"_s,
              {{u"id"_s, u"more-%1"_s.arg(n)}, {u"owner"_s, u"team-0"_s}, {u"title"_s, u"More"_s}});
    auto contract = shape.thing(u"datacontracts"_s, u"contract-1"_s);
    contract.insert(u"models"_s,
                    QJsonObject{{u"topic-%1"_s.arg(n % 3), QJsonObject{{u"type"_s, u"topic"_s}}}});
    shape.put(u"datacontracts"_s, contract);
    auto access = shape.thing(u"access"_s, u"access-1"_s);
    access.insert(u"tags"_s, QJsonArray{QString::number(n)});
    shape.put(u"access"_s, access);
}

//! What no feed tells of.
void stirLineage(Shape &platform, int n)
{
    auto &shape = static_cast<EntropyShape &>(platform);
    shape.putLineage(tests::lineageEvent(u"more-%1"_s.arg(n), u"MESH.P0.TABLE_0"_s,
                                         u"MESH.MORE.TABLE_%1"_s.arg(n % 3)));
    shape.removeLineage(u"more-%1"_s.arg(n - 1));
}

domain::AccessRequest request(int n)
{
    return tests::accessTo(u"dataproduct:product-0"_s, u"outputport:product-0#port-0"_s, n);
}

//! The team that owns a product: one of two, in turn.
domain::Operation owning(int round)
{
    const domain::OwnerEdit edit{u"dataproduct:product-0"_s,
                                 domain::EntityKind::Product,
                                 {{u"team:team-%1"_s.arg(round % 2 + 1), {}}}};
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = domain::ownKind();
    operation.payload = domain::toJson(edit);
    return operation;
}

const QString table = u"datacontract:contract-0#table-0"_s;

//! The description of a column of a contract.
domain::Operation describing(int n)
{
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = domain::describeKind();
    operation.payload = domain::toJson(domain::DescriptionEdit{
        .nativeId = table, .description = u"Mine %1"_s.arg(n), .field = u"column-1"_s});
    return operation;
}

//! In turn a request for access, its approval, and another owner or description.
domain::Operation edit(int n)
{
    if (n % 3 == 2)
        return n % 6 == 2 ? owning(n / 6) : describing(n);
    return n % 3 == 0 ? tests::operationOf(request(n)) : tests::approvalOf(request(n - 1));
}

bool hasEdit(Shape &platform, int n)
{
    auto &shape = static_cast<EntropyShape &>(platform);
    if (n % 6 == 2)
        return shape.thing(u"dataproducts"_s, u"product-0"_s)[u"team"_s][u"name"_s]
            == u"team-%1"_s.arg(n / 6 % 2 + 1);
    if (n % 6 == 5)
        return shape.thing(u"datacontracts"_s,
                           u"contract-0"_s)[u"schema"_s][0][u"properties"_s][1][u"description"_s]
            == u"Mine %1"_s.arg(n);
    const auto item = request(n - n % 3).items.first().id;
    const auto access = shape.thing(u"access"_s, idText(item));
    const auto status = access.value(u"info"_s).toObject().value(u"status"_s).toString();
    return n % 3 == 0 ? !access.isEmpty() : status == u"approved";
}

const tests::Tried tried{
    .platform = platforms::entropydata::create,
    .shape = u"entropy-data"_s,
    .stir = stir,
    .stirUntold = stirLineage,
    .forget = [](Shape &shape) { static_cast<EntropyShape &>(shape).forgetEvents(); },
    .forgetsAccess = true,
    .edit = edit,
    .hasEdit = hasEdit,
    .kinds = 3,
    .oneOfSweeps = 17,
    .oneOfDeltas = 7,
};

} // namespace

class TestEntropyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyFaultAtEveryRequestOfASweep()
    {
        QCOMPARE(tests::complaintOfFaults(tried, true), QString());
    }

    //! Each an hour after the one before: that is when it asks for lineage.
    void everyFaultAtEveryRequestOfADelta()
    {
        auto hourly = tried;
        hourly.awayMs = 3'600'000;
        hourly.stir = [](Shape &shape, int n) {
            stir(shape, n);
            stirLineage(shape, n);
        };
        QCOMPARE(tests::complaintOfFaults(hourly, false), QString());
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

    void itsPortsTakeRequests()
    {
        tests::ManualClock clock;
        tests::LoopbackServer server(tests::makeShape(tried.shape, {.size = 3}),
                                     {.key = tests::PullBench::token()});
        tests::StoreDesk desk(server.address(), tried.platform(), clock);
        QVERIFY(desk.isReady());
        QVERIFY(desk.takesRequests());
    }
};

QTEST_GUILESS_MAIN(TestEntropyFaults)

#include "tst_entropyfaults.moc"
