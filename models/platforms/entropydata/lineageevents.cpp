// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/lineageevents.h"

#include "models/formats/openlineage/translate.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;
namespace json = portolan::formats::json;
namespace openlineage = portolan::formats::openlineage;
using portolan::domain::Record;

namespace portolan::platforms::entropydata {
namespace {

constexpr qsizetype mostFindings = 20;
constexpr auto vendorFacet = "entropy_data";

quint64 digestOf(const json::Json &event)
{
    const auto text = simdjson::minify(event);
    const auto hash = QCryptographicHash::hash(QByteArrayView(text.data(), qsizetype(text.size())),
                                               QCryptographicHash::Blake2s_128);
    quint64 digest = 0;
    std::memcpy(&digest, hash.constData(), sizeof digest);
    return digest;
}

//! The product that the run of \a event says it works for; empty: none.
QString productOf(const openlineage::Event &event)
{
    for (const auto &[name, facet] : event.runFacets) {
        if (name == vendorFacet)
            return json::text(facet, "dataProductId");
    }
    return {};
}

tl::unexpected<Error> broken(const net::HttpResponse &response, const QString &why)
{
    return failure(Error::Kind::Protocol, u"%1: %2"_s.arg(response.asked, why));
}

} // namespace

LineageEvents::LineageEvents(const Portal &portal, const domain::NamePairs &apart)
    : m_portal(portal)
    , m_apart(apart)
{
    m_fold.setApart(apart);
    m_files.append(portal.list(u"dataproducts"));
    m_fold.addFile(m_files.first());
}

Result<qint64> LineageEvents::take(const net::HttpResponse &response)
{
    if (response.status != 200)
        return broken(response, u"answered %1 without events"_s.arg(response.status));
    json::JsonParser parser;
    const std::string_view text(response.body.constData(), std::size_t(response.body.size()));
    simdjson::dom::array list;
    if (parser.parse(text, text).get(list) != simdjson::SUCCESS)
        return broken(response, u"the answer is no list"_s);
    const auto before = count();
    for (const auto object : list) {
        const auto digest = digestOf(object);
        if (m_seen.contains(digest))
            continue;
        m_seen.insert(digest);
        const auto read = openlineage::readEvent(object);
        if (read.event)
            note(*read.event);
        else if (m_findings.size() < mostFindings)
            m_findings.append({.file = response.asked,
                               .severity = domain::Finding::Severity::Warning,
                               .rule = u"entropy-data.event"_s,
                               .message = u"An event was left out: "_s % read.problem % u'.'});
    }
    return count() - before;
}

void LineageEvents::note(const openlineage::Event &event)
{
    m_fold.add(event, {.file = placeOf(event), .line = 1});
    if (event.job.isEmpty())
        return;
    auto &job = m_jobs[event.job];
    if (const auto product = productOf(event); !product.isEmpty())
        job.products.insert(product);
    for (const auto &input : event.inputs)
        job.used.insert(input.name);
    for (const auto &output : event.outputs)
        job.made.insert(output.name);
}

//! The page of the product that the event belongs to is where a person reads on.
int LineageEvents::placeOf(const openlineage::Event &event)
{
    const auto product = productOf(event);
    if (product.isEmpty())
        return 0;
    if (const auto known = m_places.constFind(product); known != m_places.cend())
        return *known;
    const auto page = m_portal.page(u"dataproducts", product);
    m_files.append(page);
    return *m_places.insert(product, m_fold.addFile(page));
}

//! Datasets that \a jobs use, and no other job does.
QSet<openlineage::Name> LineageEvents::left(const QSet<Name> &jobs) const
{
    QSet<Name> left;
    for (const auto &name : jobs)
        left |= m_jobs.value(name).used | m_jobs.value(name).made;
    for (auto it = m_jobs.cbegin(); it != m_jobs.cend(); ++it) {
        if (!jobs.contains(it.key()))
            left -= it->used | it->made;
    }
    return left;
}

//! What the platform calls the dataset, where an event says so and no person denies it.
void LineageEvents::link(Record &record, const openlineage::FoldedDataset &dataset) const
{
    const auto facet = dataset.facets.find(vendorFacet);
    if (facet == dataset.facets.end() || !record.sameAs.isEmpty())
        return;
    const auto id = QJsonDocument::fromJson(facet->second.json).object().value(u"assetId"_s);
    const auto asset = nativeId(assetType, id.toString());
    if (!m_apart.contains(std::minmax(asset, record.nativeId)))
        record.sameAs = asset;
}

QList<Record>
LineageEvents::records(const std::function<bool(const QString &product)> &isKept) const
{
    QSet<Name> dropped;
    QHash<QString, QSet<QString>> products; // by native id of a job or of what it makes
    for (auto it = m_jobs.cbegin(); it != m_jobs.cend(); ++it) {
        if (!it->products.isEmpty()
            && std::none_of(it->products.begin(), it->products.end(), isKept)) {
            dropped.insert(it.key());
            continue;
        }
        products[openlineage::jobId(it.key())] |= it->products;
        for (const auto &name : it->made)
            products[openlineage::datasetId(name)] |= it->products;
    }
    const auto unused = left(dropped);
    auto folded = m_fold.result();
    folded.datasets.removeIf([&](const auto &dataset) { return unused.contains(dataset.name); });
    folded.jobs.removeIf([&](const auto &job) { return dropped.contains(job.name); });
    QSet<QString> droppedIds;
    for (const auto &name : std::as_const(dropped))
        droppedIds.insert(openlineage::jobId(name));
    folded.edges.removeIf([&](const auto &edge) {
        return droppedIds.contains(edge.job) || droppedIds.contains(edge.source);
    });
    const auto datasets = folded.datasets;
    auto records = openlineage::translate(std::move(folded), m_files);
    for (qsizetype i = 0; i < records.size(); ++i) {
        auto &record = records[i];
        if (i < datasets.size())
            link(record, datasets.at(i));
        auto linked = products.value(record.nativeId).values();
        std::sort(linked.begin(), linked.end());
        for (const auto &product : std::as_const(linked)) {
            if (isKept(product))
                relate(record, domain::Relation::PartOf, nativeId(productType, product));
        }
        for (auto &edge : record.lineage)
            edge.place = record.native.first().file;
    }
    return records;
}

QString digestOf(const Record &record)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    const auto add = [&hash](const QString &text) { hash.addData(text.toUtf8().append('\0')); };
    // Fields, tags and words are made of the document; times, state and edges of all events.
    for (const auto &native : record.native) {
        add(native.file);
        hash.addData(native.json);
    }
    for (const auto &text : {record.sameAs, record.status, record.datasetKey})
        add(text);
    add(QString::number(record.popularity));
    for (const auto &[name, value] : record.properties) {
        add(name);
        add(value);
    }
    for (const auto &to : record.relations) {
        add(QString::number(int(to.relation)));
        add(to.nativeId);
    }
    for (const auto &edge : record.lineage) {
        const auto &how = edge.transformation;
        for (const auto &text :
             {QString::number(int(edge.level)), edge.source, edge.sourceField, edge.targetField,
              edge.job, how.type, how.subtype, how.description, edge.evidence,
              edge.validFrom.toString(Qt::ISODateWithMs), edge.validTo.toString(Qt::ISODateWithMs),
              edge.lastSeen.toString(Qt::ISODateWithMs)})
            add(text);
        add(how.masking ? QString::number(int(*how.masking)) : QString());
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace portolan::platforms::entropydata
