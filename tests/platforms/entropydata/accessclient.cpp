// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/entropydata/accessclient.h"

#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/platforms/actionport.h"
#include "models/store/store.h"
#include "models/sync/engine.h"
#include "models/sync/portalcommands.h"
#include "tests/platforms/entropydata/entropybench.h"

#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using domain::DecisionKind;
using domain::OperationState;
using Flaw = AccessClientTask::Flaw;

constexpr int drainRounds = 2000;
// A cut request is done within 60 ms at this server, and never later.
constexpr int settledAfterMs = 150;
constexpr int tooEarlyMs = 30;
constexpr net::TransferLimits hasty{
    .connectMs = 500, .slowBytesPerSecond = 1, .slowSeconds = 1, .apiMs = 400};

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

//! The adapter's session, but for how long what was cut may still be done: the adapter allows for
//! the slowest network, this server is quick. One that forgets takes every attempt for the first,
//! and nothing for done.
class QuickSession final : public platforms::Session, public platforms::ActionPort
{
public:
    QuickSession(std::unique_ptr<platforms::Session> session, bool forgets)
        : m_session(std::move(session))
        , m_forgets(forgets)
    {
    }

    Result<platforms::PullResult> pull(const QByteArray &cursor, bool full,
                                       platforms::PageSink &sink) override
    {
        return m_session->pull(cursor, full, sink);
    }

    platforms::ActionPort *actions() override { return this; }

    platforms::ActionOutcome send(const domain::Operation &operation) override
    {
        auto attempt = operation;
        if (m_forgets) {
            attempt.attempts = 1;
            attempt.doubtful = false;
        }
        return m_session->actions()->send(attempt);
    }

    platforms::LookUpOutcome lookUp(const domain::Operation &operation) override
    {
        return m_forgets ? platforms::LookUpOutcome{.kind = platforms::LookUpOutcome::Kind::Absent}
                         : m_session->actions()->lookUp(operation);
    }

    bool honoursKeys() const override { return m_session->actions()->honoursKeys(); }

    qint64 settlingMs() const override { return m_forgets ? 0 : settledAfterMs; }

private:
    std::unique_ptr<platforms::Session> m_session;
    bool m_forgets;
};

class QuickPlatform final : public platforms::Platform
{
public:
    explicit QuickPlatform(bool forgets)
        : m_forgets(forgets)
    {
    }

    QString name() const override { return m_platform->name(); }

    platforms::Capabilities capabilities() const override { return m_platform->capabilities(); }

    Result<QString> check(const platforms::AccountSettings &settings,
                          const platforms::Services &services) const override
    {
        return m_platform->check(settings, services);
    }

    Result<std::unique_ptr<platforms::Session>>
    open(const platforms::AccountSettings &settings,
         const platforms::Services &services) const override
    {
        auto session = m_platform->open(settings, services);
        if (!session)
            return session;
        return std::make_unique<QuickSession>(std::move(*session), m_forgets);
    }

private:
    bool m_forgets;
    std::unique_ptr<platforms::Platform> m_platform = platforms::entropydata::create();
};

QString effectOf(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Approve:
        return u"approved"_s;
    case DecisionKind::Reject:
        return u"rejected"_s;
    case DecisionKind::Withdraw:
        return u"deleted"_s;
    default:
        return u"canceled"_s;
    }
}

//! A program that is under test.
class Client
{
public:
    explicit Client(const AccessClientTask &task)
        : m_task(task)
        , m_random(task.seed)
        , m_log(::open(QFile::encodeName(task.log).constData(),
                       O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600))
        , m_curl(m_clock, hasty)
        , m_patient(m_curl, m_clock, [] { return 0.0; },
                    {.requestsPerSecond = 1e6,
                     .burst = 1e6,
                     .failuresToBreak = 1'000'000,
                     .unnamedPauseMs = 1})
    {
    }

