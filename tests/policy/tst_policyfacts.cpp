// SPDX-License-Identifier: GPL-3.0-or-later
// Facts from records, and the policies that ship on real contracts and products.
#include "models/domain/approval.h"
#include "models/formats/document/read.h"
#include "models/formats/odcs/contract.h"
#include "models/formats/odps/product.h"
#include "models/formats/policies/defaults.h"
#include "models/policy/judge.h"
#include "models/policy/recordfacts.h"
#include "tests/support/shared.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::PolicyResult;
using domain::Record;

namespace {

const QByteArray product = R"(apiVersion: v1.0.0
kind: DataProduct
id: orders
name: orders
version: 1.0.0
status: active
description: {purpose: All orders of the shop}
team: {name: Order team, members: [{username: maya@x.example, role: owner}]}
outputPorts:
- {name: events, version: 1.0.0, contractId: c1}
- {name: daily, version: 1.0.0, contractId: c2}
- {name: raw, version: 1.0.0}
)";

const QByteArray contract = R"(apiVersion: v3.1.0
kind: DataContract
id: c1
version: 1.2.0
status: active
description: {purpose: Orders, usage: No profiling}
slaProperties: [{property: latency, value: 4, unit: h}]
roles: [{role: reader, access: read, firstLevelApprovers: maya@x.example}]
schema:
- name: orders
  properties:
  - {name: order_id, logicalType: string, description: Number of the order}
  - {name: email, logicalType: string, classification: confidential}
)";

QList<Record> recordsOf(const QByteArray &bytes)
{
    const auto document = formats::document::read(u"file.yaml"_s, bytes);
    QList<Record> records;
    if (formats::odps::looksLike(document.root())) {
        const auto read = formats::odps::read(u"file.yaml"_s, document.root());
        if (read.product)
            records.append(*read.product);
        records += read.ports;
    } else if (formats::odcs::looksLike(document.root())) {
        const auto read = formats::odcs::read(u"file.yaml"_s, document.root());
        if (read.contract)
            records.append(*read.contract);
        records += read.assets;
    }
    return records;
}

} // namespace

class TestPolicyFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void factsAreWhatTheFilesSay()
    {
        const auto facts = policy::factsOf(recordsOf(product) + recordsOf(contract));
        QCOMPARE(facts.size(), 1);
        const auto &one = facts.first();
        QCOMPARE(one.owner.value(), u"maya@x.example"_s);
        QCOMPARE(one.ports->size(), 3);
        const auto &events = one.ports->at(0);
        QCOMPARE(events.contract->promises.value(), QStringList{u"latency"_s});
        QCOMPARE(events.contract->fields->size(), 2);
        QCOMPARE(events.contract->fields->at(1).classification, u"confidential"_s);
        QVERIFY(!events.contract->fields->at(1).isDescribed);
        QCOMPARE(events.contract->termsSha256->size(), 64);
        // Named and not at hand, and known to be none.
        QCOMPARE(one.ports->at(1).contractId.value(), u"c2"_s);
        QVERIFY(!one.ports->at(1).contract);
        QCOMPARE(one.ports->at(2).contractId.value(), QString());
    }

    void theDefaultsJudgeAProduct()
    {
        const auto facts = policy::factsOf(recordsOf(product) + recordsOf(contract));
        QStringList wrong;
        for (const auto &one :
             policy::judgeProduct(formats::policies::defaultPolicies(), facts.first())) {
            if (one.result != PolicyResult::Pass)
                wrong.append(one.policy % u' ' % one.port % u' ' % domain::resultWord(one.result));
        }
        const QStringList expected{u"contract orders#daily unknown"_s,
                                   u"contract orders#raw fail"_s,
                                   u"slo orders#daily unknown"_s,
                                   u"slo orders#raw warn"_s,
                                   u"schema-described orders#events warn"_s,
                                   u"schema-described orders#daily unknown"_s,
                                   u"schema-described orders#raw warn"_s,
                                   u"contract-version orders#daily unknown"_s,
                                   u"contract-version orders#raw warn"_s};
        QCOMPARE(wrong, expected);
    }

    void platformsSayInTheirOwnWordsWhatIsInForce_data()
    {
        QTest::addColumn<bool>("isInForce");
        for (const auto *word : {"active", "PRODUCTION", "published", "Live", "stable"})
            QTest::newRow(word) << true;
        for (const auto *word : {"draft", "DEPRECATED", "retired", "DEVELOPMENT"})
            QTest::newRow(word) << false;
    }

    //! OpenMetadata's "PRODUCTION" is what a file calls "active".
    void platformsSayInTheirOwnWordsWhatIsInForce()
    {
        QFETCH(bool, isInForce);
        policy::ItemFacts item;
        item.port = u"p#1"_s;
        item.product.emplace().status = QString::fromLatin1(QTest::currentDataTag());
        item.facts.emplace().id = item.port;
        policy::RequestFacts request;
        request.items = {item};
        const auto said = policy::judgeRequest(formats::policies::defaultPolicies(), request);
        const auto found = std::find_if(said.begin(), said.end(), [](const auto &one) {
            return one.policy == u"product-in-force";
        });
        QVERIFY(found != said.end());
        QCOMPARE(found->result, isInForce ? PolicyResult::Pass : PolicyResult::Warn);
    }

    void termsAreHashedWithTheirPlaces()
    {
        const domain::Terms terms{.purpose = u"a"_s, .limitations = u"b"_s};
        QCOMPARE(domain::sha256Of({}), QString());
        QCOMPARE(domain::sha256Of(terms), domain::sha256Of(terms));
        QVERIFY(domain::sha256Of(terms) != domain::sha256Of({.purpose = u"ab"_s}));
        QVERIFY(domain::sha256Of(terms) != domain::sha256Of({.purpose = u"a"_s, .usage = u"b"_s}));
    }

    void realContractsAndProductsAreJudged()
    {
        const auto files =
            tests::sharedFiles(u"samples"_s, {u"*.odcs.yaml"_s, u"*.odps.yaml"_s, u"*.yaml"_s});
        if (files.isEmpty())
            QSKIP("no real payloads: one test of many files left out");
        const auto policies = formats::policies::defaultPolicies();
        auto judged = 0;
        auto verdicts = 0;
        for (const auto &file : files) {
            auto records = recordsOf(tests::bytesOf(file));
            if (records.isEmpty())
                continue;
            if (records.first().kind == domain::EntityKind::Contract) {
                // Contracts are judged behind a port of a product.
                Record port{
                    .kind = domain::EntityKind::Port,
                    .nativeId = u"p#1"_s,
                    .relations = {{domain::Relation::GovernedBy, records.first().nativeId}}};
                records += {port,
                            {.kind = domain::EntityKind::Product,
                             .nativeId = u"p"_s,
                             .relations = {{domain::Relation::OutputPort, port.nativeId}}}};
            }
            for (const auto &facts : policy::factsOf(records)) {
                const auto said = policy::judgeProduct(policies, facts);
                QVERIFY(said.size() >= 6);
                QCOMPARE(policy::judgeProduct(policies, facts), said);
                verdicts += int(said.size());
            }
            ++judged;
        }
        qInfo("%d real contracts and products, %d verdicts", judged, verdicts);
        QVERIFY(judged > 50);
    }

    void realRolesHaveStepsAndTheirFaultsAreTold()
    {
        const auto files = tests::sharedFiles(u"samples"_s, {u"*.yaml"_s});
        if (files.isEmpty())
            QSKIP("no real payloads: one test of many files left out");
        auto roles = 0;
        auto withoutAddress = 0;
        for (const auto &file : files) {
            const auto records = recordsOf(tests::bytesOf(file));
            for (const auto &record : records) {
                for (const auto &role : record.roles) {
                    const auto approval = domain::approvalFor(&role, domain::ownersIn(record.team));
                    QVERIFY(!approval.steps.isEmpty());
                    for (const auto &step : approval.steps)
                        QVERIFY(!step.approvers.isEmpty() || !approval.findings.isEmpty());
                    withoutAddress += approval.findings.isEmpty() ? 0 : 1;
                    ++roles;
                }
            }
        }
        qInfo("%d real roles, %d of them name no address of an approver", roles, withoutAddress);
        QVERIFY(roles > 20 && withoutAddress > 0);
    }
};

QTEST_APPLESS_MAIN(TestPolicyFacts)
#include "tst_policyfacts.moc"
