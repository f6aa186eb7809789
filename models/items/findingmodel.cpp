// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/findingmodel.h"

#include "models/items/displaytext.h"
#include "models/items/findingtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Finding;

// A file's index carries 0, a finding's the row of its file plus one.
constexpr quintptr fileId = 0;

QString lineText(const AccountFinding &entry)
{
    auto finding = entry.finding;
    finding.file = entry.filePath();
    auto line = domain::lineOf(finding);
    if (!finding.remedy.isEmpty())
        line += u" ("_s + finding.remedy + u')';
    return line + u'\n';
}

} // namespace

QString severityText(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return QCoreApplication::translate("Findings", "Error");
    case Finding::Severity::Warning:
        return QCoreApplication::translate("Findings", "Warning");
    case Finding::Severity::Info:
        break;
    }
    return QCoreApplication::translate("Findings", "Info");
}

QString AccountFinding::filePath() const
{
    if (folder.isEmpty() || finding.file.isEmpty() || QDir::isAbsolutePath(finding.file))
        return finding.file;
    return QDir::cleanPath(folder + u'/' + finding.file);
}

void FindingModel::setFindings(QList<AccountFinding> findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const auto &left, const auto &right) {
        if (left.account != right.account)
            return left.account < right.account;
        return domain::comesBefore(left.finding, right.finding);
    });
    if (findings == m_findings)
        return;
    beginResetModel();
    m_findings = std::move(findings);
    m_counts = {};
    for (const auto &entry : std::as_const(m_findings))
        ++m_counts[static_cast<size_t>(entry.finding.severity)];
    arrange();
    endResetModel();
}

void FindingModel::setFilter(const FindingFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

bool FindingModel::isWanted(const AccountFinding &entry, const QStringList &words) const
{
    const auto &finding = entry.finding;
    const bool severity = finding.severity == Finding::Severity::Error ? m_filter.errors
        : finding.severity == Finding::Severity::Warning               ? m_filter.warnings
                                                                       : m_filter.infos;
    return severity && std::all_of(words.begin(), words.end(), [&](const QString &word) {
               const auto in = [&word](const QString &text) {
                   return text.contains(word, Qt::CaseInsensitive);
               };
               return in(finding.file) || in(finding.message) || in(finding.remedy)
                   || in(finding.field) || in(finding.rule) || in(entry.account)
                   || in(findingText(finding.message)) || in(findingText(finding.remedy));
           });
}

void FindingModel::arrange()
{
    m_files.clear();
    const auto words = m_filter.text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        const auto &entry = m_findings.at(i);
        if (!isWanted(entry, words))
            continue;
        const auto path = entry.filePath();
        if (m_files.empty() || m_files.back().path != path) {
            const auto title = entry.finding.file.isEmpty() ? entry.account : entry.finding.file;
            m_files.push_back({path, title, entry.finding.severity, {}});
        }
        auto &file = m_files.back();
        file.worst = std::min(file.worst, entry.finding.severity);
        file.findings.push_back(i);
    }
}

const AccountFinding *FindingModel::findingAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == fileId)
        return nullptr;
    const auto &file = m_files.at(index.internalId() - 1);
    return &m_findings.at(file.findings.at(static_cast<size_t>(index.row())));
}

int FindingModel::count(Finding::Severity severity) const
{
    return m_counts[static_cast<size_t>(severity)];
}

int FindingModel::shownCount() const
{
    size_t count = 0;
    for (const auto &file : m_files)
        count += file.findings.size();
    return static_cast<int>(count);
}

QString FindingModel::textOf(const QModelIndexList &indexes) const
{
    QString text;
    for (const auto &index : indexes) {
        if (const auto *entry = findingAt(index)) {
            text += lineText(*entry);
        } else if (index.isValid()) {
            for (const auto at : m_files.at(static_cast<size_t>(index.row())).findings)
                text += lineText(m_findings.at(at));
        }
    }
    return text;
}

QString FindingModel::text() const
{
    QString text;
    for (const auto &file : m_files) {
        for (const auto at : file.findings)
            text += lineText(m_findings.at(at));
    }
    return text;
}

QModelIndex FindingModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : fileId);
}

QModelIndex FindingModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == fileId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, fileId);
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_files.size());
    if (parent.internalId() != fileId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_files.at(static_cast<size_t>(parent.row())).findings.size());
}

int FindingModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const auto *entry = findingAt(index))
        return findingData(*entry, index.column(), role);
    return fileData(m_files.at(static_cast<size_t>(index.row())), index.column(), role);
}

QVariant FindingModel::fileData(const File &file, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == SeverityColumn ? oneLine(file.title) : QString();
    case SeverityRole:
        return static_cast<int>(file.worst);
    case IsFileRole:
        return true;
    case FileRole:
        return file.path;
    case CountRole:
        return static_cast<int>(file.findings.size());
    default:
        return {};
    }
}

QVariant FindingModel::findingData(const AccountFinding &entry, int column, int role) const
{
    const auto &finding = entry.finding;
    if (role == SeverityRole)
        return static_cast<int>(finding.severity);
    if (role == IsFileRole)
        return false;
    if (role == FileRole)
        return entry.filePath();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case SeverityColumn:
        return severityText(finding.severity);
    case PlaceColumn:
        if (finding.line <= 0)
            return QString();
        return finding.column > 0
            ? QString(QString::number(finding.line) + u':' + QString::number(finding.column))
            : QString::number(finding.line);
    case MessageColumn:
        return oneLine(findingText(finding.message));
    case RemedyColumn:
        return oneLine(findingText(finding.remedy));
    case FieldColumn:
        return oneLine(finding.field);
    default:
        return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case PlaceColumn:
        return tr("Line");
    case MessageColumn:
        return tr("What is wrong");
    case RemedyColumn:
        return tr("What to do");
    case FieldColumn:
        return tr("Field");
    default:
        return {};
    }
}

QHash<int, QByteArray> FindingModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert({{SeverityRole, "severity"},
                  {IsFileRole, "isFile"},
                  {FileRole, "file"},
                  {CountRole, "count"}});
    return names;
}

} // namespace portolan::items
