// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/actions.h"

#include "views/shared/icons.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {

Actions::Actions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QAction *Actions::add(const Spec &spec, std::function<void()> run)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    if (!spec.iconName.isEmpty())
        action->setIcon(icon(spec.iconName));
    action->setShortcuts(spec.shortcuts);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_window->addAction(action);
    m_entries.push_back({spec.id, spec.menu, action});
    return action;
}

QAction *Actions::find(const QString &id) const
{
    for (const auto &entry : entries()) {
        if (entry.id == id)
            return entry.action;
    }
    return nullptr;
}

void Actions::setPaneActions(const QString &menu, const QList<QAction *> &actions)
{
    m_paneEntries.clear();
    for (auto *action : actions) {
        const auto name = action->objectName().isEmpty() ? action->text() : action->objectName();
        m_paneEntries.push_back({u"pane."_s + name, menu, action});
    }
}

std::vector<Actions::Entry> Actions::entries() const
{
    auto all = m_entries;
    all.insert(all.end(), m_paneEntries.begin(), m_paneEntries.end());
    return all;
}

QStringList Actions::menus() const
{
    QStringList titles;
    for (const auto &entry : entries()) {
        if (!entry.menu.isEmpty() && !titles.contains(entry.menu))
            titles.append(entry.menu);
    }
    return titles;
}

void Actions::fill(QMenu *menu) const
{
    menu->clear();
    for (const auto &title : menus()) {
        auto *submenu = menu->addMenu(title);
        for (const auto &entry : entries()) {
            if (entry.menu == title)
                submenu->addAction(entry.action);
        }
    }
}

QList<items::PaletteCommand> Actions::commands() const
{
    QList<items::PaletteCommand> commands;
    for (const auto &[id, menu, action] : entries()) {
        auto text = action->text();
        text.remove(u'&');
        if (!action->isVisible() || action->isSeparator() || text.isEmpty())
            continue;
        commands.append({.id = id,
                         .text = text,
                         .menu = menu,
                         .iconName = action->icon().name(),
                         .shortcut = action->shortcut().toString(QKeySequence::NativeText),
                         .enabled = action->isEnabled()});
    }
    return commands;
}

QStringList Actions::conflicts() const
{
    QHash<QString, QString> owners;
    QStringList found;
    for (const auto &entry : entries()) {
        for (const auto &shortcut : entry.action->shortcuts()) {
            const auto keys = shortcut.toString(QKeySequence::PortableText);
            if (owners.contains(keys))
                found.append(keys + u": "_s + owners.value(keys) + u", "_s + entry.id);
            owners.insert(keys, entry.id);
        }
    }
    return found;
}

} // namespace portolan::views::shell
