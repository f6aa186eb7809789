// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odps/ports.h"

#include "models/formats/bitol/parts.h"
#include "models/formats/odps/product.h"

#include <QHash>
#include <QSet>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odps {
namespace {

using bitol::textOf;
using document::Node;
using domain::Record;

struct Direction
{
    std::string_view key;
    QStringView word;
};

constexpr std::array directions{Direction{"outputPorts", u"output"},
                                Direction{"inputPorts", u"input"},
                                Direction{"managementPorts", u"management"}};

QString textOfSbom(const Node &item)
{
    const auto type = textOf(item, "type");
    return type.isEmpty() ? textOf(item, "url") : QString(type % u' ' % textOf(item, "url"));
}

void addFacts(Record &port, const Node &node)
{
    for (const auto key : {"content", "url", "channel", "server", "location"})
        bitol::addProperty(port.properties, QString::fromLatin1(key), node[key]);
    if (const auto materials = node["sbom"]; materials.isSequence()) {
        for (const auto item : materials)
            port.properties.append({u"sbom"_s, textOfSbom(item)});
    }
    bitol::addContext(port.properties, node["context"]);
    bitol::addCustomProperties(port.properties, node["customProperties"]);
}

Record portOf(const QString &file, const Node &node, const Record &product, QStringView direction)
{
    const auto contract = textOf(node, "contractId");
    Record port{.kind = domain::EntityKind::Port,
                .type = portTypeWord(textOf(node, "type")),
                .direction = direction.toString(),
                .name = textOf(node, "name").trimmed(),
                .description = textOf(node, "description"),
                .domain = product.domain,
                .status = bitol::isYes(node["deprecated"]) ? u"deprecated"_s : QString(),
                .version = textOf(node, "version"),
                .tags = bitol::textsOf(node["tags"]),
                .synonyms = bitol::synonymsOf(node["synonyms"]),
                .references = bitol::referencesOf(node["authoritativeDefinitions"]),
                .questions = bitol::questionsOf(node["context"]),
                .native = {bitol::nativeOf(file, node)}};
    if (!contract.isEmpty())
        port.relations.append({domain::Relation::GovernedBy, contract});
    addFacts(port, node);
    return port;
}

//! "<product>#<port>", with "@<version>" where the name repeats, and a number where that repeats
//! too.
void nameAll(QList<Record> &ports, const Record &product)
{
    QHash<QString, int> uses;
    for (const auto &port : ports)
        ++uses[port.name];
    QSet<QString> taken;
    for (auto &port : ports) {
        auto id = QString(product.nativeId % u'#' % port.name);
        if (uses.value(port.name) > 1 && !port.version.isEmpty())
            id += u'@' % port.version;
        const auto base = id;
        for (auto number = 2; taken.contains(id); ++number)
            id = base % u'#' % QString::number(number);
        taken.insert(id);
        port.nativeId = id;
    }
}

bool isGovernedBy(const Record &port, const QString &contract)
{
    return port.relations.contains({domain::Relation::GovernedBy, contract});
}

//! What an output port is made from names contracts; inside the product these are those of its
//! input ports, which lead on to other products.
QStringList inputsUnder(const QList<Record> &ports, const QString &contract, const QString &version)
{
    QStringList exact;
    QStringList any;
    for (const auto &port : ports) {
        if (port.direction != u"input" || !isGovernedBy(port, contract))
            continue;
        any.append(port.nativeId);
        if (port.version == version)
            exact.append(port.nativeId);
    }
    if (any.isEmpty())
        return {contract};
    return exact.isEmpty() ? any : exact;
}

void linkInputs(QList<Record> &ports, qsizetype index, const Node &node)
{
    const auto contracts = node["inputContracts"];
    if (!contracts.isSequence())
        return;
    for (const auto item : contracts) {
        const auto contract = textOf(item, "id");
        if (contract.isEmpty())
            continue;
        for (const auto &id : inputsUnder(ports, contract, textOf(item, "version"))) {
            const domain::RelationTo relation{domain::Relation::Consumes, id};
            if (!ports.at(index).relations.contains(relation))
                ports[index].relations.append(relation);
        }
    }
}

} // namespace

QString portTypeWord(const QString &type)
{
    static const QHash<QString, QString> words{
        {u"tables"_s, u"SQL"_s},    {u"table"_s, u"SQL"_s},    {u"view"_s, u"SQL"_s},
        {u"views"_s, u"SQL"_s},     {u"sql"_s, u"SQL"_s},      {u"topic"_s, u"stream"_s},
        {u"stream"_s, u"stream"_s}, {u"kafka"_s, u"stream"_s}, {u"api"_s, u"REST"_s},
        {u"rest"_s, u"REST"_s},     {u"file"_s, u"file"_s},    {u"files"_s, u"file"_s},
        {u"bucket"_s, u"file"_s},
    };
    return words.value(type.trimmed().toLower(), type);
}

QList<Record> portsOf(const QString &file, const Node &root, const Record &product,
                      QList<domain::Finding> &findings)
{
    QList<Record> ports;
    QList<Node> nodes;
    for (const auto &direction : directions) {
        const auto list = root[direction.key];
        if (!list.isSequence())
            continue;
        auto index = -1;
        for (const auto node : list) {
            ++index;
            auto port = portOf(file, node, product, direction.word);
            if (!port.name.isEmpty()) {
                ports.append(std::move(port));
                nodes.append(node);
                continue;
            }
            const auto key = QString::fromLatin1(direction.key.data());
            findings.append({.file = file,
                             .line = node.line(),
                             .column = node.column(),
                             .rule = u"odps.left-out"_s,
                             .field = u"%1[%2].name"_s.arg(key).arg(index),
                             .message = u"This port has no name and is left out"_s,
                             .remedy = u"Give it a name"_s});
        }
    }
    nameAll(ports, product);
    for (qsizetype i = 0; i < ports.size(); ++i)
        linkInputs(ports, i, nodes.at(i));
    return ports;
}

} // namespace portolan::formats::odps
