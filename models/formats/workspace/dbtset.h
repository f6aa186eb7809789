// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/record.h"
#include "models/formats/workspace/assetnames.h"
#include "models/formats/workspace/knownfile.h"
#include "models/formats/workspace/teamdomains.h"
#include "models/formats/workspace/vocabulary.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>

namespace portolan::formats::dbt {
class Catalog;
class Manifest;
} // namespace portolan::formats::dbt

namespace portolan::formats::workspace {

//! Takes a page of records; an error ends the reading.
using TakeRecords = std::function<Result<void>(QList<domain::Record>)>;

//! What the product files of the same folder say about things that dbt speaks of as well.
struct DeclaredPorts
{
    //! Output ports by productAndKey(): what dbt says about the same table is no second port.
    QHash<QString, QString> byTable;
    //! SQL ports by product and contract: a dbt model that names both means that port.
    QHash<std::pair<QString, QString>, QString> byContract;

    //! Names of tables that contracts derive columns from (AssetNames).
    QSet<QString> wantedNames;
    //! Where things go that name an owner and no domain.
    TeamDomains teamDomains;

    //! The product's id with the platform and name of a table; the instance is left out, since dbt
    //! does not know it.
    static QString productAndKey(const QString &product, const QString &datasetKey);
    bool operator==(const DeclaredPorts &) const = default;
};

//! All dbt artifacts of a folder. Large projects are read from their files page by page and never
//! kept; what is kept is what their records were called and which words they used.
class DbtSet
{
public:
    //! Reads \a files (those that dbt wrote) below \a root and hands their records to \a take,
    //! except when files and \a declared are those of the call before and \a again is false. Of
    //! several manifests of a project the newest counts; a catalog goes with the manifest whose
    //! nodes it has.
    [[nodiscard]] Result<void> read(const QString &root, const QList<const KnownFile *> &files,
                                    const DeclaredPorts &declared, bool again,
                                    const TakeRecords &take);

    //! The models behind ports that files declare: port, model.
    const QList<std::pair<QString, QString>> &behindPorts() const { return m_behindPorts; }

    //! The people whom dbt names: they are not handed over, since other files know more of them.
    const QList<domain::Record> &people() const { return m_people; }

    const QSet<QString> &ids() const { return m_ids; }

    const Vocabulary &vocabulary() const { return m_vocabulary; }

    //! Every project could be read: what is not in ids() is gone.
    bool isWhole() const { return m_whole; }

    //! Something could not be read that may be readable a moment later (isMomentary()).
    bool isToRepeat() const { return m_isToRepeat; }

    //! What dbt has under the names that contracts use.
    const AssetNames &names() const { return m_names; }

    const QList<domain::Finding> &findings() const { return m_findings; }

private:
    struct OpenCatalog;

    static QList<QList<const KnownFile *>>
    manifestsByProject(const QList<const KnownFile *> &files);
    Result<void> readProject(const QString &root, const QList<const KnownFile *> &manifests,
                             std::vector<OpenCatalog> &catalogs, const TakeRecords &take);
    [[nodiscard]] Result<bool> readManifest(const QString &root, const KnownFile &file,
                                            std::vector<OpenCatalog> &catalogs,
                                            const TakeRecords &take);
    [[nodiscard]] Result<void> readLonelyCatalog(const dbt::Catalog &catalog,
                                                 const TakeRecords &take);
    bool open(const QString &root, const KnownFile &file, dbt::Artifact &artifact);
    QList<domain::Record> settled(QList<domain::Record> page);

    //! The declared port that \a record, a port of dbt's, is; empty when it is none of them.
    QString declaredPort(const domain::Record &record) const;
    bool isSecondPort(const domain::Record &record);

    QList<FileState> m_states;
    bool m_whole = true;
    bool m_isToRepeat = false;
    qint64 m_room = 0; //!< bytes that catalogs may still take: they are held together
    DeclaredPorts m_declared;
    QHash<QString, QString> m_productWord; //!< by dbt's id of the product
    QList<domain::Record> m_people;
    QList<std::pair<QString, QString>> m_behindPorts;
    QSet<QString> m_ids;
    Vocabulary m_vocabulary;
    AssetNames m_names;
    QList<domain::Finding> m_findings;
};

} // namespace portolan::formats::workspace
