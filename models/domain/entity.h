// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/owner.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace portolan::domain {

//! One name of a thing on one account.
struct Alias
{
    QUuid account;
    QString accountName;
    QString nativeId;
    QString joinedBy; //!< why it is the same thing, in words; empty for the first alias

    bool operator==(const Alias &) const = default;
};

//! A thing as lists and search results show it: merged from all accounts that know it (ruling 8).
struct Entity
{
    QUuid id; //!< ours, stable (ruling 2)
    QString nativeId; //!< of the first alias
    EntityKind kind = EntityKind::Asset;
    QString type;
    QString name;
    QString title;
    QString description;
    QStringList domain;
    QUuid ownerId; //!< null when nobody answers for it, or only a name is known
    QString ownerName;
    QString status;
    QString version;
    QString classification;
    QStringList tags;
    QStringList portTypes; //!< of a product: REST, SQL, stream, file or native words, each once
    int fieldCount = 0;
    int popularity = 0;
    QList<Alias> aliases;
    std::optional<SloState> sloState; //!< worst of its service levels; empty when it has none known
    std::optional<double> sli; //!< of a service level in that state, 0 to 1; empty when not known
    double budgetLeft = 1; //!< of that service level: fraction of its error budget

    //! What a person reads as its name: the title where there is one.
    const QString &label() const { return title.isEmpty() ? name : title; }

    bool operator==(const Entity &) const = default;
};

//! A thing that another one has: an entity, and how it hangs on it.
struct Related
{
    Relation relation = Relation::PartOf;
    bool incoming = false; //!< the other one points here
    Entity entity;
    QString direction; //!< of a port
    QUuid contract; //!< of a port: what governs it, or null
    QString contractName;
    QString contractVersion;
    QString server; //!< of a port: where it stands, in one line

    bool operator==(const Related &) const = default;
};

//! A value that another account has, and that is not the one shown (ruling 8).
struct OtherValue
{
    QString what; //!< member name: "description", "ownerName", …
    QString value;
    QString account;

    bool operator==(const OtherValue &) const = default;
};

//! What one account says about a field, of what can be edited there.
struct FieldSaying
{
    QString path; //!< as the account writes it
    QString description;

    bool operator==(const FieldSaying &) const = default;
};

//! What one account says about a thing, of what can be edited there.
struct Saying
{
    QUuid account;
    QString accountName;
    QString nativeId;
    QString description;
    QStringList tags;
    Owners owners; //!< the first is the one that lists show
    QList<FieldSaying> fields; //!< of an asset, all that it has

    bool operator==(const Saying &) const = default;
};

//! One stored state of a contract or product (history.db).
struct Version
{
    QString version;
    QDateTime seen; //!< UTC, when this state was first read
    QStringList changes; //!< in words, against the state before; empty for the first
    bool breaking = false;

    bool operator==(const Version &) const = default;
};

//! Everything known about one thing: what its page shows and `show` prints.
struct Page
{
    Entity entity;
    Record merged; //!< scalars: first non-empty in account order; sets united
    QList<Related> related; //!< ports, contracts, assets, members, … in document order
    QList<OtherValue> others;
    QList<Saying> said; //!< one for each alias, in the order of accounts
    //! Members that show an edit of this machine that is not with its platform yet: "description",
    //! "tags", "owner", and "field:" with the path of a field whose description that is.
    QStringList waiting;
    QList<NativeDocument> native; //!< of all aliases, the first alias first
    QList<Version> versions; //!< newest first
    QDateTime fetchedAt; //!< UTC

    bool operator==(const Page &) const = default;
};

//! The word of \a relation in documents: "output-port", "governed-by", … Never translated.
QString relationWord(Relation relation);

//! "Orders › Fulfilment".
QString domainText(const QStringList &domain);

} // namespace portolan::domain
