// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <optional>
#include <string_view>

namespace portolan::formats::dbt {

//! What dbt wrote a file for.
enum class ArtifactKind { None, Manifest, Catalog, RunResults, Sources, Other };

//! The bytes of one file, decoded, and the name that findings and documents carry.
struct Artifact
{
    QString file;
    QByteArray bytes; //!< UTF-8 JSON, with or without a byte order mark

    std::string_view view() const;
};

//! What an artifact says about itself (its "metadata").
struct ArtifactHeader
{
    ArtifactKind kind = ArtifactKind::None;
    int schemaVersion = 0; //!< 7 to 12, 20, …; what is there counts, not the number
    QString dbtVersion;
    QString adapterType; //!< "postgres", "snowflake", …; empty in catalogs
    QString project; //!< project_name, else project_id; empty in old files
    QString generatedAt; //!< ISO 8601, comparable as text
};

//! Reads the header of \a text, wherever in it "metadata" stands. Kind None: no dbt artifact.
ArtifactHeader headerOf(std::string_view text);

//! Where \a text stops being a JSON object, looked at from above; empty when it is one.
std::optional<std::size_t> brokenAt(std::string_view text);

//! Whether \a text, which is no valid JSON, was meant to be a manifest, a catalog, run results
//! or the freshness of sources.
bool claimsToBeArtifact(std::string_view text);

//! Line and column, both from 1, of \a offset; columns count characters.
struct Position
{
    int line = 1;
    int column = 1;
};

Position positionOf(std::string_view text, std::size_t offset);

//! The line of offsets that only grow: one walk over the text for all of them.
class LineCounter
{
public:
    explicit LineCounter(std::string_view text)
        : m_text(text)
    {
    }

    int lineAt(std::size_t offset);

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
};

//! A finding at \a offset of \a artifact.
domain::Finding findingAt(const Artifact &artifact, std::size_t offset, const QString &rule,
                          const QString &message, const QString &remedy);

//! What to say about an artifact that stops being JSON at \a offset.
domain::Finding brokenArtifact(const Artifact &artifact, std::size_t offset);

} // namespace portolan::formats::dbt
