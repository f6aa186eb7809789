// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/json/value.h"
#include "models/platforms/opa/answer.h"
#include "models/platforms/opa/entry.h"

#include <QRegularExpression>
#include <QStringList>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::opa {
namespace {

using formats::json::Json;

constexpr qsizetype saidMost = 300;

//! "eval_conflict_error: rule … produced conflicting values", as far as the
//! body says so.
QString saidIn(const QByteArray &body)
{
    formats::json::JsonParser parser;
    Json root;
    const std::string_view view(body.constData(), static_cast<size_t>(body.size()));
    if (parser.parse(view, view).get(root) != simdjson::SUCCESS)
        return {};
    auto from = root;
    const auto errors = formats::json::items(formats::json::member(root, "errors"));
    if (!errors.empty())
        from = errors.front();
    QStringList parts{formats::json::text(from, "code"), formats::json::text(from, "message")};
    parts.removeAll(QString());
    static const QRegularExpression space(u"\\s+"_s);
    return cut(parts.join(u": "_s).replace(space, u" "_s), saidMost);
}

} // namespace

Result<net::HttpResponse> acceptedByOpa(net::HttpResponse response)
{
    const int status = response.status;
    const auto said = saidIn(response.body);
    const auto asked = response.asked;
    auto accepted = net::accepted(std::move(response));
    if (accepted && status != 304)
        return accepted;
    auto error =
        accepted ? Error{Error::Kind::Protocol, u"an answer to no question"_s} : accepted.error();
    // Open Policy Agent has one status for both: who asks may be nobody, or
    // somebody who may not.
    if (status == 401)
        error.detail = asked
            % u": 401: nobody is signed in, or the server's own policy does not let this account ask"_s;
    if (!said.isEmpty())
        error.detail = error.detail % u" — " % said;
    return tl::unexpected(error);
}

} // namespace portolan::platforms::opa
