// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/overviewtab.h"

#include "models/base/async.h"
#include "models/items/edits.h"
#include "models/items/pagesource.h"
#include "views/product/porttable.h"
#include "views/product/relatedtree.h"
#include "views/product/sidecolumn.h"
#include "views/product/subjects.h"
#include "views/product/usebox.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/safemarkdownview.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

// A snippet names a few columns: of a large object no more are fetched into memory for it.
constexpr qsizetype snippetFields = 64;

} // namespace

OverviewTab::OverviewTab(items::PageSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_scroll(new QScrollArea(this))
    , m_description(new SafeMarkdownView)
    , m_noDescription(new SafeLabel)
    , m_stuck(new QWidget)
    , m_stuckText(new SafeLabel)
    , m_waiting(new SafeLabel)
    , m_undo(new LinkButton(tr("Undo")))
    , m_edit(new LinkButton(tr("Edit description…")))
    , m_use(new UseBox)
    , m_related(new RelatedTree)
    , m_side(new SideColumn(this))
{
    m_scroll->setWidget(buildContent());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_split = new SideSplit(m_scroll, m_side, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_split);
    for (const auto &block : std::as_const(m_ports)) {
        connect(block.table, &PortTable::openRequested, this, &OverviewTab::openRequested);
    }
    connect(m_ports.first().table, &PortTable::portChosen, this, &OverviewTab::choosePort);
    connect(m_related, &RelatedTree::openRequested, this, &OverviewTab::openRequested);
    connect(m_side, &SideColumn::openRequested, this, &OverviewTab::openRequested);
    connect(m_side, &SideColumn::queryRequested, this, &OverviewTab::queryRequested);
}

QWidget *OverviewTab::buildContent()
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, size::page, 0, size::page);
    column->setSpacing(size::smallGap);

    const auto addPadded = [column](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(size::page, 0, size::page, 0);
        row->addWidget(widget);
        column->addLayout(row);
        return row;
    };
    m_description->setMaximumWidth(size::proseMost);
    m_description->setAccessibleName(tr("Description"));
    auto *prose = addPadded(m_description);
    prose->setStretch(0, 1000);
    prose->addStretch(1);
    m_noDescription->setForegroundRole(QPalette::PlaceholderText);
    m_noDescription->setText(tr("Nobody has described this yet."));
    addPadded(m_noDescription);
    auto *stuck = new QHBoxLayout(m_stuck);
    stuck->setContentsMargins(0, 0, 0, 0);
    stuck->setSpacing(size::gap);
    stuck->addWidget(new IconLabel(u"status-warn"_s, size::inlineIcon, Colour::StatusWarn));
    stuck->addWidget(m_stuckText);
    auto *open = new LinkButton(tr("Open the outbox"));
    connect(open, &QAbstractButton::clicked, this, &OverviewTab::outboxWanted);
    stuck->addWidget(open);
    stuck->addStretch(1);
    m_stuck->hide();
    addPadded(m_stuck);
    m_waiting->setTextFont(Text::Small);
    m_waiting->setForegroundRole(QPalette::PlaceholderText);
    auto *editing = addPadded(m_waiting);
    editing->setSpacing(size::groupGap);
    editing->addWidget(m_undo);
    editing->addWidget(m_edit);
    editing->addStretch(1);
    m_undo->setAccessibleName(tr("Take the edit back"));
    for (auto *link : {m_undo, m_edit})
        link->hide();
    connect(m_undo, &QAbstractButton::clicked, this, &OverviewTab::undoWanted);
    connect(m_edit, &QAbstractButton::clicked, this, &OverviewTab::editWanted);
    column->addSpacing(size::gap);

    using Direction = items::PortModel::Direction;
    m_ports = {buildPorts(int(Direction::Output), tr("Output ports"), content),
               buildPorts(int(Direction::Input), tr("Input ports"), content),
               buildPorts(int(Direction::Management), tr("Management ports"), content)};
    for (const auto &block : std::as_const(m_ports)) {
        column->addWidget(block.head);
        column->addWidget(block.table);
    }
    addPadded(m_use);
    auto *relatedHead = new QWidget(content);
    auto *headRow = new QHBoxLayout(relatedHead);
    headRow->setContentsMargins(size::page, size::gap, size::page, 0);
    headRow->addWidget(new SectionHead(tr("Related"), relatedHead));
    m_relatedHead = relatedHead;
    column->addWidget(m_relatedHead);
    column->addWidget(m_related);
    column->addStretch(1);
    return content;
}

