// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

class QIODevice;

namespace portolan::cli {

//! Writes a table row by row, in one of the formats that exports know.
class TableFile
{
public:
    virtual ~TableFile();

    [[nodiscard]] virtual Result<void> row(const QStringList &cells) = 0;
    //! Ends the table. Without it nothing counts as written.
    [[nodiscard]] virtual Result<void> finish() = 0;
};

//! A table in \a format ("csv", "md", "xlsx") with \a heads, on \a device; null for other formats.
//! CSV is RFC 4180, every cell quoted, and a cell that a spreadsheet would run as a formula begins
//! with an apostrophe (security.md T4).
std::unique_ptr<TableFile> tableFile(const QString &format, const QStringList &heads,
                                     QIODevice &device);

//! \a text as a cell of CSV, quoted and harmless.
QByteArray csvCell(const QString &text);

} // namespace portolan::cli
