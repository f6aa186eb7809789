// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/labels.h"

#include "views/shared/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace portolan::views {
namespace {

// What a label asks for at most: longer text is elided anyway, and a hostile one of a megabyte is
// never laid out.
constexpr qsizetype mostMeasured = 500;

int widthOf(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text.left(mostMeasured));
}

} // namespace

ElidedLabel::ElidedLabel(Elide elide, QWidget *parent)
    : QWidget(parent)
    , m_elide(elide)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = visibleText(text).simplified();
    setAccessibleName(m_text.left(mostMeasured));
    updateGeometry();
    update();
}

void ElidedLabel::setColour(Colour colour)
{
    m_colour = colour;
    update();
}

void ElidedLabel::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void ElidedLabel::setTextFont(Text text, bool emphasis)
{
    m_size = text;
    m_emphasis = emphasis;
    updateGeometry();
    update();
}

int ElidedLabel::indent() const
{
    return m_icon.isEmpty() ? 0 : size::inlineIcon + size::smallGap;
}

QSize ElidedLabel::sizeHint() const
{
    const auto font = shownFont();
    return {widthOf(font, m_text) + indent() + 2, QFontMetrics(font).height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(shownFont());
    return {std::min(sizeHint().width(), metrics.averageCharWidth() * 4 + indent()),
            metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colour = tokensOf(this)(isEnabled() ? m_colour : Colour::TextDisabled);
    auto place = rect();
    if (!m_icon.isEmpty()) {
        const auto spot =
            QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, size::inlineIcon, height()));
        paintIcon(&painter, spot, m_icon, size::inlineIcon, colour);
        place = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(indent(), 0, 0, 0));
    }
    paintText(&painter, place, m_text, {shownFont(), colour, m_elide});
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const bool cut = widthOf(shownFont(), m_text) + indent() > width();
        const bool odd = !hiddenCharacters(m_text).isEmpty();
        if (toolTip().isEmpty() && (cut || odd))
            setToolTip(safeToolTip(m_text));
    } else if (event->type() == QEvent::FontChange
               || event->type() == QEvent::ApplicationFontChange) {
        updateGeometry();
    }
    return QWidget::event(event);
}

StatusLabel::StatusLabel(Status status, const QString &word, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setStatus(status, word);
}

void StatusLabel::setStatus(Status status, const QString &word)
{
    m_status = status;
    m_word = visibleText(word).simplified();
    setAccessibleName(m_word);
    updateGeometry();
    update();
}

void StatusLabel::setGround(Ground ground)
{
    m_ground = ground;
    update();
}

QSize StatusLabel::sizeHint() const
{
    return {widthOf(font(), m_word) + size::inlineIcon + size::unit + 4,
            std::max(size::inlineIcon, fontMetrics().height())};
}

QSize StatusLabel::minimumSizeHint() const
{
    return {size::inlineIcon, sizeHint().height()};
}

void StatusLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    paintStatus(&painter, rect(), m_status, m_word, m_ground, palette());
}

TagLabel::TagLabel(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
}

void TagLabel::setText(const QString &text)
{
    m_text = visibleText(text.left(mostMeasured)).simplified();
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize TagLabel::sizeHint() const
{
    return {std::min(tagWidth(m_text), size::inspectorLeast),
            size::row(size::tag, QFontMetrics(fontOf(Text::Small)))};
}

QSize TagLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), size::twoLineRow), sizeHint().height()};
}

void TagLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTag(&painter, rect(), m_text, palette());
}

IconLabel::IconLabel(const QString &name, int size, Colour colour, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_size(size)
    , m_colour(colour)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIconName(const QString &name)
{
    m_name = name;
    update();
}

void IconLabel::setColour(Colour colour)
{
    m_colour = colour;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), m_name, m_size, tokensOf(this)(m_colour));
}

Line::Line(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Line::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokensOf(this)(Colour::Border));
}

SectionHead::SectionHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new SafeLabel(title, this))
    , m_note(new SafeLabel(this))
{
    m_title->setTextFont(Text::Small, true);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFont(Text::Small);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::gap);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_note);
    setMinimumHeight(size::sectionHead);
}

void SectionHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHead::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SectionHead::addAction(QWidget *widget)
{
    layout()->addWidget(widget);
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setShortcut({}); // an ampersand in a name is no key
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LinkButton::setWordWrap(bool on)
{
    m_wraps = on;
    QSizePolicy policy(QSizePolicy::Preferred, on ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(on);
    setSizePolicy(policy);
}

int LinkButton::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(1, width - 2), QWIDGETSIZE_MAX);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, visibleText(text())).height() + 2;
}

QSize LinkButton::sizeHint() const
{
    return {widthOf(font(), text()) + 4, fontMetrics().height() + 2};
}

QSize LinkButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), size::labelColumn), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    auto shown = font();
    shown.setUnderline(underMouse() && isEnabled());
    const auto ink = tokens(isEnabled() ? Colour::Link : Colour::TextDisabled);
    const auto place = rect().adjusted(1, 0, -1, 0);
    if (m_wraps) {
        painter.setFont(shown);
        painter.setPen(ink);
        painter.drawText(place, int(Qt::TextWordWrap | Qt::AlignLeading | Qt::AlignVCenter),
                         visibleText(text()));
    } else {
        paintText(&painter, place, visibleText(text()), {shown, ink, Elide::Name});
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens(Colour::FocusRing), size::focusRing));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), size::tagRadius,
                                size::tagRadius);
    }
}

} // namespace portolan::views
