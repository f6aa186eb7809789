// SPDX-License-Identifier: GPL-3.0-or-later
// What the page offers to the window: actions, state, and where it stands.
#include "models/base/identity.h"
#include "models/domain/query.h"
#include "models/items/displaytext.h"
#include "models/items/links.h"
#include "models/items/pagesource.h"
#include "views/product/accesstab.h"
#include "views/product/contracttab.h"
#include "views/product/historytab.h"
#include "views/product/lineagetab.h"
#include "views/product/overviewtab.h"
#include "views/product/pageheader.h"
#include "views/product/productpage.h"
#include "views/product/schematab.h"
#include "views/product/subjects.h"
#include "views/product/thingeditor.h"
#include "views/shared/icons.h"
#include "views/shared/safetext.h"
#include "views/shared/tabs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMetaEnum>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {

QAction *ProductPage::addAction(const QString &text, const QKeySequence &key,
                                const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    QWidget::addAction(action);
    m_actions.append(action);
    return action;
}

void ProductPage::buildActions()
{
    m_request = addAction(tr("Request access"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
                          [this] { Q_EMIT paneRequested(u"access"_s, u"new:"_s + idText(m_id)); });
    m_request->setIcon(icon(u"pane-access"_s));
    m_request->setVisible(false);
    // In the table of ports it is the port that is meant, among fields those that are chosen, else
    // all that the thing offers.
    m_collect = addAction(tr("Add to request"), Qt::CTRL | Qt::Key_B, [this] {
        if (currentTab() == Tab::Schema && m_schema->collectChosen())
            return;
        const auto port = currentTab() == Tab::Overview ? m_overview->focusedPort() : QUuid();
        Q_EMIT collectRequested(port.isNull() ? m_id : port);
    });
    m_collect->setIcon(icon(u"basket"_s));
    m_collect->setVisible(false);
    connect(m_schema, &SchemaTab::accessWanted, this,
            [this](const QUuid &asset, const QStringList &paths) {
                Q_EMIT paneRequested(u"access"_s,
                                     u"new:"_s + idText(asset) + u'\n' + paths.join(u'\n'));
            });
    connect(m_schema, &SchemaTab::collectWanted, this, &ProductPage::collectRequested);
    m_follow =
        addAction(tr("Follow"), {}, [this] { m_source.follow(m_id, m_follow->isChecked()); });
    m_follow->setCheckable(true);
    m_follow->setIcon(icon(u"follow"_s));
    m_openOutside = addAction(tr("Open on the platform"), {}, [this] {
        openExternal(this, platformAddress(m_loader.dossier().page));
    });
    m_openOutside->setIcon(icon(u"open-external"_s));
    m_openOutside->setVisible(false);
    auto *lineage = addAction(tr("Show lineage"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] {
        const auto field = currentTab() == Tab::Schema ? m_schema->chosenField() : QString();
        Q_EMIT paneRequested(u"lineage"_s, field.isEmpty() ? idText(m_id) : field);
    });
    lineage->setIcon(icon(u"pane-lineage"_s));
    m_copyLink = addAction(tr("Copy link"), {},
                           [this] { QGuiApplication::clipboard()->setText(items::linkTo(m_id)); });
    m_native = addAction(tr("Show native document"), {},
                         [this] { showDocument(m_loader.dossier().page, {}); });
    m_copyPlace = addAction(tr("Copy file and line"), {}, [this] {
        QGuiApplication::clipboard()->setText(placeInFiles(m_loader.dossier().page));
    });
    m_copyPlace->setVisible(false);
    m_toggleSide = addAction(tr("Right column"), Qt::Key_F4, [this] {
        if (auto *split = currentSplit())
            split->setSideShown(m_toggleSide->isChecked());
    });
    m_toggleSide->setCheckable(true);
    m_toggleSide->setIcon(icon(u"inspector"_s));
    m_side->setDefaultAction(m_toggleSide);
    setSafeToolTip(m_toggleSide, tr("Right column (F4)"));
    addAction(tr("Next part of the page"), Qt::CTRL | Qt::Key_PageDown, [this] { stepTab(1); });
    addAction(tr("Previous part of the page"), Qt::CTRL | Qt::Key_PageUp, [this] { stepTab(-1); });
    for (int i = 0; i < QMetaEnum::fromType<Tab>().keyCount(); ++i) {
        addAction(tr("Part %1 of the page").arg(i + 1),
                  QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, i] {
                      if (i < m_shown.size())
                          showTab(m_shown.at(i));
                  });
    }
    m_editor = new ThingEditor(m_id, this);
    m_actions += m_editor->actions();
    m_header->setActions(m_request, m_follow, m_openOutside,
                         QList<QAction *>{m_collect, lineage, m_copyLink, m_native, m_copyPlace}
                             + m_editor->actions());
}

