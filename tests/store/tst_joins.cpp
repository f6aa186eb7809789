// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using domain::Relation;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);
const QUuid hub(u"22222222-0000-4000-8000-000000000002"_s);
const QUuid meta(u"33333333-0000-4000-8000-000000000003"_s);

domain::Record table(const QString &nativeId, const QString &key)
{
    auto record = simple(EntityKind::Asset, nativeId);
    record.datasetKey = key;
    return record;
}

//! What is one thing: the native ids of each entity's aliases, sorted.
QStringList groups(StoreFixture &store)
{
    QStringList all;
    for (const auto kind : {EntityKind::Asset, EntityKind::Product}) {
        for (const auto &entity : StoreFixture::value(store->list(kind, {}, 1000))) {
            QStringList names;
            for (const auto &alias : entity.aliases)
                names.append(alias.nativeId);
            names.sort();
            all.append(names.join(u'+'));
        }
    }
    all.sort();
    return all;
}

void addAccount(StoreFixture &store, const QUuid &id, const QString &name, int position)
{
    store::Account account;
    account.id = id;
    account.name = name;
    account.platform = u"files"_s;
    account.position = position;
    StoreFixture::value(store->accounts().put(account));
}

} // namespace

class TestJoins : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void keysJoin_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("equal") << QStringList{u"pg:h:db.s.t"_s, u"pg:h:db.s.t"_s}
                               << QStringList{u"0+1"_s};
        QTest::newRow("a quoted name")
            << QStringList{u"pg:h:db.s.t"_s, u"pg:h:db.s.T"_s} << QStringList{u"0"_s, u"1"_s};
        QTest::newRow("other object")
            << QStringList{u"pg:h:db.s.t"_s, u"pg:h:db.s.u"_s} << QStringList{u"0"_s, u"1"_s};
        QTest::newRow("other platform") << QStringList{u"pg:h:db.s.t"_s, u"snowflake:h:db.s.t"_s}
                                        << QStringList{u"0"_s, u"1"_s};
        QTest::newRow("no instance")
            << QStringList{u"pg:h:db.s.t"_s, u"pg::db.s.t"_s} << QStringList{u"0+1"_s};
        QTest::newRow("no database")
            << QStringList{u"pg:h:db.s.t"_s, u"pg:h:s.t"_s} << QStringList{u"0+1"_s};
        QTest::newRow("port in the instance")
            << QStringList{u"pg:h:5432:db.s.t"_s, u"pg::db.s.t"_s} << QStringList{u"0+1"_s};
        QTest::newRow("two candidates")
            << QStringList{u"pg:h1:db.s.t"_s, u"pg:h2:db.s.t"_s, u"pg::db.s.t"_s}
            << QStringList{u"0"_s, u"1"_s, u"2"_s};
        QTest::newRow("only one of two fits")
            << QStringList{u"pg:h1:a.s.t"_s, u"pg:h2:b.s.t"_s, u"pg::a.s.t"_s}
            << QStringList{u"0+2"_s, u"1"_s};
        QTest::newRow("each has what the other lacks")
            << QStringList{u"pg:h:s.t"_s, u"pg::db.s.t"_s} << QStringList{u"0+1"_s};
        QTest::newRow("a chain of gaps")
            << QStringList{u"pg::s.t"_s, u"pg::db.s.t"_s, u"pg:h:db.s.t"_s}
            << QStringList{u"0+1+2"_s};
        QTest::newRow("dots in a topic")
            << QStringList{u"kafka:c:prod.orders.v1"_s, u"kafka:c:orders.v1"_s}
            << QStringList{u"0"_s, u"1"_s};
        QTest::newRow("no key") << QStringList{{}, {}} << QStringList{u"0"_s, u"1"_s};
    }

    void keysJoin()
    {
        QFETCH(QStringList, keys);
        QFETCH(QStringList, expected);
        StoreFixture store;
        for (int i = 0; i < keys.size(); ++i)
            store.apply(i % 2 ? hub : files, {table(QString::number(i), keys.at(i))});
        QCOMPARE(groups(store), expected);
    }

    void theOrderOfArrivalDoesNotMatter()
    {
        struct Write
        {
            QUuid account;
            domain::Record record;
        };

        const QStringList keys{u"pg:h1:db.s.t"_s, u"pg::db.s.t"_s,   u"pg:h2:db.s.t"_s,
                               u"pg:h1:s.t"_s,    u"pg:h1:db.s.u"_s, u"pg::s.u"_s,
                               u"pg:h2:s.t"_s,    u"pg::x.s.t"_s};
        QList<Write> writes;
        for (int i = 0; i < keys.size(); ++i) {
            const auto account = QList{files, hub, meta}.at(i % 3);
            writes.append({account, table(u"t%1"_s.arg(i), keys.at(i))});
        }
        for (const auto &account : {files, hub, meta}) {
            auto product = simple(EntityKind::Product, u"orders"_s);
            product.description = idText(account);
            writes.append({account, product});
        }
        const auto seed = 20261125u;
        QRandomGenerator random(seed);
        QStringList first;
        for (int round = 0; round < 20; ++round) {
            std::shuffle(writes.begin(), writes.end(), random);
            StoreFixture store;
            addAccount(store, meta, u"meta"_s, 0);
            addAccount(store, files, u"files"_s, 1);
            addAccount(store, hub, u"hub"_s, 2);
            // Some of them pass through another state first.
            for (const auto &[account, record] : std::as_const(writes)) {
                if (random.bounded(3) == 0) {
                    auto other = record;
                    if (other.kind == EntityKind::Asset)
                        other.datasetKey = keys.at(random.bounded(int(keys.size())));
                    store.apply(account, {other});
                }
            }
            store.apply(hub, {table(u"gone"_s, u"pg:h9:db.s.t"_s)});
            for (const auto &[account, record] : std::as_const(writes))
                store.apply(account, {record});
            store.apply(hub, {}, {u"gone"_s});
            const auto now = groups(store);
            if (first.isEmpty())
                first = now;
            QVERIFY2(now == first,
                     qPrintable(u"seed %1, round %2:\n%3\n%4"_s.arg(seed).arg(round).arg(
                         now.join(u' '), first.join(u' '))));
            const auto page = store.page(entityId(hub, u"orders"_s));
            QCOMPARE(page.merged.description, idText(meta));
            QCOMPARE(page.entity.id, entityId(meta, u"orders"_s));
        }
    }

    void theFirstAccountsValueIsShownAndTheOthersAreKept()
    {
        StoreFixture store;
        addAccount(store, files, u"mesh"_s, 0);
        addAccount(store, hub, u"hub"_s, 1);
        auto mine = table(u"model.a"_s, u"pg:h:db.s.t"_s);
        mine.tags = {u"pii"_s};
        domain::Field id;
        id.path = u"id"_s;
        mine.fields = {id};
        auto theirs = table(u"urn:li:a"_s, u"pg:h:db.s.t"_s);
        theirs.name = u"model.a"_s;
        theirs.description = u"From the hub"_s;
        theirs.ownerName = u"Hub team"_s;
        theirs.tags = {u"pii"_s, u"gold"_s};
        auto idOfTheirs = id;
        idOfTheirs.path = u"ID"_s;
        idOfTheirs.description = u"The key"_s;
        auto more = id;
        more.path = u"more"_s;
        theirs.fields = {idOfTheirs, more};
        store.apply(hub, {theirs});
        store.apply(files, {mine});

        auto page = store.page(entityId(hub, u"urn:li:a"_s));
        QCOMPARE(page.entity.id, entityId(files, u"model.a"_s));
        QCOMPARE(page.entity.description, u"From the hub"_s);
        QCOMPARE(page.entity.tags, (QStringList{u"pii"_s, u"gold"_s}));
        QCOMPARE(page.entity.fieldCount, 2);
        QCOMPARE(page.merged.fields.first().path, u"id"_s);
        QCOMPARE(page.merged.fields.first().description, u"The key"_s);
        QVERIFY(page.others.isEmpty());
        QCOMPARE(page.entity.aliases.size(), 2);
        QVERIFY(page.entity.aliases.first().joinedBy.isEmpty());
        QVERIFY(page.entity.aliases.last().joinedBy.contains(u"pg:h:db.s.t"_s));
        QVERIFY(page.versions.size() <= 1); // a second source is no change of the thing

        mine.description = u"From the files"_s;
        store.apply(files, {mine});
        page = store.page(entityId(files, u"model.a"_s));
        QCOMPARE(page.entity.description, u"From the files"_s);
        QCOMPARE(page.others.size(), 1);
        QCOMPARE(page.others.first(),
                 (domain::OtherValue{u"description"_s, u"From the hub"_s, u"hub"_s}));

        // The accounts are put into another order.
        addAccount(store, hub, u"hub"_s, -1);
        store.apply(meta, {}); // behind the merging that this caused
        page = store.page(entityId(files, u"model.a"_s));
        QCOMPARE(page.entity.description, u"From the hub"_s);
        QCOMPARE(page.entity.id, entityId(hub, u"urn:li:a"_s));
        QCOMPARE(page.others.first().value, u"From the files"_s);
    }

    void aJoinEndsWithItsReason()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s, u"pg:h:db.s.t"_s)});
        store.apply(hub, {table(u"b"_s, u"pg:h:db.s.t"_s)});
        QCOMPARE(groups(store), QStringList{u"a+b"_s});
        store.apply(hub, {table(u"b"_s, u"pg:h:db.s.other"_s)});
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b"_s}));
        store.apply(hub, {table(u"b"_s, u"pg:h:db.s.t"_s)});
        store.apply(files, {}, {u"a"_s});
        QCOMPARE(groups(store), QStringList{u"b"_s});
        QCOMPARE(store.page(entityId(hub, u"b"_s)).entity.id, entityId(hub, u"b"_s));
        StoreFixture::value(store->removeAccount(hub));
        QVERIFY(groups(store).isEmpty());
    }

    void aPersonSeparatesAndJoins()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s, u"pg:h:db.s.t"_s), table(u"c"_s, {})});
        store.apply(hub, {table(u"b"_s, u"pg:h:db.s.t"_s)});
        const store::JoinDecision apart{hub, u"b"_s, files, u"a"_s, false};
        StoreFixture::value(store->accounts().decide({{apart}, {}}));
        store.apply(meta, {});
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        StoreFixture::value(
            store->accounts().decide({{{files, u"c"_s, hub, u"b"_s, true, {}, {}}}, {}}));
        store.apply(meta, {});
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b+c"_s}));

        store.reopen(); // both decisions hold for what is written later
        store.apply(files, {}, {u"c"_s});
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b"_s}));
        store.apply(files, {table(u"c"_s, {})});
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b+c"_s}));
        StoreFixture::value(store->accounts().decide({{}, {apart}}));
        store.apply(meta, {});
        QCOMPARE(groups(store), QStringList{u"a+b+c"_s});
    }

    void aTeamIsOneWhenASourceNamesIt()
    {
        StoreFixture store;
        addAccount(store, files, u"files"_s, 0);
        auto group = simple(EntityKind::Team, u"group.mesh.order_platform"_s);
        group.datasetKey = u"team:Order platform"_s;
        group.support = {{.channel = u"orders@example"_s}};
        const auto team = simple(EntityKind::Team, u"team:Order platform"_s, u"Order platform"_s);
        auto product = simple(EntityKind::Product, u"orders"_s);
        product.ownerId = group.nativeId;
        store.apply(files, {group, product, team});
        const auto page = store.page(entityId(files, u"team:Order platform"_s));
        QCOMPARE(page.entity.name, u"Order platform"_s);
        QCOMPARE(page.entity.aliases.size(), 2);
        QVERIFY(page.entity.aliases.last().joinedBy.contains(u"Order platform"_s));
        QCOMPARE(page.merged.support.size(), 1);
        QCOMPARE(store.page(entityId(files, u"orders"_s)).entity.ownerId, page.entity.id);
    }

    //! Files and the platform that took them in tell the same contract and the same ports.
    void contractsAndPortsAreOneWhereTheirIdsAre()
    {
        StoreFixture store;
        addAccount(store, files, u"files"_s, 0);
        addAccount(store, hub, u"hub"_s, 1);
        const auto meshOf = [](const QString &product, const QString &contract,
                               const QString &port) {
            auto record = simple(EntityKind::Product, product, u"Orders"_s);
            record.relations = {{Relation::OutputPort, port}};
            auto offered = simple(EntityKind::Port, port, u"table"_s);
            offered.direction = u"output"_s;
            offered.relations = {{Relation::GovernedBy, contract}};
            return QList{record, simple(EntityKind::Contract, contract, u"Terms"_s), offered};
        };
        auto theirs =
            meshOf(u"dataproduct:orders"_s, u"datacontract:terms"_s, u"outputport:orders#table"_s);
        theirs[0].datasetKey = u"orders"_s;
        theirs[1].datasetKey = u"terms"_s;
        theirs[2].datasetKey = u"port:orders#table"_s;
        store.apply(files, meshOf(u"orders"_s, u"terms"_s, u"orders#table"_s));
        store.apply(hub, theirs);
        const auto page = store.page(entityId(files, u"orders"_s));
        QCOMPARE(page.entity.aliases.size(), 2);
        QCOMPARE(
            std::count_if(page.related.begin(), page.related.end(),
                          [](const auto &one) { return one.relation == Relation::OutputPort; }),
            1);
        for (const auto &id : {u"terms"_s, u"orders#table"_s}) {
            const auto part = store.page(entityId(files, id)).entity;
            QCOMPARE(part.aliases.size(), 2);
            QVERIFY2(part.aliases.last().joinedBy.contains(id),
                     qPrintable(part.aliases.last().joinedBy));
        }
        // A kind of its own each, and another id is another thing.
        store.apply(hub, {simple(EntityKind::Contract, u"orders#table"_s)});
        QCOMPARE(store.page(entityId(hub, u"orders#table"_s)).entity.aliases.size(), 1);
    }

    //! What dbt says of a port is the table behind it, which several may offer.
    void portsOfOneTableStayTwo()
    {
        StoreFixture store;
        addAccount(store, files, u"files"_s, 0);
        addAccount(store, hub, u"hub"_s, 1);
        auto one = simple(EntityKind::Port, u"sales#orders"_s);
        auto other = simple(EntityKind::Port, u"finance#orders"_s);
        one.datasetKey = other.datasetKey = u"snowflake::shop.orders"_s;
        store.apply(files, {one});
        store.apply(hub, {other});
        QCOMPARE(store.page(entityId(files, u"sales#orders"_s)).entity.aliases.size(), 1);
        QCOMPARE(store.page(entityId(hub, u"finance#orders"_s)).entity.aliases.size(), 1);
    }

    //! What can be edited: all owners, each by the account's own id and by what people call it.
    void aPageSaysWhoOwnsTheThingAtEachAccount()
    {
        StoreFixture store;
        addAccount(store, files, u"files"_s, 0);
        auto product = simple(EntityKind::Product, u"orders"_s);
        product.ownerId = u"team:a"_s;
        product.ownerName = u"Team A"_s;
        product.relations = {{domain::Relation::OwnedBy, u"team:a"_s},
                             {domain::Relation::OwnedBy, u"person:b"_s},
                             {domain::Relation::OwnedBy, u"person:gone"_s}};
        store.apply(files, {product, simple(EntityKind::Person, u"person:b"_s, u"Bea"_s)});
        const auto page = store.page(entityId(files, u"orders"_s));
        QCOMPARE(page.said.size(), 1);
        QCOMPARE(
            page.said.first().owners,
            domain::Owners(
                {{u"team:a"_s, u"Team A"_s}, {u"person:b"_s, u"Bea"_s}, {u"person:gone"_s, {}}}));
    }
};

QTEST_GUILESS_MAIN(TestJoins)
#include "tst_joins.moc"
