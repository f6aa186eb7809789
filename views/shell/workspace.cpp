// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/workspace.h"

#include "views/shared/icons.h"
#include "views/shared/safetext.h"
#include "views/shared/shownstack.h"
#include "views/shell/detachedwindow.h"
#include "views/shell/documenttabs.h"
#include "views/shell/panefocus.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

// Text of a tab: names of things are hostile, and a mnemonic would eat an ampersand.
QString tabTitle(const QString &title)
{
    auto text = visibleText(title.left(200)).simplified();
    return text.replace(u'&', u"&&"_s);
}

} // namespace

Workspace::Workspace(PaneFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_factory(factory)
    , m_infos(factory.panes())
    , m_tabs(new DocumentTabs(this))
    , m_stack(new ShownStack(this))
{
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    m_tabs->addDocument(m_infos.value(0).iconName, m_infos.value(0).title);
    connect(m_tabs, &QTabBar::currentChanged, this, &Workspace::show);
    connect(m_tabs, &DocumentTabs::closeRequested, this, &Workspace::closeTab);
    connect(m_tabs, &DocumentTabs::tearOffRequested, this, &Workspace::tearOff);
    connect(m_tabs, &QTabBar::tabMoved, this, [this](int from, int to) {
        if (from > 0 && to > 0)
            std::swap(m_documents.at(size_t(from - 1)), m_documents.at(size_t(to - 1)));
        Q_EMIT arranged();
    });
}

Workspace::~Workspace()
{
    for (auto *window : detached())
        delete window;
}

Pane *Workspace::current() const
{
    return qobject_cast<Pane *>(m_stack->currentWidget());
}

int Workspace::currentTab() const
{
    return m_tabs->currentIndex();
}

QList<Crumb> Workspace::breadcrumb() const
{
    const auto *pane = current();
    if (pane == nullptr)
        return {};
    if (m_tabs->currentIndex() == 0)
        return QList<Crumb>{{pane->title(), {}}} + pane->breadcrumb();
    auto crumbs = pane->breadcrumb();
    const auto home = m_infos.value(0).title;
    if (crumbs.isEmpty() || crumbs.first().text != home)
        crumbs.prepend({home, {}});
    crumbs.append({pane->title(), {}});
    return crumbs;
}

Pane *Workspace::pane(const QString &id)
{
    if (auto *made = m_panes.value(id))
        return made;
    auto created = m_factory.create(id);
    if (!created)
        return nullptr;
    auto *pane = created.release();
    m_stack->addWidget(pane);
    m_panes.insert(id, pane);
    watch(pane);
    pane->restoreState(m_paneStates.take(id).toMap());
    return pane;
}

void Workspace::showPane(const QString &id)
{
    if (pane(id) == nullptr)
        return;
    m_pane = id;
    for (const auto &info : std::as_const(m_infos)) {
        if (info.id == id) {
            m_tabs->setTabIcon(0, icon(info.iconName));
            m_tabs->setTabText(0, info.title);
        }
    }
    if (m_tabs->currentIndex() != 0)
        m_tabs->setCurrentIndex(0);
    else
        show(0);
}

void Workspace::openDocument(const QUuid &id, OpenMode mode)
{
    int tab = tabOf(id);
    if (mode == OpenMode::Window) {
        if (tab > 0)
            return tearOff(tab);
        return detach({id, {}, {}, {}, {}}, {});
    }
    for (const auto &window : std::as_const(m_detached)) {
        if (window != nullptr && window->id() == id && mode == OpenMode::Tab) {
            window->raise();
            return window->activateWindow();
        }
    }
    if (tab < 0)
        tab = append({id, tr("Loading"), u"kind-product"_s, {}, {}});
    if (mode == OpenMode::Tab)
        m_tabs->setCurrentIndex(tab);
    else
        documentPane(tab); // so that its tab gets its name
    Q_EMIT arranged();
}

int Workspace::append(Document document)
{
    const auto title = document.title;
    const auto iconName = document.iconName;
    m_documents.push_back(std::move(document));
    return m_tabs->addDocument(iconName, tabTitle(title));
}

int Workspace::tabOf(const QUuid &id) const
{
    for (size_t i = 0; i < m_documents.size(); ++i) {
        if (m_documents.at(i).id == id)
            return int(i) + 1;
    }
    return -1;
}

Pane *Workspace::documentPane(int tab)
{
    auto &document = m_documents.at(size_t(tab - 1));
    if (document.pane == nullptr) {
        auto created = m_factory.createDocument(document.id);
        if (!created)
            return nullptr;
        document.pane = created.release();
        m_stack->addWidget(document.pane);
        watch(document.pane);
        document.pane->restoreState(document.state);
        renamed(document.pane);
    }
    return document.pane;
}

void Workspace::show(int tab)
{
    auto *pane = tab <= 0 ? m_panes.value(m_pane) : documentPane(tab);
    if (pane == nullptr)
        return;
    // What had the focus is hidden now: it belongs to what took its place, not to the next bar.
    const bool inside = m_stack->isAncestorOf(window()->focusWidget());
    m_stack->setCurrentWidget(pane);
    if (inside)
        focusPane(*pane, Qt::OtherFocusReason);
    visit();
    Q_EMIT currentChanged();
    Q_EMIT placeChanged();
    Q_EMIT arranged();
}

void Workspace::focusContent()
{
    if (current() != nullptr && !m_stack->isAncestorOf(window()->focusWidget()))
        focusPane(*current(), Qt::ShortcutFocusReason);
}

void Workspace::watch(Pane *pane)
{
    connect(pane, &Pane::openRequested, this, &Workspace::openDocument);
    connect(pane, &Pane::queryRequested, this, &Workspace::queryRequested);
    connect(pane, &Pane::collectRequested, this, &Workspace::collectRequested);
    connect(pane, &Pane::workBegun, this, &Workspace::workBegun);
    connect(pane, &Pane::paneRequested, this, [this](const QString &id, const QString &subject) {
        showPane(id);
        if (auto *target = current(); target != nullptr && !subject.isEmpty())
            target->showQuery(subject);
    });
    connect(pane, &Pane::titleChanged, this, [this, pane] {
        renamed(pane);
        focusContentOf(*pane);
    });
    connect(pane, &Pane::breadcrumbChanged, this, [this, pane] {
        if (pane == current())
            Q_EMIT placeChanged();
    });
    connect(pane, &Pane::actionsChanged, this, [this, pane] {
        if (pane == current())
            Q_EMIT actionsChanged();
    });
    connect(pane, &Pane::historyChanged, this, [this, pane] {
        if (pane == current())
            visit();
        Q_EMIT arranged();
    });
}

void Workspace::renamed(Pane *pane)
{
    for (size_t i = 0; i < m_documents.size(); ++i) {
        auto &document = m_documents.at(i);
        if (document.pane != pane)
            continue;
        document.title = pane->title();
        document.iconName = pane->iconName();
        m_tabs->setTabText(int(i) + 1, tabTitle(document.title));
        m_tabs->setTabIcon(int(i) + 1, icon(document.iconName));
        m_tabs->setTabToolTip(int(i) + 1, safeToolTip(document.title));
    }
    if (pane == current())
        Q_EMIT placeChanged();
}

void Workspace::closeTab(int index)
{
    if (index <= 0 || size_t(index) > m_documents.size())
        return;
    const auto document = m_documents.at(size_t(index - 1));
    m_documents.erase(m_documents.begin() + index - 1);
    m_tabs->removeTab(index);
    if (document.pane != nullptr)
        document.pane->deleteLater();
    Q_EMIT arranged();
}

void Workspace::closeCurrent()
{
    closeTab(m_tabs->currentIndex());
}

void Workspace::tearOff(int index)
{
    if (index <= 0 || size_t(index) > m_documents.size())
        return;
    documentPane(index);
    auto document = m_documents.at(size_t(index - 1));
    m_documents.erase(m_documents.begin() + index - 1);
    m_tabs->removeTab(index);
    detach(document, {});
    Q_EMIT arranged();
}

void Workspace::detach(Document document, const QByteArray &geometry)
{
    std::unique_ptr<Pane> pane(document.pane.data());
    if (pane) {
        m_stack->removeWidget(pane.get());
        pane->disconnect(this);
    } else {
        pane = m_factory.createDocument(document.id);
        if (!pane)
            return;
        pane->restoreState(document.state);
    }
    connect(pane.get(), &Pane::openRequested, this, [this](const QUuid &id, OpenMode mode) {
        openDocument(id, mode);
        window()->activateWindow();
    });
    connect(pane.get(), &Pane::queryRequested, this, &Workspace::queryRequested);
    connect(pane.get(), &Pane::workBegun, this, &Workspace::workBegun);
    auto *window = new DetachedWindow(document.id, std::move(pane));
    if (!geometry.isEmpty())
        window->restoreGeometry(geometry);
    m_detached.append(window);
    window->show();
}

void Workspace::nextTab(int step)
{
    const int count = m_tabs->count();
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count) % count);
}

void Workspace::visit()
{
    const auto *pane = current();
    if (m_going || pane == nullptr)
        return;
    Place place;
    place.state = pane->historyState();
    const int tab = m_tabs->currentIndex();
    if (tab <= 0)
        place.pane = m_pane;
    else
        place.document = m_documents.at(size_t(tab - 1)).id;
    m_history.visit(place);
    Q_EMIT placeChanged();
}

void Workspace::goBack()
{
    if (const auto place = m_history.back())
        go(*place);
}

void Workspace::goForward()
{
    if (const auto place = m_history.forward())
        go(*place);
}

void Workspace::go(const Place &place)
{
    m_going = true;
    if (place.document.isNull())
        showPane(place.pane);
    else
        openDocument(place.document, OpenMode::Tab);
    if (auto *pane = current())
        pane->restoreHistory(place.state);
    m_going = false;
    Q_EMIT placeChanged();
}

QList<QWidget *> Workspace::detached() const
{
    QList<QWidget *> windows;
    for (const auto &window : m_detached) {
        if (window != nullptr)
            windows.append(window.data());
    }
    return windows;
}

} // namespace portolan::views::shell
