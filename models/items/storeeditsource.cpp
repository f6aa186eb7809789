// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storeeditsource.h"

#include "models/items/editplaces.h"

#include <QtConcurrentRun>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// Of many things with one name, people may come last.
constexpr int candidates = 200;
constexpr qsizetype mostNamed = 5; // in an error

bool canOwn(const store::Resolved &one)
{
    using domain::EntityKind;
    const auto kind = one.entity.kind;
    return one.fieldPath.isEmpty() && (kind == EntityKind::Person || kind == EntityKind::Team);
}

QString idsOf(const QList<domain::Entity> &people)
{
    QStringList ids;
    for (const auto &one : people.mid(0, mostNamed))
        ids.append(one.nativeId);
    return ids.join(u", "_s);
}

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

//! Who is called \a name and can own what \a known shows: of several, the one whom the account
//! knows that it goes to. Where it knows several, a person has to say who is meant.
Result<domain::Entity> StoreEditSource::ownerCalled(const Known &known, const QString &name)
{
    const auto found = m_store.resolve(name, candidates).takeResult();
    if (!found)
        return tl::unexpected(found.error());
    QList<domain::Entity> all;
    QList<domain::Entity> fitting;
    for (const auto &one : *found) {
        if (!canOwn(one))
            continue;
        all.append(one.entity);
        if (editsFor(known.page, {.addedOwners = {one.entity}}, known.places))
            fitting.append(one.entity);
    }
    if (all.isEmpty())
        return failure(Error::Kind::NotFound, u"no person and no team is called “%1”"_s.arg(name));
    if (fitting.size() > 1)
        return failure(Error::Kind::BadInput,
                       u"%1 are called “%2”; write the id of the one that is meant: %3"_s.arg(
                           QString::number(fitting.size()), name, idsOf(fitting)));
    return fitting.isEmpty() ? all.first() : fitting.first();
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
        for (const auto &name : addedNames(change)) {
            auto owner = ownerCalled(*known, name);
            if (!owner)
                return tl::unexpected(owner.error());
            wish.addedOwners.append(*std::move(owner));
        }
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
Result<int> StoreEditSource::takeBack(const QUuid &thing, const QString &path)
{
    const auto known = read(thing);
    if (!known)
        return tl::unexpected(known.error());
    const auto edits = path.isEmpty() ? editsOf(known->page, known->operations)
                                      : fieldEditsOf(known->page, path, known->operations);
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

Result<int> StoreEditSource::putField(const QUuid &asset, const QString &path,
                                      const EditChange &change)
{
    const auto known = read(asset);
    if (!known)
        return tl::unexpected(known.error());
    const auto offer = fieldOfferOf(known->page, path, known->places, known->operations);
    if (offer.description.text != change.before)
        return failure(Error::Kind::Conflict, u"the description is another one now"_s);
    const auto edits =
        editsFor(known->page, {.field = path, .description = change.after}, known->places);
    if (!edits)
        return tl::unexpected(edits.error());
    const auto done = m_commands.edit(*edits).takeResult();
    return done ? Result<int>(int(done->size())) : tl::unexpected(done.error());
}

QFuture<Result<FieldOffer>> StoreEditSource::fieldOffer(const QUuid &asset, const QString &path)
{
    return QtConcurrent::run(&m_pool, [this, asset, path]() -> Result<FieldOffer> {
        const auto known = read(asset);
        return known ? fieldOfferOf(known->page, path, known->places, known->operations)
                     : Result<FieldOffer>(tl::unexpected(known.error()));
    });
}

QFuture<Result<int>> StoreEditSource::editField(const QUuid &asset, const QString &path,
                                                const EditChange &change)
{
    return QtConcurrent::run(&m_pool,
                             [this, asset, path, change] { return putField(asset, path, change); });
}

QFuture<Result<int>> StoreEditSource::undoField(const QUuid &asset, const QString &path)
{
    return QtConcurrent::run(&m_pool, [this, asset, path] { return takeBack(asset, path); });
}

} // namespace portolan::items
