// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/faults/pullbench.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

//! Long enough for an answer in drops, short enough for one that never comes. A machine that does
//! other things as well needs longer for any answer: PORTOLAN_FAULT_PATIENCE says how many times.
net::TransferLimits hasty()
{
    const auto times = std::max(1, qEnvironmentVariableIntValue("PORTOLAN_FAULT_PATIENCE"));
    return {.connectMs = 2000, .slowBytesPerSecond = 1, .slowSeconds = 1, .apiMs = 700L * times};
}

//! A host that is never left alone: what is tested is the adapter.
constexpr net::HostLimits open{
    .requestsPerSecond = 1e6, .burst = 1e6, .failuresToBreak = 1'000'000, .unnamedPauseMs = 1};

} // namespace

QFuture<Result<net::HttpResponse>> TokenClient::stream(net::HttpRequest request, net::BodySink sink)
{
    request.credential = {.scheme = net::Credential::Scheme::Bearer,
                          .name = {},
                          .secret = Secret(QByteArray(m_token.constData()))};
    return m_client.stream(std::move(request), std::move(sink));
}

PullBench::PullBench(std::unique_ptr<Shape> shape, std::unique_ptr<platforms::Platform> platform,
                     quint32 seed, const QJsonObject &accountOptions)
    : server(std::move(shape), {.key = token(), .seed = seed, .deafMs = 5})
    , m_curl(m_real, hasty())
    , m_patient(
          m_curl, m_real, [] { return 0.0; }, open)
    , m_client(std::make_shared<TokenClient>(m_patient, token()))
    , m_options(accountOptions)
    , m_platform(std::move(platform))
{
    server.with([this](Shape &one) { clock.set(one.now); });
}

QByteArray PullBench::token()
{
    return "the-token";
}

platforms::AccountSettings PullBench::settings() const
{
    platforms::AccountSettings settings;
    settings.id = QUuid(u"11111111-0000-4000-8000-0000000000fa"_s);
    settings.name = u"trial"_s;
    settings.platform = m_platform->name();
    settings.url = QUrl(server.address());
    settings.options = m_options;
    return settings;
}

std::unique_ptr<platforms::Session> PullBench::opened()
{
    auto session = m_platform->open(settings(), services());
    return session ? std::move(*session) : nullptr;
}

platforms::Session &PullBench::session()
{
    if (!m_session)
        m_session = opened();
    return *m_session;
}

platforms::ActionPort &PullBench::port()
{
    return *session().actions();
}

Result<platforms::PullResult> PullBench::pull(bool full)
{
    local.told.clear();
    auto pulled = session().pull(local.cursor, full, local);
    if (pulled)
        local.finish(*pulled);
    else
        m_session.reset();
    return pulled;
}

Result<MemorySink> PullBench::seenByAnother()
{
    MemorySink fresh;
    const auto pulled = opened()->pull({}, true, fresh);
    if (!pulled)
        return tl::unexpected(pulled.error());
    fresh.finish(*pulled);
    return fresh;
}

QString PullBench::difference()
{
    const auto other = seenByAnother();
    return other ? differenceOf(local, *other)
                 : QString(u"the other pull failed: "_s + other.error().detail);
}

void PullBench::change(const std::function<void(Shape &)> &act)
{
    server.with(act);
}

void PullBench::pass(qint64 ms)
{
    clock.pass(ms);
    server.with([ms](Shape &shape) { shape.now = shape.now.addMSecs(ms); });
}

qsizetype PullBench::requests()
{
    const auto count = server.seen().size();
    server.forgetSeen();
    return count;
}

} // namespace portolan::tests
