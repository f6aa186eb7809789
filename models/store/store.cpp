// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include "models/store/migration.h"
#include "models/store/storeprivate.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

WriteCounts &WriteCounts::operator+=(const WriteCounts &other)
{
    added += other.added;
    changed += other.changed;
    removed += other.removed;
    unchanged += other.unchanged;
    return *this;
}

FileOptions fileOptions(const Profile &profile, const QByteArray &vfs)
{
    FileOptions options;
    options.cache.file = profile.cacheFile();
    options.cache.cacheKiB = 64 * 1024; // a full import writes to four trees at random places
    options.cache.checkpointPages = 4000;
    options.history.file = profile.historyFile();
    options.outbox.file = profile.outboxFile();
    options.outbox.full = true;
    for (auto *file : {&options.cache, &options.history, &options.outbox})
        file->vfs = vfs;
    return options;
}

Store::Private::Private(const Profile &forProfile, const Clock &forClock, FileOptions with)
    : profile(forProfile)
    , clock(forClock)
    , options(std::move(with))
{
}

Store::Private::~Private()
{
    // Pages first, then what they become: everything that was asked for is written.
    preparing.reset();
    outbox.reset();
    writer.reset();
    indexer.reset(); // after the writer: the last commit shall be in it
    readers.reset(); // after the index: searches that waited for it are asked there
}

void Store::Private::open(ReadFiles &files) const
{
    const auto readOnly = [](OpenOptions open) {
        open.readOnly = true;
        open.cacheKiB = 8 * 1024;
        auto connection = std::make_unique<Connection>(open);
        connection->restrict();
        return connection;
    };
    if (!files.cache)
        files.cache = readOnly(options.cache);
    if (!files.history)
        files.history = readOnly(options.history);
}

namespace {

void prepareFile(const OpenOptions &options, const Schema &schema, const QString &backups)
{
    Connection connection(options);
    migrate(connection, schema, backups);
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const Profile &profile, const Clock &clock)
{
    auto d = std::make_unique<Private>(profile, clock, fileOptions(profile, {}));
    const auto opened = guarded([&] {
        prepareFile(d->options.cache, cacheSchema, {});
        prepareFile(d->options.history, historySchema, profile.backupDirectory());
        prepareFile(d->options.outbox, outboxSchema, profile.backupDirectory());
        Connection outbox(d->options.outbox);
        OutboxStore::load(outbox, d->registry);
    });
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    auto *p = d.get();
    const auto reserve = profile.outboxFile() + u".reserve"_s;
    keepReserve(reserve);
    auto cacheToRead = p->options.cache;
    cacheToRead.readOnly = true;
    cacheToRead.cacheKiB = 8 * 1024;
    p->indexer = std::make_unique<Indexer>(
        Indexer::Setup{profile.indexFile(), cacheToRead, &p->registry, &clock,
                       [p] { p->notifier.mark(ChangeNotifier::Entities); }});
    p->writer =
        std::make_unique<Writer>(Writer::Setup{p->options.cache,
                                               p->options.history,
                                               &clock,
                                               &p->registry,
                                               [p] {
                                                   p->notifier.mark(ChangeNotifier::Entities);
                                                   p->indexer->noteChange();
                                               },
                                               {}});
    p->readers = std::make_unique<TaskThreads<ReadFiles>>(2, [] { return ReadFiles(); });
    p->preparing =
        std::make_unique<TaskThreads<std::monostate>>(1, [] { return std::monostate(); });
    p->outbox = std::make_unique<OutboxStore>(
        OutboxStore::Setup{p->options.outbox, reserve, &p->registry,
                           [p] {
                               p->notifier.mark(ChangeNotifier::Accounts);
                               // An empty job: the writer sees the new order of accounts and merges
                               // again.
                               p->writer->post(std::make_unique<FutureJob<void>>(
                                   [](CacheWriter &, std::monostate &) { return false; }));
                               p->indexer->rebuild();
                           },
                           [p] { p->notifier.mark(ChangeNotifier::OwnWork); },
                           [p](const JoinDecision &decision) {
                               p->writer->post(std::make_unique<FutureJob<void>>(
                                   [decision](CacheWriter &writer, std::monostate &) {
                                       writer.decide(decision);
                                       return false;
                                   }));
                           }});
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

Store::Store(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Store::~Store() = default;

const Profile &Store::profile() const
{
    return d->profile;
}

Changes &Store::changes()
{
    return d->notifier.changes();
}

AccountStore &Store::accounts()
{
    return *d->outbox;
}

} // namespace portolan::store
