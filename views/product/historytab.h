// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dossier.h"
#include "models/items/versionmodel.h"

#include <QTreeView>
#include <QWidget>

class QStackedLayout;

namespace portolan::views {
class EmptyState;
}

namespace portolan::views::product {

//! The versions of a thing, newest first, and what changed in each.
class HistoryTab : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryTab(QWidget *parent = nullptr);

    void setDossier(const items::Dossier &dossier);

    QTreeView *tree() const { return m_tree; }

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

private:
    items::VersionModel m_model;
    QStackedLayout *m_stack;
    QTreeView *m_tree;
    EmptyState *m_empty;
};

} // namespace portolan::views::product
