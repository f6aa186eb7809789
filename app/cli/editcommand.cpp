// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/operations.h"
#include "app/cli/output.h"
#include "app/cli/resolving.h"
#include "models/items/editplaces.h"
#include "models/items/sayings.h"
#include "models/sync/portalcommands.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! What the options ask for; a Usage error where that contradicts itself, or is nothing.
Result<items::EditWish> wishIn(const Arguments &arguments)
{
    items::EditWish wish{.addedTags = arguments.options.value(u"tag"_s),
                         .removedTags = arguments.options.value(u"untag"_s),
                         .removedOwners = arguments.options.value(u"disown"_s)};
    const auto owners = arguments.options.value(u"owner"_s);
    if (arguments.has(u"description"_s))
        wish.description = arguments.value(u"description"_s);
    if (!wish.description && wish.addedTags.isEmpty() && wish.removedTags.isEmpty()
        && owners.isEmpty() && wish.removedOwners.isEmpty())
        return failure(Error::Kind::Usage,
                       u"edit needs --description, --tag, --untag, --owner or --disown, or "
                       "--undo"_s);
    for (const auto &owner : owners + wish.removedOwners) {
        if (owner.trimmed().isEmpty())
            return failure(Error::Kind::Usage, u"an owner has a name"_s);
        if (owners.contains(owner) && wish.removedOwners.contains(owner))
            return failure(
                Error::Kind::Usage,
                u"\"%1\" cannot become an owner and be one no more at once"_s.arg(owner));
    }
    for (const auto &tag : wish.addedTags + wish.removedTags) {
        if (tag.trimmed().isEmpty())
            return failure(Error::Kind::Usage, u"a tag has a name"_s);
        if (wish.addedTags.contains(tag) && wish.removedTags.contains(tag))
            return failure(Error::Kind::Usage,
                           u"\"%1\" cannot be put on and taken off at once"_s.arg(tag));
    }
    return wish;
}

//! The people and teams that are called \a names.
Result<QList<domain::Entity>> ownersCalled(store::Store &store, const QStringList &names)
{
    QList<domain::Entity> owners;
    for (const auto &name : names) {
        const auto found = resolveOne(store, name);
        if (!found)
            return tl::unexpected(found.error());
        const auto kind = found->entity.kind;
        if (!found->fieldPath.isEmpty()
            || (kind != domain::EntityKind::Person && kind != domain::EntityKind::Team))
            return failure(
                Error::Kind::Usage,
                u"\"%1\" is no person and no team, and nothing else owns things"_s.arg(name));
        owners.append(found->entity);
    }
    return owners;
}

//! Takes back what was edited of the thing that \a page is about, or of its field \a field.
int undo(sync::PortalCommands &commands, Outbox outbox, const domain::Page &page,
         const QString &field, const Arguments &arguments)
{
    const auto edits = field.isEmpty() ? items::editsOf(page, outbox.operations)
                                       : items::fieldEditsOf(page, field, outbox.operations);
    outbox.operations.clear();
    // From behind: what is left, should one be on its way by now, is in order.
    for (auto it = edits.crbegin(); it != edits.crend(); ++it) {
        if (!domain::isUndoable(it->state))
            continue;
        if (const auto gone = await(commands.undo(it->id)); !gone)
            return fail(gone.error());
        outbox.operations.prepend(*it);
    }
    if (outbox.operations.isEmpty())
        return fail({Error::Kind::NotFound,
                     edits.isEmpty()
                         ? u"no edit of it is in the outbox"_s
                         : u"its edits were sent already; another edit puts them right"_s});
    return printOperations(outbox, u"edit"_s, arguments);
}

bool isDescriptionAlone(const Arguments &arguments)
{
    const auto options = {u"tag"_s, u"untag"_s, u"owner"_s, u"disown"_s};
    return std::none_of(options.begin(), options.end(),
                        [&](const auto &one) { return arguments.has(one); });
}

int run(Context &context, const Arguments &arguments)
{
    if (arguments.positional.size() != 1)
        return fail({Error::Kind::Usage, u"edit takes one id or name"_s});
    const bool isUndo = arguments.has(u"undo"_s);
    auto wish = isUndo ? Result<items::EditWish>(items::EditWish()) : wishIn(arguments);
    const auto engine = wish ? context.engine() : tl::unexpected(wish.error());
    if (!engine)
        return fail(engine.error());
    auto &store = **context.store();
    const auto resolved = resolveOne(store, arguments.positional.first());
    if (!resolved)
        return fail(resolved.error());
    const auto &field = resolved->fieldPath;
    if (!field.isEmpty() && !isUndo && !isDescriptionAlone(arguments))
        return fail(
            {Error::Kind::Usage, u"of a field the --description is written, and nothing else"_s});
    wish->field = field;
    wish->nativeId = nativeIdIn(arguments.positional.first(), *resolved);
    auto owners = ownersCalled(store, arguments.options.value(u"owner"_s));
    if (!owners)
        return fail(owners.error());
    wish->addedOwners = *std::move(owners);
    sync::PortalCommands commands(store.operations(), context.clock());
    auto outbox = readOutbox(store, commands);
    const auto stored =
        outbox ? await(store.page(resolved->entity.id)) : tl::unexpected(outbox.error());
    if (!stored)
        return fail(stored.error());
    if (isUndo)
        return undo(commands, *std::move(outbox), items::onlyOf(*stored, wish->nativeId), field,
                    arguments);
    // An edit is made against what is shown: with what waits already.
    const auto page = items::laidOver(*stored, outbox->operations);
    const auto edits = items::editsFor(page, *wish, items::editPlaces(outbox->accounts, **engine));
    if (!edits)
        return refuse(edits.error());
    const auto done = await(commands.edit(*edits));
    if (!done)
        return fail(done.error());
    outbox->operations = *done;
    if (done->isEmpty() && !arguments.json) {
        printLine(u"it is so already"_s);
        return 0;
    }
    return printOperations(*outbox, u"edit"_s, arguments);
}

} // namespace

Command editCommand()
{
    return {.name = u"edit"_s,
            .usage = u"ID[#FIELD]"_s,
            .summary = u"change a description, tags or owners on the platform they come from"_s,
            .options = {{u"description"_s, u"TEXT"_s,
                         u"what it is, or what the field is; empty takes it away"_s},
                        {u"tag"_s, u"T"_s, u"put a tag on; may be repeated"_s},
                        {u"untag"_s, u"T"_s, u"take a tag off; may be repeated"_s},
                        {u"owner"_s, u"WHO"_s, u"a person or team that owns it; may be repeated"_s},
                        {u"disown"_s, u"WHO"_s, u"owns it no more; may be repeated"_s},
                        {u"undo"_s, {}, u"take back what was edited and not sent yet"_s}},
            .run = run};
}

} // namespace portolan::cli
