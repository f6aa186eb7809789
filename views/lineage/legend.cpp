// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/legend.h"

#include "models/items/lineagepainter.h"
#include "views/lineage/look.h"
#include "views/shared/painters.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr int chip = 14;

} // namespace

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void Legend::explain(items::LineageOverlay overlay, const QString &compared,
                     const std::array<int, 4> &changes)
{
    m_overlay = overlay;
    m_compared = compared;
    m_changes = changes;
    const auto list = entries();
    QStringList words;
    for (const auto &entry : list)
        words.append(entry.text);
    setAccessibleName(words.join(u", "_s));
    setVisible(!list.isEmpty());
    settle();
    update();
}

void Legend::setFar(bool on)
{
    if (std::exchange(m_isFar, on) != on)
        update();
}

QList<Legend::Entry> Legend::entries() const
{
    const auto look = lookOf(tokensOf(this));
    const QLocale locale;
    QList<Entry> list;
    if (!m_compared.isEmpty()) {
        list.append({{}, {}, {}, m_compared});
        const std::array texts{QString(), tr("added: %1").arg(locale.toString(m_changes[1])),
                               tr("removed: %1").arg(locale.toString(m_changes[2])),
                               tr("changed: %1").arg(locale.toString(m_changes[3]))};
        const std::array signs{QString(), u"+"_s, u"−"_s, u"~"_s};
        for (std::size_t i = 1; i < texts.size(); ++i)
            list.append({look.softChanges[i], look.changes[i], signs[i], texts[i]});
    }
    const auto ofRank = [&](int rank, const QString &text) -> Entry {
        if (m_isFar)
            return {look.farRank(rank), Qt::transparent, {}, text, rank};
        if (rank < 0)
            return {look.boxFill, look.rankUnknown, {}, text};
        // Agreements are told by signs, of which a box has several.
        const bool isSign = m_overlay == items::LineageOverlay::Agreements;
        const auto &fills = isSign ? look.signs : look.ranks;
        return {fills[std::size_t(rank)], look.rankLine(rank), {}, text, rank};
    };
    const auto addRanks = [&](const std::array<QString, 4> &texts, const QString &unknown) {
        for (int i = 0; i < int(texts.size()); ++i)
            list.append(ofRank(i, texts[std::size_t(i)]));
        list.append(ofRank(-1, unknown));
    };
    if (m_overlay == items::LineageOverlay::Classification)
        addRanks({tr("public"), tr("internal"), tr("confidential"), tr("restricted")},
                 tr("not classified"));
    else if (m_overlay == items::LineageOverlay::Status)
        addRanks({tr("in use"), tr("not in use yet"), tr("deprecated"), tr("retired")},
                 tr("no status"));
    else if (m_overlay == items::LineageOverlay::Freshness)
        addRanks({tr("new within a day"), tr("a week"), tr("a month"), tr("older")},
                 tr("nobody told"));
    if (m_overlay == items::LineageOverlay::Agreements) {
        list.append(ofRank(0, tr("agreements in force")));
        list.append(ofRank(1, tr("asked for")));
        list.append(ofRank(2, tr("end within 30 days")));
        list.append(ofRank(-1, tr("nobody uses it by agreement")));
    }
    if (m_overlay == items::LineageOverlay::ServiceLevel) {
        list.append(ofRank(0, tr("met")));
        list.append(ofRank(2, tr("burning")));
        list.append(ofRank(3, tr("missed")));
        list.append(ofRank(-1, tr("unknown, or nothing promised")));
    }
    return list;
}

int Legend::rowHeight()
{
    return size::row(size::tableRow, QFontMetrics(fontOf(Text::Small)));
}

QSize Legend::sizeHint() const
{
    return {200, m_rows * rowHeight()};
}

QList<QRect> Legend::places() const
{
    const QFontMetrics metrics(fontOf(Text::Small));
    QList<QRect> places;
    int x = size::page;
    int y = 0;
    for (const auto &entry : entries()) {
        const int sign = entry.fill.isValid() ? chip + size::gap : 0;
        const int wide = sign + metrics.horizontalAdvance(entry.text) + 2;
        if (x > size::page && x + wide > width()) {
            x = size::page;
            y += rowHeight();
        }
        places.append({x, y, wide, rowHeight()});
        x += wide + size::groupGap;
    }
    return places;
}

//! Takes as many rows as there are words for.
void Legend::settle()
{
    const auto all = places();
    const int rows = all.isEmpty() ? 1 : all.last().top() / rowHeight() + 1;
    if (std::exchange(m_rows, rows) != rows)
        updateGeometry();
}

void Legend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settle();
}

void Legend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        settle();
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tokens = tokensOf(this);
    painter.fillRect(rect(), tokens(Colour::Base));
    painter.fillRect(QRect(0, 0, width(), 1), tokens(Colour::Border));
    const auto font = fontOf(Text::Small);
    const auto list = entries();
    const auto all = places();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto &entry = list.at(i);
        auto place = all.at(i);
        if (entry.fill.isValid()) {
            const QRectF mark(place.x() + 0.5,
                              place.y() + std::floor((place.height() - chip) / 2.0) + 0.5, chip,
                              chip);
            painter.setPen(entry.line);
            painter.setBrush(entry.fill);
            // Boxes with long names have the sign alone.
            const bool hasSign = m_isFar || m_overlay == items::LineageOverlay::Agreements
                || m_overlay == items::LineageOverlay::ServiceLevel;
            if (hasSign && entry.rank >= 0)
                painter.drawPolygon(items::lineageRankSign(m_overlay, entry.rank, mark));
            else
                painter.drawRoundedRect(mark, 2, 2);
            painter.setFont(font);
            painter.drawText(mark, Qt::AlignCenter, entry.sign);
            place.setLeft(place.left() + chip + size::gap);
        }
        paintText(&painter, place, entry.text, {font, tokens(Colour::TextSecondary), Elide::Prose});
    }
}

} // namespace portolan::views::lineage
