// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/joins/joinspane.h"

#include "models/base/async.h"
#include "views/joins/undoline.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/rowdelegate.h"

#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::joins {

using items::JoinModel;

namespace {

constexpr int typingPauseMs = 120;
constexpr int changePauseMs = 300;
constexpr int thingWidth = 180;
constexpr int nameWidth = 260;

} // namespace

//! Adds what rows are painted with.
class JoinsPane::Look : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto source = mapToSource(index);
        const bool isGroup = source.data(JoinModel::IsGroupRole).toBool();
        if (role == RowDelegate::GroupRole)
            return isGroup;
        if (!isGroup && role == RowDelegate::ProseRole)
            return index.column() == JoinModel::WhyColumn;
        if (!isGroup && role == RowDelegate::SecondaryRole)
            return index.column() == JoinModel::WhyColumn;
        return QIdentityProxyModel::data(index, role);
    }
};

JoinsPane::JoinsPane(items::JoinActs &acts, QWidget *parent)
    : Pane(parent)
    , m_acts(acts)
    , m_stack(new QStackedLayout(this))
    , m_content(new QWidget(this))
    , m_empty(new EmptyState(this))
    , m_filter(new QLineEdit)
    , m_count(new SafeLabel)
    , m_cut(new SafeLabel)
    , m_tree(new QTreeView)
    , m_noHit(new EmptyState)
    , m_undoLine(new UndoLine(acts))
{
    buildActions();
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    m_pause.setSingleShot(true);
    m_pause.setInterval(changePauseMs);
    connect(&m_typing, &QTimer::timeout, this, &JoinsPane::filter);
    connect(&m_pause, &QTimer::timeout, this, &JoinsPane::refresh);
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &JoinsPane::filter);
    connect(m_noHit, &EmptyState::actionTriggered, this, [this] { showQuery({}); });
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { Q_EMIT paneRequested(u"accounts"_s, {}); });
    connect(&acts.source(), &items::JoinSource::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            m_pause.start();
    });
    connect(&acts, &items::JoinActs::said, this, [this] {
        m_undoLine->showLast();
        showCurrent();
    });
    showCurrent();
}

void JoinsPane::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *bar = new QWidget(m_content);
    buildBar(bar);
    auto *look = new Look(m_tree);
    look->setSourceModel(&m_model);
    m_tree->setModel(look);
    dress(m_tree, size::tableRow);
    m_tree->setAccessibleName(tr("Joined things"));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *header = m_tree->header();
    header->setStretchLastSection(true);
    header->resizeSection(JoinModel::ThingColumn, thingWidth);
    header->resizeSection(JoinModel::NameColumn, nameWidth);
    header->resizeSection(JoinModel::OtherColumn, nameWidth);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &JoinsPane::showMenu);
    connect(m_tree, &QAbstractItemView::doubleClicked, m_open, &QAction::trigger);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &JoinsPane::showCurrent);
    m_cut->setForegroundRole(QPalette::PlaceholderText);
    m_cut->setWordWrap(true);
    m_cut->setContentsMargins(size::page, size::gap, size::page, size::gap);
    auto *undo = new QHBoxLayout;
    undo->setContentsMargins(size::page, size::unit, size::page, size::unit);
    undo->addWidget(m_undoLine);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_tree, 1);
    column->addWidget(m_noHit, 1);
    column->addWidget(m_cut);
    column->addLayout(undo);
    m_noHit->setVisible(false);
    m_cut->setVisible(false);
    m_content->setVisible(false);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_content);
}

void JoinsPane::buildBar(QWidget *bar)
{
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(size::page, size::gap, size::page, size::gap);
    row->setSpacing(size::gap);
    auto *heading = new SafeLabel(tr("Joined things"));
    heading->setTextFont(Text::Body, true);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter joined things"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    m_filter->addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(heading);
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    row->addStretch(1);
    addButton(m_accept, tr("Both are one thing, with one page"), row);
    addButton(m_dismiss, tr("They are two things; this is not suggested again"), row);
    addButton(m_separate, tr("The name is another thing, with a page of its own"), row);
    addButton(m_forget, tr("Keys and sources decide again"), row);
}

