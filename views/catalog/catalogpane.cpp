// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/catalogpane.h"

#include "models/base/identity.h"
#include "models/domain/query.h"
#include "models/items/catalogexport.h"
#include "models/items/facettree.h"
#include "views/catalog/compareview.h"
#include "views/catalog/facetview.h"
#include "views/catalog/inspector.h"
#include "views/catalog/platformpanel.h"
#include "views/catalog/querybar.h"
#include "views/catalog/resultview.h"
#include "views/shared/blocks.h"
#include "views/shared/messages.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {

CatalogPane::CatalogPane(const Sources &sources, QWidget *parent)
    : Pane(parent)
    , m_source(sources.catalog)
    , m_results(sources.catalog)
    , m_facets(sources.catalog)
    , m_completion(sources.catalog)
    , m_advice(sources.catalog)
    , m_views(sources.views)
{
    build(sources);
    buildActions();
    buildMenu();
    connectQuery();
    connectResults();
    connectInspector();
    // Unless a state is restored before.
    m_askFirst.setSingleShot(true);
    connect(&m_askFirst, &QTimer::timeout, this, [this] { ask(); });
    m_askFirst.start(0);
}

CatalogPane::~CatalogPane() = default;

QString CatalogPane::title() const
{
    return tr("Catalogue");
}

QString CatalogPane::iconName() const
{
    return u"pane-catalogue"_s;
}

void CatalogPane::connectQuery()
{
    connect(m_bar, &QueryBar::queryTyped, this,
            [this](const QString &query) { setQuery(query, false); });
    connect(m_bar, &QueryBar::orderChosen, this, [this](items::CatalogModel::Order order) {
        m_order = order;
        ask();
    });
    connect(m_bar, &QueryBar::saveRequested, this, &CatalogPane::saveView);
    connect(m_bar, &QueryBar::compareRequested, this, &CatalogPane::compare);
    connect(m_bar, &QueryBar::listWanted, this, [this] {
        if (m_isTypedAhead)
            ask();
        m_list->setFocus(Qt::TabFocusReason);
        Q_EMIT historyChanged();
    });
    connect(&m_facets, &items::FacetModel::queryChosen, this,
            [this](const QString &query) { setQuery(query, true); });
    connect(m_correctionLink, &LinkButton::clicked, this, [this] {
        QString words = m_results.corrected();
        for (const auto &filter : domain::parseQuery(m_query).filters())
            words += u' ' + m_query.mid(filter.from, filter.to - filter.from);
        setQuery(words, true);
    });
}

void CatalogPane::connectResults()
{
    connect(&m_results, &items::CatalogModel::stateChanged, this, &CatalogPane::takeState);
    connect(&m_results, &items::CatalogModel::marksChanged, this, [this] {
        m_bar->showMarks(m_results.marked().size());
        m_compareAction->setEnabled(m_results.marked().size() > 1);
    });
    connect(m_list, &ResultView::openRequested, this,
            [this](const QUuid &id, OpenMode mode) { Q_EMIT openRequested(id, mode); });
    connect(m_list, &ResultView::filterWanted, this, &CatalogPane::focusFilter);
    connect(m_list, &ResultView::menuWanted, this, &CatalogPane::showMenu);
    connect(m_list, &ResultView::selectedChanged, m_inspector,
            qOverload<const QUuid &>(&Inspector::show));
    connect(m_empty, &EmptyState::actionTriggered, this, &CatalogPane::emptyAction);
    connect(&m_advice, &items::FilterAdvice::changed, this, &CatalogPane::showEmpty);
    connect(m_error, &ErrorNote::actionTriggered, this, [this] { ask(); });
    connect(m_compare, &CompareView::openRequested, this, &Pane::openRequested);
    connect(m_compare, &CompareView::closeRequested, this, &CatalogPane::stopComparing);
}

void CatalogPane::connectInspector()
{
    connect(m_inspector, &Inspector::openRequested, this, &Pane::openRequested);
    connect(m_inspector, &Inspector::copyRequested, this, &CatalogPane::copy);
    connect(m_inspector, &Inspector::closeRequested, this, [this] { setInspectorOpen(false); });
    connect(m_inspector, &Inspector::failed, this,
            [this](const Error &error) { ui::error(this, tr("Following"), error); });
}

void CatalogPane::setQuery(const QString &query, bool remember)
{
    if (m_stack->currentWidget() == m_compare)
        stopComparing(false);
    m_query = query;
    m_bar->setQuery(query);
    if (m_platforms != nullptr)
        m_platforms->setQuery(query);
    if (remember) {
        ask();
        Q_EMIT historyChanged();
    } else if (m_results.state() == items::CatalogModel::State::Reading) {
        m_isTypedAhead = true; // one question at a time: whoever types fast skips some
    } else {
        ask();
    }
}

void CatalogPane::ask(int lastRow)
{
    m_askFirst.stop();
    m_isTypedAhead = false;
    m_bar->setOrder(m_order);
    if (m_platforms != nullptr)
        m_platforms->setQuery(m_query);
    m_advice.clear();
    m_results.ask(m_query, m_order, lastRow);
    m_facets.setQuery(m_query, items::FacetModel::Counting::WhenTold);
}

void CatalogPane::takeState()
{
    showAnswer();
    if (m_results.state() == items::CatalogModel::State::Reading)
        return;
    if (m_isTypedAhead)
        ask();
    else
        m_facets.count();
}

