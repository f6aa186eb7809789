// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSLO documents: what becomes an SLO, what is only listed, and what is said about mistakes.
#include "models/formats/document/read.h"
#include "models/formats/openslo/read.h"
#include "models/formats/openslo/resolve.h"
#include "tests/support/shared.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::formats;
using portolan::domain::Finding;

namespace {

QList<openslo::Object> objectsOf(const QString &file, const QByteArray &text)
{
    QList<openslo::Object> objects;
    for (const auto &document : document::readAll(file, text)) {
        if (openslo::looksLike(document.root()))
            objects.append(openslo::read(file, document.root()));
    }
    return objects;
}

openslo::Resolved resolved(const QByteArray &text)
{
    return openslo::resolve(objectsOf(u"slo.yaml"_s, text));
}

//! An SLO of 28 days whose indicator and objectives are given.
QByteArray sloOf(const QByteArray &indicator, const QByteArray &objectives,
                 const QByteArray &more = "  budgetingMethod: Timeslices\n")
{
    return "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: orders-fresh, displayName: "
           "Orders}\n"
           "spec:\n  service: orders\n  timeWindow: [{duration: 28d, isRolling: true}]\n"
        + more + "  " + indicator + "\n  objectives: " + objectives + "\n";
}

const QByteArray fresh =
    "indicator: {metadata: {name: i}, spec: {thresholdMetric: {metricSource: {type: portolan, "
    "spec: {measure: freshness, asset: model.shop.orders}}}}}";

QByteArray ratioOf(const QByteArray &measure, const QByteArray &good, const QByteArray &total)
{
    const auto part = [&measure](const QByteArray &check) -> QByteArray {
        return "{metricSource: {type: portolan, spec: {measure: " + measure + ", check: " + check
            + "}}}";
    };
    return "indicator: {metadata: {name: i}, spec: {ratioMetric: {counter: true, good: "
        + part(good) + ", total: " + part(total) + "}}}";
}

QStringList rulesOf(const QList<Finding> &findings, Finding::Severity severity)
{
    QStringList rules;
    for (const auto &finding : findings) {
        if (finding.severity == severity)
            rules.append(finding.rule);
    }
    return rules;
}

QStringList errorsOf(const QList<Finding> &findings)
{
    return rulesOf(findings, Finding::Severity::Error);
}

} // namespace

