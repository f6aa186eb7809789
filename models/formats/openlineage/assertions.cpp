// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/assertions.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using portolan::formats::json::Json;

namespace portolan::formats::openlineage {
namespace {

// Whatever is longer is no figure and no name, but data.
constexpr qsizetype longestText = 500;

std::optional<qint64> wholeNumber(const Json &value)
{
    constexpr double largest = 9e15;
    std::int64_t whole = 0;
    double number = 0;
    if (value.get(whole) == simdjson::SUCCESS)
        return whole >= 0 ? std::optional<qint64>(whole) : std::nullopt;
    // Producers write counts as 1000.0, too.
    if (value.get(number) == simdjson::SUCCESS && number >= 0 && number <= largest
        && std::floor(number) == number)
        return static_cast<qint64>(number);
    return {};
}

//! The result of an assertion, or of a test. A failure is one whatever its severity: that says how
//! bad it is.
domain::RunStatus statusOf(const Json &item)
{
    using domain::RunStatus;
    bool success = false;
    if (json::member(item, "success").get(success) == simdjson::SUCCESS)
        return success ? RunStatus::Pass : RunStatus::Fail;
    const auto status = json::text(item, "status").toLower();
    if (status == u"pass")
        return RunStatus::Pass;
    if (status == u"fail")
        return RunStatus::Fail;
    return status == u"skip" ? RunStatus::Skipped : RunStatus::Error;
}

QString shortText(const Json &item, std::string_view key)
{
    return json::text(item, key).left(longestText);
}

//! Where what \a event tells is kept: only a run event is told of by others again.
QString runOf(const Event &event)
{
    return event.kind == Event::Kind::Run ? event.runId : QString();
}

//! "min: 3, max: 5"
QString parametersOf(const Json &item)
{
    QStringList parts;
    simdjson::dom::object members;
    if (json::member(item, "params").get(members) != simdjson::SUCCESS)
        return {};
    for (const auto member : members)
        parts.append(QString::fromUtf8(member.key.data(), qsizetype(member.key.size())) % u": "_s
                     % json::anyText(member.value));
    return parts.join(u", "_s);
}

} // namespace

size_t qHash(const Assertion &assertion, size_t seed)
{
    return qHashMulti(seed, assertion.dataset, assertion.assertion, assertion.column,
                      assertion.name);
}

QString checkId(const Assertion &assertion)
{
    auto id = QString(datasetId(assertion.dataset) % u'/' % assertion.assertion);
    for (const auto *part : {&assertion.column, &assertion.name}) {
        if (!part->isEmpty())
            id += u'/' % *part;
    }
    return id;
}

void Assertions::add(const Event &event)
{
    for (const auto *side : {&event.inputs, &event.outputs}) {
        for (const auto &dataset : *side)
            addDataset(event, dataset);
    }
    if (event.dataset)
        addDataset(event, *event.dataset);
    for (const auto &[name, facet] : event.runFacets) {
        if (name == "test")
            addResults(event, {}, json::member(facet, "tests"));
    }
}

const Told *Assertions::toldIn(const QString &id) const
{
    const auto found = m_told.constFind(id);
    return found == m_told.constEnd() ? nullptr : &*found;
}

Told Assertions::takeTold()
{
    return m_told.take(QString());
}

void Assertions::addDataset(const Event &event, const EventDataset &dataset)
{
    for (const auto &[name, facet] : dataset.facets) {
        if (name == "dataQualityAssertions") {
            addResults(event, dataset.name, json::member(facet, "assertions"));
        } else if (name == "dataQualityMetrics") {
            addMetrics(m_told[runOf(event)].measured[dataset.name][event.time], facet);
        } else if (name == "outputStatistics") {
            if (const auto rows = wholeNumber(json::member(facet, "rowCount")))
                m_told[runOf(event)].measured[dataset.name][event.time].written = rows;
        }
    }
}

void Assertions::addResults(const Event &event, const Name &dataset, const Json &list)
{
    for (const auto &item : json::items(list)) {
        // The type of a test is no part of its name: dbt-ol writes it in one mode only.
        const bool isTest = dataset.isEmpty();
        Assertion assertion{.dataset = dataset,
                            .assertion = isTest ? u"test"_s : shortText(item, "assertion"),
                            .column = shortText(item, "column"),
                            .name = shortText(item, "name")};
        if (assertion.assertion.isEmpty() || (isTest && assertion.name.isEmpty()))
            continue; // nobody could tell it from others
        const auto number = numberOf(std::move(assertion));
        keepWords(number, event.time, item);
        auto &told = m_told[runOf(event)];
        told.hasTests = told.hasTests || isTest;
        told.outcomes[{number, event.time}] = {.status = statusOf(item),
                                               .observed = numberOf(shortText(item, "actual")),
                                               .expected = numberOf(shortText(item, "expected"))};
    }
}

void Assertions::addMetrics(Measured &measured, const Json &facet)
{
    if (const auto at = momentOf(json::text(facet, "lastUpdated").toStdString()))
        measured.lastUpdated = at;
    if (const auto rows = wholeNumber(json::member(facet, "rowCount")))
        measured.rows = rows;
    simdjson::dom::object columns;
    if (json::member(facet, "columnMetrics").get(columns) != simdjson::SUCCESS)
        return;
    for (const auto column : columns) {
        if (const auto nulls = wholeNumber(json::member(column.value, "nullCount")))
            measured.nulls[QString::fromUtf8(column.key.data(), qsizetype(column.key.size()))] =
                *nulls;
    }
}

int Assertions::numberOf(Assertion assertion)
{
    const auto known = m_numbers.constFind(assertion);
    if (known != m_numbers.constEnd())
        return *known;
    const auto number = int(m_assertions.size());
    m_assertions.append(assertion);
    m_words.append(AssertionWords());
    m_numbers.insert(std::move(assertion), number);
    return number;
}

int Assertions::numberOf(const QString &text)
{
    if (text.isEmpty())
        return -1;
    const auto known = m_textNumbers.constFind(text);
    if (known != m_textNumbers.constEnd())
        return *known;
    const auto number = int(m_texts.size());
    m_texts.append(text);
    m_textNumbers.insert(text, number);
    return number;
}

void Assertions::keepWords(int number, Moment at, const Json &item)
{
    auto &words = m_words[number];
    if (at < words.at)
        return;
    const auto content = json::text(item, "content");
    words = {.at = at,
             .type = shortText(item, "type"),
             .severity = shortText(item, "severity").toLower(),
             .description = json::text(item, "description"),
             .expression = content.isEmpty() ? parametersOf(item) : content};
}

} // namespace portolan::formats::openlineage
