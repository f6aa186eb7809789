// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/datahubjson.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

QByteArray quoted(const QString &text)
{
    auto bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + bytes + '"';
}

QByteArray quotedUrn(HubPlace place)
{
    return '"' + DataHubPages::urn(place) + '"';
}

QByteArray aspect(const char *name, const QByteArray &value)
{
    return QByteArray(",\"") + name + "\":{\"value\":" + value + '}';
}

QByteArray listed(const QByteArrayList &items)
{
    return '[' + items.join(',') + ']';
}

//! The number that the native id of the synthetic mesh ends in: 7 of "team:7".
qint64 numberIn(const QString &nativeId)
{
    return nativeId.mid(nativeId.lastIndexOf(u':') + 1).toLongLong();
}

QByteArray ownership(const QString &team)
{
    return aspect("ownership",
                  "{\"owners\":[{\"owner\":" + quotedUrn({HubType::Group, numberIn(team)})
                      + ",\"type\":\"TECHNICAL_OWNER\",\"source\":{\"type\":\"MANUAL\"}}],"
                        "\"lastModified\":{\"time\":1767225600000,"
                        "\"actor\":\"urn:li:corpuser:ingestion\"}}");
}

QByteArray inDomain(qint64 number)
{
    return aspect("domains", "{\"domains\":[" + quotedUrn({HubType::Domain, number}) + "]}");
}

QByteArray tags(const SynthMesh &mesh, const QStringList &names)
{
    QByteArrayList list;
    for (const auto &name : names) {
        if (const auto number = mesh.tagNumber(name); number >= 0)
            list.append("{\"tag\":" + quotedUrn({HubType::Tag, number}) + '}');
    }
    return list.isEmpty() ? QByteArray() : aspect("globalTags", "{\"tags\":" + listed(list) + '}');
}

QByteArray schemaType(const QString &native)
{
    const QByteArray word = native == u"INTEGER" || native.startsWith(u"DECIMAL") ? "Number"
        : native == u"BOOLEAN"                                                    ? "Boolean"
        : native == u"DATE"                                                       ? "Date"
        : native == u"TIMESTAMP"                                                  ? "Time"
                                                                                  : "String";
    return "{\"type\":{\"com.linkedin.schema." + word + "Type\":{}}}";
}

QByteArray schema(const domain::Record &asset)
{
    QByteArrayList fields;
    for (const auto &field : asset.fields) {
        QByteArray json = "{\"fieldPath\":" + quoted(field.path)
            + ",\"nullable\":" + (field.nullable.value_or(true) ? "true" : "false");
        if (!field.description.isEmpty())
            json += ",\"description\":" + quoted(field.description);
        json += ",\"type\":" + schemaType(field.type) + ",\"nativeDataType\":" + quoted(field.type)
            + ",\"recursive\":false,\"isPartOfKey\":" + (field.primaryKey ? "true" : "false") + '}';
        fields.append(json);
    }
    return aspect("schemaMetadata",
                  "{\"schemaName\":" + quoted(asset.name)
                      + ",\"platform\":\"urn:li:dataPlatform:snowflake\",\"version\":0,"
                        "\"hash\":\"\",\"platformSchema\":{\"com.linkedin.schema.MySqlDDL\":{"
                        "\"tableSchema\":\"\"}},\"fields\":"
                      + listed(fields) + '}');
}

QByteArray datasetJson(const SynthMesh &mesh, qint64 number)
{
    const auto asset = mesh.asset(number);
    auto json =
        aspect("datasetProperties",
               "{\"name\":" + quoted(asset.name) + ",\"description\":" + quoted(asset.description)
                   + ",\"customProperties\":{\"classification\":" + quoted(asset.classification)
                   + "},\"lastModified\":{\"time\":1767225600000}}");
    if (!asset.title.isEmpty())
        json += aspect("editableDatasetProperties", "{\"name\":" + quoted(asset.title) + '}');
    if (asset.status == u"deprecated")
        json += aspect("deprecation", "{\"deprecated\":true,\"note\":\"\"}");
    return json + schema(asset) + ownership(asset.ownerId) + tags(mesh, asset.tags)
        + inDomain(mesh.domainNumber(asset.domain))
        + aspect("subTypes", "{\"typeNames\":[" + quoted(asset.type) + "]}");
}

QByteArray productJson(const SynthMesh &mesh, qint64 number)
{
    const auto product = mesh.record(mesh.firstProduct() + number);
    QByteArrayList assets;
    for (auto asset = number; asset < mesh.assetCount(); asset += mesh.productCount()) {
        const auto isPort = assets.size() < SynthMesh::portsPerProduct;
        assets.append("{\"destinationUrn\":" + quotedUrn({HubType::Dataset, asset})
                      + ",\"outputPort\":" + (isPort ? "true" : "false") + '}');
    }
    return aspect("dataProductProperties",
                  "{\"name\":" + quoted(product.name) + ",\"description\":"
                      + quoted(product.description) + ",\"assets\":" + listed(assets) + '}')
        + ownership(product.ownerId) + tags(mesh, product.tags)
        + inDomain(mesh.domainNumber(product.domain));
}

QByteArray domainJson(const SynthMesh &mesh, qint64 number)
{
    const auto record = mesh.record(number);
    QByteArray parent;
    if (record.domain.size() > 1)
        parent = ",\"parentDomain\":"
            + quotedUrn({HubType::Domain, mesh.domainNumber(record.domain.first(1))});
    return aspect("domainProperties", "{\"name\":" + quoted(record.name) + parent + '}');
}

} // namespace

QByteArray hubJson(const SynthMesh &mesh, HubPlace place)
{
    QByteArray aspects;
    switch (place.type) {
    case HubType::Domain:
        aspects = domainJson(mesh, place.number);
        break;
    case HubType::Tag:
        aspects = aspect("tagProperties",
                         "{\"name\":" + quoted(mesh.tagNames().value(place.number)) + '}');
        break;
    case HubType::Group:
        aspects =
            aspect("corpGroupInfo",
                   "{\"displayName\":" + quoted(mesh.record(mesh.domainCount() + place.number).name)
                       + ",\"admins\":[],\"members\":[],\"groups\":[]}");
        break;
    case HubType::Dataset:
        aspects = datasetJson(mesh, place.number);
        break;
    case HubType::Contract:
        aspects = aspect("dataContractProperties",
                         "{\"entity\":" + quotedUrn({HubType::Dataset, place.number})
                             + ",\"schema\":[],\"freshness\":[],\"dataQuality\":[]}")
            + aspect("dataContractStatus", "{\"state\":\"ACTIVE\"}");
        break;
    case HubType::Product:
        aspects = productJson(mesh, place.number);
        break;
    }
    return "{\"urn\":" + quotedUrn(place) + aspects + aspect("status", "{\"removed\":false}") + '}';
}

} // namespace portolan::performance
