// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/heatmap.h"

#include "models/items/slotext.h"
#include "views/shared/painters.h"
#include "views/shared/rowdelegate.h"
#include "views/shared/safetext.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int cellWidth = 62;
constexpr int cellHeight = 38;
constexpr int cellLeast = 26;
constexpr int cellGap = 2;
constexpr int swatch = 12;
constexpr int steps = 5;

constexpr Colour fills[steps] = {Colour::Heat0, Colour::Heat1, Colour::Heat2, Colour::Heat3,
                                 Colour::Heat4};
constexpr Colour texts[steps] = {Colour::HeatText0, Colour::HeatText1, Colour::HeatText2,
                                 Colour::HeatText3, Colour::HeatText4};

void paintHatched(QPainter *painter, const QRect &place, const Tokens &tokens)
{
    painter->fillRect(place, tokens(Colour::HeatUnknown));
    painter->fillRect(place, QBrush(tokens(Colour::HeatHatch), Qt::BDiagPattern));
    painter->setPen(tokens(Colour::HeatHatch));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(place.adjusted(0, 0, -1, -1));
}

class HeatDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto tokens = tokensOf(option.palette);
        const auto place = option.rect.adjusted(0, 0, -cellGap, -cellGap);
        const auto step = index.data(items::HeatModel::StepRole).toInt();
        const auto font = fontOf(Text::Body);
        painter->save();
        painter->fillRect(option.rect, tokens(Colour::Base));
        auto colour = tokens(Colour::TextSecondary);
        if (step < 0 && index.data(items::HeatModel::HasCheckRole).toBool()) {
            paintHatched(painter, place, tokens);
            const auto wide = QFontMetrics(font).horizontalAdvance(u'?') + 12;
            QRect sign(0, 0, wide, QFontMetrics(font).height());
            sign.moveCenter(place.center());
            painter->fillRect(sign, tokens(Colour::HeatUnknown));
        } else if (step >= 0) {
            painter->fillRect(place, tokens(fills[step]));
            colour = tokens(texts[step]);
        }
        paintText(painter, place, index.data().toString(), {font, colour, Elide::Prose},
                  Qt::AlignHCenter);
        const bool isCurrent = option.state & QStyle::State_HasFocus;
        if (isCurrent) {
            painter->setPen(QPen(tokens(Colour::FocusRing), size::focusRing));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(place.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }
};

//! Heads without lines: words centred over the columns, names before the rows.
class HeatHead final : public QHeaderView
{
public:
    using QHeaderView::QHeaderView;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        if (!rect.isValid())
            return;
        const auto tokens = tokensOf(this);
        const bool isAcross = orientation() == Qt::Horizontal;
        painter->fillRect(rect, tokens(Colour::Base));
        const auto text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        const auto place = isAcross
            ? rect
            : QStyle::visualRect(layoutDirection(), rect,
                                 rect.adjusted(size::page, 0, -size::gap, 0));
        paintText(painter, place, text,
                  {fontOf(isAcross ? Text::Small : Text::Body),
                   tokens(isAcross ? Colour::TextSecondary : Colour::Text),
                   isAcross ? Elide::Prose : Elide::Name},
                  isAcross ? Qt::AlignHCenter : Qt::AlignLeading);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), tokensOf(this)(Colour::Base));
        const bool isAcross = orientation() == Qt::Horizontal;
        for (int section = 0; section < count(); ++section) {
            const int from = sectionViewportPosition(section);
            paintSection(&painter,
                         isAcross ? QRect(from, 0, sectionSize(section), height())
                                  : QRect(0, from, width(), sectionSize(section)),
                         section);
        }
    }
};

//! Keeps the corner between the heads as empty as they are.
class EmptyCorner final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        return event->type() == QEvent::Paint || QObject::eventFilter(watched, event);
    }
};

