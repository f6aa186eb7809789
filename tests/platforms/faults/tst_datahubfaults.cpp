// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/datahubplatform.h"
#include "tests/platforms/faults/faulttrial.h"
#include "tests/support/datahubshape.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::DataHubShape;
using tests::Shape;

namespace {

DataHubShape &datahub(Shape &shape)
{
    return static_cast<DataHubShape &>(shape);
}

void merge(DataHubShape &server, const QString &urn, const QString &aspect, const QString &member,
           const QJsonValue &value)
{
    auto whole = server.aspect(urn, aspect);
    whole.insert(member, value);
    server.put(urn, aspect, whole);
}

//! One thing more, one less, one other; what a product holds, what a job reads, what a check found.
void stir(Shape &shape, int n)
{
    auto &server = datahub(shape);
    const auto state = u"State %1"_s.arg(n);
    merge(server, u"urn:li:dataProduct:product0"_s, u"dataProductProperties"_s, u"name"_s, state);
    merge(server, tests::datasetUrn(u"mesh.public.table_1"_s), u"datasetProperties"_s,
          u"description"_s, state);
    // Of what is shown with these names no event tells.
    merge(server, u"urn:li:tag:PII"_s, u"tagProperties"_s, u"name"_s,
          QString(u"PII of "_s + state));
    merge(server, u"urn:li:corpuser:user1"_s, u"corpUserInfo"_s, u"displayName"_s, state);
    server.remove(tests::datasetUrn(u"mesh.more_%1"_s.arg(n - 1)));
    server.put(tests::datasetUrn(u"mesh.more_%1"_s.arg(n)), u"datasetProperties"_s,
               {{u"name"_s, state}});
    server.removeSoftly(u"urn:li:chart:(looker,chart1)"_s, n % 2 == 0);
    server.addRun(u"urn:li:assertion:check0"_s, n % 2 == 0);
    merge(server, u"urn:li:dataJob:(urn:li:dataFlow:(airflow,nightly,PROD),make_1)"_s,
          u"dataJobInputOutput"_s, u"inputDatasets"_s,
          QJsonArray{tests::datasetUrn(u"mesh.raw.raw_%1"_s.arg(n % 3))});
    const QJsonObject first{{u"destinationUrn"_s, tests::datasetUrn(u"mesh.public.table_2"_s)},
                            {u"outputPort"_s, n % 2 == 0}};
    const QJsonObject second{{u"destinationUrn"_s, tests::datasetUrn(u"mesh.raw.raw_2"_s)},
                             {u"outputPort"_s, true}};
    merge(server, u"urn:li:dataProduct:product2"_s, u"dataProductProperties"_s, u"assets"_s,
          n % 3 == 0 ? QJsonArray{first} : QJsonArray{first, second});
}

//! Who owns the table: one more than before, and one less.
domain::Operation owning(const QString &urn, int n)
{
    const auto user = [](int number) {
        return QJsonObject{{u"id"_s, u"urn:li:corpuser:user%1"_s.arg(number % 3)}};
    };
    return tests::operationOf(u"own"_s,
                              {{u"nativeId"_s, urn},
                               {u"kind"_s, u"asset"_s},
                               {u"owners"_s, QJsonArray{user(n), user(n + 1)}}});
}

//! In turn a description, of the thing and of a column, a tag more and one less, and other owners.
domain::Operation edit(int n)
{
    const auto urn = tests::datasetUrn(u"mesh.public.table_0"_s);
    const int round = n / 3;
    if (n % 6 == 3)
        return tests::operationOf(u"describe"_s,
                                  {{u"nativeId"_s, urn},
                                   {u"description"_s, u"Mine %1"_s.arg(n)},
                                   {u"field"_s, u"column_0"_s}});
    if (n % 3 == 0)
        return tests::operationOf(u"describe"_s,
                                  {{u"nativeId"_s, urn}, {u"description"_s, u"Mine %1"_s.arg(n)}});
    if (n % 3 == 2)
        return owning(urn, round);
    const bool isGold = round % 2 == 0;
    return tests::operationOf(u"tag"_s,
                              {{u"nativeId"_s, urn},
                               {u"kind"_s, u"asset"_s},
                               {u"add"_s, QJsonArray{isGold ? u"Gold"_s : u"PII"_s}},
                               {u"remove"_s, QJsonArray{isGold ? u"PII"_s : u"Gold"_s}}});
}

bool hasEdit(Shape &shape, int n)
{
    auto &server = datahub(shape);
    const auto urn = tests::datasetUrn(u"mesh.public.table_0"_s);
    if (n % 6 == 3) {
        const auto infos = server.aspect(urn, u"editableSchemaMetadata"_s)
                               .value(u"editableSchemaFieldInfo"_s)
                               .toArray();
        return infos.size() == 1
            && infos.first()[u"description"_s].toString() == u"Mine %1"_s.arg(n);
    }
    if (n % 3 == 0)
        return server.aspect(urn, u"editableDatasetProperties"_s).value(u"description"_s).toString()
            == u"Mine %1"_s.arg(n);
    if (n % 3 == 2) {
        const auto owners = server.aspect(urn, u"ownership"_s).value(u"owners"_s).toArray();
        const auto wanted = QJsonDocument::fromJson(edit(n).payload)[u"owners"_s];
        return owners.size() == 2
            && std::all_of(owners.begin(), owners.end(), [&wanted](const QJsonValue &one) {
                   return one[u"owner"_s] == wanted[0][u"id"_s]
                       || one[u"owner"_s] == wanted[1][u"id"_s];
               });
    }
    const auto tags = server.aspect(urn, u"globalTags"_s).value(u"tags"_s).toArray();
    const auto wanted = n / 3 % 2 == 0 ? u"urn:li:tag:Gold"_s : u"urn:li:tag:PII"_s;
    return tags.size() == 1 && tags.first()[u"tag"_s].toString() == wanted;
}

const tests::Tried tried{
    .platform = platforms::datahub::create,
    .shape = u"datahub"_s,
    .stir = stir,
    .forget =
        [](Shape &shape) {
            datahub(shape).forgetEvents();
            datahub(shape).forgetScrolls();
        },
    .edit = edit,
    .hasEdit = hasEdit,
    .kinds = 6,
    .settings = {.seed = 1, .size = 3, .pageSize = 4},
    .oneOfSweeps = 39,
    .oneOfDeltas = 10,
    .oneOfWrites = 3,
};

} // namespace

class TestDataHubFaults : public QObject
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

QTEST_GUILESS_MAIN(TestDataHubFaults)

#include "tst_datahubfaults.moc"
