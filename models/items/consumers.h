// SPDX-License-Identifier: GPL-3.0-or-later
// Who depends on a thing: by an agreement, by a request that waits, by the lineage. Pure; any
// thread.
#pragma once

#include "models/items/accesssource.h"

#include <QDate>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! How somebody depends on a thing.
enum class Dependence {
    Has, //!< an agreement that runs, or begins soon
    Waits, //!< for somebody to decide
    Reads, //!< the lineage says so
    Had //!< an agreement that is over
};

//! One consumer of a thing, and by what.
struct ConsumerRow
{
    Dependence kind = Dependence::Has;
    QUuid id; //!< of the agreement, of the item that waits, or of what reads it
    QUuid request; //!< null for what only reads it
    QString consumer;
    QString contact; //!< who asked, or who answers for what reads it
    QString email; //!< of the contact, where it is known
    QString port; //!< label; empty for what only reads it
    QString purpose;
    QString role;
    domain::AgreementState agreement = domain::AgreementState::Active; //!< of Has and Had
    domain::ItemState item = domain::ItemState::Submitted; //!< of Waits
    QDate from;
    QDate to; //!< last day, also of what is asked for; invalid: without an end
    std::optional<qint64> daysLeft; //!< of an agreement, until its last day; negative: over
    bool isForMe = false; //!< it waits for a decision of this person
    QString waitsFor; //!< who decides next, as addresses
    QUuid renewal; //!< the open request that renews the agreement, or null
    std::optional<domain::GrantState> grant; //!< where somebody told of its provisioning
    QString grantNote; //!< the same in words, with where and when
    int steps = 0; //!< of Reads: how far away it is
    domain::EntityKind reader = domain::EntityKind::Product; //!< of Reads
    QString readerType; //!< of Reads, where that is an asset

    bool operator==(const ConsumerRow &) const = default;
};

//! A thing, and the ports by which it is used: of a product its output ports, of an asset those
//! that show it.
struct ConsumedThing
{
    QUuid id;
    QSet<QUuid> ports;

    bool operator==(const ConsumedThing &) const = default;
};

//! Everybody who depends on \a thing, as \a board and the lineage have it: what needs a person
//! first.
QList<ConsumerRow> consumersOf(const AccessBoard &board, const ConsumedThing &thing,
                               const QList<Dependant> &dependants);

//! What became of the requests of one person.
struct AskerRecord
{
    int inForce = 0; //!< agreements that run now
    int over = 0; //!< that ran to their end, or were renewed
    int terminated = 0; //!< before their end
    int rejected = 0; //!< ports that were refused

    bool operator==(const AskerRecord &) const = default;
};

//! The record of \a who on \a board, without the request \a except; empty for who has no address.
AskerRecord recordOf(const AccessBoard &board, const domain::Actor &who, const QUuid &except);
//! "3 agreements in force, 1 terminated"; "no agreement before".
QString recordText(const AskerRecord &record);

//! How many teams and products have access among \a rows, each counted once.
int consumerCount(const QList<ConsumerRow> &rows);

//! What \a row is in a word: "Active", "In review", "Reads it".
QString dependenceText(const ConsumerRow &row);

//! Where \a row stands among those that a person looks at first: what waits for them, what ends
//! soon, what runs, what reads, what is over.
int urgencyOf(const ConsumerRow &row);

} // namespace portolan::items
