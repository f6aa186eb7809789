// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/bar.h"

#include "views/shared/barbutton.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/safetext.h"
#include "views/shared/tabs.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageFormat;
using items::LineageGrouping;
using items::LineageOverlay;

namespace {

constexpr std::array depths{1U, 2U, 3U, 5U, 10U};
constexpr double zoomStep = 1.25;

QString depthText(std::optional<quint32> depth)
{
    return depth ? QLocale().toString(*depth) : Bar::tr("all", "depth");
}

QString groupText(LineageGrouping grouping)
{
    switch (grouping) {
    case LineageGrouping::None:
        return Bar::tr("none", "grouping");
    case LineageGrouping::Domain:
        return Bar::tr("domain", "grouping");
    case LineageGrouping::DomainAndProduct:
        return Bar::tr("domain and product", "grouping");
    case LineageGrouping::Product:
        return Bar::tr("product", "grouping");
    case LineageGrouping::Schema:
        return Bar::tr("schema", "grouping");
    }
    return {};
}

} // namespace

Bar::Bar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_hits(new SafeLabel(this))
    , m_upstream(new BarButton(this))
    , m_downstream(new BarButton(this))
    , m_group(new BarButton(this))
    , m_overlay(new BarButton(this))
    , m_date(new BarButton(this))
    , m_filter(new BarButton(this))
    , m_pages(new Segments(this))
    , m_zoom(new SafeLabel(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(size::page, size::gap, size::gap, size::gap + 1);
    rows->setSpacing(size::unit);
    m_first = new QHBoxLayout;
    m_second = new QHBoxLayout;
    for (auto *row : {m_first, m_second}) {
        row->setSpacing(size::unit);
        rows->addLayout(row);
    }
    m_field->setPlaceholderText(tr("Find in graph"));
    m_field->setAccessibleName(tr("Find in graph"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_hits->setForegroundRole(QPalette::PlaceholderText);
    m_hits->setTextFont(Text::Small);
    m_hits->hide();
    connect(m_field, &QLineEdit::textChanged, this, &Bar::findTyped);
    m_choices = {m_field, m_hits};
    buildChoices();
    buildTools();
    setRows(1);
    showChoice({});
    showOverlay(LineageOverlay::None, {});
    showDate(tr("Now"), tr("As of: %1").arg(tr("Now")), true);
    showZoom(1);
}

void Bar::buildChoices()
{
    m_upstream->setIconName(u"upstream"_s);
    m_downstream->setIconName(u"downstream"_s);
    m_group->setIconName(u"group"_s);
    m_overlay->setIconName(u"overlay"_s);
    m_date->setIconName(u"history"_s);
    for (auto *button : {m_upstream, m_downstream, m_group, m_overlay, m_date}) {
        button->setChevron(true);
        m_choices.append(button);
    }
    m_filter->setIconName(u"filter"_s);
    m_filter->setTexts({}, tr("Filter"));
    m_filter->setCheckable(true);
    m_filter->setCompact(true);
    setSafeToolTip(m_filter, tr("Filter what is shown (Ctrl+L)"));
    m_choices.append(m_filter);
    connect(m_upstream, &BarButton::clicked, this, [this] { openDepthMenu(m_upstream, true); });
    connect(m_downstream, &BarButton::clicked, this,
            [this] { openDepthMenu(m_downstream, false); });
    connect(m_group, &BarButton::clicked, this, &Bar::openGroupMenu);
    connect(m_overlay, &BarButton::clicked, this, &Bar::openOverlayMenu);
    connect(m_date, &BarButton::clicked, this, &Bar::dateRequested);
}

void Bar::buildTools()
{
    m_pages->setAccessibleName(tr("Show as"));
    m_pages->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (const auto &name : {tr("Graph"), tr("List"), tr("Impact")})
        m_pages->add(name);
    connect(m_pages, &Segments::currentChanged, this,
            [this](int page) { Q_EMIT pageChosen(Page(page)); });
    m_tidy = iconButton(u"view-graph"_s, tr("Tidier layout"), this);
    m_tidy->hide();
    auto *out = iconButton(u"zoom-out"_s, tr("Zoom out (-)"), this);
    auto *in = iconButton(u"zoom-in"_s, tr("Zoom in (+)"), this);
    auto *fit = iconButton(u"fit"_s, tr("Show all of it (F)"), this);
    m_minimap = iconButton(u"minimap"_s, tr("Minimap"), this);
    m_inspector = iconButton(u"inspector"_s, tr("Inspector (F4)"), this);
    m_export = iconButton(u"export"_s, tr("Export (Ctrl+E)"), this);
    m_minimap->setCheckable(true);
    m_inspector->setCheckable(true);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setForegroundRole(QPalette::PlaceholderText);
    m_zoom->setTextFont(Text::Small);
    connect(out, &QToolButton::clicked, this, [this] { Q_EMIT zoomRequested(1 / zoomStep); });
    connect(in, &QToolButton::clicked, this, [this] { Q_EMIT zoomRequested(zoomStep); });
    connect(fit, &QToolButton::clicked, this, &Bar::fitRequested);
    connect(m_export, &QToolButton::clicked, this, &Bar::openExportMenu);
    m_zoomTools = {out, m_zoom, in, fit, m_minimap};
    m_tools = {m_tidy, m_pages, out, m_zoom, in, fit, m_minimap, m_inspector, m_export};
}

void Bar::popUp(QMenu *menu, QWidget *below)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(below->mapToGlobal(QPoint(0, below->height())));
}

void Bar::openDepthMenu(BarButton *button, bool upstream)
{
    auto *menu = new QMenu(this);
    const auto current = upstream ? m_choice.upstream : m_choice.downstream;
    const auto add = [&](const QString &text, std::optional<quint32> depth) {
        auto *action = menu->addAction(text, this, [this, upstream, depth] {
            if (upstream)
                Q_EMIT upstreamChosen(depth);
            else
                Q_EMIT downstreamChosen(depth);
        });
        action->setCheckable(true);
        action->setChecked(current == depth);
    };
    add(tr("All"), {});
    for (const auto depth : depths)
        add(tr("%n step(s)", nullptr, int(depth)), depth);
    add(tr("None"), 0);
    popUp(menu, button);
}

void Bar::openGroupMenu()
{
    auto *menu = new QMenu(this);
    for (const auto grouping :
         {LineageGrouping::Domain, LineageGrouping::DomainAndProduct, LineageGrouping::Product,
          LineageGrouping::Schema, LineageGrouping::None}) {
        auto *action = menu->addAction(groupText(grouping), this,
                                       [this, grouping] { Q_EMIT groupingChosen(grouping); });
        action->setCheckable(true);
        action->setChecked(m_choice.grouping == grouping);
    }
    menu->addSeparator();
    menu->addAction(tr("Fold all"), this, [this] { Q_EMIT foldChosen(true); });
    menu->addAction(tr("Unfold all"), this, [this] { Q_EMIT foldChosen(false); });
    popUp(menu, m_group);
}

void Bar::openOverlayMenu()
{
    auto *menu = new QMenu(this);
    for (const auto overlay : std::as_const(m_overlays)) {
        auto *action = menu->addAction(overlayName(overlay), this,
                                       [this, overlay] { Q_EMIT overlayChosen(overlay); });
        action->setCheckable(true);
        action->setChecked(m_shownOverlay == overlay);
    }
    popUp(menu, m_overlay);
}

void Bar::openExportMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [&](const QString &text, LineageFormat format) {
        menu->addAction(text, this, [this, format] { Q_EMIT exportChosen(format); });
    };
    add(tr("Picture (PNG)"), LineageFormat::Png);
    add(tr("Drawing (SVG)"), LineageFormat::Svg);
    add(tr("Page (PDF)"), LineageFormat::Pdf);
    menu->addSeparator();
    add(tr("Edges as a table (CSV)"), LineageFormat::Csv);
    add(tr("Graphviz (DOT)"), LineageFormat::Dot);
    add(tr("Nodes and edges (JSON)"), LineageFormat::Json);
    popUp(menu, m_export);
}

void Bar::showChoice(const items::LineageChoice &choice)
{
    m_choice = choice;
    say(m_upstream, tr("Upstream:"), depthText(choice.upstream));
    say(m_downstream, tr("Downstream:"), depthText(choice.downstream));
    say(m_group, tr("Group:"), groupText(choice.grouping));
    m_upstream->setVisible(!choice.root.isNull());
    m_downstream->setVisible(!choice.root.isNull());
    settle();
}

QString Bar::overlayName(LineageOverlay overlay)
{
    if (overlay == LineageOverlay::Classification)
        return tr("classification", "overlay");
    if (overlay == LineageOverlay::ServiceLevel)
        return tr("SLO", "overlay");
    if (overlay == LineageOverlay::Freshness)
        return tr("freshness", "overlay");
    if (overlay == LineageOverlay::Agreements)
        return tr("agreements", "overlay");
    return overlay == LineageOverlay::Status ? tr("status", "overlay") : tr("none", "overlay");
}

void Bar::showOverlay(LineageOverlay overlay, const QList<LineageOverlay> &offered)
{
    m_shownOverlay = overlay;
    m_overlays = offered;
    say(m_overlay, tr("Overlay:"), overlayName(overlay));
    m_overlay->setVisible(offered.size() > 1);
    settle();
}

void Bar::showDate(const QString &text, const QString &spoken, bool isNow)
{
    m_isNow = isNow;
    m_date->setTexts({}, text);
    m_date->setAccessibleName(spoken);
    setSafeToolTip(m_date, spoken);
    settle();
}

void Bar::showZoom(double scale)
{
    const double percent = scale * 100;
    m_zoom->setText(tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0)));
    // So that what stands beside it does not move with the digits.
    m_zoom->setMinimumWidth(QFontMetrics(fontOf(Text::Small)).horizontalAdvance(u"100 %000"_s));
}

void Bar::showPage(Page page)
{
    m_page = page;
    m_pages->setCurrent(page);
    for (auto *tool : std::as_const(m_zoomTools))
        tool->setVisible(page == Graph);
    settle();
}

QPoint Bar::dateCorner() const
{
    return m_date->mapToGlobal(QPoint(0, m_date->height()));
}

void Bar::showHits(const QString &text)
{
    m_hits->setText(text);
    m_hits->setVisible(!text.isEmpty());
    settle();
}

bool Bar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    switch (press->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        Q_EMIT findNext(!press->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Escape:
        if (m_field->text().isEmpty())
            Q_EMIT findLeft();
        m_field->clear();
        return true;
    case Qt::Key_Down:
        Q_EMIT findLeft();
        return true;
    default:
        return false;
    }
}

void Bar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(this)(Colour::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokensOf(this)(Colour::Border));
}

} // namespace portolan::views::lineage
