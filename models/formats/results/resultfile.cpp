// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/results/resultfile.h"

#include "models/formats/document/read.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Finding;

namespace portolan::formats::results {
namespace {

//! \a text with null for the numbers that JSON does not know, outside of texts, and how many.
std::pair<QByteArray, int> withoutNonNumbers(std::string_view text)
{
    static constexpr std::array<std::string_view, 3> tokens{"-Infinity", "Infinity", "NaN"};
    QByteArray repaired;
    repaired.reserve(static_cast<qsizetype>(text.size()) + 64);
    int replaced = 0;
    bool inText = false;
    std::size_t copied = 0;
    const auto copyUntil = [&](std::size_t end) {
        repaired.append(text.data() + copied, static_cast<qsizetype>(end - copied));
        copied = end;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inText && c == '\\') {
            ++at;
            continue;
        }
        inText = c == '"' ? !inText : inText;
        if (inText || (c != 'N' && c != 'I' && c != '-'))
            continue;
        const auto *const token = std::find_if(tokens.begin(), tokens.end(), [&](auto known) {
            return text.substr(at).starts_with(known);
        });
        if (token == tokens.end())
            continue;
        copyUntil(at);
        repaired.append("null");
        copied = at + token->size();
        at = copied - 1;
        ++replaced;
    }
    copyUntil(text.size());
    return {repaired, replaced};
}

QString whyBroken(simdjson::error_code error, std::string_view text)
{
    if (isUtf16(text))
        return u"The file is UTF-16 text, and JSON has to be UTF-8."_s;
    switch (error) {
    case simdjson::EMPTY:
        return u"The file is empty."_s;
    case simdjson::UTF8_ERROR:
        return u"The file is not valid UTF-8."_s;
    case simdjson::DEPTH_ERROR:
        return u"The JSON of the file is nested too deeply."_s;
    case simdjson::UNCLOSED_STRING:
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return u"The file ends in the middle of its JSON."_s;
    default:
        return u"The file is no valid JSON."_s;
    }
}

//! Where \a text breaks: simdjson does not say it, so the reader that keeps places looks once more.
void placeBreak(const QString &file, std::string_view text, Finding &finding)
{
    const auto document = document::readJson(
        file, QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    for (const auto &found : document.findings) {
        if (found.severity != Finding::Severity::Error || found.line < 1)
            continue;
        finding.line = found.line;
        finding.column = found.column;
        return;
    }
}

} // namespace

bool isUtf16(std::string_view text)
{
    const auto begin = text.substr(0, 2);
    if (begin == "\xFF\xFE" || begin == "\xFE\xFF")
        return true;
    // JSON begins with two characters of ASCII, so half of the bytes are zero.
    return begin.size() == 2 && (begin[0] == '\0') != (begin[1] == '\0');
}

std::string_view ResultFile::view() const
{
    std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    return text;
}

ResultDocument::ResultDocument(const ResultFile &file, qsizetype limit)
    : m_root(json::nullJson())
{
    if (file.bytes.size() > limit) {
        m_findings.append(
            findingOf(file, Finding::Severity::Error, u"results.size"_s,
                      u"The result file is larger than %1 MiB and was not read."_s.arg(
                          std::max<qsizetype>(1, limit / (1024 * 1024))),
                      u"Let the tool write its results without the rows that failed."_s));
        return;
    }
    auto text = file.view();
    json::Json root;
    auto error = m_parser.parse(text, text).get(root);
    QByteArray repaired;
    if (error != simdjson::SUCCESS) {
        int replaced = 0;
        std::tie(repaired, replaced) = withoutNonNumbers(text);
        text = {repaired.constData(), static_cast<std::size_t>(repaired.size())};
        if (replaced > 0)
            error = m_parser.parse(text, text).get(root);
        if (replaced > 0 && error == simdjson::SUCCESS)
            m_findings.append(
                findingOf(file, Finding::Severity::Info, u"results.notanumber"_s,
                          u"%1 values are NaN or Infinity, which JSON does not know: they count "
                          "as not told."_s.arg(replaced),
                          u"Nothing has to be done; Python's JSON writer makes them."_s));
    }
    if (error == simdjson::SUCCESS) {
        m_root = root;
        m_readable = true;
        return;
    }
    auto broken =
        findingOf(file, Finding::Severity::Error, u"results.json"_s, whyBroken(error, text),
                  u"Run the tool again and copy the file whole, or remove it."_s);
    placeBreak(file.file, text, broken);
    m_findings.append(broken);
}

Finding findingOf(const ResultFile &file, Finding::Severity severity, const QString &rule,
                  const QString &message, const QString &remedy)
{
    Finding finding;
    finding.file = file.file;
    finding.line = 1;
    finding.severity = severity;
    finding.rule = rule;
    finding.message = message;
    finding.remedy = remedy;
    return finding;
}

} // namespace portolan::formats::results
