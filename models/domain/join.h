// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::domain {

//! What a person decided about two names that were taken for one thing, or were not (ruling 7).
struct JoinDecision
{
    QUuid accountA;
    QString nativeA;
    QUuid accountB;
    QString nativeB;
    bool joined = true; //!< false: they are not the same thing
    QString who; //!< name of the person; empty: not known
    QDateTime at; //!< UTC; null: not known

    bool operator==(const JoinDecision &) const = default;
};

//! What one act changes in the decisions: all of it, or nothing.
struct JoinStep
{
    QList<JoinDecision> made; //!< each replaces what was decided about its pair
    QList<JoinDecision> forgotten; //!< pairs about which nothing is decided any more
    //! Takes an act back: nobody may have decided about these pairs since.
    bool isBack = false;

    bool isEmpty() const { return made.isEmpty() && forgotten.isEmpty(); }

    bool operator==(const JoinStep &) const = default;
};

//! A name that an account has for a thing, and what that thing is now.
struct JoinName
{
    QUuid account;
    QString accountName;
    QString platform; //!< adapter of the account; empty where the account is gone
    QString nativeId;
    QUuid thing; //!< ours; null while nothing has the name
    EntityKind kind = EntityKind::Asset;
    QString type;
    QString label; //!< what the account calls it; the native id while nothing has the name

    bool operator==(const JoinName &) const = default;
};

//! A name of a thing, and what makes it one.
struct JoinedName
{
    JoinName name;
    QString why; //!< in words; empty for the first, which leads
    std::optional<JoinDecision> decision; //!< of the person who joined it

    bool operator==(const JoinedName &) const = default;
};

//! A thing that a person said is another one.
struct ApartName
{
    JoinName own; //!< of the thing that is asked about
    JoinName other;
    QList<JoinDecision> decisions; //!< all that keep the two things apart; never empty
    bool comesBack = false; //!< the two are one again as soon as these are forgotten

    bool operator==(const ApartName &) const = default;
};

//! Two things that may be one, which only a person can tell.
struct JoinSuggestion
{
    JoinName own;
    JoinName other;
    QString why; //!< in words

    bool operator==(const JoinSuggestion &) const = default;
};

//! A scalar of a thing that several accounts know: whose value is shown, and what lost (ruling 8).
struct ShownValue
{
    QString what; //!< member name: "description", "ownerName", …
    QString value;
    QString account; //!< whose it is
    QList<OtherValue> others; //!< that differ

    bool operator==(const ShownValue &) const = default;
};

//! Everything about the names of one thing.
struct ThingJoins
{
    QUuid thing;
    QList<JoinedName> names; //!< in the order of accounts; never empty
    QList<ApartName> apart;
    QList<JoinSuggestion> suggestions;
    QList<ShownValue> values; //!< empty where one account alone knows it

    bool operator==(const ThingJoins &) const = default;
};

//! A decision with the names it is about.
struct DecidedPair
{
    JoinDecision decision;
    JoinName a;
    JoinName b;

    bool operator==(const DecidedPair &) const = default;
};

//! What is joined in the whole mesh, what may be, and what people decided.
struct JoinBook
{
    QList<ThingJoins> joined; //!< their names alone, by label
    QList<JoinSuggestion> suggestions; //!< by label
    QList<DecidedPair> decisions; //!< newest first
    qint64 joinedTotal = 0; //!< there are so many; the list may be cut off
    bool isSuggestingCut = false; //!< there may be more suggestions than these

    bool operator==(const JoinBook &) const = default;
};

} // namespace portolan::domain
