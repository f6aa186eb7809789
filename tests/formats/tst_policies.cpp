// SPDX-License-Identifier: GPL-3.0-or-later
// Files of policies: what is read, and that no mistake goes unsaid or makes a rule pass.
#include "models/formats/document/read.h"
#include "models/formats/policies/defaults.h"
#include "models/formats/policies/policyfile.h"
#include "tests/formats/mutations.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::formats::policies;
using domain::Finding;
using domain::PolicyKind;
using domain::PolicyScope;

namespace {

const QByteArray whole = R"(format: portolan.policies/1
ownRequests: true
rules:
- id: described
  kind: schema-documented
  scope: request
  severity: warning
  message: "Say: what it is"
  remedy: Describe it
  parameters: {share: 0.8}
- id: names
  kind: format
  scope: port
  parameters:
    of: field
    pattern: "[a-z]+"
- {id: owner, kind: owner-present}
purposes:
- {code: fraud, title: Fraud, description: Cards, classifications: [confidential], maxDays: 90}
- code: no
)";

Policies read(const QByteArray &bytes)
{
    return readPolicies({{.path = u"policies/a.yaml"_s, .bytes = bytes}});
}

//! A file with one rule that has \a members beside its id.
QByteArray ruleOf(const QByteArray &members)
{
    return "rules:\n- {id: r, " + members + "}\n";
}

} // namespace

