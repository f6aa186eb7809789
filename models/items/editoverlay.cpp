// SPDX-License-Identifier: GPL-3.0-or-later
// How edits are shown until their platform has them.
#include "models/base/identity.h"
#include "models/domain/edit.h"
#include "models/items/edits.h"
#include "models/items/fieldpaths.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Operation;
using domain::OperationState;
using domain::Owner;
using domain::Page;
using domain::Saying;

struct Edits
{
    Q_DECLARE_TR_FUNCTIONS(Edits)
};

constexpr QStringView descriptionMember = u"description";
constexpr QStringView tagsMember = u"tags";
constexpr QStringView ownerMember = u"owner";
constexpr QStringView fieldMember = u"field:"; // and its path
constexpr QStringView ownerValue = u"ownerName"; // as other values of it are called

Saying *sayingOf(QList<Saying> &said, const Operation &operation)
{
    const auto found = std::find_if(said.begin(), said.end(), [&operation](const Saying &one) {
        return one.account == operation.account && one.nativeId == operation.objectId;
    });
    return found == said.end() ? nullptr : &*found;
}

//! The first that says something of what \a member holds; null where none does.
template <typename T>
const Saying *firstWith(const QList<Saying> &said, T Saying::*member)
{
    const auto found = std::find_if(
        said.begin(), said.end(), [member](const Saying &one) { return !(one.*member).isEmpty(); });
    return found == said.end() ? nullptr : &*found;
}

void note(Page &page, const QString &member, const Operation &operation)
{
    if (operation.state != OperationState::Applied && !page.waiting.contains(member))
        page.waiting.append(member);
}

//! The first description that an account has of the field.
void showField(Page &page, QStringView path)
{
    const auto shown = fieldCalled(page.merged.fields, path);
    if (shown == page.merged.fields.end())
        return;
    shown->description.clear();
    for (const auto &one : std::as_const(page.said)) {
        const auto field = fieldCalled(one.fields, path);
        if (shown->description.isEmpty() && field != one.fields.end())
            shown->description = field->description;
    }
}

//! Shows what the accounts say now: the first description, all tags (ruling 8).
void showDescription(Page &page)
{
    const auto *first = firstWith(page.said, &Saying::description);
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

//! Our id of who owns it; null where only a name is known.
QUuid ownerIdOf(const QUuid &account, const domain::Owners &owners)
{
    return owners.isEmpty() || owners.first().id.isEmpty() ? QUuid()
                                                           : entityId(account, owners.first().id);
}

bool owns(const QList<Saying> &said, const domain::Entity &one)
{
    const auto isNamed = [&said](const domain::Alias &alias) {
        return std::any_of(said.begin(), said.end(), [&alias](const Saying &each) {
            return each.account == alias.account
                && domain::idsOf(each.owners).contains(alias.nativeId);
        });
    };
    return std::any_of(one.aliases.begin(), one.aliases.end(), isNamed);
}

//! The first owner that any account names. Who comes new is a name until a pull brings the rest.
void showOwners(Page &page)
{
    const auto *first = firstWith(page.said, &Saying::owners);
    const auto shown = first == nullptr ? Owner() : first->owners.first();
    page.entity.ownerName = shown.label();
    page.entity.ownerId = first == nullptr ? QUuid() : ownerIdOf(first->account, first->owners);
    page.merged.ownerName = shown.name;
    page.merged.ownerId = shown.id;
    page.others.removeIf([](const auto &other) { return other.what == ownerValue; });
    for (const auto &one : std::as_const(page.said)) {
        if (!one.owners.isEmpty() && one.owners.first().label() != shown.label())
            page.others.append(
                {ownerValue.toString(), one.owners.first().label(), one.accountName});
    }
    page.related.removeIf([&page](const domain::Related &other) {
        return other.relation == domain::Relation::OwnedBy && !other.incoming
            && !owns(page.said, other.entity);
    });
}

//! Makes \a one what \a operation makes of it; answers the member that is another now.
QString change(Saying &one, const Operation &operation)
{
    if (operation.kind == domain::describeKind()) {
        const auto edit = domain::descriptionEditFromJson(operation.payload);
        if (!edit)
            return {};
        if (edit->field.isEmpty()) {
            one.description = edit->description;
            return descriptionMember.toString();
        }
        const auto field = fieldCalled(one.fields, edit->field);
        if (field == one.fields.end())
            return {};
        field->description = edit->description;
        return fieldMember + field->path;
    }
    if (operation.kind == domain::tagKind()) {
        const auto edit = domain::tagEditFromJson(operation.payload);
        if (!edit)
            return {};
        one.tags = domain::tagsAfter(one.tags, *edit);
        return tagsMember.toString();
    }
    const auto edit = domain::ownerEditFromJson(operation.payload);
    if (!edit)
        return {};
    one.owners = edit->owners;
    return ownerMember.toString();
}

} // namespace

