// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/translate.h"

#include "models/formats/dbt/assets.h"
#include "models/formats/dbt/catalog.h"
#include "models/formats/dbt/checks.h"
#include "models/formats/dbt/manifest.h"
#include "models/formats/dbt/products.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::NativeDocument;
using portolan::domain::Record;

namespace portolan::formats::dbt {
namespace {

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QString toText(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

//! Collects records and hands them on page by page.
class Pages
{
public:
    Pages(int size, const TakePage &take)
        : m_size(size)
        , m_take(take)
    {
    }

    void add(Record record)
    {
        if (m_stopped)
            return;
        if (record.ownerId.startsWith(u"person:"_s) && !m_people.contains(record.ownerId)) {
            m_people.insert(record.ownerId);
            m_page.append(personOf(record));
            if (m_page.size() >= m_size)
                flush();
        }
        m_page.append(std::move(record));
        if (m_page.size() >= m_size)
            flush();
    }

    void flush()
    {
        if (!m_page.isEmpty() && !m_stopped)
            m_stopped = !m_take(std::exchange(m_page, {}));
    }

    bool stopped() const { return m_stopped; }

private:
    int m_size;
    const TakePage &m_take;
    QList<Record> m_page;
    QSet<QString> m_people;
    bool m_stopped = false;
};

//! Reads catalog entries and says which could not be read.
class CatalogReader
{
public:
    explicit CatalogReader(const Catalog *catalog)
        : m_catalog(catalog)
        , m_lines(catalog ? catalog->text() : std::string_view())
    {
    }

    //! The parsed entry of \a id, or null; valid until the next call.
    Json read(std::string_view id)
    {
        const auto *slice = m_catalog ? m_catalog->entry(id) : nullptr;
        return slice ? read(*slice) : nullJson();
    }

    Json read(const Slice &slice)
    {
        Json json;
        if (m_parser.parse(m_catalog->text(), slice.value).get(json) == simdjson::SUCCESS
            && isObject(json))
            return json;
        if (findings.size() < 100) {
            auto finding = findingAt(m_catalog->artifact(), slice.offset, u"dbt.catalog-entry"_s,
                                     u"This catalog entry is no valid JSON and was left out."_s,
                                     u"Let dbt write it again: dbt docs generate."_s);
            finding.field = toText(slice.key);
            findings.append(finding);
        }
        return nullJson();
    }

    void addNative(Record &record, std::string_view id)
    {
        const auto *slice = m_catalog ? m_catalog->entry(id) : nullptr;
        if (!slice)
            return;
        // Nodes come in the manifest's order, so the catalog's offsets jump; a line is only counted
        // where the file has lines at all.
        record.native.append({.file = m_catalog->artifact().file,
                              .line = lineOf(*slice),
                              .json = bytesOf(slice->value)});
    }

    QList<domain::Finding> findings;

private:
    int lineOf(const Slice &slice)
    {
        if (m_lineOf.isEmpty()) {
            for (const auto &entry : m_catalog->entries())
                m_lineOf.insert(entry.offset, m_lines.lineAt(entry.offset));
        }
        return m_lineOf.value(slice.offset, 1);
    }

    const Catalog *m_catalog;
    LineCounter m_lines;
    QHash<std::size_t, int> m_lineOf;
    JsonParser m_parser;
};

void addHead(Pages &pages, const Manifest &manifest)
{
    LineCounter lines(manifest.text());
    for (const auto &group : manifest.groups()) {
        auto team = teamOf(group);
        team.native.append({.file = manifest.artifact().file,
                            .line = lines.lineAt(group.slice.offset),
                            .json = bytesOf(group.slice.value)});
        pages.add(std::move(team));
    }
    for (const auto &product : manifest.products()) {
        pages.add(productOf(manifest, product));
        for (const auto &port : product.ports)
            pages.add(portOf(manifest, product, port));
    }
}

void addNode(Pages &pages, const Manifest &manifest, const Node &node, const Json &json,
             CatalogReader &catalog, const NativeDocument &native)
{
    if (node.resource == Resource::Test) {
        auto check = checkOf(manifest, node, json);
        check.native.append(native);
        pages.add(std::move(check));
        return;
    }
    auto asset = assetOf(manifest, node, json, catalog.read(node.slice.key));
    asset.native.append(native);
    catalog.addNative(asset, node.slice.key);
    pages.add(std::move(asset));
    if (node.resource != Resource::Source)
        return;
    if (auto freshness = freshnessCheckOf(node, json)) {
        freshness->native.append(native);
        pages.add(std::move(*freshness));
    }
}

void addCatalogOnly(Pages &pages, const Catalog &catalog, CatalogReader &reader,
                    const Manifest *manifest)
{
    for (const auto &entry : catalog.entries()) {
        if (pages.stopped())
            return;
        if (manifest && manifest->contains(entry.key))
            continue;
        const auto json = reader.read(entry);
        if (!isObject(json))
            continue;
        auto asset = assetOfCatalog(toText(entry.key), json);
        reader.addNative(asset, entry.key);
        pages.add(std::move(asset));
    }
}

} // namespace

QList<domain::Finding> translate(const Manifest &manifest, const Catalog *catalog, int pageSize,
                                 const TakePage &take)
{
    Pages pages(pageSize, take);
    CatalogReader reader(catalog);
    addHead(pages, manifest);
    JsonParser parser;
    LineCounter lines(manifest.text());
    for (const auto &node : manifest.nodes()) {
        if (pages.stopped())
            break;
        Json json;
        if (node.broken
            || parser.parse(manifest.text(), node.slice.value).get(json) != simdjson::SUCCESS)
            continue;
        addNode(pages, manifest, node, json, reader,
                {.file = manifest.artifact().file,
                 .line = lines.lineAt(node.slice.offset),
                 .json = bytesOf(node.slice.value)});
    }
    if (catalog)
        addCatalogOnly(pages, *catalog, reader, &manifest);
    pages.flush();
    return manifest.findings() + reader.findings;
}

QList<domain::Finding> translateCatalog(const Catalog &catalog, int pageSize, const TakePage &take)
{
    Pages pages(pageSize, take);
    CatalogReader reader(&catalog);
    addCatalogOnly(pages, catalog, reader, nullptr);
    pages.flush();
    return reader.findings;
}

} // namespace portolan::formats::dbt
