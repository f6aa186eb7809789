// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/casespage.h"

#include "views/access/accessactions.h"
#include "views/access/casedetail.h"
#include "views/access/caselist.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/keybutton.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr int listWidth = 312;
constexpr int listLeast = 240;
constexpr int detailLeast = 380;
constexpr int reasonLeast = 120;
constexpr int judgePauseMs = 300; //!< whoever walks on through the list asks nobody

} // namespace

CasesPage::CasesPage(items::AccessCaseModel::Scope scope, items::AccessSource &source,
                     AccessActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_acts(actions)
    , m_model(scope)
    , m_isReview(scope == items::AccessCaseModel::Scope::ToReview)
    , m_list(new CaseList(scope == items::AccessCaseModel::Scope::Mine ? tr("My requests")
                                                                       : tr("Requests to review"),
                          m_model))
    , m_detail(new CaseDetail(m_isReview))
    , m_reason(new QLineEdit)
    , m_bar(new QWidget)
{
    build();
    m_judgePause.setSingleShot(true);
    m_judgePause.setInterval(judgePauseMs);
    connect(&m_judgePause, &QTimer::timeout, this, [this] {
        askAll();
        askJudges();
        askDependants();
        askFlows();
    });
    connect(m_list, &CaseList::currentChangedTo, this, [this] {
        showCurrent();
        showBar();
        Q_EMIT countChanged();
    });
    connect(m_list, &CaseList::detailWanted, m_detail,
            [this] { m_detail->setFocus(Qt::OtherFocusReason); });
    connect(&m_model, &items::AccessCaseModel::ticksChanged, this, [this] { showBar(); });
    connect(m_detail, &CaseDetail::ticksChanged, this, [this] { showBar(); });
    connect(m_detail, &CaseDetail::openEntity, this, &CasesPage::openEntity);
    connect(m_detail, &CaseDetail::openInLineage, this, &CasesPage::openInLineage);
    connect(m_detail, &CaseDetail::outboxWanted, this,
            [this] { Q_EMIT outboxWanted(m_detail->shown().request.id); });
}

void CasesPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack = new QStackedLayout(this);
    m_content = new QWidget;
    m_empty = new EmptyState;
    m_nothing = new EmptyState;
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_list->setMinimumWidth(listLeast);
    auto *right = new QWidget;
    right->setMinimumWidth(detailLeast);
    auto *body = new QWidget;
    m_right = new QStackedLayout(body);
    m_right->addWidget(m_detail);
    m_right->addWidget(m_nothing);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(body, 1);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_bar);
    m_split->addWidget(m_list);
    m_split->addWidget(right);
    m_split->setStretchFactor(1, 1);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_divided = true; });
    auto *all = new QVBoxLayout(m_content);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_split);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    m_nothing->explain(u"kind-request"_s, tr("Nothing is chosen"),
                       tr("Choose a request in the list: J goes to the next one, K to the one "
                          "before."));
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_model.allCount() > 0)
            Q_EMIT filterDropped();
        else
            Q_EMIT newWanted();
    });
    // From reading and from writing back to the list, which has the letters.
    for (auto *part : QList<QWidget *>{m_detail, m_bar}) {
        auto *back =
            new QShortcut(Qt::Key_Escape, part, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(back, &QShortcut::activated, m_list, [this] {
            m_list->setFocus(Qt::OtherFocusReason);
            escaped();
        });
    }
    m_bar->installEventFilter(this);
    m_bar->setBackgroundRole(QPalette::Window);
    m_bar->setAutoFillBackground(true);
    m_bar->setMinimumHeight(size::paneBar);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(size::page, size::unit, size::page, size::unit);
    row->setSpacing(size::gap);
    m_reason->setMinimumWidth(reasonLeast);
    m_reason->setTextMargins(size::unit, 0, size::unit, 0);
    m_reason->setMaxLength(4000);
    m_reason->setAccessibleName(tr("Reason"));
    row->addWidget(m_reason, 1);
}

void CasesPage::finishBuild()
{
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    addAction(tr("Next request"), {}, Qt::Key_J, [this] { m_list->step(1); });
    addAction(tr("Previous request"), {}, Qt::Key_K, [this] { m_list->step(-1); });
    showCurrent();
    showBar();
}

QAction *CasesPage::addAction(const QString &text, const QString &iconName, const QKeySequence &key,
                              const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(key);
    // Single letters hold only while the list has the focus: the action belongs to it.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    m_list->addAction(action);
    m_actions.append(action);
    return action;
}

KeyButton *CasesPage::addButton(const QString &iconName, const QString &text, const QString &key,
                                const std::function<void()> &run)
{
    auto *button = new KeyButton(iconName, text, key);
    connect(button, &QAbstractButton::clicked, this, run);
    m_bar->layout()->addWidget(button);
    m_buttons.append(button);
    return button;
}

