// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/factsline.h"

#include "views/shared/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace portolan::views::product {

FactsLine::FactsLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactsLine::clear()
{
    for (auto *widget : std::as_const(m_widgets)) {
        widget->hide();
        widget->deleteLater();
    }
    m_widgets.clear();
    updateGeometry();
}

void FactsLine::add(QWidget *widget)
{
    widget->setParent(this);
    m_widgets.append(widget);
    updateGeometry();
    arrange();
}

void FactsLine::arrange()
{
    int x = 0;
    bool fits = true;
    for (auto *widget : std::as_const(m_widgets)) {
        const auto wanted = widget->sizeHint();
        // The first fact is shortened rather than left out.
        const int room = width() - x;
        const int taken = x == 0 ? std::min(wanted.width(), room) : wanted.width();
        fits = fits && taken <= room;
        widget->setVisible(fits);
        if (!fits)
            continue;
        const QRect place(x, (height() - wanted.height()) / 2, taken, wanted.height());
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += taken + size::groupGap;
    }
}

void FactsLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool FactsLine::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange
        || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

QSize FactsLine::sizeHint() const
{
    QSize hint(0, size::row(size::treeRow, fontMetrics()));
    for (const auto *widget : m_widgets) {
        const auto wanted = widget->sizeHint();
        hint = {hint.width() + wanted.width() + size::groupGap,
                std::max(hint.height(), wanted.height())};
    }
    return hint;
}

QSize FactsLine::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

QString initialsOf(const QString &name)
{
    QString letters;
    for (const auto &part : name.left(200).split(u' ', Qt::SkipEmptyParts)) {
        if (part.front().isLetterOrNumber() && letters.size() < 2)
            letters += part.front().toUpper();
    }
    return letters;
}

Initials::Initials(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_letters(initialsOf(name))
{
}

QSize Initials::sizeHint() const
{
    const int side = size::row(size::tag, QFontMetrics(fontOf(Text::Small)));
    return {side, side};
}

void Initials::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tokens = tokensOf(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens(Colour::Pressed));
    painter.drawEllipse(rect());
    painter.setPen(tokens(Colour::Text));
    auto font = fontOf(Text::Small, true);
    font.setPointSizeF(font.pointSizeF() * 0.8);
    painter.setFont(font);
    painter.drawText(rect(), Qt::AlignCenter, m_letters);
}

} // namespace portolan::views::product
