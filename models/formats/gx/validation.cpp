// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/gx/validation.h"

#include "models/formats/gx/checknames.h"
#include "models/formats/gx/demand.h"
#include "models/formats/gx/dimensions.h"
#include "models/formats/gx/observation.h"
#include "models/formats/gx/runcontext.h"
#include "models/formats/results/collector.h"
#include "models/formats/results/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::Finding;

namespace portolan::formats::gx {
namespace {

using namespace json;
using results::Collector;
using results::ResultFile;

enum class Shape { None, Validation, Checkpoint, Description };

bool isValidation(const Json &value)
{
    const auto list = member(value, "results");
    if (!list.is_array() || !member(value, "success").is_bool())
        return false;
    // Other tools and services answer {"success": true, "results": […]} as well.
    const auto entries = items(list);
    if (entries.empty())
        return isObject(member(value, "meta")) && isObject(member(value, "statistics"));
    return std::any_of(entries.begin(), entries.end(), [](const Json &entry) {
        return isObject(member(entry, "expectation_config"));
    });
}

//! The validation result that a checkpoint's result holds under one key.
Json validationIn(const Json &entry)
{
    const auto wrapped = member(entry, "validation_result");
    return isObject(wrapped) ? wrapped : entry;
}

Shape shapeOf(const Json &root)
{
    if (isValidation(root))
        return Shape::Validation;
    simdjson::dom::object results;
    if (member(root, "run_results").get(results) == simdjson::SUCCESS) {
        for (const auto entry : results) {
            if (entry.key.find("ValidationResultIdentifier") != std::string_view::npos
                || isValidation(validationIn(entry.value)))
                return Shape::Checkpoint;
        }
    }
    const bool isDescription = member(root, "success").is_bool()
        && member(root, "validation_results").is_array() && isObject(member(root, "statistics"));
    return isDescription ? Shape::Description : Shape::None;
}

QString nameOf(const Expectation &expectation)
{
    return expectation.column.isEmpty()
        ? expectation.type
        : QString(expectation.type % u'(' % expectation.column % u')');
}

//! Texts that people wrote beside an expectation.
QString descriptionOf(const Json &config)
{
    if (const auto own = text(config, "description"); !own.isEmpty())
        return own;
    const auto notes = member(config, "notes");
    const auto inMeta = member(config, {"meta", "notes"});
    auto lines = texts(isNull(notes) ? inMeta : notes);
    if (lines.isEmpty())
        lines = texts(member(inMeta, "content"));
    return lines.join(u'\n');
}

//! The newest instant of a column says how new the data were; one that is still to come does not.
void addUpdate(const Expectation &expectation, const Json &result, const RunContext &context,
               Collector &collector)
{
    if (expectation.type != u"expect_column_max_to_be_between" || context.asset.isEmpty())
        return;
    const auto newest = results::timeOf(text(member(result, {"result", "observed_value"})));
    if (newest.isValid() && newest <= context.at)
        collector.addUpdate({.asset = context.assetId(),
                             .at = newest,
                             .seen = context.at,
                             .source = u"great-expectations"_s,
                             .sampled = true});
}

void addRow(const Expectation &expectation, const Json &result, const QString &id,
            const RunContext &context, Collector &collector)
{
    const auto demand = demandOf(expectation.type, expectation.kwargs);
    collector.addCheck(
        {.id = id,
         .name = nameOf(expectation),
         .type = expectation.type,
         .asset = context.assetId(),
         .dimension = dimensionOf(expectation.type, boundsAreTimes(expectation.kwargs)),
         .severity = text(expectation.config, "severity").toLower(),
         .element = expectation.column,
         .expression = demand,
         .description = descriptionOf(expectation.config)});
    if (!context.at.isValid())
        return;
    CheckRun run;
    run.check = id;
    run.at = context.at;
    run.runId = context.runId;
    run.expected = demand;
    readOutcome(result, expectation.type, run);
    collector.addRun(run);
    addUpdate(expectation, result, context, collector);
}

void report(const ResultFile &file, const QString &rule, const QString &message,
            const QString &remedy, Collector &collector)
{
    collector.addFinding(
        results::findingOf(file, Finding::Severity::Warning, rule, message, remedy));
}

void readValidation(const ResultFile &file, const Json &validation, const Json &checkpoint,
                    const QString &key, Collector &collector)
{
    std::vector<Expectation> expectations;
    std::vector<Json> entries;
    int unreadable = 0;
    for (const auto &entry : items(member(validation, "results"))) {
        auto expectation = expectationOf(entry);
        if (expectation.type.isEmpty()) {
            ++unreadable;
            continue;
        }
        expectations.push_back(expectation);
        entries.push_back(entry);
    }
    const auto context = contextOf(validation, checkpoint, key);
    if (unreadable > 0)
        report(file, u"gx.result"_s,
               u"%1 results of the suite \"%2\" name no expectation and were left out."_s
                   .arg(unreadable)
                   .arg(context.suite),
               u"Validate again with a current version of Great Expectations."_s, collector);
    if (expectations.empty())
        return;
    if (!context.at.isValid())
        report(file, u"gx.time"_s,
               u"The result of the suite \"%1\" does not say when it was made, so it is no "
               "evidence."_s.arg(context.suite),
               u"Run the suite by a checkpoint, which writes its time into the result."_s,
               collector);
    if (!context.asset.isEmpty()) {
        QList<std::pair<QString, QString>> facts{{u"datasource"_s, context.datasource}};
        if (!context.relation.isEmpty())
            facts.append({u"relation"_s, context.relation});
        collector.addAsset(context.assetId(), context.asset, facts);
    }
    const auto asset = context.asset.isEmpty() ? u"unknown"_s : context.asset;
    const auto ids = checkIdsOf(context.suite, asset, expectations);
    for (std::size_t i = 0; i < entries.size(); ++i)
        addRow(expectations[i], entries[i], ids.at(qsizetype(i)), context, collector);
}

void readCheckpoint(const ResultFile &file, const Json &root, Collector &collector)
{
    simdjson::dom::object results;
    if (member(root, "run_results").get(results) != simdjson::SUCCESS)
        return;
    int unreadable = 0;
    for (const auto entry : results) {
        const auto validation = validationIn(entry.value);
        if (isValidation(validation))
            readValidation(file, validation, root,
                           QString::fromUtf8(entry.key.data(), qsizetype(entry.key.size())),
                           collector);
        else
            ++unreadable;
    }
    if (unreadable > 0)
        report(
            file, u"gx.checkpoint"_s,
            u"%1 entries of the checkpoint's result hold no validation result."_s.arg(unreadable),
            u"Let the checkpoint write complete results, or add its validation store."_s,
            collector);
}

} // namespace

bool looksLike(std::string_view text)
{
    const auto has = [text](std::string_view word) { return text.find(word) != text.npos; };
    const bool names = has("\"expectation_config\"") || has("ValidationResultIdentifier");
    if (!names && !(has("\"success\"") && (has("\"results\"") || has("\"validation_results\""))))
        return false;
    const results::ResultDocument document(
        {.bytes = QByteArray::fromRawData(text.data(), qsizetype(text.size()))});
    return document.isReadable() ? shapeOf(document.root()) != Shape::None : names;
}

results::ToolResults read(const ResultFile &file)
{
    Collector collector(u"great-expectations"_s);
    const results::ResultDocument document(file);
    for (const auto &finding : document.findings())
        collector.addFinding(finding);
    if (!document.isReadable())
        return collector.take();
    const auto &root = document.root();
    switch (shapeOf(root)) {
    case Shape::Validation:
        readValidation(file, root, nullJson(), {}, collector);
        break;
    case Shape::Checkpoint:
        readCheckpoint(file, root, collector);
        break;
    case Shape::Description:
        collector.addFinding(results::findingOf(
            file, Finding::Severity::Info, u"gx.description"_s,
            u"The description of a checkpoint's result names neither suites nor times, so it is "
            "no evidence."_s,
            u"Add the folder of the validation store (uncommitted/validations)."_s));
        break;
    case Shape::None:
        report(file, u"gx.shape"_s, u"The file is no result of Great Expectations."_s,
               u"Add the folder of the validation store (uncommitted/validations)."_s, collector);
        break;
    }
    return collector.take();
}

} // namespace portolan::formats::gx
