// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/outbox/outboxpane.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/outboxtext.h"
#include "views/outbox/outboxactions.h"
#include "views/outbox/outboxdetail.h"
#include "views/outbox/outboxlist.h"
#include "views/shared/blocks.h"
#include "views/shared/filterfield.h"
#include "views/shared/keybutton.h"
#include "views/shared/undoline.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::views::outbox {
namespace {

constexpr int listLeast = 280;
constexpr int detailLeast = 380;
constexpr int fieldMost = 280;
constexpr int fieldLeast = 120;

} // namespace

OutboxPane::OutboxPane(items::OutboxSource &source, const Clock &clock, QWidget *parent)
    : Pane(parent)
    , m_source(source)
    , m_clock(clock)
    , m_acts(new OutboxActions(source, this))
    , m_counts(new SafeLabel)
    , m_field(new FilterField)
    , m_send(new KeyButton(u"send"_s, tr("Send now"), u"Ctrl+↵"_s))
    , m_error(new ErrorNote)
    , m_notes(new QVBoxLayout)
    , m_body(new QWidget)
    , m_list(new OutboxList(m_model))
    , m_detail(new OutboxDetail)
    , m_nothing(new EmptyState)
    , m_empty(new EmptyState)
    , m_bar(new QWidget)
    , m_line(new UndoLine)
{
    build();
    buildActions();
    connectParts();
    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    m_empty->explain(u"pane-outbox"_s, tr("Reading the outbox"), {});
    m_stack->setCurrentWidget(m_empty);
    showBar();
}

OutboxPane::~OutboxPane() = default;

void OutboxPane::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_error);
    m_notes->setSpacing(0);
    column->addLayout(m_notes);
    column->addWidget(m_body, 1);
    column->addWidget(m_line);
    m_error->hide();
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_list->setMinimumWidth(listLeast);
    m_split->addWidget(m_list);
    m_split->addWidget(buildRight());
    m_split->setStretchFactor(1, 1);
    m_stack = new QStackedLayout(m_body);
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);
}

QWidget *OutboxPane::buildBar()
{
    auto *bar = new QWidget;
    auto *title = new SafeLabel(tr("Outbox"));
    title->setTextFont(Text::Body, true);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_field->setFiltersShown(false);
    m_field->setPlaceholderText(tr("Filter: thing, account, state…"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setMinimumWidth(fieldLeast);
    m_field->setMaximumWidth(fieldMost);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(size::page, size::gap, size::buttonPadding, size::gap);
    row->setSpacing(size::gap);
    row->addWidget(title);
    row->addWidget(m_counts);
    row->addSpacing(size::gap);
    row->addWidget(m_field, 1);
    row->addStretch(1);
    row->addWidget(m_send);
    return bar;
}

QWidget *OutboxPane::buildRight()
{
    auto *right = new QWidget;
    right->setMinimumWidth(detailLeast);
    auto *page = new QWidget;
    m_pages = new QStackedLayout(page);
    m_pages->addWidget(m_detail);
    m_pages->addWidget(m_nothing);
    m_nothing->explain(
        u"pane-outbox"_s, tr("Nothing is chosen"),
        tr("Choose a row in the list: J goes to the next one, K to the one before."));
    m_bar->setBackgroundRole(QPalette::Window);
    m_bar->setAutoFillBackground(true);
    m_bar->setMinimumHeight(size::paneBar);
    m_bar->installEventFilter(this);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(size::page, size::unit, size::page, size::unit);
    row->setSpacing(size::gap);
    row->addStretch(1);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(page, 1);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_bar);
    return right;
}

void OutboxPane::connectParts()
{
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_isAsking) // else when the answer is there: take()
            ask();
    });
    connect(&m_source, &items::OutboxSource::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            m_pause.start();
    });
    // What was done by this person is shown without a pause.
    connect(m_acts, &OutboxActions::acted, this, &OutboxPane::ask);
    connect(m_acts, &OutboxActions::said, m_line,
            [this] { m_line->say(m_acts->iconName(), m_acts->text(), m_acts->canUndo()); });
    connect(m_line, &UndoLine::undoWanted, m_acts, &OutboxActions::undo);
    connect(m_error, &ErrorNote::actionTriggered, this, &OutboxPane::ask);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_divided = true; });
    connect(m_list, &OutboxList::currentChangedTo, this, [this] {
        showCurrent();
        showBar();
    });
    connect(m_list, &OutboxList::detailWanted, m_detail,
            [this] { m_detail->setFocus(Qt::OtherFocusReason); });
    connect(&m_model, &items::OutboxModel::ticksChanged, this, &OutboxPane::showBar);
    connect(m_detail, &OutboxDetail::subjectWanted, this, &OutboxPane::openSubject);
    connect(m_detail, &OutboxDetail::firstWanted, m_list, &OutboxList::choose);
    connect(m_detail, &OutboxDetail::accountWanted, this,
            [this] { Q_EMIT paneRequested(u"accounts"_s, m_detail->shown().accountName); });
    connect(m_field, &QLineEdit::textChanged, this, &OutboxPane::setFilter);
    const auto enterList = [this] { m_list->setFocus(Qt::OtherFocusReason); };
    connect(m_field, &FilterField::left, this, enterList);
    connect(m_field, &FilterField::resultsWanted, this, enterList);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_field->clear(); });
}

void OutboxPane::ask()
{
    const auto question = ++m_question;
    m_isAsking = true;
    m_isStale = false;
    onFinished(m_source.board(), this, [this, question](Result<items::OutboxBoard> board) {
        if (question == m_question)
            take(std::move(board));
    });
}

