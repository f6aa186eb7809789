// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/eventlines.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::formats::json::Json;

namespace portolan::formats::openlineage {
namespace {

constexpr qsizetype mostFindings = 100;

std::string_view trimmed(std::string_view text)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

bool has(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

//! Whether somewhere in \a text stands an eventTime as events have it: with a text as its value. A
//! description of what events look like has an object there.
bool hasEventTime(std::string_view text)
{
    constexpr std::string_view key = "\"eventTime\"";
    for (auto at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        auto rest = trimmed(text.substr(at + key.size(), 16));
        if (rest.empty() || rest.front() != ':')
            continue;
        rest = trimmed(rest.substr(1));
        if (!rest.empty() && rest.front() == '"')
            return true;
    }
    return false;
}

} // namespace

EventLines::EventLines(const QString &file, int number, TakeEvent take)
    : m_file(file)
    , m_number(number)
    , m_take(std::move(take))
{
}

void EventLines::report(int line, const QString &rule, const QString &message,
                        const QString &remedy)
{
    if (m_findings.size() >= mostFindings) {
        ++m_unreported;
        return;
    }
    domain::Finding finding;
    finding.file = m_file;
    finding.line = line;
    finding.severity = domain::Finding::Severity::Warning;
    finding.rule = rule;
    finding.message = message;
    finding.remedy = remedy;
    m_findings.append(finding);
}

void EventLines::addLine(std::string_view text, int line, bool ended)
{
    text = trimmed(text);
    if (text.empty())
        return;
    if (text.size() > maxLine) {
        report(line, u"openlineage.too-large"_s,
               u"This event was left out: it has more than %1 MB."_s.arg(maxLine / (1024 * 1024)),
               u"Let the producer leave out facets that hold data."_s);
        return;
    }
    Json value;
    const auto error = m_parser.parse(text, text).get(value);
    m_sawJson = m_sawJson || (error == simdjson::SUCCESS && json::isObject(value));
    if (error == simdjson::SUCCESS)
        addValue(value, line);
    else if (ended)
        report(line, u"openlineage.json"_s,
               u"This line is no valid JSON and was left out: "_s
                   % QString::fromUtf8(simdjson::error_message(error)),
               u"Write each event whole, in a line of its own."_s);
}

void EventLines::addWhole(std::string_view text)
{
    text = trimmed(text);
    Json value;
    const auto error = m_parser.parse(text, text).get(value);
    if (error != simdjson::SUCCESS && m_sawJson)
        return; // it is made of lines after all, and what is wrong with them was said
    m_findings.clear();
    m_unreported = 0;
    if (error == simdjson::SUCCESS)
        addValue(value, 1);
    else
        report(1, u"openlineage.json"_s,
               u"No event of this file can be read, since it is no valid JSON: "_s
                   % QString::fromUtf8(simdjson::error_message(error)),
               u"Write the file again, and copy it whole."_s);
}

void EventLines::addValue(const Json &value, int line)
{
    if (value.is_array()) {
        for (const auto &item : json::items(value))
            addValue(item, line);
        return;
    }
    const auto read = readEvent(value);
    if (!read.event) {
        report(line, u"openlineage.event"_s, u"This event was left out: "_s % read.problem % u'.',
               u"See the specification of OpenLineage for what an event needs."_s);
        return;
    }
    if (read.event->nameless > 0) {
        report(line, u"openlineage.nameless"_s,
               u"%1 of the event's datasets have no namespace or name and were left out."_s.arg(
                   read.event->nameless),
               u"Let the producer name every dataset."_s);
    }
    ++m_events;
    m_take(*read.event, {.file = m_number, .line = line});
}

QList<domain::Finding> EventLines::findings() const
{
    auto all = m_findings;
    if (m_unreported > 0) {
        domain::Finding rest;
        rest.file = m_file;
        rest.severity = domain::Finding::Severity::Warning;
        rest.rule = u"openlineage.more"_s;
        rest.message = u"%1 more lines of this file were left out."_s.arg(m_unreported);
        rest.remedy = u"Correct the ones above first."_s;
        all.append(rest);
    }
    return all;
}

bool holdsEvents(std::string_view head)
{
    constexpr int triedLines = 20;
    const auto text = trimmed(head);
    if (text.empty() || (text.front() != '{' && text.front() != '['))
        return false;
    const bool worded = hasEventTime(text) && (has(text, "\"job\"") || has(text, "\"dataset\""))
        && (has(text, "\"producer\"") || has(text, "\"schemaURL\"") || has(text, "\"run\""));
    if (!worded && !has(text, "openlineage.io/spec/"))
        return false;
    json::JsonParser parser;
    const auto isEvents = [&parser](std::string_view part) {
        Json value;
        if (parser.parse(part, part).get(value) != simdjson::SUCCESS)
            return std::optional<bool>();
        const auto items = json::items(value);
        return std::optional(looksLikeEvent(items.empty() ? value : items.front()));
    };
    if (const auto whole = isEvents(text))
        return *whole;
    auto rest = text;
    bool cut = true;
    for (int i = 0; i < triedLines && !rest.empty(); ++i) {
        const auto end = rest.find('\n');
        const auto line = trimmed(rest.substr(0, end));
        if (const auto is = line.empty() ? std::optional<bool>() : isEvents(line)) {
            if (*is)
                return true;
            cut = false;
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return cut && worded;
}

} // namespace portolan::formats::openlineage
