// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackdesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

// Of writes in a storm, besides those whose answers are lost.
constexpr int lostBeforePercent = 5;
constexpr int latePercent = 5;
constexpr int busyPercent = 4;

bool isMadeWithout(const Fault &fault)
{
    using Kind = Fault::Kind;
    switch (fault.kind) {
    case Kind::Refuse:
    case Kind::Reset:
    case Kind::Stall:
    case Kind::Html: // what answers so stands before the platform
    case Kind::OtherJson:
    case Kind::Status:
    case Kind::AppliedLater:
        return true; // what fails so has no effect, or has it later
    default:
        return false;
    }
}

QJsonObject jsonOf(const SeenRequest &seen)
{
    return {{u"method"_s, QString::fromLatin1(seen.method)},
            {u"target"_s, QString::fromLatin1(seen.target)},
            {u"body"_s, QString::fromUtf8(seen.body)},
            {u"fault"_s, seen.fault},
            {u"status"_s, seen.status}};
}

ApiAnswer said(const QJsonObject &object)
{
    return {.body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

} // namespace

LoopbackServer::Desk::Desk(std::unique_ptr<Shape> shape, const Options &options)
    : m_options(options)
    , m_shape(std::move(shape))
    , m_random(options.seed)
{
    m_time.start();
}

Verdict LoopbackServer::Desk::take(const ApiRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    if (request.path.startsWith(u"/_test/"_s))
        return {.answer = door(request)};
    ++m_count;
    Verdict verdict{.fault = fate(request)};
    if (verdict.fault && verdict.fault->kind == Fault::Kind::Repeated)
        verdict.answer = repeated(request);
    else if (!verdict.fault || !isMadeWithout(*verdict.fault))
        verdict.answer = answer(request);
    if (verdict.fault && verdict.fault->kind == Fault::Kind::AppliedLater) {
        verdict.lateMs = 1 + m_random.bounded(std::max(1, m_options.lateMs));
        ++m_waiting;
    }
    auto target = request.rawPath;
    if (!request.query.isEmpty())
        target += '?' + request.query.toString(QUrl::FullyEncoded).toLatin1();
    m_seen.append({.method = request.method,
                   .target = target,
                   .body = request.body,
                   .requestId = request.headers.value("x-request-id"),
                   .accept = request.headers.value("accept"),
                   .fault = verdict.fault ? faultWord(*verdict.fault) : QString(),
                   .status = verdict.answer.status,
                   .atMs = m_time.elapsed()});
    return verdict;
}

void LoopbackServer::Desk::doLate(const ApiRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    static_cast<void>(answer(request));
    --m_waiting;
}

bool LoopbackServer::Desk::isSignedIn(const ApiRequest &request) const
{
    return m_options.key.isEmpty() || request.headers.value("x-api-key") == m_options.key
        || request.headers.value("authorization") == "Bearer " + m_options.key;
}

ApiAnswer LoopbackServer::Desk::answer(const ApiRequest &request)
{
    return isSignedIn(request) ? m_shape->answer(request) : m_shape->signedOut();
}

std::optional<Fault> LoopbackServer::Desk::fate(const ApiRequest &request)
{
    if (const auto planned = m_planned.constFind(m_count); planned != m_planned.constEnd()) {
        const auto fault = *planned;
        m_planned.erase(planned);
        return fault;
    }
    return m_percent > 0 ? chance(request) : std::nullopt;
}

std::optional<Fault> LoopbackServer::Desk::chance(const ApiRequest &request)
{
    int dice = m_random.bounded(100);
    if (!request.isWrite()) {
        return dice < m_percent && !m_faults.isEmpty()
            ? std::optional(m_faults.at(m_random.bounded(int(m_faults.size()))))
            : std::nullopt;
    }
    if (dice < m_percent)
        return Fault{.kind = Fault::Kind::AppliedThenCut};
    dice -= m_percent;
    if (dice < lostBeforePercent)
        return Fault{.kind = Fault::Kind::Reset};
    dice -= lostBeforePercent;
    if (dice < latePercent)
        return Fault{.kind = Fault::Kind::AppliedLater};
    dice -= latePercent;
    if (dice < busyPercent)
        return Fault{.kind = Fault::Kind::Status, .status = dice % 2 == 0 ? 503 : 429};
    return {};
}

//! The page before the one that is asked for, which says that there is more behind it.
ApiAnswer LoopbackServer::Desk::repeated(const ApiRequest &request)
{
    return answer(m_shape->pageBefore(request));
}

ApiAnswer LoopbackServer::Desk::door(const ApiRequest &request)
{
    const auto what = request.path.mid(7);
    if (what == u"seen"_s) {
        QJsonArray list;
        for (const auto &one : std::as_const(m_seen))
            list.append(jsonOf(one));
        return said({{u"seen"_s, list}, {u"waiting"_s, m_waiting}});
    }
    if (what == u"storm"_s) {
        m_percent = request.parameter(u"percent"_s).toInt();
        m_faults = honestFaults();
    } else if (what == u"calm"_s) {
        m_percent = 0;
        m_planned.clear();
    } else if (what == u"fail"_s) {
        const auto fault = faultFromWord(request.parameter(u"kind"_s));
        if (!fault)
            return {.status = 400, .body = R"({"title":"no such fault"})"};
        m_planned.insert(m_count + request.parameter(u"at"_s).toInt(), *fault);
    } else if (what == u"key"_s) {
        m_options.key = request.parameter(u"is"_s).toUtf8();
    } else if (what == u"quit"_s) {
        m_isDone = true;
    } else {
        return m_shape->control(request);
    }
    return said({{u"done"_s, true}, {u"waiting"_s, m_waiting}});
}

void LoopbackServer::Desk::failAt(int n, const Fault &fault)
{
    const QMutexLocker lock(&m_mutex);
    m_planned.insert(m_count + n, fault);
}

void LoopbackServer::Desk::storm(int percent, QList<Fault> faults)
{
    const QMutexLocker lock(&m_mutex);
    m_percent = percent;
    m_faults = std::move(faults);
}

void LoopbackServer::Desk::calm()
{
    const QMutexLocker lock(&m_mutex);
    m_percent = 0;
    m_planned.clear();
}

void LoopbackServer::Desk::setKey(const QByteArray &key)
{
    const QMutexLocker lock(&m_mutex);
    m_options.key = key;
}

QList<SeenRequest> LoopbackServer::Desk::seen() const
{
    const QMutexLocker lock(&m_mutex);
    return m_seen;
}

void LoopbackServer::Desk::forgetSeen()
{
    const QMutexLocker lock(&m_mutex);
    m_seen.clear();
}

int LoopbackServer::Desk::waiting() const
{
    const QMutexLocker lock(&m_mutex);
    return m_waiting;
}

bool LoopbackServer::Desk::isDone() const
{
    const QMutexLocker lock(&m_mutex);
    return m_isDone;
}

void LoopbackServer::Desk::with(const std::function<void(Shape &)> &act)
{
    const QMutexLocker lock(&m_mutex);
    act(*m_shape);
}

} // namespace portolan::tests
