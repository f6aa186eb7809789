// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/comparepage.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/items/slotext.h"
#include "views/shared/blocks.h"
#include "views/shared/rowdelegate.h"
#include "views/shared/tabs.h"

#include <QHash>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using Kind = items::FigureTable::Kind;

constexpr int points = 100; // percent points in a whole

//! One row: what it is, then and now.
struct Pair
{
    QString name;
    QString what;
    QString wordThen;
    QString wordNow;
    std::optional<double> then;
    std::optional<double> now;

    std::optional<double> difference() const
    {
        return then && now ? std::optional(*now - *then) : std::nullopt;
    }
};

QVariant valueOf(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

//! What got worse stands first; what cannot be compared last.
void sortByHarm(QList<Pair> &pairs)
{
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &left, const Pair &right) {
        return left.difference().value_or(points) < right.difference().value_or(points);
    });
}

std::optional<double> sliOf(const items::ServiceLevel &level)
{
    return level.problem.isEmpty() ? level.figures.sli : std::nullopt;
}

} // namespace

ComparePage::ComparePage(items::QualitySource &source, QWidget *parent)
    : QualityPage(parent)
    , m_source(source)
    , m_thenButton(new PeriodButton)
    , m_which(new Segments)
    , m_table(new QTableView)
    , m_error(new ErrorNote)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(size::page, size::gap, size::page, size::gap);
    row->setSpacing(size::gap);
    m_which->setAccessibleName(tr("What is compared"));
    m_which->add(tr("Service levels"));
    m_which->add(tr("Domains and dimensions"));
    auto *with = new SafeLabel(tr("Compared with"));
    with->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_which);
    row->addStretch(1);
    row->addWidget(with);
    row->addWidget(m_thenButton);
    column->addLayout(row);
    m_note =
        new SafeLabel(tr("Service levels as they stood at the end of each period, each over its "
                         "own window"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(size::page, 0, size::page, size::gap);
    column->addWidget(m_note);
    column->addWidget(m_error);
    m_error->hide();
    column->addWidget(m_table, 1);
    dress(m_table);
    m_table->setAccessibleName(tr("Two periods side by side"));
    m_table->setModel(&m_levels);
    connect(m_which, &Segments::currentChanged, this, [this](int which) {
        m_table->setModel(which == 0 ? &m_levels : &m_shares);
        m_note->setVisible(which == 0);
        fitColumns();
    });
    connect(m_thenButton, &PeriodButton::chosen, this, [this](const PeriodChoice &choice) {
        m_then = choice.at(m_source.now());
        m_thenButton->setChoice(choice, m_source.now());
        ask();
    });
    connect(m_error, &ErrorNote::actionTriggered, this, &ComparePage::ask);
}

void ComparePage::setPeriod(const items::Period &period)
{
    const auto before = std::exchange(m_now, period);
    const auto drift = std::abs(before.from.secsTo(before.to) - period.from.secsTo(period.to));
    if (before.to.isValid() && drift < 2 * 60 * 60) // the same stretch, a moment later
        return ask();
    // By default with the period just before, of the same length.
    const auto seconds = period.from.secsTo(period.to);
    m_then = {period.from.addSecs(-seconds), period.from};
    m_thenButton->setChoice({PeriodChoice::Kind::Own, m_then.from.toLocalTime().date(),
                             m_then.to.addSecs(-1).toLocalTime().date()},
                            m_source.now());
    ask();
}

void ComparePage::setFilter(const QString &filter)
{
    m_filter = items::QualityFilter(filter);
    fill();
}

void ComparePage::setBoard(const BoardPtr &board)
{
    m_boardNow = board;
    fill();
}

void ComparePage::ask()
{
    const auto question = ++m_question;
    onFinished(m_source.board(m_then), this, [this, question](Result<items::QualityBoard> board) {
        if (question != m_question)
            return;
        m_error->setVisible(!board.has_value());
        if (!board)
            return m_error->report(tr("Reading the earlier period failed"), board.error(),
                                   tr("Try again"));
        m_boardThen = std::make_shared<const items::QualityBoard>(*std::move(board));
        fill();
    });
}

void ComparePage::fill()
{
    if (!m_boardNow || !m_boardThen)
        return;
    fillLevels();
    fillShares();
    fitColumns();
}

void ComparePage::fitColumns()
{
    auto *head = m_table->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::ResizeToContents);
    head->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ComparePage::fillLevels()
{
    QHash<QUuid, const items::ServiceLevel *> before;
    for (const auto &level : m_boardThen->levels)
        before.insert(level.row.id, &level);
    QList<Pair> pairs;
    for (const auto &level : m_boardNow->levels) {
        if (!m_filter.matches(items::subjectOf(level)))
            continue;
        const auto *then = before.value(level.row.id, nullptr);
        const auto &asset = level.row.assetName;
        auto what = items::measureTitle(level.row.slo);
        if (!asset.isEmpty() && asset != level.title()) // one product may promise it of two tables
            what = tr("%1 · %2", "a measure and its asset").arg(what, items::oneLine(asset, 80));
        pairs.append({items::oneLine(level.title()), what,
                      then == nullptr ? QString() : items::stateText(then->state()),
                      items::stateText(level.state()),
                      then == nullptr ? std::nullopt : sliOf(*then), sliOf(level)});
    }
    sortByHarm(pairs);
    m_levels.show({{tr("Service level"), Kind::Text},
                   {tr("Dimension"), Kind::Text},
                   {tr("State then"), Kind::Text},
                   {tr("State now"), Kind::Text},
                   {tr("SLI then"), Kind::Percent, 2},
                   {tr("SLI now"), Kind::Percent, 2},
                   {tr("Difference in points"), Kind::Number, 2}},
                  int(pairs.size()), [pairs](int row, int column) -> QVariant {
                      const auto &pair = pairs.at(row);
                      switch (column) {
                      case 0:
                          return pair.name;
                      case 1:
                          return pair.what;
                      case 2:
                          return pair.wordThen;
                      case 3:
                          return pair.wordNow;
                      case 4:
                          return valueOf(pair.then);
                      case 5:
                          return valueOf(pair.now);
                      default:
                          const auto difference = pair.difference();
                          return difference ? QVariant(*difference * points) : QVariant();
                      }
                  });
}

void ComparePage::fillShares()
{
    QList<Pair> pairs;
    for (const auto &cell : m_boardNow->heat) {
        if (!m_filter.matchesPlace(
                {cell.domain.join(u' '), cell.domain, {}, {}, cell.dimension, {}, {}}))
            continue;
        const auto then = std::find_if(
            m_boardThen->heat.begin(), m_boardThen->heat.end(), [&](const auto &other) {
                return other.domain == cell.domain && other.dimension == cell.dimension;
            });
        pairs.append({items::domainText(cell.domain),
                      items::dimensionText(cell.dimension),
                      {},
                      {},
                      then == m_boardThen->heat.end() ? std::nullopt : then->share(),
                      cell.share()});
    }
    sortByHarm(pairs);
    m_shares.show({{tr("Domain"), Kind::Text},
                   {tr("Dimension"), Kind::Text},
                   {tr("Good then"), Kind::Percent, 2},
                   {tr("Good now"), Kind::Percent, 2},
                   {tr("Difference in points"), Kind::Number, 2}},
                  int(pairs.size()), [pairs](int row, int column) -> QVariant {
                      const auto &pair = pairs.at(row);
                      switch (column) {
                      case 0:
                          return pair.name;
                      case 1:
                          return pair.what;
                      case 2:
                          return valueOf(pair.then);
                      case 3:
                          return valueOf(pair.now);
                      default:
                          const auto difference = pair.difference();
                          return difference ? QVariant(*difference * points) : QVariant();
                      }
                  });
}

QByteArray ComparePage::csv() const
{
    return m_which->current() == 0 ? m_levels.csv() : m_shares.csv();
}

QList<QWidget *> ComparePage::parts() const
{
    return {m_table};
}

} // namespace portolan::views::quality
