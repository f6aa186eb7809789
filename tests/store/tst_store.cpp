// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using domain::Relation;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aRecordComesBackWhole()
    {
        StoreFixture store;
        const auto record = tests::fullRecord();
        QCOMPARE(store.apply(files, {record}).added, 1);
        store.reopen();
        const auto page = store.page(entityId(files, record.nativeId));
        QVERIFY(page.merged == record);
        QVERIFY(page.native == record.native);
        QCOMPARE(page.entity.title, record.title);
        QCOMPARE(page.entity.aliases.size(), 1);
        QCOMPARE(page.entity.aliases.first().nativeId, record.nativeId);
        QVERIFY(page.others.isEmpty());
    }

    void anUnchangedRecordIsNotWritten()
    {
        StoreFixture store;
        auto record = tests::fullRecord();
        store.apply(files, {record});
        QCOMPARE(store.apply(files, {record}), (store::WriteCounts{0, 0, 0, 1}));
        record.native.last().line = 3;
        QCOMPARE(store.apply(files, {record}), (store::WriteCounts{0, 1, 0, 0}));
        QVERIFY(store.page(entityId(files, record.nativeId)).merged == record);
    }

    void aLinkMayComeBeforeItsTarget()
    {
        StoreFixture store;
        auto product = simple(EntityKind::Product, u"orders"_s);
        product.relations = {{Relation::OutputPort, u"orders#sql"_s}};
        store.apply(files, {product});
        QVERIFY(store.page(entityId(files, u"orders"_s)).related.isEmpty());

        auto port = simple(EntityKind::Port, u"orders#sql"_s, u"sql"_s);
        port.type = u"SQL"_s;
        port.direction = u"output"_s;
        port.relations = {{Relation::GovernedBy, u"c1"_s}};
        auto contract = simple(EntityKind::Contract, u"c1"_s, u"Orders contract"_s);
        contract.version = u"1.2"_s;
        contract.servers = {{u"prod"_s,
                             u"postgres"_s,
                             u"prod"_s,
                             {},
                             {{u"host"_s, u"db"_s}, {u"port"_s, u"5432"_s}}}};
        store.apply(files, {port});
        store.apply(files, {contract});

        const auto page = store.page(entityId(files, u"orders"_s));
        QCOMPARE(page.related.size(), 2);
        const auto &shown = page.related.first();
        QCOMPARE(shown.entity.nativeId, u"orders#sql"_s);
        QVERIFY(shown.relation == Relation::OutputPort);
        QCOMPARE(shown.direction, u"output"_s);
        QCOMPARE(shown.contractName, u"Orders contract"_s);
        QCOMPARE(shown.contractVersion, u"1.2"_s);
        QCOMPARE(shown.server, u"postgres prod db:5432"_s);
        QCOMPARE(page.entity.portTypes, QStringList{u"SQL"_s});
        QVERIFY(page.related.last().relation == Relation::GovernedBy);

        const auto back = store.page(entityId(files, u"orders#sql"_s));
        QVERIFY(std::any_of(back.related.begin(), back.related.end(), [](const auto &r) {
            return r.incoming && r.entity.nativeId == u"orders"_s;
        }));
    }

    void whatWasNotSeenIsRemoved()
    {
        StoreFixture store;
        QList<domain::Record> records;
        for (int i = 0; i < 12'000; ++i)
            records.append(simple(EntityKind::Asset, u"t%1"_s.arg(i)));
        QCOMPARE(store.apply(files, records).added, 12'000);
        const auto counts = StoreFixture::value(store->removeUnseen(files, {u"t7"_s, u"t11999"_s}));
        QCOMPARE(counts.removed, 11'998);
        const auto left = StoreFixture::value(store->list(EntityKind::Asset, {}, 10));
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.first().nativeId, u"t11999"_s);
    }

    void anAccountGoesWithAllItBrought()
    {
        StoreFixture store;
        store.apply(files, {tests::fullRecord()});
        store.finish(files);
        QCOMPARE(StoreFixture::value(store->pullStates()).size(), 1);
        StoreFixture::value(store->removeAccount(files));
        QVERIFY(StoreFixture::value(store->counts()).perKind.isEmpty());
        QVERIFY(StoreFixture::value(store->pullStates()).isEmpty());
    }

    void aReferenceIsResolvedByIdNativeIdFieldOrName()
    {
        StoreFixture store;
        auto asset = simple(EntityKind::Asset, u"model.shop.orders"_s, u"orders"_s);
        asset.title = u"All Orders"_s;
        domain::Field field;
        field.path = u"customer.id"_s;
        asset.fields = {field};
        store.apply(files, {asset, simple(EntityKind::Product, u"p"_s, u"Orders"_s)});
        const auto id = entityId(files, asset.nativeId);
        const auto resolve = [&](const QString &text) {
            return StoreFixture::value(store->resolve(text));
        };
        QCOMPARE(resolve(idText(id)).first().entity.id, id);
        QCOMPARE(resolve(idText(id) + u"#customer.id"_s).first().fieldPath, u"customer.id"_s);
        QVERIFY(resolve(idText(id) + u"#nothing"_s).isEmpty());
        QCOMPARE(resolve(u"model.shop.orders"_s).first().entity.id, id);
        QCOMPARE(resolve(u"model.shop.orders.customer.id"_s).first().fieldPath, u"customer.id"_s);
        QCOMPARE(resolve(u"all orders"_s).first().entity.id, id);
        const auto byName = resolve(u"orders"_s);
        QCOMPARE(byName.size(), 2); // a name that several have
        QCOMPARE(byName.first().entity.id, id); // the exact spelling first
    }

    void searchFindsWhatAPullBrought()
    {
        StoreFixture store;
        store.apply(files, {simple(EntityKind::Product, u"p"_s, u"Late deliveries"_s)});
        store.finish(files);
        auto answer = StoreFixture::value(store->search({u"late deliv"_s, 0, 50, {}}));
        QCOMPARE(answer.total, 1);
        QCOMPARE(answer.hits.first().entity.name, u"Late deliveries"_s);
        QCOMPARE(answer.hits.first().match.in, u"name"_s);
        store.reopen();
        answer = StoreFixture::value(store->search({u"deliveries"_s, 0, 50, {}}));
        QCOMPARE(answer.total, 1);
        const auto facets = StoreFixture::value(store->facets({}));
        QVERIFY(!facets.isEmpty());
    }

    void changesAreToldAtMostFourTimesASecond()
    {
        StoreFixture store;
        QSignalSpy spy(&store->changes(), &store::Changes::entitiesChanged);
        for (int i = 0; i < 20; ++i) {
            store.apply(files, {simple(EntityKind::Product, u"p"_s, u"n%1"_s.arg(i))});
            QTest::qWait(25);
        }
        QTRY_VERIFY(spy.size() >= 2);
        QVERIFY2(spy.size() <= 4, qPrintable(QString::number(spy.size())));
    }

    void ownThingsAreOnDiskWhenTheFutureIsDone()
    {
        StoreFixture store;
        store::Account account;
        account.id = files;
        account.name = u"mesh"_s;
        account.platform = u"files"_s;
        account.options = {{u"a"_s, 1}};
        StoreFixture::value(store->accounts().put(account));
        StoreFixture::value(store->accounts().saveView({u"mine"_s, u"kind:product"_s, {}}));
        StoreFixture::value(store->accounts().follow(files, true));
        const store::BasketEntry entry{files, {u"a"_s, u"b.c"_s}};
        StoreFixture::value(store->accounts().collect({files, {}}));
        StoreFixture::value(store->accounts().collect({account.id, {}}));
        StoreFixture::value(store->accounts().collect(entry));
        StoreFixture::value(store->accounts().addNotices({u"b"_s, u"a"_s}, QDateTime()));
        StoreFixture::value(store->accounts().addNotices({u"a"_s}, QDateTime()));
        auto twin = account;
        twin.id = QUuid::createUuid();
        const auto taken = store->accounts().put(twin).takeResult();
        QVERIFY(!taken && taken.error().kind == Error::Kind::Usage);
        store.reopen();
        QCOMPARE(StoreFixture::value(store->accounts().accounts()), QList{account});
        QCOMPARE(StoreFixture::value(store->accounts().savedViews()).first().query,
                 u"kind:product"_s);
        QCOMPARE(StoreFixture::value(store->accounts().followed()), QList{files});
        QCOMPARE(StoreFixture::value(store->accounts().waitingCount()), 0);
        QCOMPARE(StoreFixture::value(store->accounts().basket()), QList{entry});
        QCOMPARE(StoreFixture::value(store->accounts().notices()), QStringList({u"a"_s, u"b"_s}));
        StoreFixture::value(store->accounts().drop({files}));
        QVERIFY(StoreFixture::value(store->accounts().basket()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
