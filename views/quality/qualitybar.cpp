// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/qualitybar.h"

#include "models/items/qualityfilter.h"
#include "views/shared/iconbutton.h"
#include "views/shared/safetext.h"
#include "views/shared/tabs.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int fieldLeast = 140;
constexpr int fieldMost = 320;

} // namespace

QualityBar::QualityBar(QWidget *parent)
    : QWidget(parent)
    , m_back(iconButton(u"back"_s, tr("Back"), this))
    , m_segments(new Segments)
    , m_field(new FilterField)
    , m_period(new PeriodButton)
    , m_compare(new BarButton)
    , m_export(iconButton(u"export"_s, tr("Export (Ctrl+E)")))
    , m_tools(new QWidget)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::page, size::gap, size::buttonPadding, size::gap + 1);
    row->setSpacing(size::gap);
    row->addWidget(m_back, 0, Qt::AlignTop);
    m_back->hide();
    m_rows->setSpacing(size::gap);
    row->addLayout(m_rows, 1);
    m_rows->addWidget(m_segments, 0, Qt::AlignLeading);
    m_rows->addWidget(m_tools, 1);
    m_segments->setAccessibleName(tr("Page"));
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(size::gap, 0, 0, 0);
    tools->setSpacing(size::unit);
    m_field->setPlaceholderText(tr("Filter: domain, owner, state…"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setKeys(items::QualityFilter::keys());
    m_field->setMinimumWidth(fieldLeast);
    m_field->setMaximumWidth(fieldMost);
    m_compare->setIconName(u"compare"_s);
    m_compare->setCheckable(true);
    setSafeToolTip(m_compare, tr("Compares this period with an earlier one"));
    setComparing(false);
    tools->addWidget(m_field, 1);
    tools->addStretch(0);
    tools->addWidget(m_period);
    tools->addWidget(m_compare);
    tools->addWidget(m_export);
    connect(m_back, &QToolButton::clicked, this, &QualityBar::backRequested);
    connect(m_field, &QLineEdit::textChanged, this, &QualityBar::filterTyped);
    connect(m_field, &FilterField::left, this, &QualityBar::pageWanted);
    connect(m_field, &FilterField::resultsWanted, this, &QualityBar::pageWanted);
    connect(m_compare, &BarButton::clicked, this,
            [this] { Q_EMIT compareToggled(!m_isComparing); });
    connect(m_export, &QToolButton::clicked, this, &QualityBar::openExportMenu);
}

void QualityBar::setComparing(bool on)
{
    m_isComparing = on;
    m_compare->setChecked(on);
    m_compare->setTexts({}, tr("Compare"));
    m_compare->setAccessibleName(on ? tr("Compare periods, on") : tr("Compare periods"));
}

void QualityBar::setWayBack(const QString &where)
{
    m_back->setVisible(!where.isEmpty());
    const auto text = tr("Back to %1 (Alt+Up)").arg(where);
    m_back->setAccessibleName(text);
    setSafeToolTip(m_back, text);
}

void QualityBar::openExportMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, SavedAs kind) {
        return menu->addAction(text, this, [this, kind] { Q_EMIT exportChosen(kind); });
    };
    add(tr("Picture (PNG)"), SavedAs::Png);
    add(tr("Page (PDF)"), SavedAs::Pdf);
    menu->addSeparator();
    auto *table = add(tr("Table (CSV)"), SavedAs::Csv);
    table->setEnabled(!m_hasTable || m_hasTable());
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

QSize QualityBar::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

//! Where one row is too narrow, filter and tools stand below the pages, and words go.
void QualityBar::arrange()
{
    // What is arranged asks for a new layout itself: only another cause arranges again.
    const QStringList cause{QString::number(width()),
                            QString::number(m_back->isVisibleTo(this)),
                            QString::number(m_segments->sizeHint().width()),
                            font().toString(),
                            m_period->accessibleName(),
                            m_compare->accessibleName()};
    if (cause == m_arranged)
        return;
    m_arranged = cause;
    const int room = width() - 2 * size::page
        - (m_back->isVisibleTo(this) ? m_back->sizeHint().width() + size::gap : 0);
    m_period->setCompact(false);
    m_compare->setCompact(false);
    const auto needed = [this] { return m_tools->layout()->minimumSize().width(); };
    const int pages = m_segments->sizeHint().width() + size::gap;
    if (pages + needed() > room)
        m_compare->setCompact(true);
    const bool isOne = pages + needed() <= room;
    m_rows->setDirection(isOne ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_tools->layout()->setContentsMargins(isOne ? size::gap : 0, 0, 0, 0);
    if (!isOne && needed() > room)
        m_period->setCompact(true);
    updateGeometry();
}

void QualityBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool QualityBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        arrange();
    return QWidget::event(event);
}

void QualityBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(this)(Colour::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokensOf(this)(Colour::Border));
}

} // namespace portolan::views::quality
