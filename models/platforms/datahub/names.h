// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/api.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace portolan::platforms::datahub {

//! What is told of a thing where another one names it.
struct Known
{
    QString name; //!< as people read it
    QString parent; //!< urn: of a domain, node, term or container
    QString description;
    QString detail; //!< of a role: its type; of a person: the e-mail address
    QString url; //!< of a role: where it is asked for
    QByteArray document; //!< of an assertion: its own JSON, for the contract that names it
};

//! Names of what records refer to by urn: domains, tags, terms, people, roles, … They are asked
//! for once, in batches, when a page refers to them, so that a pull costs as much as what it
//! brings, wherever it began.
class Names
{
public:
    //! \a api outlives this.
    explicit Names(const Api &api)
        : m_api(api)
    {
    }

    //! Keeps what \a entity tells of itself.
    void learn(const Entity &entity);
    //! Asks for those of \a urns that are not known, and for what they are part of.
    [[nodiscard]] Result<void> require(QSet<QString> urns);

    //! What \a urn is called: its name, else the last part of the urn.
    QString nameOf(const QString &urn) const;

    Known of(const QString &urn) const { return m_known.value(urn); }

    //! From the top: the names of what \a urn is part of, and its own last.
    QStringList pathOf(const QString &urn) const;
    //! The domains that \a names name, and all below them; asks for all domains there are.
    [[nodiscard]] Result<QStringList> domainsBelow(const QStringList &names);

private:
    const Api &m_api;
    QHash<QString, Known> m_known;
};

//! What \a entity refers to and names have to be known of.
void addReferences(const Entity &entity, QSet<QString> &urns);

} // namespace portolan::platforms::datahub
