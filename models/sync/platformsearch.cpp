// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/platformsearch.h"

#include "models/domain/query.h"
#include "models/platforms/remotesearch.h"

namespace portolan::sync {

PlatformSearch::PlatformSearch(QObject *parent)
    : QObject(parent)
{
    qRegisterMetaType<PlatformAnswer>();
}

QString askedWords(const QString &query)
{
    return platforms::searchWords(domain::parseQuery(query).words()).join(u' ');
}

} // namespace portolan::sync
