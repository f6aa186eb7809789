// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/platforms/openmetadata/openmetadataplatform.h"
#include "tests/platforms/faults/faulttrial.h"
#include "tests/support/openmetadatashape.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::OpenMetadataShape;
using tests::Shape;

namespace {

OpenMetadataShape &openMetadata(Shape &shape)
{
    return static_cast<OpenMetadataShape &>(shape);
}

void change(OpenMetadataShape &server, const QString &type, const QString &fqn,
            const QString &member, const QJsonValue &value)
{
    auto thing = server.thing(type, fqn);
    thing.insert(member, value);
    server.put(type, thing);
}

//! One thing more, one less, one other; what a product reads and offers, what a test found.
void stir(Shape &shape, int n)
{
    auto &server = openMetadata(shape);
    const QString schema = u"acme.mesh.public."_s;
    const auto state = u"State %1"_s.arg(n);
    change(server, u"dataProduct"_s, u"product0"_s, u"description"_s, state);
    change(server, u"table"_s, QString(schema + u"table_1"), u"description"_s, state);
    const QString before = schema % u"more_" % QString::number(n - 1);
    if (n % 2 == 0)
        server.remove(u"table"_s, before);
    else
        server.removeSoftly(u"table"_s, before);
    const auto name = u"more_%1"_s.arg(n);
    server.put(u"table"_s,
               {{u"name"_s, name},
                {u"fullyQualifiedName"_s, QString(schema + name)},
                {u"serviceType"_s, u"Snowflake"_s}});
    server.connectThings(QString(schema + u"table_0"), QString(schema + name));
    server.addResult(QString(schema + u"table_0.check"), n % 2 == 0);
    server.setPorts(u"product1"_s, {},
                    n % 3 == 0 ? QStringList{schema + u"table_1"}
                               : QStringList{schema + u"table_1", schema + u"raw_1"});
    change(server, u"dataContract"_s, QString(schema + u"table_0.contract"), u"description"_s,
           state);
}

domain::AccessRequest request(int n)
{
    return tests::accessTo(u"dataProduct:product1"_s, u"table:acme.mesh.public.table_1"_s, n);
}

QString ownerOf(int n)
{
    return u"user:user%1"_s.arg(n % 3);
}

//! Every fifth time a request for access, and another owner; else a description, or a tag more and
//! one less.
domain::Operation edit(int n)
{
    if (n % 5 == 4)
        return tests::operationOf(request(n));
    const auto id = u"table:acme.mesh.public.table_1"_s;
    if (n % 5 == 3)
        return tests::operationOf(u"own"_s,
                                  {{u"nativeId"_s, id},
                                   {u"kind"_s, u"asset"_s},
                                   {u"owners"_s, QJsonArray{QJsonObject{{u"id"_s, ownerOf(n)}}}}});
    if (n % 4 == 2) // of a column
        return tests::operationOf(u"describe"_s,
                                  {{u"nativeId"_s, id},
                                   {u"description"_s, u"Mine %1"_s.arg(n)},
                                   {u"field"_s, u"column_0"_s}});
    if (n % 2 == 0)
        return tests::operationOf(u"describe"_s,
                                  {{u"nativeId"_s, id}, {u"description"_s, u"Mine %1"_s.arg(n)}});
    const bool isFirst = n % 4 == 1;
    const auto sensitive = u"PII.Sensitive"_s;
    const auto none = u"PII.None"_s;
    return tests::operationOf(u"tag"_s,
                              {{u"nativeId"_s, id},
                               {u"add"_s, QJsonArray{isFirst ? sensitive : none}},
                               {u"remove"_s, QJsonArray{isFirst ? none : sensitive}}});
}

bool hasEdit(Shape &shape, int n)
{
    if (n % 5 == 4) {
        const auto tasks = openMetadata(shape).tasks();
        const auto item = idText(request(n).items.first().id);
        return 1 == std::count_if(tasks.begin(), tasks.end(), [&item](const QJsonObject &task) {
                   return task.value(u"name"_s).toString().endsWith(item);
               });
    }
    const auto table = openMetadata(shape).thing(u"table"_s, u"acme.mesh.public.table_1"_s);
    if (n % 5 == 3) {
        const auto owners = table.value(u"owners"_s).toArray();
        return owners.size() == 1
            && ownerOf(n) == u"user:"_s + owners.first()[u"name"_s].toString();
    }
    if (n % 4 == 2)
        return table.value(u"columns"_s)[1][u"description"_s].toString() == u"Mine %1"_s.arg(n);
    if (n % 2 == 0)
        return table.value(u"description"_s).toString() == u"Mine %1"_s.arg(n);
    const auto tags = table.value(u"tags"_s).toArray();
    return tags.size() == 1
        && tags.first()[u"tagFQN"_s].toString()
        == (n % 4 == 1 ? u"PII.Sensitive"_s : u"PII.None"_s);
}

const tests::Tried tried{
    .platform = platforms::openmetadata::create,
    .shape = u"openmetadata"_s,
    .stir = stir,
    .forget = [](Shape &shape) { openMetadata(shape).forgetEvents(); },
    .forgetMs = qint64(8) * 24 * 3'600'000,
    .edit = edit,
    .hasEdit = hasEdit,
    .kinds = 5,
    .oneOfSweeps = 47,
    .oneOfDeltas = 20,
    .oneOfWrites = 3,
};

//! A request for access, and that somebody says yes to it.
domain::Operation askOrApprove(int n)
{
    return n % 2 == 0 ? tests::operationOf(request(n)) : tests::approvalOf(request(n - 1));
}

bool isAskedOrApproved(Shape &shape, int n)
{
    const auto item = idText(request(n - n % 2).items.first().id);
    QStringList states;
    for (const auto &task : openMetadata(shape).tasks()) {
        if (task.value(u"name"_s).toString().endsWith(item))
            states.append(task.value(u"status"_s).toString());
    }
    return states == QStringList{n % 2 == 0 ? u"Open"_s : u"Approved"_s};
}

} // namespace

class TestOpenMetadataFaults : public QObject
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

    void everyFaultAtEveryRequestOfARequestAndADecision()
    {
        const tests::Tried access{.platform = tried.platform,
                                  .shape = tried.shape,
                                  .edit = askOrApprove,
                                  .hasEdit = isAskedOrApproved,
                                  .signIn =
                                      [](Shape &shape, int n) {
                                          openMetadata(shape).signIn(n % 2 == 0 ? u"user0"_s
                                                                                : u"user1"_s);
                                      },
                                  .oneOfWrites = 2};
        QCOMPARE(tests::complaintOfWrites(access), QString());
    }

    void afterAStormTheStoreHasWhatAnotherHas()
    {
        QCOMPARE(tests::complaintOfStoredStorms(tried), QString());
    }
};

QTEST_GUILESS_MAIN(TestOpenMetadataFaults)

#include "tst_openmetadatafaults.moc"
