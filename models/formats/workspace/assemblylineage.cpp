// SPDX-License-Identifier: GPL-3.0-or-later
// The lineage that contract and product files declare.
//
// A contract says of a column which objects it is made from (transformSourceObjects): free text, a
// table or a column of one, which is looked up among all assets of the folder. What nothing is
// called stays an end of its own under the name as written: an edge is never dropped.
//
// A product says which contract an input port reads. The output ports that offer it, of these the
// namesakes where there are any (offersTo), lead to it. Output ports that say which of their
// product's inputs they are made from follow from those; the others from the product, which follows
// from all its inputs. Assets lead to the ports that serve them, so that what is known of tables
// and what is known of ports is one graph.
#include "models/domain/datasetkey.h"
#include "models/formats/workspace/assembly.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::LineageEdge;
using portolan::domain::LineageLevel;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::workspace {
namespace {

QString placeOf(const Record &record)
{
    if (record.native.isEmpty())
        return {};
    const auto &native = record.native.first();
    return native.file % u':' % QString::number(native.line);
}

//! What tells an edge of one target from the others.
QString arrowOf(const LineageEdge &edge)
{
    const QChar end(u'\0');
    QString arrow = QString::number(int(edge.level)) + end + edge.source + end + edge.sourceField;
    arrow += end + edge.targetField + end + edge.transformation.description;
    return arrow;
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

//! The source object that \a text means: the thing, and a column of it or an empty one.
std::pair<QString, QString> sourceIn(const QString &text, const QList<AssetNames> &names)
{
    const auto name = AssetNames::nameOf(text);
    const auto table = AssetNames::tableIn(name);
    for (const auto &known : names) {
        if (const auto id = known.find(name); !id.isEmpty())
            return {id, {}};
    }
    for (const auto &known : names) {
        if (const auto id = table.isEmpty() ? QString() : known.find(table); !id.isEmpty())
            return {id, domain::namePartsOf(text).last().text};
    }
    return {text, {}};
}

} // namespace

//! Each arrow once. Whatever comes here names no job and describes a transformation in words alone.
void Assembly::addEdge(Record &target, LineageEdge edge)
{
    edge.target = target.nativeId;
    edge.place = placeOf(target);
    if (edge.source.isEmpty()
        || (edge.level == LineageLevel::Dataset && edge.source == edge.target))
        return;
    auto &arrows = m_arrows[target.nativeId];
    const auto before = arrows.size();
    arrows.insert(arrowOf(edge));
    if (arrows.size() > before)
        target.lineage.append(std::move(edge));
}

void Assembly::addEdge(Record &target, const QString &source, const QString &evidence)
{
    LineageEdge edge;
    edge.source = source;
    edge.evidence = evidence;
    addEdge(target, std::move(edge));
}

QSet<QString> Assembly::wantedNames() const
{
    QSet<QString> wanted;
    for (const auto &record : m_records) {
        for (const auto &field : record.fields) {
            for (const auto &source : field.sources) {
                const auto name = AssetNames::nameOf(source);
                wanted.insert(name);
                if (const auto table = AssetNames::tableIn(name); !table.isEmpty())
                    wanted.insert(table);
            }
        }
    }
    return wanted;
}

AssetNames Assembly::names(const QSet<QString> &wanted) const
{
    AssetNames own(wanted);
    for (const auto &record : m_records)
        own.offer(record);
    return own;
}

void Assembly::addLineage(const QList<AssetNames> &others)
{
    const auto all = QList<AssetNames>{names(wantedNames())} + others;
    for (auto &record : m_records) {
        if (record.kind == EntityKind::Asset)
            addDerivations(record, all);
    }
    addPortLineage();
}

void Assembly::addDerivations(Record &asset, const QList<AssetNames> &names)
{
    for (const auto &field : std::as_const(asset.fields)) {
        for (const auto &text : field.sources) {
            const auto [source, column] = sourceIn(text, names);
            addEdge(asset, source, u"contract"_s);
            LineageEdge edge;
            edge.level = LineageLevel::Field;
            edge.source = source;
            edge.sourceField = column;
            edge.targetField = field.path;
            edge.transformation.description = field.transformation;
            edge.evidence = u"contract"_s;
            addEdge(asset, std::move(edge));
        }
    }
}

void Assembly::addPortLineage()
{
    addOfferedInputs();
    QSet<QString> products;
    for (const auto &[contractId, reader] : std::as_const(m_reads))
        products.insert(reader.first);
    for (const auto &product : std::as_const(products))
        linkInside(product);
}

void Assembly::addOfferedInputs()
{
    QSet<QString> read;
    for (const auto &[contractId, reader] : std::as_const(m_reads)) {
        auto *input = find(reader.second);
        const auto offers = offersTo(reader.second, contractId);
        for (const auto &[offerer, output] : offers) {
            addEdge(*input, output, u"port"_s);
            read.insert(output);
        }
        if (!offers.isEmpty())
            continue;
        // Nobody here offers it: what the contract describes is all that is known of its origin.
        const auto assets = assetsOf(contractId);
        for (const auto &source : assets.isEmpty() ? QStringList{contractId} : assets)
            addEdge(*input, source, u"port"_s);
    }
    for (const auto &port : std::as_const(read))
        serveFromAssets(port);
}

//! From the input ports of a product to its output ports: as they say, else through the product.
void Assembly::linkInside(const QString &productId)
{
    const auto outputs = targetsOf(*find(productId), Relation::OutputPort);
    bool passesThrough = outputs.isEmpty(); // who only reads is where the data ends
    for (const auto &outputId : outputs) {
        auto *output = find(outputId);
        if (!output)
            continue;
        const auto named = targetsOf(*output, Relation::Consumes);
        for (const auto &input : named)
            addEdge(*output, input, u"port"_s);
        if (named.isEmpty())
            addEdge(*output, productId, u"product"_s);
        passesThrough = passesThrough || named.isEmpty();
        serveFromAssets(outputId);
    }
    if (!passesThrough)
        return;
    for (const auto &input : targetsOf(*find(productId), Relation::InputPort))
        addEdge(*find(productId), input, u"product"_s);
}

void Assembly::serveFromAssets(const QString &portId)
{
    auto *port = find(portId);
    for (const auto &asset : targetsOf(*port, Relation::Exposes))
        addEdge(*port, asset, u"port"_s);
}

} // namespace portolan::formats::workspace
