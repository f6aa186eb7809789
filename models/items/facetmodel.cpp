// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facetmodel.h"

#include "models/base/async.h"
#include "models/items/labels.h"

#include <QHash>
#include <QMetaEnum>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

FacetModel::Node kindOf(const FacetNode &node)
{
    if (node.kind == FacetNode::Kind::Group)
        return FacetModel::Node::Group;
    return node.kind == FacetNode::Kind::More ? FacetModel::Node::More : FacetModel::Node::Value;
}

void collect(const FacetNode &node, QHash<QString, const FacetNode *> &byPath)
{
    for (const auto &child : node.children) {
        byPath.insert(child->path(), child.get());
        collect(*child, byPath);
    }
}

} // namespace

FacetModel::FacetModel(CatalogSource &source, QObject *parent)
    : QAbstractItemModel(parent)
    , m_source(source)
    , m_root(std::make_unique<FacetNode>())
{
    connect(&m_source, &CatalogSource::changed, this, [this] {
        if (m_question > 0 && !m_due)
            ask();
    });
}

FacetModel::~FacetModel() = default;

void FacetModel::setQuery(const QString &query, Counting when)
{
    if ((m_question > 0 || m_due) && query == m_query)
        return;
    m_query = query;
    m_stale = true;
    m_waiting = false;
    m_again = false;
    m_due = true;
    ++m_question; // what is under way answers another one
    rebuild();
    if (when == Counting::Now)
        count();
}

void FacetModel::count()
{
    if (std::exchange(m_due, false))
        ask();
}

void FacetModel::ask()
{
    if (m_waiting) {
        m_again = true;
        return;
    }
    m_waiting = true;
    ++m_question;
    onFinished(m_source.facets(m_query), this,
               [this, question = m_question](Result<QList<store::Facet>> answer) {
                   if (question != m_question)
                       return;
                   m_waiting = false;
                   if (answer) {
                       m_facets = std::move(*answer);
                       m_stale = false;
                       rebuild();
                   }
                   if (std::exchange(m_again, false))
                       ask();
               });
}

// The whole tree is built anew and what the views hold on to (expanded nodes, the current one) is
// carried over by path: the column has some hundred nodes at most, and a list of edits for a tree
// whose values change places would be longer than the tree.
void FacetModel::rebuild()
{
    auto fresh = facetTree(m_facets, domain::parseQuery(m_query), m_long, shortList);
    QHash<QString, const FacetNode *> byPath;
    collect(*fresh, byPath);
    Q_EMIT layoutAboutToBeChanged();
    const auto before = persistentIndexList();
    QModelIndexList after;
    for (const auto &old : before) {
        const auto *node = byPath.value(nodeAt(old)->path());
        after.append(node ? createIndex(node->row, old.column(), node) : QModelIndex());
    }
    m_root = std::move(fresh);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void FacetModel::toggle(const QModelIndex &index)
{
    const auto *node = nodeAt(index);
    if (!index.isValid() || node->kind == FacetNode::Kind::Group)
        return;
    if (node->kind == FacetNode::Kind::More) {
        m_long.insert(node->key);
        rebuild();
        return;
    }
    const bool on = node->state == Qt::Unchecked;
    const auto cleared = withExclusion(m_query, node->key, node->value, false);
    Q_EMIT queryChosen(domain::withFilter(cleared, node->key, node->value, on));
}

void FacetModel::toggleExcluded(const QModelIndex &index)
{
    const auto *node = nodeAt(index);
    if (!index.isValid() || node->kind != FacetNode::Kind::Value)
        return;
    Q_EMIT queryChosen(
        withExclusion(m_query, node->key, node->value, node->state != Qt::PartiallyChecked));
}

void FacetModel::choose(const QModelIndex &index)
{
    const auto *node = nodeAt(index);
    if (!index.isValid() || node->kind != FacetNode::Kind::Value)
        return;
    Q_EMIT queryChosen(
        domain::withFilter(withoutKey(m_query, node->key), node->key, node->value, true));
}

const FacetNode *FacetModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const FacetNode *>(index.constInternalPointer())
                           : m_root.get();
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto *node = nodeAt(parent);
    if (row < 0 || column != 0 || row >= static_cast<int>(node->children.size())
        || parent.column() > 0)
        return {};
    return createIndex(row, 0, node->children[static_cast<size_t>(row)].get());
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeAt(index)->parent) : QModelIndex();
}

QModelIndex FacetModel::indexOf(const FacetNode *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeAt(parent)->children.size());
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString FacetModel::valueText(const FacetNode &node) const
{
    switch (node.kind) {
    case FacetNode::Kind::Group:
        return facetTitle(node.key);
    case FacetNode::Kind::More:
        return tr("%n more", nullptr, static_cast<int>(node.count));
    case FacetNode::Kind::Value:
        return facetValueText(node.key, node.value);
    case FacetNode::Kind::Root:
        break;
    }
    return {};
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &node = *nodeAt(index);
    const bool value = node.kind == FacetNode::Kind::Value;
    switch (role) {
    case Qt::DisplayRole:
        return valueText(node);
    case Qt::AccessibleTextRole:
        if (!value)
            return valueText(node);
        return node.state == Qt::PartiallyChecked
            ? tr("%1, %2, excluded").arg(valueText(node)).arg(node.count)
            : tr("%1, %2").arg(valueText(node)).arg(node.count);
    case Qt::CheckStateRole:
        return value ? QVariant(node.state) : QVariant();
    case NodeRole:
        return static_cast<int>(kindOf(node));
    case KeyRole:
        return node.key;
    case ValueRole:
        return node.value;
    case CountRole:
        return value ? QVariant(node.count) : QVariant();
    case StaleRole:
        return m_stale;
    case PathRole:
        return node.path();
    default:
        return {};
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole)
        return false;
    const auto &node = *nodeAt(index);
    const auto wanted = static_cast<Qt::CheckState>(value.toInt());
    if (node.kind != FacetNode::Kind::Value || wanted == node.state)
        return false;
    if (wanted == Qt::PartiallyChecked)
        toggleExcluded(index);
    else
        toggle(index);
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (nodeAt(index)->kind == FacetNode::Kind::Value)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QHash<int, QByteArray> FacetModel::roleNames() const
{
    auto names = QAbstractItemModel::roleNames();
    const auto roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i)
        names.insert(roles.value(i), roles.key(i));
    return names;
}

} // namespace portolan::items
