// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/outboxbench.h"

#include <functional>

namespace portolan::tests {

//! One thing that a person can do which is written to outbox.db.
struct OutboxAct
{
    QByteArray name;
    //! What was there before it.
    std::function<void(OutboxBench &)> prepare = [](OutboxBench &) {};
    std::function<Result<void>(OutboxBench &)> act;
    //! Whether what was said to have failed may be there all the same: it concerns no platform, and
    //! doing it again changes nothing.
    bool mayBeDone = false;
};

//! Everything that there is.
QList<OutboxAct> allOutboxActs();

//! What is in the outbox, one line for each thing, without what differs from run to run.
QStringList outboxLines(OutboxBench &bench);

} // namespace portolan::tests
