// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/edits.h"

#include "models/domain/edit.h"
#include "models/formats/json/splice.h"
#include "models/platforms/entropydata/fieldplaces.h"
#include "models/platforms/entropydata/names.h"
#include "models/platforms/entropydata/outcomes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using Kind = ActionOutcome::Kind;

//! Where the interface keeps what is called \a nativeId: "dataproducts" and the id, also of an
//! object of a contract. Nothing for what is a part of another document otherwise, and for tags,
//! whose ids are no names of documents.
QStringList segmentsOf(const QString &nativeId)
{
    static const std::pair<QStringView, QString> kinds[] = {{productType, u"dataproducts"_s},
                                                            {contractType, u"datacontracts"_s},
                                                            {systemType, u"sourcesystems"_s},
                                                            {definitionType, u"definitions"_s},
                                                            {assetType, u"assets"_s}};
    for (const auto &[type, kind] : kinds) {
        const auto id = bareId(type, nativeId).section(u'#', 0, 0);
        if (nativeId.startsWith(QString(type % u':')) && !id.isEmpty())
            return {kind, id};
    }
    return {};
}

//! Where a document keeps its description and its owner; tags are always at the top. An empty path
//! for what cannot be told there.
struct Places
{
    QStringList description;
    QStringList owner;
};

Places placesIn(const QString &kind, const QJsonObject &document)
{
    const bool isStandard = document.contains(u"apiVersion"_s)
        || (document.contains(u"kind"_s) && !document.contains(u"info"_s));
    if (kind == u"assets" || (!isStandard && document.value(u"info"_s).isObject()))
        return {.description = {u"info"_s, u"description"_s}, .owner = {u"info"_s, u"owner"_s}};
    if (kind != u"dataproducts" && kind != u"datacontracts")
        return {.description = {u"description"_s}, .owner = {u"owner"_s}};
    Places places{.description = {u"description"_s}, .owner = {u"team"_s, u"name"_s}};
    if (!document.value(u"description"_s).isString())
        places.description.append(u"purpose"_s);
    // The older form, a list of people, has no place for the team that answers for it.
    if (document.value(u"team"_s).isArray())
        places.owner.clear();
    else if (!document.contains(u"team"_s) && document.contains(u"owner"_s))
        places.owner = {u"owner"_s};
    return places;
}

QString textAt(const QJsonObject &document, const QStringList &path)
{
    QJsonValue value = document;
    for (const auto &name : path)
        value = value.isArray() ? value.toArray().at(name.toInt()) : value.toObject().value(name);
    return value.toString();
}

QStringList tagsIn(const QJsonObject &document)
{
    QStringList tags;
    const auto list = document.value(u"tags"_s).toArray();
    for (const auto &tag : list) {
        if (tag.isString())
            tags.append(tag.toString());
    }
    return tags;
}

//! The tags of \a document once \a edit is done. What is no text stays as it is.
QJsonArray tagsAfter(const QJsonObject &document, const domain::TagEdit &edit)
{
    QJsonArray tags = QJsonArray::fromStringList(domain::tagsAfter(tagsIn(document), edit));
    const auto list = document.value(u"tags"_s).toArray();
    for (const auto &tag : list) {
        if (!tag.isString())
            tags.append(tag);
    }
    return tags;
}

//! \a text as JSON.
QByteArray jsonOf(const QString &text)
{
    const auto list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

ActionOutcome conflict(const QByteArray &theirs, const QString &why)
{
    return {.kind = Kind::Conflict, .theirs = theirs, .reason = why};
}

} // namespace

struct Edits::Wanted
{
    QString nativeId;
    QStringList segments; //!< "dataproducts", id
    QString object; //!< of a contract, that the description is of; empty: of the document
    QString field; //!< path of a field of the object or asset
    std::optional<QString> description;
    std::optional<QString> descriptionBefore;
    std::optional<domain::TagEdit> tags;
    std::optional<QString> team; //!< its id
    std::optional<QStringList> ownersBefore; //!< their native ids

    //! BadInput, in words, where \a operation is none, or none that can be done here.
    [[nodiscard]] static Result<Wanted> of(const domain::Operation &operation);