void CatalogPane::showAnswer()
{
    using State = items::CatalogModel::State;
    m_bar->showAnswer(m_results);
    m_error->setVisible(m_results.state() == State::Failed);
    if (m_results.state() == State::Failed)
        m_error->report(tr("The catalogue could not be read"), m_results.error(), tr("Try again"));
    const auto corrected = m_results.corrected();
    m_correction->setVisible(!corrected.isEmpty());
    if (!corrected.isEmpty()) {
        m_correctionText->setText(tr("Nothing matches “%1”. Did you mean")
                                      .arg(domain::parseQuery(m_results.query()).words()));
        m_correctionLink->setText(corrected);
    }
    if (m_stack->currentWidget() == m_compare)
        return;
    if (m_results.total() > 0 || m_results.state() == State::Failed) {
        m_stack->setCurrentWidget(m_list);
        return;
    }
    if (m_results.state() == State::Ready && !domain::parseQuery(m_query).filters().isEmpty())
        m_advice.ask(m_query);
    showEmpty();
}

void CatalogPane::showEmpty()
{
    if (m_results.total() > 0 || m_stack->currentWidget() == m_compare)
        return;
    const auto &advice = m_advice.advice();
    if (m_results.state() != items::CatalogModel::State::Ready)
        m_empty->explain(u"status-progress"_s, tr("Reading the catalogue"), {});
    else if (advice)
        m_empty->explain(
            u"filter"_s, tr("Nothing matches this filter"),
            tr("Without %1 there are %2.").arg(advice->filter, QLocale().toString(advice->total)),
            tr("Remove %1").arg(advice->filter));
    else if (!m_query.trimmed().isEmpty())
        m_empty->explain(
            u"filter"_s, tr("Nothing matches this filter"),
            tr("Nothing that your accounts know has all of this. Fewer words or filters "
               "find more."),
            tr("Clear filters"));
    else if (m_reading)
        m_empty->explain(u"status-progress"_s, tr("Still reading"),
                         tr("The first products and assets appear here as soon as they are read."));
    else
        m_empty->explain(
            u"pane-catalogue"_s, tr("No products or assets yet"),
            tr("The catalogue shows what your accounts know. Add a folder with ODPS, ODCS "
               "or dbt files to fill it."),
            tr("Add an account"));
    m_stack->setCurrentWidget(m_empty);
}

void CatalogPane::emptyAction()
{
    if (const auto &advice = m_advice.advice())
        setQuery(QString(advice->query), true);
    else if (!m_query.trimmed().isEmpty())
        setQuery({}, true);
    else
        Q_EMIT paneRequested(u"accounts"_s, {});
}

void CatalogPane::setReading(bool reading)
{
    m_reading = reading;
    if (m_results.total() == 0)
        showAnswer();
}

void CatalogPane::showQuery(const QString &query)
{
    setQuery(query, true);
    m_list->setFocus();
}

bool CatalogPane::focusFilter()
{
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
    return true;
}

void CatalogPane::showMenu(const QModelIndex &index, const QPoint &at)
{
    const auto *row = m_results.rowAt(index.row());
    if (!row)
        return;
    const auto id = row->entity.id;
    auto *menu =
        new RowMenu(row->entity, index.data(items::CatalogModel::MarkedRole).toBool(), this);
    connect(menu, &RowMenu::openChosen, this, [this, id](RowMenu::Open how) {
        Q_EMIT openRequested(id, how == RowMenu::Open::Here ? OpenMode::Tab : OpenMode::Background);
    });
    connect(menu, &RowMenu::lineageChosen, this,
            [this, id] { Q_EMIT paneRequested(u"lineage"_s, idText(id)); });
    connect(menu, &RowMenu::collectChosen, this, [this, id] { Q_EMIT collectRequested(id); });
    connect(menu, &RowMenu::markChosen, this, [this, place = QPersistentModelIndex(index)] {
        m_results.setData(place, !place.data(items::CatalogModel::MarkedRole).toBool(),
                          items::CatalogModel::MarkedRole);
    });
    connect(menu, &RowMenu::copyChosen, this, &CatalogPane::copy);
    connect(menu, &RowMenu::filterChosen, this, &CatalogPane::filterBy);
    menu->popup(at);
}

void CatalogPane::filterBy(const QString &key, const QString &value)
{
    setQuery(domain::withFilter(items::withoutKey(m_query, key), key, value, true), true);
}

void CatalogPane::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void CatalogPane::collect()
{
    auto chosen = m_results.marked();
    const auto *current = m_results.rowAt(m_list->currentIndex().row());
    if (chosen.isEmpty() && current != nullptr)
        chosen.append(current->entity);
    for (const auto &entity : std::as_const(chosen)) {
        if (domain::canBeAskedFor(entity.kind))
            Q_EMIT collectRequested(entity.id);
    }
}

void CatalogPane::compare()
{
    if (m_results.marked().size() < 2)
        return;
    m_compare->compare(m_results.marked());
    m_stack->setCurrentWidget(m_compare);
}

void CatalogPane::stopComparing(bool clear)
{
    if (clear)
        m_results.clearMarks();
    m_stack->setCurrentWidget(m_list);
    showAnswer();
    m_list->setFocus();
}

void CatalogPane::exportList()
{
    auto *dialog = new QFileDialog(this, tr("Export the list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        auto *exporting = new items::CatalogExport(m_source, m_results.request(), file, this);
        connect(exporting, &items::CatalogExport::finished, this,
                [this, file](const Result<qint64> &rows) {
                    if (!rows)
                        ui::writeError(this, tr("Exporting the list"), file, rows.error());
                });
        exporting->start();
    });
    dialog->open();
}

void CatalogPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Slash)
        focusFilter();
    else
        Pane::keyPressEvent(event);
}

void CatalogPane::setNames(ThingPart *names)
{
    m_inspector->setNames(names);
}

} // namespace portolan::views::catalog
