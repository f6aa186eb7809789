// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include "models/base/background.h"
#include "models/store/cachetables.h"
#include "models/store/filelock.h"
#include "models/store/space.h"
#include "models/store/storeprivate.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

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

Store::Private::Private(const Profile &forProfile, const Clock &forClock, FileOptions with)
    : profile(forProfile)
    , clock(forClock)
    , options(std::move(with))
{
}

void Store::Private::keepToMyself()
{
    isAlone = true;
    for (auto *file : {&options.cache, &options.history, &options.outbox})
        file->vfs = "unix-excl";
}

//! SQLite lets go of such a file when its last connection that may write is closed; readers would
//! then ask for the shared one again.
void Store::Private::holdFiles()
{
    for (const auto &file : {options.cache, options.history, options.outbox}) {
        auto small = file;
        small.cacheKiB = 64;
        held.push_back(std::make_unique<Connection>(small));
        held.back()->number("SELECT count(*) FROM sqlite_schema"); // the lock comes with a read
    }
}

Store::Private::~Private()
{
    isClosing = true;
    // Pages first, then what they become, then the searches that waited for the index: everything
    // that was asked for is done. All stay until the last thread has ended.
    if (preparing)
        preparing->close();
    outbox.reset();
    if (writer)
        writer->close();
    if (indexer)
        indexer->close();
    if (readers)
        readers->close();
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

constexpr qint64 reserveNeedsMegabytes = 8;
constexpr int longestOpening = 60'000; // checking and mending a large file takes seconds

//! After the catalogue was lost, every account says so and is pulled as if for the first time.
void noteLostCache(const OpenOptions &cache, const AccountsNow &accounts, const QString &why)
{
    Connection connection(cache);
    for (const auto &account : accounts.accounts) {
        PullState state;
        state.account = account.id;
        state.state = u"failed"_s;
        state.error = why;
        const auto row = CacheAccountTable(connection).rowOf(account.id);
        PullStateTable(connection).put(row, state);
    }
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const Profile &profile, const Clock &clock,
                                           const QByteArray &vfs)
{
    if (const auto writable = mayBeWritten(profile); !writable)
        return tl::unexpected<Error>(writable.error());
    auto d = std::make_unique<Private>(profile, clock, fileOptions(profile, vfs));
    bool checkDue = false;
    const auto open = [&] {
        // Two processes must not mend one file; and whose marker is there is known to both.
        FileLock opening(QDir(profile.directory()).filePath(u"opening.lock"_s));
        if (!opening.take(longestOpening))
            throw Error{Error::Kind::Busy,
                        u"another Portolan has been opening this profile for a minute"_s};
        Recovery recovery(d->profile, d->options, clock);
        recovery.run();
        if (d->isAlone)
            d->holdFiles();
        d->notices = recovery.findings();
        checkDue = recovery.cacheCheckDue();
        Connection outbox(d->options.outbox);
        OutboxStore::load(outbox, d->registry);
        if (recovery.cacheLost())
            noteLostCache(d->options.cache, *d->registry.now(), d->notices.last().message);
        d->marker = std::make_unique<RunMarker>(profile.directory());
    };
    auto opened = guarded(open);
    // Even to read takes some room, for journals and what readers share: on a full disk the reserve
    // gives it, and is kept again in a later run.
    if (!opened && opened.error().kind == Error::Kind::DiskFull
        && QFile::remove(reserveFile(profile))) {
        d->isReserveSpent = true;
        opened = guarded(open);
    }
    // Nor has a disk that somebody else filled to the last byte: what is there is read all the
    // same.
    if (!opened && opened.error().kind == Error::Kind::DiskFull && vfs.isEmpty()) {
        d->keepToMyself();
        if (guarded(open))
            opened = Result<void>();
    }
    if (!opened)
        return tl::unexpected<Error>(opened.error().kind == Error::Kind::DiskFull
                                         ? fullDiskError(profile, opened.error())
                                         : opened.error());
    d->start();
    if (checkDue)
        d->checkCache();
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

void Store::Private::start()
{
    // On a disk that is nearly full the reserve would take the very room that it stands for.
    if (!isReserveSpent && freeMegabytes(profile) >= reserveNeedsMegabytes)
        keepReserve(reserveFile(profile));
    auto cacheToRead = options.cache;
    cacheToRead.readOnly = true;
    cacheToRead.cacheKiB = 8 * 1024;
    indexed = registry.now();
    indexer = std::make_unique<Indexer>(
        Indexer::Setup{profile.indexFile(), cacheToRead, &registry, &clock,
                       [this] { return store::roomToSync(profile).has_value(); },
                       [this] { notifier.mark(ChangeNotifier::Entities); }});
    lookout = std::make_unique<Lookout>(
        options.cache, [this] { outbox->reload(); },
        [this] {
            notifier.mark(ChangeNotifier::Entities | ChangeNotifier::Accounts);
            indexer->noteChange();
        });
    writer = std::make_unique<Writer>(Writer::Setup{options.cache, options.history, &clock,
                                                    &registry, [this] { lookout->noteOwnCommit(); },
                                                    [this] {
                                                        notifier.mark(ChangeNotifier::Entities);
                                                        indexer->noteChange();
                                                    }});
    readers = std::make_unique<TaskThreads<ReadFiles>>(2, [] { return ReadFiles(); });
    // Whoever opens a store asks next. What cannot be opened now is tried, and reported, then.
    for (int thread = 0; thread < 2; ++thread)
        readers->post(
            [this](ReadFiles &files) { static_cast<void>(guarded([&] { open(files); })); });
    preparing = std::make_unique<TaskThreads<std::monostate>>(1, [] {
        giveWay();
        return std::monostate();
    });
    outbox = std::make_unique<OutboxStore>(OutboxStore::Setup{
        options.outbox, reserveFile(profile), &registry, [this] { accountsChanged(); },
        [this] { notifier.mark(ChangeNotifier::OwnWork); }, [this] { decided(); }});
}

namespace {

//! Whether something that the index holds of \a account reads otherwise in \a now.
bool readsOtherwise(const Account &account, const AccountsNow &now)
{
    const auto same = std::ranges::find(now.accounts, account.id, &Account::id);
    return same != now.accounts.end()
        && (same->name != account.name || same->platform != account.platform);
}

} // namespace

void Store::Private::accountsChanged()
{
    notifier.mark(ChangeNotifier::Accounts);
    // An empty job: the writer sees the new order of accounts and merges again.
    writer->post(
        std::make_unique<FutureJob<void>>([](CacheWriter &, std::monostate &) { return false; }));
    const auto before = std::exchange(indexed, registry.now());
    for (const auto &account : before->accounts) {
        if (readsOtherwise(account, *indexed))
            indexer->rebuild();
    }
    const auto isOld = [&before](const Account &account) {
        return std::ranges::find(before->accounts, account.id, &Account::id)
            != before->accounts.end();
    };
    for (const auto &account : indexed->accounts) {
        if (!isOld(account))
            indexer->noteAccount(account.id);
    }
}

void Store::Private::decided()
{
    notifier.mark(ChangeNotifier::OwnWork);
    // An empty job: the writer sees the new decisions and merges again.
    writer->post(
        std::make_unique<FutureJob<void>>([](CacheWriter &, std::monostate &) { return false; }));
}

void Store::Private::checkCache()
{
    readers->post([this](ReadFiles &) {
        // A connection of its own: those of the readers may not use a PRAGMA.
        static_cast<void>(guarded([this] {
            auto checking = options.cache;
            checking.readOnly = true;
            Connection connection(checking);
            Recovery::checkCacheLater(profile, connection);
        }));
    });
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

Result<void> Store::roomToSync() const
{
    return store::roomToSync(d->profile);
}

AccountStore &Store::accounts()
{
    return *d->outbox;
}

OperationStore &Store::operations()
{
    return *d->outbox;
}

} // namespace portolan::store