    ~Client() { ::close(m_log); }

    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    int run()
    {
        const auto profile = store::Profile::open(m_task.profile);
        auto opened = profile ? store::Store::open(*profile, m_clock)
                              : tl::unexpected<Error>(profile.error());
        if (!opened)
            return failed(opened.error());
        m_store = std::move(*opened);
        sync::Engine::Platforms platforms;
        platforms.push_back(std::make_unique<QuickPlatform>(m_task.flaw == Flaw::Forgets));
        m_engine = std::make_unique<sync::Engine>(*m_store, m_clock, std::move(platforms), nullptr,
                                                  [] { return 0.0; });
        m_engine->setClients(
            [this](const platforms::AccountSettings &) -> Result<std::shared_ptr<net::HttpClient>> {
                return std::make_shared<KeyClient>(m_patient, "the-key");
            });
        m_commands = std::make_unique<sync::PortalCommands>(m_store->operations(), m_clock);
        if (const auto locked = m_engine->takeLock(); !locked)
            return failed(locked.error());
        const auto status = m_task.drain ? drain() : live();
        m_engine.reset(); // before what its sessions send through
        return status;
    }

private:
    int live()
    {
        for (;;) {
            if (const auto done = act(); !done)
                return failed(done.error());
            // That the platform answers badly is no failure of ours.
            if (const auto report = await(m_engine->sync()); !report)
                return failed(report.error());
        }
    }

    int drain()
    {
        for (int round = 0; round < drainRounds; ++round) {
            if (const auto report = await(m_engine->sync()); !report)
                return failed(report.error());
            const auto operations = await(m_commands->operations());
            if (!operations)
                return failed(operations.error());
            const bool isDone =
                std::all_of(operations->cbegin(), operations->cend(), [](const auto &operation) {
                    return operation.state == OperationState::Applied && operation.settled;
                });
            if (isDone)
                return 0;
            for (const auto &operation : *operations) {
                if (operation.state == OperationState::Conflict
                    || operation.state == OperationState::Rejected)
                    return failed({Error::Kind::Protocol,
                                   operation.kind + u" was refused: "_s + operation.errorText});
            }
            QThread::msleep(10);
        }
        return failed({Error::Kind::Protocol, u"it is stuck: "_s + whatWaits()});
    }

    //! What is not done, and why, for who looks at a run that failed.
    QString whatWaits()
    {
        QStringList waits;
        const auto operations = await(m_commands->operations());
        for (const auto &operation : operations.value_or(QList<domain::Operation>())) {
            if (operation.state != OperationState::Applied || !operation.settled)
                waits.append(
                    u"%1 of %2 in state %3 after %4 attempts, %5 (from %6, theirs %7): %8"_s.arg(
                        operation.kind, operation.nativeId, QString::number(int(operation.state)),
                        QString::number(operation.attempts), operation.revision,
                        operation.baseRevision, operation.theirRevision, operation.errorText));
        }
        return waits.join(u"; "_s);
    }

    //! Asks for one port or two, and says something about it at once, or about an earlier one.
    Result<void> act()
    {
        domain::AccessRequest request{
            .id = newId(),
            .consumer = {domain::EntityKind::Team, u"team:team-0"_s, u"Team 0"_s},
            .justification = u"To be killed"_s,
            .asker = {u"Maya"_s, u"maya@acme.example"_s},
            .created = m_clock.now()};
        // Of several ports each is looked at before it is asked for again, also by who forgets.
        const int ports = m_task.flaw == Flaw::Forgets ? 1 : 1 + m_random.bounded(2);
        for (int n = 0; n < ports; ++n) {
            domain::AccessItem item{.port = u"outputport:product-%1#port-%1"_s.arg(n),
                                    .product = u"dataproduct:product-%1"_s.arg(n)};
            item.id = domain::itemIdOf(request.id, item.port);
            request.items.append(item);
        }
        QList<sync::Action> actions{{.account = accessClientAccount(),
                                     .objectId = idText(request.id),
                                     .kind = domain::createRequestKind(),
                                     .payload = domain::toJson(request)}};
        QStringList effects;
        for (const auto &item : request.items)
            effects.append(idText(item.id) + u" created"_s);
        if (m_random.bounded(2) == 0)
            decide(request, actions, effects);
        else
            m_open.append(request);
        if (!m_open.isEmpty() && m_random.bounded(2) == 0)
            decide(m_open.takeAt(m_random.bounded(int(m_open.size()))), actions, effects);
        return perform(actions, effects);
    }

