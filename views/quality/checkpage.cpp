// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/checkpage.h"

#include "models/base/async.h"
#include "models/domain/query.h"
#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "models/items/qualitytext.h"
#include "models/items/slotext.h"
#include "views/quality/checkchart.h"
#include "views/quality/leveldelegate.h"
#include "views/shared/blocks.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/timetext.h"

#include <QHeaderView>
#include <QLocale>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

//! A figure with its name below.
QWidget *figure(const QString &value, const QString &name, const QString &hint)
{
    auto *block = new QWidget;
    auto *number = new SafeLabel(value);
    number->setTextFont(Text::Body, true);
    auto *label = new SafeLabel(name);
    label->setTextFont(Text::Small);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, size::page, 0);
    column->setSpacing(0);
    column->addWidget(number);
    column->addWidget(label);
    setSafeToolTip(block, hint);
    return block;
}

Colour colourOf(Status status)
{
    switch (status) {
    case Status::Ok:
        return Colour::StatusOk;
    case Status::Warn:
        return Colour::StatusWarn;
    case Status::Breach:
        return Colour::StatusBreach;
    case Status::Info:
    case Status::Unknown:
        break;
    }
    return Colour::StatusUnknown;
}

} // namespace

QString CheckPage::title() const
{
    return m_story ? items::oneLine(m_story->check.name, 80) : tr("Check");
}

void CheckPage::setPeriod(const items::Period &period)
{
    if (period == m_period)
        return;
    m_period = period;
    m_chart->setLimits(period);
    refresh();
}

void CheckPage::showThing(const QUuid &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_story.reset();
    m_figures.reset();
    m_runs.setRuns({});
    m_chart->clear();
    m_chart->setLimits(m_period);
    m_error->hide();
    m_stack->setCurrentWidget(m_content);
    refresh();
}

void CheckPage::refresh()
{
    if (m_id.isNull() || !m_period.to.isValid())
        return;
    ask(m_chart->range());
}

void CheckPage::ask(const items::Period &period)
{
    const auto question = ++m_question;
    onFinished(m_source.check(m_id, period), this,
               [this, question, period](Result<items::CheckStory> answer) {
                   if (question == m_question)
                       take(std::move(answer), period == m_period);
               });
}

void CheckPage::take(Result<items::CheckStory> answer, bool whole)
{
    if (!answer) {
        if (answer.error().kind == Error::Kind::NotFound && !m_story) {
            m_empty->explain(u"kind-check"_s, tr("This check is not known"),
                             tr("It was removed at its source, or the account that brought it is "
                                "no longer here."));
            m_stack->setCurrentWidget(m_empty);
            return;
        }
        m_error->report(tr("The runs of the check could not be read."), answer.error(),
                        tr("Try again"));
        return;
    }
    m_error->hide();
    m_stack->setCurrentWidget(m_content);
    const bool renamed = !m_story || m_story->check.name != answer->check.name;
    m_story = *std::move(answer);
    if (whole || !m_figures)
        m_figures = items::figuresOf(*m_story);
    m_chart->setStory(*m_story);
    m_runs.setRuns(m_story->runs);
    fitColumns();
    showHead();
    showFigures();
    showRange();
    if (renamed)
        Q_EMIT titleChanged();
}

//! Once, by what is in them; then they are the person's.
void CheckPage::fitColumns()
{
    if (m_fitted || m_runs.runs().isEmpty())
        return;
    m_fitted = true;
    auto *header = m_table->horizontalHeader();
    for (int column = 0; column < items::CheckRunModel::MessageColumn; ++column) {
        const int before = header->sectionSize(column);
        m_table->resizeColumnToContents(column);
        const int wanted = std::min(header->sectionSize(column), width() / 4);
        header->resizeSection(column, std::max(before, wanted));
    }
}

