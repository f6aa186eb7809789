// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace portolan::views::lineage {

//! Instead of how many columns of a box are left out: that they could not be read, or that none is
//! known.
inline constexpr int columnsUnread = -1;
inline constexpr int columnsUnknown = -2;

//! What the pane asked for, and when it asks again. Answers to older questions are dropped.
struct Asking
{
    quint64 lineage = 0; //!< number of the question asked last
    quint64 facts = 0;
    quint64 columns = 0;
    bool isOpen = false; //!< the lineage was asked for and is not there yet
    bool isStale = false; //!< something changed while it was not looked at
    QTimer pause; //!< collects changes into one question
    QTimer ageing; //!< asks again, since data grow old by themselves
};

} // namespace portolan::views::lineage
