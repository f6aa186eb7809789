// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/targethandle.h"

#include "models/items/slotext.h"
#include "views/quality/timechart.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace portolan::views::quality {
namespace {

constexpr int whole = 100'000; // 100 %
constexpr int least = 50'000; // below a half nothing is promised
constexpr int step = 100; // 0.1 %
constexpr int fineStep = 10;
constexpr int pageStepSize = 1000; // 1 %
constexpr int handleWidth = 68;
constexpr int handleHeight = 20;
constexpr int dotsWidth = 16;

} // namespace

TargetHandle::TargetHandle(TimeChart &chart)
    : QAbstractSlider(&chart)
    , m_chart(chart)
    , m_field(new QDoubleSpinBox(&chart))
{
    setFocusPolicy(Qt::StrongFocus);
    setOrientation(Qt::Vertical);
    setRange(least, whole);
    setSingleStep(step);
    setPageStep(pageStepSize);
    setValue(whole);
    setCursor(Qt::SizeVerCursor);
    setAccessibleName(tr("Target"));
    setSafeToolTip(this,
                   tr("Drag to try another target. Arrows move it by 0.1 %, with Shift by "
                      "0.01 %, Page up and down by 1 %; Enter types one, Esc resets."));
    m_field->setRange(least / double(pageStepSize), whole / double(pageStepSize));
    m_field->setDecimals(3);
    m_field->setSingleStep(0.1);
    m_field->setSuffix(tr(" %"));
    m_field->setAccessibleName(tr("Target to try"));
    m_field->hide();
    m_field->installEventFilter(this);
    connect(&chart, &TimeChart::arranged, this, &TargetHandle::place);
    connect(this, &QAbstractSlider::valueChanged, this, [this](int value) {
        if (target() < m_chart.content().low)
            m_chart.setLow(1 - (1 - target()) * 1.25);
        place();
        update();
        setAccessibleDescription(items::targetText(target()));
        Q_UNUSED(value)
        Q_EMIT targetTried(target());
    });
    m_chart.setEndRoom(sizeHint().width() + size::gap);
}

QSize TargetHandle::sizeHint() const
{
    const QFontMetrics metrics(fontOf(Text::Small, true));
    const int wide = metrics.horizontalAdvance(items::targetText(0.99999)) + dotsWidth + 12;
    return {std::max(handleWidth, wide), std::max(handleHeight, metrics.height() + 4)};
}

void TargetHandle::setDeclared(double target)
{
    const bool wasTrying = isTrying();
    m_declared = int(std::lround(target * whole));
    setMinimum(std::min(least, m_declared));
    if (!wasTrying)
        setValue(m_declared);
    place();
}

double TargetHandle::target() const
{
    return value() / double(whole);
}

bool TargetHandle::isTrying() const
{
    return value() != m_declared;
}

void TargetHandle::place()
{
    const auto wanted = sizeHint();
    const auto middle = std::clamp(m_chart.yOf(target()), 0.0, double(m_chart.height()));
    const auto top = std::clamp(int(middle) - wanted.height() / 2, 0,
                                std::max(0, m_chart.height() - wanted.height()));
    setGeometry(int(m_chart.plot().right()) + size::smallGap, top, wanted.width(), wanted.height());
    m_chart.setReserved(middle, wanted.height());
    if (m_field->isVisible()) {
        const auto room = m_field->sizeHint();
        m_field->setGeometry(std::max(0, geometry().right() - room.width()),
                             std::clamp(top, 0, std::max(0, m_chart.height() - room.height())),
                             room.width(), room.height());
    }
    raise();
    m_field->raise();
}

void TargetHandle::type()
{
    m_field->setValue(target() * 100);
    m_field->show();
    place();
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

void TargetHandle::finishTyping(bool accept)
{
    if (m_field->isHidden())
        return;
    m_field->interpretText();
    m_field->hide();
    setFocus(Qt::OtherFocusReason);
    if (accept)
        setValue(int(std::lround(m_field->value() * pageStepSize)));
}

bool TargetHandle::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QAbstractSlider::eventFilter(watched, event);
    const auto key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    finishTyping(key != Qt::Key_Escape);
    return true;
}

void TargetHandle::mousePressEvent(QMouseEvent *event)
{
    m_grip = event->pos().y() - height() / 2;
    setFocus(Qt::MouseFocusReason);
    event->accept();
}

void TargetHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const auto y = mapToParent(event->pos()).y() - m_grip;
    const auto tried =
        m_chart.valueAt(std::clamp(double(y), m_chart.plot().top(), m_chart.plot().bottom()));
    // Hundredths of a percent: finer a hand cannot aim.
    setValue(int(std::lround(tried * whole / fineStep)) * fineStep);
}

void TargetHandle::mouseDoubleClickEvent(QMouseEvent *event)
{
    type();
    event->accept();
}

void TargetHandle::keyPressEvent(QKeyEvent *event)
{
    const bool isFine = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return type();
    case Qt::Key_Escape:
        if (!isTrying())
            return event->ignore();
        return setValue(m_declared);
    case Qt::Key_Up:
    case Qt::Key_Right:
        return setValue(value() + (isFine ? fineStep : step));
    case Qt::Key_Down:
    case Qt::Key_Left:
        return setValue(value() - (isFine ? fineStep : step));
    default:
        QAbstractSlider::keyPressEvent(event);
    }
}

void TargetHandle::changeEvent(QEvent *event)
{
    QAbstractSlider::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_chart.setEndRoom(sizeHint().width() + size::gap);
}

void TargetHandle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tokens = tokensOf(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens(Colour::Accent));
    painter.drawRoundedRect(rect(), size::tagRadius, size::tagRadius);
    const auto colour = tokens(Colour::TextOnAccent);
    paintText(&painter, rect().adjusted(6, 0, -dotsWidth, 0), items::targetText(target()),
              {fontOf(Text::Small, true), colour, Elide::Prose});
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 6; ++i)
        painter.drawEllipse(QPointF(width() - 11 + i % 2 * 4, height() / 2.0 - 4 + i / 2 * 4), 1,
                            1);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens(Colour::Base), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 2, 2);
        painter.setPen(QPen(tokens(Colour::FocusRing), size::focusRing));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), size::tagRadius,
                                size::tagRadius);
    }
}

} // namespace portolan::views::quality
