// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/datacontract/testresults.h"

#include "models/formats/datacontract/dimensions.h"
#include "models/formats/datacontract/outcome.h"
#include "models/formats/results/collector.h"
#include "models/formats/results/leftout.h"
#include "models/formats/results/words.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::Finding;

namespace portolan::formats::datacontract {
namespace {

using namespace json;
using results::Collector;
using results::ResultFile;

bool isResult(const Json &root)
{
    return member(root, "checks").is_array() && member(root, "runId").is_string()
        && member(root, "timestampStart").is_string() && member(root, "result").is_string();
}

//! Whether \a root names itself a result, and its checks are no list.
bool isBrokenResult(const Json &root)
{
    return !member(root, "checks").is_array() && member(root, "runId").is_string()
        && member(root, "timestampStart").is_string() && member(root, "dataContractId").is_string();
}

bool isLint(const Json &check)
{
    return text(check, "type") == u"lint" || text(check, "category") == u"lint";
}

//! What all checks of one result share.
struct Context
{
    QString contract;
    QDateTime at;
    QString runId;
    RuleMatch rules;
    QHash<QString, int> seen;

    //! \a id, counted where it repeats.
    QString once(const QString &id)
    {
        const int number = ++seen[id];
        return number > 1 ? QString(id % u'#' % QString::number(number)) : id;
    }
};

QString ownIdOf(const Json &check, const QString &contract)
{
    QStringList parts{contract + u"#test"_s, text(check, "type")};
    for (const std::string_view key : {"model", "field"}) {
        if (const auto name = text(check, key); !name.isEmpty())
            parts.append(name);
    }
    return parts.join(u'/');
}

QString dimensionFor(const Json &check, const TestedRule &rule)
{
    if (const auto given = text(check, "dimension"); !given.isEmpty())
        return domain::canonicalDimension(given);
    const auto byMetric = dimensionOf(rule.metric);
    return byMetric.isEmpty() ? dimensionOf(text(check, "type")) : byMetric;
}

void readCheck(const Json &check, Context &context, Collector &collector)
{
    CheckRun run;
    run.at = context.at;
    run.runId = context.runId;
    readOutcome(check, run);
    const bool isRule = testsRule(check);
    const auto rule = isRule ? testedRuleOf(check) : TestedRule();
    if (isRule)
        run.check = context.rules.checkOf(rule);
    if (run.check.isEmpty()) {
        const QString ofRule =
            context.contract % u"#quality/"_s % rule.element() % u'/' % rule.word();
        run.check = context.once(isRule ? ofRule : ownIdOf(check, context.contract));
        const auto model = text(check, "model");
        collector.addCheck(
            {.id = run.check,
             .name = isRule && !rule.name.isEmpty() ? rule.name : text(check, "name"),
             .type = text(check, "type"),
             .asset = model.isEmpty() ? QString() : QString(context.contract % u'#' % model),
             .dimension = dimensionFor(check, rule),
             .severity = rule.severity.toLower(),
             .element = text(check, "field"),
             .expression = isRule ? rule.definition.trimmed() : run.expected});
    }
    collector.addRun(run);
}

void report(const ResultFile &file, Finding::Severity severity, const QString &rule,
            const QString &message, const QString &remedy, Collector &collector)
{
    collector.addFinding(results::findingOf(file, severity, rule, message, remedy));
}

void reportLeftOut(const ResultFile &file, const std::vector<Json> &checks, Collector &collector)
{
    results::LeftOut leftOut(u"checks"_s);
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (!isObject(checks[i]))
            leftOut.add(qsizetype(i));
    }
    if (const auto finding = leftOut.finding(
            file, u"datacontract.check"_s,
            u"Test the contract again, and copy the file as datacontract test wrote it."_s))
        collector.addFinding(*finding);
}

void readResult(const ResultFile &file, const Json &root, const RulesOf &rulesOf,
                Collector &collector)
{
    auto checks = items(member(root, "checks"));
    const auto lints = std::count_if(checks.begin(), checks.end(), isLint);
    reportLeftOut(file, checks, collector);
    std::erase_if(checks, [](const Json &check) { return !isObject(check) || isLint(check); });
    const auto contract = text(root, "dataContractId");
    auto at = results::timeOf(text(root, "timestampStart"));
    if (!at.isValid())
        at = results::timeOf(text(root, "timestampEnd"));
    if (checks.empty()) {
        report(file, Finding::Severity::Info, u"datacontract.lint"_s,
               lints > 0 ? u"The result of a lint says nothing about data, so it is no evidence."_s
                         : u"The result holds no checks, so it is no evidence."_s,
               u"Let datacontract test write results."_s, collector);
        return;
    }
    if (isTrue(member(root, "dryRun"))) {
        report(file, Finding::Severity::Info, u"datacontract.dryrun"_s,
               u"The test was a dry run, so it is no evidence."_s,
               u"Let datacontract test run without --dry-run."_s, collector);
        return;
    }
    if (contract.isEmpty() || !at.isValid()) {
        report(file, Finding::Severity::Warning, u"datacontract.unknown"_s,
               contract.isEmpty()
                   ? u"The result does not say which contract was tested, so it is no evidence."_s
                   : u"The result does not say when it was made, so it is no evidence."_s,
               u"Give the contract an id, and test it again."_s, collector);
        return;
    }
    Context context{.contract = contract,
                    .at = at,
                    .runId = text(root, "runId"),
                    .rules = RuleMatch(rulesOf ? rulesOf(contract) : QList<ContractRule>())};
    for (const auto &check : checks)
        readCheck(check, context, collector);
}

} // namespace

bool looksLike(std::string_view text)
{
    const auto has = [text](std::string_view word) { return text.find(word) != text.npos; };
    const bool hasContract = has("\"dataContractId\"");
    if (!has("\"runId\"") || !has("\"timestampStart\"") || !(hasContract || has("\"checks\"")))
        return false;
    const results::ResultDocument document(
        {.bytes = QByteArray::fromRawData(text.data(), qsizetype(text.size()))});
    if (!document.isReadable())
        return hasContract;
    return isResult(document.root()) || isBrokenResult(document.root());
}

results::ToolResults read(const ResultFile &file, const RulesOf &rulesOf)
{
    Collector collector(u"datacontract-cli"_s);
    const results::ResultDocument document(file);
    for (const auto &finding : document.findings())
        collector.addFinding(finding);
    if (!document.isReadable())
        return collector.take();
    if (isResult(document.root()))
        readResult(file, document.root(), rulesOf, collector);
    else
        report(file, Finding::Severity::Warning, u"datacontract.shape"_s,
               isBrokenResult(document.root())
                   ? u"The result of datacontract test holds no list of checks."_s
                   : u"The file is no result of datacontract test."_s,
               u"Let datacontract test write it with --output-format json."_s, collector);
    return collector.take();
}

} // namespace portolan::formats::datacontract
