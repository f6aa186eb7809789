// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/formats/json/value.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace portolan::platforms::openmetadata {

using formats::json::Json;

//! A thing that another one names: EntityReference.
struct Reference
{
    QString id;
    QString type;
    QString name;
    QString title;
    QString fqn;
    bool deleted = false;

    //! "<type>:<fully qualified name>", or empty where the server named no one.
    QString nativeId() const;
    //! What a person reads.
    QString label() const;
};

Reference referenceOf(const Json &value);

//! What one thing becomes: a record, and what it says besides.
struct Thing
{
    domain::Record record; //!< without a native id where it is none
    QString uuid;
    bool deleted = false;
    qint64 updatedAt = 0; //!< milliseconds
    domain::Evidence evidence;
    QList<domain::Slo> slos;
    QList<domain::LineageEdge> lineage; //!< that its own document tells
};

//! Reads the members of one thing. What has another type than it should is a finding, and the rest
//! of it is read all the same.
class Reading
{
public:
    //! \a entity of type \a type; \a installation is where its page lies.
    Reading(const Json &entity, QString type, const QString &installation, std::string_view bytes);

    const Json &entity() const { return m_entity; }

    const QString &type() const { return m_type; }

    const QString &fqn() const { return m_fqn; }

    //! Text of a scalar member; a finding where it is an object or list.
    QString text(const Json &parent, std::string_view key);

    QString text(std::string_view key) { return text(m_entity, key); }

    //! The items of a list member; a finding where it is something else.
    std::vector<Json> list(const Json &parent, std::string_view key);

    std::vector<Json> list(std::string_view key) { return list(m_entity, key); }

    //! References that are not deleted, under \a key.
    QList<Reference> references(std::string_view key);
    //! Milliseconds since 1970 as a time; null where there is none.
    static QDateTime time(const Json &parent, std::string_view key);

    //! What all things have: names, description, owners, domain, products, tags, terms, custom
    //! properties, version and the document itself.
    Thing thing(domain::EntityKind kind);

    void report(const QString &rule, const QString &field, const QString &message,
                const QString &remedy = {});

    QList<domain::Finding> takeFindings() { return std::move(m_findings); }

private:
    void addOwners(domain::Record &record);
    void addDomain(domain::Record &record);
    void addExtension(domain::Record &record);

    Json m_entity;
    QString m_type;
    QString m_fqn;
    QString m_page;
    std::string_view m_bytes;
    QList<domain::Finding> m_findings;
};

//! What the labels of a thing or column say.
struct Labels
{
    QStringList tags; //!< fully qualified: "PII.Sensitive"
    QStringList terms; //!< native ids
    QString classification; //!< the level that a tag about confidentiality names
};

//! Reads tag labels. Those that are only suggested do not count.
Labels labelsOf(const std::vector<Json> &labels);

//! Adds \a relation to \a nativeId unless it is there or \a nativeId empty.
void relate(domain::Record &record, domain::Relation relation, const QString &nativeId);
//! Adds a property unless \a value is empty.
void addProperty(domain::Record &record, const QString &name, const QString &value);

} // namespace portolan::platforms::openmetadata
