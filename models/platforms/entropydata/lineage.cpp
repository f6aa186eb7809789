// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform declares about where data come from, product by product:
// - the objects of a contract lead to the output ports that serve them, and to the input ports of
//   other products that name the same contract;
// - a granted access of a product leads from the port it reads to the product's input port for the
//   same contract, else to the product itself;
// - source systems lead to the input ports that name them;
// - inside a product, output ports that say what they are made from follow from that; the others
//   from the product, which follows from all its inputs.
// An edge belongs to what it ends in, so that one product is told whole whenever it changes.
#include "models/platforms/entropydata/products.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using domain::Record;
using domain::Relation;

void addEdge(Record &target, const QString &source, const QString &evidence)
{
    domain::LineageEdge edge;
    edge.source = source;
    edge.target = target.nativeId;
    edge.evidence = evidence;
    const bool isKnown =
        std::any_of(target.lineage.begin(), target.lineage.end(),
                    [&edge](const auto &known) { return known.isSameArrow(edge); });
    if (!isKnown && !source.isEmpty() && source != edge.target)
        target.lineage.append(edge);
}

QStringList targetsOf(const Record &record, Relation relation)
{
    QStringList targets;
    for (const auto &to : record.relations) {
        if (to.relation == relation)
            targets.append(to.nativeId);
    }
    return targets;
}

void addAccesses(QList<Record> &records, const ProductContext &context)
{
    const auto product = records.first().nativeId;
    for (const auto &access : context.accessesOf(product)) {
        const auto input = std::find_if(records.begin(), records.end(), [&](const Record &one) {
            return one.direction == u"input" && !access.contract.isEmpty()
                && targetsOf(one, Relation::GovernedBy).contains(access.contract);
        });
        auto &target = input == records.end() ? records.first() : *input;
        relate(target, Relation::Consumes, access.port);
        addEdge(target, access.port, u"port"_s);
    }
}

} // namespace

void addLineage(QList<Record> &records, const ProductContext &context)
{
    bool hasOutputs = false;
    bool passesThrough = false;
    for (auto &record : records) {
        if (record.kind != domain::EntityKind::Port)
            continue;
        for (const auto &contract : targetsOf(record, Relation::GovernedBy)) {
            for (const auto &object : context.objectsOf(contract)) {
                if (record.direction == u"output")
                    relate(record, Relation::Exposes, object);
                addEdge(record, object, u"port"_s);
            }
        }
        const auto named = targetsOf(record, Relation::Consumes);
        for (const auto &input : named) {
            if (!input.startsWith(contractType))
                addEdge(record, input, u"port"_s);
        }
        if (record.direction == u"output" && named.isEmpty())
            addEdge(record, records.first().nativeId, u"product"_s);
        hasOutputs = hasOutputs || record.direction == u"output";
        passesThrough = passesThrough || (record.direction == u"output" && named.isEmpty());
    }
    addAccesses(records, context);
    if (hasOutputs && !passesThrough) // who only reads is where the data ends
        return;
    for (const auto &input : targetsOf(records.first(), Relation::InputPort))
        addEdge(records.first(), input, u"product"_s);
}

} // namespace portolan::platforms::entropydata
