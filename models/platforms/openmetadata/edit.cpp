// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/edit.h"

#include "models/domain/edit.h"
#include "models/platforms/openmetadata/columnplaces.h"

#include <QJsonDocument>

#include <algorithm>

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

//! Who owns \a entity, as a pull calls them.
domain::Owners ownersIn(const QJsonObject &entity)
{
    domain::Owners owners;
    const auto list = entity.value(u"owners"_s).toArray();
    for (const auto &one : list) {
        const auto name = one[u"name"_s].toString();
        const auto fqn = one[u"fullyQualifiedName"_s].toString(quoted(name));
        const auto title = one[u"displayName"_s].toString(name);
        owners.append({nativeIdOf(one[u"type"_s].toString(), fqn), title});
    }
    return owners;
}

//! The uuids of \a owners: those that \a entity has are in it, the others are asked for.
Result<OwnerIds> idsOf(Server &server, const QStringList &owners, const QJsonObject &entity)
{
    OwnerIds ids;
    const auto known = ownersIn(entity);
    const auto list = entity.value(u"owners"_s).toArray();
    for (qsizetype i = 0; i < known.size(); ++i)
        ids.insert(known.at(i).id, list.at(i)[u"id"_s].toString());
    for (const auto &owner : owners) {
        const auto named = thingOf(owner);
        if (!named || (named->type != u"user" && named->type != u"team"))
            return failure(
                Error::Kind::BadInput,
                u"\"%1\" is no person and no team of OpenMetadata"_s.arg(owner.left(200)));
        if (ids.contains(owner))
            continue;
        const auto answer =
            server.get(collectionOf(named->type)->path + QStringList{u"name"_s, named->fqn});
        if (!answer)
            return tl::unexpected(answer.error());
        const auto found = QJsonDocument::fromJson(answer->body).object();
        ids.insert(owner, found.value(u"id"_s).toString());
    }
    return ids;
}

