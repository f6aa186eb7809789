// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QHash>
#include <QStringList>

namespace portolan::formats::workspace {

//! By the name of a team: the domain in which it works, the levels that all its products share.
//! Teams whose products share none are not in it.
using TeamDomains = QHash<QString, QStringList>;

TeamDomains teamDomainsOf(const QList<domain::Record> &products);

//! Puts the assets in \a page that name no domain into that of the team that answers for them. dbt
//! and OpenLineage know no domains, but owners.
void placeByTeam(QList<domain::Record> &page, const TeamDomains &domains);

} // namespace portolan::formats::workspace
