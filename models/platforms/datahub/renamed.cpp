// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/renamed.h"

#include "models/platforms/datahub/sweep.h"
#include "models/platforms/datahub/urn.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr int pageSize = 1000;
constexpr qint64 mostUsers = 20'000;

//! Where the search index keeps what names a thing of a type.
const QHash<QString, QStringList> &fields()
{
    static const QStringList owners{u"owners"_s};
    static const QHash<QString, QStringList> all{
        {u"tag"_s, {u"tags"_s, u"fieldTags"_s, u"editedFieldTags"_s}},
        {u"glossaryTerm"_s,
         {u"glossaryTerms"_s, u"fieldGlossaryTerms"_s, u"editedFieldGlossaryTerms"_s}},
        {u"corpuser"_s, owners},
        {u"corpGroup"_s, owners},
    };
    return all;
}

//! The names that an aspect gives, as the members that hold them. Below which node a term stands
//! says whether it classifies.
QString nameIn(const QByteArray &aspect)
{
    const auto answer = aspect.isEmpty() ? Result<Answer>(failure(Error::Kind::BadInput, QString()))
                                         : Answer::read(aspect, {});
    if (!answer)
        return {};
    QStringList names;
    for (const std::string_view member : {"name", "displayName", "fullName", "parentNode"})
        names.append(json::text(answer->root(), member));
    return names.join(u'\n');
}

} // namespace

bool isRenaming(const Change &change)
{
    static const QSet<QString> naming{u"tagProperties"_s, u"glossaryTermInfo"_s, u"corpUserInfo"_s,
                                      u"corpUserEditableInfo"_s, u"corpGroupInfo"_s};
    if (change.isDelete || !naming.contains(change.aspect)
        || !fields().contains(typeOf(change.urn)))
        return false;
    // What comes with its first name is new, and nothing is shown with it; what people edit of
    // somebody comes later than the person.
    if (change.previous.isEmpty() && change.aspect != u"corpUserEditableInfo")
        return false;
    return nameIn(change.previous) != nameIn(change.value);
}

Result<bool> addUsersOf(const QString &urn, const Api &api, QSet<QString> &users)
{
    auto types = partitions(); // of some of them the index knows no such field, and finds none
    const auto first = types.takeFirst();
    for (const auto &field : fields().value(typeOf(urn))) {
        ScrollRequest request{.type = first,
                              .moreTypes = types,
                              .aspects = {u"status"_s},
                              .count = pageSize,
                              .scrollId = {},
                              .field = field,
                              .values = {urn}};
        auto one = request;
        one.count = 1;
        auto asked = api.askScroll(one);
        const auto page = asked ? api.takeScroll(std::move(*asked)) : tl::unexpected(asked.error());
        if (!page)
            return tl::unexpected(page.error());
        if (page->total + users.size() > mostUsers)
            return false;
        if (page->entities.empty())
            continue;
        const auto walked = api.walk(std::move(request), [&users](const EntityPage &all) {
            for (const auto &entity : all.entities)
                users.insert(entity.urn);
        });
        if (!walked)
            return tl::unexpected(walked.error());
    }
    return true;
}

} // namespace portolan::platforms::datahub
