// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/entropydata/entropybench.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr auto key = "the-key";

//! Long enough for an answer in drops, short enough for one that never comes.
constexpr net::TransferLimits hasty{
    .connectMs = 2000, .slowBytesPerSecond = 1, .slowSeconds = 1, .apiMs = 700};

//! A host that is never left alone: what is tested is the adapter.
constexpr net::HostLimits open{
    .requestsPerSecond = 1e6, .burst = 1e6, .failuresToBreak = 1'000'000, .unnamedPauseMs = 1};

} // namespace

std::unique_ptr<Shape> EntropyBench::takeShape(const ShapeSettings &settings,
                                               std::unique_ptr<Shape> other)
{
    if (other)
        return other;
    auto shape = std::make_unique<EntropyShape>(settings);
    m_shape = shape.get();
    return shape;
}

EntropyBench::EntropyBench(const ShapeSettings &settings, std::unique_ptr<Shape> other)
    : server(takeShape(settings, std::move(other)),
             {.key = key, .seed = settings.seed, .deafMs = 5})
    , m_curl(m_real, hasty)
    , m_patient(std::make_unique<net::PatientClient>(
          m_curl, m_real, [] { return 0.0; }, open))
    , m_keyed(std::make_shared<KeyClient>(*m_patient, key))
    , m_platform(platforms::entropydata::create())
{
    clock.set(QDateTime(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC)); // as the platform has it
}

std::unique_ptr<platforms::Session> EntropyBench::opened()
{
    platforms::AccountSettings settings{.id = QUuid(u"11111111-0000-4000-8000-0000000000ed"_s),
                                        .name = u"entropy"_s,
                                        .platform = m_platform->name(),
                                        .url = QUrl(server.address() + path)};
    settings.options = options;
    auto session = m_platform->open(settings, {clock, m_keyed});
    return session ? std::move(*session) : nullptr;
}

platforms::Session &EntropyBench::session()
{
    if (!m_session)
        m_session = opened();
    return *m_session;
}

platforms::ActionPort &EntropyBench::port()
{
    return *session().actions();
}

Result<platforms::PullResult> EntropyBench::pull(bool full)
{
    auto pulled = session().pull(local.cursor, full, local);
    if (pulled)
        local.finish(*pulled);
    else
        m_session.reset();
    return pulled;
}

QString EntropyBench::difference()
{
    MemorySink fresh;
    const auto pulled = opened()->pull({}, true, fresh);
    if (!pulled)
        return u"the other pull failed: "_s + pulled.error().detail;
    fresh.finish(*pulled);
    return differenceOf(local, fresh);
}

void EntropyBench::change(const std::function<void(EntropyShape &)> &act)
{
    server.with([&](Shape &) { act(*m_shape); });
}

qsizetype EntropyBench::requests()
{
    const auto count = server.seen().size();
    server.forgetSeen();
    return count;
}

std::optional<domain::RequestOutcome> outcomeIn(const domain::AccessBook &book,
                                                const QUuid &request)
{
    QList<domain::AccessDecision> decisions;
    for (const auto &held : book.decisions)
        decisions.append(held.decision);
    for (const auto &held : book.requests) {
        if (held.request.id == request)
            return domain::outcomeOf(held.request, decisions, {.asked = held.sha256});
    }
    return {};
}

} // namespace portolan::tests
