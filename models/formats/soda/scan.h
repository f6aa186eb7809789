// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/results/resultfile.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <string_view>

namespace portolan::formats::soda {

//! One scan of Soda, version 3. A check that could not be computed is missing from its file: what
//! is not there has to be compared with former scans (ScanSeries).
struct Scan
{
    QString definition; //!< definitionName
    QString dataSource; //!< the default one
    QDateTime at; //!< UTC
    QString runId; //!< scanId, which only Soda Cloud gives
    QStringList checks; //!< native ids, in file order
    bool hasErrors = false; //!< a query failed
    results::ToolResults results;

    //! What scans of one series have in common.
    QString series() const { return definition + u'\n' + dataSource; }
};

//! Whether \a text is the result of a scan, recognised by what is in it. Also what was meant to be
//! one and is no JSON.
bool looksLike(std::string_view text);

//! Reads the result of a scan (soda scan -srf). A check's native id is
//! "<scan>/<table>/<type>[/<column>]/<identity>": nearly all checks are of type "generic", and only
//! Soda's own identity tells them apart for good. Never throws; any thread.
Scan read(const results::ResultFile &file);

} // namespace portolan::formats::soda
