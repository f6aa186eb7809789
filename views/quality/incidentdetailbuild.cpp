// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of one incident is put together.
#include "models/items/incidenttext.h"
#include "views/quality/incidentchart.h"
#include "views/quality/incidentdetail.h"
#include "views/quality/incidentstages.h"
#include "views/quality/incidenttimeline.h"
#include "views/quality/leveldelegate.h"
#include "views/shared/blocks.h"
#include "views/shared/iconbutton.h"
#include "views/shared/rowdelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using items::IncidentHitModel;

//! Adds shapes and colours to what is hit.
class HitLook : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto source = mapToSource(index);
        const bool rest = !source.data(IncidentHitModel::StateRole).isValid();
        switch (role) {
        case RowDelegate::StatusRole:
            if (index.column() != IncidentHitModel::StateColumn || rest)
                return {};
            if (source.data(IncidentHitModel::FailsRole).toBool())
                return int(Status::Breach);
            return int(
                statusOf(domain::SloState(source.data(IncidentHitModel::StateRole).toInt())));
        case RowDelegate::SecondaryRole:
            return rest || index.column() == IncidentHitModel::OwnerColumn;
        case RowDelegate::LinkRole:
            return index.column() == IncidentHitModel::LevelColumn
                && !source.data(IncidentHitModel::LevelRole).toUuid().isNull();
        default:
            return QIdentityProxyModel::data(index, role);
        }
    }
};

} // namespace

IncidentDetail::IncidentDetail(items::QualitySource &source, QWidget *parent)
    : QScrollArea(parent)
    , m_source(source)
    , m_menu(new QMenu(this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The incident"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(buildFacts());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(buildHits());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(buildTimeline());
    column->addStretch(1);
    setWidget(content);
}

QWidget *IncidentDetail::buildHead()
{
    auto *head = new QWidget;
    m_shape = new IconLabel(statusIcon(Status::Breach), size::icon, Colour::StatusBreach);
    m_title = new ElidedLabel(Elide::Prose);
    m_title->setTextFont(Text::Title);
    m_label = new SafeLabel;
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_label->setSelectable(true);
    m_open = iconButton(u"open-external"_s, tr("Open the asset"));
    connect(m_open, &QAbstractButton::clicked, this,
            [this] { Q_EMIT openEntity(m_incident.asset); });
    auto *copy = iconButton(u"copy"_s, tr("Copy the facts"));
    connect(copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(items::incidentText(m_incident)); });
    m_more = iconButton(u"more"_s, tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_stages = new IncidentStages;
    auto *line = new QHBoxLayout;
    line->setSpacing(size::gap);
    line->addWidget(m_shape);
    line->addWidget(m_title, 0);
    line->addWidget(m_label);
    line->addStretch(1);
    for (auto *button : {m_open, copy, m_more})
        line->addWidget(button);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(size::page, size::page, size::page, size::buttonPadding);
    column->setSpacing(size::buttonPadding);
    column->addLayout(line);
    column->addWidget(m_stages);
    return head;
}

QWidget *IncidentDetail::buildFacts()
{
    auto *both = new QWidget;
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, both);
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(0);
    auto *broke = new QWidget;
    auto *title = new SafeLabel(tr("What broke"));
    title->setTextFont(Text::Small, true);
    title->setForegroundRole(QPalette::PlaceholderText);
    m_sentence = new SafeLabel;
    m_sentence->setWordWrap(true);
    m_sentence->setSelectable(true);
    m_facts = new KeyValueGrid;
    auto *column = new QVBoxLayout(broke);
    column->setContentsMargins(size::page, size::buttonPadding, size::page, size::buttonPadding);
    column->setSpacing(size::gap);
    column->addWidget(title);
    column->addWidget(m_sentence);
    column->addSpacing(size::unit);
    column->addWidget(m_facts);
    column->addStretch(1);
    m_chartSide = new QWidget;
    m_chartHead = new SectionHead(tr("Newest runs"));
    m_chartHead->setContentsMargins(size::page, 0, size::page, 0);
    auto *table = iconButton(u"view-table"_s, tr("Open the check: all runs as chart and table"));
    connect(table, &QAbstractButton::clicked, this, [this] {
        if (!m_incident.checks.isEmpty())
            Q_EMIT openCheck(m_incident.checks.first());
    });
    m_chartHead->addAction(table);
    m_chart = new IncidentChart;
    auto *framed = new QVBoxLayout;
    framed->setContentsMargins(size::page, 0, size::page, size::buttonPadding);
    framed->addWidget(m_chart);
    auto *right = new QVBoxLayout(m_chartSide);
    right->setContentsMargins(0, size::unit, 0, 0);
    right->setSpacing(size::gap);
    right->addWidget(m_chartHead);
    right->addLayout(framed);
    right->addStretch(1);
    m_chartLine = new Line(Qt::Vertical);
    m_sides->addWidget(broke, 5);
    m_sides->addWidget(m_chartLine);
    m_sides->addWidget(m_chartSide, 4);
    return both;
}

QWidget *IncidentDetail::buildHits()
{
    auto *block = new QWidget;
    auto *head = new SectionHead(tr("Who is hit"));
    head->setContentsMargins(size::page, 0, size::page, 0);
    m_path = new LinkButton(tr("Show path in lineage"));
    connect(m_path, &QAbstractButton::clicked, this,
            [this] { Q_EMIT openInLineage(m_incident.asset); });
    head->addAction(m_path);
    m_table = new QTableView;
    auto *look = new HitLook(m_table);
    look->setSourceModel(&m_hits);
    m_table->setModel(look);
    dress(m_table, size::treeRow);
    m_table->setAccessibleName(tr("Who is hit"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(IncidentHitModel::NameColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(60);
    connect(m_table, &QAbstractItemView::activated, this, &IncidentDetail::openHit);
    m_noHits = new SafeLabel;
    m_noHits->setWordWrap(true);
    m_noHits->setForegroundRole(QPalette::PlaceholderText);
    m_noHits->setContentsMargins(size::page, 0, size::page, size::buttonPadding);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_table);
    column->addWidget(m_noHits);
    return block;
}

QWidget *IncidentDetail::buildTimeline()
{
    auto *block = new QWidget;
    m_timeline = new IncidentTimeline;
    connect(m_timeline, &IncidentTimeline::incidentWanted, this, &IncidentDetail::incidentWanted);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new SectionHead(tr("Timeline"));
    head->setContentsMargins(size::page, 0, size::page, 0);
    column->addWidget(head);
    column->addWidget(m_timeline);
    return block;
}

void IncidentDetail::setMenu(const QList<QAction *> &actions)
{
    m_menu->clear();
    m_menu->addActions(actions);
}

} // namespace portolan::views::quality
