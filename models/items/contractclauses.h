// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/domain/record.h"

#include <QList>
#include <QString>

#include <utility>

namespace portolan::items {

//! What a clause of a contract is about; in the order in which they are shown.
enum class ClauseSection {
    ServiceLevels,
    Quality,
    Schema,
    Roles,
    PriceAndTerms,
    Support,
    Servers,
    Team,
    References,
    Questions,
    Other
};

//! One promise of a contract, in words of ours around the contract's own.
struct Clause
{
    ClauseSection section = ClauseSection::Other;
    QString name;
    QString promised; //!< short, for a table; of a rule what is written, in one line
    QString sentence; //!< what it means, in a sentence
    QString rule; //!< as written: an expression or a query; may be empty
    QList<std::pair<QString, QString>> facts; //!< everything else it says, translated heads
    QString needle; //!< a text by which the clause is found in the contract's document

    bool operator==(const Clause &) const = default;
};

//! Fields of the objects a contract describes, as far as they are loaded, with their names.
using ObjectFields = QList<std::pair<QString, QList<domain::Field>>>;

//! Every clause of \a contract, by section, in document order within each.
QList<Clause> clausesOf(const domain::Record &contract, const ObjectFields &objects);

//! "Service levels", …
QString sectionTitle(ClauseSection section);

} // namespace portolan::items
