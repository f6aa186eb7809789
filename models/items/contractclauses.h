// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/domain/record.h"

#include <QList>
#include <QString>

#include <optional>
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

//! How far a promise is kept, worst first. AtRisk: kept, but not for long if it goes on like this.
enum class Keeping { Broken, AtRisk, Unknown, Kept };

//! "Kept", …
QString keepingText(Keeping keeping);
//! The word of documents: "kept", "at risk", "broken" or "unknown".
QString keepingWord(Keeping keeping);

//! How a clause stands now, by what is measured.
struct ClauseVerdict
{
    Keeping keeping = Keeping::Unknown;
    QString text; //!< "Kept, burning 2.3×"
    QString measured; //!< "99.94 %", "6 h 20 min, INC-3fa2b1"; short, for a table
    QString subject; //!< what shows more: "slo:<id>", "check:<id>", "incident:<id>"; may be empty
    QList<std::pair<QString, QString>> facts; //!< translated heads

    bool operator==(const ClauseVerdict &) const = default;
};

//! The verdicts on the terms and rules of one contract, in its order; empty: nobody looked yet.
struct ClauseVerdicts
{
    QList<ClauseVerdict> terms; //!< of Record::sla
    QList<ClauseVerdict> rules; //!< of Record::quality

    bool operator==(const ClauseVerdicts &) const = default;
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
    std::optional<ClauseVerdict> verdict; //!< empty for what is not measured

    bool operator==(const Clause &) const = default;
};

//! Fields of the objects a contract describes, as far as they are loaded, with their names.
using ObjectFields = QList<std::pair<QString, QList<domain::Field>>>;

//! Every clause of \a contract, by section, in document order within each.
QList<Clause> clausesOf(const domain::Record &contract, const ObjectFields &objects,
                        const ClauseVerdicts &verdicts = {});

//! "Service levels", …
QString sectionTitle(ClauseSection section);

} // namespace portolan::items
