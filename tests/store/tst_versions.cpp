// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/store/history.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using domain::Relation;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);

domain::Field field(const QString &path, const QString &type)
{
    domain::Field field;
    field.path = path;
    field.name = path;
    field.type = type;
    return field;
}

struct Contract
{
    domain::Record contract = simple(EntityKind::Contract, u"c"_s);
    domain::Record asset = simple(EntityKind::Asset, u"c#orders"_s, u"orders"_s);

    Contract()
    {
        contract.version = u"1.0"_s;
        contract.relations = {{Relation::Describes, u"c#orders"_s}};
        asset.fields = {field(u"id"_s, u"int"_s), field(u"sum"_s, u"decimal"_s)};
    }

    domain::Page pull(StoreFixture &store) const
    {
        store.apply(files, {asset, contract});
        store.finish(files);
        return store.page(entityId(files, u"c"_s));
    }
};

} // namespace

class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aChangedSchemaIsANewVersion()
    {
        StoreFixture store;
        Contract contract;
        auto page = contract.pull(store);
        QCOMPARE(page.versions.size(), 1);
        QVERIFY(page.versions.first().changes.isEmpty());

        // Only the asset's document changed, and the contract is what has the history.
        contract.asset.fields = {field(u"id"_s, u"bigint"_s), field(u"day"_s, u"date"_s)};
        page = contract.pull(store);
        QCOMPARE(page.versions.size(), 2);
        QVERIFY(page.versions.first().breaking);
        QCOMPARE(page.versions.first().changes.size(), 3);
        QVERIFY(page.versions.first().changes.first().contains(u"orders.id"_s));
        QVERIFY(!page.versions.last().breaking);

        contract.contract.version = u"2.0"_s;
        contract.contract.sla = {{.property = u"latency"_s, .value = u"4"_s, .unit = u"h"_s}};
        page = contract.pull(store);
        QCOMPARE(page.versions.size(), 3);
        QCOMPARE(page.versions.first().version, u"2.0"_s);
        QVERIFY(!page.versions.first().breaking);
    }

    void aReplayChangesNothing()
    {
        StoreFixture store;
        const Contract contract;
        contract.pull(store);
        store.apply(files, {}, {u"c"_s}); // as after a lost cache: everything is new again
        QCOMPARE(contract.pull(store).versions.size(), 1);
    }

    void historyOutlivesTheCache()
    {
        StoreFixture store;
        Contract contract;
        contract.pull(store);
        contract.contract.version = u"1.1"_s;
        contract.pull(store);
        store.close();
        const QString cache = store.directory() + u"/cache.db"_s;
        QVERIFY(QFile::remove(cache));
        QFile::remove(cache + u"-wal"_s);
        QFile::remove(cache + u"-shm"_s);
        store.reopen();
        QCOMPARE(contract.pull(store).versions.size(), 2);
    }

    void whatBreaksAConsumerIsTold_data()
    {
        using Documents = std::pair<store::VersionDocument, store::VersionDocument>;
        QTest::addColumn<bool>("breaking");
        QTest::addColumn<int>("changes");
        QTest::addColumn<Documents>("documents");
        const auto row = [](const char *name, bool breaking, int changes, auto change) {
            store::VersionDocument before;
            before.schema = {{u"c#t"_s, u"t"_s, {field(u"id"_s, u"int"_s)}}};
            before.schema.first().fields.first().nullable = false;
            auto after = before;
            change(after);
            QTest::newRow(name) << breaking << changes << Documents(before, after);
        };
        using Document = store::VersionDocument;
        row("nothing", false, 0, [](Document &) {});
        row("field added", false, 1,
            [](Document &d) { d.schema.first().fields.append(field(u"n"_s, u"int"_s)); });
        row("field removed", true, 1, [](Document &d) { d.schema.first().fields.clear(); });
        row("type", true, 1, [](Document &d) { d.schema.first().fields.first().type = u"text"_s; });
        row("type in capitals", false, 0,
            [](Document &d) { d.schema.first().fields.first().type = u"INT"_s; });
        row("may be empty", true, 1,
            [](Document &d) { d.schema.first().fields.first().nullable = true; });
        row("key", true, 1, [](Document &d) { d.schema.first().fields.first().primaryKey = true; });
        row("table removed", true, 1, [](Document &d) { d.schema.clear(); });
        row("status", false, 1, [](Document &d) { d.record.status = u"retired"_s; });
        row("promise", false, 1,
            [](Document &d) { d.record.sla = {{.property = u"latency"_s, .value = u"1"_s}}; });
    }

    void whatBreaksAConsumerIsTold()
    {
        using Documents = std::pair<store::VersionDocument, store::VersionDocument>;
        QFETCH(bool, breaking);
        QFETCH(int, changes);
        QFETCH(Documents, documents);
        const auto compared = store::compareVersions(documents.first, documents.second);
        QCOMPARE(compared.words.size(), changes);
        QCOMPARE(compared.breaking, breaking);
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