class TestPolicies : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everythingIsRead()
    {
        const auto policies = read(whole);
        QVERIFY2(policies.findings.isEmpty(), qPrintable(policies.findings.value(0).message));
        const auto &set = policies.set;
        QVERIFY(set.ownRequests);
        QCOMPARE(set.rules.size(), 3);
        QCOMPARE(set.rules.at(0),
                 (domain::PolicyRule{.id = u"described"_s,
                                     .kind = PolicyKind::SchemaDocumented,
                                     .scope = PolicyScope::Request,
                                     .severity = Finding::Severity::Warning,
                                     .message = u"Say: what it is"_s,
                                     .remedy = u"Describe it"_s,
                                     .parameters = {.share = 0.8}}));
        QCOMPARE(set.rules.at(1).parameters.pattern, u"[a-z]+"_s);
        QCOMPARE(set.rules.at(2).scope, PolicyScope::Product);
        QCOMPARE(set.rules.at(2).severity, Finding::Severity::Error);
        // A plain "no" is the text that was written.
        QCOMPARE(set.purposes.at(1).code, u"no"_s);
        QCOMPARE(set.purpose(u"fraud"_s)->maxDays, 90);
        QVERIFY(set.purpose(u"Fraud"_s) == nullptr);
    }

    void theDefaultsShipWithoutAMistake()
    {
        const auto policies = readPolicies({{u"defaults.yaml"_s, defaultPolicyFile()}});
        QVERIFY2(policies.findings.isEmpty(), qPrintable(policies.findings.value(0).message));
        QVERIFY(policies.set.rules.size() >= 13);
        QVERIFY(policies.set.purposes.size() >= 4);
        QVERIFY(!policies.set.ownRequests);
        QCOMPARE(policies.set, defaultPolicies());
    }

    void mistakesArePlacedAndMakeNoRulePass_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &rule,
                            const QString &field, int line = 2) {
            QTest::newRow(name) << bytes << u"policies."_s + rule << field << line;
        };
        row("unknown kind", ruleOf("kind: owner-presnt"), u"value"_s, u"rules[0].kind"_s);
        row("no kind", ruleOf("scope: product"), u"required"_s, u"rules[0].kind"_s);
        row("no id", "rules:\n- {kind: owner-present}\n", u"required"_s, u"rules[0].id"_s);
        row("scope it cannot have", ruleOf("kind: purpose-listed, scope: product"), u"value"_s,
            u"rules[0].scope"_s);
        row("no scope", ruleOf("kind: owner-present, scope: mesh"), u"value"_s,
            u"rules[0].scope"_s);
        row("no severity", ruleOf("kind: owner-present, severity: fatal"), u"value"_s,
            u"rules[0].severity"_s);
        row("share", ruleOf("kind: schema-documented, parameters: {share: 80}"), u"number"_s,
            u"rules[0].parameters.share"_s);
        row("days", ruleOf("kind: period-limit, parameters: {maxDays: 0}"), u"number"_s,
            u"rules[0].parameters.maxDays"_s);
        row("no list of words", ruleOf("kind: status-allowed"), u"required"_s,
            u"rules[0].parameters.allowed"_s);
        row("no classifications", ruleOf("kind: second-approver"), u"required"_s,
            u"rules[0].parameters.classifications"_s);
        row("of what", ruleOf("kind: format, parameters: {standard: semver}"), u"required"_s,
            u"rules[0].parameters.of"_s);
        row("of what it cannot", ruleOf("kind: format, parameters: {of: field, standard: semver}"),
            u"value"_s, u"rules[0].parameters.of"_s);
        row("no format", ruleOf("kind: format, parameters: {of: name, standard: CamelCase}"),
            u"value"_s, u"rules[0].parameters.standard"_s);
        row("both formats",
            ruleOf("kind: format, parameters: {of: name, standard: semver, pattern: a}"),
            u"value"_s, u"rules[0].parameters.pattern"_s);
        row("bad pattern", ruleOf("kind: format, parameters: {of: name, pattern: '('}"), u"value"_s,
            u"rules[0].parameters.pattern"_s);
        row("message is a list", ruleOf("kind: owner-present, message: [a]"), u"text"_s,
            u"rules[0].message"_s);
        row("parameters is a text", ruleOf("kind: owner-present, parameters: x"), u"mapping"_s,
            u"rules[0].parameters"_s);
    }

    void mistakesArePlacedAndMakeNoRulePass()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rule);
        QFETCH(QString, field);
        QFETCH(int, line);
        const auto policies = read(bytes);
        QCOMPARE(policies.findings.size(), 1);
        const auto &finding = policies.findings.first();
        QCOMPARE(finding.rule, rule);
        QCOMPARE(finding.field, field);
        QCOMPARE(finding.line, line);
        QVERIFY(finding.column > 0);
        QCOMPARE(finding.file, u"policies/a.yaml"_s);
        QCOMPARE(finding.severity, Finding::Severity::Error);
        QVERIFY(!finding.message.isEmpty() && !finding.remedy.isEmpty());
        QCOMPARE(policies.set.rules.size(), 1);
        QCOMPARE(policies.set.rules.first().kind, PolicyKind::Unreadable);
        QCOMPARE(policies.set.rules.first().mistake, finding.message);
    }

    void unknownKeysAreFindingsNotFailures()
    {
        const auto policies = read("rule: x\nrules:\n- {id: r, kind: owner-present, scop: product, "
                                   "parameters: {minimum: 3}}\npurposes:\n- {code: a, days: 3}\n");
        QStringList fields;
        for (const auto &finding : policies.findings) {
            QCOMPARE(finding.severity, Finding::Severity::Warning);
            QCOMPARE(finding.rule, u"policies.unknown-key"_s);
            fields.append(finding.field);
        }
        QCOMPARE(fields,
                 (QStringList{u"rule"_s, u"rules[0].scop"_s, u"rules[0].parameters.minimum"_s,
                              u"purposes[0].days"_s}));
        QCOMPARE(policies.set.rules.first().kind, PolicyKind::OwnerPresent);
        QCOMPARE(policies.set.purposes.size(), 1);
    }

    void aFileThatCannotBeReadJudgesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rule");
        QTest::newRow("empty") << QByteArray() << u"document.empty"_s;
        QTest::newRow("no YAML") << QByteArray("rules: [") << u"document.syntax"_s;
        QTest::newRow("a list") << QByteArray("- a\n") << u"policies.mapping"_s;
        QTest::newRow("merge") << QByteArray(
            "<<<<<<< HEAD\nrules: []\n=======\nrules:\n>>>>>>> x\n")
                               << u"document.merge-conflict"_s;
    }

    void aFileThatCannotBeReadJudgesNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rule);
        const auto policies = readPolicies({{u"a.yaml"_s, whole}, {u"b.yaml"_s, bytes}});
        QCOMPARE(policies.findings.size(), 1);
        QCOMPARE(policies.findings.first().rule, rule);
        QCOMPARE(policies.findings.first().file, u"b.yaml"_s);
        // What the other file says holds, and what this one said is unknown.
        QCOMPARE(policies.set.rules.size(), 5);
        QCOMPARE(policies.set.rules.at(3).kind, PolicyKind::Unreadable);
        QCOMPARE(policies.set.rules.at(3).scope, PolicyScope::Product);
        QCOMPARE(policies.set.rules.at(4).scope, PolicyScope::Request);
    }

    void filesAreOneSetInTheOrderOfTheirPaths()
    {
        const PolicyFile a{u"a.yaml"_s, ruleOf("kind: owner-present, severity: info")};
        const PolicyFile b{u"b.yaml"_s,
                           ruleOf("kind: contract-present") + "purposes: [{code: x}, {code: x}]\n"};
        const auto policies = readPolicies({b, a});
        QCOMPARE(policies, readPolicies({a, b}));
        QCOMPARE(policies.set.rules.size(), 1);
        QCOMPARE(policies.set.rules.first().kind, PolicyKind::OwnerPresent);
        QCOMPARE(policies.set.purposes.size(), 1);
        QCOMPARE(policies.findings.size(), 2);
        QCOMPARE(policies.findings.first().rule, u"policies.repeated"_s);
        QCOMPARE(policies.findings.first().file, u"b.yaml"_s);
    }

    void policiesAreKnownByTheirWords()
    {
        const auto looks = [](const QByteArray &bytes) {
            return looksLike(formats::document::read(u"x"_s, bytes).root());
        };
        QVERIFY(looks(whole));
        QVERIFY(looks(ruleOf("kind: owner-present")));
        QVERIFY(looks("purposes: [{code: a}]"));
        QVERIFY(looks("format: portolan.policies/2"));
        QVERIFY(!looks("apiVersion: v3.1.0\nkind: DataContract\nrules: [{id: a, kind: b}]"));
        QVERIFY(!looks("rules: [{apiGroups: [x]}]"));
        QVERIFY(!looks("- a"));
    }

    void nothingThatIsReadBreaksTheReader()
    {
        const auto made = tests::forEachMutation(defaultPolicyFile(), 400, [](const auto &bytes) {
            for (const auto &finding : read(bytes).findings)
                QVERIFY(!finding.message.isEmpty());
        });
        QVERIFY(made > 1000);
    }
};

QTEST_APPLESS_MAIN(TestPolicies)
#include "tst_policies.moc"
