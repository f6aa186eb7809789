// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/accountdetail.h"

#include "models/items/displaytext.h"
#include "views/accounts/capabilitytable.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/timetext.h"

#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {
namespace {

constexpr int figuresWidth = 312;
// Narrower than this, what the platform cannot do would not be read beside the figures.
constexpr int besideWidth = figuresWidth + 520;

} // namespace

Status statusOf(items::AccountModel::State state)
{
    using State = items::AccountModel::State;
    switch (state) {
    case State::Synced:
        return Status::Ok;
    case State::SyncedWithProblems:
    case State::Partial:
    case State::SignInNeeded:
        return Status::Warn;
    case State::Failed:
        return Status::Breach;
    case State::Syncing:
        return Status::Info;
    case State::Waiting:
        break;
    }
    return Status::Unknown;
}

AccountDetail::AccountDetail(QWidget *parent)
    : QScrollArea(parent)
    , m_name(new ElidedLabel(Elide::Name))
    , m_platform(new TagLabel({}))
    , m_place(new ElidedLabel(Elide::Name))
    , m_sync(new QPushButton(icon(u"sync-now"_s), tr("Sync now")))
    , m_open(new QPushButton(icon(u"folder"_s), tr("Open folder")))
    , m_signIn(new QPushButton(icon(u"unlock"_s), tr("Sign in…")))
    , m_more(new QToolButton)
    , m_error(new ErrorNote)
    , m_progressText(new SafeLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_capabilities(new CapabilityTable)
    , m_lastSync(new SectionHead(tr("Last sync")))
    , m_state(new StatusLabel(Status::Unknown, {}))
    , m_who(new KeyValueGrid)
    , m_figures(new KeyValueGrid)
    , m_counts(new KeyValueGrid)
    , m_problems(new LinkButton({}))
    , m_lower(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_divider(new Line(Qt::Vertical))
    , m_figuresColumn(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_figuresDivider(new Line(Qt::Horizontal))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The account"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(buildHeader());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_progress = buildProgress());
    m_lower->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, size::gap, 0, size::page);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::page, 0, size::page, 0);
    head->addWidget(new SectionHead(tr("What it can do here")));
    left->addLayout(head);
    left->addWidget(m_capabilities);
    left->addStretch(1);
    m_lower->addLayout(left, 1);
    m_lower->addWidget(m_divider);
    m_lower->addWidget(m_figuresPanel = buildFigures());
    column->addLayout(m_lower, 1);
    setWidget(content);
    content->hide(); // it is about nobody yet
    m_error->setVisible(false);
    connect(m_error, &ErrorNote::actionTriggered, this, [this] {
        if (m_isForSignIn)
            Q_EMIT signInRequested();
        else
            Q_EMIT syncRequested();
    });
    connect(m_sync, &QPushButton::clicked, this, &AccountDetail::syncRequested);
    connect(m_open, &QPushButton::clicked, this, &AccountDetail::openFolderRequested);
    connect(m_signIn, &QPushButton::clicked, this, &AccountDetail::signInRequested);
    connect(m_problems, &QAbstractButton::clicked, this, &AccountDetail::problemsRequested);
}

