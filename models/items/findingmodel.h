// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QAbstractItemModel>
#include <QList>
#include <QString>

#include <array>
#include <vector>

namespace portolan::items {

//! A finding, and the account it belongs to.
struct AccountFinding
{
    domain::Finding finding;
    QString account;
    QString folder; //!< what its file is relative to; empty when unknown

    //! The file's absolute path where the folder is known, else as the finding has it.
    QString filePath() const;
    bool operator==(const AccountFinding &) const = default;
};

//! What of the findings is wanted.
struct FindingFilter
{
    QString text; //!< words that all have to occur; any case
    bool errors = true;
    bool warnings = true;
    bool infos = true;

    bool operator==(const FindingFilter &) const = default;
};

//! Findings as a tree of two levels: files by name, and what is wrong in each by line.
class FindingModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        SeverityColumn,
        PlaceColumn,
        MessageColumn,
        RemedyColumn,
        FieldColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        SeverityRole = Qt::UserRole, //!< int of domain::Finding::Severity; of a file its worst
        IsFileRole, //!< bool
        FileRole, //!< absolute path where it is known
        CountRole //!< int, of a file: how many findings are shown below it
    };
    Q_ENUM(Role)

    using QAbstractItemModel::QAbstractItemModel;

    void setFindings(QList<AccountFinding> findings);
    void setFilter(const FindingFilter &filter);

    const FindingFilter &filter() const { return m_filter; }

    //! The finding at \a index, or null for a file.
    const AccountFinding *findingAt(const QModelIndex &index) const;
    //! How many there are of \a severity, whatever the filter.
    int count(domain::Finding::Severity severity) const;

    int totalCount() const { return static_cast<int>(m_findings.size()); }

    int shownCount() const;
    //! What is at \a indexes (files stand for all that is shown in them), a line each, as compilers
    //! write it.
    QString textOf(const QModelIndexList &indexes) const;
    //! All that is shown.
    QString text() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct File
    {
        QString path;
        QString title;
        domain::Finding::Severity worst = domain::Finding::Severity::Info;
        std::vector<qsizetype> findings; //!< indices into m_findings
    };

    void arrange();
    bool isWanted(const AccountFinding &entry, const QStringList &words) const;
    QVariant fileData(const File &file, int column, int role) const;
    QVariant findingData(const AccountFinding &entry, int column, int role) const;

    QList<AccountFinding> m_findings;
    std::array<int, 3> m_counts{};
    FindingFilter m_filter;
    std::vector<File> m_files;
};

//! "Error", "Warning" or "Info".
QString severityText(domain::Finding::Severity severity);

} // namespace portolan::items
