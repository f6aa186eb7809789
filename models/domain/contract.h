// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a product or contract that ODCS 3.x and ODPS 1.x spell out. Every text is as the
// source wrote it: "absent" is an empty string or list, never a default of ours.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace portolan::domain {

//! A promise of a contract (ODCS, Service Level Agreement).
struct SlaTerm
{
    QString property; //!< "latency", "retention", …, or the source's own word
    QString value; //!< with the digits it was written with
    QString valueExt; //!< upper end of a range
    QString unit;
    QString element; //!< table.column it speaks of
    QString driver;
    QString description;
    QString schedule;
    QString scheduler;

    bool operator==(const SlaTerm &) const = default;
};

//! A role a consumer can ask for (ODCS, Roles).
struct Role
{
    QString role;
    QString description;
    QString access;
    QString firstLevelApprovers;
    QString secondLevelApprovers;

    bool operator==(const Role &) const = default;
};

//! One person's time in a team (ODCS and ODPS, Team).
struct TeamMember
{
    QString username; //!< usually an e-mail address
    QString name;
    QString role;
    QString description;
    QString dateIn; //!< ISO 8601 date
    QString dateOut; //!< ISO 8601 date; empty while still in the team
    QString replacedByUsername;

    bool operator==(const TeamMember &) const = default;
};

//! Where to ask (ODCS and ODPS, Support).
struct SupportChannel
{
    QString channel;
    QString url;
    QString description;
    QString tool;
    QString scope;
    QString invitationUrl;

    bool operator==(const SupportChannel &) const = default;
};

//! What it costs (ODCS, Pricing).
struct Price
{
    QString amount; //!< with the digits it was written with
    QString currency;
    QString unit;

    bool operator==(const Price &) const = default;
};

//! What it may be used for (ODCS and ODPS, description).
struct Terms
{
    QString purpose;
    QString limitations;
    QString usage;

    bool operator==(const Terms &) const = default;
};

//! The SHA-256 of \a terms, 64 hexadecimal digits: who accepts terms accepts this state of them.
//! Empty where there are none.
QString sha256Of(const Terms &terms);

//! Where the data stands (ODCS, Servers): what every type has, and the rest as written.
struct Server
{
    QString name;
    QString type; //!< "postgres", "kafka", "s3", …
    QString environment;
    QString description;
    QList<std::pair<QString, QString>> settings; //!< host, port, database, … in document order

    //! The value of \a key in settings, or empty.
    QString setting(QStringView key) const;
    bool operator==(const Server &) const = default;
};

//! A rule for the data (ODCS, Data Quality), not its verdict.
struct QualityRule
{
    QString name;
    QString type; //!< text, library, sql or custom
    QString metric; //!< of a library rule, or the engine of a custom one
    QString dimension;
    QString severity;
    QString element; //!< object or object.property it belongs to
    QString expression; //!< "must be less than 5 percent", the query, or the implementation
    QString description;
    QString businessImpact;
    QString schedule;

    bool operator==(const QualityRule &) const = default;
};

//! A link the source gives (ODCS, authoritativeDefinitions).
struct Reference
{
    QString type;
    QString url;
    QString description;

    bool operator==(const Reference &) const = default;
};

//! Guidance of ODCS 3.2 and ODPS 1.1: a question, and its answer where there is one.
struct Question
{
    QString question;
    QString answer;

    bool operator==(const Question &) const = default;
};

} // namespace portolan::domain
