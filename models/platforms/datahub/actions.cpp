// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/actions.h"

#include "models/domain/edit.h"
#include "models/platforms/datahub/fieldtext.h"
#include "models/platforms/datahub/outcomes.h"
#include "models/platforms/datahub/queries.h"
#include "models/platforms/datahub/translate.h"

#include <QJsonDocument>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr int mostAttempts = 3; // while what is there stays what the person saw

//! Where the description of a type of thing stands.
struct Place
{
    QString aspect; //!< that is written
    QString member;
    QString shown; //!< aspect whose description is shown where nobody edited one; may be empty
};

const QHash<QString, Place> &places()
{
    static const QHash<QString, Place> all{
        {u"dataset"_s, {u"editableDatasetProperties"_s, u"description"_s, u"datasetProperties"_s}},
        {u"chart"_s, {u"editableChartProperties"_s, u"description"_s, u"chartInfo"_s}},
        {u"dashboard"_s, {u"editableDashboardProperties"_s, u"description"_s, u"dashboardInfo"_s}},
        {u"dataJob"_s, {u"editableDataJobProperties"_s, u"description"_s, u"dataJobInfo"_s}},
        {u"dataFlow"_s, {u"editableDataFlowProperties"_s, u"description"_s, u"dataFlowInfo"_s}},
        {u"container"_s,
         {u"editableContainerProperties"_s, u"description"_s, u"containerProperties"_s}},
        {u"mlModel"_s, {u"editableMlModelProperties"_s, u"description"_s, u"mlModelProperties"_s}},
        {u"corpGroup"_s, {u"corpGroupEditableInfo"_s, u"description"_s, u"corpGroupInfo"_s}},
        {u"domain"_s, {u"domainProperties"_s, u"description"_s, {}}},
        {u"dataProduct"_s, {u"dataProductProperties"_s, u"description"_s, {}}},
        {u"tag"_s, {u"tagProperties"_s, u"description"_s, {}}},
        {u"glossaryTerm"_s, {u"glossaryTermInfo"_s, u"definition"_s, {}}},
        {u"glossaryNode"_s, {u"glossaryNodeInfo"_s, u"definition"_s, {}}},
    };
    return all;
}

QJsonObject objectOf(const Json &value)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(simdjson::minify(value))).object();
}

} // namespace

struct Actions::Edit
{
    QString urn;
    QString type;
    Place place;
    QString field; //!< path of the column that is described; empty: the thing itself
    QString mine;
    std::optional<QString> base; //!< what the person saw

    static Edit of(const domain::Operation &operation)
    {
        const auto payload = QJsonDocument::fromJson(operation.payload).object();
        const auto base = QJsonDocument::fromJson(operation.base).object();
        Edit edit{.urn = payload.value(u"nativeId"_s).toString(),
                  .type = {},
                  .place = {},
                  .field = payload.value(u"field"_s).toString(),
                  .mine = payload.value(u"description"_s).toString(),
                  .base = {}};
        edit.type = typeOf(edit.urn);
        if (edit.field.isEmpty())
            edit.place = places().value(edit.type);
        else if (edit.type == u"dataset")
            edit.place = {u"editableSchemaMetadata"_s, {}, u"schemaMetadata"_s};
        if (base.contains(u"description"_s))
            edit.base = base.value(u"description"_s).toString();
        return edit;
    }
};

struct Actions::Held
{
    QString text; //!< as it is shown
    bool isOwn = false; //!< people wrote it; else it is what the source says, or nothing
    ColumnText column; //!< of a column
    QJsonObject value; //!< of the aspect that is written; empty where there is none
    QString version = u"-1"_s; //!< of it; "-1": there must be none
};

namespace {

//! What was written for something like \a urn, which is shown where nobody says anything about it;
//! not every release has it, or tells it to everybody. That it cannot be read now is no "nothing":
//! it would look as if somebody had taken away what the person saw.
Result<QString> passedOn(const Api &api, const QString &urn)
{
    const auto page = api.entities({urn}, {{typeOf(urn), {u"documentation"_s}}});
    if (page)
        return page->entities.empty() ? QString() : documentationOf(page->entities.front());
    const auto kind = page.error().kind;
    if (kind == Error::Kind::NotFound || kind == Error::Kind::Forbidden)
        return QString();
    return tl::unexpected(page.error());
}

} // namespace

