// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/reading.h"

#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/site.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Relation;
using simdjson::dom::element_type;

namespace portolan::platforms::openmetadata {
namespace {

// More findings about one thing tell nobody more.
constexpr qsizetype mostFindings = 20;

bool isScalar(const Json &value)
{
    return value.type() != element_type::ARRAY && value.type() != element_type::OBJECT;
}

QString wordOf(std::string_view key)
{
    return QString::fromUtf8(key.data(), qsizetype(key.size()));
}

//! Whether the tags of \a classification say how confidential something is.
bool isAboutSecrecy(const QString &classification)
{
    static const QSet<QString> words{u"pii"_s,
                                     u"personaldata"_s,
                                     u"dataclassification"_s,
                                     u"sensitivity"_s,
                                     u"datasensitivity"_s,
                                     u"confidentiality"_s,
                                     u"securityclassification"_s};
    return words.contains(classification.toLower());
}

} // namespace

QString Reference::nativeId() const
{
    return type.isEmpty() || fqn.isEmpty() ? QString() : nativeIdOf(type, fqn);
}

QString Reference::label() const
{
    return title.isEmpty() ? name : title;
}

Reference referenceOf(const Json &value)
{
    using formats::json::text;
    Reference reference{.id = text(value, "id"),
                        .type = text(value, "type"),
                        .name = text(value, "name"),
                        .title = text(value, "displayName"),
                        .fqn = text(value, "fullyQualifiedName"),
                        .deleted = formats::json::isTrue(formats::json::member(value, "deleted"))};
    if (reference.fqn.isEmpty())
        reference.fqn = quoted(reference.name);
    return reference;
}

Reading::Reading(const Json &entity, QString type, const QString &installation,
                 std::string_view bytes)
    : m_entity(entity)
    , m_type(std::move(type))
    , m_bytes(bytes)
{
    m_fqn = formats::json::text(entity, "fullyQualifiedName");
    if (m_fqn.isEmpty())
        m_fqn = quoted(formats::json::text(entity, "name"));
    m_page = pageOf(installation, m_type, m_fqn);
}

QString Reading::text(const Json &parent, std::string_view key)
{
    const auto value = formats::json::member(parent, key);
    if (!isScalar(value)) {
        report(u"openmetadata.type"_s, wordOf(key), u"A text is wanted here"_s);
        return {};
    }
    return formats::json::text(value);
}

std::vector<Json> Reading::list(const Json &parent, std::string_view key)
{
    const auto value = formats::json::member(parent, key);
    if (value.type() != element_type::ARRAY && !formats::json::isNull(value))
        report(u"openmetadata.type"_s, wordOf(key), u"A list is wanted here"_s);
    return formats::json::items(value);
}

QList<Reference> Reading::references(std::string_view key)
{
    QList<Reference> found;
    for (const auto &item : list(key)) {
        const auto reference = referenceOf(item);
        if (!reference.deleted && !reference.fqn.isEmpty())
            found.append(reference);
    }
    return found;
}

QDateTime Reading::time(const Json &parent, std::string_view key)
{
    // Times beyond the year 9999 are mistakes, and no calendar of ours holds them.
    constexpr qint64 latest = 253'402'300'799'000;
    bool ok = false;
    const auto ms = formats::json::text(parent, key).toLongLong(&ok);
    return ok && ms > 0 && ms < latest ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

void Reading::report(const QString &rule, const QString &field, const QString &message,
                     const QString &remedy)
{
    if (m_findings.size() >= mostFindings)
        return;
    m_findings.append({.file = m_page,
                       .severity = domain::Finding::Severity::Warning,
                       .rule = rule,
                       .field = field,
                       .message = message,
                       .remedy = remedy});
}

Thing Reading::thing(domain::EntityKind kind)
{
    Thing thing;
    thing.uuid = text("id");
    thing.deleted = formats::json::isTrue(formats::json::member(m_entity, "deleted"));
    if (const auto at = time(m_entity, "updatedAt"); at.isValid())
        thing.updatedAt = at.toMSecsSinceEpoch();
    auto &record = thing.record;
    record.kind = kind;
    record.name = text("name");
    if (m_fqn.isEmpty() || record.name.isEmpty()) {
        report(u"openmetadata.name"_s, u"name"_s,
               u"A thing of type %1 has no name, and is left out"_s.arg(m_type));
        return thing;
    }
    record.nativeId = nativeIdOf(m_type, m_fqn);
    record.title = text("displayName");
    if (record.title == record.name)
        record.title.clear();
    record.description = text("description");
    record.version = text("version");
    addOwners(record);
    addDomain(record);
    for (const auto &product : references("dataProducts"))
        relate(record, Relation::PartOf, product.nativeId());
    const auto labels = labelsOf(list("tags"));
    record.tags = labels.tags;
    record.classification = labels.classification;
    for (const auto &term : labels.terms)
        relate(record, Relation::Means, term);
    const auto certification = formats::json::member(m_entity, "certification");
    addProperty(record, u"certification"_s,
                formats::json::text(formats::json::member(certification, "tagLabel"), "tagFQN"));
    if (const auto source = text("sourceUrl"); !source.isEmpty())
        record.references.append({.type = u"source"_s, .url = source, .description = {}});
    addExtension(record);
    addProperty(record, u"openmetadata.id"_s, thing.uuid);
    record.native.append(
        {.file = m_page, .json = QByteArray(m_bytes.data(), qsizetype(m_bytes.size()))});
    return thing;
}

void Reading::addOwners(domain::Record &record)
{
    for (const auto &owner : references("owners")) {
        if (record.ownerName.isEmpty()) {
            record.ownerId = owner.nativeId();
            record.ownerName = owner.label();
        }
        relate(record, Relation::OwnedBy, owner.nativeId());
    }
}

void Reading::addDomain(domain::Record &record)
{
    auto domains = references("domains");
    // Before 1.9 there was one, under another name.
    if (const auto single = formats::json::member(m_entity, "domain");
        domains.isEmpty() && formats::json::isObject(single))
        domains.append(referenceOf(single));
    for (const auto &domain : std::as_const(domains)) {
        if (record.domain.isEmpty())
            record.domain = partsOf(domain.fqn);
        relate(record, Relation::InDomain, domain.nativeId());
    }
}

void Reading::addExtension(domain::Record &record)
{
    simdjson::dom::object extension;
    if (formats::json::member(m_entity, "extension").get(extension) != simdjson::SUCCESS)
        return;
    for (const auto entry : extension)
        addProperty(record, wordOf(entry.key), formats::json::anyText(entry.value));
}

Labels labelsOf(const std::vector<Json> &labels)
{
    Labels found;
    for (const auto &label : labels) {
        const auto name = formats::json::text(label, "tagFQN");
        if (name.isEmpty() || formats::json::text(label, "state") == u"Suggested")
            continue;
        if (formats::json::text(label, "source") == u"Glossary") {
            if (const auto term = nativeIdOf(u"glossaryTerm"_s, name); !found.terms.contains(term))
                found.terms.append(term);
            continue;
        }
        if (!found.tags.contains(name))
            found.tags.append(name);
        const auto parts = partsOf(name);
        if (found.classification.isEmpty() && parts.size() > 1 && isAboutSecrecy(parts.first())
            && parts.last() != u"None")
            found.classification = parts.last();
    }
    return found;
}

void relate(domain::Record &record, Relation relation, const QString &nativeId)
{
    const domain::RelationTo to{relation, nativeId};
    if (!nativeId.isEmpty() && !record.relations.contains(to))
        record.relations.append(to);
}

void addProperty(domain::Record &record, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        record.properties.append({name, value});
}

} // namespace portolan::platforms::openmetadata
