// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/painters.h"

#include "views/shared/icons.h"

#include <QTextLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

//! Saves the painter's state for as long as it lives.
class Saved
{
public:
    explicit Saved(QPainter *painter)
        : m_painter(painter)
    {
        painter->save();
    }

    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter *m_painter;
};

bool rightToLeft(const QPainter *painter)
{
    return painter->layoutDirection() == Qt::RightToLeft;
}

QRect leading(const QPainter *painter, const QRect &rect, int width)
{
    return rightToLeft(painter) ? QRect(rect.right() - width + 1, rect.y(), width, rect.height())
                                : QRect(rect.x(), rect.y(), width, rect.height());
}

//! The longest prose of a description is far longer than a line: what cannot be seen is not laid
//! out.
constexpr qsizetype mostLaidOut = 1000;
// Characters of context that stay before a match to which prose is shifted.
constexpr int contextBefore = 24;

//! Shifts prose so that its first match is inside the width.
MarkedText shifted(const MarkedText &marked, const QFontMetrics &metrics, int width)
{
    if (marked.ranges.isEmpty())
        return marked;
    const auto [from, to] = marked.ranges.first();
    if (from <= contextBefore || metrics.horizontalAdvance(marked.text.left(to) + u'…') <= width)
        return marked;
    const int cut = from - contextBefore;
    const auto space = marked.text.indexOf(u' ', cut);
    const int start = space >= 0 && space < from ? int(space) + 1 : cut;
    MarkedText moved{u'…' + marked.text.mid(start), {}};
    for (const auto &[a, b] : marked.ranges) {
        if (a >= start)
            moved.ranges.append({a - start + 1, b - start + 1});
    }
    return moved;
}

//! Elides, and keeps of the ranges what is still there.
MarkedText elided(const MarkedText &marked, const QFontMetrics &metrics, int width, Elide elide)
{
    if (metrics.horizontalAdvance(marked.text) <= width)
        return marked;
    MarkedText shorter{metrics.elidedText(marked.text,
                                          elide == Elide::Name ? Qt::ElideMiddle : Qt::ElideRight,
                                          width),
                       {}};
    const auto cut = int(shorter.text.indexOf(u'…'));
    const int removed = int(marked.text.size() - shorter.text.size());
    for (const auto &[from, to] : marked.ranges) {
        if (from < cut)
            shorter.ranges.append({from, std::min(to, cut)});
        else if (from >= cut + removed + 1)
            shorter.ranges.append({from - removed, to - removed});
    }
    return shorter;
}

} // namespace

Status statusOf(domain::SloState state)
{
    switch (state) {
    case domain::SloState::Missed:
        return Status::Breach;
    case domain::SloState::Burning:
        return Status::Warn;
    case domain::SloState::Met:
        return Status::Ok;
    case domain::SloState::Unknown:
        break;
    }
    return Status::Unknown;
}

QString statusIcon(Status status)
{
    switch (status) {
    case Status::Ok:
        return u"status-ok"_s;
    case Status::Warn:
        return u"status-warn"_s;
    case Status::Breach:
        return u"status-breach"_s;
    case Status::Info:
        return u"status-info"_s;
    case Status::Unknown:
        break;
    }
    return u"status-unknown"_s;
}

QColor statusColour(const Tokens &tokens, Status status)
{
    switch (status) {
    case Status::Ok:
        return tokens(Colour::StatusOk);
    case Status::Warn:
        return tokens(Colour::StatusWarn);
    case Status::Breach:
        return tokens(Colour::StatusBreach);
    case Status::Info:
        return tokens(Colour::Text);
    case Status::Unknown:
        break;
    }
    return tokens(Colour::StatusUnknown);
}

void paintStatus(QPainter *painter, const QRect &rect, Status status, const QString &word,
                 Ground ground, const QPalette &palette)
{
    const Saved saved(painter);
    const auto tokens = tokensOf(palette);
    const auto colour = statusColour(tokens, status);
    paintIcon(painter, leading(painter, rect, size::inlineIcon), statusIcon(status),
              size::inlineIcon, colour);
    auto wordColour = colour;
    if (ground == Ground::Window)
        wordColour = tokens(Colour::Text);
    else if (ground == Ground::Selection)
        wordColour = tokens(Colour::SelectionText);
    const int indent = size::inlineIcon + size::unit + 2;
    const auto place =
        rightToLeft(painter) ? rect.adjusted(0, 0, -indent, 0) : rect.adjusted(indent, 0, 0, 0);
    paintText(painter, place, word, {painter->font(), wordColour, Elide::Prose});
}

int tagWidth(const QString &text)
{
    return QFontMetrics(fontOf(Text::Small)).horizontalAdvance(text) + 2 * size::tagPadding + 4;
}

int paintTag(QPainter *painter, const QRect &rect, const QString &text, const QPalette &palette)
{
    const Saved saved(painter);
    const auto tokens = tokensOf(palette);
    const auto font = fontOf(Text::Small);
    const QFontMetrics metrics(font);
    const int width = std::min(rect.width(), tagWidth(text));
    const int height = size::row(size::tag, metrics) - (metrics.height() + 4 > size::tag ? 2 : 0);
    auto place = leading(painter, rect, width);
    place.moveTop(rect.y() + (rect.height() - height) / 2);
    place.setHeight(height);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tokens(Colour::BorderStrong));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), size::tagRadius,
                             size::tagRadius);
    paintText(painter, place.adjusted(size::tagPadding + 1, 0, -size::tagPadding - 1, 0), text,
              {font, tokens(Colour::Text), Elide::Name});
    return width;
}