QWidget *AccountDetail::buildHeader()
{
    auto *header = new QWidget;
    m_name->setTextFont(Text::Title, true);
    m_place->setColour(Colour::TextSecondary);
    m_more->setIcon(icon(u"more"_s));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setAccessibleName(tr("More actions"));
    setSafeToolTip(m_more, tr("More actions"));
    auto *menu = new QMenu(m_more);
    menu->addAction(icon(u"edit"_s), tr("Edit account…"), this, &AccountDetail::editRequested);
    m_signOut = menu->addAction(icon(u"sign-out"_s), tr("Sign out…"), this,
                                &AccountDetail::signOutRequested);
    menu->addAction(icon(u"delete"_s), tr("Remove account…"), this,
                    &AccountDetail::removeRequested);
    connect(m_more, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    auto *title = new QHBoxLayout;
    title->setSpacing(size::gap);
    title->addWidget(m_name);
    title->addWidget(m_platform);
    title->addStretch(1);
    title->addWidget(m_signIn);
    title->addWidget(m_sync);
    title->addWidget(m_open);
    title->addWidget(m_more);
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(size::page, size::buttonPadding, size::page, size::buttonPadding);
    column->setSpacing(size::smallGap);
    column->addLayout(title);
    column->addWidget(m_place);
    return header;
}

QWidget *AccountDetail::buildProgress()
{
    auto *progress = new QWidget;
    auto *title = new SafeLabel(tr("Syncing"));
    title->setTextFont(Text::Body, true);
    m_progressText->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the sync"));
    auto *row = new QHBoxLayout;
    row->setSpacing(size::gap);
    row->addWidget(title);
    row->addWidget(m_progressText, 1);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(size::page, size::gap, size::page, size::gap);
    column->addLayout(row);
    column->addWidget(m_bar);
    auto *frame = new QVBoxLayout(progress);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->setSpacing(0);
    frame->addLayout(column);
    frame->addWidget(new Line(Qt::Horizontal));
    connect(m_cancel, &QPushButton::clicked, this, &AccountDetail::cancelRequested);
    return progress;
}

QWidget *AccountDetail::buildFigures()
{
    auto *figures = new QWidget;
    figures->setFixedWidth(figuresWidth);
    auto *column = m_figuresColumn;
    figures->setLayout(column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *last = new QVBoxLayout;
    last->setContentsMargins(size::page, size::buttonPadding, size::page, size::buttonPadding);
    last->setSpacing(size::gap);
    last->addWidget(m_lastSync);
    last->addWidget(m_state, 0, Qt::AlignLeading);
    last->addWidget(m_figures);
    last->addWidget(m_problems, 0, Qt::AlignLeading);
    last->addStretch(1); // beside a higher column, each begins at the top
    column->addLayout(last);
    column->addWidget(m_figuresDivider);
    auto *who = new QVBoxLayout;
    who->setContentsMargins(size::page, 0, size::page, size::buttonPadding);
    who->addWidget(m_who);
    who->addStretch(1);
    column->insertLayout(1, who);
    auto *counts = new QVBoxLayout;
    counts->setContentsMargins(size::page, size::buttonPadding, size::page, size::buttonPadding);
    counts->setSpacing(size::gap);
    counts->addWidget(new SectionHead(tr("What is in it")));
    counts->addWidget(m_counts);
    counts->addStretch(1);
    column->addLayout(counts);
    column->addStretch(1);
    return figures;
}

void AccountDetail::resizeEvent(QResizeEvent *event)
{
    const bool isWide = width() >= besideWidth;
    if (isWide == (m_lower->direction() == QBoxLayout::LeftToRight))
        return QScrollArea::resizeEvent(event);
    m_lower->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
    m_figuresColumn->setDirection(isWide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_figuresPanel->setMinimumWidth(isWide ? figuresWidth : 0);
    m_figuresPanel->setMaximumWidth(isWide ? figuresWidth : QWIDGETSIZE_MAX);
    // Beside the heads of the others its first line stands with theirs.
    const int head = std::max(int(size::sectionHead), m_lastSync->sizeHint().height());
    const int sink = (head - QFontMetrics(fontOf(Text::Body)).height()) / 2;
    m_figuresColumn->itemAt(1)->layout()->setContentsMargins(
        size::page, isWide ? 0 : size::buttonPadding + std::max(0, sink), size::page,
        size::buttonPadding);
    m_divider->setVisible(isWide);
    m_figuresDivider->setVisible(isWide);
    m_capabilities->setNarrow(!isWide);
    fold();
    QScrollArea::resizeEvent(event);
}

void AccountDetail::showAccount(const items::AccountModel &model,
                                const items::AccountFacts &account, const QString &obstacle)
{
    const auto *progress = model.progressOf(account.name);
    const auto *before = window()->focusWidget();
    widget()->show();
    showHeader(account, progress != nullptr, obstacle);
    showProgress(progress);
    showFigures(model, account);
    showSignIn(account);
    m_capabilities->setCapabilities(account.capabilities, account.abilities);
    showFailure(account, progress != nullptr, obstacle);
    fold();
    // A button that goes leaves the focus to the next in line, which opens a browser.
    if (progress && before && (before == m_sync || m_error->isAncestorOf(before)))
        m_cancel->setFocus(Qt::OtherFocusReason);
    else if (!progress && before == m_cancel)
        m_sync->setFocus(Qt::OtherFocusReason);
}

void AccountDetail::showSignIn(const items::AccountFacts &account)
{
    m_who->clear();
    const auto word = items::signInText(account.signIn);
    if (!word.isEmpty())
        m_who->add(tr("Sign-in"), word);
    if (!account.user.isEmpty())
        m_who->add(tr("User"), visibleText(account.user.left(120)));
    // Who only judges by policies has none to choose from.
    if (!account.isFolder && account.capabilities.contains(u"catalogue"_s)) {
        m_who->add(tr("Domains"),
                   account.domains.isEmpty()
                       ? tr("all")
                       : visibleText(account.domains.join(u", "_s).left(300)));
    }
    m_who->setVisible(!m_who->isEmpty());
    m_signIn->setVisible(!account.isFolder && account.by != items::SignInBy::Nobody);
    m_signOut->setVisible(account.signIn == items::SignInState::SignedIn);
    m_isSignInNeeded = items::isSignInNeeded(account.signIn);
    m_signIn->setAccessibleName(m_isSignInNeeded ? tr("Sign in…") : tr("Sign in again…"));
    setSafeToolTip(m_signIn, m_signIn->accessibleName());
}

//! Where there is no room, the buttons leave it to the name; one that a person needs keeps its
//! word.
void AccountDetail::fold()
{
    const bool isNarrow = m_lower->direction() != QBoxLayout::LeftToRight;
    m_open->setText(isNarrow ? QString() : m_open->accessibleName());
    m_signIn->setText(isNarrow && !m_isSignInNeeded ? QString() : m_signIn->accessibleName());
}

void AccountDetail::showHeader(const items::AccountFacts &account, bool syncing,
                               const QString &obstacle)
{
    m_name->setText(account.name);
    m_platform->setText(items::platformText(account.platform));
    m_platform->setMinimumWidth(m_platform->sizeHint().width()); // the name gives way instead
    m_place->setText(items::placeText(account));
    m_place->setIconName(account.isFolder ? u"folder"_s : u"link"_s);
    const bool isPage = !account.isFolder && account.place.startsWith(u"http"_s);
    m_open->setVisible(account.isFolder || isPage);
    m_open->setText(isPage ? tr("Open") : tr("Open folder"));
    m_open->setAccessibleName(m_open->text());
    m_open->setIcon(icon(isPage ? u"open-external"_s : u"folder"_s));
    setSafeToolTip(m_open, isPage ? tr("Open its own page in the browser") : m_open->text());
    m_sync->setEnabled(!syncing && obstacle.isEmpty());
    // A disabled button says why.
    setSafeToolTip(m_sync,
                   !obstacle.isEmpty() ? obstacle
                       : syncing       ? tr("A sync runs already")
                                       : tr("Read what changed there"));
}

} // namespace portolan::views::accounts
