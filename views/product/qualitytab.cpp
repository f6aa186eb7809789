// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/qualitytab.h"

#include "models/base/identity.h"
#include "models/items/displaytext.h"
#include "models/items/slotext.h"
#include "views/product/aspects.h"
#include "views/shared/blocks.h"
#include "views/shared/rowdelegate.h"

#include <QHeaderView>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

using items::CheckListModel;
using items::IncidentTableModel;
using items::ServiceLevelModel;

constexpr int mostRows = 12;

using views::statusOf;

Status statusOf(domain::RunStatus status)
{
    switch (status) {
    case domain::RunStatus::Pass:
        return Status::Ok;
    case domain::RunStatus::Warn:
        return Status::Warn;
    case domain::RunStatus::Fail:
    case domain::RunStatus::Error:
        return Status::Breach;
    case domain::RunStatus::Skipped:
    case domain::RunStatus::Unknown:
        break;
    }
    return Status::Unknown;
}

QVariant levelLook(const QModelIndex &source, int role)
{
    if (role == RowDelegate::StatusRole && source.column() == ServiceLevelModel::State)
        return int(statusOf(domain::SloState(source.data(ServiceLevelModel::StateRole).toInt())));
    // Of one product, all have its name: what tells them apart is what they measure.
    if (role == Qt::DisplayRole && source.column() == ServiceLevelModel::Level)
        return items::capitalised(source.data(ServiceLevelModel::DimensionRole).toString());
    if (role == RowDelegate::ProseRole)
        return source.column() == ServiceLevelModel::RunsOut;
    return {};
}

QVariant checkLook(const QModelIndex &source, int role)
{
    if (role == RowDelegate::StatusRole && source.column() == CheckListModel::State)
        return int(statusOf(domain::RunStatus(source.data(CheckListModel::StatusRole).toInt())));
    if (role == RowDelegate::SecondaryRole)
        return source.column() == CheckListModel::LastRun;
    return {};
}

QVariant incidentLook(const QModelIndex &source, int role)
{
    if (role == RowDelegate::StatusRole && source.column() == IncidentTableModel::SeverityColumn)
        return int(source.data(IncidentTableModel::SeverityRole).toString() == u"severe"
                       ? Status::Breach
                       : Status::Warn);
    if (role == RowDelegate::EmphasisRole || role == RowDelegate::ProseRole)
        return source.column() == IncidentTableModel::TitleColumn;
    if (role == RowDelegate::SecondaryRole)
        return source.column() == IncidentTableModel::AgeColumn;
    return {};
}

void fit(QTableView *table, const QList<int> &shown, int stretched)
{
    auto *header = table->horizontalHeader();
    header->setMinimumSectionSize(60);
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        const bool on = shown.contains(column);
        table->setColumnHidden(column, !on);
        header->setSectionResizeMode(
            column, column == stretched ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    const int row = table->verticalHeader()->defaultSectionSize();
    const int rows = std::clamp(table->model()->rowCount(), 1, mostRows);
    table->setFixedHeight(header->sizeHint().height() + rows * row + 2);
}

} // namespace

QualityTab::QualityTab(QWidget *parent)
    : QWidget(parent)
{
    build();
    connect(m_error, &ErrorNote::actionTriggered, &m_loader, &items::MeasureLoader::refresh);
    connect(&m_loader, &items::MeasureLoader::loaded, this, &QualityTab::take);
    connect(&m_loader, &items::MeasureLoader::failed, this, &QualityTab::fail);
}

void QualityTab::setSource(items::QualitySource *source)
{
    m_loader.setSource(source);
}

void QualityTab::setDossier(const items::Dossier &dossier)
{
    QSet<QUuid> ids{dossier.page.entity.id};
    for (const auto &object : dossier.objects())
        ids.insert(object.asset);
    for (auto near = dossier.near.begin(); near != dossier.near.end(); ++near)
        ids.insert(near.key());
    m_name = dossier.page.entity.label();
    if (ids == m_ids)
        return;
    m_ids = ids;
    m_loader.refresh();
}

void QualityTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_loader.setLookedAt(true);
}

void QualityTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_loader.setLookedAt(false);
}

//! Once: nobody follows a sync for a number beside a name.
void QualityTab::pageShown()
{
    if (!m_scope || isVisible())
        return;
    m_loader.setLookedAt(true);
    m_loader.setLookedAt(false);
}

void QualityTab::fail(const Error &error)
{
    m_error->report(tr("The quality could not be read."), error, tr("Try again"));
    m_scroll->setVisible(m_scope.has_value());
    m_stack->setCurrentIndex(0);
}

void QualityTab::take(const items::QualityBoard &board, const QList<items::Incident> &incidents)
{
    m_error->hide();
    m_scroll->show();
    m_scope = items::scopeOf(board, incidents, m_ids);
    m_levelModel.show(std::make_shared<items::QualityBoard>(m_scope->board));
    m_checkModel.show(std::make_shared<items::QualityBoard>(m_scope->board));
    m_incidentModel.setIncidents(m_scope->incidents, m_loader.now());
    showScope();
    Q_EMIT scopeChanged();
}

