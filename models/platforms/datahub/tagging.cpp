// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/tagging.h"

#include "models/domain/edit.h"
#include "models/platforms/datahub/outcomes.h"
#include "models/platforms/datahub/queries.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr int tagPage = 1000;
constexpr qsizetype mostNamed = 5; // in an error

QJsonObject variablesOf(const QString &thing, const QStringList &tags)
{
    return {{u"tags"_s, QJsonArray::fromStringList(tags)},
            {u"resources"_s, QJsonArray{QJsonObject{{u"resourceUrn"_s, thing}}}}};
}

} // namespace

bool Tagging::Tag::isCalled(const QString &word, Qt::CaseSensitivity sensitivity) const
{
    return name.compare(word, sensitivity) == 0 || shortNameOf(urn).compare(word, sensitivity) == 0;
}

Result<QStringList> Tagging::tagsOf(const QString &urn) const
{
    const auto type = typeOf(urn);
    const auto page = m_api.entities({urn}, {{type, {u"globalTags"_s, type % u"Key"_s}}});
    if (!page)
        return tl::unexpected(page.error());
    if (page->entities.empty())
        return failure(Error::Kind::NotFound, QString(urn % u" is not there any more"_s));
    QStringList urns;
    const auto aspect = page->entities.front().aspect("globalTags");
    for (const auto &tag : json::items(json::member(aspect, "tags")))
        urns.append(json::text(tag, "tag"));
    return urns;
}

Result<void> Tagging::list()
{
    m_tags.clear();
    return m_api.walk({.type = u"tag"_s,
                       .moreTypes = {},
                       .aspects = {u"tagProperties"_s},
                       .count = tagPage,
                       .scrollId = {},
                       .values = {}},
                      [this](const EntityPage &page) {
                          for (const auto &tag : page.entities) {
                              auto name = json::text(tag.aspect("tagProperties"), "name");
                              if (name.isEmpty())
                                  name = shortNameOf(tag.urn);
                              m_tags.append({tag.urn, std::move(name)});
                          }
                      });
}

//! The tags that \a name may mean: those that are shown so, else those that are nearly.
QList<Tagging::Tag> Tagging::called(const QString &name, const QStringList *among) const
{
    const auto those = [&](const auto &isMeant) {
        QList<Tag> found;
        std::copy_if(m_tags.begin(), m_tags.end(), std::back_inserter(found), [&](const Tag &tag) {
            return (among == nullptr || among->contains(tag.urn)) && isMeant(tag);
        });
        return found;
    };
    auto found = those([&](const Tag &tag) { return tag.name == name; });
    if (found.isEmpty())
        found = those([&](const Tag &tag) { return tag.isCalled(name, Qt::CaseSensitive); });
    return found.isEmpty()
        ? those([&](const Tag &tag) { return tag.isCalled(name, Qt::CaseInsensitive); })
        : found;
}

//! The urns of \a names; of tags in \a among alone, where that is given. BadInput for a name that
//! several have, NotFound for one that none has.
Result<QStringList> Tagging::urnsOf(const QStringList &names, const QStringList *among)
{
    QStringList urns;
    bool isFresh = false;
    for (const auto &name : names) {
        if (name.startsWith(u"urn:li:tag:"_s)) {
            urns.append(name);
            continue;
        }
        auto found = called(name, among);
        if (found.size() != 1 && !isFresh) {
            if (const auto listed = list(); !listed)
                return tl::unexpected(listed.error());
            isFresh = true;
            found = called(name, among);
        }
        if (found.size() > 1) {
            QStringList known;
            for (const auto &tag : found.first(qMin(mostNamed, found.size())))
                known.append(tag.urn);
            return failure(
                Error::Kind::BadInput,
                u"DataHub has %1 tags that are called \"%2\"; name the one that is meant: "
                "%3"_s.arg(QString::number(found.size()), name, known.join(u", "_s)));
        }
        if (found.isEmpty() && among == nullptr)
            return failure(Error::Kind::NotFound,
                           u"DataHub has no tag \"%1\"; a steward makes it there"_s.arg(name));
        if (!found.isEmpty())
            urns.append(found.first().urn);
    }
    return urns;
}

ActionOutcome Tagging::send(const domain::Operation &operation)
{
    const auto edit = domain::tagEditFromJson(operation.payload);
    if (!edit)
        return rejected(edit.error().detail);
    const auto &thing = edit->nativeId;
    if (!urnOf(thing))
        return rejected(u"\"%1\" is no name of DataHub"_s.arg(thing.left(200)));
    const auto now = tagsOf(thing);
    const auto add = now ? urnsOf(edit->added, nullptr) : now;
    const auto remove = add ? urnsOf(edit->removed, &*now) : add;
    if (!remove) {
        const auto kind = remove.error().kind;
        return kind == Error::Kind::NotFound || kind == Error::Kind::BadInput
            ? rejected(remove.error().detail)
            : outcomeOf(remove.error(), false);
    }
    QStringList missing;
    std::copy_if(add->begin(), add->end(), std::back_inserter(missing),
                 [&now](const QString &urn) { return !now->contains(urn); });
    QStringList tooMany;
    std::copy_if(remove->begin(), remove->end(), std::back_inserter(tooMany),
                 [&now](const QString &urn) { return now->contains(urn); });
    ActionOutcome outcome{.kind = ActionOutcome::Kind::Applied, .nativeId = thing};
    if (!missing.isEmpty())
        outcome = mutated(m_api, addTags, variablesOf(thing, missing), thing);
    if (!tooMany.isEmpty() && outcome.kind == ActionOutcome::Kind::Applied)
        outcome = mutated(m_api, removeTags, variablesOf(thing, tooMany), thing);
    return outcome;
}

LookUpOutcome Tagging::lookUp(const domain::Operation &operation)
{
    const auto edit = domain::tagEditFromJson(operation.payload);
    if (!edit)
        return {.kind = LookUpOutcome::Kind::Absent, .reason = edit.error().detail};
    const auto now = tagsOf(edit->nativeId);
    const auto add = now ? urnsOf(edit->added, nullptr) : now;
    // What is removed may be called by a name that only tags have which the thing has not.
    const auto left = add ? urnsOf(edit->removed, &*now) : add;
    if (!left)
        return notLookedUp(left.error());
    const bool isThere = std::all_of(add->begin(), add->end(),
                                     [&now](const QString &urn) { return now->contains(urn); })
        && std::none_of(left->begin(), left->end(),
                        [&now](const QString &urn) { return now->contains(urn); });
    return {.kind = isThere ? LookUpOutcome::Kind::Applied : LookUpOutcome::Kind::Absent,
            .nativeId = edit->nativeId};
}

} // namespace portolan::platforms::datahub
