// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/qualitypane.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/qualityfilter.h"
#include "views/quality/comparepage.h"
#include "views/quality/listpages.h"
#include "views/quality/overviewpage.h"
#include "views/quality/qualitybar.h"
#include "views/quality/slopage.h"
#include "views/shared/blocks.h"
#include "views/shared/tabs.h"

#include <QAction>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::views::quality {
namespace {

bool hasSegment(PageKind kind)
{
    return kind < PageKind::Level;
}

} // namespace

QList<PageEntry> overviewPages()
{
    return {{PageKind::Overview, OverviewPage::tr("Overview"),
             [](items::QualitySource &, QWidget *parent) { return new OverviewPage(parent); }},
            {PageKind::Levels, LevelsPage::tr("SLOs"),
             [](items::QualitySource &, QWidget *parent) { return new LevelsPage(parent); }},
            {PageKind::Checks, ChecksPage::tr("Checks"),
             [](items::QualitySource &, QWidget *parent) { return new ChecksPage(parent); }},
            {PageKind::Level, {}, [](items::QualitySource &source, QWidget *parent) {
                 return new SloPage(source, parent);
             }}};
}

QualityPane::QualityPane(items::QualitySource &source, QList<PageEntry> entries, QWidget *parent)
    : Pane(parent)
    , m_source(source)
    , m_entries(std::move(entries))
    , m_period(m_choice.at(source.now()))
    , m_bar(new QualityBar)
    , m_error(new ErrorNote)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_compare(new ComparePage(source))
{
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const auto &a, const auto &b) { return a.kind < b.kind; });
    build();
    connectBar();
    buildActions();
    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_isAsking) // else when the answer is there: take()
            ask();
    });
    connect(&source, &items::QualitySource::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            m_pause.start();
    });
}

QualityPane::~QualityPane() = default;

void QualityPane::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
    m_error->hide();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_compare);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(m_error, &ErrorNote::actionTriggered, this, &QualityPane::ask);
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { Q_EMIT paneRequested(u"accounts"_s, {}); });
    connect(m_compare, &QualityPage::openLevel, this,
            [this](const QUuid &id) { showThing(PageKind::Level, id); });
    m_bar->field()->setValuesOf([this](const QString &key) {
        return m_board ? items::QualityFilter::valuesOf(key, *m_board) : QStringList();
    });
    makeSegments();
    m_bar->period()->setChoice(m_choice, m_source.now());
}

void QualityPane::connectBar()
{
    connect(m_bar->segments(), &Segments::currentChanged, this, [this](int index) {
        const auto kind = m_entries.at(index).kind;
        if (kind != m_kind || m_over || m_isComparing)
            showPage(kind);
    });
    connect(m_bar, &QualityBar::filterTyped, this, &QualityPane::setFilter);
    connect(m_bar, &QualityBar::backRequested, this, &QualityPane::goBack);
    connect(m_bar, &QualityBar::compareToggled, this, &QualityPane::setComparing);
    m_bar->setHasTable([this] { return shownPage() != nullptr && shownPage()->isTabular(); });
    connect(m_bar, &QualityBar::exportChosen, this, &QualityPane::exportAs);
    connect(m_bar->period(), &PeriodButton::chosen, this, &QualityPane::setPeriod);
    connect(m_bar, &QualityBar::pageWanted, this, [this] {
        const auto list = shownPage() == nullptr ? QList<QWidget *>() : shownPage()->parts();
        if (!list.isEmpty())
            list.first()->setFocus(Qt::OtherFocusReason);
    });
}

void QualityPane::buildActions()
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto run) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m_actions.append(action);
    };
    add(tr("Back to the list"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { goBack(); });
    add(tr("Compare periods"), QKeySequence(), [this] { setComparing(!m_isComparing); });
    add(tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E),
        [this] { m_bar->exportButton()->click(); });
    for (const auto &entry : std::as_const(m_entries)) {
        if (hasSegment(entry.kind))
            add(tr("Show %1").arg(entry.word), QKeySequence(),
                [this, kind = entry.kind] { showPage(kind); });
    }
}

void QualityPane::makeSegments()
{
    for (const auto &entry : std::as_const(m_entries)) {
        if (hasSegment(entry.kind))
            m_bar->segments()->add(entry.word);
    }
}

//! The words with how many there are.
void QualityPane::showSegments()
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const auto &entry = m_entries.at(i);
        if (!hasSegment(entry.kind))
            continue;
        const auto *made = m_pages.value(int(entry.kind));
        const auto count = made == nullptr ? std::nullopt : made->count();
        m_bar->segments()->setText(
            int(i), count ? tr("%1 %2").arg(entry.word, QLocale().toString(*count)) : entry.word);
        if (entry.kind == m_kind)
            m_bar->segments()->setCurrent(int(i));
    }
}

