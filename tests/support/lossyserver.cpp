// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lossyserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

namespace {

using platforms::ActionOutcome;
using platforms::LookUpOutcome;

constexpr int longestDelayMs = 60; // RemotePlatform waits longer before it repeats
constexpr int readTimeoutMs = 500;

int socketAt(const QByteArray &file, sockaddr_un &address)
{
    address = {};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, file.constData(), sizeof address.sun_path - 1);
    return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

//! A line from \a from, or what came of it in time.
QByteArray readLine(int from, int timeoutMs)
{
    QByteArray line;
    char buffer[65536];
    for (;;) {
        pollfd waiting{from, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, timeoutMs);
        if (ready < 0 && errno == EINTR)
            continue;
        const auto size = ready > 0 ? ::read(from, buffer, sizeof buffer) : 0;
        if (size <= 0)
            return line;
        line.append(buffer, size);
        if (line.endsWith('\n'))
            return line;
    }
}

void writeLine(int to, const QJsonObject &object)
{
    QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact);
    line += '\n';
    qsizetype done = 0;
    while (done < line.size()) {
        const auto size =
            ::send(to, line.constData() + done, std::size_t(line.size() - done), MSG_NOSIGNAL);
        if (size <= 0)
            return; // whoever asked is gone
        done += size;
    }
}

QJsonObject jsonOf(const ActionOutcome &outcome)
{
    return {{u"kind"_s, int(outcome.kind)},    {u"nativeId"_s, outcome.nativeId},
            {u"revision"_s, outcome.revision}, {u"theirs"_s, QString::fromUtf8(outcome.theirs)},
            {u"afterMs"_s, outcome.afterMs},   {u"code"_s, outcome.code},
            {u"reason"_s, outcome.reason}};
}

} // namespace

LossyServer::LossyServer(QByteArray socketFile, quint32 seed, bool honoursKeys)
    : m_socketFile(std::move(socketFile))
    , m_random(seed)
    , m_state(honoursKeys)
{
}

int LossyServer::run()
{
    std::signal(SIGPIPE, SIG_IGN);
    sockaddr_un address;
    const int listening = socketAt(m_socketFile, address);
    ::unlink(m_socketFile.constData());
    if (::bind(listening, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(listening, 64) != 0)
        return 1;
    while (!m_isDone) {
        pollfd waiting{listening, POLLIN, 0};
        const bool isAsked = ::poll(&waiting, 1, m_deferred.empty() ? 1000 : 5) > 0;
        doDeferred();
        if (!isAsked)
            continue;
        const int connection = ::accept(listening, nullptr, nullptr);
        if (connection >= 0)
            serve(connection);
    }
    ::close(listening);
    return 0;
}

void LossyServer::serve(int connection)
{
    const auto line = readLine(connection, readTimeoutMs);
    doDeferred();
    // A client that was killed while it wrote left half a line.
    if (line.endsWith('\n')) {
        const auto reply = answer(QJsonDocument::fromJson(line).object());
        if (!reply.isEmpty())
            writeLine(connection, reply);
    }
    ::close(connection);
}

void LossyServer::doDeferred()
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    for (auto it = m_deferred.begin(); it != m_deferred.end();) {
        if (it->due > now) {
            ++it;
            continue;
        }
        static_cast<void>(m_state.apply(it->operation));
        it = m_deferred.erase(it);
    }
}

bool LossyServer::chance(int percent)
{
    return !m_isCalm && m_random.bounded(100) < percent;
}

QJsonObject LossyServer::answer(const QJsonObject &request)
{
    const auto what = request.value(u"do"_s).toString();
    if (what == u"send"_s) {
        domain::Operation operation;
        operation.key = QUuid(request.value(u"key"_s).toString());
        operation.objectId = request.value(u"object"_s).toString();
        operation.payload = request.value(u"payload"_s).toString().toUtf8();
        operation.baseRevision = request.value(u"base"_s).toString();
        operation.sent = QDateTime::fromMSecsSinceEpoch(request.value(u"at"_s).toInteger());
        return send(operation);
    }
    if (what == u"lookUp"_s) {
        const auto found = m_state.lookUp(QUuid(request.value(u"key"_s).toString()));
        if (chance(30))
            return {};
        return {{u"kind"_s, int(found.kind)},
                {u"nativeId"_s, found.nativeId},
                {u"revision"_s, found.revision}};
    }
    if (what == u"objects"_s) {
        QJsonObject objects;
        for (auto it = m_state.objects().cbegin(); it != m_state.objects().cend(); ++it)
            objects.insert(it.key(), m_state.revisionOf(it.key()));
        return {{u"objects"_s, objects}};
    }
    if (what == u"effects"_s) {
        QJsonArray effects;
        for (const auto &effect : m_state.effects()) {
            effects.append(QJsonObject{{u"key"_s, effect.key.toString(QUuid::WithoutBraces)},
                                       {u"object"_s, effect.object},
                                       {u"n"_s, effect.number}});
        }
        return {{u"effects"_s, effects}, {u"waiting"_s, int(m_deferred.size())}};
    }
    m_isCalm = m_isCalm || what == u"calm"_s;
    m_isDone = what == u"quit"_s;
    return {{u"done"_s, true}};
}

QJsonObject LossyServer::send(const domain::Operation &operation)
{
    if (chance(5))
        return {}; // lost before it took effect
    if (chance(5)) {
        m_deferred.push_back(
            {operation.sent.toMSecsSinceEpoch() + m_random.bounded(longestDelayMs), operation});
        return {};
    }
    if (chance(4))
        return jsonOf({.kind = ActionOutcome::Kind::Later, .code = u"HTTP 503"_s});
    if (chance(2))
        return jsonOf({.kind = ActionOutcome::Kind::Later, .afterMs = 20, .code = u"HTTP 429"_s});
    if (chance(2))
        return jsonOf({.kind = ActionOutcome::Kind::SignedOut, .code = u"HTTP 401"_s});
    const bool isKnown = m_state.lookUp(operation.key).kind == LookUpOutcome::Kind::Applied;
    if (!isKnown && !m_opposed.contains(operation.key) && chance(5)) {
        ++m_opposed[operation.key];
        const bool isConflict = m_random.bounded(2) == 0;
        return jsonOf(
            {.kind = isConflict ? ActionOutcome::Kind::Conflict : ActionOutcome::Kind::Rejected,
             .revision = m_state.revisionOf(operation.objectId),
             .theirs = isConflict ? QByteArray(R"({"by":"another"})") : QByteArray(),
             .code = isConflict ? u"HTTP 412"_s : u"HTTP 422"_s,
             .reason = u"not like that"_s});
    }
    const auto outcome = m_state.apply(operation);
    return chance(30) ? QJsonObject() : jsonOf(outcome);
}

QJsonObject ask(const QByteArray &socketFile, const QJsonObject &request, int timeoutMs,
                bool *isReached)
{
    sockaddr_un address;
    const int connection = socketAt(socketFile, address);
    const bool reached =
        ::connect(connection, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    if (isReached)
        *isReached = reached;
    QByteArray line;
    if (reached) {
        writeLine(connection, request);
        line = readLine(connection, timeoutMs);
    }
    ::close(connection);
    return line.endsWith('\n') ? QJsonDocument::fromJson(line).object() : QJsonObject();
}

} // namespace portolan::tests