Actions::Actions(std::shared_ptr<net::HttpClient> http, net::HttpUrl base, const Clock &clock)
    : m_api(std::move(http), std::move(base))
    , m_clock(clock)
    , m_tagging(m_api)
    , m_owning(m_api)
{
}

qint64 Actions::settlingMs() const
{
    return 60'000; // a request is answered behind its effect, and given up after this time
}

bool takesDescription(const QString &type)
{
    return places().contains(type);
}

ActionOutcome Actions::send(const domain::Operation &operation)
{
    if (operation.kind == domain::describeKind()) {
        const auto edit = Edit::of(operation);
        if (edit.place.aspect.isEmpty())
            return rejected(
                u"DataHub keeps no such description of \"%1\""_s.arg(edit.urn.left(200)));
        return describe(edit);
    }
    if (operation.kind == domain::tagKind())
        return m_tagging.send(operation);
    if (operation.kind == domain::ownKind())
        return m_owning.send(operation);
    return rejected(u"DataHub is not asked for \"%1\""_s.arg(operation.kind.left(60)));
}

//! What stands there now, with the version of what will be written over.
Result<Actions::Held> Actions::held(const Edit &edit) const
{
    // The key is there as long as the thing is.
    ApiCalls::Query query{{u"systemMetadata"_s, u"true"_s},
                          {u"aspects"_s, edit.type % u"Key"_s},
                          {u"aspects"_s, edit.place.aspect}};
    if (!edit.place.shown.isEmpty())
        query.append({u"aspects"_s, edit.place.shown});
    auto response = m_api.get({u"openapi"_s, u"v3"_s, u"entity"_s, edit.type, edit.urn}, query);
    if (!response)
        return tl::unexpected(response.error());
    auto accepted = net::accepted(std::move(*response));
    if (!accepted)
        return tl::unexpected(accepted.error());
    const auto answer = Answer::read(accepted->body, accepted->asked);
    if (!answer)
        return tl::unexpected(answer.error());
    if (json::text(answer->root(), "urn").isEmpty())
        return failure(Error::Kind::Protocol,
                       QString(accepted->asked % u": the answer is no thing"_s));
    const auto at = [&](const QString &aspect) {
        return json::member(answer->root(), aspect.toStdString());
    };
    Held held;
    const auto own = at(edit.place.aspect);
    if (json::isObject(json::member(own, "value"))) {
        held.value = objectOf(json::member(own, "value"));
        held.version = json::text(json::member(own, {"systemMetadata", "version"}));
    }
    if (!edit.field.isEmpty()) {
        auto column = columnTextOf(objectOf(json::member(at(edit.place.shown), "value")),
                                   held.value, edit.field);
        if (!column)
            return tl::unexpected(column.error());
        held.column = *std::move(column);
        held.text = held.column.text;
        held.isOwn = held.column.isOwn;
        return held;
    }
    held.text = held.value.value(edit.place.member).toString();
    held.isOwn = !held.text.isEmpty();
    if (held.text.isEmpty() && !edit.place.shown.isEmpty())
        held.text = json::text(json::member(at(edit.place.shown), {"value", "description"}));
    if (held.text.isEmpty() && kindOf(edit.type) == domain::EntityKind::Asset) {
        auto passed = passedOn(m_api, edit.urn);
        if (!passed)
            return tl::unexpected(passed.error());
        held.text = *std::move(passed);
    }
    return held;
}

//! Whether \a edit is done. What is cleared is what people wrote: where they wrote nothing, what
//! the source says is shown.
bool Actions::isDone(const Edit &edit, const Held &now)
{
    return now.text == edit.mine || (edit.mine.isEmpty() && !now.isOwn);
}