class TestOpenSlo : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void freshnessOfAnAssetIsRead()
    {
        const auto all =
            resolved(sloOf(fresh,
                           "[{op: lte, value: 86400, target: 0.99, timeSliceTarget: 0.95, "
                           "timeSliceWindow: 30m}]"));
        QVERIFY2(all.findings.isEmpty(), qPrintable(all.findings.value(0).message));
        QCOMPARE(all.slos.size(), 1);
        domain::Slo expected;
        expected.nativeId = u"slo:orders-fresh"_s;
        expected.name = u"Orders"_s;
        expected.asset = u"model.shop.orders"_s;
        expected.measure = domain::SloMeasure::Freshness;
        expected.target = 0.99;
        expected.sliceTarget = 0.95;
        expected.slice = u"30m"_s;
        expected.thresholdSeconds = 86'400;
        expected.dimension = u"freshness"_s;
        expected.source = u"openslo"_s;
        expected.file = u"slo.yaml"_s;
        expected.line = 1;
        QCOMPARE(all.slos.constFirst(), expected);
    }

    void checksAndCountsAreRead()
    {
        const auto check = resolved(sloOf(ratioOf("check", "[a, b]", "[a, b]"), "[{target: 0.9}]"));
        QVERIFY(check.findings.isEmpty());
        QCOMPARE(check.slos.constFirst().measure, domain::SloMeasure::Check);
        QCOMPARE(check.slos.constFirst().checks, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(check.slos.constFirst().slice, u"1h"_s);
        QVERIFY(check.slos.constFirst().notEvaluated.isEmpty());
        const auto count = resolved(sloOf(ratioOf("count", "a", "a"), "[{target: 0.9}]",
                                          "  budgetingMethod: Occurrences\n"));
        QVERIFY(count.findings.isEmpty());
        QCOMPARE(count.slos.constFirst().measure, domain::SloMeasure::Count);
        QCOMPARE(count.slos.constFirst().method, domain::SloMethod::Occurrences);
        QCOMPARE(count.slos.constFirst().checks, QStringList{u"a"_s});
    }

    void eachObjectiveIsOneSlo()
    {
        const auto all =
            resolved(sloOf(fresh,
                           "\n  - {displayName: day, op: lte, value: 86400, target: 0.99}\n"
                           "  - {op: lte, value: 7200, targetPercent: 95}\n"));
        QVERIFY(all.findings.isEmpty());
        QCOMPARE(all.slos.size(), 2);
        QCOMPARE(all.slos.at(0).nativeId, u"slo:orders-fresh"_s);
        QCOMPARE(all.slos.at(1).nativeId, u"slo:orders-fresh#2"_s);
        QCOMPARE(all.slos.at(0).name, u"Orders: day"_s);
        QCOMPARE(all.slos.at(1).name, u"Orders: 2"_s);
        QCOMPARE(all.slos.at(1).target, 0.95);
        QCOMPARE(all.slos.at(1).line, all.slos.at(0).line + 1);
    }

    void calendarWindowsKeepStartAndZone()
    {
        const auto all = resolved(
            "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: m}\nspec:\n  service: s\n"
            "  timeWindow: [{duration: 1M, isRolling: false, calendar: {startTime: 2026-01-01 "
            "00:00:00, timeZone: Europe/Oslo}}]\n  budgetingMethod: Timeslices\n  "
            + fresh + "\n  objectives: [{op: lte, value: 60, target: 0.5}]\n");
        QVERIFY2(all.findings.isEmpty(), qPrintable(all.findings.value(0).message));
        const domain::SloWindow expected{.duration = u"1M"_s,
                                         .rolling = false,
                                         .start = u"2026-01-01 00:00:00"_s,
                                         .timeZone = u"Europe/Oslo"_s};
        QCOMPARE(all.slos.constFirst().window, expected);
    }

    void referencesAreFoundOverFiles()
    {
        const auto slo =
            objectsOf(u"a.yaml"_s, sloOf("indicatorRef: age", "[{op: lte, value: 60, target: 1}]"));
        const auto others = objectsOf(
            u"b.yaml"_s,
            "apiVersion: openslo/v1\nkind: SLI\nmetadata: {name: age}\nspec: {thresholdMetric: "
            "{metricSource: {metricSourceRef: ours, spec: {measure: freshness, asset: x}}}}\n"
            "---\napiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: ours}\n"
            "spec: {type: portolan, connectionDetails: {}}\n");
        QCOMPARE(others.size(), 2);
        const auto all = openslo::resolve(slo + others);
        QVERIFY(all.findings.isEmpty());
        QCOMPARE(all.slos.constFirst().asset, u"x"_s);
        QVERIFY(all.slos.constFirst().notEvaluated.isEmpty());
        const auto alone = openslo::resolve(slo);
        QCOMPARE(rulesOf(alone.findings, Finding::Severity::Warning),
                 QStringList{u"openslo.reference"_s});
        QCOMPARE(alone.slos.constFirst().notEvaluated,
                 u"its indicator \"age\" is not in this folder"_s);
    }

    void otherSourcesAreListedAndNeverGuessed()
    {
        const auto all = resolved(
            sloOf("indicator: {metadata: {name: i}, spec: {thresholdMetric: {metricSource: {type: "
                  "Datadog, spec: {measure: freshness, asset: x}}}}}",
                  "[{op: lte, value: 60, target: 0.9}]"));
        QVERIFY(all.findings.isEmpty());
        QCOMPARE(all.slos.constFirst().notEvaluated, u"measured by Datadog, not evaluated here"_s);
        QVERIFY(all.slos.constFirst().asset.isEmpty());
        QCOMPARE(all.slos.constFirst().target, 0.9);
    }

    void theSecondOfANameIsLeftOut()
    {
        const auto one = sloOf(fresh, "[{op: lte, value: 60, target: 0.9}]");
        const auto all = resolved(one + "---\n" + one);
        QCOMPARE(all.slos.size(), 1);
        QCOMPARE(errorsOf(all.findings), QStringList{u"openslo.duplicate"_s});
    }

    void mistakesHaveTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("field");
        const QByteArray good = "[{op: lte, value: 60, target: 0.9}]";
        const QByteArray slices = "  budgetingMethod: Timeslices\n";
        const auto row = [](const char *name, const QByteArray &text, const QString &rule,
                            const QString &field) { QTest::newRow(name) << text << rule << field; };
        row("target above 1", sloOf(fresh, "[{op: lte, value: 60, target: 99.5}]"),
            u"openslo.target"_s, u"spec.objectives[0].target"_s);
        row("target below 0", sloOf(fresh, "[{op: lte, value: 60, target: -0.1}]"),
            u"openslo.target"_s, u"spec.objectives[0].target"_s);
        row("percent above 100", sloOf(fresh, "[{op: lte, value: 60, targetPercent: 101}]"),
            u"openslo.target"_s, u"spec.objectives[0].targetPercent"_s);
        row("two targets", sloOf(fresh, "[{op: lte, value: 60, target: 0.9, targetPercent: 99}]"),
            u"openslo.target"_s, u"spec.objectives[0].targetPercent"_s);
        row("no target", sloOf(fresh, "[{op: lte, value: 60}]"), u"openslo.required"_s,
            u"spec.objectives[0].target"_s);
        row("target is a word", sloOf(fresh, "[{op: lte, value: 60, target: high}]"),
            u"openslo.number"_s, u"spec.objectives[0].target"_s);
        row("target is no number", sloOf(fresh, "[{op: lte, value: 60, target: .nan}]"),
            u"openslo.number"_s, u"spec.objectives[0].target"_s);
        row("slice", sloOf(fresh, "[{op: lte, value: 60, target: 0.9, timeSliceWindow: 1 h}]"),
            u"openslo.duration"_s, u"spec.objectives[0].timeSliceWindow"_s);
        row("slice that does not divide",
            sloOf(fresh, "[{op: lte, value: 60, target: 0.9, timeSliceWindow: 7m}]"),
            u"openslo.measure"_s, u"spec.objectives[0].timeSliceWindow"_s);
        row("slice of two days",
            sloOf(fresh, "[{op: lte, value: 60, target: 0.9, timeSliceWindow: 2d}]"),
            u"openslo.measure"_s, u"spec.objectives[0].timeSliceWindow"_s);
        row("slice target", sloOf(fresh, "[{op: lte, value: 60, target: 0.9, timeSliceTarget: 2}]"),
            u"openslo.target"_s, u"spec.objectives[0].timeSliceTarget"_s);
        row("no threshold", sloOf(fresh, "[{op: lte, target: 0.9}]"), u"openslo.measure"_s,
            u"spec.objectives[0].value"_s);
        row("no op", sloOf(fresh, "[{value: 60, target: 0.9}]"), u"openslo.measure"_s,
            u"spec.objectives[0].op"_s);
        row("op the other way", sloOf(fresh, "[{op: gte, value: 60, target: 0.9}]"),
            u"openslo.measure"_s, u"spec.objectives[0].op"_s);
        row("op unknown", sloOf(fresh, "[{op: below, value: 60, target: 0.9}]"), u"openslo.word"_s,
            u"spec.objectives[0].op"_s);
        row("measure", sloOf(ratioOf("speed", "a", "a"), good), u"openslo.measure"_s,
            u"spec.indicator.spec.ratioMetric.good.metricSource.spec.measure"_s);
        row("two checks", sloOf(ratioOf("check", "a", "b"), good), u"openslo.measure"_s,
            u"spec.indicator.spec.ratioMetric.total.metricSource.spec"_s);
        row("check by occurrences",
            sloOf(ratioOf("check", "a", "a"), good, "  budgetingMethod: Occurrences\n"),
            u"openslo.measure"_s, u"spec.budgetingMethod"_s);
        row("method", sloOf(fresh, good, "  budgetingMethod: Sometimes\n"), u"openslo.word"_s,
            u"spec.budgetingMethod"_s);
        row("no method", sloOf(fresh, good, {}), u"openslo.required"_s, u"spec.budgetingMethod"_s);
        row("two indicators", sloOf(fresh, good, slices + "  indicatorRef: x\n"),
            u"openslo.indicator"_s, u"spec.indicatorRef"_s);
        row("no indicator", sloOf("{}: 1", good), u"openslo.indicator"_s, u"spec.indicator"_s);
        row("no objectives", sloOf(fresh, "[]"), u"openslo.required"_s, u"spec.objectives"_s);
        row("no metadata", "apiVersion: openslo/v1\nkind: Service\nspec: {}\n",
            u"openslo.required"_s, u"metadata.name"_s);
        row("kind", "apiVersion: openslo/v1\nkind: SLOs\n", u"openslo.kind"_s, u"kind"_s);
        row("no spec", "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\n",
            u"openslo.required"_s, u"spec"_s);
    }

    void mistakesHaveTheirPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        QFETCH(QString, field);
        const auto all = resolved(text);
        const auto errors = errorsOf(all.findings);
        QVERIFY(!errors.isEmpty());
        const auto at = std::find_if(all.findings.begin(), all.findings.end(),
                                     [&](const Finding &finding) { return finding.rule == rule; });
        QVERIFY2(at != all.findings.end(), qPrintable(errors.join(u' ')));
        QCOMPARE(at->field, field);
        QVERIFY(at->line > 0);
        QVERIFY(at->column > 0);
        QVERIFY(!at->remedy.isEmpty());
        for (const auto &slo : all.slos)
            QVERIFY(!slo.notEvaluated.isEmpty());
    }

    void windowsThatHaveNoFiguresAreRefused_data()
    {
        QTest::addColumn<QByteArray>("window");
        QTest::newRow("rolling month") << QByteArray("{duration: 1M, isRolling: true}");
        QTest::newRow("bad duration") << QByteArray("{duration: P28D, isRolling: true}");
        QTest::newRow("no calendar") << QByteArray("{duration: 28d, isRolling: false}");
        QTest::newRow("ages") << QByteArray("{duration: 99999d, isRolling: true}");
        QTest::newRow("half a slice") << QByteArray("{duration: 90m, isRolling: true}");
        QTest::newRow("zone") << QByteArray(
            "{duration: 1d, calendar: {startTime: 2026-01-01 00:00:00, timeZone: Moon/Base}}");
        QTest::newRow("path") << QByteArray(
            "{duration: 1d, calendar: {startTime: 2026-01-01 00:00:00, timeZone: "
            "../../../dev/zero}}");
        QTest::newRow("start") << QByteArray(
            "{duration: 1d, calendar: {startTime: 2026-01-01, timeZone: UTC}}");
    }

    void windowsThatHaveNoFiguresAreRefused()
    {
        QFETCH(QByteArray, window);
        auto text = sloOf(fresh, "[{op: lte, value: 60, target: 0.9}]");
        text.replace("{duration: 28d, isRolling: true}", window);
        const auto all = resolved(text);
        QVERIFY(!errorsOf(all.findings).isEmpty());
        QVERIFY(all.findings.constFirst().field.startsWith(u"spec.timeWindow"_s));
        QVERIFY(!all.slos.constFirst().notEvaluated.isEmpty());
    }

    void alertsThatSayTheContraryAreNoted()
    {
        const auto all = resolved(
            "apiVersion: openslo/v1\nkind: AlertCondition\nmetadata: {name: a}\nspec: {severity: "
            "page, condition: {kind: burnrate, op: lte, threshold: 2, lookbackWindow: 1h, "
            "alertAfter: 5m}}\n");
        QCOMPARE(errorsOf(all.findings), QStringList());
        QCOMPARE(all.findings.size(), 1);
        QCOMPARE(all.findings.constFirst().rule, u"openslo.alert"_s);
        QCOMPARE(all.findings.constFirst().field, u"spec.condition.op"_s);
    }

    void otherVersionsAreNamedAndNotRead()
    {
        for (const QByteArray version : {"openslo/v1alpha", "openslo.com/v2alpha"}) {
            const auto all = resolved("apiVersion: " + version + "\nkind: SLO\nspec: 3\n");
            QCOMPARE(all.slos.size(), 0);
            QCOMPARE(all.findings.size(), 1);
            QCOMPARE(all.findings.constFirst().severity, Finding::Severity::Info);
            QCOMPARE(all.findings.constFirst().line, 1);
        }
        QVERIFY(!openslo::looksLike(document::readYaml(u"a"_s, "apiVersion: v1\n").root()));
        QVERIFY(!openslo::looksLike(document::readYaml(u"a"_s, "- 1\n").root()));
    }

    void jsonIsReadTheSame()
    {
        const auto all = resolved(
            R"({"apiVersion": "openslo/v1", "kind": "SLO", "metadata": {"name": "a"}, "spec": {
                "service": "s", "budgetingMethod": "Timeslices", "indicatorRef": "i",
                "objectives": [{"target": 0.5}]}})");
        QCOMPARE(all.slos.size(), 1);
        QCOMPARE(errorsOf(all.findings), QStringList());
    }

    // The files that the standard's own tests keep as bad ones. Its schema refuses more of them,
    // all for capitals or blanks in names, which is a warning here, or for what an alert lacks.
    void verdictsAreThoseOfTheStandard()
    {
        const QStringList bad{u"alert-policy-no-cond.yaml"_s,
                              u"alert-policy-malformed-targetref.yaml"_s,
                              u"alert-policy-no-notification.yaml"_s,
                              u"alert-policy-many-cond.yaml"_s,
                              u"alert-policy-malformed-cond.yaml"_s,
                              u"sli-ratio-good-and-bad.yaml"_s,
                              u"alert-condition-no-condition.yaml"_s,
                              u"alert-condition-no-sev.yaml"_s,
                              u"sli-description-ratio-inline-metricsource.yaml"_s,
                              u"alert-notification-target-no-target.yaml"_s,
                              u"service-long-description.yaml"_s};
        const auto files = tests::sharedFiles(u"samples/openslo"_s, {u"*.yaml"_s});
        if (files.isEmpty())
            QSKIP("the samples of OpenSLO are not here: 46 cases left out");
        auto slos = 0;
        for (const auto &path : files) {
            const auto name = path.section(u'/', -1);
            const auto all = openslo::resolve(objectsOf(name, tests::bytesOf(path)));
            const auto errors = errorsOf(all.findings);
            QVERIFY2(errors.isEmpty() != bad.contains(name),
                     qPrintable(name + u": "_s + errors.join(u' ')));
            for (const auto &slo : all.slos)
                QVERIFY(!slo.notEvaluated.isEmpty());
            slos += static_cast<int>(all.slos.size());
            if (name == u"invalid-apiversion.yaml"_s)
                QCOMPARE(all.findings.size(), 1);
        }
        QCOMPARE(slos, 13);
        qInfo("%d files", static_cast<int>(files.size()));
    }

    void hostileDocumentsCrashNothing()
    {
        const QByteArray whole = sloOf(fresh, "[{op: lte, value: 86400, target: 0.99}]")
            + "---\napiVersion: openslo/v1\nkind: AlertPolicy\nmetadata: {name: p}\nspec:\n"
              "  conditions: [{kind: AlertCondition, metadata: {name: c}, spec: {severity: page, "
              "condition: {kind: burnrate, op: gte, threshold: 2}}}]\n"
              "  notificationTargets: [{targetRef: x}]\n";
        for (qsizetype size = 0; size <= whole.size(); ++size)
            resolved(whole.left(size));
        QRandomGenerator random(5);
        const QList<QByteArray> values{"[]", "{}", "~", "''", "[[1]]", "1e999", "true", "{a: {}}"};
        for (auto i = 0; i < 2000; ++i) {
            QByteArray text = whole;
            const auto at = text.indexOf(':', random.bounded(static_cast<int>(text.size())));
            const auto end = text.indexOf('\n', at);
            if (at > 0 && end > at)
                text.replace(
                    at + 1, random.bounded(2) == 0 ? end - at - 1 : 2,
                    QByteArray(" " + values.at(random.bounded(static_cast<int>(values.size())))));
            resolved(text);
        }
        for (const auto &value : values) {
            for (const QByteArray kind : {"SLO", "SLI", "DataSource", "Service", "AlertPolicy",
                                          "AlertCondition", "AlertNotificationTarget"}) {
                resolved("apiVersion: openslo/v1\nkind: " + kind + "\nmetadata: " + value
                         + "\nspec: " + value + "\n");
                resolved("apiVersion: openslo/v1\nkind: " + kind
                         + "\nmetadata: {name: a}\nspec: {indicator: " + value + ", objectives: ["
                         + value + "], timeWindow: [" + value + "], thresholdMetric: " + value
                         + ", ratioMetric: {good: " + value + ", total: " + value
                         + "}, conditions: [" + value + "], notificationTargets: [" + value
                         + "], condition: " + value + "}\n");
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestOpenSlo)
#include "tst_openslo.moc"