    //! Whether \a document has the object and the field that are meant.
    bool isIn(const QJsonObject &document) const;
    bool isDoneIn(const QJsonObject &document) const;
    //! What somebody else wrote in place of what the person saw; nothing where that still stands.
    std::optional<ActionOutcome> contradictedIn(const QJsonObject &document) const;
    //! \a bytes, which are \a document, with what is wanted.
    [[nodiscard]] Result<QByteArray> in(const QByteArray &bytes, const QJsonObject &document) const;

private:
    bool isOfPart() const { return !object.isEmpty() || !field.isEmpty(); }

    QStringList descriptionAt(const QJsonObject &document) const;
};

Result<Edits::Wanted> Edits::Wanted::of(const domain::Operation &operation)
{
    const auto refused = [](const QString &why) { return failure(Error::Kind::BadInput, why); };
    Wanted wanted;
    if (operation.kind == domain::describeKind()) {
        const auto edit = domain::descriptionEditFromJson(operation.payload);
        if (!edit)
            return tl::unexpected(edit.error());
        wanted.nativeId = edit->nativeId;
        wanted.description = edit->description;
        wanted.object = edit->nativeId.section(u'#', 1);
        wanted.field = edit->field;
        if (!operation.base.isEmpty())
            wanted.descriptionBefore = domain::descriptionOf(operation.base);
    } else if (operation.kind == domain::tagKind()) {
        const auto edit = domain::tagEditFromJson(operation.payload);
        if (!edit)
            return tl::unexpected(edit.error());
        wanted.nativeId = edit->nativeId;
        wanted.tags = *edit;
    } else {
        const auto edit = domain::ownerEditFromJson(operation.payload);
        if (!edit)
            return tl::unexpected(edit.error());
        if (edit->owners.size() != 1)
            return refused(u"Entropy Data wants one team that answers for it"_s);
        wanted.nativeId = edit->nativeId;
        wanted.team = bareId(teamType, edit->owners.first().id);
        if (*wanted.team == edit->owners.first().id)
            return refused(
                u"\"%1\" is no team of Entropy Data, and only teams own things there"_s.arg(
                    edit->owners.first().label().left(200)));
        if (const auto base = domain::ownersOf(operation.base))
            wanted.ownersBefore = domain::idsOf(*base);
    }
    wanted.segments = segmentsOf(wanted.nativeId);
    const bool isPart = wanted.nativeId.contains(u'#');
    if (wanted.segments.isEmpty()
        || (isPart && (!wanted.description || wanted.segments.first() != u"datacontracts")))
        return refused(
            u"\"%1\" has no document of its own at Entropy Data: what is written of it "
            "stands in that of its product or contract"_s.arg(wanted.nativeId.left(200)));
    return wanted;
}

QStringList Edits::Wanted::descriptionAt(const QJsonObject &document) const
{
    return isOfPart() ? describedAt(document, object, field)
                      : placesIn(segments.first(), document).description;
}

bool Edits::Wanted::isIn(const QJsonObject &document) const
{
    return !isOfPart() || !descriptionAt(document).isEmpty();
}

bool Edits::Wanted::isDoneIn(const QJsonObject &document) const
{
    const auto places = placesIn(segments.first(), document);
    if (description)
        return textAt(document, descriptionAt(document)) == *description;
    if (tags)
        return domain::tagsAfter(tagsIn(document), *tags) == tagsIn(document);
    return textAt(document, places.owner) == *team;
}

std::optional<ActionOutcome> Edits::Wanted::contradictedIn(const QJsonObject &document) const
{
    const auto places = placesIn(segments.first(), document);
    if (const auto now = textAt(document, descriptionAt(document));
        description && descriptionBefore && now.trimmed() != descriptionBefore->trimmed())
        return conflict(domain::descriptionSide(now),
                        u"the description was changed in Entropy Data meanwhile"_s);
    if (!team || !ownersBefore)
        return std::nullopt;
    const auto now = textAt(document, places.owner);
    const auto owner = entropydata::nativeId(teamType, now);
    const bool isAsSeen = owner.isEmpty() ? ownersBefore->isEmpty() : ownersBefore->contains(owner);
    if (isAsSeen)
        return std::nullopt;
    return conflict(domain::ownersSide(owner.isEmpty() ? domain::Owners()
                                                       : domain::Owners{domain::Owner{owner, now}}),
                    u"the owner was changed in Entropy Data meanwhile"_s);
}

