// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogsource.h"

#include <QObject>
#include <QString>

#include <optional>

namespace portolan::items {

//! Finds out, when nothing matches a query, which one filter is in the way.
class FilterAdvice : public QObject
{
    Q_OBJECT

public:
    //! Leaving out \a filter leaves \a query, which \a total things match.
    struct Advice
    {
        QString filter; //!< as it is written in the query
        QString query;
        qint64 total = 0;
    };

    //! \a source outlives this object.
    explicit FilterAdvice(CatalogSource &source, QObject *parent = nullptr);

    //! Tries \a query without each of its filters in turn; changed() says when something was found.
    void ask(const QString &query);
    void clear();

    //! The filter without which the most things match; nothing while unknown or when none helps.
    const std::optional<Advice> &advice() const { return m_advice; }

Q_SIGNALS:
    void changed();

private:
    CatalogSource &m_source;
    std::optional<Advice> m_advice;
    quint64 m_question = 0;
};

} // namespace portolan::items