int paintMarked(QPainter *painter, const QRect &rect, const MarkedText &given,
                const MarkedStyle &style, const QPalette &palette)
{
    if (rect.width() <= 0 || given.text.isEmpty())
        return 0;
    const Saved saved(painter);
    const QFontMetrics metrics(style.font);
    auto marked = given;
    if (marked.text.size() > mostLaidOut) {
        marked.text.truncate(mostLaidOut);
        marked.ranges.removeIf([](const auto &range) { return range.second > mostLaidOut; });
    }
    if (style.elide == Elide::Prose)
        marked = shifted(marked, metrics, rect.width());
    marked = elided(marked, metrics, rect.width(), style.elide);

    const auto tokens = tokensOf(palette);
    QTextLayout layout(marked.text, style.font);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &[from, to] : std::as_const(marked.ranges)) {
        QTextLayout::FormatRange range{from, to - from, {}};
        range.format.setForeground(tokens(Colour::MatchText));
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    auto line = layout.createLine();
    line.setLineWidth(rect.width() + metrics.averageCharWidth());
    layout.endLayout();
    const auto used = std::min(rect.width(), int(line.naturalTextWidth()) + 1);
    const auto place = leading(painter, rect, used);
    const QPointF at(place.x(), rect.y() + (rect.height() - metrics.height()) / 2);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(rect, Qt::IntersectClip);
    for (const auto &[from, to] : std::as_const(marked.ranges)) {
        const auto left = line.cursorToX(from);
        const auto right = line.cursorToX(to);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens(Colour::Match));
        painter->drawRoundedRect(QRectF(at.x() + std::min(left, right), at.y(),
                                        std::abs(right - left), metrics.height()),
                                 2, 2);
    }
    painter->setPen(style.colour);
    layout.draw(painter, at);
    return used;
}

void paintText(QPainter *painter, const QRect &rect, const QString &text, const MarkedStyle &style,
               Qt::Alignment align)
{
    const Saved saved(painter);
    painter->setFont(style.font);
    painter->setPen(style.colour);
    auto cut = text;
    if (text.size() > 2 * mostLaidOut)
        cut = style.elide == Elide::Prose ? text.left(mostLaidOut)
                                          : text.left(mostLaidOut) + u'…' + text.right(mostLaidOut);
    // Widths are asked for in whole pixels and elided in fractions of them: a text that was given
    // exactly the width it asked for must not lose its end.
    const QFontMetrics metrics(style.font);
    if (metrics.horizontalAdvance(cut) <= rect.width()) {
        painter->drawText(
            rect, int(align) | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, cut);
        return;
    }
    const auto shown = metrics.elidedText(
        cut, style.elide == Elide::Name ? Qt::ElideMiddle : Qt::ElideRight, rect.width());
    painter->drawText(rect, int(align) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

QColor rowText(const QStyleOptionViewItem &option)
{
    const auto tokens = tokensOf(option.palette);
    if (!(option.state & QStyle::State_Enabled))
        return tokens(Colour::TextDisabled);
    const bool chosen =
        (option.state & QStyle::State_Selected) && (option.state & QStyle::State_Active);
    return tokens(chosen ? Colour::SelectionText : Colour::Text);
}

void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option, bool firstColumn)
{
    const Saved saved(painter);
    const auto tokens = tokensOf(option.palette);
    const bool active = option.state & QStyle::State_Active;
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect,
                          tokens(active ? Colour::Selection : Colour::SelectionInactive));
        if (firstColumn) {
            const auto bar = QStyle::visualRect(
                option.direction, option.rect,
                QRect(option.rect.topLeft(), QSize(size::selectionBar, option.rect.height())));
            painter->fillRect(bar, tokens(active ? Colour::Accent : Colour::BorderControl));
        }
        return;
    }
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, tokens(Colour::Hover));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tokens(Colour::GridLine));
}

void paintRowFocus(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_HasFocus)
        || !(option.state & QStyle::State_KeyboardFocusChange))
        return;
    const Saved saved(painter);
    painter->setPen(QPen(tokensOf(option.palette)(Colour::FocusRing), size::focusRing));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
}

int paintKey(QPainter *painter, const QRect &rect, const QString &key, const QPalette &palette)
{
    const Saved saved(painter);
    const auto tokens = tokensOf(palette);
    const auto font = fontOf(Text::Small);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(key) + 2 * size::unit + 2;
    const int height = metrics.height() + 2;
    const QRect place(rightToLeft(painter) ? rect.left() : rect.right() - width + 1,
                      rect.y() + (rect.height() - height) / 2, width, height);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tokens(Colour::BorderStrong));
    painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), size::tagRadius,
                             size::tagRadius);
    painter->setPen(tokens(Colour::TextSecondary));
    painter->setFont(font);
    painter->drawText(place, Qt::AlignCenter, key);
    return width;
}

} // namespace portolan::views