void CheckPage::showHead()
{
    const auto &check = m_story->check;
    const auto status = check.last ? check.last->status : domain::RunStatus::Unknown;
    const auto shape = statusOf(status);
    m_shape->setIconName(statusIcon(shape));
    m_shape->setColour(colourOf(shape));
    m_title->setText(items::oneLine(check.name, 200));
    m_state->setText(check.last
                         ? tr("%1, %2 ago")
                               .arg(items::runText(status),
                                    items::durationText(check.last->at.msecsTo(m_source.now())))
                         : tr("It never ran"));
    if (check.last)
        setSafeToolTip(m_state, momentText(check.last->at));
    m_asset->setText(items::oneLine(check.assetName, 120));
    m_asset->setShortcut({}); // an ampersand in a name is no key
    m_asset->setVisible(!check.assetName.isEmpty());
    m_asset->setEnabled(!check.asset.isNull());
    QStringList facts;
    for (const auto &fact :
         {check.field, items::dimensionText(check.dimension), items::capitalised(check.severity),
          check.source, items::demandLine(check.expected), check.ownerName}) {
        if (!fact.isEmpty())
            facts.append(items::oneLine(fact, 120));
    }
    m_facts->setText(facts.join(u"  ·  "_s));
}

void CheckPage::showFigures()
{
    const QLocale locale;
    const auto none = tr("–");
    m_figureRow->clear();
    const auto &figures = *m_figures;
    const auto partial = figures.partial ? tr("Of the newest %n run(s); the period has more.",
                                              nullptr, static_cast<int>(m_story->runs.size()))
                                         : tr("Of all runs of the period.");
    m_figureRow->add(figure(figures.goodShare
                                ? tr("%1 %").arg(locale.toString(*figures.goodShare * 100, 'f', 1))
                                : none,
                            tr("good runs"), tr("Pass and warning, of the runs that tell.")));
    auto longest = figures.longestGoesOn ? tr("longest failure, goes on") : tr("longest failure");
    auto turns = tr("turns between good and bad");
    if (figures.partial) {
        longest = tr("%1 (newest runs)").arg(longest);
        turns = tr("%1 (newest runs)").arg(turns);
    }
    m_figureRow->add(
        figure(figures.longestFailureMs ? items::durationText(*figures.longestFailureMs) : none,
               longest, partial));
    m_figureRow->add(figure(locale.toString(figures.turns), turns, partial));
    m_figureRow->add(figure(figures.medianGapMs ? items::durationText(*figures.medianGapMs) : none,
                            tr("usual time between runs"), partial));
    m_figureRow->add(figure(locale.toString(figures.runs), tr("runs in the period"), {}));
}

void CheckPage::showRange()
{
    const auto &range = m_chart->range();
    m_chartHead->setNote(tr("%1 to %2")
                             .arg(items::timeText(range.from.toMSecsSinceEpoch()),
                                  items::timeText(range.to.toMSecsSinceEpoch())));
    m_whole->setEnabled(m_chart->isZoomed());
    if (!m_story)
        return;
    const int shown = static_cast<int>(m_runs.runs().size());
    m_tableHead->setNote(items::hasAllRuns(*m_story)
                             ? tr("%n run(s)", nullptr, shown)
                             : tr("the newest %1").arg(QLocale().toString(shown)));
}

QByteArray CheckPage::csv() const
{
    return m_story ? items::runsAsCsv(m_story->runs) : QByteArray();
}

QVariantMap CheckPage::saveState() const
{
    return {{u"version"_s, 1},
            {u"split"_s, m_split->saveState()},
            {u"columns"_s, m_table->horizontalHeader()->saveState()}};
}

void CheckPage::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_split->restoreState(state.value(u"split"_s).toByteArray());
    m_fitted = m_table->horizontalHeader()->restoreState(state.value(u"columns"_s).toByteArray());
}

QList<QWidget *> CheckPage::parts() const
{
    return {m_chart, m_table};
}

} // namespace portolan::views::quality
