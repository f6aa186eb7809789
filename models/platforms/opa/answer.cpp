// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/opa/answer.h"

#include "models/platforms/opa/entry.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::opa {
namespace {

using domain::Finding;
using domain::PolicyAnswer;
using domain::PolicyResult;
using domain::PolicyVerdict;
using formats::json::Json;
using simdjson::dom::element_type;

constexpr qsizetype remarkMost = 300;

//! What a request was answered as a whole.
enum class Decision { Allow, NeedsApproval, Deny };

//! Reads one answer; an error where it contradicts itself or its shape.
class Reader
{
public:
    Reader(const QByteArray &body, QString path)
        : m_path(std::move(path))
    {
        const std::string_view view(body.constData(), static_cast<size_t>(body.size()));
        if (m_parser.parse(view, view).get(m_root) != simdjson::SUCCESS)
            m_error = Error{Error::Kind::Protocol, u"the answer is no JSON"_s};
        else if (!formats::json::isObject(m_root))
            m_error = malformed(u"it is no object"_s).value();
    }

    Result<PolicyAnswer> request()
    {
        const auto result = begun();
        if (!result)
            return tl::unexpected(result.error());
        const auto decision = decisionIn(*result);
        if (!decision)
            return tl::unexpected(decision.error());
        const auto unsaid = *decision == Decision::Deny ? PolicyResult::Fail : PolicyResult::Warn;
        const auto read =
            each(*result, "reasons", [unsaid](Entry entry) { return entry.broken(unsaid); });
        if (!read)
            return tl::unexpected(read.error());
        const auto rest = addChecks(*result);
        if (!rest)
            return tl::unexpected(rest.error());
        const auto whole = addDecision(*result, *decision);
        if (!whole)
            return tl::unexpected(whole.error());
        const auto duties = addObligations(*result);
        return duties ? finished() : tl::unexpected(duties.error());
    }

    Result<PolicyAnswer> product()
    {
        const auto result = begun();
        if (!result)
            return tl::unexpected(result.error());
        const bool isThere = isList(formats::json::member(*result, "violations"));
        if (!isThere)
            return malformed(u"\"violations\" is no list"_s);
        const auto read = each(*result, "violations",
                               [](Entry entry) { return entry.broken(PolicyResult::Fail); });
        if (!read)
            return tl::unexpected(read.error());
        const bool isClean = m_answer.verdicts.isEmpty();
        const auto rest = addChecks(*result);
        if (!rest)
            return tl::unexpected(rest.error());
        if (isClean && m_answer.verdicts.isEmpty())
            add(PolicyResult::Pass, Finding::Severity::Error, u"No rule is violated"_s);
        return finished();
    }

private:
    using Judge = std::function<Result<PolicyVerdict>(Entry)>;

    //! The result, as an object.
    Result<Json> begun()
    {
        if (m_error)
            return tl::unexpected(*m_error);
        Json result;
        simdjson::dom::object root;
        if (m_root.get(root) != simdjson::SUCCESS
            || root["result"].get(result) != simdjson::SUCCESS)
            return failure(Error::Kind::NotFound,
                           u"there is no rule that answers data.%1 (undefined)"_s.arg(
                               QString(m_path).replace(u'/', u'.')));
        if (!formats::json::isObject(result))
            return malformed(u"\"result\" is no object"_s);
        const auto revision = textIn(result, "policy_revision");
        if (!revision)
            return tl::unexpected(revision.error());
        m_answer.revision = cut(*revision, 200);
        return result;
    }

    Result<void> each(const Json &result, std::string_view key, const Judge &judge)
    {
        const auto entries = listIn(result, key);
        if (!entries)
            return tl::unexpected(entries.error());
        for (const auto &entry : *entries) {
            auto verdict = judge(Entry(entry, m_path));
            if (!verdict)
                return tl::unexpected(verdict.error());
            m_answer.verdicts.append(std::move(*verdict));
        }
        return {};
    }

    Result<void> addChecks(const Json &result)
    {
        return each(result, "checks", [](Entry entry) { return entry.held(); });
    }

