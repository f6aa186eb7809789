// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong between a client and a platform (reliability.md, R13).
#pragma once

#include "tests/support/shape.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace portolan::tests {

//! One thing that goes wrong with one request.
struct Fault
{
    enum class Kind {
        Refuse, //!< the connection is cut, and for a moment nobody listens
        Reset, //!< cut before anything is done
        Stall, //!< nothing is answered until the client gives up
        Slow, //!< the answer comes in drops, and whole
        Truncate, //!< the answer ends in the middle, in spite of its length
        TooShort, //!< the length names less than there is
        TooLong, //!< the length names more than there is
        CutBody, //!< no length, and closed in the middle
        BrokenChunk, //!< chunks end in the middle
        Garbage, //!< bytes that are no JSON
        HalfJson, //!< a whole answer whose JSON ends in the middle
        WrongJson, //!< JSON of another shape
        OtherJson, //!< a JSON object without any of the members
        Html, //!< the page of a captive portal
        Empty, //!< 200 without a byte
        Informational, //!< many 1xx before the answer, which is whole
        Doubled, //!< a list has everything twice
        Reordered, //!< a list is the other way round
        Repeated, //!< a page of a list is the page before it
        Bomb, //!< far more than fits, in a small gzip
        BrokenGzip, //!< says gzip, and is none
        Endless, //!< the body never ends
        Headers, //!< more header than anybody reads
        Status, //!< another status; \a status, with the headers that belong to it
        AppliedThenCut, //!< done, and the answer is lost
        AppliedLater //!< cut, and done a moment later all the same
    };

    Kind kind = Kind::Reset;
    int status = 0;

    bool operator==(const Fault &) const = default;
};

//! "reset", "status-429", …
QString faultWord(const Fault &fault);
std::optional<Fault> faultFromWord(const QString &word);

//! Every kind, and the statuses 204, 300 to 308 and those of 400 to 599 that have a meaning.
QList<Fault> allFaults();
//! Those that tell the truth: no list lacks what there is, nothing is said to be gone, and nothing
//! that is allowed is refused for good. What happens by chance is taken from these.
QList<Fault> honestFaults();

//! The bytes of \a answer with its length.
QByteArray wireOf(const ApiAnswer &answer);
//! What \a fault makes of \a answer: bytes, behind which the connection is closed where
//! closesBehind() says so. For kinds that are made of bytes alone.
QByteArray wireOf(const ApiAnswer &answer, const Fault &fault);
bool closesBehind(const Fault &fault);

} // namespace portolan::tests
