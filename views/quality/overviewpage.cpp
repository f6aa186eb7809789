// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/overviewpage.h"

#include "views/quality/chartcard.h"
#include "views/quality/heatmap.h"
#include "views/quality/leveldelegate.h"
#include "views/quality/periodbutton.h"
#include "views/quality/rootstree.h"
#include "views/quality/trendcharts.h"
#include "views/shared/fittedtable.h"
#include "views/shared/labels.h"

#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using items::ServiceLevelModel;

constexpr int linesAcross = 55; // as wide as so many lines are high a page needs to be
constexpr int stateVersion = 1;

FittedTable *levelsTable(ServiceLevelModel &model)
{
    using M = ServiceLevelModel;
    auto *table = new FittedTable(OverviewPage::tr("What hurts first"), model,
                                  {M::Level,
                                   {M::Domain, M::Target, M::Sli},
                                   {M::Owner, M::Short, M::Middle},
                                   M::State,
                                   M::IdRole},
                                  nullptr);
    table->setItemDelegate(new LevelDelegate(table));
    return table;
}

} // namespace

OverviewPage::OverviewPage(QWidget *parent)
    : QualityPage(parent)
    , m_table(levelsTable(m_levels))
    , m_heat(new HeatMap(m_heatModel))
    , m_trends(new TrendCharts)
    , m_heatCard(new ChartCard(tr("Domain × dimension"), m_heat))
    , m_trendCard(new ChartCard(tr("Trends"), m_trends))
    , m_roots(new RootsTree)
    , m_across(new QSplitter(Qt::Horizontal))
    , m_down(new QSplitter(Qt::Vertical))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *upper = buildLevels();
    m_down->addWidget(upper);
    m_down->addWidget(buildCharts());
    m_down->setChildrenCollapsible(false);
    m_down->setStretchFactor(0, 3);
    m_down->setStretchFactor(1, 4);
    m_down->setSizes({290, 390});
    m_across->addWidget(m_down);
    m_across->addWidget(m_roots);
    m_across->setChildrenCollapsible(false);
    m_across->setStretchFactor(0, 1);
    m_across->setSizes({1000, size::inspector});
    m_roots->setMinimumWidth(size::inspectorLeast);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_across, 1);
    connect(m_table, &FittedTable::chosen, this, &QualityPage::openLevel);
    connect(m_heat->table(), &HeatTable::chosen, this,
            [this](const QString &filter) { Q_EMIT filterRequested(PageKind::Checks, filter); });
    connect(m_roots, &RootsTree::openEntity, this, &QualityPage::openEntity);
    connect(m_roots, &RootsTree::openLevel, this, &QualityPage::openLevel);
    connect(m_roots, &RootsTree::openInLineage, this, &QualityPage::openInLineage);
}

OverviewPage::~OverviewPage() = default;

QWidget *OverviewPage::buildFirst()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(size::page, size::buttonPadding, size::page, size::unit);
    row->setSpacing(size::gap);
    m_firstIcon = new IconLabel(statusIcon(Status::Ok), size::icon, Colour::StatusOk);
    m_firstWord = new SafeLabel(tr("Do first:"));
    m_firstWord->setTextFont(Text::Body, true);
    m_firstText = new SafeLabel;
    m_firstText->setWordWrap(true);
    m_firstLink = new LinkButton(tr("Show it"));
    connect(m_firstLink, &LinkButton::clicked, this, [this] {
        if (!m_first.asset.isNull())
            Q_EMIT openInLineage(m_first.asset);
        else
            Q_EMIT openLevel(m_first.level);
    });
    row->addWidget(m_firstIcon);
    row->addWidget(m_firstWord);
    row->addWidget(m_firstText, 1);
    row->addWidget(m_firstLink);
    return line;
}

QWidget *OverviewPage::buildLevels()
{
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildFirst());
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::page, 0, size::page, 0);
    head->setSpacing(size::gap);
    auto *title = new SafeLabel(tr("What hurts first"));
    title->setTextFont(Text::Body, true);
    title->setMinimumHeight(size::row(32, QFontMetrics(fontOf(Text::Body))));
    m_counts = new ElidedLabel(Elide::Prose);
    m_counts->setColour(Colour::TextSecondary);
    m_counts->setTextFont(Text::Small);
    m_rootsLink = new LinkButton(tr("Failing ancestors"));
    m_rootsLink->hide();
    connect(m_rootsLink, &LinkButton::clicked, this, [this] {
        m_rootsNarrow = !m_rootsNarrow;
        arrange();
    });
    head->addWidget(title);
    head->addWidget(m_counts, 1);
    head->addWidget(m_rootsLink);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    const int row = size::row(size::tableRow, QFontMetrics(fontOf(Text::Body)));
    m_table->setMinimumHeight(4 * row);
    return upper;
}

QWidget *OverviewPage::buildCharts()
{
    auto *lower = new QWidget;
    auto *row = new QHBoxLayout(lower);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_heatCard, 6);
    row->addWidget(new Line(Qt::Vertical));
    row->addWidget(m_trendCard, 4);
    m_heatCard->setMinimumWidth(320);
    m_trendCard->setMinimumWidth(280);
    return lower;
}

QString OverviewPage::firstText() const
{
    return m_firstText->text();
}