Page laidOver(Page page, const QList<Operation> &operations)
{
    QStringList changed;
    for (const auto &operation : operations) {
        if (!domain::isEditKind(operation.kind) || !domain::isLaidOver(operation))
            continue;
        auto *one = sayingOf(page.said, operation);
        const auto member = one == nullptr ? QString() : change(*one, operation);
        if (member.isEmpty())
            continue;
        changed.append(member);
        note(page, member, operation);
    }
    if (changed.contains(descriptionMember))
        showDescription(page);
    if (changed.contains(tagsMember))
        showTags(page);
    if (changed.contains(ownerMember))
        showOwners(page);
    for (const auto &member : std::as_const(changed)) {
        if (member.startsWith(fieldMember))
            showField(page, QStringView(member).mid(fieldMember.size()));
    }
    return page;
}

bool isFieldWaiting(const Page &page, const QString &path)
{
    const auto asked = fieldCalled(page.merged.fields, path);
    if (asked == page.merged.fields.end())
        return false;
    return std::any_of(page.waiting.begin(), page.waiting.end(), [&](const QString &member) {
        // As its account writes it.
        return member.startsWith(fieldMember)
            && fieldCalled(page.merged.fields, QStringView(member).mid(fieldMember.size()))
            == asked;
    });
}

namespace {

bool isShownOver(const domain::Entity &entity, const Operation &operation)
{
    const auto isOfIt = [&operation](const domain::Alias &alias) {
        return alias.account == operation.account && alias.nativeId == operation.objectId;
    };
    return domain::isEditKind(operation.kind) && domain::isLaidOver(operation)
        && std::any_of(entity.aliases.begin(), entity.aliases.end(), isOfIt);
}

} // namespace

bool isEdited(const domain::Entity &entity, const QList<Operation> &operations)
{
    return std::any_of(operations.begin(), operations.end(), [&entity](const Operation &operation) {
        return isShownOver(entity, operation);
    });
}

domain::Entity laidOver(domain::Entity entity, const QList<Operation> &operations)
{
    for (const auto &operation : operations) {
        if (!isShownOver(entity, operation))
            continue;
        if (const auto edit = domain::descriptionEditFromJson(operation.payload);
            edit && operation.kind == domain::describeKind() && edit->field.isEmpty())
            entity.description = edit->description;
        if (const auto edit = domain::tagEditFromJson(operation.payload);
            edit && operation.kind == domain::tagKind())
            entity.tags = domain::tagsAfter(entity.tags, *edit);
        if (const auto edit = domain::ownerEditFromJson(operation.payload);
            edit && operation.kind == domain::ownKind()) {
            entity.ownerName = edit->owners.isEmpty() ? QString() : edit->owners.first().label();
            entity.ownerId = ownerIdOf(operation.account, edit->owners);
        }
    }
    return entity;
}

namespace {

QString membersText(const Page &page)
{
    const bool isDescribed = page.waiting.contains(descriptionMember);
    const bool isTagged = page.waiting.contains(tagsMember);
    const bool isOwned = page.waiting.contains(ownerMember);
    if (isDescribed && isTagged && isOwned)
        return Edits::tr("Description, tags and owners are edited here, and wait to be sent.");
    if (isDescribed && isOwned)
        return Edits::tr("Description and owners are edited here, and wait to be sent.");
    if (isTagged && isOwned)
        return Edits::tr("Tags and owners are edited here, and wait to be sent.");
    if (isOwned)
        return Edits::tr("The owners are edited here, and wait to be sent.");
    if (isDescribed && isTagged)
        return Edits::tr("Description and tags are edited here, and wait to be sent.");
    if (isDescribed)
        return Edits::tr("The description is edited here, and waits to be sent.");
    return isTagged ? Edits::tr("Tags are edited here, and wait to be sent.") : QString();
}

} // namespace

QString waitingText(const Page &page)
{
    const auto text = membersText(page);
    const auto fields = std::count_if(page.waiting.begin(), page.waiting.end(),
                                      [](const auto &one) { return one.startsWith(fieldMember); });
    if (fields == 0)
        return text;
    const auto more = Edits::tr("Descriptions of %n field(s) are edited here, and wait to be sent.",
                                nullptr, int(fields));
    return text.isEmpty() ? more : QString(text + u' ' + more);
}

} // namespace portolan::items
