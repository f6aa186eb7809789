// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/patientclient.h"

#include "models/net/errands.h"

#include <QFutureWatcher>
#include <QHash>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

using Answer = QFutureWatcher<Result<HttpResponse>>;
using ErrandPointer = std::shared_ptr<Errand>;

//! QTimer counts in int; a day is soon enough to look again.
constexpr qint64 longestTimerMs = 24 * 60 * 60 * 1000;

Error stopped()
{
    return {Error::Kind::Cancelled, u"it was stopped"_s};
}

} // namespace

//! All errands of a PatientClient, in its own thread: the window's may be closing, and waits for
//! who waits for an answer.
class PatientClient::Waiting final : public QObject
{
public:
    Waiting(HttpClient &client, const Clock &clock, const Random &random, const HostLimits &limits)
        : m_client(client)
        , m_clock(clock)
        , m_random(random)
        , m_policy(random)
        , m_limits(limits)
        , m_timer(this)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, this, [this] { attend(); });
    }

    ~Waiting() override
    {
        for (auto &[answer, errand] : m_sent) {
            answer->disconnect(this);
            answer->cancel();
            errand->settle(tl::unexpected<Error>(stopped()));
        }
        for (const auto &errand : m_errands)
            errand->settle(tl::unexpected<Error>(stopped()));
    }

    void add(const ErrandPointer &errand)
    {
        // Without this, a cancelled errand would wait on until its time came.
        auto *asker = new Answer(this);
        QObject::connect(asker, &Answer::canceled, this, [this, errand] { cancelled(errand); });
        QObject::connect(asker, &Answer::finished, asker, &QObject::deleteLater);
        asker->setFuture(errand->promise.future());
        errand->bornMs = m_clock.monotonicMs();
        errand->dueMs = errand->bornMs;
        m_errands.push_back(errand);
        attend();
    }

    //! Delays of our own end; the gates go on holding the pauses that servers asked for.
    void tryNow()
    {
        const auto now = m_clock.monotonicMs();
        for (auto &[origin, gate] : m_gates)
            gate.hurry();
        for (const auto &errand : m_errands)
            errand->dueMs = std::min(errand->dueMs, now);
        attend();
    }

    //! Sends what is due and let through, and sets the timer to when there is more to do.
    void attend()
    {
        const auto now = m_clock.monotonicMs();
        auto nextMs = std::numeric_limits<qint64>::max();
        std::deque<ErrandPointer> waiting;
        waiting.swap(m_errands);
        for (const auto &errand : waiting) {
            if (const auto again = tried(errand, now)) {
                m_errands.push_back(errand);
                if (*again != HostGate::afterProbe)
                    nextMs = std::min(nextMs, *again);
            }
        }
        if (nextMs == std::numeric_limits<qint64>::max())
            m_timer.stop();
        else
            m_timer.start(static_cast<int>(std::clamp<qint64>(nextMs - now, 0, longestTimerMs)));
    }

private:
    //! Sends \a errand or settles it; else says when to try again.
    std::optional<qint64> tried(const ErrandPointer &errand, qint64 now)
    {
        if (errand->dueMs > now)
            return errand->dueMs;
        const auto admission = gate(*errand).enter(now);
        if (admission.granted) {
            errand->probe = admission.probe;
            send(errand);
            return std::nullopt;
        }
        if (errand->isTooLate(admission.askAgainMs)) {
            errand->settle(tl::unexpected<Error>(errand->turnedAway(admission, now)));
            return std::nullopt;
        }
        return admission.askAgainMs;
    }

    void send(const ErrandPointer &errand)
    {
        auto *answer = new Answer(this);
        m_sent.emplace(answer, errand);
        QObject::connect(answer, &Answer::finished, this, [this, answer] { arrived(answer); });
        BodySink sink;
        if (errand->sink)
            sink = [errand](QByteArrayView part) {
                errand->delivered.store(true);
                return errand->sink(part);
            };
        answer->setFuture(m_client.stream(errand->request, std::move(sink)));
    }

    void arrived(Answer *answer)
    {
        const auto errand = m_sent.at(answer);
        m_sent.erase(answer);
        answer->deleteLater();
        const auto now = m_clock.monotonicMs();
        if (answer->isCanceled()) {
            gate(*errand).released(errand->probe);
            errand->settle(tl::unexpected<Error>(stopped()));
        } else {
            auto result = answer->future().takeResult();
            gate(*errand).answered(errand->probe, now, result);
            if (errand->mayRepeat(result) && errand->postpone(result, m_policy, now))
                m_errands.push_back(errand);
            else
                errand->settle(std::move(result));
        }
        attend();
    }

    void cancelled(const ErrandPointer &errand)
    {
        if (std::erase(m_errands, errand) > 0)
            errand->settle(tl::unexpected<Error>(stopped()));
        for (const auto &[answer, sent] : m_sent) {
            if (sent == errand)
                answer->cancel();
        }
    }

    HostGate &gate(const Errand &errand)
    {
        return m_gates.try_emplace(errand.request.url.origin(), m_limits, m_random).first->second;
    }

    HttpClient &m_client;
    const Clock &m_clock;
    Random m_random;
    RetryPolicy m_policy;
    HostLimits m_limits;
    std::map<QByteArray, HostGate> m_gates;
    std::deque<ErrandPointer> m_errands; //!< those that are not under way
    std::map<Answer *, ErrandPointer> m_sent;
    QTimer m_timer;
};

PatientClient::PatientClient(HttpClient &client, const Clock &clock, Random random,
                             const HostLimits &limits)
    : m_waiting(new Waiting(client, clock, random, limits))
{
    m_waiting->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_waiting, &QObject::deleteLater);
    m_thread.start();
}

PatientClient::~PatientClient()
{
    // Behind what was handed over before, so that nothing is left without an answer.
    QMetaObject::invokeMethod(
        m_waiting, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

QFuture<Result<HttpResponse>> PatientClient::stream(HttpRequest request, BodySink sink)
{
    const auto errand = std::make_shared<Errand>();
    errand->request = std::move(request);
    errand->sink = std::move(sink);
    // All attempts have one id: the server's log shows that they belong together.
    if (errand->request.id.isEmpty())
        errand->request.id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    errand->promise.start();
    auto future = errand->promise.future();
    QMetaObject::invokeMethod(
        m_waiting, [waiting = m_waiting, errand] { waiting->add(errand); }, Qt::QueuedConnection);
    return future;
}

void PatientClient::tryNow()
{
    QMetaObject::invokeMethod(
        m_waiting, [waiting = m_waiting] { waiting->tryNow(); }, Qt::QueuedConnection);
}

void PatientClient::lookAgain()
{
    QMetaObject::invokeMethod(
        m_waiting, [waiting = m_waiting] { waiting->attend(); }, Qt::QueuedConnection);
}

} // namespace portolan::net
