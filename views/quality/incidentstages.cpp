// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/incidentstages.h"

#include "models/items/incidenttext.h"
#include "views/shared/painters.h"
#include "views/shared/tokens.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using items::IncidentState;

constexpr int dot = 12;
constexpr int longLine = 32;
constexpr int shortLine = 8;

int advance(const QString &text)
{
    // DemiBold is reserved for all, so that nothing shifts.
    return QFontMetrics(fontOf(Text::Body, true)).horizontalAdvance(text) + 1;
}

} // namespace

IncidentStages::IncidentStages(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setState(m_state);
}

void IncidentStages::setState(IncidentState state)
{
    m_state = state;
    setAccessibleName(tr("State: %1").arg(items::incidentStateText(state)));
    updateGeometry();
    update();
}

QStringList IncidentStages::words() const
{
    const auto first =
        m_state == IncidentState::Reopened ? IncidentState::Reopened : IncidentState::New;
    QStringList words;
    for (const auto state :
         {first, IncidentState::Acknowledged, IncidentState::InProgress, IncidentState::Resolved})
        words.append(items::incidentStateText(state));
    return words;
}

int IncidentStages::position() const
{
    return m_state == IncidentState::Reopened ? 0 : int(m_state);
}

int IncidentStages::widthWith(int line) const
{
    int width = 0;
    for (const auto &word : words())
        width += dot + size::unit + advance(word);
    return width + 3 * (line + 2 * size::gap);
}

QSize IncidentStages::sizeHint() const
{
    return {widthWith(longLine), size::row(size::tag, QFontMetrics(fontOf(Text::Body)))};
}

QSize IncidentStages::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void IncidentStages::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tokens = tokensOf(this);
    const int line =
        std::clamp(longLine - (widthWith(longLine) - width() + 2) / 3, shortLine, longLine);
    int at = 0;
    const auto place = [&](int wide) {
        const QRect spot(at, 0, wide, height());
        at += wide;
        return QStyle::visualRect(layoutDirection(), rect(), spot);
    };
    const auto stages = words();
    for (int i = 0; i < stages.size(); ++i) {
        if (i > 0) {
            at += size::gap;
            const auto spot = place(line);
            painter.fillRect(QRect(spot.left(), height() / 2, spot.width(), 1),
                             tokens(Colour::BorderStrong));
            at += size::gap;
        }
        const bool here = i == position();
        const auto spot = place(dot);
        painter.setPen(tokens(here ? Colour::Accent : Colour::BorderControl));
        painter.setBrush(here                 ? QBrush(tokens(Colour::Accent))
                             : i < position() ? QBrush(tokens(Colour::BorderControl))
                                              : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(spot).center() + QPointF(0.5, 0.5), 4.5, 4.5);
        at += size::unit;
        paintText(&painter, place(advance(stages.at(i))), stages.at(i),
                  {fontOf(Text::Body, here), tokens(here ? Colour::Text : Colour::TextSecondary),
                   Elide::Prose});
    }
}

} // namespace portolan::views::quality
