// SPDX-License-Identifier: GPL-3.0-or-later
// `portolan-cli lint --policies`: products judged by the policies of their workspace.
#include "models/base/identity.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"
#include "tests/cli/commandline.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;

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
)";

const QByteArray contract = R"(apiVersion: v3.1.0
kind: DataContract
id: c1
version: 1.2.0
status: active
team: {name: Order team}
description: {purpose: Orders of the shop as they are placed}
slaProperties: [{property: latency, value: 4, unit: h}]
schema:
- name: orders
  properties:
  - {name: order_id, logicalType: string, description: Number of the order}
)";

//! A workspace that is gone with the test.
class Folder
{
public:
    Folder() { QDir(m_dir.path()).mkdir(u".git"_s); }

    QString path(const QString &name = {}) const
    {
        return name.isEmpty() ? m_dir.path() : m_dir.filePath(name);
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private:
    QTemporaryDir m_dir;
};

//! "error policy/owner orders.odps.yaml:3" of each finding of policies.
QStringList policyLines(const QJsonObject &document)
{
    QStringList lines;
    for (const auto value : document.value(u"findings"_s).toArray()) {
        const auto one = value.toObject();
        if (one.value(u"rule"_s).toString().startsWith(u"policy/"_s))
            lines.append(one.value(u"severity"_s).toString() % u' '
                         % one.value(u"rule"_s).toString() % u' '
                         % QFileInfo(one.value(u"file"_s).toString()).fileName() % u':'
                         % QString::number(one.value(u"line"_s).toInt()));
    }
    return lines;
}

QStringList rulesOf(const QJsonObject &document)
{
    QStringList rules;
    for (const auto value : document.value(u"findings"_s).toArray())
        rules.append(value.toObject().value(u"rule"_s).toString());
    return rules;
}

} // namespace

