// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/outbox/outboxdetail.h"

#include "models/base/identity.h"
#include "models/items/displaytext.h"
#include "models/items/plainreason.h"
#include "views/outbox/outboxlist.h"
#include "views/outbox/sidesgrid.h"
#include "views/shared/blocks.h"
#include "views/shared/iconbutton.h"
#include "views/shared/timetext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::outbox {
namespace {

using items::OutboxStanding;

SafeLabel *proseLabel()
{
    auto *label = new SafeLabel;
    label->setWordWrap(true);
    label->setSelectable(true);
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

SectionHead *headOf(const QString &title)
{
    auto *head = new SectionHead(title);
    head->setContentsMargins(0, size::gap, 0, 0);
    return head;
}

} // namespace

OutboxDetail::OutboxDetail(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The operation"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, size::page);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(buildBody());
    column->addStretch(1);
    setWidget(content);
}

QWidget *OutboxDetail::buildHead()
{
    auto *head = new QWidget;
    m_icon = new IconLabel(u"pane-outbox"_s, size::icon);
    m_title = new ElidedLabel(Elide::Prose); // a sentence
    m_title->setTextFont(Text::Title);
    m_state = new TagLabel({});
    m_copy = iconButton(u"copy"_s, tr("Copy the details"));
    m_since = new ElidedLabel(Elide::Prose);
    m_since->setColour(Colour::TextSecondary);
    m_open = new LinkButton({});
    m_noteIcon = new IconLabel(u"pane-outbox"_s, size::inlineIcon);
    m_note = proseLabel();
    m_reason = proseLabel();
    m_first = new LinkButton(tr("Show what comes first"));
    auto *line = new QHBoxLayout;
    line->setSpacing(size::gap);
    line->addWidget(m_icon);
    line->addWidget(m_title);
    line->addWidget(m_state);
    line->addStretch(1);
    line->addWidget(m_copy);
    auto *second = new QHBoxLayout;
    second->setSpacing(size::groupGap);
    second->addWidget(m_since);
    second->addWidget(m_open);
    second->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(size::smallGap);
    words->addWidget(m_note);
    words->addWidget(m_reason);
    auto *first = new QHBoxLayout;
    first->addWidget(m_first);
    first->addStretch(1);
    words->addLayout(first);
    auto *note = new QHBoxLayout;
    note->setSpacing(size::gap);
    note->addWidget(m_noteIcon, 0, Qt::AlignTop);
    note->addLayout(words, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(size::page, size::page, size::page, size::gap);
    column->setSpacing(size::gap);
    column->addLayout(line);
    column->addLayout(second);
    column->addLayout(note);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { copy(); });
    connect(m_open, &QAbstractButton::clicked, this, &OutboxDetail::subjectWanted);
    connect(m_first, &QAbstractButton::clicked, this,
            [this] { Q_EMIT firstWanted(m_entry.behind); });
    return head;
}

QWidget *OutboxDetail::buildBody()
{
    auto *body = new QWidget;
    m_sidesHead = headOf({});
    m_sides = new SidesGrid;
    m_facts = new KeyValueGrid;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(size::page, 0, size::page, 0);
    column->setSpacing(size::gap);
    column->addWidget(m_sidesHead);
    column->addWidget(m_sides);
    column->addWidget(headOf(tr("Details")));
    column->addWidget(m_facts);
    return body;
}

void OutboxDetail::show(const items::OutboxEntry &entry, const items::OutboxBoardPtr &board,
                        const QDateTime &now)
{
    const bool isOther = entry.operation.id != m_entry.operation.id;
    const auto sentence = items::standingSentence(entry, *board);
    // Somebody may be reading it, or be on one of its links.
    if (m_board && entry == m_entry && sentence == m_sentence)
        return;
    m_sentence = sentence;
    m_entry = entry;
    m_board = board;
    m_now = now;
    if (isOther)
        verticalScrollBar()->setValue(0);
    showHead();
    const auto sides = items::sidesOf(m_entry, *m_board);
    m_sidesHead->setTitle(sides.hasTheirs                                   ? tr("What differs")
                              : standingOf(m_entry) == OutboxStanding::Sent ? tr("What was sent")
                                                                            : tr("What is sent"));
    m_sides->show(sides);
    showFacts();
}

void OutboxDetail::showHead()
{
    const auto standing = items::standingOf(m_entry);
    const bool isBad = items::needsPerson(m_entry);
    m_icon->setIconName(standingIcon(int(standing)));
    m_title->setText(items::deedText(m_entry));
    m_state->setText(items::standingText(standing));
    // Its word is what tells; the title gives way instead.
    m_state->setMinimumWidth(m_state->sizeHint().width());
    m_since->setText(
        tr("to %1, since %2")
            .arg(items::accountText(m_entry), asOfText(m_entry.operation.created, m_now)));
    const bool isRequest = !m_entry.request.isNull();
    m_open->setText(isRequest ? tr("Show the request") : tr("Open its page"));
    m_open->setAccessibleName(m_open->text());
    m_open->setVisible(isRequest || !m_entry.subject.isNull());
    m_noteIcon->setIconName(isBad ? u"status-warn"_s : u"pane-outbox"_s);
    m_noteIcon->setColour(isBad ? Colour::StatusWarn : Colour::TextSecondary);
    m_note->setBreakableText(visibleText(m_sentence));
    const auto reason = items::reasonText(m_entry);
    m_reason->setVisible(!reason.isEmpty());
    // While it is tried again, this is of the time before.
    m_reason->setBreakableText(visibleText(standing == OutboxStanding::Sending
                                               ? tr("Last time: %1").arg(reason)
                                               : tr("Reason: %1").arg(reason)));
    m_first->setVisible(standing == OutboxStanding::Behind);
}

void OutboxDetail::showFacts()
{
    const auto &operation = m_entry.operation;
    const auto moment = [](const QDateTime &time) {
        return time.isValid() ? momentText(time) : QString();
    };
    m_facts->clear();
    auto *account = new LinkButton(items::accountText(m_entry));
    account->setShortcut({}); // a name may have a '&'
    account->setAccessibleName(tr("Account: %1").arg(items::accountText(m_entry)));
    account->setEnabled(!m_entry.accountName.isEmpty());
    connect(account, &QAbstractButton::clicked, this, &OutboxDetail::accountWanted);
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(account);
    row->addStretch(1);
    m_facts->addWidget(tr("Account"), place);
    m_facts->add(tr("Done here"), moment(operation.created));
    m_facts->add(tr("Attempts"),
                 operation.attempts == 0 ? tr("none yet") : QLocale().toString(operation.attempts));
    m_facts->add(tr("Last attempt"), moment(operation.sent));
    // While it is being sent, the next attempt is this one.
    if (items::isWaiting(m_entry) && operation.state != domain::OperationState::Sending)
        m_facts->add(tr("Next attempt"),
                     moment(std::max(operation.nextAttempt, operation.notBefore)));
    m_facts->add(tr("Answer"), items::oneLine(operation.errorCode, 200));
    const auto said = items::oneLine(operation.errorText.simplified(), 800);
    if (said != items::plainReason(said))
        m_facts->add(tr("In full"), said);
    m_facts->add(tr("Request id"), items::oneLine(operation.requestId, 400));
    m_facts->add(tr("On the platform"), items::oneLine(operation.nativeId, 400));
    m_facts->add(tr("Object"), items::oneLine(operation.objectId, 400));
    m_facts->add(tr("Key"), idText(operation.key));
}

QString OutboxDetail::notes() const
{
    QString text = m_note->text();
    if (!m_reason->isHidden())
        text += u'\n' + m_reason->text();
    return text.remove(QChar(0x200B));
}

void OutboxDetail::copy() const
{
    if (m_board)
        QGuiApplication::clipboard()->setText(items::reportText(m_entry, *m_board));
}

} // namespace portolan::views::outbox
