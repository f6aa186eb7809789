// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/profile.h"

#include <QList>
#include <QString>

namespace portolan::store {

//! One thing that was examined.
struct Examination
{
    QString name; //!< stable, for scripts: "permissions", "cache.integrity", …
    bool ok = true;
    QString detail; //!< what was found, one sentence
    QString remedy; //!< what to do, one sentence; empty when all is well

    bool operator==(const Examination &) const = default;
};

//! Examines the files of \a profile: permissions, room, the three databases, the search index, the
//! lock, how the last run ended. Works on a damaged profile and beside an open window, and changes
//! nothing. Blocks; a large catalogue takes seconds.
QList<Examination> examine(const Profile &profile);

} // namespace portolan::store
