// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/entity.h"
#include "models/domain/field.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <optional>

namespace portolan::store {

//! What the name index has to know of one merged entity.
struct IndexDocument
{
    qint64 rowid = 0; //!< of the entity table: stable as long as the entity exists
    QUuid id;
    domain::EntityKind kind = domain::EntityKind::Asset;
    QString nativeId;
    QStringList aliases; //!< native ids of its other aliases: found when typed whole
    QString type;
    QString name;
    QString title;
    QString description; //!< whole
    QStringList synonyms;
    QStringList domain;
    QString ownerName;
    QString ownerId; //!< our id of the owner as text, or a native id; `owner:` may be given it
    QString status;
    QString classification;
    QStringList tags;
    QStringList terms; //!< glossary terms
    QStringList portTypes;
    QStringList accounts; //!< names of the accounts that know it
    QStringList platforms; //!< names of their adapters
    QString slo; //!< sloStateWord() of its worst service level
    int popularity = 0;
    qint64 changedAt = 0; //!< milliseconds since 1970, UTC
    QList<domain::Field> fields; //!< of an asset, merged, in schema order
};

//! What the store hands to the index: read in one thread, from one snapshot of the cache.
class IndexSource
{
public:
    virtual ~IndexSource() = default;

    //! Counts up with every transaction that changed an entity; stored in cache.db.
    virtual Result<qint64> generation() = 0;
    virtual Result<qint64> entityCount() = 0;
    //! Hands every entity to \a take, each once, in any order; ends early when \a take answers
    //! false.
    virtual Result<void> all(const std::function<bool(IndexDocument &&)> &take) = 0;
    //! Hands the entities with \a rowids that still exist to \a take, in the order asked for; ends
    //! early when \a take answers false.
    virtual Result<void> documents(const QList<qint64> &rowids,
                                   const std::function<bool(IndexDocument &&)> &take) = 0;
    //! Rows of the entity table that changed or went after \a generation, each once, the last
    //! generation's first; empty result when the log does not reach back that far.
    virtual Result<std::optional<QList<qint64>>> changedSince(qint64 generation) = 0;
    //! What a list shows of \a rowids, in the order asked for; rows that are gone are left out.
    virtual Result<QList<domain::Entity>> entities(const QList<qint64> &rowids) = 0;
};

} // namespace portolan::store
