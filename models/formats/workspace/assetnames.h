// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::formats::workspace {

//! Finds assets by the names that contracts use for them: "table", "schema.table" or
//! "database.schema.table", in any case and with or without quotes. Keeps only what was asked for.
class AssetNames
{
public:
    AssetNames() = default;

    //! Will find \a wanted, which are names as nameOf() gives them.
    explicit AssetNames(QSet<QString> wanted);

    //! Considers \a record, if it is an asset.
    void offer(const domain::Record &record);
    //! The native id of the one asset called \a name; empty when there is none, or more than one.
    QString find(const QString &name) const;

    //! The dataset key of that asset; empty when it has none, or find() is empty.
    QString keyOf(const QString &name) const { return m_found.value(name).datasetKey; }

    //! Whether several assets are called \a name.
    bool isAmbiguous(const QString &name) const
    {
        return m_found.contains(name) && m_found.value(name).nativeId.isEmpty();
    }

    const QSet<QString> &wanted() const { return m_wanted; }

    //! A name as it is compared: without quotes, in lower case.
    static QString nameOf(const QString &text);
    //! The name of the table in "table.column", or empty where the text has no parts.
    static QString tableIn(const QString &name);

private:
    struct Found
    {
        QString nativeId; //!< empty where several have the name
        QString datasetKey;
    };

    QSet<QString> m_wanted;
    QHash<QString, Found> m_found;
};

} // namespace portolan::formats::workspace
