// SPDX-License-Identifier: GPL-3.0-or-later
// What a folder says when its files are put together.
#include "models/formats/workspace/knownfile.h"
#include "tests/platforms/folderfixture.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Finding;
using portolan::domain::Record;
using portolan::domain::Relation;
using portolan::tests::contractText;
using portolan::tests::findingOf;
using portolan::tests::FolderFixture;
using portolan::tests::manifestText;
using portolan::tests::productText;

namespace {

bool has(const Record &record, Relation relation, const QString &nativeId)
{
    return record.relations.contains({relation, nativeId});
}

} // namespace

class TestFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPortIsTiedToItsContractAndAssets()
    {
        FolderFixture folder;
        folder.write(u"contracts/orders.odcs.yaml"_s,
                     contractText(u"orders"_s, u"1.0.0"_s,
                                  u"servers:\n- server: prod\n  type: postgres\n  host: db\n"_s));
        folder.write(u"shop.yaml"_s, productText(u"shop"_s, u"orders"_s));
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QVERIFY(pulled->complete);
        const auto &records = folder.sink.records;
        const auto product = records.value(u"shop"_s);
        QVERIFY(product.kind == EntityKind::Product);
        QVERIFY(has(product, Relation::OutputPort, u"shop#out"_s));
        const auto port = records.value(u"shop#out"_s);
        QVERIFY(has(port, Relation::GovernedBy, u"orders"_s));
        QVERIFY(has(port, Relation::Exposes, u"orders#orders_table"_s));
        QCOMPARE(port.servers.first().type, u"postgres"_s);
        const auto asset = records.value(u"orders#orders_table"_s);
        QVERIFY(has(asset, Relation::PartOf, u"shop"_s));
        QVERIFY(has(asset, Relation::GovernedBy, u"orders"_s));
        QVERIFY(has(records.value(u"orders"_s), Relation::Describes, asset.nativeId));
        QVERIFY(!records.contains(u"implicit:orders"_s));
    }

    void aContractThatNoProductNamesMakesAnImplicitOne()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        folder.write(u"b.yaml"_s, contractText(u"b"_s, u"1.0.0"_s, u"dataProduct: pair\n"_s));
        folder.write(u"c.yaml"_s, contractText(u"c"_s, u"1.0.0"_s, u"dataProduct: pair\n"_s));
        QVERIFY(folder.pull().has_value());
        const auto &records = folder.sink.records;
        QVERIFY(records.contains(u"implicit:a"_s));
        QVERIFY(records.contains(u"implicit:pair"_s));
        QVERIFY(!records.contains(u"implicit:b"_s));
        const auto pair = records.value(u"implicit:pair"_s);
        QVERIFY(pair.properties.contains({u"implicit"_s, u"true"_s}));
        QCOMPARE(std::count_if(pair.relations.begin(), pair.relations.end(),
                               [](const auto &to) { return to.relation == Relation::OutputPort; }),
                 2);
        QVERIFY(has(records.value(u"b#b_table"_s), Relation::PartOf, u"implicit:pair"_s));
    }

    void consumersAreCountedThroughContracts()
    {
        FolderFixture folder;
        folder.write(u"orders.yaml"_s, contractText(u"orders"_s, u"1.0.0"_s));
        folder.write(u"shop.yaml"_s, productText(u"shop"_s, u"orders"_s));
        folder.write(u"reports.yaml"_s, productText(u"reports"_s, {}, u"orders"_s));
        folder.write(u"ads.yaml"_s, productText(u"ads"_s, {}, u"orders"_s));
        QVERIFY(folder.pull().has_value());
        const auto &records = folder.sink.records;
        QCOMPARE(records.value(u"shop"_s).popularity, 2);
        QCOMPARE(records.value(u"shop#out"_s).popularity, 2);
        QCOMPARE(records.value(u"orders"_s).popularity, 2);
        QVERIFY(has(records.value(u"ads#in"_s), Relation::Consumes, u"shop#out"_s));
        QVERIFY(has(records.value(u"ads"_s), Relation::Consumes, u"shop"_s));
    }

    void aProductAndAContractOfOneIdAreBothThere()
    {
        FolderFixture folder;
        folder.write(u"contract.yaml"_s, contractText(u"orders"_s, u"1.0.0"_s));
        folder.write(u"product.yaml"_s, productText(u"orders"_s, u"orders"_s));
        folder.write(u"reader.yaml"_s, productText(u"reader"_s, {}, u"orders"_s));
        QVERIFY(folder.pull().has_value());
        const auto &records = folder.sink.records;
        QCOMPARE(records.value(u"orders"_s).kind, EntityKind::Contract);
        const auto product = records.value(u"product:orders"_s);
        QCOMPARE(product.kind, EntityKind::Product);
        QVERIFY(has(product, Relation::OutputPort, u"product:orders#out"_s));
        QVERIFY(has(records.value(u"reader"_s), Relation::Consumes, u"product:orders"_s));
        QVERIFY(!records.contains(u"implicit:orders"_s));
    }

    void aLinkThatTookAFilesPlaceIsNotRead()
    {
        FolderFixture folder;
        QTemporaryDir outside;
        QFile secret(outside.filePath(u"secret.yaml"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write(contractText(u"secret"_s, u"1.0.0"_s));
        secret.close();
        // As after the folder was listed.
        QVERIFY(QFile::link(secret.fileName(), folder.path(u"a.yaml"_s)));
        portolan::formats::workspace::FileState state;
        state.path = u"a.yaml"_s;
        const auto known = portolan::formats::workspace::readKnownFile(
            QFileInfo(folder.path()).canonicalFilePath(), state);
        QVERIFY(!known.contract);
        QVERIFY(known.unreadable);
        QCOMPARE(known.findings.size(), 1);
        QVERIFY(known.findings.first().message.contains(u"leads out"_s));
    }

    void whatNamesAnOwnerLiesWhereTheTeamWorks()
    {
        const auto product = [](const char *id, const char *domain) -> QByteArray {
            return QByteArray("apiVersion: v1.0.0\nkind: DataProduct\nstatus: active\nid: ") + id
                + "\ndomain: " + domain + "\nteam: {name: Sales team, members: []}\n";
        };
        FolderFixture folder;
        folder.write(u"target/manifest.json"_s, manifestText("id"));
        folder.write(u"a.yaml"_s, product("a", "Sales/Web"));
        QVERIFY(folder.pull().has_value());
        const auto model = [&folder] { return folder.sink.records.value(u"model.shop.orders"_s); };
        QCOMPARE(model().domain, (QStringList{u"Sales"_s, u"Web"_s}));
        QVERIFY(has(model(), Relation::InDomain, u"domain:Sales/Web"_s));
        folder.write(u"b.yaml"_s, product("b", "Sales/Stores"));
        QVERIFY(folder.pull().has_value());
        QCOMPARE(model().domain, QStringList{u"Sales"_s}); // what both products share
        folder.write(u"b.yaml"_s, product("b", "Finance"));
        QVERIFY(folder.pull().has_value());
        QCOMPARE(model().domain, QStringList());
    }

    void aDraftIsNotCurrentWhileAnotherIsInForce()
    {
        FolderFixture folder;
        folder.write(u"new.yaml"_s,
                     contractText(u"orders"_s, u"2.0.0"_s).replace("active", "draft"));
        folder.write(u"old.yaml"_s, contractText(u"orders"_s, u"1.9.0"_s));
        QVERIFY(folder.pull().has_value());
        QCOMPARE(folder.sink.records.value(u"orders"_s).version, u"1.9.0"_s);
        folder.remove(u"old.yaml"_s);
        QVERIFY(folder.pull().has_value());
        QCOMPARE(folder.sink.records.value(u"orders"_s).version, u"2.0.0"_s);
    }

    void aReaderOfOnePortOfAContractReadsThatOne()
    {
        FolderFixture folder;
        folder.write(u"orders.yaml"_s,
                     contractText(u"orders"_s, u"1.0.0"_s)
                         + "servers:\n  - {server: db, type: postgres, host: h, port: 1, "
                           "database: d, schema: s}\n"
                           "  - {server: bus, type: kafka, host: h:1}\n");
        folder.write(u"shop.yaml"_s,
                     "apiVersion: v1.0.0\nkind: DataProduct\nid: shop\nstatus: active\n"
                     "outputPorts:\n"
                     "  - {name: table, version: 1.0.0, contractId: orders, type: tables}\n"
                     "  - {name: topic, version: 1.0.0, contractId: orders, type: kafka}\n");
        folder.write(u"ads.yaml"_s,
                     "apiVersion: v1.0.0\nkind: DataProduct\nid: ads\nstatus: active\n"
                     "inputPorts:\n  - {name: topic, version: 1.0.0, contractId: orders}\n");
        QVERIFY(folder.pull().has_value());
        const auto &records = folder.sink.records;
        const auto input = records.value(u"ads#topic"_s);
        QCOMPARE(input.type, u"stream"_s);
        QVERIFY(has(input, Relation::Consumes, u"shop#topic"_s));
        QVERIFY(!has(input, Relation::Consumes, u"shop#table"_s));
        QCOMPARE(records.value(u"shop#topic"_s).popularity, 1);
        QCOMPARE(records.value(u"shop#table"_s).popularity, 0);
        QCOMPARE(input.servers.size(), 1);
    }

    void theHighestVersionOfAContractIsCurrent()
    {
        FolderFixture folder;
        folder.write(u"new.yaml"_s, contractText(u"orders"_s, u"1.10.0"_s));
        folder.write(u"old.yaml"_s, contractText(u"orders"_s, u"1.9.0"_s));
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QCOMPARE(folder.sink.records.value(u"orders"_s).version, u"1.10.0"_s);
        QStringList states;
        for (const auto &record : folder.sink.inOrder) {
            if (record.nativeId == u"orders")
                states.append(record.version);
        }
        QCOMPARE(states, QStringList({u"1.9.0"_s, u"1.10.0"_s}));
        const auto finding = findingOf(pulled->findings, u"files.repeated-id"_s, u"old.yaml"_s);
        QVERIFY(finding.severity == Finding::Severity::Warning);
        QVERIFY(finding.message.contains(u"new.yaml"_s));

        // The history was told once; the next reading does not tell it again.
        folder.write(u"other.yaml"_s, contractText(u"other"_s, u"1.0.0"_s));
        QVERIFY(folder.pull().has_value());
        QCOMPARE(std::count_if(folder.sink.inOrder.begin(), folder.sink.inOrder.end(),
                               [](const auto &record) { return record.nativeId == u"orders"; }),
                 1);
    }

    void anUnknownContractIsAFindingAtItsLine()
    {
        FolderFixture folder;
        folder.write(u"shop.yaml"_s, productText(u"shop"_s, u"nowhere"_s));
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        const auto finding = findingOf(pulled->findings, u"files.unknown-contract"_s);
        QVERIFY(finding.severity == Finding::Severity::Warning);
        QCOMPARE(finding.file, u"shop.yaml"_s);
        QCOMPARE(finding.line, 10);
        QCOMPARE(finding.field, u"outputPorts[0].contractId"_s);
        QVERIFY(folder.sink.records.contains(u"shop#out"_s));
    }

    void domainsAndTagsThatAreUsedAreThings()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s,
                     contractText(u"a"_s, u"1.0.0"_s, u"domain: orders\ntags: [tier-1]\n"_s));
        QVERIFY(folder.pull().has_value());
        const auto &records = folder.sink.records;
        QVERIFY(records.value(u"domain:orders"_s).kind == EntityKind::Domain);
        QVERIFY(records.value(u"tag:tier-1"_s).kind == EntityKind::Tag);
        QVERIFY(has(records.value(u"a"_s), Relation::InDomain, u"domain:orders"_s));
    }

    void dbtAndDescriptorsLiveInOneFolder()
    {
        FolderFixture folder;
        folder.write(u"shop.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        folder.write(u"project/target/manifest.json"_s, manifestText("id"));
        folder.write(u"project/target/compiled/x.yaml"_s, contractText(u"hidden"_s, u"1"_s));
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        const auto &records = folder.sink.records;
        QCOMPARE(records.value(u"model.shop.orders"_s).datasetKey, u"postgres::db.public.orders"_s);
        QVERIFY(records.value(u"group.shop.sales"_s).kind == EntityKind::Product);
        QVERIFY(records.value(u"group.shop.sales#owner"_s).kind == EntityKind::Team);
        QVERIFY(records.value(u"tag:raw"_s).kind == EntityKind::Tag);
        QVERIFY(records.contains(u"implicit:a"_s));
        QVERIFY(!records.contains(u"hidden"_s));
        QCOMPARE(records.value(u"model.shop.orders"_s).native.first().file,
                 u"project/target/manifest.json"_s);
    }

    void aPortThatDbtAndAFileDeclareIsOnePort()
    {
        FolderFixture folder;
        folder.write(u"orders.yaml"_s,
                     contractText(u"orders"_s, u"1.0.0"_s,
                                  u"servers:\n- {server: p, type: postgres, host: h, port: 1, "
                                  "database: db, schema: public}\n"_s));
        folder.write(u"sales.yaml"_s, productText(u"sales"_s, u"orders"_s));
        auto manifest = manifestText("id");
        manifest.replace(
            "\"access\":\"public\"",
            "\"access\":\"public\",\"meta\":{\"data_product\":\"sales\",\"contract\":\"orders\"}");
        folder.write(u"manifest.json"_s, manifest);
        QVERIFY(folder.pull().has_value());
        const auto &records = folder.sink.records;
        QVERIFY(!records.contains(u"shop#sales#orders"_s));
        QVERIFY(has(records.value(u"sales#out"_s), Relation::Exposes, u"model.shop.orders"_s));
        QCOMPARE(records.value(u"shop#sales"_s).datasetKey, u"sales"_s);
        QVERIFY(has(records.value(u"model.shop.orders"_s), Relation::GovernedBy, u"orders"_s));

        folder.remove(u"sales.yaml"_s); // then dbt alone offers it
        QVERIFY(folder.pull().has_value());
        QVERIFY(folder.sink.records.contains(u"shop#sales#orders"_s));
    }

    void whatIsUnchangedIsNotSentAgain()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        folder.write(u"manifest.json"_s, manifestText("id"));
        folder.write(u"broken.yaml"_s, "kind: DataContract\nid: [\n");
        const auto first = folder.pull();
        QVERIFY(first.has_value());
        QVERIFY(!first->unchanged);
        const auto again = folder.pull();
        QVERIFY(again.has_value());
        QVERIFY(again->unchanged);
        QVERIFY(folder.sink.inOrder.isEmpty());
        QCOMPARE(again->findings, first->findings);
        folder.restart();
        const auto later = folder.pull();
        QVERIFY(later.has_value());
        QVERIFY(later->unchanged);
        QCOMPARE(later->findings, first->findings);

        // A contract changes: the dbt project is seen, but not sent again.
        folder.pull(true);
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.1"_s));
        const auto changed = folder.pull();
        QVERIFY(changed.has_value());
        QVERIFY(changed->seen.contains(u"model.shop.orders"_s));
        QVERIFY(std::none_of(
            folder.sink.inOrder.begin(), folder.sink.inOrder.end(),
            [](const auto &record) { return record.nativeId == u"model.shop.orders"; }));
        folder.write(u"manifest.json"_s, manifestText("order_id"));
        QVERIFY(folder.pull().has_value());
        QCOMPARE(folder.sink.records.value(u"model.shop.orders"_s).fields.first().path,
                 u"order_id"_s);
    }

    void whatIsRemovedIsNoLongerSeen()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        folder.write(u"b.yaml"_s, contractText(u"b"_s, u"1.0.0"_s));
        QVERIFY(folder.pull().has_value());
        QVERIFY(folder.sink.records.contains(u"b"_s));
        folder.remove(u"b.yaml"_s);
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value() && pulled->complete);
        QVERIFY(!pulled->seen.contains(u"b"_s));
        QVERIFY(pulled->seen.contains(u"a"_s));
    }

    void aSaveByRenamingIsRead()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        QVERIFY(folder.pull().has_value());
        folder.save(u"a.yaml"_s, contractText(u"a"_s, u"1.0.1"_s));
        QVERIFY(folder.pull().has_value());
        QCOMPARE(folder.sink.records.value(u"a"_s).version, u"1.0.1"_s);
    }

    void aPageThatIsRefusedEndsThePullAndIsSentAgain()
    {
        FolderFixture folder;
        folder.write(u"manifest.json"_s, manifestText("id"));
        folder.sink.failing = true;
        const auto failed = folder.pull();
        QVERIFY(!failed.has_value());
        QVERIFY(failed.error().kind == portolan::Error::Kind::DiskFull);
        folder.sink.failing = false;
        QVERIFY(folder.pull().has_value());
        QVERIFY(folder.sink.records.contains(u"model.shop.orders"_s));
    }

    void aFolderThatIsGoneIsAnErrorAndRemovesNothing()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        QVERIFY(folder.pull().has_value());
        folder.directory.remove();
        const auto pulled = folder.pull();
        QVERIFY(!pulled.has_value());
        QVERIFY(pulled.error().kind == portolan::Error::Kind::NotFound);
        QVERIFY(!folder.check().has_value());
    }

    void checkSaysWhatThereIs()
    {
        FolderFixture folder;
        folder.write(u"a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        folder.write(u"shop.yaml"_s, productText(u"shop"_s, u"a"_s));
        folder.write(u"manifest.json"_s, manifestText("id"));
        const auto checked = folder.check();
        QVERIFY(checked.has_value());
        QVERIFY2(checked->contains(u"1 product"_s) && checked->contains(u"1 contract"_s)
                     && checked->contains(u"1 dbt manifest"_s),
                 qPrintable(*checked));
    }
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
