// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/dbt/artifact.h"
#include "models/formats/dbt/jsonslices.h"
#include "models/formats/json/value.h"

#include <tl/expected.hpp>

#include <QHash>
#include <QList>
#include <QStringList>

#include <unordered_map>
#include <vector>

namespace portolan::formats::dbt {

using namespace json;

//! What a node is, as far as Portolan shows it.
enum class Resource {
    Model,
    Seed,
    Snapshot,
    Source,
    Exposure,
    Metric,
    SemanticModel,
    SavedQuery,
    Function,
    Test
};

//! A node, and what had to be known of all nodes before the first one can be described.
struct Node
{
    Slice slice; //!< key is the unique_id
    Resource resource = Resource::Model;
    int readers = 0; //!< nodes other than tests that depend on it
    int group = -1; //!< index into Manifest::groups()
    int product = -1; //!< index into Manifest::products()
    bool isPort = false;
    bool broken = false; //!< could not be parsed; there is a finding
};

//! A group and its owner.
struct Group
{
    Slice slice;
    QString id; //!< group.<package>.<name>
    QString name;
    QString package;
    QString description;
    QString ownerName;
    QString ownerEmail;
    QList<std::pair<QString, QString>> ownerFacts; //!< all else that the owner has
    int publicModels = 0; //!< those that name no product of their own
    bool isProduct = false;

    //! Native id of the team: the group's own, unless the product has it.
    QString teamId() const;
    //! What a person reads as the owner.
    QString ownerText() const;
};

//! A public model, as the port of a product.
struct Port
{
    QString id; //!< <product>#<model>[@version]
    QString model; //!< unique_id
    QString name;
    QString version;
    QString latestVersion;
    QString description;
    QString deprecationDate;
    QString datasetKey; //!< of the model
    QString contract; //!< id of the contract that the model's meta names
    int readers = 0;
};

//! A product that the models name, or a group with public models.
struct Product
{
    QString id; //!< <package>#<data_product>, or the group's
    QString name;
    QString description;
    QStringList domain;
    QString ownerText; //!< of meta.owner
    int group = -1;
    bool isGroup = false;
    int readers = 0; //!< nodes outside of it that depend on its models
    QList<Port> ports;
};

//! An opened manifest.json of any version: where each node stands in it, and how they hang
//! together. Reads every node once; holds positions and names, not records.
class Manifest
{
public:
    //! Takes \a artifact apart; a finding where it cannot be read at all.
    [[nodiscard]] static tl::expected<Manifest, domain::Finding> open(Artifact artifact);

    const Artifact &artifact() const { return m_artifact; }

    std::string_view text() const { return m_artifact.view(); }

    const ArtifactHeader &header() const { return m_header; }

    const std::vector<Node> &nodes() const { return m_nodes; } //!< in document order per section

    const QList<Group> &groups() const { return m_groups; }

    const QList<Product> &products() const { return m_products; }

    bool contains(std::string_view uniqueId) const { return m_byId.contains(uniqueId); }

    //! The nodes that \a node reads, tests left out: depends_on, or the parent_map of a manifest
    //! whose nodes do not say so. In their order, each once.
    QStringList parentsOf(const Node &node, const Json &json) const;

    //! The nodes that could not be read.
    const QList<domain::Finding> &findings() const { return m_findings; }

private:
    [[nodiscard]] tl::expected<void, domain::Finding> readSections();
    [[nodiscard]] tl::expected<void, domain::Finding> readSection(const Slice &section);
    void readNodes();
    void reportNode(const Node &node, const QString &why);
    void readFacts(std::size_t index, const Json &node);
    void countReader(std::size_t index, const Json &node);
    void readPort(std::size_t index, const Json &node);
    void addGroup(const Slice &slice);
    int groupOf(const Json &node) const;
    int productOf(const Json &node, int group);
    void settleGroups();
    void settlePorts();
    void countProductReaders();

    Artifact m_artifact;
    ArtifactHeader m_header;
    std::vector<Node> m_nodes;
    std::unordered_map<std::string_view, std::size_t> m_byId;
    std::unordered_map<std::string_view, std::string_view> m_parents; //!< parent_map, as it stands
    std::vector<std::pair<std::size_t, std::size_t>> m_edges; //!< reader, what it reads
    std::vector<std::pair<std::size_t, Port>> m_publicModels;
    QList<Group> m_groups;
    QHash<QString, int> m_groupById;
    QList<Product> m_products;
    QHash<QString, int> m_productById;
    QList<domain::Finding> m_findings;
};

//! The value of \a key in a node's meta, which newer versions keep in its config.
Json metaOf(const Json &node, std::string_view key);
//! A person or team as meta.owner writes it: a text, a list, or an object with name and email.
QString ownerTextOf(const Json &owner);
//! Native id "person:<e-mail>" of an owner who has exactly one address, or empty.
QString personIdOf(const Json &owner);
//! A domain as meta.domain writes it: "Orders/Fulfilment" or a list from the top.
QStringList domainOf(const Json &node);
//! The key of the relation that \a node stands for; empty when there is none, as with ephemeral
//! models.
QString relationKeyOf(const Json &node, const QString &adapterType);
//! "public", "protected", "private", or empty.
QString accessOf(const Json &node);

} // namespace portolan::formats::dbt