const items::AccessCase *CasesPage::currentCase() const
{
    return m_model.caseOf(m_list->currentCase());
}

QUuid CasesPage::current() const
{
    return m_list->currentCase();
}

void CasesPage::setBoard(const items::AccessBoardPtr &board, const QDateTime &now)
{
    m_now = now;
    const auto id = m_list->currentCase();
    const int row = m_list->currentIndex().row();
    m_asked = {};
    m_followed = {};
    m_flowed = {};
    m_model.show(board, now);
    if (!m_wanted.isNull() && m_list->choose(m_wanted))
        m_wanted = {};
    else
        keepPlace(id, row);
    showState();
    showCurrent();
    showBar();
    Q_EMIT countChanged();
}

void CasesPage::setFilter(const QString &filter)
{
    const auto id = m_list->currentCase();
    const int row = m_list->currentIndex().row();
    m_model.setFilter(filter);
    keepPlace(id, row);
    showState();
    showBar();
    m_judgePause.start(); // others are in the list now
}

void CasesPage::showCase(const QUuid &request)
{
    m_wanted = request;
    if (m_list->choose(request)) {
        m_wanted = {};
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

bool CasesPage::hasCase(const QUuid &request) const
{
    return m_model.indexOf(request).isValid();
}

//! The current request stays where it is; when it is gone, the one that took its place is next.
void CasesPage::keepPlace(const QUuid &request, int row)
{
    const auto left = std::exchange(m_left, {});
    auto index = m_model.indexOf(request);
    const bool isLeft = index.isValid() && !left.isNull() && request == left;
    if (isLeft) {
        // It is still there, perhaps further down: go on from where it was.
        const int next = index.row() == row ? row + 1 : row;
        index = m_model.index(next < m_model.rowCount() ? next : 0);
    }
    if (!index.isValid())
        index = m_model.index(std::clamp(row, 0, std::max(0, m_model.rowCount() - 1)));
    if (index.isValid() && index != m_list->currentIndex())
        m_list->setCurrentIndex(index);
}

void CasesPage::goOn()
{
    m_left = m_list->currentCase();
}

void CasesPage::leaveBar()
{
    if (m_bar->isAncestorOf(QApplication::focusWidget()))
        m_list->setFocus(Qt::OtherFocusReason);
}

void CasesPage::showState()
{
    if (!m_model.board() || m_model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_content);
        return;
    }
    if (m_model.allCount() == 0)
        explainNothing(*m_empty);
    else
        m_empty->explain(u"filter"_s, tr("No request matches"),
                         tr("%n request(s) are here, none of them has these words.", nullptr,
                            m_model.allCount()),
                         tr("Show all"));
    m_stack->setCurrentWidget(m_empty);
}

void CasesPage::showCurrent()
{
    const auto *one = currentCase();
    if (one == nullptr) {
        m_right->setCurrentWidget(m_nothing);
        return;
    }
    if (one->request.id != m_detail->shown().request.id)
        forgetAnswers();
    m_detail->show(*one, m_model.board(), m_now);
    m_right->setCurrentWidget(m_detail);
    askOffers();
    m_judgePause.start();
}

//! Who walks on and comes back before anything was asked about the next one asks anew: what was
//! answered went with the page.
void CasesPage::forgetAnswers()
{
    m_judged = m_followed = m_flowed = {};
    ++m_judging;
    ++m_following;
    ++m_flowing;
}

QVariantMap CasesPage::saveState() const
{
    return {{u"version"_s, 1},
            {u"split"_s, m_divided ? m_split->saveState() : QByteArray()},
            {u"request"_s, m_list->currentCase().toString(QUuid::WithoutBraces)}};
}

void CasesPage::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_divided = m_split->restoreState(state.value(u"split"_s).toByteArray());
    m_wanted = QUuid(state.value(u"request"_s).toString());
    if (m_list->choose(m_wanted))
        m_wanted = {};
}

QList<QWidget *> CasesPage::parts() const
{
    return {m_list, m_detail, m_reason};
}

void CasesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_judgePause.start();
}

void CasesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_divided)
        return;
    const int list = std::clamp(width() / 3, listLeast, std::max(listLeast, int(listWidth)));
    m_split->setSizes({list, width() - list});
}

bool CasesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar
        && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange
            || event->type() == QEvent::LayoutRequest))
        arrangeBar();
    return QWidget::eventFilter(watched, event);
}

//! Words give way to icons where there is no room, those of the filled button last.
void CasesPage::arrangeBar()
{
    int room = m_bar->width() - 2 * size::page - m_reason->minimumWidth();
    for (const auto *other :
         m_bar->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly))
        room -= other->sizeHint().width() + size::gap;
    fitWords(m_buttons, room);
}

} // namespace portolan::views::access
