// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/record.h"
#include "models/formats/workspace/knownfile.h"

#include <QHash>
#include <QList>
#include <QString>

namespace portolan::formats::workspace {

//! The files that describe the same contract or product, the current one first.
struct Editions
{
    QString id;
    QList<const KnownFile *> files;
};

//! Groups \a files by the contract they describe, in order of first appearance. Of several files
//! with one id the highest version that is no draft is the current one, else the highest draft; the
//! others are its history, and each of them gets a finding.
QList<Editions> contractEditions(const QList<const KnownFile *> &files,
                                 QList<domain::Finding> &findings);
//! The same for products.
QList<Editions> productEditions(const QList<const KnownFile *> &files,
                                QList<domain::Finding> &findings);

//! Whether version \a left is lower than \a right: number by number, else as text.
bool isLowerVersion(const QString &left, const QString &right);

} // namespace portolan::formats::workspace
