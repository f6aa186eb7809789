// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/incidentdetail.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "models/items/qualitytext.h"
#include "views/quality/incidentchart.h"
#include "views/quality/incidentstages.h"
#include "views/quality/incidenttimeline.h"
#include "views/shared/blocks.h"
#include "views/shared/timetext.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int chartMost = 392;
constexpr int sideBySide = 560;
constexpr int checksShown = 6;
constexpr qint64 daysBefore = 14;

Status shapeOf(const items::Incident &incident)
{
    if (!incident.isOpen())
        return Status::Ok;
    return incident.severity == u"severe" ? Status::Breach : Status::Warn;
}

} // namespace

void IncidentDetail::setIncident(const items::Incident &incident, const QList<items::Incident> &all)
{
    const bool other = incident.id != m_incident.id;
    m_incident = incident;
    m_all = all;
    if (other) {
        m_story.reset();
        m_chart->clear();
        verticalScrollBar()->setValue(0);
    }
    showHead();
    showFacts();
    showHits();
    showTimeline();
    loadStory();
}

void IncidentDetail::setBoard(const BoardPtr &board)
{
    m_board = board;
    if (!m_incident.id.isNull())
        showHits();
}

void IncidentDetail::loadStory()
{
    if (m_incident.checks.isEmpty())
        return;
    const auto question = ++m_question;
    const items::Period period{m_incident.opened.addDays(-daysBefore),
                               m_incident.isOpen() ? m_source.now()
                                                   : m_incident.resolved->addSecs(1)};
    onFinished(m_source.check(m_incident.checks.first(), period), this,
               [this, question](Result<items::CheckStory> answer) {
                   if (question != m_question)
                       return;
                   // Without the runs of its check an incident still says what it says.
                   if (!answer)
                       return;
                   m_story = *std::move(answer);
                   m_chart->setStory(*m_story);
                   m_chartHead->setTitle(m_chart->heading());
                   showFacts();
                   showTimeline();
               });
}

void IncidentDetail::showHead()
{
    const auto shape = shapeOf(m_incident);
    m_shape->setIconName(statusIcon(shape));
    m_shape->setColour(shape == Status::Ok           ? Colour::StatusOk
                           : shape == Status::Breach ? Colour::StatusBreach
                                                     : Colour::StatusWarn);
    m_shape->setAccessibleName(items::incidentSeverityText(m_incident.severity));
    m_title->setText(items::oneLine(m_incident.title));
    m_label->setText(m_incident.label);
    m_stages->setState(m_incident.state);
    m_open->setEnabled(!m_incident.asset.isNull());
    m_path->setVisible(!m_incident.asset.isNull());
}

void IncidentDetail::showFacts()
{
    m_sentence->setBreakableText(items::incidentSentence(m_incident, m_all, m_source.now()));
    m_facts->clear();
    if (m_incident.asset.isNull()) {
        m_facts->addLine(tr("Asset"), items::oneLine(m_incident.assetName));
    } else {
        auto *asset = new LinkButton(items::oneLine(m_incident.assetName, 200));
        connect(asset, &QAbstractButton::clicked, this,
                [this] { Q_EMIT openEntity(m_incident.asset); });
        m_facts->addWidget(tr("Asset"), asset);
    }
    auto *checks = new FlowRow;
    for (int i = 0; i < m_incident.checks.size() && i < checksShown; ++i) {
        auto *link = new LinkButton(items::oneLine(m_incident.checkNames.value(i), 120));
        connect(link, &QAbstractButton::clicked, this,
                [this, id = m_incident.checks.at(i)] { Q_EMIT openCheck(id); });
        checks->add(link);
    }
    if (const auto rest = m_incident.checks.size() - checksShown; rest > 0)
        checks->add(new SafeLabel(tr("and %n more", nullptr, static_cast<int>(rest))));
    m_facts->addWidget(tr("Checks"), checks);
    const auto *last = m_story && m_story->check.last ? &*m_story->check.last : nullptr;
    const auto expected = last && !last->expected.isEmpty() ? last->expected
        : m_story                                           ? m_story->check.expected
                                                            : QString();
    if (!expected.isEmpty())
        m_facts->addLine(tr("Expected"), items::oneLine(items::demandLine(expected)), Elide::Prose);
    if (last && !last->observed.isEmpty())
        m_facts->addLine(tr("Actual"),
                         tr("%1, %2 ago")
                             .arg(items::oneLine(items::observedText(last->observed), 120),
                                  items::durationText(last->at.msecsTo(m_source.now()))),
                         Elide::Prose);
    if (last && !last->message.isEmpty())
        m_facts->addLine(tr("Message"), items::oneLine(last->message), Elide::Prose);
    if (m_incident.seen)
        m_facts->addLine(
            tr("Detected"),
            tr("%1 after it began")
                .arg(items::durationText(m_incident.opened.msecsTo(*m_incident.seen))));
    if (!m_incident.ownerName.isEmpty())
        m_facts->addLine(tr("Owner"), items::oneLine(m_incident.ownerName));
    m_facts->addLine(tr("Assigned to"),
                     m_incident.assignee.isEmpty() ? tr("nobody")
                                                   : items::oneLine(m_incident.assignee));
}

void IncidentDetail::showHits()
{
    int others = 0;
    QList<items::HitRow> rows;
    if (m_board)
        rows = items::hitsOf(m_incident, m_all, *m_board, others);
    m_hits.setRows(rows, others);
    const int count = m_hits.rowCount();
    m_table->setVisible(count > 0);
    m_noHits->setVisible(count == 0);
    m_noHits->setText(m_board ? tr("No service level and no failing asset is known below it.")
                              : tr("Being looked up …"));
    fitHits();
    const int row = m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + std::min(count, 8) * row);
}

//! The name has what the other columns leave, and that is at least a quarter.
void IncidentDetail::fitHits()
{
    using Hits = items::IncidentHitModel;
    static constexpr std::pair<int, int> columns[] = {
        {Hits::StateColumn, 116}, {Hits::LevelColumn, 200}, {Hits::OwnerColumn, 176}};
    auto *header = m_table->horizontalHeader();
    for (const auto &[column, usual] : columns) {
        m_table->resizeColumnToContents(column);
        const int wanted = std::max(header->sectionSize(column), usual);
        header->resizeSection(column, std::min(wanted, viewport()->width() / 4));
    }
}

void IncidentDetail::showTimeline()
{
    std::optional<domain::CheckRun> newest;
    if (m_story)
        newest = m_story->check.last;
    m_timeline->setEvents(items::timelineOf(m_incident, m_all, newest), m_source.now());
}

void IncidentDetail::openHit(const QModelIndex &index)
{
    const auto level = index.data(items::IncidentHitModel::LevelRole).toUuid();
    const auto id = index.data(items::IncidentHitModel::IdRole).toUuid();
    const bool ofLevel = index.column() == items::IncidentHitModel::LevelColumn && !level.isNull();
    if (ofLevel)
        Q_EMIT openLevel(level);
    else if (!id.isNull())
        Q_EMIT openEntity(id);
    else if (!level.isNull())
        Q_EMIT openLevel(level);
}

void IncidentDetail::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void IncidentDetail::arrange()
{
    const int width = viewport()->width();
    fitHits();
    const bool beside = width >= std::max(sideBySide, 34 * fontMetrics().averageCharWidth() * 2);
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_chartLine->setVisible(beside);
    m_chartSide->setMaximumWidth(beside ? std::min(chartMost, width * 45 / 100) : QWIDGETSIZE_MAX);
}

} // namespace portolan::views::quality
