// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/entitykind.h"

#include <QList>
#include <QString>

namespace portolan::platforms {

//! A thing that a platform's own search engine found. It need not be among those that were synced.
struct RemoteHit
{
    QString nativeId;
    domain::EntityKind kind = domain::EntityKind::Asset;
    QString type; //!< of an asset or port, where the answer tells
    QString name;
    QString snippet; //!< where it was found, or what tells it from others; plain text, untrusted

    bool operator==(const RemoteHit &) const = default;
};

//! Asks the search engine of a platform. Apart from the sessions of the account, so that somebody
//! who types does not wait for a pull. Used by one thread at a time; blocks.
class RemoteSearch
{
public:
    virtual ~RemoteSearch();

    //! Things in which all words of \a query are found, best first, at most \a limit; none for a
    //! query without a word. Wildcards of the platform mean themselves.
    [[nodiscard]] virtual Result<QList<RemoteHit>> search(const QString &query, int limit) = 0;
};

} // namespace portolan::platforms