OverviewTab::PortBlock OverviewTab::buildPorts(int direction, const QString &title,
                                               QWidget *content)
{
    auto *head = new QWidget(content);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::page, size::gap, size::page, 0);
    row->addWidget(new SectionHead(title, head));
    return {head, new PortTable(items::PortModel::Direction(direction), content)};
}

void OverviewTab::offerEdit(bool isEditable, bool isUndoable)
{
    m_edit->setVisible(isEditable);
    m_undo->setVisible(isUndoable);
}

void OverviewTab::sayStuck(const QString &text)
{
    m_stuckText->setText(text);
    m_stuck->setVisible(!text.isEmpty());
}

QUuid OverviewTab::focusedPort() const
{
    const auto *table = m_ports.first().table;
    return table->hasFocus() ? table->currentPort() : QUuid();
}

void OverviewTab::setNames(ThingPart *names)
{
    m_side->setNames(names);
}

void OverviewTab::setDossier(const items::Dossier &dossier)
{
    m_dossier = dossier;
    const auto &description = dossier.page.merged.description.isEmpty()
        ? dossier.page.entity.description
        : dossier.page.merged.description;
    m_description->setDescription(description);
    m_description->setVisible(!description.isEmpty());
    m_noDescription->setVisible(description.isEmpty());
    m_waiting->setText(items::waitingText(dossier.page));
    m_waiting->setVisible(!m_waiting->text().isEmpty());
    for (const auto &block : std::as_const(m_ports)) {
        block.table->setDossier(dossier);
        block.head->setVisible(!block.table->isEmpty());
        block.table->setVisible(!block.table->isEmpty());
    }
    m_related->setGroups(dossier.groups());
    m_related->setVisible(!m_related->isEmpty());
    m_relatedHead->setVisible(!m_related->isEmpty());
    m_side->setDossier(dossier);
    if (!m_port.isNull())
        m_ports.first().table->selectPort(m_port);
    // The first output is what "Use it" speaks of until another one is chosen.
    m_ports.first().table->selectPort(m_ports.first().table->currentPort());
    choosePort(m_ports.first().table->currentPort());
}

void OverviewTab::choosePort(const QUuid &port)
{
    m_port = port;
    const auto subject = subjectOf(m_dossier, port);
    const auto question = ++m_question;
    if (subject.asset.isNull() || m_fields.contains(subject.asset)) {
        makeSnippets();
        return;
    }
    makeSnippets();
    onFinished(m_source.fields(subject.asset), this,
               [this, question, asset = subject.asset](Result<QList<domain::Field>> answer) {
                   if (!answer)
                       return;
                   m_fields.insert(asset, answer->first(std::min(answer->size(), snippetFields)));
                   if (question == m_question)
                       makeSnippets();
               });
}

void OverviewTab::makeSnippets()
{
    auto subject = subjectOf(m_dossier, m_port);
    subject.snippet.fields = m_fields.value(subject.asset);
    auto snippets = items::snippetsFor(subject.snippet);
    m_use->setSnippets(snippets);
    if (snippets == m_snippets)
        return;
    m_snippets = std::move(snippets);
    Q_EMIT snippetsChanged();
}

QVariantMap OverviewTab::saveState() const
{
    return {{u"split"_s, m_split->saveState()},
            {u"port"_s, m_port.toString(QUuid::WithoutBraces)},
            {u"use"_s, int(m_use->kind())},
            {u"scroll"_s, m_scroll->verticalScrollBar()->value()}};
}

void OverviewTab::restoreState(const QVariantMap &state)
{
    m_split->restoreState(state.value(u"split"_s).toMap());
    m_use->setKind(items::SnippetKind(
        std::clamp(state.value(u"use"_s).toInt(), 0, int(items::SnippetKind::Stream))));
    m_ports.first().table->selectPort(QUuid(state.value(u"port"_s).toString()));
    m_scroll->verticalScrollBar()->setValue(state.value(u"scroll"_s).toInt());
}

} // namespace portolan::views::product