//! A whole fresh entity, or why there is none.
Result<QJsonObject> fresh(Server &server, const NamedThing &thing, bool hasColumns)
{
    const auto *collection = collectionOf(thing.type);
    if (!collection)
        return failure(Error::Kind::BadInput,
                       u"things of type %1 are not changed from here"_s.arg(thing.type.left(60)));
    auto path = collection->path;
    path.append({u"name"_s, thing.fqn});
    auto url = server.address(path);
    // Classifications and tags have neither tags nor owners themselves.
    QStringList fields;
    for (const auto &field : {u"tags"_s, u"owners"_s, u"columns"_s, u"dataModel"_s}) {
        const bool isColumns = field == u"columns" || field == u"dataModel";
        if (collection->fields.contains(field) && (hasColumns || !isColumns))
            fields.append(field);
    }
    if (url && !fields.isEmpty())
        url = url->withQuery(u"fields"_s, fields.join(u','));
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
    const auto now = fresh(server, edit.thing, !edit.field.isEmpty());
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

Result<Edit> Edit::of(const domain::Operation &operation)
{
    const auto payload = QJsonDocument::fromJson(operation.payload).object();
    const auto thing = thingOf(payload.value(u"nativeId"_s).toString());
    if (!thing)
        return failure(Error::Kind::BadInput, u"the operation names nothing of OpenMetadata"_s);
    Edit edit{.thing = *thing};
    if (operation.kind == domain::ownKind()) {
        const auto owning = domain::ownerEditFromJson(operation.payload);
        if (!owning)
            return tl::unexpected(owning.error());
        const auto *collection = collectionOf(thing->type);
        if (collection == nullptr || !collection->fields.contains(u"owners"_s))
            return failure(Error::Kind::BadInput,
                           u"things of type %1 have no owners"_s.arg(thing->type.left(60)));
        edit.owners = domain::idsOf(owning->owners);
        if (const auto before = domain::ownersOf(operation.base))
            edit.ownersBefore = domain::idsOf(*before);
        return edit;
    }
    if (operation.kind == domain::tagKind()) {
        edit.add = textsOf(payload.value(u"add"_s));
        edit.remove = textsOf(payload.value(u"remove"_s));
        if (edit.add.isEmpty() && edit.remove.isEmpty())
            return failure(Error::Kind::BadInput, u"the operation names no tags"_s);
        return edit;
    }
    if (!payload.value(u"description"_s).isString())
        return failure(Error::Kind::BadInput, u"the operation has no description"_s);
    edit.description = payload.value(u"description"_s).toString();
    edit.field = payload.value(u"field"_s).toString();
    if (!edit.field.isEmpty() && !hasColumns(thing->type))
        return failure(Error::Kind::BadInput,
                       u"columns of things of type %1 are not described from here"_s.arg(
                           thing->type.left(60)));
    const auto base = QJsonDocument::fromJson(operation.base).object();
    if (base.contains(u"description"_s))
        edit.base = base.value(u"description"_s).toString();
    return edit;
}

QString Edit::descriptionIn(const QJsonObject &entity) const
{
    if (field.isEmpty())
        return entity.value(u"description"_s).toString();
    const auto column = columnAt(entity, field);
    return column ? column->description : QString();
}

bool Edit::isIn(const QJsonObject &entity) const
{
    return field.isEmpty() || columnAt(entity, field);
}

bool Edit::isDoneIn(const QJsonObject &entity) const
{
    if (description)
        return isIn(entity) && descriptionIn(entity) == *description;
    if (owners)
        return domain::areSameOwners(domain::idsOf(ownersIn(entity)), *owners);
    const auto tags = tagsOf(entity);
    return std::all_of(add.begin(), add.end(), [&](const auto &tag) { return tags.contains(tag); })
        && std::none_of(remove.begin(), remove.end(),
                        [&](const auto &tag) { return tags.contains(tag); });
}

bool Edit::isContradictedBy(const QJsonObject &entity) const
{
    if (owners && ownersBefore)
        return domain::areContradicted(*ownersBefore, *owners, domain::idsOf(ownersIn(entity)));
    // Tags that somebody else set or took do not contradict: sets unite.
    return description && base && descriptionIn(entity) != *base;
}

QByteArray Edit::patchOf(const QJsonObject &entity, const OwnerIds &ids) const
{
    QJsonObject operation{{u"op"_s, u"add"_s}};
    QJsonArray patch;
    if (description && !field.isEmpty()) {
        // Early releases take a patch of a column that has the header If-Match, and drop it: what
        // was seen is tested by the patch itself.
        const auto column = columnAt(entity, field).value_or(ColumnPlace());
        const auto test = [&patch](const QString &path, const QJsonValue &value) {
            patch.append(QJsonObject{{u"op"_s, u"test"_s}, {u"path"_s, path}, {u"value"_s, value}});
        };
        if (entity.contains(u"updatedAt"_s))
            test(u"/updatedAt"_s, entity.value(u"updatedAt"_s));
        test(QString(column.pointer + u"/name"_s), column.name);
        operation.insert(u"path"_s, QString(column.pointer + u"/description"_s));
        operation.insert(u"value"_s, *description);
    } else if (description) {
        operation.insert(u"path"_s, u"/description"_s);
        operation.insert(u"value"_s, *description);
    } else if (owners) {
        QJsonArray references;
        for (const auto &owner : *owners)
            references.append(
                QJsonObject{{u"id"_s, ids.value(owner)}, {u"type"_s, owner.section(u':', 0, 0)}});
        operation.insert(u"path"_s, u"/owners"_s);
        operation.insert(u"value"_s, references);
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
    patch.append(operation);
    return QJsonDocument(patch).toJson(QJsonDocument::Compact);
}

QByteArray Edit::partOf(const QJsonObject &entity) const
{
    if (owners)
        return domain::ownersSide(ownersIn(entity));
    const auto part = description
        ? QJsonObject{{u"description"_s, descriptionIn(entity)}}
        : QJsonObject{{u"tags"_s, QJsonArray::fromStringList(tagsOf(entity))}};
    return QJsonDocument(part).toJson(QJsonDocument::Compact);
}

ActionOutcome sendEdit(Server &server, const Edit &edit)
{
    const auto before = fresh(server, edit.thing, !edit.field.isEmpty());
    if (!before) {
        auto outcome = outcomeOf(before.error());
        // Nothing has left yet that would change something.
        if (outcome.kind == ActionOutcome::Kind::Ambiguous)
            outcome.kind = ActionOutcome::Kind::Later;
        return outcome;
    }
    if (!edit.isIn(*before))
        return {.kind = ActionOutcome::Kind::Rejected,
                .reason = u"it has no column \"%1\" any more"_s.arg(edit.field.left(200))};
    if (edit.isDoneIn(*before))
        return applied(edit, *before);
    if (edit.isContradictedBy(*before))
        return contradicted(edit, *before);
    const auto ids = idsOf(server, edit.owners.value_or(QStringList()), *before);
    if (!ids) {
        auto outcome = outcomeOf(ids.error());
        if (outcome.kind == ActionOutcome::Kind::Ambiguous)
            outcome.kind = ActionOutcome::Kind::Later;
        return outcome;
    }
    auto path = collectionOf(edit.thing.type)->path;
    path.append(before->value(u"id"_s).toString());
    const auto url = server.address(path);
    if (!url)
        return outcomeOf(url.error());
    net::HttpRequest request;
    request.method = net::HttpMethod::Patch;
    request.url = *url;
    request.contentType = "application/json-patch+json";
    request.body = edit.patchOf(*before, *ids);
    // Only the weak tag is understood by every release: since 1.13 the strong one is a hash of
    // content that a patch never has.
    if (const auto version = versionOf(*before); edit.field.isEmpty() && !version.isEmpty())
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
    const auto now = fresh(server, edit.thing, !edit.field.isEmpty());
    if (!now)
        return notLookedUp(now.error());
    if (!edit.isDoneIn(*now))
        return {.kind = LookUpOutcome::Kind::Absent};
    return {.kind = LookUpOutcome::Kind::Applied,
            .nativeId = nativeIdOf(edit.thing.type, edit.thing.fqn),
            .revision = versionOf(*now)};
}

} // namespace portolan::platforms::openmetadata
