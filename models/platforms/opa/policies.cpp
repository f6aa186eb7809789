// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/opa/policies.h"

#include "models/formats/json/value.h"
#include "models/platforms/opa/entry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::opa {
namespace {

using domain::Finding;
using domain::Record;
using formats::json::Json;

constexpr qsizetype nameMost = 500;

//! What the comments at the top of \a rego say under \a key: annotations, "#
//! title: …".
QString annotation(const QString &rego, const QString &key)
{
    for (const auto line : QStringView(rego).split(u'\n')) {
        const auto text = line.trimmed();
        if (text.startsWith(u"package "))
            break;
        if (!text.startsWith(u'#'))
            continue;
        const auto said = text.mid(1).trimmed();
        if (said.startsWith(QString(key + u':')))
            return cut(said.mid(key.size() + 1).toString());
    }
    return {};
}

//! "data.mesh.access" of "package mesh.access"; empty where there is none.
QString packageOf(const QString &rego)
{
    static const QRegularExpression statement(u"^\\s*package\\s+([\\w.\\[\\]\"]+)"_s,
                                              QRegularExpression::MultilineOption);
    const auto match = statement.match(rego);
    return match.hasMatch() ? cut(u"data."_s + match.captured(1), nameMost) : QString();
}

Record recordOf(const QString &id, const QString &rego, const QString &address)
{
    Record record{.kind = domain::EntityKind::Policy,
                  .nativeId = u"policy:"_s + id,
                  .type = u"rego"_s,
                  .name = id,
                  .title = annotation(rego, u"title"_s),
                  .description = annotation(rego, u"description"_s)};
    if (const auto package = packageOf(rego); !package.isEmpty())
        record.properties.append({u"package"_s, package});
    record.code = rego;
    const QJsonObject document{{u"id"_s, id}, {u"raw"_s, rego}};
    record.native = {{.file = QString(address % u'/' % id),
                      .json = QJsonDocument(document).toJson(QJsonDocument::Compact)}};
    return record;
}

} // namespace

Result<PolicyListing> policiesIn(const QByteArray &body, const QString &address)
{
    formats::json::JsonParser parser;
    Json root;
    const std::string_view view(body.constData(), static_cast<size_t>(body.size()));
    if (parser.parse(view, view).get(root) != simdjson::SUCCESS)
        return failure(Error::Kind::Protocol, u"the list of policies is no JSON"_s);
    const auto result = formats::json::member(root, "result");
    if (!isList(result))
        return malformed(u"\"result\" is no list"_s);
    PolicyListing listing;
    QStringList known;
    for (const auto &one : formats::json::items(result)) {
        const auto id = formats::json::member(one, "id");
        const auto rego = formats::json::member(one, "raw");
        const auto name = isText(id) ? formats::json::text(id) : QString();
        const bool isUsable = !name.isEmpty() && name.size() <= nameMost && !known.contains(name);
        if (!isUsable || !isText(rego)) {
            listing.findings.append({.file = address,
                                     .severity = Finding::Severity::Warning,
                                     .rule = u"opa.policy-unreadable"_s,
                                     .message = isUsable
                                         ? u"the policy \"%1\" has no text"_s.arg(name)
                                         : u"a policy of the list has no id of its own"_s,
                                     .remedy = u"look at the server's /v1/policies"_s});
        }
        if (!isUsable)
            continue;
        known.append(name);
        listing.records.append(recordOf(name, formats::json::text(rego), address));
    }
    return listing;
}

} // namespace portolan::platforms::opa
