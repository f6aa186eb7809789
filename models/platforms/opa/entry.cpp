// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/opa/entry.h"

#include "models/platforms/opa/answer.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::opa {

using domain::Finding;
using domain::PolicyResult;
using domain::PolicyVerdict;
using formats::json::Json;
using simdjson::dom::element_type;

namespace {

//! A pointer into the document: "/request/end", or the same with dots or as a
//! list.
QString pathIn(const Json &object)
{
    const auto value = formats::json::member(object, "path");
    if (isList(value)) {
        QStringList steps;
        for (const auto &step : formats::json::items(value))
            steps.append(formats::json::text(step));
        return cut(u'/' + steps.join(u'/'), 500);
    }
    return isText(value) ? cut(formats::json::text(value), 500) : QString();
}

//! What a word for severity makes of a rule that does not hold; absent for one
//! that nobody knows.
std::optional<std::pair<PolicyResult, Finding::Severity>> severityOf(const QString &word)
{
    static const QHash<QString, int> known{{u"deny"_s, 2},     {u"error"_s, 2},  {u"fail"_s, 2},
                                           {u"critical"_s, 2}, {u"high"_s, 2},   {u"warning"_s, 1},
                                           {u"warn"_s, 1},     {u"medium"_s, 1}, {u"low"_s, 1},
                                           {u"info"_s, 0},     {u"notice"_s, 0}};
    switch (known.value(word.toLower(), -1)) {
    case 2:
        return std::pair{PolicyResult::Fail, Finding::Severity::Error};
    case 1:
        return std::pair{PolicyResult::Warn, Finding::Severity::Warning};
    case 0:
        return std::pair{PolicyResult::Warn, Finding::Severity::Info};
    default:
        return {};
    }
}

} // namespace

QString cut(QString text, qsizetype most)
{
    text = text.trimmed();
    return text.size() > most ? text.left(most - 1) + u'…' : text;
}

tl::unexpected<Error> malformed(const QString &what)
{
    return failure(Error::Kind::Protocol, u"the answer is not what was agreed: "_s + what);
}

bool isText(const Json &value)
{
    return value.type() == element_type::STRING;
}

bool isList(const Json &value)
{
    return value.type() == element_type::ARRAY;
}

Result<QString> textIn(const Json &object, std::string_view key)
{
    const auto value = formats::json::member(object, key);
    if (formats::json::isNull(value))
        return QString();
    if (!isText(value))
        return malformed(
            u"\"%1\" is no text"_s.arg(QString::fromUtf8(key.data(), qsizetype(key.size()))));
    return cut(formats::json::text(value));
}

Result<std::vector<Json>> listIn(const Json &object, std::string_view key)
{
    const auto value = formats::json::member(object, key);
    const auto name = QString::fromUtf8(key.data(), qsizetype(key.size()));
    if (formats::json::isNull(value))
        return std::vector<Json>();
    if (!isList(value))
        return malformed(u"\"%1\" is no list"_s.arg(name));
    auto items = formats::json::items(value);
    // None of them may be left out: the last may be the one that fails.
    if (items.size() > mostEntries)
        return failure(Error::Kind::TooLarge,
                       u"the answer has %1 entries in \"%2\", %3 are read"_s.arg(items.size())
                           .arg(name)
                           .arg(mostEntries));
    return items;
}

Entry::Entry(const Json &value, const QString &policy)
    : m_value(value)
{
    m_verdict.policy = policy;
    m_verdict.source = u"opa"_s;
}

Result<PolicyVerdict> Entry::broken(PolicyResult unsaid)
{
    if (isText(m_value)) { // many policies say no more than a sentence
        m_verdict.message = cut(formats::json::text(m_value));
        judge({}, unsaid);
        return m_verdict;
    }
    if (auto read = readMembers(); !read)
        return tl::unexpected(read.error());
    const auto severity = textIn(m_value, "severity");
    if (!severity)
        return tl::unexpected(severity.error());
    judge(*severity, unsaid);
    return m_verdict;
}

Result<PolicyVerdict> Entry::held()
{
    m_verdict.result = PolicyResult::Pass;
    if (isText(m_value)) {
        m_verdict.policy = cut(formats::json::text(m_value), 200);
        m_verdict.message = u"The rule holds"_s;
        return m_verdict;
    }
    if (auto read = readMembers(); !read)
        return tl::unexpected(read.error());
    const auto word = textIn(m_value, "result");
    if (!word)
        return tl::unexpected(word.error());
    // Only what says nothing else holds.
    if (!word->isEmpty())
        m_verdict.result = domain::resultFromWord(word->toLower()).value_or(PolicyResult::Unknown);
    if (m_verdict.message.isEmpty() && m_verdict.result == PolicyResult::Pass)
        m_verdict.message = u"The rule holds"_s;
    return m_verdict;
}

Result<void> Entry::readMembers()
{
    if (!formats::json::isObject(m_value))
        return malformed(u"an entry is neither an object nor a text"_s);
    for (const auto *key : {"code", "policy", "id"}) {
        const auto code = textIn(m_value, key);
        if (!code)
            return tl::unexpected(code.error());
        if (code->isEmpty())
            continue;
        m_verdict.policy = cut(*code, 200);
        break;
    }
    const auto message = textIn(m_value, "message");
    const auto remedy = textIn(m_value, "remedy");
    if (!message || !remedy)
        return tl::unexpected(message ? remedy.error() : message.error());
    m_verdict.message = *message;
    m_verdict.remedy = *remedy;
    m_verdict.field = pathIn(m_value);
    return {};
}

void Entry::judge(const QString &severity, PolicyResult unsaid)
{
    if (severity.isEmpty()) {
        m_verdict.result = unsaid;
        m_verdict.severity =
            unsaid == PolicyResult::Warn ? Finding::Severity::Warning : Finding::Severity::Error;
    } else if (const auto known = severityOf(severity)) {
        std::tie(m_verdict.result, m_verdict.severity) = *known;
    } else {
        m_verdict.result = PolicyResult::Unknown;
    }
    if (m_verdict.message.isEmpty())
        m_verdict.message = u"The rule does not hold"_s;
    if (m_verdict.result == PolicyResult::Unknown)
        m_verdict.message += u" (severity \"%1\" is not known here)"_s.arg(cut(severity, 40));
}

} // namespace portolan::platforms::opa