QString QualityTab::note() const
{
    return m_scope && !m_scope->incidents.isEmpty()
        ? QLocale().toString(static_cast<int>(m_scope->incidents.size()))
        : QString();
}

void QualityTab::showScope()
{
    if (m_scope->isEmpty()) {
        m_empty->explain(
            u"pane-quality"_s, tr("Nothing is measured here yet"),
            tr("Add quality rules or service levels to the contract, or bring results of dbt, "
               "Great Expectations, Soda or OpenLineage into the workspace: they appear here with "
               "the next sync."),
            tr("Open accounts"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentIndex(0);
    const auto worst = m_scope->worst();
    m_state->setVisible(worst.has_value());
    if (worst)
        m_state->setStatus(statusOf(*worst), items::stateText(*worst));
    const auto &totals = m_scope->board.totals;
    QStringList facts;
    if (!m_scope->board.levels.isEmpty())
        facts.append(items::countsText(m_scope->board.levels));
    facts.append(tr("%n open incident(s)", nullptr, static_cast<int>(m_scope->incidents.size())));
    facts.append(
        tr("%1 of %n check(s) pass", nullptr, static_cast<int>(m_scope->board.checks.size()))
            .arg(QLocale().toString(totals.good())));
    m_summary->setText(facts.join(u"  ·  "_s));
    using Level = ServiceLevelModel;
    fit(m_levels,
        {Level::State, Level::Level, Level::Target, Level::Sli, Level::Budget, Level::RunsOut},
        Level::Level);
    using Check = CheckListModel;
    fit(m_checks,
        {Check::State, Check::Check, Check::Asset, Check::Dimension, Check::Expected,
         Check::Observed, Check::LastRun},
        Check::Check);
    using Incident = IncidentTableModel;
    fit(m_incidents,
        {Incident::TitleColumn, Incident::SeverityColumn, Incident::StateColumn,
         Incident::AssigneeColumn, Incident::AgeColumn},
        Incident::TitleColumn);
    QTableView *const tables[] = {m_levels, m_incidents, m_checks};
    for (int i = 0; i < 3; ++i) {
        const int rows = tables[i]->model()->rowCount();
        tables[i]->setVisible(rows > 0);
        m_none[i]->setVisible(rows == 0);
        m_heads[i]->setNote(rows > 0 ? QLocale().toString(rows) : QString());
    }
}

void QualityTab::build()
{
    m_stack = new QStackedLayout(this);
    auto *content = new QWidget;
    m_empty = new EmptyState;
    m_error = new ErrorNote;
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    inner->setBackgroundRole(QPalette::Base);
    inner->setAutoFillBackground(true);
    m_state = new StatusLabel(Status::Unknown, {});
    m_summary = new SafeLabel;
    m_summary->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::page, size::page, size::page, size::gap);
    head->setSpacing(size::groupGap);
    head->addWidget(m_state);
    head->addWidget(m_summary, 1);
    m_levels = addTable(tr("Service levels"), *new Aspects(m_levelModel, levelLook, this),
                        u"slo:"_s, ServiceLevelModel::IdRole);
    m_incidents = addTable(tr("Open incidents"), *new Aspects(m_incidentModel, incidentLook, this),
                           u"incident:"_s, IncidentTableModel::IdRole);
    m_checks = addTable(tr("Checks"), *new Aspects(m_checkModel, checkLook, this), u"check:"_s,
                        CheckListModel::IdRole);
    const QString none[] = {tr("No service level is declared for it. Service levels come from the "
                               "contract (slaProperties) or from OpenSLO files."),
                            tr("Nothing is broken."),
                            tr("No check looks at it. The coverage page of the quality pane says "
                               "which fields deserve one.")};
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, size::page);
    column->setSpacing(0);
    column->addLayout(head);
    QTableView *const tables[] = {m_levels, m_incidents, m_checks};
    for (int i = 0; i < 3; ++i) {
        m_heads[i] = new SectionHead(tables[i]->accessibleName());
        m_heads[i]->setContentsMargins(size::page, 0, size::page, 0);
        m_none[i] = new SafeLabel(none[i]);
        m_none[i]->setWordWrap(true);
        m_none[i]->setForegroundRole(QPalette::PlaceholderText);
        m_none[i]->setContentsMargins(size::page, 0, size::page, size::gap);
        column->addWidget(new Line(Qt::Horizontal));
        column->addWidget(m_heads[i]);
        column->addWidget(tables[i]);
        column->addWidget(m_none[i]);
        column->addSpacing(size::gap);
    }
    column->addStretch(1);
    m_scroll->setWidget(inner);
    m_scroll->hide();
    auto *all = new QVBoxLayout(content);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_error);
    all->addWidget(m_scroll, 1);
    all->addStretch(0);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { Q_EMIT qualityRequested(u"accounts"_s); });
}

QTableView *QualityTab::addTable(const QString &name, QAbstractItemModel &model,
                                 const QString &kind, int idRole)
{
    auto *table = new QTableView;
    table->setModel(&model);
    dress(table);
    table->setAccessibleName(name);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(table, &QAbstractItemView::activated, this,
            [this, kind, idRole](const QModelIndex &index) {
                Q_EMIT qualityRequested(kind + idText(index.data(idRole).toUuid()));
            });
    return table;
}

} // namespace portolan::views::product
