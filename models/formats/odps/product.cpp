// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odps/product.h"

#include "models/formats/bitol/parts.h"
#include "models/formats/bitol/people.h"
#include "models/formats/odps/ports.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odps {
namespace {

using bitol::textOf;
using bitol::textsOf;
using document::Node;
using domain::Record;

void addFacts(Record &product, const Node &root)
{
    for (const auto key : {"apiVersion", "type", "tenant", "productCreatedTs"})
        bitol::addProperty(product.properties, QString::fromLatin1(key), root[key]);
    bitol::addContext(product.properties, root["context"]);
    bitol::addCustomProperties(product.properties, root["description"]["customProperties"]);
    bitol::addCustomProperties(product.properties, root["customProperties"]);
}

QString statusOf(const Node &root)
{
    const auto status = textOf(root, "status");
    return status.isEmpty() && bitol::isYes(root["deprecated"]) ? u"deprecated"_s : status;
}

Record productOf(const QString &file, const Node &root, const bitol::People &people)
{
    const auto description = root["description"];
    Record product{.kind = domain::EntityKind::Product,
                   .nativeId = textOf(root, "id"),
                   .name = textOf(root, "name"),
                   .description = description.isMapping() ? textOf(description, "purpose")
                                                          : textOf(description),
                   .domain = bitol::domainPath(textOf(root, "domain")),
                   .status = statusOf(root),
                   .version = textOf(root, "version"),
                   .tags = textsOf(root["tags"]),
                   .synonyms = bitol::synonymsOf(root["synonyms"]),
                   .terms = bitol::termsOf(description),
                   .team = people.members,
                   .support = bitol::supportOf(root["support"]),
                   .references = bitol::referencesOf(root["authoritativeDefinitions"])
                       + bitol::referencesOf(description["authoritativeDefinitions"]),
                   .questions = bitol::questionsOf(root["context"]),
                   .native = {bitol::nativeOf(file, root)}};
    if (product.name.isEmpty())
        product.name = product.nativeId;
    people.own(product);
    addFacts(product, root);
    return product;
}

domain::Relation relationTo(const Record &port)
{
    if (port.direction == u"input")
        return domain::Relation::InputPort;
    return port.direction == u"output" ? domain::Relation::OutputPort
                                       : domain::Relation::ManagementPort;
}

} // namespace

bool looksLike(const Node &root)
{
    if (!root.isMapping())
        return false;
    if (textOf(root, "kind").compare(u"DataProduct", Qt::CaseInsensitive) == 0)
        return true;
    // A wrong or missing kind is a mistake to report, not a reason to look away.
    return root.has("apiVersion") && textOf(root, "apiVersion").startsWith(u'v')
        && (root["outputPorts"].isSequence() || root["inputPorts"].isSequence());
}

Product read(const QString &file, const Node &root)
{
    Product result;
    const auto people = bitol::peopleOf(file, root["team"]);
    result.people = people.records;
    auto product = productOf(file, root, people);
    if (product.nativeId.isEmpty()) {
        result.findings.append(
            {.file = file,
             .line = root.line(),
             .column = root.column(),
             .rule = u"odps.left-out"_s,
             .field = u"id"_s,
             .message = u"The product has no id and is left out"_s,
             .remedy = u"Give it an id that stays the same for ever, a UUID for example"_s});
        return result;
    }
    result.ports = portsOf(file, root, product, result.findings);
    for (auto &port : result.ports) {
        people.own(port);
        product.relations.append({relationTo(port), port.nativeId});
    }
    result.product = std::move(product);
    return result;
}

} // namespace portolan::formats::odps
