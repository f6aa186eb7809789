// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/schemamodel.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"

#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// Up to here arranging takes less than a frame, and a detour through the pool would only flicker.
constexpr qsizetype inlineFields = 2000;

QString meaningOf(const domain::Field &field)
{
    QStringList words;
    for (const auto &term : field.terms)
        words.append(termText(term));
    return oneLine((words.isEmpty() ? field.tags : words).join(u", "_s), 200);
}

} // namespace

QString fieldTypeText(const domain::Field &field)
{
    if (field.type.isEmpty())
        return field.logicalType;
    if (field.logicalType.isEmpty() || field.type.contains(field.logicalType, Qt::CaseInsensitive))
        return field.type;
    return field.type + u", "_s + field.logicalType;
}

void SchemaModel::setFields(QList<domain::Field> fields)
{
    if (fields == m_fields && m_question != 0)
        return;
    m_fields = std::move(fields);
    arrange();
}

void SchemaModel::setFilter(const FieldFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
}

void SchemaModel::arrange()
{
    const auto question = ++m_question;
    // Without a filter the fields are only linked to their parents, which is quick at any size.
    if (m_fields.size() <= inlineFields || m_filter.isEmpty()) {
        take(schemaTree(m_fields, m_filter));
        return;
    }
    auto future = QtConcurrent::run(
        [fields = m_fields, filter = m_filter] { return schemaTree(fields, filter); });
    onFinished(std::move(future), this, [this, question](SchemaTree tree) {
        if (question == m_question)
            take(std::move(tree));
    });
}

void SchemaModel::take(SchemaTree tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    m_shownFields = m_fields;
    m_fetched.assign(m_tree.children.size(), false);
    m_fetchedRows = 0;
    endResetModel();
    Q_EMIT arranged();
}

size_t SchemaModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<size_t>(index.internalId())
                           : static_cast<size_t>(m_tree.root());
}

const domain::Field *SchemaModel::fieldAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_shownFields.at(static_cast<qsizetype>(index.internalId()))
                           : nullptr;
}

int SchemaModel::count(FieldSubset subset) const
{
    return static_cast<int>(
        std::count_if(m_fields.cbegin(), m_fields.cend(),
                      [subset](const auto &field) { return isIn(field, subset); }));
}

QModelIndex SchemaModel::indexOf(const QString &path)
{
    const auto found = std::find_if(m_shownFields.cbegin(), m_shownFields.cend(),
                                    [&](const auto &field) { return field.path == path; });
    if (found == m_shownFields.cend())
        return {};
    std::vector<size_t> above;
    const auto target = static_cast<size_t>(found - m_shownFields.cbegin());
    for (auto at = target; at != static_cast<size_t>(m_tree.root());
         at = static_cast<size_t>(m_tree.parent[at]))
        above.push_back(at);
    QModelIndex index;
    for (auto at = above.rbegin(); at != above.rend(); ++at) {
        if (canFetchMore(index))
            fetchMore(index);
        const auto &siblings = m_tree.children[static_cast<size_t>(m_tree.parent[*at])];
        const auto row = static_cast<size_t>(m_tree.row[*at]);
        if (row >= siblings.size() || siblings[row] != static_cast<int>(*at))
            return {};
        index = createIndex(m_tree.row[*at], 0, *at);
    }
    return index;
}

QModelIndex SchemaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto node = m_tree.children[nodeOf(parent)][static_cast<size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(node));
}

QModelIndex SchemaModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const auto above = m_tree.parent[nodeOf(child)];
    if (above == m_tree.root())
        return {};
    return createIndex(m_tree.row[static_cast<size_t>(above)], 0, static_cast<quintptr>(above));
}

int SchemaModel::rowCount(const QModelIndex &parent) const
{
    const auto node = nodeOf(parent);
    if (parent.column() > 0 || m_tree.children.empty() || !m_fetched[node])
        return 0;
    return static_cast<int>(m_tree.children[node].size());
}

int SchemaModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool SchemaModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && !m_tree.children.empty()
        && !m_tree.children[nodeOf(parent)].empty();
}

bool SchemaModel::canFetchMore(const QModelIndex &parent) const
{
    return hasChildren(parent) && !m_fetched[nodeOf(parent)];
}

void SchemaModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const auto node = nodeOf(parent);
    const auto count = static_cast<int>(m_tree.children[node].size());
    beginInsertRows(parent, 0, count - 1);
    m_fetched[node] = true;
    m_fetchedRows += count;
    endInsertRows();
}

QString SchemaModel::text(const domain::Field &field, int column) const
{
    switch (column) {
    case FieldColumn:
        return oneLine(field.name);
    case TypeColumn:
        return oneLine(fieldTypeText(field), 120);
    case RequiredColumn:
        return field.nullable == false ? tr("yes") : QString();
    case ClassificationColumn:
        return facetValueText(u"classification"_s, field.classification);
    case MeaningColumn:
        return meaningOf(field);
    case DescriptionColumn:
        return oneLine(field.description.isEmpty() ? field.title : field.description);
    default:
        return {};
    }
}

QVariant SchemaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &field = *fieldAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(field, index.column());
    case PathRole:
        return field.path;
    case PrimaryKeyRole:
        return field.primaryKey;
    case ForeignKeyRole:
        return !field.references.isEmpty();
    case UniqueRole:
        return field.unique;
    case SensitiveRole:
        return isSensitive(field.classification);
    case DeprecatedRole:
        return field.deprecated;
    case HitRole:
        return bool(m_tree.hit[nodeOf(index)]);
    default:
        return {};
    }
}

QVariant SchemaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FieldColumn:
        return tr("Field");
    case TypeColumn:
        return tr("Type");
    case RequiredColumn:
        return tr("Required");
    case ClassificationColumn:
        return tr("Classification");
    case MeaningColumn:
        return tr("Meaning");
    case DescriptionColumn:
        return tr("Description");
    default:
        return {};
    }
}

QHash<int, QByteArray> SchemaModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    names.insert({{PathRole, "path"},
                  {PrimaryKeyRole, "primaryKey"},
                  {ForeignKeyRole, "foreignKey"},
                  {UniqueRole, "unique"},
                  {SensitiveRole, "sensitive"},
                  {DeprecatedRole, "deprecated"},
                  {HitRole, "hit"}});
    return names;
}

} // namespace portolan::items
