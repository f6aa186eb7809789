// SPDX-License-Identifier: GPL-3.0-or-later
// What the workspace remembers between two starts.
#include "views/shell/detachedwindow.h"
#include "views/shell/documenttabs.h"
#include "views/shell/workspace.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

// More tabs than anybody keeps: a damaged file must not open thousands.
constexpr qsizetype mostTabs = 100;

} // namespace

QVariantMap Workspace::stateOf(const Document &document) const
{
    return {{u"id"_s, document.id.toString(QUuid::WithoutBraces)},
            {u"title"_s, document.title},
            {u"icon"_s, document.iconName},
            {u"state"_s, document.pane != nullptr ? document.pane->saveState() : document.state}};
}

QVariantMap Workspace::saveState() const
{
    auto panes = m_paneStates;
    for (auto it = m_panes.begin(); it != m_panes.end(); ++it)
        panes.insert(it.key(), it.value()->saveState());
    QVariantList documents;
    for (const auto &document : m_documents)
        documents.append(stateOf(document));
    QVariantList windows;
    for (const auto &window : m_detached) {
        if (window == nullptr || !window->isVisible())
            continue;
        windows.append(QVariantMap{{u"id"_s, window->id().toString(QUuid::WithoutBraces)},
                                   {u"geometry"_s, window->saveGeometry()},
                                   {u"state"_s, window->pane()->saveState()}});
    }
    return {{u"pane"_s, m_pane},
            {u"tab"_s, m_tabs->currentIndex()},
            {u"panes"_s, panes},
            {u"documents"_s, documents},
            {u"windows"_s, windows}};
}

void Workspace::restoreState(const QVariantMap &state)
{
    m_paneStates = state.value(u"panes"_s).toMap();
    const auto documents = state.value(u"documents"_s).toList();
    for (const auto &entry : documents.first(std::min(documents.size(), mostTabs))) {
        const auto saved = entry.toMap();
        const QUuid id(saved.value(u"id"_s).toString());
        if (!id.isNull() && tabOf(id) < 0) {
            append({id,
                    saved.value(u"title"_s).toString(),
                    saved.value(u"icon"_s).toString(),
                    saved.value(u"state"_s).toMap(),
                    {}});
        }
    }
    const auto windows = state.value(u"windows"_s).toList();
    for (const auto &entry : windows.first(std::min(windows.size(), mostTabs))) {
        const auto saved = entry.toMap();
        const QUuid id(saved.value(u"id"_s).toString());
        if (!id.isNull())
            detach({id, {}, {}, saved.value(u"state"_s).toMap(), {}},
                   saved.value(u"geometry"_s).toByteArray());
    }
    const auto pane = state.value(u"pane"_s).toString();
    const bool known = std::any_of(m_infos.begin(), m_infos.end(),
                                   [&](const PaneInfo &info) { return info.id == pane; });
    showPane(known ? pane : m_infos.value(0).id);
    const int tab = state.value(u"tab"_s).toInt();
    if (tab > 0 && tab < m_tabs->count())
        m_tabs->setCurrentIndex(tab);
}

void Workspace::reset()
{
    while (m_tabs->count() > 1)
        closeTab(m_tabs->count() - 1);
    for (auto *window : detached())
        window->close();
    m_paneStates.clear();
    // Made anew, they are as at the first start, whatever they would do with an empty state.
    for (auto *pane : std::as_const(m_panes)) {
        m_stack->removeWidget(pane);
        pane->disconnect(this);
        pane->deleteLater();
    }
    m_panes.clear();
    showPane(m_infos.value(0).id);
}

} // namespace portolan::views::shell
