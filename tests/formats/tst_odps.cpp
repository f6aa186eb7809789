// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/read.h"
#include "models/formats/odps/product.h"
#include "tests/support/shared.h"

#include <QTest>

using namespace portolan;
using namespace portolan::formats;
using namespace Qt::Literals::StringLiterals;
using domain::Relation;

namespace {

odps::Product productIn(const QByteArray &text)
{
    const auto document = document::readYaml(u"a.yaml"_s, text);
    return odps::read(u"a.yaml"_s, document.root());
}

odps::Product ownProduct()
{
    return productIn(tests::bytesOf(
        QStringLiteral(PORTOLAN_SOURCE_DIR "/tests/formats/data/product.odps.yaml")));
}

domain::Record portOf(const odps::Product &product, const QString &nativeId)
{
    for (const auto &port : product.ports) {
        if (port.nativeId == nativeId)
            return port;
    }
    return {};
}

} // namespace

class TestOdps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void productIsReadWhole();
    void portsAreNamedByVersionOnlyWhereNamesRepeat();
    void portTypesGetOneWord_data();
    void portTypesGetOneWord();
    void portsKnowTheirContractsAndInputs();
    void newestVersionIsReadTolerantly();
    void mistakesLeaveTheRestReadable();
    void productsAreRecognisedByContent();
};

void TestOdps::productIsReadWhole()
{
    const auto result = ownProduct();
    QVERIFY(result.product && result.findings.isEmpty());
    const auto &product = *result.product;
    QCOMPARE(product.kind, domain::EntityKind::Product);
    QCOMPARE(product.nativeId, u"stock"_s);
    QCOMPARE(product.domain, (QStringList{u"Inventory"_s, u"Stores"_s}));
    QCOMPARE(product.description, u"What lies where"_s);
    QCOMPARE(product.terms.limitations, u"Stores only"_s);
    QCOMPARE(product.ownerName, u"Lea Brandt"_s);
    QCOMPARE(product.support.constFirst().invitationUrl, u"https://chat.example/join"_s);
    QVERIFY(product.properties.contains({u"size"_s, u"{\"rows\":1.10}"_s}));
    QVERIFY(product.properties.contains({u"tenant"_s, u"northgate"_s}));
    QVERIFY(product.relations.contains({Relation::OutputPort, u"stock#levels"_s}));
    QVERIFY(product.relations.contains({Relation::InputPort, u"stock#articles@1.0.0"_s}));
    QVERIFY(product.relations.contains({Relation::ManagementPort, u"stock#quality"_s}));
    QVERIFY(product.native.constFirst().json.contains("\"productCreatedTs\""));
    QCOMPARE(result.people.size(), 3);
}

void TestOdps::portsAreNamedByVersionOnlyWhereNamesRepeat()
{
    QStringList ids;
    for (const auto &port : ownProduct().ports)
        ids.append(port.nativeId);
    QCOMPARE(ids,
             (QStringList{u"stock#levels"_s, u"stock#changes"_s, u"stock#api"_s, u"stock#export"_s,
                          u"stock#odd"_s, u"stock#articles@1.0.0"_s, u"stock#articles@2.0.0"_s,
                          u"stock#quality"_s}));
    const auto same = productIn("kind: DataProduct\nid: p\noutputPorts: [{name: a, version: 1}, "
                                "{name: a, version: 1}]\ninputPorts: [{name: a, version: 1}]\n");
    QCOMPARE(same.ports.at(0).nativeId, u"p#a@1"_s);
    QCOMPARE(same.ports.at(1).nativeId, u"p#a@1#2"_s);
    QCOMPARE(same.ports.at(2).nativeId, u"p#a@1#3"_s);
}

void TestOdps::portTypesGetOneWord_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("word");
    QTest::newRow("tables") << u"tables"_s << u"SQL"_s;
    QTest::newRow("View") << u"View"_s << u"SQL"_s;
    QTest::newRow("kafka") << u"kafka"_s << u"stream"_s;
    QTest::newRow("api") << u"api"_s << u"REST"_s;
    QTest::newRow("bucket") << u"bucket"_s << u"file"_s;
    QTest::newRow("pigeon") << u"Carrier pigeon"_s << u"Carrier pigeon"_s;
    QTest::newRow("none") << QString() << QString();
}

void TestOdps::portTypesGetOneWord()
{
    QFETCH(QString, written);
    QTEST(odps::portTypeWord(written), "word");
}

void TestOdps::portsKnowTheirContractsAndInputs()
{
    const auto result = ownProduct();
    const auto levels = portOf(result, u"stock#levels"_s);
    QCOMPARE(levels.direction, u"output"_s);
    QCOMPARE(levels.type, u"SQL"_s);
    QVERIFY(levels.relations.contains({Relation::GovernedBy, u"stock-levels"_s}));
    QVERIFY(levels.relations.contains({Relation::Consumes, u"stock#articles@2.0.0"_s}));
    QVERIFY(!levels.relations.contains({Relation::Consumes, u"stock#articles@1.0.0"_s}));
    QVERIFY(levels.relations.contains({Relation::Consumes, u"elsewhere"_s}));
    QVERIFY(levels.properties.contains({u"sbom"_s, u"external https://sbom.example/stock"_s}));
    const auto quality = portOf(result, u"stock#quality"_s);
    QCOMPARE(quality.direction, u"management"_s);
    QVERIFY(quality.properties.contains({u"content"_s, u"observability"_s}));
}

void TestOdps::newestVersionIsReadTolerantly()
{
    const auto result = productIn("apiVersion: v1.1.0\nkind: DataProduct\nid: p\ntype: aggregate\n"
                                  "deprecated: true\nsynonyms: [{synonym: pp}]\n"
                                  "context: {verifiedStatements: [{question: which one}]}\n"
                                  "outputPorts: [{name: a, deprecated: true}]\n");
    QVERIFY(result.product);
    QCOMPARE(result.product->status, u"deprecated"_s);
    QCOMPARE(result.product->synonyms, QStringList{u"pp"_s});
    QCOMPARE(result.product->questions.constFirst().question, u"which one"_s);
    QVERIFY(result.product->properties.contains({u"type"_s, u"aggregate"_s}));
    QCOMPARE(result.ports.constFirst().status, u"deprecated"_s);
}

void TestOdps::mistakesLeaveTheRestReadable()
{
    const auto result =
        productIn("kind: DataProduct\nid: p\noutputPorts: [{type: x}, 5, {name: a}]\n"
                  "inputPorts: words\nteam: [1, 2]\n");
    QVERIFY(result.product);
    QCOMPARE(result.ports.size(), 1);
    QCOMPARE(result.findings.size(), 2);
    QCOMPARE(result.findings.constFirst().field, u"outputPorts[0].name"_s);
    QVERIFY(!productIn("kind: DataProduct\n").product);
}

void TestOdps::productsAreRecognisedByContent()
{
    const auto looks = [](const QByteArray &text) {
        return odps::looksLike(document::read(u"x"_s, text).root());
    };
    QVERIFY(looks("kind: DataProduct\n"));
    QVERIFY(looks("{\"apiVersion\": \"v1.0.0\", \"outputPorts\": []}"));
    QVERIFY(!looks("kind: DataContract\napiVersion: v3.1.0\n"));
    QVERIFY(!looks("dataProductSpecification: 0.0.1\n"));
}

QTEST_APPLESS_MAIN(TestOdps)
#include "tst_odps.moc"
