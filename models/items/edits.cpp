// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/edits.h"

#include "models/domain/edit.h"
#include "models/items/sayings.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Operation;
using domain::Page;
using domain::Saying;

bool isCalled(const domain::Owner &owner, const QString &called)
{
    return owner.id == called || owner.name.compare(called, Qt::CaseInsensitive) == 0;
}

QString labelOf(const Page &page)
{
    return page.entity.label().isEmpty() ? page.entity.nativeId : page.entity.label();
}

const EditPlace *placeOf(const QList<EditPlace> &places, const QUuid &account)
{
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&account](const auto &one) { return one.account == account; });
    return found == places.end() ? nullptr : &*found;
}

//! Why \a one, which a person \a named or which is shown, cannot be edited, and what to do instead.
Error refusal(const Page &page, const Saying &one, const EditPlace *place, bool named)
{
    const auto &label = named ? one.nativeId : labelOf(page);
    if (place == nullptr || place->folder.isEmpty()) {
        const auto why = named
            ? u"“%1” is what “%2” calls it, and nothing is written there from here"_s
            : u"“%1” is shown as “%2” has it, and nothing is written there from here"_s;
        return {Error::Kind::Forbidden,
                why.arg(label, one.accountName)
                    + u": change it on the platform itself; the next sync brings it"_s};
    }
    QString where = place->folder;
    const auto at = page.said.indexOf(one);
    if (at >= 0 && at < page.native.size() && !page.native.at(at).file.isEmpty()) {
        where += u'/' + page.native.at(at).file;
        if (page.native.at(at).line > 0)
            where += u':' + QString::number(page.native.at(at).line);
    }
    const auto why = named
        ? u"“%1” is what the files of “%2” call it, and files are edited in an editor"_s
        : u"“%1” is shown as the files of “%2” have it, and files are edited in an editor"_s;
    return {Error::Kind::Forbidden,
            why.arg(label, one.accountName)
                + u": open %1, save it, and it shows here"_s.arg(where)};
}

//! Collects one edit for each account.
class Collected
{
public:
    //! Edits go to those of \a said; \a page is all that is known of the thing.
    Collected(const Page &page, const QList<Saying> &said, const QList<EditPlace> &places)
        : m_page(page)
        , m_said(said)
        , m_places(places)
    {
    }

    //! The edit that goes to \a one.
    Result<sync::Edit *> to(const Saying &one)
    {
        const auto *place = placeOf(m_places, one.account);
        if (place == nullptr || !place->canWrite)
            return tl::unexpected(refusal(m_page, one, place, m_said.size() < m_page.said.size()));
        for (auto &edit : edits) {
            if (edit.account == one.account && edit.nativeId == one.nativeId)
                return &edit;
        }
        sync::Edit edit;
        edit.account = one.account;
        edit.nativeId = one.nativeId;
        edit.kind = m_page.entity.kind;
        edit.baseRevision = revisionOf(one, *place);
        edits.append(edit);
        return &edits.last();
    }

    //! The edit that goes to \a one and describes a field of it.
    Result<sync::Edit *> describing(const Saying &one)
    {
        const auto *place = placeOf(m_places, one.account);
        if (place != nullptr && place->canWrite && !place->takesFields)
            return failure(Error::Kind::Forbidden,
                           u"“%1” takes no descriptions of fields from here: change them on the "
                           "platform itself; the next sync brings it"_s.arg(one.accountName));
        return to(one);
    }

    //! The first that takes descriptions of fields and has the field \a path, else the first that
    //! has it; null where none has.
    const Saying *firstWith(const QString &path) const
    {
        const Saying *first = nullptr;
        for (const auto &one : m_said) {
            if (fieldIn(one, path) == nullptr)
                continue;
            const auto *place = placeOf(m_places, one.account);
            if (place != nullptr && place->takesFields)
                return &one;
            first = first == nullptr ? &one : first;
        }
        return first;
    }

    //! The edit that goes to \a one and says who owns it; as it is, until it is changed.
    Result<sync::Edit *> owning(const Saying &one)
    {
        const auto *place = placeOf(m_places, one.account);
        if (place != nullptr && place->canWrite && !place->takesOwners)
            return failure(Error::Kind::Forbidden,
                           u"“%1” takes no owners from here: change them on the platform itself; "
                           "the next sync brings it"_s.arg(one.accountName));
        const auto edit = to(one);
        if (edit && !(*edit)->owners) {
            (*edit)->owners = one.owners;
            (*edit)->ownersBefore = one.owners;
        }
        return edit;
    }