void OutboxPane::take(Result<items::OutboxBoard> board)
{
    m_isAsking = false;
    if (m_isStale && isVisible())
        m_pause.start();
    m_hasFailed = !board.has_value();
    m_error->setVisible(m_hasFailed);
    if (m_hasFailed) {
        // What was read before stays below the note.
        m_error->report(tr("The outbox could not be read"), board.error(), tr("Try again"));
    } else {
        const auto operation = m_list->currentOperation();
        const int row = m_list->currentIndex().row();
        m_model.show(std::make_shared<const items::OutboxBoard>(*std::move(board)), m_clock.now());
        keepPlace(operation, row);
        showWanted();
    }
    showObstacles();
    showState();
    showCurrent();
    showBar();
}

//! The current operation stays current; when it is gone, the one that took its place is next.
void OutboxPane::keepPlace(qint64 operation, int row)
{
    const bool wasNothing = std::exchange(m_hasNothing, false);
    // A head that somebody folds stays current as well, one that was all there was does not.
    const bool isHead = operation == 0 && m_list->currentIndex().isValid();
    if (m_list->choose(operation) || (isHead && !wasNothing))
        return;
    const int last = m_model.rowCount() - 1;
    int at = std::clamp(row, 0, std::max(0, last));
    if (m_model.entryAt(m_model.index(at)) == nullptr && at < last)
        ++at; // below the head
    if (m_model.entryAt(m_model.index(at)) == nullptr && at > 1)
        --at;
    if (at <= last && m_model.index(at) != m_list->currentIndex())
        m_list->setCurrentIndex(m_model.index(at));
    m_hasNothing = m_model.entryAt(m_list->currentIndex()) == nullptr;
}

//! What was asked for before it could be shown; what is settled already is not waited for.
void OutboxPane::showWanted()
{
    const auto wanted = std::exchange(m_wanted, {});
    if (!wanted || !m_model.board())
        return;
    const items::OutboxEntry *found = nullptr;
    for (const auto &entry : m_model.board()->entries) {
        // Of several the one that needs a decision, else the first that is not done.
        const bool isBetter = found == nullptr
            || (items::needsPerson(entry) && !items::needsPerson(*found))
            || (found->operation.state == domain::OperationState::Applied
                && entry.operation.state != domain::OperationState::Applied);
        if (wanted(entry) && isBetter)
            found = &entry;
    }
    if (found != nullptr && m_list->choose(found->operation.id))
        m_list->setFocus(Qt::OtherFocusReason);
}

void OutboxPane::showState()
{
    const auto board = m_model.board();
    m_counts->setText(board ? items::countsText(items::countsOf(*board)) : QString());
    m_counts->setVisible(!m_counts->text().isEmpty());
    if (m_model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_split);
        return;
    }
    if (!board && m_hasFailed)
        m_empty->explain(u"pane-outbox"_s, tr("There is nothing to show"), {});
    else if (board && m_model.allCount() > 0)
        m_empty->explain(
            u"filter"_s, tr("Nothing matches"),
            tr("Of %n in the outbox, none has these words.", nullptr, m_model.allCount()),
            tr("Show all"));
    else if (board)
        m_empty->explain(u"pane-outbox"_s, tr("Nothing waits"),
                         tr("What you ask for, decide and change stands here until its platform "
                            "has it. It is kept without a network and through a restart, and can "
                            "be taken back while it is not sent."));
    m_stack->setCurrentWidget(m_empty);
}

void OutboxPane::showCurrent()
{
    const auto *entry = m_model.entryAt(m_list->currentIndex());
    if (entry == nullptr) {
        m_pages->setCurrentWidget(m_nothing);
        return;
    }
    m_detail->show(*entry, m_model.board(), m_model.now());
    m_pages->setCurrentWidget(m_detail);
}

//! Why nothing goes out now, a line for each account.
void OutboxPane::showObstacles()
{
    while (auto *item = m_notes->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto board = m_model.board();
    for (const auto &obstacle : board ? board->obstacles : QList<items::OutboxObstacle>()) {
        auto *note = new QWidget;
        note->setBackgroundRole(QPalette::AlternateBase);
        note->setAutoFillBackground(true);
        auto *text = new SafeLabel;
        text->setWordWrap(true);
        text->setBreakableText(visibleText(items::obstacleText(obstacle)));
        auto *row = new QHBoxLayout(note);
        row->setContentsMargins(size::page, size::gap, size::page, size::gap);
        row->setSpacing(size::gap);
        row->addWidget(new IconLabel(u"status-offline"_s, size::inlineIcon), 0, Qt::AlignTop);
        row->addWidget(text, 1);
        if (!obstacle.name.isEmpty()) {
            auto *open = new LinkButton(tr("Open the account"));
            connect(open, &QAbstractButton::clicked, this,
                    [this, name = obstacle.name] { Q_EMIT paneRequested(u"accounts"_s, name); });
            row->addWidget(open, 0, Qt::AlignTop);
        }
        m_notes->addWidget(note);
        m_notes->addWidget(new Line(Qt::Horizontal));
    }
}

void OutboxPane::openSubject()
{
    const auto &entry = m_detail->shown();
    if (!entry.request.isNull())
        Q_EMIT paneRequested(u"access"_s, u"request:"_s + idText(entry.request));
    else if (!entry.subject.isNull())
        Q_EMIT openRequested(entry.subject, OpenMode::Tab);
}

//! What was asked for is asked for once more, in its place; what was decided is decided anew, where
//! everything about it is on one page.
void OutboxPane::openForm(const items::OutboxEntry &entry)
{
    if (entry.request.isNull())
        return;
    const bool isAsked = items::isRequestKind(entry.operation.kind);
    Q_EMIT paneRequested(u"access"_s,
                         (isAsked ? u"again:"_s : u"request:"_s) + idText(entry.request));
}

} // namespace portolan::views::outbox
