// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/formats/document/node.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::formats::odcs {

//! Names behind the ids of a contract: "schema/tbl/properties/id" → "orders.id".
using Names = QHash<QString, QString>;

//! The names of all objects and properties of \a schema that have an id.
Names namesOf(const document::Node &schema);

//! Reads the properties (or columns) of \a object into fields and the rules below them.
class FieldReader
{
public:
    FieldReader(QString object, const Names &names)
        : m_object(std::move(object))
        , m_names(names)
    {
    }

    void read(const document::Node &object);

    QList<domain::Field> fields;
    QList<domain::QualityRule> quality;
    QList<document::Node> qualityNodes; //!< where the rules stand

private:
    void readQuality(const document::Node &list, const QString &element);
    void readList(const document::Node &properties, const QString &prefix, int depth);
    void readProperty(const document::Node &property, const QString &prefix, int depth);
    void readInside(const document::Node &property, const QString &path, int depth);
    void readRelationships(const document::Node &object);
    QStringList targetsOf(const document::Node &target) const;

    QString m_object;
    const Names &m_names;
};

//! The highest of the classifications of \a fields by the usual ladder (public, internal,
//! confidential, restricted); a word outside of it only where no field has a word of the ladder.
QString highestClassification(const QList<domain::Field> &fields);

} // namespace portolan::formats::odcs
