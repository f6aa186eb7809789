// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/owning.h"

#include "models/domain/edit.h"
#include "models/platforms/datahub/outcomes.h"
#include "models/platforms/datahub/queries.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

const QString ownershipType = u"urn:li:ownershipType:__system__technical_owner"_s;

//! What \a owners miss that is in \a wanted.
QStringList missingIn(const QStringList &owners, const QStringList &wanted)
{
    QStringList missing;
    for (const auto &urn : wanted) {
        if (!owners.contains(urn))
            missing.append(urn);
    }
    return missing;
}

QJsonArray resourcesOf(const QString &thing)
{
    return {QJsonObject{{u"resourceUrn"_s, thing}}};
}

QJsonObject addingOf(const QString &thing, const QStringList &urns)
{
    QJsonArray owners;
    for (const auto &urn : urns)
        owners.append(QJsonObject{
            {u"ownerUrn"_s, urn},
            {u"ownerEntityType"_s, typeOf(urn) == u"corpGroup" ? u"CORP_GROUP"_s : u"CORP_USER"_s},
            {u"ownershipTypeUrn"_s, ownershipType}});
    return {{u"owners"_s, owners}, {u"resources"_s, resourcesOf(thing)}};
}

//! All the ways in which they own it: none is named.
QJsonObject removingOf(const QString &thing, const QStringList &urns)
{
    return {{u"owners"_s, QJsonArray::fromStringList(urns)}, {u"resources"_s, resourcesOf(thing)}};
}

//! The names that are known are those of the operation: the ownership has urns alone.
QByteArray sideOf(const QStringList &urns, const domain::Operation &operation)
{
    auto known = domain::ownersOf(operation.payload).value_or(domain::Owners());
    known += domain::ownersOf(operation.base).value_or(domain::Owners());
    domain::Owners owners;
    for (const auto &urn : urns) {
        domain::Owner owner{urn, shortNameOf(urn)};
        for (const auto &one : std::as_const(known)) {
            if (one.id == urn && !one.name.isEmpty())
                owner.name = one.name;
        }
        owners.append(owner);
    }
    return domain::ownersSide(owners);
}

} // namespace

Result<QStringList> Owning::ownersOf(const QString &urn) const
{
    const auto type = typeOf(urn);
    const auto page = m_api.entities({urn}, {{type, {u"ownership"_s, type % u"Key"_s}}});
    if (!page)
        return tl::unexpected(page.error());
    if (page->entities.empty())
        return failure(Error::Kind::NotFound, QString(urn % u" is not there any more"_s));
    QStringList owners;
    const auto aspect = page->entities.front().aspect("ownership");
    for (const auto &owner : json::items(json::member(aspect, "owners"))) {
        const auto one = json::text(owner, "owner");
        if (!one.isEmpty() && !owners.contains(one)) // one may own in several ways
            owners.append(one);
    }
    return owners;
}

ActionOutcome Owning::send(const domain::Operation &operation) const
{
    const auto edit = domain::ownerEditFromJson(operation.payload);
    if (!edit)
        return rejected(edit.error().detail);
    const auto &thing = edit->nativeId;
    const auto mine = domain::idsOf(edit->owners);
    if (!urnOf(thing))
        return rejected(u"\"%1\" is no name of DataHub"_s.arg(thing.left(200)));
    for (const auto &urn : mine) {
        if (typeOf(urn) != u"corpuser" && typeOf(urn) != u"corpGroup")
            return rejected(u"\"%1\" is no person and no group of DataHub"_s.arg(urn.left(200)));
    }
    const auto now = ownersOf(thing);
    if (!now)
        return now.error().kind == Error::Kind::NotFound ? rejected(now.error().detail)
                                                         : outcomeOf(now.error(), false);
    ActionOutcome outcome{.kind = ActionOutcome::Kind::Applied, .nativeId = thing};
    if (domain::areSameOwners(*now, mine))
        return outcome;
    const auto base = domain::ownersOf(operation.base);
    if (base && domain::areContradicted(domain::idsOf(*base), mine, *now)) {
        outcome.kind = ActionOutcome::Kind::Conflict;
        outcome.theirs = sideOf(*now, operation);
        outcome.reason = u"the owners were changed in DataHub meanwhile"_s;
        return outcome;
    }
    if (const auto come = missingIn(*now, mine); !come.isEmpty())
        outcome = mutated(m_api, addOwners, addingOf(thing, come), thing);
    const auto go = missingIn(mine, *now);
    if (!go.isEmpty() && outcome.kind == ActionOutcome::Kind::Applied)
        outcome = mutated(m_api, removeOwners, removingOf(thing, go), thing);
    return outcome;
}

LookUpOutcome Owning::lookUp(const domain::Operation &operation) const
{
    const auto edit = domain::ownerEditFromJson(operation.payload);
    if (!edit)
        return {.kind = LookUpOutcome::Kind::Absent, .reason = edit.error().detail};
    const auto now = ownersOf(edit->nativeId);
    if (!now)
        return notLookedUp(now.error());
    return {.kind = domain::areSameOwners(*now, domain::idsOf(edit->owners))
                ? LookUpOutcome::Kind::Applied
                : LookUpOutcome::Kind::Absent,
            .nativeId = edit->nativeId};
}

} // namespace portolan::platforms::datahub
