// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fault.h"
#include "tests/support/shape.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>

namespace portolan::tests {

//! What arrived, and what was done to it.
struct SeenRequest
{
    QByteArray method;
    QByteArray target; //!< path and query, as they came
    QByteArray body;
    QByteArray requestId;
    QByteArray accept; //!< the kinds of answer that were asked for
    QString fault; //!< word of it; empty when the answer was whole
    int status = 0; //!< of the answer that was made, also where it never left
    qint64 atMs = 0; //!< monotonic
};

//! A real HTTP/1.1 server on 127.0.0.1 in a thread of its own, which serves a Shape and lets go
//! wrong what a test asks for: at the n-th request, or at random from a seed. Requests at "/_test/"
//! are a door for tests in other processes; they are neither counted nor failed.
class LoopbackServer
{
public:
    struct Options
    {
        quint16 port = 0; //!< 0: a free one
        QByteArray key; //!< accepted as x-api-key and as bearer; empty: nobody has to show any
        quint32 seed = 1;
        int slowMs = 2; //!< between two drops
        int deafMs = 60; //!< for how long nobody listens behind a refused connection
        int lateMs = 60; //!< at most, until what was cut is done all the same
    };

    LoopbackServer(std::unique_ptr<Shape> shape, const Options &options);
    //! Cuts what is under way.
    ~LoopbackServer();

    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    quint16 port() const { return m_port; }

    //! "http://127.0.0.1:PORT".
    QString address() const;

    //! Lets \a fault happen to the request number \a n from now, the next being 1; once.
    void failAt(int n, const Fault &fault);
    //! From now on \a percent of the requests meet one of \a faults. Of writes, that many lose
    //! their answer behind what took effect, and some besides are lost before or done late.
    void storm(int percent, QList<Fault> faults = honestFaults());
    //! Ends storm and forgets what failAt() planned.
    void calm();
    //! The key that is accepted from now on; a request with another is signed out.
    void setKey(const QByteArray &key);

    QList<SeenRequest> seen() const;
    void forgetSeen();
    //! How many writes were cut and wait to be done late.
    int waiting() const;
    //! Whether somebody asked it to quit through the door.
    bool isDone() const;

    //! Calls \a act with the shape while no request is answered.
    void with(const std::function<void(Shape &)> &act);

private:
    class Desk;
    class Listener;

    std::shared_ptr<Desk> m_desk;
    quint16 m_port = 0;
    QThread m_thread;
    Listener *m_listener; // deleted in its thread, when that ends
};

} // namespace portolan::tests
