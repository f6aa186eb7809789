// SPDX-License-Identifier: GPL-3.0-or-later
// Entropy Data through the real engine into the real store: after a storm of faults the content of
// the store is what another profile has that was never disturbed.
#include "models/store/store.h"
#include "models/sync/engine.h"
#include "tests/platforms/entropydata/entropybench.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::EntropyShape;

namespace {

constexpr net::TransferLimits hasty{
    .connectMs = 2000, .slowBytesPerSecond = 1, .slowSeconds = 1, .apiMs = 700};

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

//! A profile with an account at the installation.
class Desk
{
public:
    explicit Desk(const QString &address)
        : m_curl(m_clock, hasty)
        , m_patient(m_curl, m_clock, [] { return 0.0; },
                    {.requestsPerSecond = 1e6,
                     .burst = 1e6,
                     .failuresToBreak = 1'000'000,
                     .unnamedPauseMs = 1})
    {
        const auto profile = store::Profile::open(m_dir.filePath(u"p"_s));
        m_store = std::move(*store::Store::open(*profile, m_clock));
        const auto stored =
            await(m_store->accounts().put({.id = QUuid(u"11111111-0000-4000-8000-0000000000ed"_s),
                                           .name = u"entropy"_s,
                                           .platform = u"entropy-data"_s,
                                           .url = address}));
        sync::Engine::Platforms platforms;
        platforms.push_back(platforms::entropydata::create());
        m_engine = std::make_unique<sync::Engine>(*m_store, m_clock, std::move(platforms));
        m_engine->setClients(
            [this](const platforms::AccountSettings &) -> Result<std::shared_ptr<net::HttpClient>> {
                return std::make_shared<tests::KeyClient>(m_patient, "the-key");
            });
        isReady = stored && m_engine->takeLock();
    }

    ~Desk() { m_engine.reset(); }

    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    //! Whether requests for its ports go to the account itself (ruling 23).
    bool takesRequests()
    {
        const auto accounts = await(m_store->accounts().accounts()).value();
        return m_engine->accessHost(accounts.first()).takesRequests;
    }

    //! How the sync of the account ended: "complete", "partial" or "failed".
    QString sync(bool full = false)
    {
        const auto report = await(m_engine->sync({}, full));
        return report ? report->accounts.first().state : report.error().detail;
    }

    //! Everything that the store says, as lines that can be compared.
    QStringList content()
    {
        QStringList lines;
        for (const auto kind : domain::allEntityKinds) {
            const auto entities = await(m_store->list(kind, {}, 10'000)).value();
            for (const auto &entity : entities) {
                const auto page = await(m_store->page(entity.id)).value();
                const auto &record = page.merged;
                QStringList parts{entity.nativeId,        record.name,
                                  record.description,     record.ownerName,
                                  record.status,          record.domain.join(u'/'),
                                  record.tags.join(u','), QString::number(record.fields.size()),
                                  record.datasetKey};
                QStringList hangs;
                for (const auto &related : page.related)
                    hangs.append(domain::relationWord(related.relation) + u' '
                                 + related.entity.nativeId);
                hangs.sort(); // what comes from other things has no order of its own
                parts += hangs;
                for (const auto &native : page.native)
                    parts.append(QString::fromUtf8(native.json));
                lines.append(parts.join(u" | "_s));
            }
        }
        const auto graph = await(m_store->lineage()).value();
        lines.append(u"edges %1"_s.arg(graph.links.size()));
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

    bool isReady = false;

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    net::CurlClient m_curl;
    net::PatientClient m_patient;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::Engine> m_engine;
};

void stir(EntropyShape &shape, int n)
{
    auto product = shape.thing(u"dataproducts"_s, u"product-0"_s);
    product.insert(u"name"_s, u"State %1"_s.arg(n));
    shape.put(u"dataproducts"_s, product);
    shape.remove(u"definitions"_s, u"more-%1"_s.arg(n - 1));
    shape.put(u"definitions"_s,
              {{u"id"_s, u"more-%1"_s.arg(n)}, {u"owner"_s, u"team-0"_s}, {u"title"_s, u"More"_s}});
    if (n == 3)
        shape.remove(u"access"_s, u"access-3"_s);
    if (n == 4)
        shape.remove(u"dataproducts"_s, u"product-5"_s);
}

//! What the first line that differs has and the other's has not, or the other way round.
QString firstDifference(const QStringList &left, const QStringList &right)
{
    const auto partsOf = [](const QStringList &lines, const QString &begin) {
        for (const auto &line : lines) {
            if (line.startsWith(begin))
                return line.split(u" | "_s);
        }
        return QStringList();
    };
    for (const auto &lines : {left, right}) {
        const auto &others = lines == left ? right : left;
        for (const auto &line : lines) {
            if (others.contains(line))
                continue;
            const auto name = line.section(u" | "_s, 0, 0);
            const auto theirs = partsOf(others, name + u" | "_s);
            QStringList only;
            for (const auto &part : line.split(u" | "_s)) {
                if (!theirs.contains(part))
                    only.append(part.left(200));
            }
            return QString((lines == left ? u"only after the storm: "_s : u"missing: "_s) % name
                           % u": "_s % only.join(u", "_s));
        }
    }
    return {};
}

} // namespace

class TestEntropySync : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void afterAStormTheStoreHasWhatTheOtherHas()
    {
        auto owned = std::make_unique<EntropyShape>(
            tests::ShapeSettings{.seed = 5, .size = 6, .pageSize = 3});
        auto *shape = owned.get();
        tests::LoopbackServer server(std::move(owned), {.key = "the-key", .seed = 5, .deafMs = 5});
        Desk stormy(server.address());
        QVERIFY(stormy.isReady);
        QVERIFY(stormy.takesRequests());
        QRandomGenerator random(5);
        int failed = 0;
        for (int round = 0; round < 12; ++round) {
            server.with([&](tests::Shape &) { stir(*shape, round); });
            server.storm(10 + int(random.bounded(40)));
            failed += stormy.sync() == u"complete" ? 0 : 1;
            server.calm();
        }
        QVERIFY(failed > 0);
        QCOMPARE(stormy.sync(), u"complete"_s);
        Desk calm(server.address());
        QCOMPARE(calm.sync(), u"complete"_s);
        const auto content = calm.content();
        QVERIFY(content.size() > 40);
        const auto difference = firstDifference(stormy.content(), content);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

QTEST_GUILESS_MAIN(TestEntropySync)

#include "tst_entropysync.moc"
