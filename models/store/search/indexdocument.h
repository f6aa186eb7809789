// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entitykind.h"

#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::store {

//! What the search index wants to know about one entity. Empty members are allowed everywhere.
struct IndexDocument
{
    qint64 rowid = 0; //!< key of the entity in cache.db; what a search answers with
    QUuid id;
    domain::EntityKind kind = domain::EntityKind::Asset;
    QStringList nativeIds;  //!< of all aliases: found when typed whole
    QString type;           //!< asset or port type
    QString name;
    QString title;
    QStringList synonyms;
    QString description;    //!< the first 64 Ki characters are searched
    QStringList domain;     //!< from the top
    QString ownerName;
    QString ownerId;        //!< our id as text, native id or e-mail; what owner: may be given as well
    QString status;
    QString classification;
    QStringList tags;
    QStringList terms;      //!< glossary terms
    QStringList portTypes;  //!< of a product: its ports'; of a port: its own
    QStringList accounts;   //!< names of the accounts that know it
    QStringList platforms;  //!< "files", "datahub", … of those accounts
    QStringList fieldNames; //!< of an asset: names, business names and synonyms of its fields
    qint64 popularity = 0;  //!< the more, the earlier among equals; below 0 counts as 0
    qint64 changedAt = 0;   //!< ms since 1970, for Sort::Updated
};

} // namespace portolan::store
