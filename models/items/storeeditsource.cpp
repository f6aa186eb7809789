// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storeeditsource.h"

#include "models/items/editplaces.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr int candidates = 20;

} // namespace

StoreEditSource::StoreEditSource(store::Store &source, const sync::Engine &engine,
                                 const Clock &clock, QObject *parent)
    : EditSource(parent)
    , m_store(source)
    , m_engine(engine)
    , m_commands(source.operations(), clock)
{
    m_pool.setMaxThreadCount(1); // what is done first is stored first
    const auto &changes = source.changes();
    connect(&changes, &store::Changes::ownWorkChanged, this, &EditSource::changed);
    connect(&changes, &store::Changes::accountsChanged, this, &EditSource::changed);
    connect(&changes, &store::Changes::entitiesChanged, this, &EditSource::changed);
}

StoreEditSource::~StoreEditSource()
{
    m_pool.clear(); // what was not begun is asked for by nobody any more
}

//! Operations first: what is applied meanwhile is seen twice rather than not at all.
Result<StoreEditSource::Known> StoreEditSource::read(const QUuid &thing)
{
    auto operations = m_commands.operations().takeResult();
    if (!operations)
        return tl::unexpected(operations.error());
    auto page = m_store.page(thing).takeResult();
    if (!page)
        return tl::unexpected(page.error());
    const auto accounts = m_store.accounts().accounts().takeResult();
    if (!accounts)
        return tl::unexpected(accounts.error());
    return Known{.page = laidOver(*std::move(page), *operations),
                 .places = editPlaces(*accounts, m_engine),
                 .operations = std::move(*operations)};
}

QFuture<Result<EditOffer>> StoreEditSource::offer(const QUuid &thing)
{
    return QtConcurrent::run(&m_pool, [this, thing]() -> Result<EditOffer> {
        const auto known = read(thing);
        return known ? editOfferOf(known->page, known->places, known->operations)
                     : Result<EditOffer>(tl::unexpected(known.error()));
    });
}

Result<QList<domain::Entity>> StoreEditSource::ownersCalled(const QStringList &names)
{
    QList<domain::Entity> owners;
    for (const auto &name : names) {
        const auto found = m_store.resolve(name, candidates).takeResult();
        if (!found)
            return tl::unexpected(found.error());
        const auto one = std::find_if(found->begin(), found->end(), [](const auto &each) {
            return each.fieldPath.isEmpty()
                && (each.entity.kind == domain::EntityKind::Person
                    || each.entity.kind == domain::EntityKind::Team);
        });
        if (one == found->end())
            return failure(Error::Kind::NotFound,
                           u"no person and no team is called “%1”"_s.arg(name));
        owners.append(one->entity);
    }
    return owners;
}

//! An edit is made against what is shown: with what waits already.
Result<int> StoreEditSource::put(const QUuid &thing, EditMember member, const EditChange &change)
{
    const auto known = read(thing);
    if (!known)
        return tl::unexpected(known.error());
    if (member == EditMember::Description && known->page.entity.description != change.before)
        return failure(Error::Kind::Conflict, u"the description is another one now"_s);
    auto wish = wishOf(known->page, member, change);
    if (member == EditMember::Owners) {
        auto owners = ownersCalled(addedNames(change));
        if (!owners)
            return tl::unexpected(owners.error());
        wish.addedOwners = *std::move(owners);
    }
    const auto edits = editsFor(known->page, wish, known->places);
    if (!edits)
        return tl::unexpected(edits.error());
    const auto done = m_commands.edit(*edits).takeResult();
    return done ? Result<int>(int(done->size())) : tl::unexpected(done.error());
}

QFuture<Result<int>> StoreEditSource::edit(const QUuid &thing, EditMember member,
                                           const EditChange &change)
{
    return QtConcurrent::run(&m_pool,
                             [this, thing, member, change] { return put(thing, member, change); });
}

//! From behind: what is left, should one be on its way by now, is in order.
Result<int> StoreEditSource::takeBack(const QUuid &thing)
{
    const auto known = read(thing);
    if (!known)
        return tl::unexpected(known.error());
    const auto edits = editsOf(known->page, known->operations);
    int gone = 0;
    for (auto it = edits.crbegin(); it != edits.crend(); ++it) {
        if (!domain::isUndoable(it->state))
            continue;
        if (const auto done = m_commands.undo(it->id).takeResult(); !done)
            return tl::unexpected(done.error());
        ++gone;
    }
    return gone;
}

QFuture<Result<int>> StoreEditSource::undo(const QUuid &thing)
{
    return QtConcurrent::run(&m_pool, [this, thing] { return takeBack(thing); });
}

} // namespace portolan::items