void ProductPage::stepTab(int by)
{
    const auto count = static_cast<int>(m_shown.size());
    if (count > 0)
        showTab(m_shown.at((m_tabs->currentIndex() + by + count) % count));
}

QString ProductPage::title() const
{
    const auto &entity = m_loader.dossier().page.entity;
    if (m_loader.state() == items::PageLoader::State::Failed)
        return tr("Not found");
    return visibleText(items::oneLine(entity.label(), 200));
}

QString ProductPage::iconName() const
{
    const auto &entity = m_loader.dossier().page.entity;
    return iconNameOf(entity.kind, entity.type);
}

QList<Crumb> ProductPage::breadcrumb() const
{
    QList<Crumb> crumbs{{tr("Catalogue"), {}}};
    QStringList path;
    for (const auto &part : m_loader.dossier().page.entity.domain) {
        path.append(part);
        crumbs.append({visibleText(items::oneLine(part, 80)),
                       u"domain:"_s + domain::quotedValue(path.join(u'/'))});
    }
    return crumbs;
}

QVariantMap ProductPage::saveState() const
{
    return {{u"version"_s, 1},
            {u"tab"_s, QVariant::fromValue(m_wantedTab.value_or(currentTab())).toString()},
            {u"overview"_s, m_overview->saveState()},
            {u"contract"_s, m_contract->saveState()},
            {u"schema"_s, m_schema->saveState()},
            {u"lineage"_s, m_lineage->saveState()},
            {u"history"_s, m_history->saveState()},
            {u"access"_s, m_access->saveState()}};
}

void ProductPage::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_overview->restoreState(state.value(u"overview"_s).toMap());
    m_contract->restoreState(state.value(u"contract"_s).toMap());
    m_schema->restoreState(state.value(u"schema"_s).toMap());
    m_lineage->restoreState(state.value(u"lineage"_s).toMap());
    m_history->restoreState(state.value(u"history"_s).toMap());
    m_access->restoreState(state.value(u"access"_s).toMap());
    restoreHistory(state);
}

QVariantMap ProductPage::historyState() const
{
    return {{u"tab"_s, QVariant::fromValue(currentTab()).toString()}};
}

void ProductPage::restoreHistory(const QVariantMap &state)
{
    bool known = false;
    const auto word = state.value(u"tab"_s).toString().toLatin1();
    const int tab = QMetaEnum::fromType<Tab>().keyToValue(word.constData(), &known);
    if (known)
        showTab(Tab(tab));
}

QList<QAction *> ProductPage::paneActions() const
{
    if (currentTab() == Tab::Access)
        return m_actions + m_access->tabActions();
    const bool isLineage = currentTab() == Tab::Lineage && m_lineage->pane();
    return isLineage ? m_actions + m_lineage->pane()->paneActions() : m_actions;
}

bool ProductPage::focusFilter()
{
    if (currentTab() == Tab::Lineage && m_lineage->pane())
        return m_lineage->pane()->focusFilter();
    QLineEdit *field = nullptr;
    if (currentTab() == Tab::Contract)
        field = m_contract->filterField();
    else if (currentTab() == Tab::Access)
        field = m_access->filter();
    else if (m_shown.contains(Tab::Schema)) {
        showTab(Tab::Schema);
        field = m_schema->filterField();
    }
    if (!field || !field->isVisible())
        return false;
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
    return true;
}

QList<QWidget *> ProductPage::parts() const
{
    if (currentTab() == Tab::Lineage && m_lineage->pane())
        return QList<QWidget *>{m_tabs} + m_lineage->pane()->parts();
    QList<QWidget *> widgets{m_tabs, m_stack->currentWidget()};
    if (const auto *split = currentSplit(); split && split->isSideShown())
        widgets.append(split->widget(1));
    return widgets;
}

} // namespace portolan::views::product
