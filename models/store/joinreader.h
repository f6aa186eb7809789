// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/join.h"
#include "models/store/entityreader.h"
#include "models/store/joinground.h"
#include "models/store/likeness.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace portolan::store {

//! Says what is joined and why, what may be, and what a person's act would have to change. Reads in
//! the snapshot of its EntityReader. Throws.
class JoinReader
{
public:
    //! \a reader outlives this object.
    explicit JoinReader(EntityReader &reader);

    domain::ThingJoins joinsOf(qint64 entity);
    //! All of the mesh; long lists are cut off and say so.
    domain::JoinBook book();

    //! What makes the name \a nativeId of \a account a thing of its own, with the names that only
    //! it ties to the rest. Empty when it is one already.
    domain::JoinStep apart(const QUuid &account, const QString &nativeId);
    //! What makes two names one thing: whatever keeps their things apart is forgotten, and a join
    //! made where that is not enough. Empty when they are one already.
    domain::JoinStep together(const JoinDecision &pair);

private:
    using Pair = std::pair<qint64, qint64>;

    domain::JoinName nameOf(const RecordRow &row);
    domain::JoinName nameOf(const QUuid &account, const QString &nativeId);
    QList<domain::JoinedName> namesOf(const QList<RecordRow> &rows);
    QList<domain::ApartName> apartFrom(const QList<RecordRow> &rows);
    QList<domain::ShownValue> valuesOf(const QList<RecordRow> &rows);
    std::optional<JoinDecision> joinOf(const RecordRow &row, const RecordRow &earlier) const;
    //! Decisions that keep a record of \a rows apart from another one, by that one's thing.
    QList<JoinDecision> separationsOf(const QList<RecordRow> &rows) const;
    //! Whether \a a and \a b are one thing once \a without is forgotten.
    bool areOneWithout(qint64 a, qint64 b, const QList<JoinDecision> &without);
    RecordRow required(const QUuid &account, const QString &nativeId);

    EntityReader &m_reader;
    JoinGround m_ground;
};

//! Finds what may be one with a thing, and pairs of such things in the whole mesh. Throws.
class LikenessReader
{
public:
    explicit LikenessReader(EntityReader &reader);

    //! Why \a entity may be one with others, in the order of these; pairs that somebody decided
    //! about are left out.
    QList<std::pair<qint64, QString>> alike(qint64 entity);

    struct Found
    {
        qint64 left = 0;
        qint64 right = 0;
        QString why;
    };

    //! Pairs in the whole mesh, the lesser entity first; \a isCut when there may be more.
    QList<Found> all(bool &isCut);

private:
    //! Things that share a number of a name or key, where few do.
    QList<QSet<qint64>> groups();
    const Lookalike &lookOf(qint64 entity);
    const QSet<QString> &fieldsOf(qint64 entity);
    //! Things that share a name, or all of a key that both know, with \a entity.
    QSet<qint64> candidatesFor(qint64 entity);
    QString whyAlike(qint64 left, qint64 right);
    bool isDecided(qint64 left, qint64 right);
    bool flowsInto(qint64 source, qint64 target);

    EntityReader &m_reader;
    QHash<qint64, Lookalike> m_looks;
    QHash<qint64, QSet<QString>> m_fields;
};

} // namespace portolan::store
