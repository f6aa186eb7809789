// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/query.h"
#include "models/items/qualityvalues.h"

#include <QString>
#include <QStringList>

namespace portolan::items {

//! What a filter looks at of one service level, check, incident or row of coverage. What a kind of
//! row does not have stays empty: a filter for it finds none of them.
struct QualitySubject
{
    QString text; //!< that words are looked for in
    QStringList domain;
    QString owner;
    QString state; //!< "missed", "burning", …; "pass", "fail", …
    QString dimension; //!< canonical
    QString source;
    QString severity;
};

QualitySubject subjectOf(const ServiceLevel &level);
QualitySubject subjectOf(const store::CheckRow &check);

//! The filter language over quality: `domain:orders owner:maya state:burning -state:met freshness`.
//! Equal keys mean "one of", different keys "and", a minus "none of"; words are looked for in the
//! text.
class QualityFilter
{
public:
    QualityFilter() = default;
    explicit QualityFilter(const QString &text);

    bool matches(const QualitySubject &subject) const;
    //! Whether the words and the dimensions of the filter let \a subject through: for things that
    //! have none of the rest.
    bool matchesWords(const QualitySubject &subject) const;
    //! The same with the domains: for sums over many things, which have no state and no owner.
    bool matchesPlace(const QualitySubject &subject) const;

    bool isEmpty() const { return m_query.isEmpty(); }

    //! domain, owner, state, dimension, source, severity.
    static QStringList keys();
    //! What may stand behind \a key on \a board, each as it has to be written.
    static QStringList valuesOf(const QString &key, const QualityBoard &board);

private:
    domain::Query m_query;
};

} // namespace portolan::items
