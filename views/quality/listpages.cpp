// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/listpages.h"

#include "views/quality/leveldelegate.h"
#include "views/shared/blocks.h"
#include "views/shared/fittedtable.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int headHeight = 32;

} // namespace

ListPage::ListPage(PageKind kind, QWidget *parent)
    : QualityPage(parent)
    , m_kind(kind)
    , m_count(new SafeLabel)
    , m_empty(new EmptyState)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void ListPage::build(FittedTable *table, QAbstractItemModel &model)
{
    m_table = table;
    m_model = &model;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_count->setTextFont(Text::Body, true);
    m_count->setMinimumHeight(size::row(headHeight, QFontMetrics(fontOf(Text::Body))));
    m_count->setContentsMargins(size::page, 0, size::page, 0);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    m_empty->hide();
    connect(&model, &QAbstractItemModel::modelReset, this, &ListPage::showCount);
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { Q_EMIT filterRequested(m_kind, {}); });
}

void ListPage::setFilter(const QString &filter)
{
    m_isFiltered = !filter.isEmpty();
    filterChanged(items::QualityFilter(filter));
}

void ListPage::showCount()
{
    const int rows = m_model->rowCount();
    const auto all = int(totalCount());
    m_count->setText(rows == all ? tr("%n in all", nullptr, all)
                                 : tr("%1 of %n", nullptr, all).arg(QLocale().toString(rows)));
    m_count->setVisible(rows > 0);
    m_table->setVisible(rows > 0 || !m_hasBoard);
    m_empty->setVisible(rows == 0 && m_hasBoard);
    if (rows > 0 || !m_hasBoard)
        return;
    if (all > 0)
        m_empty->explain(u"filter"_s, tr("Nothing matches this filter"),
                         tr("There are %n without it.", nullptr, all), tr("Clear the filter"));
    else
        explainNothing(*m_empty);
}

std::optional<qint64> ListPage::count() const
{
    return m_hasBoard ? std::optional<qint64>(totalCount()) : std::nullopt;
}

QVariantMap ListPage::saveState() const
{
    return {{u"table"_s, m_table->saveState()}};
}

void ListPage::restoreState(const QVariantMap &state)
{
    m_table->restoreState(state.value(u"table"_s).toMap());
}

QList<QWidget *> ListPage::parts() const
{
    return {m_table};
}

LevelsPage::LevelsPage(QWidget *parent)
    : ListPage(PageKind::Levels, parent)
{
    using M = items::ServiceLevelModel;
    auto *table = new FittedTable(
        tr("Service levels"), m_model,
        {M::Level, {}, {M::Domain, M::Owner, M::Short, M::Middle, M::Target}, M::State, M::IdRole},
        nullptr);
    table->setItemDelegate(new LevelDelegate(table));
    build(table, m_model);
    connect(table, &FittedTable::chosen, this, &QualityPage::openLevel);
}

void LevelsPage::setBoard(const BoardPtr &board)
{
    m_hasBoard = board != nullptr;
    m_model.show(board);
    Q_EMIT titleChanged();
}

void LevelsPage::filterChanged(const items::QualityFilter &filter)
{
    m_model.setFilter(filter);
}

void LevelsPage::explainNothing(EmptyState &empty) const
{
    empty.explain(u"kind-slo"_s, tr("There are no service levels"),
                  tr("Service levels come from OpenSLO files and from the terms of contracts. None "
                     "of your accounts has one."));
}

ChecksPage::ChecksPage(QWidget *parent)
    : ListPage(PageKind::Checks, parent)
{
    using M = items::CheckListModel;
    auto *table = new FittedTable(tr("Checks"), m_model,
                                  {M::Check,
                                   {},
                                   {M::Runs, M::Severity, M::Source, M::Expected, M::Dimension},
                                   M::State,
                                   M::IdRole},
                                  nullptr);
    table->setItemDelegate(new CheckDelegate(table));
    build(table, m_model);
    connect(table, &FittedTable::chosen, this, &QualityPage::openCheck);
}

void ChecksPage::setBoard(const BoardPtr &board)
{
    m_hasBoard = board != nullptr;
    m_model.show(board);
    Q_EMIT titleChanged();
}

void ChecksPage::filterChanged(const items::QualityFilter &filter)
{
    m_model.setFilter(filter);
}

void ChecksPage::explainNothing(EmptyState &empty) const
{
    empty.explain(
        u"kind-check"_s, tr("There are no checks"),
        tr("Checks come from the results of dbt, Great Expectations, Soda and others, and "
           "from contracts. None of your accounts has one."));
}

} // namespace portolan::views::quality