    //! "decision" and "allow" have to agree; one of them is enough.
    static Result<Decision> decisionIn(const Json &result)
    {
        const auto allow = formats::json::member(result, "allow");
        const auto word = textIn(result, "decision");
        if (!word)
            return tl::unexpected(word.error());
        const bool isSaid = allow.type() == element_type::BOOL;
        if (!isSaid && !formats::json::isNull(allow))
            return malformed(u"\"allow\" is neither true nor false"_s);
        if (word->isEmpty()) {
            if (!isSaid)
                return malformed(u"it says neither \"allow\" nor \"decision\""_s);
            return formats::json::isTrue(allow) ? Decision::Allow : Decision::Deny;
        }
        const bool isAllowed = isSaid && formats::json::isTrue(allow);
        if (*word == u"allow") {
            if (isSaid && !isAllowed)
                return malformed(u"it says \"allow\" and not to allow at once"_s);
            return Decision::Allow;
        }
        if (*word == u"needs_approval")
            return Decision::NeedsApproval;
        if (*word != u"deny")
            return malformed(u"there is no decision \"%1\""_s.arg(cut(*word, 40)));
        if (isAllowed)
            return malformed(u"it says \"deny\" and to allow at once"_s);
        return Decision::Deny;
    }

    Result<void> addDecision(const Json &result, Decision decision)
    {
        const bool isRefused =
            std::any_of(m_answer.verdicts.cbegin(), m_answer.verdicts.cend(),
                        [](const auto &one) { return one.result == PolicyResult::Fail; });
        const auto approvals = wordsIn(result, "required_approvals", "kind", "value");
        if (!approvals)
            return tl::unexpected(approvals.error());
        if (decision == Decision::NeedsApproval) {
            const auto who =
                approvals->isEmpty() ? QString() : u" (%1)"_s.arg(approvals->join(u", "_s));
            add(PolicyResult::Warn, Finding::Severity::Info, cut(u"It needs an approval"_s + who));
        } else if (decision == Decision::Deny && !isRefused) {
            add(PolicyResult::Fail, Finding::Severity::Error, u"It is denied"_s);
        } else if (decision == Decision::Allow && !isRefused) {
            add(PolicyResult::Pass, Finding::Severity::Error, u"It is allowed"_s);
        }
        return {};
    }

    Result<void> addObligations(const Json &result)
    {
        const auto obligations = wordsIn(result, "obligations", "type", "");
        if (!obligations)
            return tl::unexpected(obligations.error());
        for (const auto &one : *obligations)
            add(PolicyResult::Warn, Finding::Severity::Info,
                cut(u"It comes with an obligation (%1)"_s.arg(one)));
        return {};
    }

    //! "kind value" of each entry; all members but \a first where \a second is
    //! empty.
    static Result<QStringList> wordsIn(const Json &result, std::string_view key,
                                       std::string_view first, std::string_view second)
    {
        const auto entries = listIn(result, key);
        if (!entries)
            return tl::unexpected(entries.error());
        QStringList words;
        for (const auto &entry : *entries) {
            simdjson::dom::object object;
            if (entry.get(object) != simdjson::SUCCESS) {
                words.append(cut(formats::json::anyText(entry), 200));
                continue;
            }
            QStringList parts{formats::json::text(entry, first)};
            for (const auto member : object) {
                const bool isWanted = second.empty() ? member.key != first : member.key == second;
                if (isWanted)
                    parts.append(formats::json::anyText(member.value));
            }
            parts.removeAll(QString());
            words.append(cut(parts.join(u' '), 200));
        }
        words.removeAll(QString());
        return words;
    }

    void add(PolicyResult result, Finding::Severity severity, const QString &message)
    {
        m_answer.verdicts.append({.policy = m_path,
                                  .result = result,
                                  .severity = severity,
                                  .message = message,
                                  .source = u"opa"_s});
    }

    //! What stands beside the result: the number of the decision, and what the
    //! server remarks.
    Result<PolicyAnswer> finished()
    {
        const auto warning = formats::json::member(m_root, "warning");
        if (formats::json::isObject(warning)) {
            const auto said = cut(formats::json::text(warning, "message"), remarkMost);
            add(PolicyResult::Warn, Finding::Severity::Info, u"The server remarks: %1"_s.arg(said));
            const auto code = cut(formats::json::text(warning, "code"), 200);
            if (!code.isEmpty())
                m_answer.verdicts.last().policy = code;
        }
        const auto id = formats::json::member(m_root, "decision_id");
        if (isText(id)) {
            for (auto &verdict : m_answer.verdicts)
                verdict.decisionId = cut(formats::json::text(id), 100);
        }
        return std::move(m_answer);
    }

    formats::json::JsonParser m_parser;
    Json m_root = formats::json::nullJson();
    QString m_path;
    std::optional<Error> m_error;
    PolicyAnswer m_answer;
};

} // namespace

Result<PolicyAnswer> requestAnswer(const QByteArray &body, const QString &path)
{
    return Reader(body, path).request();
}

Result<PolicyAnswer> productAnswer(const QByteArray &body, const QString &path)
{
    return Reader(body, path).product();
}

} // namespace portolan::platforms::opa
