// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/formats/json/value.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <string_view>

namespace portolan::formats::results {

//! The bytes of one file that a quality tool wrote, decoded, and the name that findings carry.
struct ResultFile
{
    QString file;
    QByteArray bytes; //!< UTF-8 JSON, with or without a byte order mark

    std::string_view view() const;
};

//! What one file of a quality tool says.
struct ToolResults
{
    domain::Evidence evidence; //!< each key once, in file order
    QList<domain::Record> records; //!< assets and checks, each native id once
    QList<domain::Finding> findings;
};

//! The largest file that is read: results without the rows themselves are far smaller.
inline constexpr qsizetype maxResultBytes = qsizetype(64) * 1024 * 1024;

//! A result file, parsed. Its values live as long as it does.
class ResultDocument
{
public:
    //! Parses \a file. Python writes NaN and Infinity where JSON knows no such numbers: on a parse
    //! error those are read as null, once, and a finding says so. Never throws.
    explicit ResultDocument(const ResultFile &file, qsizetype limit = maxResultBytes);

    //! Null when the file could not be read: then there is a finding of severity error.
    const json::Json &root() const { return m_root; }

    bool isReadable() const { return m_readable; }

    const QList<domain::Finding> &findings() const { return m_findings; }

private:
    json::JsonParser m_parser;
    json::Json m_root;
    QList<domain::Finding> m_findings;
    bool m_readable = false;
};

//! Whether \a text begins like UTF-16, with or without a byte order mark.
bool isUtf16(std::string_view text);

//! A finding about all of \a file: it stands in the first line, where editors can jump to.
domain::Finding findingOf(const ResultFile &file, domain::Finding::Severity severity,
                          const QString &rule, const QString &message, const QString &remedy);

} // namespace portolan::formats::results
