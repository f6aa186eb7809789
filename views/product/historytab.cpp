// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/historytab.h"

#include "views/product/aspects.h"
#include "views/shared/blocks.h"
#include "views/shared/rowdelegate.h"
#include "views/shared/timetext.h"

#include <QHeaderView>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

using items::VersionModel;

QVariant look(const QModelIndex &source, int role)
{
    const bool version = source.data(VersionModel::IsVersionRole).toBool();
    switch (role) {
    case RowDelegate::StatusRole:
        if (version && source.column() == VersionModel::ChangeColumn
            && source.data(VersionModel::BreakingRole).toBool())
            return int(Status::Breach);
        break;
    case RowDelegate::EmphasisRole:
        return version && source.column() == VersionModel::VersionColumn;
    case RowDelegate::SecondaryRole:
        return source.column() == VersionModel::SeenColumn;
    case RowDelegate::ProseRole:
        return source.column() == VersionModel::ChangeColumn;
    case Qt::ToolTipRole:
        if (version && source.column() == VersionModel::SeenColumn)
            return momentText(source.data(VersionModel::SeenRole).toDateTime());
        break;
    default:
        break;
    }
    return {};
}

} // namespace

HistoryTab::HistoryTab(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_tree(new QTreeView)
    , m_empty(new EmptyState)
{
    m_tree->setModel(new Aspects(m_model, look, m_tree));
    dress(m_tree, size::tableRow);
    m_tree->setAccessibleName(tr("Versions"));
    m_tree->header()->setStretchLastSection(true);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
}

void HistoryTab::setDossier(const items::Dossier &dossier)
{
    // A product's history is its own; where it has none, its contract's says what changed.
    auto versions = dossier.page.versions;
    if (versions.isEmpty() && !dossier.contracts().isEmpty())
        versions = dossier.contracts().first()->versions;
    const bool before = m_model.rowCount() > 0;
    m_model.setVersions(versions);
    if (versions.isEmpty()) {
        m_empty->explain(u"history"_s, tr("No history yet"),
                         tr("Versions are kept from the first sync on; what came before it is not "
                            "known here."));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_tree);
    if (before)
        return;
    m_tree->expandAll();
    m_tree->header()->resizeSection(VersionModel::VersionColumn, 180);
    m_tree->header()->resizeSection(VersionModel::SeenColumn, 160);
}

QVariantMap HistoryTab::saveState() const
{
    return {{u"columns"_s, m_tree->header()->saveState()}};
}

void HistoryTab::restoreState(const QVariantMap &state)
{
    m_tree->header()->restoreState(state.value(u"columns"_s).toByteArray());
}

} // namespace portolan::views::product
