// SPDX-License-Identifier: GPL-3.0-or-later
// How a manifest is read. A large project's manifest has hundreds of megabytes, most of them code
// and macros that nobody browses, so it is never turned into objects as a whole:
//
// 1. The text is walked once, brackets only; each node is remembered as a piece of the text.
// 2. Each piece is parsed on its own, and only what other nodes need is kept: who reads whom, which
//    group and product it belongs to, whether it is public.
// 3. translate() parses each piece a second time and makes its records, a page at a time.
//
// A piece that is no valid JSON costs its own record and a finding, never the others. What was left
// out: reading from the disk in blocks. It would save the text itself, at the price of doing step 1
// twice, and the text is let go as soon as the last page is out.
#include "models/formats/dbt/manifest.h"

#include "models/domain/datasetkey.h"

#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::dbt {
namespace {

std::optional<Resource> resourceOf(std::string_view uniqueId)
{
    static const std::unordered_map<std::string_view, Resource> words{
        {"model", Resource::Model},
        {"seed", Resource::Seed},
        {"snapshot", Resource::Snapshot},
        {"source", Resource::Source},
        {"exposure", Resource::Exposure},
        {"metric", Resource::Metric},
        {"semantic_model", Resource::SemanticModel},
        {"saved_query", Resource::SavedQuery},
        {"function", Resource::Function},
        {"test", Resource::Test},
    };
    const auto found = words.find(uniqueId.substr(0, uniqueId.find('.')));
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

bool holdsNodes(std::string_view section)
{
    return section == "nodes" || section == "sources" || section == "exposures"
        || section == "metrics" || section == "semantic_models" || section == "saved_queries"
        || section == "functions";
}

QString toText(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

QString Group::teamId() const
{
    return isProduct ? QString(id % u"#owner"_s) : id;
}

QString Group::ownerText() const
{
    return !ownerName.isEmpty() ? ownerName : !ownerEmail.isEmpty() ? ownerEmail : name;
}

Json metaOf(const Json &node, std::string_view key)
{
    const auto fromConfig = member(node, {"config", "meta", key});
    return isNull(fromConfig) ? member(node, {"meta", key}) : fromConfig;
}

QString ownerTextOf(const Json &owner)
{
    if (!isObject(owner))
        return texts(owner).join(u", "_s);
    const auto name = text(owner, "name");
    return name.isEmpty() ? texts(member(owner, "email")).join(u", "_s) : name;
}

QString personIdOf(const Json &owner)
{
    const auto addresses = texts(isObject(owner) ? member(owner, "email") : owner);
    const bool one = addresses.size() == 1 && addresses.first().count(u'@') == 1
        && !addresses.first().contains(u' ');
    return one ? QString(u"person:"_s % addresses.first()) : QString();
}

QStringList domainOf(const Json &node)
{
    auto parts = texts(metaOf(node, "domain"));
    if (parts.size() == 1)
        parts = parts.first().split(u'/', Qt::SkipEmptyParts);
    for (auto &part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

QString relationKeyOf(const Json &node, const QString &adapterType)
{
    return domain::datasetKey(adapterType, {}, domain::namePartsOf(text(node, "relation_name")));
}

QString accessOf(const Json &node)
{
    const auto own = text(node, "access");
    return own.isEmpty() ? text(member(node, {"config", "access"})) : own;
}

tl::expected<Manifest, domain::Finding> Manifest::open(Artifact artifact)
{
    Manifest manifest;
    manifest.m_artifact = std::move(artifact);
    manifest.m_header = headerOf(manifest.text());
    if (auto read = manifest.readSections(); !read)
        return tl::make_unexpected(std::move(read.error()));
    manifest.readNodes();
    manifest.settleGroups();
    manifest.settlePorts();
    manifest.countProductReaders();
    return manifest;
}

tl::expected<void, domain::Finding> Manifest::readSections()
{
    ObjectSlices sections(text());
    for (auto section = sections.next(); section; section = sections.next()) {
        if (auto read = readSection(*section); !read)
            return read;
    }
    if (sections.brokenAt())
        return tl::make_unexpected(brokenArtifact(m_artifact, *sections.brokenAt()));
    return {};
}

tl::expected<void, domain::Finding> Manifest::readSection(const Slice &section)
{
    const bool groups = section.key == "groups";
    const bool parents = section.key == "parent_map";
    if (section.value.front() != '{' || (!groups && !parents && !holdsNodes(section.key)))
        return {};
    ObjectSlices members(text(), section.offset);
    for (auto slice = members.next(); slice; slice = members.next()) {
        if (groups)
            addGroup(*slice);
        if (parents)
            m_parents.emplace(slice->key, slice->value);
        if (groups || parents)
            continue;
        const auto resource = resourceOf(slice->key);
        if (resource && m_byId.emplace(slice->key, m_nodes.size()).second)
            m_nodes.push_back({.slice = *slice, .resource = *resource});
    }
    if (members.brokenAt())
        return tl::make_unexpected(brokenArtifact(m_artifact, *members.brokenAt()));
    return {};
}

void Manifest::addGroup(const Slice &slice)
{
    JsonParser parser;
    Json json;
    if (parser.parse(text(), slice.value).get(json) != simdjson::SUCCESS) {
        m_findings.append(brokenArtifact(m_artifact, slice.offset));
        return;
    }
    Group group;
    group.slice = slice;
    group.id = toText(slice.key);
    group.name = dbt::text(json, "name");
    group.package = dbt::text(json, "package_name");
    group.description = dbt::text(json, "description");
    simdjson::dom::object owner;
    if (member(json, "owner").get(owner) == simdjson::SUCCESS) {
        for (const auto field : owner) {
            const auto value = anyText(field.value);
            if (field.key == "name")
                group.ownerName = value;
            else if (field.key == "email")
                group.ownerEmail = value;
            else if (!value.isEmpty())
                group.ownerFacts.append({toText(field.key), value});
        }
    }
    m_groupById.insert(group.id, static_cast<int>(m_groups.size()));
    m_groups.append(group);
}

void Manifest::readNodes()
{
    JsonParser parser;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        Json json;
        const auto error = parser.parse(text(), m_nodes[i].slice.value).get(json);
        if (error == simdjson::SUCCESS && isObject(json)) {
            readFacts(i, json);
            continue;
        }
        m_nodes[i].broken = true;
        reportNode(m_nodes[i], QString::fromUtf8(simdjson::error_message(error)));
    }
}

// A finding for each of a million bad nodes would help nobody.
void Manifest::reportNode(const Node &node, const QString &why)
{
    constexpr qsizetype most = 100;
    if (m_findings.size() >= most)
        return;
    auto finding = findingAt(m_artifact, node.slice.offset, u"dbt.node"_s,
                             u"This node is no valid JSON object and was left out: "_s % why,
                             u"Let dbt write the manifest again."_s);
    finding.field = toText(node.slice.key);
    m_findings.append(finding);
}

void Manifest::readFacts(std::size_t index, const Json &node)
{
    auto &entry = m_nodes[index];
    countReader(index, node);
    if (entry.resource == Resource::Test)
        return;
    entry.group = groupOf(node);
    entry.product = productOf(node, entry.group);
    if (entry.resource == Resource::Model && accessOf(node) == u"public")
        readPort(index, node);
}

void Manifest::countReader(std::size_t index, const Json &node)
{
    simdjson::dom::array parents;
    if (m_nodes[index].resource == Resource::Test
        || member(node, {"depends_on", "nodes"}).get(parents) != simdjson::SUCCESS)
        return;
    std::vector<std::size_t> read;
    for (const Json parent : parents) {
        std::string_view id;
        if (parent.get(id) != simdjson::SUCCESS)
            continue;
        const auto found = m_byId.find(id);
        if (found != m_byId.end() && found->second != index)
            read.push_back(found->second);
    }
    std::sort(read.begin(), read.end());
    read.erase(std::unique(read.begin(), read.end()), read.end());
    for (const auto parent : read) {
        m_edges.emplace_back(index, parent);
        ++m_nodes[parent].readers;
    }
}

QStringList Manifest::parentsOf(const Node &node, const Json &json) const
{
    QStringList parents;
    const auto add = [&parents](const Json &ids) {
        for (const auto &id : texts(ids)) {
            const auto resource = resourceOf(id.toStdString());
            if (resource && *resource != Resource::Test)
                parents.append(id);
        }
    };
    const auto stated = member(json, {"depends_on", "nodes"});
    const auto mapped = m_parents.find(node.slice.key);
    if (!isNull(stated) || mapped == m_parents.end()) {
        add(stated);
        return parents;
    }
    JsonParser parser;
    Json ids;
    if (parser.parse(text(), mapped->second).get(ids) == simdjson::SUCCESS)
        add(ids);
    return parents;
}

int Manifest::groupOf(const Json &node) const
{
    auto name = dbt::text(node, "group");
    if (name.isEmpty())
        name = dbt::text(member(node, {"config", "group"}));
    if (name.isEmpty())
        return -1;
    return m_groupById.value(u"group."_s % dbt::text(node, "package_name") % u'.' % name, -1);
}

int Manifest::productOf(const Json &node, int group)
{
    const auto name = dbt::text(metaOf(node, "data_product")).trimmed();
    if (name.isEmpty())
        return -1;
    const QString id = dbt::text(node, "package_name") % u'#' % name;
    auto found = m_productById.constFind(id);
    if (found == m_productById.constEnd()) {
        found = m_productById.insert(id, static_cast<int>(m_products.size()));
        m_products.append({.id = id, .name = name});
    }
    auto &product = m_products[*found];
    if (product.group < 0)
        product.group = group;
    if (product.domain.isEmpty())
        product.domain = domainOf(node);
    if (product.ownerText.isEmpty())
        product.ownerText = ownerTextOf(metaOf(node, "owner"));
    return *found;
}

void Manifest::readPort(std::size_t index, const Json &node)
{
    const auto &entry = m_nodes[index];
    if (entry.product < 0 && entry.group >= 0)
        ++m_groups[entry.group].publicModels;
    Port port;
    port.model = toText(entry.slice.key);
    port.name = dbt::text(node, "name");
    port.version = dbt::text(node, "version");
    port.latestVersion = dbt::text(node, "latest_version");
    port.description = dbt::text(node, "description");
    port.deprecationDate = dbt::text(node, "deprecation_date");
    port.contract = dbt::text(metaOf(node, "contract"));
    port.datasetKey = relationKeyOf(node, m_header.adapterType);
    m_publicModels.emplace_back(index, port);
}

//! A group with public models that name no product is a product, and has all its models that name
//! none.
void Manifest::settleGroups()
{
    QHash<int, int> productOfGroup;
    for (int i = 0; i < m_groups.size(); ++i) {
        auto &group = m_groups[i];
        group.isProduct = group.publicModels > 0;
        if (!group.isProduct)
            continue;
        productOfGroup.insert(i, static_cast<int>(m_products.size()));
        m_products.append({.id = group.id,
                           .name = group.name,
                           .description = group.description,
                           .group = i,
                           .isGroup = true});
    }
    for (auto &node : m_nodes) {
        if (node.product < 0 && node.resource == Resource::Model)
            node.product = productOfGroup.value(node.group, -1);
    }
}

void Manifest::settlePorts()
{
    for (auto &[index, port] : m_publicModels) {
        auto &node = m_nodes[index];
        if (node.product < 0)
            continue;
        node.isPort = true;
        auto &product = m_products[node.product];
        port.id = product.id % u'#' % port.name
            % (port.version.isEmpty() ? QString() : QString(u'@' % port.version));
        port.readers = node.readers;
        product.ports.append(port);
    }
    m_publicModels = {};
}

void Manifest::countProductReaders()
{
    QSet<int> counted;
    std::size_t reader = m_nodes.size();
    for (const auto &[from, to] : m_edges) {
        if (from != reader) {
            reader = from;
            counted.clear();
        }
        const auto product = m_nodes[to].product;
        if (product < 0 || product == m_nodes[from].product || counted.contains(product))
            continue;
        counted.insert(product);
        ++m_products[product].readers;
    }
    m_edges = {};
}

} // namespace portolan::formats::dbt
