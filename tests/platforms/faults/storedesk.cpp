// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/faults/storedesk.h"

#include "tests/store/lineagerecords.h"

#include <QEventLoop>
#include <QFutureWatcher>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr net::TransferLimits hasty{
    .connectMs = 2000, .slowBytesPerSecond = 1, .slowSeconds = 1, .apiMs = 700};

constexpr net::HostLimits open{
    .requestsPerSecond = 1e6, .burst = 1e6, .failuresToBreak = 1'000'000, .unnamedPauseMs = 1};

const QUuid account(u"11111111-0000-4000-8000-0000000000fb"_s);

template <typename T>
T await(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.takeResult();
}

//! One line of everything that can be seen of \a entity.
QString lineOf(const domain::Entity &entity, const domain::Page &page)
{
    const auto &record = page.merged;
    QStringList parts{entity.nativeId,        record.name,
                      record.description,     record.ownerName,
                      record.status,          record.domain.join(u'/'),
                      record.tags.join(u','), QString::number(record.fields.size()),
                      record.datasetKey};
    QStringList hangs;
    for (const auto &related : page.related)
        hangs.append(domain::relationWord(related.relation) + u' ' + related.entity.nativeId);
    hangs.sort(); // what comes from other things has no order of its own
    parts += hangs;
    for (const auto &native : page.native)
        parts.append(QString::fromUtf8(native.json));
    return parts.join(u" | "_s);
}

} // namespace

StoreDesk::StoreDesk(const QString &address, std::unique_ptr<platforms::Platform> platform,
                     const Clock &clock)
    : m_clock(clock)
    , m_curl(m_real, hasty)
    , m_patient(
          m_curl, m_real, [] { return 0.0; }, open)
{
    const auto profile = store::Profile::open(m_dir.filePath(u"p"_s));
    m_store = std::move(*store::Store::open(*profile, m_clock));
    const auto stored = await(m_store->accounts().put(
        {.id = account, .name = u"trial"_s, .platform = platform->name(), .url = address}));
    sync::Engine::Platforms platforms;
    platforms.push_back(std::move(platform));
    m_engine = std::make_unique<sync::Engine>(*m_store, m_clock, std::move(platforms));
    m_engine->setClients(
        [this](const platforms::AccountSettings &) -> Result<std::shared_ptr<net::HttpClient>> {
            return std::make_shared<TokenClient>(m_patient, PullBench::token());
        });
    m_isReady = stored && m_engine->takeLock();
}

StoreDesk::~StoreDesk()
{
    m_engine.reset(); // before the store and the network that it uses
}

bool StoreDesk::takesRequests()
{
    const auto accounts = await(m_store->accounts().accounts()).value();
    return m_engine->accessHost(accounts.first()).takesRequests;
}

QString StoreDesk::sync(bool full)
{
    const auto report = await(m_engine->sync({}, full));
    if (!report || report->accounts.isEmpty())
        return report ? u"there is no account"_s : report.error().detail;
    return report->accounts.first().state;
}

QStringList StoreDesk::content()
{
    QStringList lines;
    for (const auto kind : domain::allEntityKinds) {
        const auto entities = await(m_store->list(kind, {}, 10'000)).value();
        for (const auto &entity : entities)
            lines.append(lineOf(entity, await(m_store->page(entity.id)).value()));
    }
    auto edges = linesOf(await(m_store->lineage({.fields = true})).value());
    edges.sort();
    lines += edges;
    const auto slos = await(m_store->slos()).value();
    for (const auto &row : slos)
        lines.append(u"slo "_s + row.slo.nativeId);
    const auto books = await(m_store->access()).value();
    for (const auto &one : books) {
        for (const auto &held : one.book.requests)
            lines.append(u"request "_s + held.place + u' ' + held.sha256);
        for (const auto &held : one.book.decisions)
            lines.append(u"decision "_s + held.place);
    }
    return lines;
}

QString firstDifference(const QStringList &left, const QStringList &right)
{
    const auto partsOf = [](const QStringList &lines, const QString &begin) {
        for (const auto &line : lines) {
            if (line.startsWith(begin))
                return line.split(u" | "_s);
        }
        return QStringList();
    };
    for (const bool isLeft : {true, false}) {
        const auto &lines = isLeft ? left : right;
        const auto &others = isLeft ? right : left;
        const QSet<QString> known(others.begin(), others.end());
        for (const auto &line : lines) {
            if (known.contains(line))
                continue;
            const auto name = line.section(u" | "_s, 0, 0);
            const auto theirs = partsOf(others, name + u" | "_s);
            QStringList only;
            for (const auto &part : line.split(u" | "_s)) {
                if (!theirs.contains(part))
                    only.append(part.left(200));
            }
            return (isLeft ? u"only here: "_s : u"missing: "_s) % name % u": " % only.join(u", "_s);
        }
    }
    return left.size() == right.size() ? QString() : u"one has something twice"_s;
}

} // namespace portolan::tests
