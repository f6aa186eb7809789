// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/odcs/contract.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::formats::odcs {

//! Finds the objects of a contract that a term of its SLA is about. Lives no longer than the
//! contract.
class TermElements
{
public:
    explicit TermElements(const Contract &contract);

    //! Whether \a term names no element, and there is no slaDefaultElement: it is about all
    //! objects.
    bool isForAll(const domain::SlaTerm &term) const;
    //! The objects of any other term: those of its elements ("table", "table.column", several with
    //! commas, or a column that only one object has), else those of slaDefaultElement. Elements
    //! that name nothing are added to \a unknown.
    QList<const domain::Record *> assetsOf(const domain::SlaTerm &term, QStringList &unknown) const;

private:
    const domain::Record *assetOf(const QString &element) const;

    QString m_default; //!< slaDefaultElement, of version 2.2 slaDefaultColumn
    QHash<QString, const domain::Record *> m_byName;
    QHash<QString, const domain::Record *> m_byColumn; //!< null where several have it
};

} // namespace portolan::formats::odcs