ActionOutcome Actions::describe(const Edit &edit)
{
    ActionOutcome outcome;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const auto now = held(edit);
        if (!now) {
            if (now.error().kind == Error::Kind::NotFound)
                return rejected(now.error().detail);
            return outcomeOf(now.error(), false);
        }
        if (edit.mine.isEmpty() && !now->isOwn && !now->text.isEmpty() && edit.base == now->text)
            return rejected(u"DataHub shows what the source says where nobody wrote anything else: "
                            "this description has to be cleared there"_s);
        if (isDone(edit, *now)) {
            outcome.kind = ActionOutcome::Kind::Applied;
            outcome.nativeId = edit.urn;
            outcome.revision = now->version;
            return outcome;
        }
        if (edit.base && now->text != *edit.base) {
            outcome.kind = ActionOutcome::Kind::Conflict;
            outcome.revision = now->version;
            outcome.theirs = QJsonDocument(QJsonObject{{u"description"_s, now->text}})
                                 .toJson(QJsonDocument::Compact);
            outcome.reason = u"the description was changed in DataHub meanwhile"_s;
            return outcome;
        }
        outcome = write(edit, *now);
        if (outcome.code != u"HTTP 412")
            return outcome;
    }
    outcome.kind = ActionOutcome::Kind::Later;
    return outcome;
}

ActionOutcome Actions::write(const Edit &edit, const Held &held)
{
    auto value = held.value;
    if (edit.field.isEmpty())
        value.insert(edit.place.member, edit.mine);
    else
        value = withColumnText(value, held.column, edit.mine);
    if (edit.place.aspect.startsWith(u"editable"_s)) {
        const QJsonObject stamp{{u"time"_s, m_clock.now().toMSecsSinceEpoch()},
                                {u"actor"_s, actor()}};
        value.insert(u"lastModified"_s, stamp);
        if (!value.contains(u"created"_s))
            value.insert(u"created"_s, stamp);
    }
    const QJsonObject body{{u"value"_s, value},
                           {u"headers"_s, QJsonObject{{u"If-Version-Match"_s, held.version}}}};
    const auto response =
        m_api.post({u"openapi"_s, u"v3"_s, u"entity"_s, edit.type, edit.urn, edit.place.aspect},
                   {{u"async"_s, u"false"_s},
                    {u"createIfNotExists"_s, u"false"_s},
                    {u"systemMetadata"_s, u"true"_s}},
                   body, false);
    if (!response)
        return outcomeOf(response.error(), true);
    if (!response->isSuccess())
        return outcomeOf(*response, true);
    ActionOutcome outcome;
    outcome.requestId = QString::fromLatin1(response->requestId);
    const auto answer = Answer::read(response->body, response->asked);
    // It answers with the thing. Anything else may come from what stands before it.
    if (!answer || json::text(answer->root(), "urn").isEmpty()) {
        outcome.reason = u"the answer to the change is none of DataHub"_s;
        return outcome;
    }
    outcome.kind = ActionOutcome::Kind::Applied;
    outcome.nativeId = edit.urn;
    outcome.revision = json::text(json::member(
        answer->root(), {edit.place.aspect.toStdString(), "systemMetadata", "version"}));
    return outcome;
}

QString Actions::actor()
{
    if (!m_actor.isEmpty())
        return m_actor;
    const auto answer = m_api.query(QString::fromLatin1(whoAmI), {});
    if (answer)
        m_actor = json::text(json::member(answer->root(), {"data", "me", "corpUser", "urn"}));
    return m_actor.isEmpty() ? u"urn:li:corpuser:unknown"_s : m_actor;
}

LookUpOutcome Actions::lookUp(const domain::Operation &operation)
{
    if (operation.kind == domain::tagKind())
        return m_tagging.lookUp(operation);
    if (operation.kind == domain::ownKind())
        return m_owning.lookUp(operation);
    const auto edit = Edit::of(operation);
    const auto now = held(edit);
    if (!now)
        return notLookedUp(now.error());
    return {.kind = isDone(edit, *now) ? LookUpOutcome::Kind::Applied : LookUpOutcome::Kind::Absent,
            .nativeId = edit.urn,
            .revision = now->version};
}

} // namespace portolan::platforms::datahub
