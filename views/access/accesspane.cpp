// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/accesspane.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "views/access/accessactions.h"
#include "views/access/agreementspage.h"
#include "views/access/caselist.h"
#include "views/access/minepage.h"
#include "views/access/requestform.h"
#include "views/access/reviewpage.h"
#include "views/shared/barbutton.h"
#include "views/shared/blocks.h"
#include "views/shared/filterfield.h"
#include "views/shared/shownstack.h"
#include "views/shared/tabs.h"
#include "views/shared/undoline.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::views::access {
namespace {

constexpr int fieldMost = 280;
constexpr int fieldLeast = 120;

//! Before the first sync has ended nobody knows that nothing waits.
bool isNothingReadYet(const items::AccessBoard &board)
{
    return board.cases.isEmpty() && !board.readings.isEmpty()
        && std::none_of(board.readings.begin(), board.readings.end(),
                        [](const auto &reading) { return reading.at.isValid(); });
}

} // namespace

AccessPane::AccessPane(items::AccessSource &source, const Clock &clock, QWidget *parent)
    : Pane(parent)
    , m_source(source)
    , m_clock(clock)
    , m_acts(new AccessActions(source, this))
    , m_segments(new Segments)
    , m_field(new FilterField)
    , m_asOf(new ElidedLabel(Elide::Prose))
    , m_new(new BarButton)
    , m_error(new ErrorNote)
    , m_stack(new ShownStack)
    , m_empty(new EmptyState)
    , m_mine(new MinePage(source, *m_acts))
    , m_review(new ReviewPage(source, *m_acts))
    , m_agreements(new AgreementsPage(source, *m_acts))
    , m_form(new RequestForm(source, *m_acts))
    , m_line(new UndoLine)
{
    build();
    connectPages();
    buildActions();
    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_isAsking) // else when the answer is there: take()
            ask();
    });
    connect(&source, &items::AccessSource::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            m_pause.start();
    });
    // What was done by this person is shown without a pause.
    connect(m_acts, &AccessActions::acted, this, &AccessPane::ask);
    connect(m_acts, &AccessActions::said, m_line,
            [this] { m_line->say(m_acts->iconName(), m_acts->text(), m_acts->canUndo()); });
    connect(m_line, &UndoLine::undoWanted, m_acts, &AccessActions::undo);
    m_empty->explain(u"pane-access"_s, tr("Reading the requests"), {});
    showSegments();
}

AccessPane::~AccessPane() = default;

void AccessPane::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
    column->addWidget(m_line);
    m_error->hide();
    for (auto *page : QList<QWidget *>{m_empty, m_mine, m_review, m_agreements, m_form})
        m_stack->addWidget(page);
    connect(m_error, &ErrorNote::actionTriggered, this, &AccessPane::ask);
}

