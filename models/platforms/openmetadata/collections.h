// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::platforms::openmetadata {

//! A list of things of one type that the server has.
struct Collection
{
    QString type; //!< as references and events name it
    QStringList path; //!< below /api/v1
    QStringList fields; //!< that come only when asked for
    int pageSize = 200;
    bool isSoft = true; //!< deleted things stay for a while, marked; those of others are gone
    bool hasLineage = false; //!< things of it are nodes of the lineage
    bool isOptional = false; //!< older releases do not have it
    bool isOfDrive = false; //!< files and sheets that people share; since 1.10

    bool isAsset() const { return hasLineage; }
};

//! Every collection that is read, in the order of a sweep: what others name comes before them, and
//! what is about others behind those.
const QList<Collection> &collections();
//! The collection of \a type; null where it is not read.
const Collection *collectionOf(const QString &type);
//! Types that are not read, and whose things hold some that are: when one of these goes, or changes
//! its owner or domain, what it holds changes with it and no event says so.
const QStringList &holderTypes();
//! The one among them that holds what lies on drives.
QString driveService();

} // namespace portolan::platforms::openmetadata
