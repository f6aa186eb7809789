// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane offers to the window: actions, state, and where its focus goes.
#include "views/problems/problemspane.h"
#include "views/shared/icons.h"
#include "views/shared/safetext.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIdentityProxyModel>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::problems {

using items::FindingModel;

QAction *ProblemsPane::addAction(const QString &text, const QKeySequence &key,
                                 std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    m_tree->addAction(action);
    m_actions.append(action);
    return action;
}

void ProblemsPane::buildActions()
{
    openFolder = [](const QString &file) { views::openFolder(QFileInfo(file).absolutePath()); };
    m_copy = addAction(tr("Copy"), QKeySequence::Copy, [this] {
        const auto text = m_model.textOf(chosen());
        QGuiApplication::clipboard()->setText(text.isEmpty() ? m_model.text() : text);
    });
    m_copy->setIcon(icon(u"copy"_s));
    addAction(tr("Copy all shown"), {},
              [this] { QGuiApplication::clipboard()->setText(m_model.text()); });
    m_copyPath = addAction(tr("Copy path of the file"), {}, [this] {
        if (!currentFile().isEmpty())
            QGuiApplication::clipboard()->setText(currentFile());
    });
    m_open = addAction(tr("Open the file's folder"), {}, [this] {
        if (!currentFile().isEmpty())
            openFolder(currentFile());
    });
    m_open->setIcon(icon(u"folder"_s));
}

QModelIndexList ProblemsPane::chosen() const
{
    const auto *look = static_cast<QIdentityProxyModel *>(m_tree->model());
    QModelIndexList indexes;
    for (const auto &index : m_tree->selectionModel()->selectedRows())
        indexes.append(look->mapToSource(index));
    std::sort(indexes.begin(), indexes.end());
    return indexes;
}

QString ProblemsPane::currentFile() const
{
    return m_tree->currentIndex().data(FindingModel::FileRole).toString();
}

QString ProblemsPane::title() const
{
    return tr("Problems");
}

QString ProblemsPane::iconName() const
{
    return u"problems"_s;
}

QVariantMap ProblemsPane::saveState() const
{
    QVariantMap state{{u"version"_s, 1},
                      {u"filter"_s, m_filter->text()},
                      {u"columns"_s, m_tree->header()->saveState()}};
    QVariantList severities;
    for (const auto *button : m_severities)
        severities.append(button->isChecked());
    state.insert(u"severities"_s, severities);
    return state;
}

void ProblemsPane::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_tree->header()->restoreState(state.value(u"columns"_s).toByteArray());
    const auto severities = state.value(u"severities"_s).toList();
    for (int i = 0; i < 3 && i < severities.size(); ++i)
        m_severities[i]->setChecked(severities.at(i).toBool());
    m_filter->setText(state.value(u"filter"_s).toString());
    filter();
}

bool ProblemsPane::focusFilter()
{
    if (!m_filter->isVisible())
        return false;
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
    return true;
}

QList<QWidget *> ProblemsPane::parts() const
{
    return {m_tree, m_filter};
}

void ProblemsPane::showQuery(const QString &query)
{
    for (auto *button : m_severities)
        button->setChecked(true);
    m_filter->setText(query);
    filter();
}

} // namespace portolan::views::problems
