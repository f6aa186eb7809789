// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/edits.h"

#include "models/domain/edit.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Operation;
using domain::OperationState;
using domain::Page;
using domain::Saying;

struct Edits
{
    Q_DECLARE_TR_FUNCTIONS(Edits)
};

constexpr QStringView descriptionMember = u"description";
constexpr QStringView tagsMember = u"tags";

const Saying *sayingOf(const QList<Saying> &said, const Operation &operation)
{
    const auto found = std::find_if(said.begin(), said.end(), [&operation](const Saying &one) {
        return one.account == operation.account && one.nativeId == operation.objectId;
    });
    return found == said.end() ? nullptr : &*found;
}

//! The one whose description is shown; null where none has any.
const Saying *describing(const QList<Saying> &said)
{
    const auto found = std::find_if(said.begin(), said.end(),
                                    [](const Saying &one) { return !one.description.isEmpty(); });
    return found == said.end() ? nullptr : &*found;
}

void note(Page &page, QStringView member, const Operation &operation)
{
    if (operation.state != OperationState::Applied && !page.waiting.contains(member))
        page.waiting.append(member.toString());
}

//! Shows what the accounts say now: the first description, all tags (ruling 8).
void showDescription(Page &page)
{
    const auto *first = describing(page.said);
    const auto shown = first == nullptr ? QString() : first->description;
    page.entity.description = shown;
    page.merged.description = shown;
    page.others.removeIf([](const auto &other) { return other.what == descriptionMember; });
    for (const auto &one : std::as_const(page.said)) {
        if (!one.description.isEmpty() && one.description != shown)
            page.others.append({descriptionMember.toString(), one.description, one.accountName});
    }
}

void showTags(Page &page)
{
    QStringList tags;
    for (const auto &one : std::as_const(page.said))
        tags += one.tags;
    tags.removeDuplicates();
    page.entity.tags = tags;
    page.merged.tags = tags;
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

//! Why \a one cannot be edited, and what to do instead.
Error refusal(const Page &page, const Saying &one, const EditPlace *place)
{
    if (place == nullptr || place->folder.isEmpty())
        return {Error::Kind::Forbidden,
                u"“%1” is shown as “%2” has it, and nothing is written there from here: change it "
                "on the platform itself; the next sync brings it"_s.arg(labelOf(page),
                                                                        one.accountName)};
    QString where = place->folder;
    const auto at = page.said.indexOf(one);
    if (at >= 0 && at < page.native.size() && !page.native.at(at).file.isEmpty()) {
        where += u'/' + page.native.at(at).file;
        if (page.native.at(at).line > 0)
            where += u':' + QString::number(page.native.at(at).line);
    }
    return {Error::Kind::Forbidden,
            u"“%1” is shown as the files of “%2” have it, and files are edited in an editor: open "
            "%3, save it, and it shows here"_s.arg(labelOf(page), one.accountName, where)};
}

//! Collects one edit for each account.
class Collected
{
public:
    Collected(const Page &page, const QList<EditPlace> &places)
        : m_page(page)
        , m_places(places)
    {
    }

    //! The edit that goes to \a one.
    Result<sync::Edit *> to(const Saying &one)
    {
        const auto *place = placeOf(m_places, one.account);
        if (place == nullptr || !place->canWrite)
            return tl::unexpected(refusal(m_page, one, place));
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

    //! Where something goes of which no account has anything yet.
    const Saying &first() const
    {
        for (const auto &one : m_page.said) {
            const auto *place = placeOf(m_places, one.account);
            if (place != nullptr && place->canWrite)
                return one;
        }
        return m_page.said.first();
    }

    QList<sync::Edit> edits;

private:
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
    const QList<EditPlace> &m_places;
};

Result<void> describe(Collected &collected, const Page &page, const QString &description)
{
    if (description == page.entity.description)
        return {};
    const auto *shown = describing(page.said);
    const auto &goesTo = shown == nullptr ? collected.first() : *shown;
    const auto edit = collected.to(goesTo);
    if (!edit)
        return tl::unexpected(edit.error());
    (*edit)->description = description;
    (*edit)->descriptionBefore = goesTo.description;
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

} // namespace

Page laidOver(Page page, const QList<Operation> &operations)
{
    bool isDescribed = false;
    bool isTagged = false;
    for (const auto &operation : operations) {
        if (!domain::isEditKind(operation.kind) || !domain::isLaidOver(operation))
            continue;
        const auto *found = sayingOf(page.said, operation);
        if (found == nullptr)
            continue;
        auto &one = page.said[found - page.said.constData()];
        if (operation.kind == domain::describeKind()) {
            const auto edit = domain::descriptionEditFromJson(operation.payload);
            if (!edit)
                continue;
            one.description = edit->description;
            isDescribed = true;
            note(page, descriptionMember, operation);
        } else {
            const auto edit = domain::tagEditFromJson(operation.payload);
            if (!edit)
                continue;
            one.tags = domain::tagsAfter(one.tags, *edit);
            isTagged = true;
            note(page, tagsMember, operation);
        }
    }
    if (isDescribed)
        showDescription(page);
    if (isTagged)
        showTags(page);
    return page;
}

domain::Entity laidOver(domain::Entity entity, const QList<Operation> &operations)
{
    for (const auto &operation : operations) {
        const auto isOfIt = [&operation](const domain::Alias &alias) {
            return alias.account == operation.account && alias.nativeId == operation.objectId;
        };
        if (!domain::isEditKind(operation.kind) || !domain::isLaidOver(operation)
            || std::none_of(entity.aliases.begin(), entity.aliases.end(), isOfIt))
            continue;
        if (const auto edit = domain::descriptionEditFromJson(operation.payload);
            edit && operation.kind == domain::describeKind())
            entity.description = edit->description;
        if (const auto edit = domain::tagEditFromJson(operation.payload);
            edit && operation.kind == domain::tagKind())
            entity.tags = domain::tagsAfter(entity.tags, *edit);
    }
    return entity;
}

QString waitingText(const Page &page)
{
    const bool isDescribed = page.waiting.contains(descriptionMember);
    const bool isTagged = page.waiting.contains(tagsMember);
    if (isDescribed && isTagged)
        return Edits::tr("Description and tags are edited here, and wait to be sent.");
    if (isDescribed)
        return Edits::tr("The description is edited here, and waits to be sent.");
    return isTagged ? Edits::tr("Tags are edited here, and wait to be sent.") : QString();
}

QList<Operation> editsOf(const Page &page, const QList<Operation> &operations)
{
    QList<Operation> found;
    std::copy_if(operations.begin(), operations.end(), std::back_inserter(found),
                 [&page](const Operation &one) {
                     return domain::isEditKind(one.kind) && sayingOf(page.said, one) != nullptr;
                 });
    return found;
}

Result<QList<sync::Edit>> editsFor(const Page &page, const EditWish &wish,
                                   const QList<EditPlace> &places)
{
    if (page.said.isEmpty())
        return failure(Error::Kind::Forbidden,
                       u"no account has “%1” any more"_s.arg(labelOf(page)));
    Collected collected(page, places);
    if (wish.description) {
        if (const auto done = describe(collected, page, *wish.description); !done)
            return tl::unexpected(done.error());
    }
    if (const auto done = tag(collected, page, wish); !done)
        return tl::unexpected(done.error());
    return std::move(collected.edits);
}

} // namespace portolan::items
