// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of one check is put together.
#include "models/domain/query.h"
#include "views/quality/checkchart.h"
#include "views/quality/checkpage.h"
#include "views/quality/leveldelegate.h"
#include "views/shared/blocks.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/rowdelegate.h"
#include "views/shared/timetext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using items::CheckRunModel;

constexpr int pauseMs = 60;
constexpr double zoomStep = 2;

//! Adds shapes to the runs.
class RunLook : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto source = mapToSource(index);
        switch (role) {
        case RowDelegate::StatusRole:
            if (index.column() != CheckRunModel::StatusColumn)
                return {};
            return int(statusOf(domain::RunStatus(source.data(CheckRunModel::StatusRole).toInt())));
        case RowDelegate::SecondaryRole:
            return index.column() == CheckRunModel::ExpectedColumn;
        case RowDelegate::ProseRole:
            return index.column() == CheckRunModel::MessageColumn
                || index.column() == CheckRunModel::ExpectedColumn;
        case Qt::ToolTipRole:
            return index.column() == CheckRunModel::TimeColumn
                ? momentText(source.data(CheckRunModel::TimeRole).toDateTime())
                : QVariant();
        default:
            return QIdentityProxyModel::data(index, role);
        }
    }
};

} // namespace

CheckPage::CheckPage(items::QualitySource &source, QWidget *parent)
    : QualityPage(parent)
    , m_source(source)
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &CheckPage::refresh);
    connect(m_chart, &CheckChart::rangeChanged, this, [this] {
        showRange();
        m_pause.start();
    });
    connect(m_error, &ErrorNote::actionTriggered, this, &CheckPage::refresh);
    connect(m_asset, &QAbstractButton::clicked, this, [this] {
        if (m_story)
            Q_EMIT openEntity(m_story->check.asset);
    });
}

void CheckPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack = new QStackedLayout(this);
    m_content = new QWidget(this);
    m_empty = new EmptyState(this);
    m_empty->hide();
    m_error = new ErrorNote;
    m_split = new QSplitter(Qt::Vertical);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(buildChart());
    m_split->addWidget(buildTable());
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(buildHead());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_split, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
}

QWidget *CheckPage::buildHead()
{
    auto *head = new QWidget;
    m_shape = new IconLabel(statusIcon(Status::Unknown), size::icon, Colour::StatusUnknown);
    m_title = new ElidedLabel(Elide::Name);
    m_title->setTextFont(Text::Title);
    m_state = new ElidedLabel(Elide::Prose);
    m_asset = new LinkButton({});
    m_facts = new ElidedLabel(Elide::Prose);
    m_facts->setColour(Colour::TextSecondary);
    m_figureRow = new FlowRow;
    auto *incidents = new LinkButton(tr("Incidents of this check"));
    connect(incidents, &QAbstractButton::clicked, this, [this] {
        if (m_story)
            Q_EMIT filterRequested(PageKind::Incidents,
                                   u"check:"_s + domain::quotedValue(m_story->check.name));
    });
    auto *lineage = iconButton(u"pane-lineage"_s, tr("Open the asset in lineage"));
    connect(lineage, &QAbstractButton::clicked, this, [this] {
        if (m_story)
            Q_EMIT openInLineage(m_story->check.asset);
    });
    auto *line = new QHBoxLayout;
    line->setSpacing(size::gap);
    line->addWidget(m_shape);
    line->addWidget(m_title);
    line->addWidget(m_state);
    line->addStretch(1);
    line->addWidget(incidents);
    line->addWidget(lineage);
    auto *second = new QHBoxLayout;
    second->setSpacing(size::gap);
    second->addWidget(m_asset);
    second->addWidget(m_facts, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(size::page, size::page, size::page, size::buttonPadding);
    column->setSpacing(size::gap);
    column->addLayout(line);
    column->addLayout(second);
    column->addWidget(m_figureRow);
    return head;
}

QWidget *CheckPage::buildChart()
{
    auto *block = new QWidget;
    m_chart = new CheckChart;
    m_chartHead = new SectionHead(tr("Verdicts, and what was observed"));
    m_chartHead->setContentsMargins(size::page, 0, size::page, 0);
    auto *in = iconButton(u"zoom-in"_s, tr("Zoom in (+)"));
    auto *out = iconButton(u"zoom-out"_s, tr("Zoom out (-)"));
    m_whole = iconButton(u"fit"_s, tr("Show the whole period (0)"));
    connect(in, &QAbstractButton::clicked, m_chart, [this] { m_chart->zoom(zoomStep); });
    connect(out, &QAbstractButton::clicked, m_chart, [this] { m_chart->zoom(1 / zoomStep); });
    connect(m_whole, &QAbstractButton::clicked, m_chart, [this] { m_chart->setRange(m_period); });
    for (auto *button : {in, out, m_whole})
        m_chartHead->addAction(button);
    auto *framed = new QVBoxLayout;
    framed->setContentsMargins(size::page, size::unit, size::page, size::gap);
    framed->addWidget(m_chart);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, size::unit, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chartHead);
    column->addLayout(framed, 1);
    return block;
}

QWidget *CheckPage::buildTable()
{
    auto *block = new QWidget;
    m_tableHead = new SectionHead(tr("Runs"));
    m_tableHead->setContentsMargins(size::page, 0, size::page, 0);
    m_table = new QTableView;
    auto *look = new RunLook(m_table);
    look->setSourceModel(&m_runs);
    m_table->setModel(look);
    dress(m_table, size::treeRow);
    m_table->setAccessibleName(tr("Runs of the check"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setMinimumHeight(4 * size::tableRow);
    auto *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(60);
    header->resizeSection(CheckRunModel::TimeColumn, 168);
    header->resizeSection(CheckRunModel::StatusColumn, 112);
    header->resizeSection(CheckRunModel::ObservedColumn, 112);
    header->resizeSection(CheckRunModel::ExpectedColumn, 184);
    header->resizeSection(CheckRunModel::RowsColumn, 136);
    header->setStretchLastSection(true);
    auto *copy = new QAction(icon(u"copy"_s), tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        auto chosen = m_table->selectionModel()->selectedRows();
        std::sort(chosen.begin(), chosen.end());
        QGuiApplication::clipboard()->setText(m_runs.textOf(chosen));
    });
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_actions.append(copy);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tableHead);
    column->addWidget(m_table, 1);
    return block;
}

} // namespace portolan::views::quality
