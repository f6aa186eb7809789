// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/edit.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const auto list = value.toArray();
    for (const auto &item : list) {
        if (!item.toString().isEmpty())
            texts.append(item.toString());
    }
    return texts;
}

QString tagOf(const QJsonValue &label)
{
    return label.toObject().value(u"tagFQN"_s).toString();
}

bool isGlossary(const QJsonValue &label)
{
    return label.toObject().value(u"source"_s) == u"Glossary"_s;
}

QStringList tagsOf(const QJsonObject &entity)
{
    QStringList tags;
    const auto labels = entity.value(u"tags"_s).toArray();
    for (const auto &label : labels) {
        if (!isGlossary(label))
            tags.append(tagOf(label));
    }
    return tags;
}

//! A whole fresh entity, or why there is none.
Result<QJsonObject> fresh(Server &server, const NamedThing &thing)
{
    const auto *collection = collectionOf(thing.type);
    if (!collection)
        return failure(Error::Kind::BadInput,
                       u"things of type %1 are not changed from here"_s.arg(thing.type.left(60)));
    auto path = collection->path;
    path.append({u"name"_s, thing.fqn});
    auto url = server.address(path);
    // Classifications and tags have no tags themselves.
    if (url && collection->fields.contains(u"tags"_s))
        url = url->withQuery(u"fields"_s, u"tags"_s);
    if (!url)
        return tl::unexpected(url.error());
    net::HttpRequest request;
    request.url = *url;
    const auto answer = explained(server.send(std::move(request)));
    if (!answer)
        return tl::unexpected(answer.error());
    const auto entity = QJsonDocument::fromJson(answer->body).object();
    if (entity.value(u"id"_s).toString().isEmpty())
        return failure(Error::Kind::Protocol, answer->asked % u": the answer is no thing"_s);
    return entity;
}

ActionOutcome applied(const Edit &edit, const QJsonObject &entity)
{
    return {.kind = ActionOutcome::Kind::Applied,
            .nativeId = nativeIdOf(edit.thing.type, edit.thing.fqn),
            .revision = versionOf(entity)};
}

ActionOutcome contradicted(const Edit &edit, const QJsonObject &entity)
{
    return {.kind = ActionOutcome::Kind::Conflict,
            .nativeId = nativeIdOf(edit.thing.type, edit.thing.fqn),
            .revision = versionOf(entity),
            .theirs = edit.partOf(entity),
            .reason = u"it was changed on the server meanwhile"_s};
}

//! Somebody changed the thing between our look and our patch.
ActionOutcome afterMismatch(Server &server, const Edit &edit)
{
    const auto now = fresh(server, edit.thing);
    if (!now) {
        auto outcome = outcomeOf(now.error());
        if (outcome.kind == ActionOutcome::Kind::Ambiguous)
            outcome.kind = ActionOutcome::Kind::Later; // a 412 has changed nothing
        return outcome;
    }
    if (edit.isDoneIn(*now))
        return applied(edit, *now);
    if (edit.isContradictedBy(*now))
        return contradicted(edit, *now);
    // Something else of it changed: the same patch is made against what is there now.
    return {.kind = ActionOutcome::Kind::Later,
            .code = u"HTTP 412"_s,
            .reason = u"something else of it changed at the same moment"_s};
}

} // namespace

QString describeKind()
{
    return u"describe"_s;
}

QString tagKind()
{
    return u"tag"_s;
}

Result<Edit> Edit::of(const domain::Operation &operation)
{
    const auto payload = QJsonDocument::fromJson(operation.payload).object();
    const auto thing = thingOf(payload.value(u"nativeId"_s).toString());
    if (!thing)
        return failure(Error::Kind::BadInput, u"the operation names nothing of OpenMetadata"_s);
    Edit edit{.thing = *thing};
    if (operation.kind == tagKind()) {
        edit.add = textsOf(payload.value(u"add"_s));
        edit.remove = textsOf(payload.value(u"remove"_s));
        if (edit.add.isEmpty() && edit.remove.isEmpty())
            return failure(Error::Kind::BadInput, u"the operation names no tags"_s);
        return edit;
    }
    if (!payload.value(u"description"_s).isString())
        return failure(Error::Kind::BadInput, u"the operation has no description"_s);
    edit.description = payload.value(u"description"_s).toString();
    const auto base = QJsonDocument::fromJson(operation.base).object();
    if (base.contains(u"description"_s))
        edit.base = base.value(u"description"_s).toString();
    return edit;
}

bool Edit::isDoneIn(const QJsonObject &entity) const
{
    if (description)
        return entity.value(u"description"_s).toString() == *description;
    const auto tags = tagsOf(entity);
    return std::all_of(add.begin(), add.end(), [&](const auto &tag) { return tags.contains(tag); })
        && std::none_of(remove.begin(), remove.end(),
                        [&](const auto &tag) { return tags.contains(tag); });
}

bool Edit::isContradictedBy(const QJsonObject &entity) const
{
    // Tags that somebody else set or took do not contradict: sets unite.
    return description && base && entity.value(u"description"_s).toString() != *base;
}

QByteArray Edit::patchOf(const QJsonObject &entity) const
{
    QJsonObject operation{{u"op"_s, u"add"_s}};
    if (description) {
        operation.insert(u"path"_s, u"/description"_s);
        operation.insert(u"value"_s, *description);
    } else {
        QJsonArray labels;
        const auto before = entity.value(u"tags"_s).toArray();
        for (const auto &label : before) {
            if (isGlossary(label) || !remove.contains(tagOf(label)))
                labels.append(label);
        }
        const auto known = tagsOf(entity);
        for (const auto &tag : add) {
            if (!known.contains(tag))
                labels.append(QJsonObject{{u"tagFQN"_s, tag},
                                          {u"source"_s, u"Classification"_s},
                                          {u"labelType"_s, u"Manual"_s},
                                          {u"state"_s, u"Confirmed"_s}});
        }
        operation.insert(u"path"_s, u"/tags"_s);
        operation.insert(u"value"_s, labels);
    }
    return QJsonDocument(QJsonArray{operation}).toJson(QJsonDocument::Compact);
}