QWidget *AccessPane::buildBar()
{
    auto *bar = new QWidget;
    for (const auto &word : {tr("My requests"), tr("To review"), tr("Agreements")})
        m_segments->add(word);
    m_segments->setAccessibleName(tr("Page"));
    m_field->setFiltersShown(false);
    m_field->setPlaceholderText(tr("Filter: port, team, person…"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setMinimumWidth(fieldLeast);
    m_field->setMaximumWidth(fieldMost);
    m_new->setIconName(u"add"_s);
    m_new->setTexts({}, tr("New request"));
    m_new->setAccessibleName(tr("New request"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(size::page, size::gap, size::buttonPadding, size::gap);
    row->setSpacing(size::groupGap);
    row->addWidget(m_segments);
    row->addWidget(m_field, 1);
    row->addStretch(1);
    m_asOf->setTextFont(Text::Small);
    m_asOf->hide();
    row->addWidget(m_asOf);
    row->addWidget(m_new);
    connect(m_segments, &Segments::currentChanged, this, [this](int index) {
        if (Page(index) != m_page)
            showPage(Page(index));
    });
    connect(m_field, &QLineEdit::textChanged, this, &AccessPane::setFilter);
    const auto enterPage = [this] {
        if (const auto list = parts(); !list.isEmpty())
            list.first()->setFocus(Qt::OtherFocusReason);
    };
    connect(m_field, &FilterField::left, this, enterPage);
    connect(m_field, &FilterField::resultsWanted, this, enterPage);
    connect(m_new, &QAbstractButton::clicked, this, [this] { showPage(Page::Form); });
    return bar;
}

void AccessPane::connectPages()
{
    const auto open = [this](const QUuid &id) { Q_EMIT openRequested(id, OpenMode::Tab); };
    const auto lineage = [this](const QUuid &id) {
        Q_EMIT paneRequested(u"lineage"_s, idText(id));
    };
    const auto catalogue = [this] { Q_EMIT paneRequested(u"catalogue"_s, {}); };
    for (auto *page : QList<CasesPage *>{m_mine, m_review}) {
        connect(page, &CasesPage::openEntity, this, open);
        connect(page, &CasesPage::openInLineage, this, lineage);
        connect(page, &CasesPage::outboxWanted, this, [this](const QUuid &request) {
            Q_EMIT paneRequested(u"outbox"_s, u"request:"_s + idText(request));
        });
        connect(page, &CasesPage::countChanged, this, [this] {
            showSegments();
            Q_EMIT breadcrumbChanged();
        });
        connect(page, &CasesPage::filterDropped, this, [this] { m_field->clear(); });
        connect(page, &CasesPage::newWanted, this, catalogue);
    }
    connect(m_mine, &MinePage::formWanted, this, &AccessPane::goOnWith);
    connect(m_agreements, &AgreementsPage::openEntity, this, open);
    connect(m_agreements, &AgreementsPage::countChanged, this, &AccessPane::showSegments);
    connect(m_agreements, &AgreementsPage::filterDropped, this, [this] { m_field->clear(); });
    connect(m_agreements, &AgreementsPage::formWanted, this,
            [this](const domain::AccessRequest &request) {
                m_form->startFrom(request, {});
                showPage(Page::Form);
                m_form->enter();
            });
    connect(m_form, &RequestForm::openEntity, this, open);
    connect(m_form, &RequestForm::catalogueWanted, this, catalogue);
    connect(m_form, &RequestForm::titleChanged, this, &Pane::breadcrumbChanged);
    connect(m_form, &RequestForm::discarded, this, [this] { showPage(m_before); });
    connect(m_form, &RequestForm::sent, this, [this](const QUuid &request) {
        m_wanted = request;
        if (m_basket != nullptr)
            m_basket->remove(std::exchange(m_collected, {}));
        showPage(Page::Mine);
    });
}

void AccessPane::buildActions()
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto run) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m_actions.append(action);
    };
    // Whoever comes by a key goes on by keys: the list has the focus.
    const auto enter = [this](Page page) {
        showPage(page);
        if (const auto list = parts(); !list.isEmpty())
            list.first()->setFocus(Qt::OtherFocusReason);
    };
    add(tr("Show my requests"), Qt::ALT | Qt::Key_1, [enter] { enter(Page::Mine); });
    add(tr("Show what is to review"), Qt::ALT | Qt::Key_2, [enter] { enter(Page::Review); });
    add(tr("Show agreements"), Qt::ALT | Qt::Key_3, [enter] { enter(Page::Agreements); });
    add(tr("New request"), QKeySequence(QKeySequence::New), [this] { showPage(Page::Form); });
    add(tr("Undo"), QKeySequence(QKeySequence::Undo), [this] { m_acts->undo(); });
}

void AccessPane::ask()
{
    const auto question = ++m_question;
    m_isAsking = true;
    m_isStale = false;
    onFinished(m_source.board(), this, [this, question](Result<items::AccessBoard> board) {
        if (question == m_question)
            take(std::move(board));
    });
}

void AccessPane::take(Result<items::AccessBoard> board)
{
    m_isAsking = false;
    if (m_isStale && isVisible())
        m_pause.start();
    m_hasFailed = !board.has_value();
    m_error->setVisible(m_hasFailed);
    if (!board) {
        // What was read before stays below the note.
        m_error->report(tr("The requests could not be read"), board.error(), tr("Try again"));
    } else {
        m_board = std::make_shared<const items::AccessBoard>(*std::move(board));
        m_acts->setBoard(m_board);
        m_mine->setBoard(m_board, m_clock.now());
        m_review->setBoard(m_board, m_clock.now());
        m_agreements->setBoard(m_board);
        m_form->setBoard(m_board);
        showAsOf();
        if (!m_wanted.isNull())
            showRequest(std::exchange(m_wanted, {}));
        if (!m_wantedAgreement.isNull())
            showAgreement(std::exchange(m_wantedAgreement, {}));
        if (!m_again.isNull())
            goOnWith(std::exchange(m_again, {}));
    }
    showSegments();
    showCurrent();
}

void AccessPane::showCurrent()
{
    const bool isUnread = m_board && m_page != Page::Form && isNothingReadYet(*m_board);
    if (!m_board && m_hasFailed)
        m_empty->explain(u"pane-access"_s, tr("There are no requests to show"), {});
    else if (isUnread)
        m_empty->explain(u"pane-access"_s, tr("No requests were read yet"),
                         tr("They stand here after the first sync."));
    m_stack->setCurrentWidget(m_board && !isUnread ? shownPage() : m_empty);
    m_field->setEnabled(m_page != Page::Form);
    Q_EMIT breadcrumbChanged();
}

//! The words with how many there are.
void AccessPane::showSegments()
{
    const auto text = [](const QString &word, int count) {
        return count == 0 ? word : tr("%1 %2").arg(word, QLocale().toString(count));
    };
    m_segments->setText(0, text(tr("My requests"), m_mine->model().count()));
    m_segments->setText(1, text(tr("To review"), m_review->model().count()));
    m_segments->setText(2, text(tr("Agreements"), m_agreements->model().count()));
    m_segments->setCurrent(m_page == Page::Form ? -1 : int(m_page));
    const int waiting = m_review->model().count();
    if (waiting != std::exchange(m_waiting, waiting))
        Q_EMIT waitingChanged(waiting);
}

} // namespace portolan::views::access