QualityPage *QualityPane::page(PageKind kind)
{
    if (auto *made = m_pages.value(int(kind)))
        return made;
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [kind](const auto &one) { return one.kind == kind; });
    if (entry == m_entries.end())
        return nullptr;
    auto *made = entry->make(m_source, m_stack);
    m_pages.insert(int(kind), made);
    m_stack->addWidget(made);
    connectPage(made);
    made->setPeriod(m_period);
    made->setFilter(m_filter);
    if (m_board)
        made->setBoard(m_board);
    made->restoreState(m_states.take(int(kind)));
    return made;
}

void QualityPane::connectPage(QualityPage *made)
{
    connect(made, &QualityPage::titleChanged, this, [this] {
        showSegments();
        Q_EMIT breadcrumbChanged();
    });
    connect(made, &QualityPage::openEntity, this,
            [this](const QUuid &id) { Q_EMIT openRequested(id, OpenMode::Tab); });
    connect(made, &QualityPage::openLevel, this,
            [this](const QUuid &id) { showThing(PageKind::Level, id); });
    connect(made, &QualityPage::openCheck, this,
            [this](const QUuid &id) { showThing(PageKind::Check, id); });
    connect(made, &QualityPage::openIncident, this, [this](const QUuid &id) {
        showPage(PageKind::Incidents);
        if (auto *list = page(PageKind::Incidents))
            list->showThing(id);
    });
    connect(made, &QualityPage::openInLineage, this,
            [this](const QUuid &id) { Q_EMIT paneRequested(u"lineage"_s, idText(id)); });
    connect(made, &QualityPage::filterRequested, this,
            [this](PageKind kind, const QString &filter) {
                setFilter(filter);
                showPage(kind);
            });
    connect(made, &QualityPage::periodRequested, this, [this](const items::Period &period) {
        setPeriod({PeriodChoice::Kind::Own, period.from.toLocalTime().date(),
                   period.to.addSecs(-1).toLocalTime().date()});
    });
}

void QualityPane::ask()
{
    const auto question = ++m_question;
    m_isAsking = true;
    m_isStale = false;
    m_period = m_choice.at(m_source.now());
    m_bar->period()->setChoice(m_choice, m_source.now());
    if (!m_board)
        m_empty->explain(u"pane-quality"_s, tr("Reading the figures"), {});
    onFinished(m_source.board(m_period), this, [this, question](Result<items::QualityBoard> board) {
        if (question == m_question)
            take(std::move(board));
    });
    for (auto *made : std::as_const(m_pages)) {
        made->setPeriod(m_period);
        made->refresh();
    }
    if (m_isComparing)
        m_compare->setPeriod(m_period);
}

void QualityPane::take(Result<items::QualityBoard> board)
{
    m_isAsking = false;
    if (std::exchange(m_isStale, false) && isVisible())
        m_pause.start();
    m_hasFailed = !board.has_value();
    m_error->setVisible(m_hasFailed);
    if (!board) {
        m_error->report(tr("Reading the figures failed"), board.error(), tr("Try again"));
    } else {
        m_board = std::make_shared<const items::QualityBoard>(*std::move(board));
        for (auto *made : std::as_const(m_pages))
            made->setBoard(m_board);
        m_compare->setBoard(m_board);
    }
    showCurrent();
}

QualityPage *QualityPane::shownPage() const
{
    return qobject_cast<QualityPage *>(m_stack->currentWidget());
}

void QualityPane::showCurrent()
{
    const bool isNothing = m_board && m_board->levels.isEmpty() && m_board->checks.isEmpty();
    if (!m_board || (isNothing && !m_over && m_kind != PageKind::Coverage)) {
        if (isNothing)
            m_empty->explain(u"pane-quality"_s, tr("Nothing is measured yet"),
                             tr("None of your accounts has checks, results or service levels. Add "
                                "a folder with results of dbt, Great Expectations or Soda, with "
                                "contracts, or with OpenSLO files."),
                             tr("Accounts"));
        else if (m_hasFailed)
            m_empty->explain(u"pane-quality"_s, tr("There are no figures to show"), {});
        m_stack->setCurrentWidget(m_empty);
    } else if (m_isComparing) {
        m_stack->setCurrentWidget(m_compare);
    } else if (auto *wanted = page(m_over.value_or(m_kind))) {
        m_stack->setCurrentWidget(wanted);
    }
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [this](const auto &one) { return one.kind == m_kind; });
    m_bar->setWayBack(m_over && entry != m_entries.end() ? entry->word : QString());
    m_bar->setComparing(m_isComparing);
    showSegments();
    Q_EMIT breadcrumbChanged();
}

void QualityPane::exportAs(SavedAs kind)
{
    auto *shown = shownPage();
    if (shown == nullptr)
        return;
    auto subject = PeriodButton::textOf(m_period);
    if (!m_filter.isEmpty())
        subject += u" · "_s + m_filter;
    saveAs(this, kind, shown, shown->title(), subject, [shown] { return shown->csv(); });
}

} // namespace portolan::views::quality
