// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/editoffer.h"

#include "models/domain/owner.h"
#include "models/items/fieldpaths.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Page;
using domain::Saying;

struct StuckWords
{
    Q_DECLARE_TR_FUNCTIONS(StuckEdits)
};

//! Each line that says something, once, in their order.
QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const auto &line : text.split(u'\n')) {
        const auto name = line.trimmed();
        if (!name.isEmpty() && !lines.contains(name))
            lines.append(name);
    }
    return lines;
}

QStringList ownersOf(const Page &page)
{
    QStringList names;
    for (const auto &one : page.said) {
        for (const auto &owner : one.owners) {
            if (!names.contains(owner.label()))
                names.append(owner.label());
        }
    }
    return names;
}

bool hasPart(const Saying &one, EditMember member)
{
    switch (member) {
    case EditMember::Description:
    case EditMember::Tags: // they go where the description is
        return !one.description.isEmpty();
    case EditMember::Owners:
        break;
    }
    return !one.owners.isEmpty();
}

//! The account of \a one, with what it calls the thing where it knows it twice.
QString accountOf(const Page &page, const Saying &one)
{
    const auto names = std::count_if(page.said.begin(), page.said.end(), [&one](const auto &each) {
        return each.account == one.account;
    });
    return names > 1 ? QString(one.accountName + u": "_s + one.nativeId) : one.accountName;
}

//! Whether \a edit goes to what \a one says.
bool goesTo(const sync::Edit &edit, const Saying &one)
{
    return edit.account == one.account && edit.nativeId == one.nativeId;
}

//! What comes to nothing, and would tell whether it could come to something.
EditWish probeOf(const Page &page, EditMember member)
{
    EditWish wish;
    if (member == EditMember::Description)
        wish.description = page.entity.description + u'\n';
    else if (member == EditMember::Tags)
        wish.addedTags = {u"\n"_s}; // no tag is called so
    else
        wish.addedOwners = {domain::Entity()};
    return wish;
}

//! File and line in which the files of \a place say what \a one says.
QString documentOf(const Page &page, const Saying &one, const EditPlace &place)
{
    const auto at = page.said.indexOf(one);
    if (at < 0 || at >= page.native.size() || page.native.at(at).file.isEmpty())
        return place.folder;
    const auto &document = page.native.at(at);
    const QString file = place.folder + u'/' + document.file;
    return document.line > 0 ? QString(file + u':' + QString::number(document.line)) : file;
}

EditPart partOf(const Page &page, EditMember member, const QList<EditPlace> &places)
{
    EditPart part;
    part.text = member == EditMember::Description ? page.entity.description
        : member == EditMember::Tags              ? page.entity.tags.join(u'\n')
                                                  : ownersOf(page).join(u'\n');
    if (page.said.isEmpty())
        return part;
    const auto edits = editsFor(page, probeOf(page, member), places);
    // That nobody is called so is a matter of the name, which the person has not given yet.
    part.isOffered =
        edits || (member == EditMember::Owners && edits.error().kind == Error::Kind::NotFound);
    const auto shown = std::find_if(page.said.begin(), page.said.end(),
                                    [member](const auto &one) { return hasPart(one, member); });
    auto saying = shown == page.said.end() ? page.said.begin() : shown;
    if (edits && !edits->isEmpty())
        saying = std::find_if(page.said.begin(), page.said.end(),
                              [&edits](const auto &one) { return goesTo(edits->first(), one); });
    if (saying == page.said.end())
        return part;
    part.account = accountOf(page, *saying);
    const auto place = std::find_if(places.begin(), places.end(), [&saying](const auto &one) {
        return one.account == saying->account;
    });
    if (part.isOffered || place == places.end())
        return part;
    if (!place->folder.isEmpty())
        part.place = documentOf(page, *saying, *place);
    if (member == EditMember::Description && place->whyUndescribed)
        part.why = place->whyUndescribed(saying->nativeId);
    return part;
}

} // namespace