    void decide(const domain::AccessRequest &request, QList<sync::Action> &actions,
                QStringList &effects)
    {
        static constexpr DecisionKind kinds[] = {DecisionKind::Approve, DecisionKind::Reject,
                                                 DecisionKind::Withdraw};
        const auto kind = kinds[m_random.bounded(3)];
        for (const auto &item : request.items) {
            add(request, item, kind, actions, effects);
            if (kind == DecisionKind::Approve && m_random.bounded(3) == 0)
                add(request, item, DecisionKind::Terminate, actions, effects);
        }
    }

    void add(const domain::AccessRequest &request, const domain::AccessItem &item,
             DecisionKind kind, QList<sync::Action> &actions, QStringList &effects)
    {
        actions.append({.account = accessClientAccount(),
                        .objectId = idText(request.id),
                        .kind = domain::decideRequestKind(),
                        .payload = domain::toJson(
                            domain::AccessDecision{.id = newId(),
                                                   .item = item.id,
                                                   .kind = kind,
                                                   .by = {u"Olaf"_s, u"owner0@acme.example"_s},
                                                   .at = m_clock.now()})});
        effects.append(idText(item.id) + u' ' + effectOf(kind));
    }

    Result<void> perform(const QList<sync::Action> &actions, const QStringList &effects)
    {
        for (const auto &effect : effects)
            log(u"I "_s + effect);
        if (m_task.flaw == Flaw::SaysTooEarly) {
            confirm(effects);
            QThread::msleep(tooEarlyMs);
        }
        const auto stored = await(m_commands->perform(actions));
        if (!stored)
            return tl::unexpected(stored.error());
        if (m_task.flaw != Flaw::SaysTooEarly)
            confirm(effects);
        return {};
    }

    void confirm(const QStringList &effects) const
    {
        for (const auto &effect : effects)
            log(u"C "_s + effect);
    }

    //! From the seed, so that a run can be repeated.
    QUuid newId()
    {
        quint32 words[4];
        m_random.fillRange(words);
        return QUuid::createUuidV5(QUuid(),
                                   QByteArray(reinterpret_cast<const char *>(words), sizeof words));
    }

    void log(const QString &line) const
    {
        const auto bytes = (line + u'\n').toUtf8();
        if (::write(m_log, bytes.constData(), std::size_t(bytes.size())) != bytes.size())
            std::perror("the log");
    }

    static int failed(const Error &error)
    {
        std::fprintf(stderr, "client: %s\n", qPrintable(error.detail));
        return 3;
    }

    AccessClientTask m_task;
    QRandomGenerator m_random;
    int m_log;
    SystemClock m_clock;
    net::CurlClient m_curl;
    net::PatientClient m_patient;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<sync::PortalCommands> m_commands;
    QList<domain::AccessRequest> m_open; //!< about which nothing was said yet
};

} // namespace

QStringList AccessClientTask::arguments() const
{
    return {u"--client"_s,
            profile,
            log,
            QString::number(seed),
            QString::number(int(drain)),
            QString::number(int(flaw))};
}

AccessClientTask AccessClientTask::of(const QStringList &arguments)
{
    return {.profile = arguments.value(2),
            .log = arguments.value(3),
            .seed = arguments.value(4).toUInt(),
            .drain = arguments.value(5) == u"1"_s,
            .flaw = Flaw(arguments.value(6).toInt())};
}

QUuid accessClientAccount()
{
    return QUuid(u"22222222-0000-4000-8000-0000000000ed"_s);
}

int runAccessClient(const AccessClientTask &task)
{
    return Client(task).run();
}

} // namespace portolan::tests