//! "% of checks good", the five colours with their bounds, and what is hatched.
class HeatScale final : public QWidget
{
public:
    explicit HeatScale(QWidget *parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        return {0, QFontMetrics(fontOf(Text::Small)).height() + 2 * size::gap};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto tokens = tokensOf(this);
        const auto font = fontOf(Text::Small);
        const QFontMetrics metrics(font);
        int x = size::page;
        const auto put = [&](const QString &text, int gap) {
            const auto wide = metrics.horizontalAdvance(text);
            const QRect spot(x, 0, wide, height());
            paintText(&painter, QStyle::visualRect(layoutDirection(), rect(), spot), text,
                      {font, tokens(Colour::TextSecondary), Elide::Prose});
            x += wide + gap;
        };
        const auto put2 = [&](int step, const QString &text) {
            const QRect spot(x, (height() - swatch) / 2, swatch, swatch);
            const auto place = QStyle::visualRect(layoutDirection(), rect(), spot);
            if (step < 0)
                paintHatched(&painter, place, tokens);
            else
                painter.fillRect(place, tokens(fills[step]));
            x += swatch + size::smallGap;
            put(text, size::buttonPadding);
        };
        const QLocale locale;
        put(HeatMap::tr("% good"), size::groupGap);
        for (int step = 0; step < steps - 1; ++step)
            put2(step,
                 HeatMap::tr("≥ %1").arg(
                     locale.toString(qRound(items::HeatModel::bounds[step] * 100))));
        put2(steps - 1,
             HeatMap::tr("< %1").arg(
                 locale.toString(qRound(items::HeatModel::bounds[steps - 2] * 100))));
        put2(-1, HeatMap::tr("unknown"));
    }
};

} // namespace

HeatTable::HeatTable(items::HeatModel &model, QWidget *parent)
    : QTableView(parent)
{
    setHorizontalHeader(new HeatHead(Qt::Horizontal, this));
    setVerticalHeader(new HeatHead(Qt::Vertical, this));
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setItemDelegate(new HeatDelegate(0, this));
    setAccessibleName(tr("Domains and dimensions"));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    if (auto *corner = findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->installEventFilter(new EmptyCorner(this));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (auto *head : {horizontalHeader(), verticalHeader()}) {
        head->setSectionsClickable(false);
        head->setHighlightSections(false);
        head->setMinimumSectionSize(0);
        head->setSectionResizeMode(QHeaderView::Fixed);
    }
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT chosen(index.data(items::HeatModel::FilterRole).toString());
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &HeatTable::fitCells);
    fitCells();
}

QSize HeatTable::sizeHint() const
{
    return {580, 320};
}

void HeatTable::fitCells()
{
    const QFontMetrics small(fontOf(Text::Small));
    const QFontMetrics body(fontOf(Text::Body));
    int names = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        names = std::max(names,
                         body.horizontalAdvance(model()->headerData(row, Qt::Vertical).toString()));
    int heads = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        heads = std::max(
            heads, small.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()));
    const int room = std::max(0, width() - 2 * size::page);
    names = std::clamp(names + size::page + size::gap, 96, std::max(96, room * 2 / 5));
    const int columns = std::max(1, model()->columnCount());
    const int rows = std::max(1, model()->rowCount());
    const int head = small.height() + size::gap;
    const int shortest = std::max(cellLeast, body.height() + 4);
    const bool scrolls = head + rows * shortest > height();
    const int bar = scrolls ? verticalScrollBar()->sizeHint().width() : 0;
    // Wider words take more room where there is some, and scroll where there is none.
    const int fits = (width() - names - size::gap - bar) / columns;
    const int least = body.horizontalAdvance(u"100.0"_s) + size::gap;
    const int wide = std::max(least, std::min(fits, std::max(cellWidth, heads + size::gap)));
    const int tall =
        std::clamp((height() - head) / rows, shortest, std::max(cellHeight, body.height() + 16));
    verticalHeader()->setFixedWidth(names);
    horizontalHeader()->setFixedHeight(head);
    horizontalHeader()->setDefaultSectionSize(wide);
    verticalHeader()->setDefaultSectionSize(tall);
}

void HeatTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitCells();
}

void HeatTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitCells();
}

HeatMap::HeatMap(items::HeatModel &model, QWidget *parent)
    : QWidget(parent)
    , m_table(new HeatTable(model))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(new HeatScale(this));
}

} // namespace portolan::views::quality
