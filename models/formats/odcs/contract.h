// SPDX-License-Identifier: GPL-3.0-or-later
// Open Data Contract Standard, versions 2.2 to 3.2, into records.
#pragma once

#include "models/domain/finding.h"
#include "models/domain/record.h"
#include "models/formats/document/node.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan::formats::odcs {

//! What a rule of a contract has beside its words.
struct RulePlace
{
    QString asset; //!< native id of the object that it is about
    QString id; //!< of its own, where it has one
    domain::NativeDocument native;
};

//! Everything one contract file says.
struct Contract
{
    std::optional<domain::Record> contract; //!< absent when the file gives it no id
    QList<domain::Record> assets; //!< one per schema object, in document order
    QList<domain::Record> people; //!< its team first, then the members
    QList<domain::Finding> findings; //!< what kept parts of the file from being read
    QList<RulePlace> rules; //!< one for each of the contract's quality
    QList<int> slaLines; //!< one for each of the contract's sla
    QString dataProduct; //!< name of the product it says it belongs to, or empty
};

//! Whether \a root is a contract of this standard, by its own words (kind, apiVersion, and what
//! only version 2.2 has), whatever the file is called.
bool looksLike(const document::Node &root);

//! Reads the contract at \a root as far as it can be read; mistakes become findings. \a file is
//! kept as the place of the records and findings. Any thread.
Contract read(const QString &file, const document::Node &root);

} // namespace portolan::formats::odcs
