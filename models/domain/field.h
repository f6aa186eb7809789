// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::domain {

//! A column or nested property of an asset. Lists of fields are flat and in schema order: a child
//! follows its parent, and \a path tells the tree.
struct Field
{
    QString path; //!< "a.b" nested, "a[].b" inside array items; unique in its asset
    QString name; //!< last part of the path
    QString title; //!< business name
    QString physicalName; //!< of the column, where the platform calls it otherwise than \a name
    QString type; //!< physical type, as written
    QString logicalType; //!< ODCS logical type where the source has one
    QString description;
    QString classification;
    QStringList tags;
    QStringList terms; //!< glossary terms and business definitions
    QStringList synonyms;
    QStringList examples;
    QStringList sources; //!< transformSourceObjects: what it is made from
    QString transformation; //!< how it is made, in words or SQL
    QString encryptedName;
    QString constraints; //!< options in words: "max length 20, pattern …"
    QStringList references; //!< foreign keys: "table.column"
    std::optional<bool> nullable;
    bool primaryKey = false;
    int primaryKeyPosition = 0; //!< from 1; 0 when it is no part of the key or unknown
    bool unique = false;
    bool partitioned = false;
    bool critical = false; //!< ODCS criticalDataElement
    bool deprecated = false;

    bool operator==(const Field &) const = default;
};

//! How deep \a path lies: 0 for a column, 1 for what stands in it, …
int depthOf(QStringView path);

//! The path of the field that holds \a path, or empty for a column.
QString parentPath(const QString &path);

} // namespace portolan::domain
