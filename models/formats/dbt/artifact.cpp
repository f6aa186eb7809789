// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/artifact.h"

#include "models/formats/dbt/jsonslices.h"
#include "models/formats/json/value.h"

#include <algorithm>
#include <array>
#include <string>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::dbt {

using namespace json;

namespace {

//! "https://schemas.getdbt.com/dbt/manifest/v12.json": the word and the number.
void readSchema(const QString &schema, ArtifactHeader &header)
{
    const auto parts = schema.split(u'/');
    if (parts.size() < 2 || !schema.contains(u"/dbt/"_s))
        return;
    const auto word = parts.at(parts.size() - 2);
    header.kind = word == u"manifest" ? ArtifactKind::Manifest
        : word == u"catalog"          ? ArtifactKind::Catalog
        : word == u"run-results"      ? ArtifactKind::RunResults
        : word == u"sources"          ? ArtifactKind::Sources
                                      : ArtifactKind::Other;
    auto number = parts.last();
    if (number.startsWith(u'v'))
        header.schemaVersion = number.mid(1, number.indexOf(u'.') - 1).toInt();
}

} // namespace

std::string_view Artifact::view() const
{
    std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    return text;
}

ArtifactHeader headerOf(std::string_view text)
{
    ArtifactHeader header;
    ObjectSlices members(text);
    for (auto slice = members.next(); slice; slice = members.next()) {
        if (slice->key != "metadata")
            continue;
        JsonParser parser;
        Json metadata;
        if (parser.parse(text, slice->value).get(metadata) != simdjson::SUCCESS)
            break;
        readSchema(dbt::text(metadata, "dbt_schema_version"), header);
        header.dbtVersion = dbt::text(metadata, "dbt_version");
        header.adapterType = dbt::text(metadata, "adapter_type");
        header.project = dbt::text(metadata, "project_name");
        if (header.project.isEmpty())
            header.project = dbt::text(metadata, "project_id");
        header.generatedAt = dbt::text(metadata, "generated_at");
        break;
    }
    return header;
}

std::optional<std::size_t> brokenAt(std::string_view text)
{
    ObjectSlices members(text);
    while (members.next()) { }
    return members.brokenAt();
}

bool claimsToBeArtifact(std::string_view text)
{
    constexpr std::array kinds{"manifest/", "catalog/", "run-results/", "sources/"};
    return std::any_of(kinds.begin(), kinds.end(), [text](const std::string &kind) {
        return text.find("schemas.getdbt.com/dbt/" + kind) != std::string_view::npos;
    });
}

Position positionOf(std::string_view text, std::size_t offset)
{
    const auto before = text.substr(0, offset);
    const auto lastBreak = before.rfind('\n');
    const auto lineFrom = lastBreak == std::string_view::npos ? 0 : lastBreak + 1;
    const auto line = before.substr(lineFrom);
    const auto isCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return {.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            .column = 1 + static_cast<int>(std::count_if(line.begin(), line.end(), isCharacter))};
}

int LineCounter::lineAt(std::size_t offset)
{
    const auto part = m_text.substr(m_at, offset - std::min(m_at, offset));
    m_line += static_cast<int>(std::count(part.begin(), part.end(), '\n'));
    m_at = std::max(m_at, offset);
    return m_line;
}

domain::Finding findingAt(const Artifact &artifact, std::size_t offset, const QString &rule,
                          const QString &message, const QString &remedy)
{
    const auto position = positionOf(artifact.view(), offset);
    domain::Finding finding;
    finding.file = artifact.file;
    finding.line = position.line;
    finding.column = position.column;
    finding.rule = rule;
    finding.message = message;
    finding.remedy = remedy;
    return finding;
}

domain::Finding brokenArtifact(const Artifact &artifact, std::size_t offset)
{
    const bool cut = offset >= artifact.view().size();
    return findingAt(artifact, offset, u"dbt.json"_s,
                     cut ? u"The dbt artifact ends in the middle of its JSON."_s
                         : u"The dbt artifact is no valid JSON here."_s,
                     u"Let dbt write it again, and copy it whole."_s);
}

} // namespace portolan::formats::dbt
