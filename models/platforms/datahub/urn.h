// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::platforms::datahub {

//! A name of DataHub taken apart: "urn:li:dataset:(urn:li:dataPlatform:hive,orders,PROD)".
struct Urn
{
    QString type; //!< "dataset"
    QString id; //!< what follows the type
    QStringList parts; //!< of a tuple; else the id alone
};

//! \a text taken apart; empty where it is no urn.
std::optional<Urn> urnOf(const QString &text);
//! The type of \a text, or empty.
QString typeOf(const QString &text);

//! The platform that \a urn names: "hive"; empty where it names none.
QString platformOf(const Urn &urn);
//! What a person calls the thing when nothing but its urn is known: the last part of a table's
//! name, the id of a dashboard.
QString shortNameOf(const QString &text);

//! A column as lineage names it: a schemaField urn; of any other urn the thing itself.
struct FieldRef
{
    QString asset;
    QString path; //!< as domain::Field::path; empty when the whole thing is meant
};

FieldRef fieldRefOf(const QString &urn);

//! \a fieldPath, in DataHub's version 1 or 2, as domain::Field::path: "[version=2.0].[type=array].
//! [type=struct].items.[type=string].name" is "items[].name". Fields of a message's key begin
//! with "key:", since its value may have a field of the same name.
QString pathOf(const QString &fieldPath);

} // namespace portolan::platforms::datahub
