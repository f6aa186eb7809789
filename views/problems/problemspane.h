// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/findingmodel.h"
#include "views/shared/pane.h"

#include <QAction>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

#include <functional>

class QStackedLayout;

namespace portolan::items {
class AccountSource;
}

namespace portolan::views {
class EmptyState;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::problems {

//! The problems found in all accounts, by file: what is wrong, where, and what to do.
class ProblemsPane final : public Pane
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit ProblemsPane(items::AccountSource &source, QWidget *parent = nullptr);

    QTreeView *tree() const { return m_tree; }

    const items::FindingModel &model() const { return m_model; }

    //! Opens the folder that holds \a file; replaced in tests.
    std::function<void(const QString &file)> openFolder;

    QString title() const override;
    QString iconName() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool focusFilter() override;
    QList<QWidget *> parts() const override;

    QList<QAction *> paneActions() const override { return m_actions; }

    //! Shows the problems that hold \a query: an account's name or a file's.
    void showQuery(const QString &query) override;

private:
    class Look;

    void build();
    void buildBar(QWidget *bar);
    void buildActions();
    QAction *addAction(const QString &text, const QKeySequence &key, std::function<void()> run);
    void refresh();
    void take(QList<items::AccountFinding> findings);
    void filter();
    void showRows();
    QModelIndexList chosen() const;
    QString currentFile() const;

    items::AccountSource &m_source;
    items::FindingModel m_model;
    quint64 m_question = 0;
    bool m_loaded = false;
    QStackedLayout *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    QLineEdit *m_filter;
    QToolButton *m_severities[3];
    SafeLabel *m_count;
    QTreeView *m_tree;
    EmptyState *m_noHit;
    QTimer m_pause; //!< typing is answered once it pauses
    QList<QAction *> m_actions;
    QAction *m_copy;
    QAction *m_copyPath;
    QAction *m_open;
};

} // namespace portolan::views::problems