//! A button for \a action that is there while it can be used: rows of one group need two at most.
void JoinsPane::addButton(QAction *action, const QString &meaning, QLayout *row)
{
    auto *button = new QPushButton(action->icon(), action->text());
    const auto show = [button, action] { button->setVisible(action->isEnabled()); };
    setSafeToolTip(
        button, tr("%1 (%2)").arg(meaning, action->shortcut().toString(QKeySequence::NativeText)));
    connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, show);
    show();
    row->addWidget(button);
}

void JoinsPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_isStale)
        refresh();
}

void JoinsPane::refresh()
{
    m_isStale = false;
    const auto question = ++m_question;
    onFinished(m_acts.source().book(), this, [this, question](Result<domain::JoinBook> answer) {
        if (question != m_question)
            return;
        if (answer)
            return take(*std::move(answer));
        m_empty->explain(u"status-breach"_s, tr("What is joined could not be read"),
                         answer.error().detail, tr("Open accounts"));
        m_stack->setCurrentWidget(m_empty);
    });
}

void JoinsPane::take(domain::JoinBook book)
{
    const auto before = standing();
    const auto folded = foldedGroups();
    const int scrolled = m_tree->verticalScrollBar()->value();
    const bool isSeen =
        m_tree->viewport()->rect().intersects(m_tree->visualRect(m_tree->currentIndex()));
    const bool isOther = book != m_model.book();
    m_model.setBook(std::move(book));
    // What was done just now can be taken back here, also where nothing else is left to see.
    if (m_model.totalCount() == 0 && !m_acts.canUndo()) {
        m_empty->explain(
            u"link"_s, tr("Nothing is joined"),
            tr("What two accounts, or two files, call differently is one thing here as soon as "
               "their keys agree, one of them names the other, or you say so."),
            tr("Open accounts"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_content->setVisible(true);
    m_stack->setCurrentWidget(m_content);
    showRows(folded);
    if (!isOther)
        return;
    select(before);
    // A sync moves nothing under who reads on elsewhere.
    m_tree->verticalScrollBar()->setValue(scrolled);
    if (isSeen)
        m_tree->scrollTo(m_tree->currentIndex());
}

void JoinsPane::filter()
{
    m_typing.stop();
    m_model.setFilter(m_filter->text());
    showRows({});
    showCurrent();
}

void JoinsPane::showRows(const QSet<int> &folded)
{
    const int total = m_model.totalCount();
    const int shown = m_model.shownCount();
    m_count->setText(
        shown == total ? QLocale().toString(total)
                       : tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(total)));
    for (int row = 0; row < m_tree->model()->rowCount(); ++row) {
        const auto head = m_tree->model()->index(row, 0);
        m_tree->setFirstColumnSpanned(row, {}, true);
        m_tree->setExpanded(head, !folded.contains(head.data(JoinModel::GroupRole).toInt()));
    }
    if (shown == 0 && total > 0)
        m_noHit->explain(u"filter"_s, tr("Nothing matches"),
                         tr("No name, account or reason holds these words."), tr("Show all"));
    m_noHit->setVisible(shown == 0 && total > 0);
    m_tree->setVisible(shown > 0 || total == 0);
    const auto &book = m_model.book();
    QStringList cut;
    if (book.joinedTotal > book.joined.size())
        cut.append(
            tr("%1 of %2 joined things are listed; the others say so on their pages.")
                .arg(QLocale().toString(book.joined.size()), QLocale().toString(book.joinedTotal)));
    if (book.isSuggestingCut)
        cut.append(tr("There may be more suggestions once these are decided."));
    m_cut->setText(cut.join(u' '));
    m_cut->setVisible(!cut.isEmpty());
}

} // namespace portolan::views::joins
