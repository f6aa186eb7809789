// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/joining.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <utility>
#include <vector>

namespace portolan::store {

//! Members that are one thing, by their indexes: the first of them stands for all.
class Union
{
public:
    explicit Union(qsizetype size);

    qsizetype root(qsizetype i) const;

    //! The lesser root stays, so that the first member leads.
    void unite(qsizetype a, qsizetype b);

private:
    mutable QList<qsizetype> m_parent; //!< shortened by each question
};

//! Two members, the lesser first.
using MemberPair = std::pair<qsizetype, qsizetype>;

//! Finds the members that pairs of records are.
class MemberPairs
{
public:
    explicit MemberPairs(const QList<JoinMember> &members);

    //! Those of \a records of which both are members, in their order.
    std::vector<MemberPair> of(const QSet<std::pair<qint64, qint64>> &records) const;

private:
    QHash<qint64, qsizetype> m_memberOf;
};

//! Unites one pair after the other, but no two groups that hold separated members.
class CarefulUnion
{
public:
    CarefulUnion(qsizetype size, const std::vector<MemberPair> &separated);

    void unite(const MemberPair &pair);

    //! Unites what \a alike holds for one: the first of each thing takes all that it may, then the
    //! first of those that are left. In steps that grow with the members, and not with their pairs.
    void uniteAll(const Union &alike, qsizetype size);

    const Union &result() const { return m_union; }

private:
    Union m_union;
    QHash<qsizetype, QSet<qsizetype>> m_apart; //!< by the first member of each group
};

} // namespace portolan::store
