// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/tabs.h"

#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace portolan::views {
namespace {

constexpr int tabGap = 24;
constexpr int closeGap = 14;

class Segment final : public QAbstractButton
{
public:
    explicit Segment(QWidget *parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override
    {
        // The width of the chosen state is always kept, so that nothing shifts.
        const QFontMetrics metrics(fontOf(Text::Body, true));
        return {metrics.horizontalAdvance(text()) + 2 * size::buttonPadding,
                size::row(size::control, metrics)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto tokens = tokensOf(this);
        if (isChecked())
            painter.fillRect(rect().adjusted(1, 1, -1, -1), tokens(Colour::Pressed));
        else if (underMouse())
            painter.fillRect(rect().adjusted(1, 1, -1, -1), tokens(Colour::HoverWindow));
        const auto colour = tokens(isEnabled() ? Colour::Text : Colour::TextDisabled);
        paintText(&painter, rect(), text(), {fontOf(Text::Body, isChecked()), colour, Elide::Prose},
                  Qt::AlignHCenter);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            painter.setPen(QPen(tokens(Colour::FocusRing), size::focusRing));
            painter.drawRect(rect().adjusted(2, 2, -2, -2));
        }
    }
};

} // namespace

PageTabs::PageTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    for (auto *button : findChildren<QToolButton *>()) {
        // In our words, which come in every language that the window does.
        const bool isLeft = button->objectName() == QLatin1String("ScrollLeftButton");
        button->setAccessibleName(isLeft ? tr("Tabs further left") : tr("Tabs further right"));
        setSafeToolTip(button, button->accessibleName());
    }
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void PageTabs::setNote(int index, const QString &note)
{
    setTabData(index, note);
    // The tab bar lays out again only when it believes that something changed.
    setTabText(index, tabText(index));
    update();
}

int PageTabs::widthOf(int index, Fit fit) const
{
    const QFontMetrics strong(fontOf(Text::Body, true));
    const auto note = fit == Fit::Bare ? QString() : tabData(index).toString();
    int width = strong.horizontalAdvance(tabText(index)) + 2;
    width += fit == Fit::Wide ? tabGap : closeGap;
    if (!note.isEmpty())
        width += fontMetrics().horizontalAdvance(note) + size::gap - 2;
    return width;
}

PageTabs::Fit PageTabs::fit() const
{
    for (const auto fit : {Fit::Wide, Fit::Close}) {
        int sum = 0;
        for (int i = 0; i < count(); ++i)
            sum += widthOf(i, fit);
        if (sum <= width())
            return fit;
    }
    return Fit::Bare;
}

int PageTabs::gap() const
{
    return fit() == Fit::Wide ? tabGap : closeGap;
}

QSize PageTabs::sizeHint() const
{
    int sum = 0;
    for (int i = 0; i < count(); ++i)
        sum += widthOf(i, Fit::Wide);
    return {sum, QTabBar::sizeHint().height()};
}

QSize PageTabs::tabSizeHint(int index) const
{
    const QFontMetrics strong(fontOf(Text::Body, true));
    return {widthOf(index, fit()), std::max(size::pageTabs, strong.height() + 2 * size::gap)};
}

void PageTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    // The arrows stand over the tabs, and are not filled.
    QRegion free(rect());
    for (const auto *arrow : findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
        if (arrow->isVisibleTo(this))
            free -= arrow->geometry();
    }
    painter.setClipRegion(free);
    const auto fitting = fit();
    for (int i = 0; i < count(); ++i) {
        const bool current = i == currentIndex();
        const auto tab = tabRect(i);
        const auto inner =
            QStyle::visualRect(layoutDirection(), tab, tab.adjusted(inset, 0, inset - gap(), 0));
        const bool hover = tab.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        const auto colour = tokens(current || hover ? Colour::Text : Colour::TextSecondary);
        paintText(&painter, inner, tabText(i), {fontOf(Text::Body, current), colour, Elide::Prose});
        const auto note = fitting == Fit::Bare ? QString() : tabData(i).toString();
        if (!note.isEmpty()) {
            paintText(&painter, inner, note,
                      {fontOf(Text::Body), tokens(Colour::TextSecondary), Elide::Prose},
                      Qt::AlignTrailing);
        }
        if (current) {
            painter.fillRect(
                QRect(inner.left(), height() - size::underline, inner.width(), size::underline),
                tokens(Colour::Accent));
            if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
                painter.setPen(QPen(tokens(Colour::FocusRing), size::focusRing));
                painter.drawRect(
                    QRect(inner.adjusted(-4, 4, 4, -5)).intersected(rect().adjusted(1, 0, -1, 0)));
            }
        }
    }
}

Segments::Segments(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_group.setExclusive(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

void Segments::add(const QString &text)
{
    auto *segment = new Segment(this);
    segment->setText(text);
    segment->setAccessibleName(text);
    const auto id = int(m_group.buttons().size());
    segment->setChecked(id == 0);
    m_group.addButton(segment, id);
    layout()->addWidget(segment);
}

void Segments::setText(int index, const QString &text)
{
    if (auto *button = m_group.button(index)) {
        button->setText(text);
        button->setAccessibleName(text);
        button->updateGeometry();
    }
}

void Segments::setCurrent(int index)
{
    if (auto *button = m_group.button(index)) {
        button->setChecked(true);
    } else if (auto *chosen = m_group.checkedButton()) {
        m_group.setExclusive(false);
        chosen->setChecked(false);
        m_group.setExclusive(true);
    }
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens(Colour::BorderControl));
    painter.setBrush(tokens(Colour::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::radius,
                            size::radius);
    painter.setPen(tokens(Colour::BorderStrong));
    const auto buttons = m_group.buttons();
    for (qsizetype i = 1; i < buttons.size(); ++i) {
        const int x = buttons.at(i)->geometry().left();
        painter.drawLine(x, 1, x, height() - 2);
    }
}

} // namespace portolan::views
