// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/fieldchoicemodel.h"

#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/lineagemarks.h"
#include "models/items/schematree.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// What a port's own index carries; a field's carries its port's row and one.
constexpr quintptr isPort = 0;

QString classText(const QString &written)
{
    return oneLine(facetValueText(u"classification"_s, written), 60);
}

} // namespace

void FieldChoiceModel::show(const QList<AccessOffer> &offers)
{
    QHash<QString, QStringList> before;
    for (const auto &port : std::as_const(m_ports)) {
        for (const int row : port.left)
            before[port.id].append(port.paths.at(row));
    }
    beginResetModel();
    m_ports.clear();
    for (const auto &offer : offers) {
        if (!offer.facts || !offer.facts->contract || !offer.facts->contract->fields
            || offer.facts->contract->fields->isEmpty())
            continue;
        Port port{.id = offer.port, .label = oneLine(offer.label, 200)};
        const auto &fields = *offer.facts->contract->fields;
        const bool several =
            std::any_of(fields.begin(), fields.end(), [&fields](const auto &field) {
                return field.object != fields.first().object;
            });
        for (const auto &field : fields) {
            const auto whole =
                several && !field.object.isEmpty() ? field.object + u'.' + field.path : field.path;
            if (before.value(offer.port).contains(whole))
                port.left.insert(int(port.paths.size()));
            port.paths.append(whole);
            port.names.append(oneLine(whole, 200));
            port.classes.append(field.classification);
        }
        m_ports.append(port);
    }
    endResetModel();
}

const FieldChoiceModel::Port *FieldChoiceModel::portOf(const QString &id) const
{
    const auto found = std::find_if(m_ports.begin(), m_ports.end(),
                                    [&id](const Port &port) { return port.id == id; });
    return found == m_ports.end() ? nullptr : &*found;
}

QStringList FieldChoiceModel::chosen(const QString &port) const
{
    const auto *found = portOf(port);
    if (found == nullptr || found->left.isEmpty())
        return {};
    QStringList paths;
    for (int row = 0; row < found->paths.size(); ++row) {
        if (!found->left.contains(row))
            paths.append(found->paths.at(row));
    }
    return paths;
}

void FieldChoiceModel::choose(const QString &port, const QStringList &paths)
{
    for (int at = 0; at < m_ports.size(); ++at) {
        auto &one = m_ports[at];
        if (one.id != port)
            continue;
        one.left.clear();
        for (int row = 0; row < one.paths.size() && !paths.isEmpty(); ++row) {
            if (!paths.contains(one.paths.at(row)))
                one.left.insert(row);
        }
        changed(at);
    }
}

void FieldChoiceModel::leaveOut(const QString &port, const QStringList &classifications)
{
    for (int at = 0; at < m_ports.size(); ++at) {
        auto &one = m_ports[at];
        if (one.id != port)
            continue;
        for (int row = 0; row < one.classes.size(); ++row) {
            if (classifications.contains(one.classes.at(row).trimmed(), Qt::CaseInsensitive))
                one.left.insert(row);
        }
        changed(at);
    }
}

bool FieldChoiceModel::isNothing(const QString &port) const
{
    const auto *found = portOf(port);
    return found != nullptr && found->left.size() == found->paths.size();
}

QString FieldChoiceModel::highestClass(const QString &port) const
{
    const auto *found = portOf(port);
    QString highest;
    for (int row = 0; found != nullptr && row < found->paths.size(); ++row) {
        const auto &one = found->classes.at(row);
        if (!found->left.contains(row) && classificationRank(one) > classificationRank(highest))
            highest = one;
    }
    return highest;
}

bool FieldChoiceModel::hasSensitive(int port) const
{
    const auto &classes = m_ports.at(port).classes;
    return std::any_of(classes.begin(), classes.end(), isSensitive);
}

int FieldChoiceModel::sensitiveLeftOut() const
{
    int count = 0;
    for (const auto &port : m_ports) {
        count += int(std::count_if(port.left.begin(), port.left.end(),
                                   [&port](int row) { return isSensitive(port.classes.at(row)); }));
    }
    return count;
}

void FieldChoiceModel::changed(int port)
{
    const auto top = index(port, Field);
    Q_EMIT dataChanged(top, index(port, Class));
    Q_EMIT dataChanged(index(0, Field, top), index(rowCount(top) - 1, Class, top));
    Q_EMIT choiceChanged();
}

int FieldChoiceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_ports.size());
    return parent.internalId() == isPort && parent.column() == 0
        ? int(m_ports.at(parent.row()).paths.size())
        : 0;
}

int FieldChoiceModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QModelIndex FieldChoiceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : isPort);
}

QModelIndex FieldChoiceModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == isPort)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, isPort);
}

QVariant FieldChoiceModel::portData(const Port &port, int column, int role) const
{
    const auto count = port.paths.size();
    const auto ticked = count - port.left.size();
    switch (role) {
    case Qt::DisplayRole:
        return column == Field
            ? port.label
            : tr("%1 of %n field(s)", nullptr, int(count)).arg(QLocale().toString(ticked));
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %n field(s)", nullptr, int(count))
            .arg(port.label, QLocale().toString(ticked));
    case Qt::CheckStateRole:
        if (column != Field)
            return {};
        return ticked == count ? Qt::Checked : ticked == 0 ? Qt::Unchecked : Qt::PartiallyChecked;
    case IsPortRole:
        return true;
    default:
        return {};
    }
}

QVariant FieldChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == isPort)
        return portData(m_ports.at(index.row()), index.column(), role);
    const auto &port = m_ports.at(int(index.internalId()) - 1);
    const int row = index.row();
    const auto name = classText(port.classes.at(row));
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Field ? port.names.at(row) : name;
    case Qt::AccessibleTextRole:
        return name.isEmpty() ? port.names.at(row) : tr("%1, %2").arg(port.names.at(row), name);
    case Qt::CheckStateRole:
        if (index.column() != Field)
            return {};
        return port.left.contains(row) ? Qt::Unchecked : Qt::Checked;
    case SensitiveRole:
        return isSensitive(port.classes.at(row));
    case IsPortRole:
        return false;
    default:
        return {};
    }
}

QVariant FieldChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Field ? tr("Field") : tr("Classification");
}

bool FieldChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Field
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const bool on = value.toInt() != Qt::Unchecked;
    const bool whole = index.internalId() == isPort;
    const int at = whole ? index.row() : int(index.internalId()) - 1;
    auto &port = m_ports[at];
    if (whole) {
        port.left.clear();
        for (int row = 0; row < port.paths.size() && !on; ++row)
            port.left.insert(row);
    } else if (on) {
        port.left.remove(index.row());
    } else {
        port.left.insert(index.row());
    }
    changed(at);
    return true;
}

Qt::ItemFlags FieldChoiceModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == Field)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace portolan::items