QByteArray Edit::partOf(const QJsonObject &entity) const
{
    const auto part = description
        ? QJsonObject{{u"description"_s, entity.value(u"description"_s).toString()}}
        : QJsonObject{{u"tags"_s, QJsonArray::fromStringList(tagsOf(entity))}};
    return QJsonDocument(part).toJson(QJsonDocument::Compact);
}

QString versionOf(const QJsonObject &entity)
{
    const auto version = entity.value(u"version"_s);
    if (!version.isDouble())
        return {};
    // As Java writes a double: 1.0, never 1. Versions go by tenths.
    return QString::number(version.toDouble(), 'f', 1);
}

ActionOutcome outcomeOf(const Error &error)
{
    using Kind = ActionOutcome::Kind;
    ActionOutcome outcome{.kind = Kind::Ambiguous, .reason = error.detail};
    switch (error.kind) {
    case Error::Kind::Unauthorised:
        outcome.kind = Kind::SignedOut;
        break;
    case Error::Kind::Usage:
    case Error::Kind::BadInput:
    case Error::Kind::NotFound:
    case Error::Kind::Forbidden:
        outcome.kind = Kind::Rejected;
        break;
    case Error::Kind::RateLimited:
    case Error::Kind::Untrusted:
    case Error::Kind::NetworkSignIn:
        outcome.kind = Kind::Later;
        break;
    default:
        break;
    }
    return outcome;
}

ActionOutcome outcomeOf(const net::HttpResponse &response)
{
    using Kind = ActionOutcome::Kind;
    if (response.isSuccess())
        return {.kind = Kind::Applied};
    const auto status = response.status;
    ActionOutcome outcome{.kind = Kind::Rejected,
                          .afterMs = response.retryAfterMs.value_or(0),
                          .code = u"HTTP %1"_s.arg(status),
                          .reason = messageOf(response.body),
                          .requestId = QString::fromLatin1(response.requestId)};
    if (status == 401)
        outcome.kind = Kind::SignedOut;
    else if (status == 408 || status == 425 || status == 429 || status == 503)
        outcome.kind = Kind::Later;
    else if (status == 409 || status == 412)
        outcome.kind = Kind::Conflict;
    else if (status >= 500)
        outcome.kind = Kind::Ambiguous; // so it answers also a patch that could not be applied
    return outcome;
}

ActionOutcome sendEdit(Server &server, const Edit &edit)
{
    const auto before = fresh(server, edit.thing);
    if (!before) {
        auto outcome = outcomeOf(before.error());
        // Nothing has left yet that would change something.
        if (outcome.kind == ActionOutcome::Kind::Ambiguous)
            outcome.kind = ActionOutcome::Kind::Later;
        return outcome;
    }
    if (edit.isDoneIn(*before))
        return applied(edit, *before);
    if (edit.isContradictedBy(*before))
        return contradicted(edit, *before);
    auto path = collectionOf(edit.thing.type)->path;
    path.append(before->value(u"id"_s).toString());
    const auto url = server.address(path);
    if (!url)
        return outcomeOf(url.error());
    net::HttpRequest request;
    request.method = net::HttpMethod::Patch;
    request.url = *url;
    request.contentType = "application/json-patch+json";
    request.body = edit.patchOf(*before);
    // Only the weak tag is understood by every release: since 1.13 the strong one is a hash of
    // content that a patch never has.
    if (const auto version = versionOf(*before); !version.isEmpty())
        request.headers.append({"If-Match", "W/\"" + version.toLatin1() + '"'});
    const auto answer = server.send(std::move(request));
    if (!answer) {
        auto outcome = outcomeOf(answer.error());
        if (outcome.kind != ActionOutcome::Kind::SignedOut
            && outcome.kind != ActionOutcome::Kind::Rejected)
            outcome.kind = ActionOutcome::Kind::Ambiguous;
        return outcome;
    }
    if (answer->status == 412 || answer->status == 409)
        return afterMismatch(server, edit);
    auto outcome = outcomeOf(*answer);
    if (outcome.kind != ActionOutcome::Kind::Applied)
        return outcome;
    // Some releases take a patch and drop parts of it without a word.
    const auto after = QJsonDocument::fromJson(answer->body).object();
    if (edit.isDoneIn(after))
        return applied(edit, after);
    return {.kind = ActionOutcome::Kind::Ambiguous,
            .reason = u"the server said that it took the change, and answers without it"_s};
}

LookUpOutcome lookUpEdit(Server &server, const Edit &edit)
{
    const auto now = fresh(server, edit.thing);
    if (!now) {
        const auto kind = now.error().kind;
        return {.kind = kind == Error::Kind::Unauthorised ? LookUpOutcome::Kind::SignedOut
                    : kind == Error::Kind::NotFound       ? LookUpOutcome::Kind::Absent
                                                          : LookUpOutcome::Kind::Unknown,
                .reason = now.error().detail};
    }
    if (!edit.isDoneIn(*now))
        return {.kind = LookUpOutcome::Kind::Absent};
    return {.kind = LookUpOutcome::Kind::Applied,
            .nativeId = nativeIdOf(edit.thing.type, edit.thing.fqn),
            .revision = versionOf(*now)};
}

} // namespace portolan::platforms::openmetadata
