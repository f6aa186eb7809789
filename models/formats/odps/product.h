// SPDX-License-Identifier: GPL-3.0-or-later
// Open Data Product Standard (Bitol), versions 0.9 to 1.1, into records.
#pragma once

#include "models/domain/finding.h"
#include "models/domain/record.h"
#include "models/formats/document/node.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan::formats::odps {

//! Everything one product file says.
struct Product
{
    std::optional<domain::Record> product; //!< absent when the file gives it no id
    QList<domain::Record> ports; //!< output, input, management ports, each in document order
    QList<domain::Record> people; //!< its team first, then the members
    QList<domain::Finding> findings; //!< what kept parts of the file from being read
};

//! Whether \a root is a product of this standard, by its own words, whatever the file is called.
bool looksLike(const document::Node &root);

//! Reads the product at \a root as far as it can be read; mistakes become findings. \a file is kept
//! as the place of the records and findings. Any thread.
Product read(const QString &file, const document::Node &root);

//! The word of ruling 9 for a port's \a type: REST, SQL, stream or file; a word nobody mapped comes
//! back as it was written.
QString portTypeWord(const QString &type);

} // namespace portolan::formats::odps
