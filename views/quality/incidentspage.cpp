// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/incidentspage.h"

#include "models/base/async.h"
#include "models/items/catalogexport.h"
#include "models/items/incidentevidence.h"
#include "models/items/incidentfilter.h"
#include "models/items/incidenttext.h"
#include "views/quality/incidentdetail.h"
#include "views/quality/incidentlist.h"
#include "views/quality/incidentstages.h"
#include "views/shared/blocks.h"
#include "views/shared/keybutton.h"

#include <QEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int listWidth = 472;

} // namespace

QString IncidentsPage::title() const
{
    return tr("Incidents");
}

std::optional<qint64> IncidentsPage::count() const
{
    return m_loaded ? std::optional<qint64>(m_model.openCount()) : std::nullopt;
}

void IncidentsPage::setPeriod(const items::Period &period)
{
    if (period == m_period)
        return;
    m_period = period;
    refresh();
}

void IncidentsPage::setFilter(const QString &filter)
{
    const auto id = m_list->currentIncident();
    const int row = m_list->currentIndex().row();
    m_filter = filter;
    m_model.setFilter(filter);
    keepPlace(id, row);
    showState();
    showBar();
}

void IncidentsPage::setBoard(const BoardPtr &board)
{
    m_board = board;
    m_detail->setBoard(board);
}

void IncidentsPage::showThing(const QUuid &id)
{
    m_wanted = id;
    if (m_loaded && m_list->choose(id)) {
        m_wanted = {};
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

QUuid IncidentsPage::thing() const
{
    return m_list->currentIncident();
}

void IncidentsPage::refresh()
{
    const auto question = ++m_question;
    onFinished(m_source.incidents(m_period), this,
               [this, question](Result<QList<items::Incident>> answer) {
                   if (question == m_question)
                       take(std::move(answer));
               });
}

void IncidentsPage::take(Result<QList<items::Incident>> answer)
{
    if (!answer) {
        // What was read before stays below the note.
        m_error->report(tr("The incidents could not be read."), answer.error(), tr("Try again"));
        if (!m_loaded) {
            m_empty->setVisible(false);
            m_stack->setCurrentWidget(m_content);
            m_split->setVisible(false);
        }
        return;
    }
    m_error->hide();
    m_split->setVisible(true);
    m_loaded = true;
    const auto id = m_list->currentIncident();
    const int row = m_list->currentIndex().row();
    const auto means = items::meanTimesText(items::meanTimesOf(*answer, m_period));
    m_means->setText(means);
    m_means->setVisible(!means.isEmpty());
    m_model.setIncidents(*std::move(answer), m_source.now());
    if (!m_wanted.isNull() && m_list->choose(m_wanted))
        m_wanted = {};
    else
        keepPlace(id, row);
    showState();
    showCurrent();
    showBar();
    Q_EMIT titleChanged();
}

//! The current incident stays where it is; when it is gone, the one that took its place is next.
void IncidentsPage::keepPlace(const QUuid &incident, int row)
{
    if (incident.isNull() && m_list->currentIndex().isValid())
        return; // on a head
    auto index = m_model.indexOf(incident);
    if (!index.isValid())
        index = m_model.next(std::max(0, row) - 1, 1);
    if (!index.isValid())
        index = m_model.next(m_model.rowCount(), -1);
    if (index.isValid() && index != m_list->currentIndex())
        m_list->setCurrentIndex(index);
}

void IncidentsPage::showState()
{
    if (!m_loaded)
        return;
    if (m_model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_content);
        return;
    }
    if (m_model.incidents().isEmpty())
        m_empty->explain(u"status-ok"_s, tr("No incidents"),
                         tr("No check fails, and none was resolved in this period. An incident "
                            "opens by itself when a check of an asset fails."));
    else
        m_empty->explain(u"filter"_s, tr("No incident matches"),
                         tr("%n incident(s) are known, none of them is what the filter asks for.",
                            nullptr, static_cast<int>(m_model.incidents().size())),
                         tr("Show all"));
    // The line with Undo stays reachable: it may be why the list is empty.
    m_stack->setCurrentWidget(
        m_undoLink->isVisibleTo(m_content) && !m_model.incidents().isEmpty() ? m_content : m_empty);
}

void IncidentsPage::showCurrent()
{
    const auto id = m_list->currentIncident();
    const auto *incident = m_model.incident(id.isNull() ? m_detail->incident().id : id);
    if (incident) {
        m_detail->setIncident(*incident, m_model.incidents());
        m_right->setCurrentWidget(m_detail);
    } else {
        m_nothing->explain(u"kind-incident"_s, tr("Nothing is chosen"),
                           tr("Choose an incident in the list: J goes to the next one, K to the "
                              "one before."));
        m_right->setCurrentWidget(m_nothing);
    }
}

QByteArray IncidentsPage::csv() const
{
    using items::csvCell;
    QStringList lines{u"id,label,state,severity,asset,checks,domain,owner,assignee,opened,"
                      "acknowledged,resolved,root"_s};
    const auto timeOf = [](const std::optional<QDateTime> &time) {
        return time ? time->toUTC().toString(Qt::ISODate) : QString();
    };
    for (const auto &incident : m_model.incidents()) {
        if (!items::incidentMatches(incident, m_filter, m_source.now()))
            continue;
        const QStringList cells{incident.id.toString(QUuid::WithoutBraces),
                                incident.label,
                                items::incidentStateWord(incident.state),
                                incident.severity,
                                csvCell(incident.assetName),
                                csvCell(incident.checkNames.join(u"; "_s)),
                                csvCell(incident.domain.join(u'/')),
                                csvCell(incident.ownerName),
                                csvCell(incident.assignee),
                                timeOf(incident.opened),
                                timeOf(incident.acknowledged),
                                timeOf(incident.resolved),
                                csvCell(incident.rootName)};
        lines.append(cells.join(u','));
    }
    return (lines.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

QVariantMap IncidentsPage::saveState() const
{
    return {{u"version"_s, 1},
            {u"split"_s, m_split->saveState()},
            {u"incident"_s, m_list->currentIncident().toString(QUuid::WithoutBraces)}};
}

void IncidentsPage::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_divided = m_split->restoreState(state.value(u"split"_s).toByteArray());
    m_wanted = QUuid(state.value(u"incident"_s).toString());
    if (m_loaded && m_list->choose(m_wanted))
        m_wanted = {};
}

QList<QWidget *> IncidentsPage::parts() const
{
    return {m_list, m_detail, m_acknowledge};
}

QString IncidentsPage::lineText() const
{
    return m_line->text();
}

QWidget *IncidentsPage::undoLink() const
{
    return m_undoLink;
}

void IncidentsPage::resizeEvent(QResizeEvent *event)
{
    QualityPage::resizeEvent(event);
    if (m_divided)
        return;
    const int list = std::min(listWidth, width() * 2 / 5);
    m_split->setSizes({list, width() - list});
}

bool IncidentsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar
        && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        arrangeBar();
    return QualityPage::eventFilter(watched, event);
}

//! Words give way to icons from the end where there is no room; the filled button keeps its own.
void IncidentsPage::arrangeBar()
{
    int room = m_bar->width() - 2 * size::page - 96;
    for (const auto *button : std::as_const(m_buttons))
        room -= button->fullWidth() + size::gap;
    for (qsizetype i = m_buttons.size() - 1; i > 0; --i) {
        const bool compact = room < 0;
        m_buttons.at(i)->setCompact(compact);
        if (compact)
            room += m_buttons.at(i)->fullWidth() - m_buttons.at(i)->sizeHint().width();
    }
}

} // namespace portolan::views::quality
