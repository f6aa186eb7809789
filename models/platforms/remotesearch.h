// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/entitykind.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::platforms {

//! How often the request of a search is sent at most: somebody watches, and would sooner know.
inline constexpr int searchAttempts = 2;

//! A thing that a platform's own search engine found. It need not be among those that were synced.
//! All of it is plain text, and untrusted.
struct RemoteHit
{
    QString nativeId; //!< as a pull of the same account calls it
    domain::EntityKind kind = domain::EntityKind::Asset;
    QString type; //!< of an asset or port, where the answer tells
    QString name;
    QString snippet; //!< where it was found, or what tells it from others; one line
    QString place; //!< what it belongs to there: a domain, a namespace; may be empty
    QString page; //!< the address of its own page on the platform; empty where it has none
    //! False where it certainly lies outside of the domains that the account keeps.
    bool isKept = true;

    bool operator==(const RemoteHit &) const = default;
};

//! Asks the search engine of a platform. Apart from the sessions of the account, so that somebody
//! who types does not wait for a pull. Used by one thread at a time; blocks.
class RemoteSearch
{
public:
    virtual ~RemoteSearch();

    //! Things in which all words of \a query are found, best first, at most \a limit; none for a
    //! query without a word. Wildcards and operators of the platform mean themselves.
    [[nodiscard]] virtual Result<QList<RemoteHit>> search(const QString &query, int limit) = 0;
};

//! The words of \a query that can be found: those with a letter or digit, at most 20, each of at
//! most 100 characters.
QStringList searchWords(const QString &query);
//! \a text as the snippet of a hit: one line of at most 240 characters.
QString snippetOf(const QString &text);

} // namespace portolan::platforms
