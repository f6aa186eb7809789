// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language: words, and key:value pairs that may be negated. "late orders domain:orders
// owner:"Order team" -tag:pii". The same text works in the filter field, the palette and the
// command line.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::domain {

//! One piece of a query, and where it stands in the text (UTF-16 units).
struct QueryToken
{
    enum class Kind {
        Word, //!< free text
        Filter, //!< key:value
        Unknown //!< key:value whose key means nothing; shown as a mistake, searched as text
    };

    Kind kind = Kind::Word;
    QString key; //!< lower case; empty for words
    QString value; //!< without quotes
    bool negated = false;
    bool quoted = false;
    qsizetype from = 0;
    qsizetype to = 0;

    bool operator==(const QueryToken &) const = default;
};

//! A query taken apart.
struct Query
{
    QString text; //!< as typed
    QList<QueryToken> tokens;

    //! The free text alone, words joined by one space.
    QString words() const;
    //! The filters only: equal keys mean "one of", different keys mean "and".
    QList<QueryToken> filters() const;

    bool isEmpty() const { return tokens.isEmpty(); }

    bool operator==(const Query &) const = default;
};

//! Takes \a text apart. Never fails: what is no filter is a word.
Query parseQuery(const QString &text);

//! The keys that filters may use: kind, type, domain, port, status, owner, tag, classification,
//! platform, account, slo.
QStringList queryKeys();

//! \a value as it has to be written behind a key: quoted when it holds blanks or quotes.
QString quotedValue(const QString &value);

//! \a text with the filter \a key:\a value added, or taken out when it is there.
QString withFilter(const QString &text, const QString &key, const QString &value, bool on);

} // namespace portolan::domain
