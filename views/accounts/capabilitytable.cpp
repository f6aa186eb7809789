// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/capabilitytable.h"

#include "views/shared/painters.h"
#include "views/shared/rowdelegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {
namespace {

struct Capability
{
    const char *word; //!< as platforms::capabilityWords() has it, without dashes
    const char *title;
    const char *can;
    const char *limit; //!< what its absence means
};

constexpr Capability capabilities[] = {
    {"catalogue", QT_TRANSLATE_NOOP("Capabilities", "Products, contracts, fields"),
     QT_TRANSLATE_NOOP("Capabilities", "read"), nullptr},
    {"files", QT_TRANSLATE_NOOP("Capabilities", "Files of a folder"),
     QT_TRANSLATE_NOOP("Capabilities", "read, watched"), nullptr},
    {"changefeed", QT_TRANSLATE_NOOP("Capabilities", "Change feed"),
     QT_TRANSLATE_NOOP("Capabilities", "followed"),
     QT_TRANSLATE_NOOP("Capabilities", "a sync looks at everything")},
    {"remotesearch", QT_TRANSLATE_NOOP("Capabilities", "Search on the server"),
     QT_TRANSLATE_NOOP("Capabilities", "asked"),
     QT_TRANSLATE_NOOP("Capabilities", "everything is searched on this machine")},
    {"lineage", QT_TRANSLATE_NOOP("Capabilities", "Lineage"),
     QT_TRANSLATE_NOOP("Capabilities", "read"), nullptr},
    {"quality", QT_TRANSLATE_NOOP("Capabilities", "Checks and their history"),
     QT_TRANSLATE_NOOP("Capabilities", "read"), nullptr},
    {"incidents", QT_TRANSLATE_NOOP("Capabilities", "Incidents"),
     QT_TRANSLATE_NOOP("Capabilities", "read"), nullptr},
    {"accessrequests", QT_TRANSLATE_NOOP("Capabilities", "Access requests"),
     QT_TRANSLATE_NOOP("Capabilities", "read and write"), nullptr},
    {"policies", QT_TRANSLATE_NOOP("Capabilities", "Policies"),
     QT_TRANSLATE_NOOP("Capabilities", "read"), nullptr},
    {"write", QT_TRANSLATE_NOOP("Capabilities", "Descriptions, tags, owners"),
     QT_TRANSLATE_NOOP("Capabilities", "write"),
     QT_TRANSLATE_NOOP("Capabilities", "read only: changes are made at the source")},
};

//! Limits are sentences: they are shown whole, on several lines.
class LimitDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        paintRowGround(painter, option, false);
        painter->setFont(fontOf(Text::Body));
        painter->setPen(option.state & QStyle::State_Selected
                            ? rowText(option)
                            : tokensOf(option.palette)(Colour::TextSecondary));
        painter->drawText(
            textRect(option, index),
            int(Qt::TextWordWrap
                | QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
            index.data().toString());
        paintRowFocus(painter, option);
    }
};

QString translated(const char *text)
{
    return text ? QCoreApplication::translate("Capabilities", text) : QString();
}

} // namespace

void CapabilityModel::setCapabilities(const QStringList &words,
                                      const QList<items::AbilityFacts> &abilities)
{
    const bool sameRows = abilities.size() == m_abilities.size();
    if (!sameRows)
        beginResetModel();
    m_capabilities.clear();
    for (auto word : words)
        m_capabilities.append(word.remove(u'-').remove(u'_').remove(u' ').toLower());
    m_abilities = abilities;
    if (!sameRows)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CapabilityModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_abilities.isEmpty() ? static_cast<int>(std::size(capabilities))
                                 : static_cast<int>(m_abilities.size());
}

int CapabilityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CapabilityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (!m_abilities.isEmpty())
        return abilityData(index, role);
    const auto &capability = capabilities[index.row()];
    const bool can = m_capabilities.contains(QLatin1String(capability.word));
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == CapabilityColumn)
            return translated(capability.title);
        if (index.column() == CanColumn)
            return can ? translated(capability.can) : tr("not offered");
        return can ? QString() : translated(capability.limit);
    case RowDelegate::IconNameRole:
        // Not the shapes of a status: what a platform does not offer is no fault.
        return index.column() == CapabilityColumn ? QVariant(can ? u"approve"_s : u"close"_s)
                                                  : QVariant();
    case RowDelegate::SecondaryRole:
        return index.column() == LimitColumn || (index.column() == CanColumn && !can);
    case RowDelegate::ProseRole:
        return index.column() == LimitColumn;
    default:
        return {};
    }
}

QVariant CapabilityModel::abilityData(const QModelIndex &index, int role) const
{
    using Extent = items::AbilityFacts::Extent;
    const auto &ability = m_abilities.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == CapabilityColumn)
            return ability.what;
        if (index.column() == LimitColumn)
            return ability.note;
        return ability.extent == Extent::Full   ? tr("yes")
            : ability.extent == Extent::Partial ? tr("partly")
                                                : tr("not offered");
    case RowDelegate::IconNameRole:
        return index.column() == CapabilityColumn
            ? QVariant(ability.extent == Extent::None          ? u"close"_s
                           : ability.extent == Extent::Partial ? u"status-info"_s
                                                               : u"approve"_s)
            : QVariant();
    case RowDelegate::SecondaryRole:
        return index.column() == LimitColumn
            || (index.column() == CanColumn && ability.extent == Extent::None);
    case RowDelegate::ProseRole:
        return index.column() == LimitColumn;
    default:
        return {};
    }
}

QVariant CapabilityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CapabilityColumn:
        return tr("Capability");
    case CanColumn:
        return tr("Portolan can");
    default:
        return tr("Limits");
    }
}

CapabilityTable::CapabilityTable(QWidget *parent)
    : QTableView(parent)
{
    setModel(&m_model);
    dress(this);
    setAccessibleName(tr("What it can do here"));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    setItemDelegateForColumn(CapabilityModel::LimitColumn, new LimitDelegate(size::tableRow, this));
    // The column has its width when the header has, which may be after the table was resized.
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &CapabilityTable::fitRows);
    setNarrow(false);
}

void CapabilityTable::setNarrow(bool narrow)
{
    horizontalHeader()->resizeSection(CapabilityModel::CapabilityColumn, narrow ? 200 : 240);
    horizontalHeader()->resizeSection(CapabilityModel::CanColumn, narrow ? 96 : 128);
    fitRows();
}

void CapabilityTable::setCapabilities(const QStringList &capabilities,
                                      const QList<items::AbilityFacts> &abilities)
{
    m_model.setCapabilities(capabilities, abilities);
    fitRows();
}

void CapabilityTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitRows();
}

void CapabilityTable::fitRows()
{
    const QFontMetrics metrics(fontOf(Text::Body));
    const int least = size::row(size::tableRow, metrics);
    const int width =
        horizontalHeader()->sectionSize(CapabilityModel::LimitColumn) - size::cell - size::page;
    int all = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto text = m_model.index(row, CapabilityModel::LimitColumn).data().toString();
        const int lines =
            metrics.boundingRect(QRect(0, 0, std::max(1, width), 0), Qt::TextWordWrap, text)
                .height();
        setRowHeight(row, std::max(least, least - metrics.height() + lines));
        all += rowHeight(row);
    }
    if (std::exchange(m_rowsHeight, all) != all)
        updateGeometry();
}

QSize CapabilityTable::sizeHint() const
{
    return {QTableView::sizeHint().width(), horizontalHeader()->sizeHint().height() + m_rowsHeight};
}

QSize CapabilityTable::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void CapabilityTable::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace portolan::views::accounts