FieldOffer fieldOfferOf(const Page &page, const QString &path, const QList<EditPlace> &places,
                        const QList<domain::Operation> &operations)
{
    FieldOffer offer{.isWaiting = isFieldWaiting(page, path)};
    auto &part = offer.description;
    if (const auto field = fieldCalled(page.merged.fields, path); field != page.merged.fields.end())
        part.text = field->description;
    // What comes to something, and tells whether it can.
    const EditWish probe{.field = path, .description = part.text + u'\n'};
    const auto edits = editsFor(page, probe, places);
    part.isOffered = edits && !edits->isEmpty();
    const auto isShown = [&](const Saying &one) {
        if (part.isOffered)
            return goesTo(edits->first(), one);
        const auto field = fieldCalled(one.fields, path);
        return field != one.fields.end()
            && (part.text.isEmpty() || field->description == part.text);
    };
    const auto saying = std::find_if(page.said.begin(), page.said.end(), isShown);
    if (saying != page.said.end()) {
        part.account = accountOf(page, *saying);
        const auto place = std::find_if(places.begin(), places.end(), [&saying](const auto &one) {
            return one.account == saying->account;
        });
        if (!part.isOffered && place != places.end() && !place->folder.isEmpty())
            part.place = documentOf(page, *saying, *place);
    }
    const auto waiting = fieldEditsOf(page, path, operations);
    offer.isUndoable = std::any_of(waiting.begin(), waiting.end(),
                                   [](const auto &one) { return domain::isUndoable(one.state); });
    return offer;
}

const EditPart &EditOffer::part(EditMember member) const
{
    switch (member) {
    case EditMember::Description:
        return description;
    case EditMember::Tags:
        return tags;
    case EditMember::Owners:
        break;
    }
    return owners;
}

EditOffer editOfferOf(const Page &page, const QList<EditPlace> &places,
                      const QList<domain::Operation> &operations)
{
    const auto edits = editsOf(page, operations);
    EditOffer offer{.description = partOf(page, EditMember::Description, places),
                    .tags = partOf(page, EditMember::Tags, places),
                    .owners = partOf(page, EditMember::Owners, places),
                    .isUndoable = std::any_of(edits.begin(), edits.end(), [](const auto &one) {
                        return domain::isUndoable(one.state);
                    })};
    // What is not laid over the page must not be forgotten for it.
    for (const auto &one : edits) {
        const bool isConflict = one.state == domain::OperationState::Conflict;
        if (!isConflict && one.state != domain::OperationState::Rejected)
            continue;
        if (offer.stuck.isEmpty() || (isConflict && !offer.isConflict))
            offer.stuck = one.objectId;
        offer.isConflict = offer.isConflict || isConflict;
    }
    return offer;
}

QString stuckText(const EditOffer &offer)
{
    if (offer.stuck.isEmpty())
        return {};
    return offer.isConflict ? StuckWords::tr(
               "Somebody else changed what you edited meanwhile: yours is not sent before "
               "you decide.")
                            : StuckWords::tr("What you edited was refused. The outbox says why.");
}

QStringList addedNames(const EditChange &change)
{
    auto names = linesOf(change.after);
    const auto before = linesOf(change.before);
    names.removeIf(
        [&before](const QString &name) { return before.contains(name, Qt::CaseInsensitive); });
    return names;
}

EditWish wishOf(const Page &page, EditMember member, const EditChange &change)
{
    EditWish wish;
    if (member == EditMember::Description) {
        wish.description = change.after;
        return wish;
    }
    const auto before = linesOf(change.before);
    const auto after = linesOf(change.after);
    if (member == EditMember::Owners) {
        for (const auto &name : ownersOf(page)) {
            const auto line = name.trimmed();
            if (before.contains(line) && !after.contains(line, Qt::CaseInsensitive))
                wish.removedOwners.append(name);
        }
        return wish;
    }
    for (const auto &name : after) {
        if (!before.contains(name) && !page.entity.tags.contains(name))
            wish.addedTags.append(name);
    }
    for (const auto &name : page.entity.tags) {
        if (before.contains(name.trimmed()) && !after.contains(name.trimmed()))
            wish.removedTags.append(name);
    }
    return wish;
}

} // namespace portolan::items
