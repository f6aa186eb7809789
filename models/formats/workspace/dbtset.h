// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/record.h"
#include "models/formats/workspace/knownfile.h"
#include "models/formats/workspace/vocabulary.h"

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

//! All dbt artifacts of a folder. Large projects are read from their files page by page and never
//! kept; what is kept is what their records were called and which words they used.
class DbtSet
{
public:
    //! Reads \a files (those that dbt wrote) below \a root and hands their records to \a take,
    //! except when they are the very files of the call before and \a again is false. Of several
    //! manifests of a project the newest counts; a catalog goes with the manifest whose nodes it
    //! has.
    [[nodiscard]] Result<void> read(const QString &root, const QList<const KnownFile *> &files,
                                    bool again, const TakeRecords &take);

    const QSet<QString> &ids() const { return m_ids; }

    const Vocabulary &vocabulary() const { return m_vocabulary; }

    const QList<domain::Finding> &findings() const { return m_findings; }

private:
    struct OpenCatalog;

    void chooseManifests(const QList<const KnownFile *> &files, QList<const KnownFile *> &chosen);
    [[nodiscard]] Result<void> readManifest(const QString &root, const KnownFile &file,
                                            std::vector<OpenCatalog> &catalogs,
                                            const TakeRecords &take);
    [[nodiscard]] Result<void> readLonelyCatalog(const dbt::Catalog &catalog,
                                                 const TakeRecords &take);
    bool open(const QString &root, const KnownFile &file, dbt::Artifact &artifact);
    QList<domain::Record> settled(QList<domain::Record> page);

    QList<FileState> m_states;
    QSet<QString> m_ids;
    Vocabulary m_vocabulary;
    QList<domain::Finding> m_findings;
};

} // namespace portolan::formats::workspace