void OverviewPage::setPeriod(const items::Period &period)
{
    m_period = period;
}

void OverviewPage::setFilter(const QString &filter)
{
    m_filterText = filter;
    m_levels.setFilter(items::QualityFilter(filter));
    m_heatModel.setFilter(items::QualityFilter(filter));
    showCharts();
}

void OverviewPage::setBoard(const BoardPtr &board)
{
    m_board = board;
    m_levels.show(board);
    m_heatModel.show(board);
    if (!board)
        return;
    if (m_table->currentId().isNull() && m_levels.rowCount() > 0)
        m_table->setCurrentIndex(m_levels.index(0, ServiceLevelModel::Level));
    showFirst();
    showCharts();
    // The order is that of the table, and the table is as high as what hurts.
    m_counts->setText(items::countsText(board->levels)
                      + tr(", burn rates over the short, middle and long window"));
}

void OverviewPage::showFirst()
{
    m_first = items::firstThing(*m_board);
    const auto status = statusOf(m_first.state);
    m_firstIcon->setIconName(statusIcon(status));
    m_firstIcon->setColour(status == Status::Breach     ? Colour::StatusBreach
                               : status == Status::Warn ? Colour::StatusWarn
                               : status == Status::Ok   ? Colour::StatusOk
                                                        : Colour::StatusUnknown);
    m_firstText->setText(m_first.text);
    m_firstLink->setVisible(m_first.state != domain::SloState::Met
                            && !(m_first.asset.isNull() && m_first.level.isNull()));
}

void OverviewPage::showCharts()
{
    if (!m_board)
        return;
    const items::QualityFilter filter(m_filterText);
    const auto trends = items::trendsOf(*m_board, filter);
    m_trends->show(trends, m_period);
    TrendCharts::tabulate(trends, m_trendCard->figures());
    m_trendCard->setNote(
        tr("% of runs good, %1 dashed").arg(QLocale().toString(qRound(items::usualTarget * 100))));
    const auto text = PeriodButton::textOf(m_period);
    m_heatCard->setNote(tr("% of runs good, %1").arg(text));
    for (auto *card : {m_heatCard, m_trendCard})
        card->setSubject(m_filterText.isEmpty() ? text : QString(text + u" · "_s + m_filterText));
    m_roots->show(m_board, filter);
    const auto &heat = m_heatModel;
    using Kind = items::FigureTable::Kind;
    QList<QPersistentModelIndex> cells; // where nothing is checked there is nothing to tell
    for (int row = 0; row < heat.rowCount(); ++row) {
        for (int column = 0; column < heat.columnCount(); ++column) {
            const auto cell = heat.index(row, column);
            if (cell.data(items::HeatModel::HasCheckRole).toBool())
                cells.append(cell);
        }
    }
    m_heatCard->figures().show(
        {{tr("Domain"), Kind::Text}, {tr("Dimension"), Kind::Text}, {tr("Good"), Kind::Percent, 2}},
        int(cells.size()), [this, cells](int row, int column) -> QVariant {
            const QModelIndex cell = cells.at(row);
            if (column == 0)
                return m_heatModel.headerData(cell.row(), Qt::Vertical, Qt::DisplayRole);
            return column == 1
                ? m_heatModel.headerData(cell.column(), Qt::Horizontal, Qt::ToolTipRole)
                : cell.data(items::HeatModel::ShareRole);
        });
}

void OverviewPage::arrange()
{
    // Large text needs a wider window for all columns.
    const int needed =
        std::max(size::narrowWindow, linesAcross * QFontMetrics(fontOf(Text::Body)).height());
    const bool narrow = width() < needed;
    m_rootsLink->setVisible(narrow && m_board && !m_board->roots.isEmpty());
    m_roots->setVisible(!narrow || m_rootsNarrow);
    m_trendCard->setVisible(!narrow || !m_rootsNarrow);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QualityPage::resizeEvent(event);
    arrange();
}

QByteArray OverviewPage::csv() const
{
    return m_levels.csv();
}

QVariantMap OverviewPage::saveState() const
{
    return {{u"version"_s, stateVersion},
            {u"levels"_s, m_table->saveState()},
            {u"across"_s, m_across->saveState()},
            {u"down"_s, m_down->saveState()},
            {u"heatTable"_s, m_heatCard->isTable()},
            {u"trendTable"_s, m_trendCard->isTable()},
            {u"roots"_s, m_rootsNarrow}};
}

void OverviewPage::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != stateVersion)
        return;
    m_table->restoreState(state.value(u"levels"_s).toMap());
    m_across->restoreState(state.value(u"across"_s).toByteArray());
    m_down->restoreState(state.value(u"down"_s).toByteArray());
    m_heatCard->showTable(state.value(u"heatTable"_s).toBool());
    m_trendCard->showTable(state.value(u"trendTable"_s).toBool());
    m_rootsNarrow = state.value(u"roots"_s).toBool();
}

QList<QWidget *> OverviewPage::parts() const
{
    QList<QWidget *> parts{m_table,
                           m_heatCard->isTable() ? m_heatCard->table()
                                                 : static_cast<QWidget *>(m_heat->table())};
    if (m_roots->isVisibleTo(this))
        parts.append(m_roots->tree());
    return parts;
}

} // namespace portolan::views::quality
