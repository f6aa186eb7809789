// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/openlineage/event.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <utility>

namespace portolan::formats::openlineage {

//! Which names mean one dataset: symlinks, and names before a rename. Does not depend on the order
//! in which it is told.
class Identity
{
public:
    //! \a name and \a other are one dataset.
    void unite(const Name &name, const Name &other);

    //! \a name is the input or output of a run, or what a dataset event is about.
    void noteUse(const Name &name) { m_used.insert(name); }

    //! \a name was given up for another one.
    void noteFormer(const Name &name) { m_former.insert(name); }

    //! \a name and \a other are two datasets all the same: a person says so.
    void separate(const Name &name, const Name &other);

    //! Settles the sets; to be called before the questions below.
    void settle();

    //! The name that stands for all of its set: the least one that is in use and was not given up,
    //! else the least in use, else the least.
    Name canonical(const Name &name) const { return m_canonical.value(name, name); }

    //! Every name that was told, used or not.
    QSet<Name> names() const;

    //! How many links between names were followed: what uniting costs.
    qint64 steps() const { return m_steps; }

    //! Pairs of names that are one, from which all sets come about; in order.
    QList<std::pair<Name, Name>> links();

private:
    friend class FoldArchive;

    Name rootOf(const Name &name);
    Name bestOf(const QList<Name> &set) const;
    QList<QList<Name>> partsOf(const QList<Name> &set) const;

    qint64 m_steps = 0;
    QHash<Name, Name> m_parent; //!< shortened by each question, so that no chain grows long
    QSet<Name> m_used;
    QSet<Name> m_former;
    QHash<Name, QSet<Name>> m_apart; //!< both ways
    QHash<Name, Name> m_canonical; //!< where it is another name
};

} // namespace portolan::formats::openlineage