    //! Where something goes of which no account has anything yet.
    const Saying &first() const { return firstThat(&EditPlace::canWrite); }

    const Saying &firstOwning() const { return firstThat(&EditPlace::takesOwners); }

    const Saying &firstDescribing() const
    {
        const auto takes = [this](const auto &one) {
            const auto *place = placeOf(m_places, one.account);
            return place != nullptr && place->canWrite && whyUndescribed(one).isEmpty();
        };
        const auto found = std::find_if(m_said.begin(), m_said.end(), takes);
        return found == m_said.end() ? first() : *found;
    }

    //! Why the platform that \a one is of takes no description of it; empty where it does.
    QString whyUndescribed(const Saying &one) const
    {
        const auto *place = placeOf(m_places, one.account);
        return place != nullptr && place->whyUndescribed ? place->whyUndescribed(one.nativeId)
                                                         : QString();
    }

    //! Of an edit, or of what an account says.
    template <typename OfAccount>
    bool keepsOneOwner(const OfAccount &one) const
    {
        const auto *place = placeOf(m_places, one.account);
        return place != nullptr && place->keepsOneOwner;
    }

    QList<sync::Edit> edits;

private:
    const Saying &firstThat(bool EditPlace::*can) const
    {
        for (const auto &one : m_said) {
            const auto *place = placeOf(m_places, one.account);
            if (place != nullptr && place->*can)
                return one;
        }
        return m_said.first();
    }

    //! Documents stand in the page without saying whose they are: the platform knows its own.
    QString revisionOf(const Saying &one, const EditPlace &place) const
    {
        for (const auto &document : m_page.native) {
            const auto revision =
                place.revisionOf ? place.revisionOf(document.json, one.nativeId) : QString();
            if (!revision.isEmpty())
                return revision;
        }
        return {};
    }

    const Page &m_page;
    const QList<Saying> &m_said;
    const QList<EditPlace> &m_places;
};

Result<void> describe(Collected &collected, const Page &page, const QString &description)
{
    if (description == page.entity.description)
        return {};
    const auto *shown = describing(page.said);
    const auto &goesTo = shown == nullptr ? collected.firstDescribing() : *shown;
    if (const auto why = collected.whyUndescribed(goesTo); !why.isEmpty())
        return failure(Error::Kind::Forbidden, why);
    const auto edit = collected.to(goesTo);
    if (!edit)
        return tl::unexpected(edit.error());
    (*edit)->description = description;
    (*edit)->descriptionBefore = goesTo.description;
    return {};
}

Result<void> describeField(Collected &collected, const Page &page, const QString &path,
                           const QString &description)
{
    const auto *goesTo = collected.firstWith(path);
    if (goesTo == nullptr)
        return failure(Error::Kind::NotFound, u"“%1” has no field “%2”"_s.arg(labelOf(page), path));
    for (const auto &one : page.said) {
        const auto *field = fieldIn(one, path);
        if (field == nullptr || field->description.isEmpty())
            continue;
        goesTo = &one; // that is shown
        break;
    }
    const auto &before = *fieldIn(*goesTo, path);
    if (before.description == description)
        return {};
    const auto edit = collected.describing(*goesTo);
    if (!edit)
        return tl::unexpected(edit.error());
    (*edit)->field = before.path;
    (*edit)->description = description;
    (*edit)->descriptionBefore = before.description;
    return {};
}

Result<void> tag(Collected &collected, const Page &page, const EditWish &wish)
{
    const auto *shown = describing(page.said);
    for (const auto &name : wish.addedTags) {
        if (page.entity.tags.contains(name))
            continue;
        const auto edit = collected.to(shown == nullptr ? collected.first() : *shown);
        if (!edit)
            return tl::unexpected(edit.error());
        if (!(*edit)->addedTags.contains(name))
            (*edit)->addedTags.append(name);
    }
    for (const auto &name : wish.removedTags) {
        if (!page.entity.tags.contains(name))
            return failure(Error::Kind::NotFound,
                           u"“%1” has no tag “%2”"_s.arg(labelOf(page), name));
        for (const auto &one : page.said) {
            if (!one.tags.contains(name))
                continue;
            const auto edit = collected.to(one);
            if (!edit)
                return tl::unexpected(edit.error());
            if (!(*edit)->removedTags.contains(name))
                (*edit)->removedTags.append(name);
        }
    }
    return {};
}

//! What the account of \a one calls \a person.
Result<domain::Owner> ownerFor(const Saying &one, const domain::Entity &person)
{
    for (const auto &alias : person.aliases) {
        if (alias.account == one.account)
            return domain::Owner{alias.nativeId, person.label()};
    }
    return failure(Error::Kind::NotFound,
                   u"“%1” does not know “%2”, and owners are people and teams that it has"_s.arg(
                       one.accountName, person.label()));
}

