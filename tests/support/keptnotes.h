// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pullnotes.h"

namespace portolan::tests {

//! Keeps \a notes in \a noted, as the store does.
inline void keep(const domain::PullNotes &notes, QHash<QString, QByteArray> &noted)
{
    if (notes.isFresh)
        noted.clear();
    for (auto it = notes.values.cbegin(); it != notes.values.cend(); ++it) {
        if (it->isEmpty())
            noted.remove(it.key());
        else
            noted.insert(it.key(), *it);
    }
}

} // namespace portolan::tests
