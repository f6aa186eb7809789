// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of one request is put together.
#include "views/access/casedetail.h"
#include "views/access/casehistory.h"
#include "views/access/celltable.h"
#include "views/access/verdictrows.h"
#include "views/shared/blocks.h"
#include "views/shared/iconbutton.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

SectionHead *headOf(const QString &title)
{
    auto *head = new SectionHead(title);
    head->setContentsMargins(size::page, size::unit, size::page, 0);
    return head;
}

} // namespace

CaseDetail::CaseDetail(bool isReview, QWidget *parent)
    : QScrollArea(parent)
    , m_isReview(isReview)
{
    setFrameShape(QFrame::StyledPanel); // painted while it has the focus
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The request"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sides->setSpacing(0);
    m_sides->addWidget(buildLeft(), 1);
    m_divide = new Line(Qt::Vertical);
    m_sides->addWidget(m_divide);
    m_right = buildRight();
    m_sides->addWidget(m_right);
    column->addLayout(m_sides, 1);
    setWidget(content);
}

QWidget *CaseDetail::buildHead()
{
    auto *head = new QWidget;
    m_icon = new IconLabel(u"kind-request"_s, size::icon);
    m_title = new ElidedLabel(Elide::Prose); // a sentence
    m_title->setTextFont(Text::Title);
    m_label = new SafeLabel;
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_label->setSelectable(true);
    m_label->setFocusPolicy(Qt::ClickFocus);
    m_state = new TagLabel({});
    auto *copy = iconButton(u"copy"_s, tr("Copy the label"));
    connect(copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_label->text()); });
    auto *lineage = iconButton(u"pane-lineage"_s, tr("Open in lineage"));
    connect(lineage, &QAbstractButton::clicked, this, [this, lineage] { chooseLineage(lineage); });
    auto *line = new QHBoxLayout;
    line->setSpacing(size::gap);
    line->addWidget(m_icon);
    line->addWidget(m_title);
    line->addWidget(m_label);
    line->addWidget(m_state);
    line->addStretch(1);
    line->addWidget(lineage);
    line->addWidget(copy);
    m_who = new ElidedLabel(Elide::Name);
    m_who->setIconName(u"kind-person"_s);
    m_sent = new ElidedLabel(Elide::Prose);
    m_sent->setColour(Colour::TextSecondary);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(size::groupGap);
    facts->addWidget(m_who);
    facts->addWidget(m_sent);
    facts->addStretch(1);
    // In a narrow window the policies stand far below.
    m_headSum = new StatusLabel(Status::Unknown, {});
    m_headSum->hide();
    facts->addWidget(m_headSum);
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(0);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, size::page, 0, 0);
    column->setSpacing(size::gap);
    for (auto *row : {line, facts}) {
        row->setContentsMargins(size::page, 0, size::page, 0);
        column->addLayout(row);
    }
    column->addLayout(m_notes);
    column->addWidget(new Line(Qt::Horizontal));
    return head;
}

QWidget *CaseDetail::buildLeft()
{
    auto *left = new QWidget;
    m_why = new SafeLabel;
    m_why->setWordWrap(true);
    m_why->setSelectable(true);
    m_why->setFocusPolicy(Qt::ClickFocus);
    m_why->setContentsMargins(size::page, 0, size::page, size::gap);
    m_facts = new KeyValueGrid;
    m_facts->setContentsMargins(size::page, 0, size::page, size::buttonPadding);
    m_ports = new CellTable(tr("Ports"));
    connect(&m_ports->cells(), &CellModel::ticksChanged, this, &CaseDetail::ticksChanged);
    connect(m_ports, &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto item = m_case.request.items.value(index.row());
        const auto id = m_board->names.value(item.product).id;
        if (!id.isNull())
            Q_EMIT openEntity(id);
    });
    m_fieldsHead = headOf(tr("Classified fields"));
    m_fields = new CellTable(tr("Classified fields"));
    m_noFields = new SafeLabel;
    m_noFields->setWordWrap(true);
    m_noFields->setForegroundRole(QPalette::PlaceholderText);
    m_noFields->setContentsMargins(size::page, 0, size::page, size::gap);
    m_history = new CaseHistory;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, size::unit, 0, 0);
    column->setSpacing(0);
    column->addWidget(headOf(tr("Justification")));
    column->addWidget(m_why);
    column->addWidget(m_facts);
    column->addWidget(new Line(Qt::Horizontal));
    // Of what is asked for, the fields that need care come first.
    column->addWidget(m_fieldsHead);
    column->addWidget(m_fields);
    column->addWidget(m_noFields);
    column->addWidget(headOf(tr("Ports")));
    column->addWidget(m_ports);
    column->addWidget(headOf(tr("History")));
    column->addWidget(m_history);
    column->addStretch(1);
    return left;
}

QWidget *CaseDetail::buildRight()
{
    auto *right = new QWidget;
    auto *head = headOf(tr("What the policies say"));
    m_sum = new StatusLabel(Status::Unknown, {});
    head->addAction(m_sum);
    m_noVerdicts = new SafeLabel(tr("The request carries no verdicts of policies."));
    m_noVerdicts->setWordWrap(true);
    m_noVerdicts->setForegroundRole(QPalette::PlaceholderText);
    m_noVerdicts->setContentsMargins(size::page, 0, size::page, size::gap);
    m_rows = new VerdictRows(m_verdicts, false);
    m_holders = new QVBoxLayout;
    m_holders->setSpacing(0);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, size::unit, 0, size::page);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_noVerdicts);
    column->addWidget(m_rows);
    column->addLayout(m_holders);
    column->addWidget(buildDownstream());
    column->addStretch(1);
    return right;
}

QWidget *CaseDetail::buildDownstream()
{
    m_downstream = new QWidget;
    m_dependantRows = new QVBoxLayout;
    m_dependantRows->setContentsMargins(0, 0, 0, 0);
    m_dependantRows->setSpacing(0);
    auto *column = new QVBoxLayout(m_downstream);
    column->setContentsMargins(0, size::buttonPadding, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(headOf(tr("What depends on it")));
    column->addLayout(m_dependantRows);
    m_downstream->hide();
    return m_downstream;
}

} // namespace portolan::views::access
