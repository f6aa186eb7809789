// SPDX-License-Identifier: GPL-3.0-or-later
// What a LoopbackServer decides, apart from its sockets.
#pragma once

#include "tests/support/loopbackserver.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMutex>
#include <QRandomGenerator>

#include <list>
#include <memory>
#include <optional>

namespace portolan::tests {

//! What is to be sent for one request.
struct Verdict
{
    ApiAnswer answer;
    std::optional<Fault> fault;
    int lateMs = 0; //!< with AppliedLater
};

//! Holds the shape and decides what goes wrong. Safe to call from any thread.
class LoopbackServer::Desk
{
public:
    Desk(std::unique_ptr<Shape> shape, const Options &options);

    Verdict take(const ApiRequest &request);
    //! Does what was cut before.
    void doLate(const ApiRequest &request);

    const Options &options() const { return m_options; }

    void failAt(int n, const Fault &fault);
    void storm(int percent, QList<Fault> faults);
    void calm();
    void setKey(const QByteArray &key);
    QList<SeenRequest> seen() const;
    void forgetSeen();
    int waiting() const;
    bool isDone() const;
    void with(const std::function<void(Shape &)> &act);

private:
    ApiAnswer door(const ApiRequest &request);
    ApiAnswer answer(const ApiRequest &request);
    bool isSignedIn(const ApiRequest &request) const;
    std::optional<Fault> fate(const ApiRequest &request);
    std::optional<Fault> chance(const ApiRequest &request);
    ApiAnswer repeated(const ApiRequest &request);

    Options m_options;
    mutable QMutex m_mutex;
    std::unique_ptr<Shape> m_shape;
    QRandomGenerator m_random;
    QElapsedTimer m_time;
    QHash<int, Fault> m_planned; //!< by number of the request
    QList<Fault> m_faults;
    int m_percent = 0;
    int m_count = 0;
    int m_waiting = 0;
    bool m_isDone = false;
    QList<SeenRequest> m_seen;
};

} // namespace portolan::tests