class TestLintPolicies : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theDefaultsJudgeWhereNoPoliciesAre()
    {
        const Folder folder;
        folder.write(u"orders.odps.yaml"_s, product);
        folder.write(u"c1.odcs.yaml"_s, contract);
        const auto without = run({u"lint"_s, folder.path(), u"--json"_s});
        QCOMPARE(without.status, 0);
        QCOMPARE(policyLines(without.json()), QStringList());
        // Port "daily" names a contract that is not there: nobody can say, which is no error.
        const auto with = run({u"lint"_s, u"--policies"_s, folder.path(), u"--json"_s});
        QVERIFY2(with.status == 0, with.out.constData());
        QCOMPARE(policyLines(with.json()),
                 (QStringList{u"info policy/contract orders.odps.yaml:11"_s,
                              u"info policy/slo orders.odps.yaml:11"_s,
                              u"info policy/schema-described orders.odps.yaml:11"_s,
                              u"info policy/contract-version orders.odps.yaml:11"_s}));
        QCOMPARE(with.json().value(u"format"_s).toString(), u"portolan.lint/1"_s);
        QCOMPARE(with.json().value(u"files"_s).toInt(), 2);
    }

    void aRuleThatDoesNotHoldIsAnError()
    {
        const Folder folder;
        auto nobody = product;
        nobody.replace("role: owner", "role: steward").replace("name: Order team, ", "");
        folder.write(u"orders.odps.yaml"_s, nobody);
        folder.write(u"c1.odcs.yaml"_s, contract);
        const auto plain = run({u"lint"_s, u"--policies"_s, folder.path()});
        QCOMPARE(plain.status, 1);
        QVERIFY2(plain.out.contains("orders.odps.yaml:1:0: error: Product \"orders\": Nobody "
                                    "answers for the product"),
                 plain.out.constData());
    }

    void theWorkspacesOwnPoliciesTakeTheirPlace()
    {
        const Folder folder;
        folder.write(u"data/orders.odps.yaml"_s, product);
        folder.write(u"data/c1.odcs.yaml"_s, contract);
        folder.write(u"policies/mesh.yaml"_s,
                     "rules:\n- {id: promises, kind: slo-present, scope: port, "
                     "severity: warning, parameters: {properties: [availability]}}\n");
        const QStringList expected{u"info policy/promises orders.odps.yaml:11"_s,
                                   u"warning policy/promises orders.odps.yaml:10"_s};
        // The folder itself, one inside of it, and single files: each finds them, and files that
        // are named one by one are judged together.
        const QList<QStringList> named{
            {folder.path()},
            {folder.path(u"data"_s)},
            {folder.path(u"data/c1.odcs.yaml"_s), folder.path(u"data/orders.odps.yaml"_s)}};
        for (const auto &words : named) {
            const auto outcome = run(QStringList{u"lint"_s, u"--policies"_s, u"--json"_s} + words);
            QVERIFY2(outcome.status == 0, outcome.out.constData());
            auto lines = policyLines(outcome.json());
            lines.sort();
            QCOMPARE(lines, expected);
        }
    }

    void policiesEndAtTheTopOfACheckout()
    {
        const Folder folder;
        folder.write(u"policies/mesh.yaml"_s, "rules:\n- {id: never, kind: owner-present}\n");
        folder.write(u"inner/.git/HEAD"_s, "ref: refs/heads/main\n");
        auto nobody = contract;
        nobody.replace("team: {name: Order team}\n", "");
        folder.write(u"inner/c1.odcs.yaml"_s, nobody);
        const auto outcome =
            run({u"lint"_s, u"--policies"_s, folder.path(u"inner"_s), u"--json"_s});
        QVERIFY(!rulesOf(outcome.json()).contains(u"policy/never"_s));
        QVERIFY(rulesOf(outcome.json()).contains(u"policy/owner"_s));
    }

    void aContractAloneIsJudgedAsTheProductThatItMakes()
    {
        const Folder folder;
        auto nobody = contract;
        nobody.replace("team: {name: Order team}\n", "");
        folder.write(u"c1.odcs.yaml"_s, nobody);
        const auto outcome =
            run({u"lint"_s, u"--policies"_s, folder.path(u"c1.odcs.yaml"_s), u"--json"_s});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(policyLines(outcome.json()), QStringList{u"error policy/owner c1.odcs.yaml:1"_s});
    }

    void mistakesInPoliciesAreFindingsAndTheirRulesUnknown()
    {
        const Folder folder;
        folder.write(u"c1.odcs.yaml"_s, contract);
        folder.write(u"policies/mesh.yaml"_s, "rules:\n- {id: owner, kind: owner-presnt}\n");
        const auto outcome = run({u"lint"_s, u"--policies"_s, folder.path(), u"--json"_s});
        QCOMPARE(outcome.status, 1);
        // Once, though the file is read for its rules and as one of the files.
        QCOMPARE(rulesOf(outcome.json()).count(u"policies.value"_s), 1);
        QCOMPARE(policyLines(outcome.json()), QStringList{u"info policy/owner c1.odcs.yaml:1"_s});
        // They are said, too, where only a part of the workspace is named.
        folder.write(u"data/c2.odcs.yaml"_s, QByteArray(contract).replace("id: c1", "id: c2"));
        const auto part = run({u"lint"_s, u"--policies"_s, folder.path(u"data"_s), u"--json"_s});
        QCOMPARE(part.status, 1);
        // Without judging anything, the file itself is checked all the same.
        const auto checked = run({u"lint"_s, folder.path(), u"--json"_s});
        QCOMPARE(rulesOf(checked.json()), QStringList{u"policies.value"_s});
    }

    void theDemoMeshIsJudgedAsItsReadmeSays()
    {
        const auto outcome =
            run({u"lint"_s, u"--policies"_s, QStringLiteral(PORTOLAN_SOURCE_DIR "/resources/demo"),
                 u"--json"_s});
        QCOMPARE(policyLines(outcome.json()),
                 (QStringList{u"info policy/port-in-force parcel-lockers.odcs.yaml:2"_s,
                              u"warning policy/product-described parcel-lockers.odcs.yaml:2"_s,
                              u"warning policy/product-described dataproduct.yml:3"_s,
                              u"info policy/port-in-force order-status-feed.odps.yaml:22"_s,
                              u"info policy/port-in-force order-status-feed.odps.yaml:27"_s}));
        for (const auto &rule : rulesOf(outcome.json()))
            QVERIFY2(!rule.startsWith(u"policies."_s), qPrintable(rule));
    }

    void filesOfAccessAreCheckedWhereTheyStand()
    {
        const Folder folder;
        const QUuid id(u"3f2a9c1e-0000-4000-8000-000000000001"_s);
        const domain::AccessRequest request{.id = id,
                                            .asker = {u"Ada"_s, u"ada@x.example"_s},
                                            .created = QDateTime({2026, 2, 1}, {9, 0}, Qt::UTC)};
        const auto bytes = formats::access::write(request);
        folder.write(formats::access::requestPath(id), bytes);
        QCOMPARE(run({u"lint"_s, folder.path()}).status, 0);
        folder.write(u"access/requests/copy.yaml"_s, bytes);
        folder.write(u"access/requests/merge.yaml"_s, "<<<<<<< HEAD\n" + bytes);
        const auto outcome = run({u"lint"_s, folder.path(), u"--json"_s});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(rulesOf(outcome.json()),
                 (QStringList{u"access.place"_s, u"document.merge-conflict"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLintPolicies)
#include "tst_lintpolicies.moc"
