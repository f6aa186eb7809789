// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/incidenttimeline.h"

#include "views/shared/labels.h"
#include "views/shared/painters.h"
#include "views/shared/timetext.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using items::IncidentEvent;
using Kind = IncidentEvent::Kind;

constexpr qsizetype mostEvents = 100;
constexpr int rowHeight = 32;

IconLabel *markOf(Kind kind)
{
    switch (kind) {
    case Kind::Failed:
    case Kind::StillFailing:
    case Kind::Reopened:
        return new IconLabel(statusIcon(Status::Breach), size::inlineIcon, Colour::StatusBreach);
    case Kind::Joined:
        return new IconLabel(statusIcon(Status::Warn), size::inlineIcon, Colour::StatusWarn);
    case Kind::Resolved:
        return new IconLabel(statusIcon(Status::Ok), size::inlineIcon, Colour::StatusOk);
    case Kind::Person:
        return new IconLabel(u"kind-person"_s, size::inlineIcon);
    case Kind::Opened:
        break;
    }
    return new IconLabel(u"kind-incident"_s, size::inlineIcon);
}

} // namespace

IncidentTimeline::IncidentTimeline(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(size::page, 0, size::page, size::gap);
    m_grid->setHorizontalSpacing(size::buttonPadding);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(2, 1);
}

void IncidentTimeline::setEvents(const QList<IncidentEvent> &events, const QDateTime &now)
{
    while (auto *item = m_grid->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    // A life longer than that is told from both ends.
    int row = 0;
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (i < mostEvents / 2 || events.size() - i <= mostEvents / 2)
            add(events.at(i), now, row++);
    }
}

void IncidentTimeline::add(const IncidentEvent &event, const QDateTime &now, int row)
{
    auto *time = new SafeLabel(asOfText(event.at, now));
    time->setForegroundRole(QPalette::PlaceholderText);
    setSafeToolTip(time, momentText(event.at));
    m_grid->addWidget(time, row, 0, Qt::AlignTrailing | Qt::AlignVCenter);
    m_grid->addWidget(markOf(event.kind), row, 1, Qt::AlignVCenter);
    auto *words = new QWidget;
    auto *line = new QHBoxLayout(words);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(size::buttonPadding);
    if (event.kind == Kind::Joined) {
        auto *link = new LinkButton(event.what);
        connect(link, &QAbstractButton::clicked, this,
                [this, id = event.incident] { Q_EMIT incidentWanted(id); });
        line->addWidget(link);
    } else {
        auto *what = new ElidedLabel(Elide::Prose);
        what->setTextFont(Text::Body, true);
        what->setText(event.what);
        line->addWidget(what);
    }
    auto *note = new ElidedLabel(Elide::Prose);
    note->setColour(Colour::TextSecondary);
    note->setText(event.note);
    line->addWidget(note);
    line->addStretch(1);
    m_grid->addWidget(words, row, 2);
    m_grid->setRowMinimumHeight(row, size::row(rowHeight, QFontMetrics(fontOf(Text::Body))));
}

} // namespace portolan::views::quality
