// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/performance/datahubpages.h"

#include <QUuid>

namespace portolan::performance {

//! What a full sync is measured against: one thread that parses the very pages that the server
//! would send, with the same JSON reader and the same translation, and puts what they tell into the
//! same tables. It asks nobody, waits for nobody, looks nothing up and keeps no history.
struct SyncReference
{
    double rowsSeconds = 0; //!< pages parsed, and their things encoded and inserted
    double indexSeconds = 0;
};

//! Runs it into \a folder, which it makes, and leaves the files there.
SyncReference syncPlainly(const DataHubPages &pages, const QUuid &account, const QString &folder);

} // namespace portolan::performance