Result<void> disown(Collected &collected, const Page &page, const QString &called)
{
    bool isThere = false;
    for (const auto &one : page.said) {
        const auto isMeant = [&called](const auto &owner) { return isCalled(owner, called); };
        if (std::none_of(one.owners.begin(), one.owners.end(), isMeant))
            continue;
        const auto edit = collected.owning(one);
        if (!edit)
            return tl::unexpected(edit.error());
        (*edit)->owners->removeIf(isMeant);
        isThere = true;
    }
    if (!isThere)
        return failure(Error::Kind::NotFound,
                       u"“%1” has no owner “%2”"_s.arg(labelOf(page), called));
    return {};
}

Result<void> own(Collected &collected, const Page &page, const EditWish &wish)
{
    for (const auto &called : wish.removedOwners) {
        if (auto done = disown(collected, page, called); !done)
            return done;
    }
    const auto *shown = owned(page.said);
    for (const auto &person : wish.addedOwners) {
        const auto &goesTo = shown == nullptr ? collected.firstOwning() : *shown;
        const auto edit = collected.owning(goesTo);
        if (!edit)
            return tl::unexpected(edit.error());
        // The last one would be it, and nobody would be told of the others.
        if (wish.addedOwners.size() > 1 && collected.keepsOneOwner(goesTo))
            return failure(Error::Kind::BadInput,
                           u"“%1” has one owner there, and %2 are named: name one"_s.arg(
                               labelOf(page), QString::number(wish.addedOwners.size())));
        const auto owner = ownerFor(goesTo, person);
        if (!owner)
            return tl::unexpected(owner.error());
        auto &owners = *(*edit)->owners;
        if (domain::idsOf(owners).contains(owner->id))
            continue;
        if (collected.keepsOneOwner(goesTo))
            owners.clear();
        owners.append(*owner);
    }
    for (auto &edit : collected.edits) {
        if (edit.owners == edit.ownersBefore)
            edit.owners.reset();
        if (edit.owners && edit.owners->isEmpty() && collected.keepsOneOwner(edit))
            return failure(
                Error::Kind::Forbidden,
                u"“%1” has one owner there, and never none: name who takes its place"_s.arg(
                    labelOf(page)));
    }
    collected.edits.removeIf([](const sync::Edit &edit) {
        return !edit.description && !edit.owners && edit.addedTags.isEmpty()
            && edit.removedTags.isEmpty();
    });
    return {};
}

} // namespace

QList<Operation> editsOf(const Page &page, const QList<Operation> &operations)
{
    QList<Operation> found;
    std::copy_if(operations.begin(), operations.end(), std::back_inserter(found),
                 [&page](const Operation &one) {
                     return domain::isEditKind(one.kind) && sayingOf(page.said, one) != nullptr;
                 });
    return found;
}

QList<Operation> fieldEditsOf(const Page &page, const QString &path,
                              const QList<Operation> &operations)
{
    auto edits = editsOf(page, operations);
    edits.removeIf([&](const Operation &one) {
        const auto edit = domain::descriptionEditFromJson(one.payload);
        const auto *field = edit ? fieldIn(*sayingOf(page.said, one), path) : nullptr;
        return one.kind != domain::describeKind() || field == nullptr || edit->field != field->path;
    });
    return edits;
}

Result<QList<sync::Edit>> editsFor(const Page &all, const EditWish &wish,
                                   const QList<EditPlace> &places)
{
    const auto page = onlyOf(all, wish.nativeId);
    if (page.said.isEmpty())
        return failure(Error::Kind::Forbidden,
                       u"no account has “%1” any more"_s.arg(
                           wish.nativeId.isEmpty() ? labelOf(page) : wish.nativeId));
    Collected collected(all, page.said, places);
    if (!wish.field.isEmpty()) {
        const auto done =
            describeField(collected, page, wish.field, wish.description.value_or(QString()));
        return done ? Result<QList<sync::Edit>>(std::move(collected.edits))
                    : tl::unexpected(done.error());
    }
    if (wish.description) {
        if (const auto done = describe(collected, page, *wish.description); !done)
            return tl::unexpected(done.error());
    }
    if (const auto done = tag(collected, page, wish); !done)
        return tl::unexpected(done.error());
    if (const auto done = own(collected, page, wish); !done)
        return tl::unexpected(done.error());
    return std::move(collected.edits);
}

} // namespace portolan::items