Result<QByteArray> Edits::Wanted::in(const QByteArray &bytes, const QJsonObject &document) const
{
    const auto places = placesIn(segments.first(), document);
    auto path = description ? descriptionAt(document) : places.owner;
    auto value = jsonOf(description ? *description : team.value_or(QString()));
    if (tags) {
        path = {u"tags"_s};
        value = QJsonDocument(tagsAfter(document, *tags)).toJson(QJsonDocument::Compact);
    }
    const auto changed = formats::json::withValue(bytes, path, value);
    if (!changed)
        return failure(Error::Kind::BadInput,
                       u"its document has no place for that: it is written in an older form; "
                       "change it in Entropy Data"_s);
    return *changed;
}

Edits::Looked Edits::look(const QStringList &segments) const
{
    const auto url = m_calls.address(QStringList{u"api"_s} + segments);
    if (!url)
        return outcomeOf(url.error());
    net::HttpRequest request;
    request.url = *url;
    const auto response = m_calls.send(std::move(request));
    if (!response)
        return looked(outcomeOf(response.error()));
    if (response->status == 404)
        return rejected(u"it is not there any more"_s);
    if (response->status != 200)
        return looked(outcomeOf(*response));
    const auto document = QJsonDocument::fromJson(response->body).object();
    if (document.value(u"id"_s).toString() != segments.last())
        return ActionOutcome{.kind = Kind::Later,
                             .reason =
                                 u"%1: the answer is not that document"_s.arg(response->asked)};
    return response->body;
}

ActionOutcome Edits::send(const domain::Operation &operation) const
{
    const auto wanted = Wanted::of(operation);
    if (!wanted)
        return rejected(wanted.error().detail);
    const auto there = look(wanted->segments);
    if (const auto *why = std::get_if<ActionOutcome>(&there))
        return *why;
    const auto &bytes = std::get<QByteArray>(there);
    const auto document = QJsonDocument::fromJson(bytes).object();
    const ActionOutcome done{.kind = Kind::Applied, .nativeId = wanted->nativeId};
    if (!wanted->isIn(document))
        return rejected(u"its document has no such field, or several that are called so"_s);
    if (wanted->isDoneIn(document))
        return done;
    if (auto theirs = wanted->contradictedIn(document))
        return *theirs;
    const auto changed = wanted->in(bytes, document);
    if (!changed)
        return rejected(changed.error().detail);
    const auto url = m_calls.address(QStringList{u"api"_s} + wanted->segments);
    if (!url)
        return outcomeOf(url.error());
    net::HttpRequest request;
    request.method = net::HttpMethod::Put;
    request.url = *url;
    request.body = *changed;
    const auto response = m_calls.send(std::move(request));
    auto outcome = response ? outcomeOf(*response) : outcomeOf(response.error());
    if (outcome.kind == Kind::Conflict)
        outcome.kind = Kind::Later; // somebody wrote it at the same moment: it is looked at again
    return outcome.kind == Kind::Applied ? done : outcome;
}

LookUpOutcome Edits::lookUp(const domain::Operation &operation) const
{
    const auto wanted = Wanted::of(operation);
    if (!wanted)
        return {.kind = LookUpOutcome::Kind::Absent, .reason = wanted.error().detail};
    const auto there = look(wanted->segments);
    if (const auto *why = std::get_if<ActionOutcome>(&there))
        return lookedUp(*why);
    const auto document = QJsonDocument::fromJson(std::get<QByteArray>(there)).object();
    return {.kind = wanted->isDoneIn(document) ? LookUpOutcome::Kind::Applied
                                               : LookUpOutcome::Kind::Absent,
            .nativeId = wanted->nativeId};
}

} // namespace portolan::platforms::entropydata
