// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/slopage.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/items/sloevidence.h"
#include "models/items/slotext.h"
#include "views/quality/chartcard.h"
#include "views/quality/leveldelegate.h"
#include "views/quality/periodbutton.h"
#include "views/quality/slocharts.h"
#include "views/quality/slofigures.h"
#include "views/quality/targethandle.h"
#include "views/shared/blocks.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using WhatIfAnswer = Result<::portolan::quality::WhatIf>;

constexpr int sideWidth = 356;
constexpr int linesAcross = 55; // as wide as so many lines are high a page needs to be
constexpr qint64 week = 7LL * 86'400'000;

} // namespace

SloPage::SloPage(items::QualitySource &source, QWidget *parent)
    : QualityPage(parent)
    , m_source(source)
    , m_error(new ErrorNote)
    , m_empty(new EmptyState)
    , m_scroll(new QScrollArea)
    , m_sli(new TimeChart(tr("SLI over time")))
    , m_budget(new TimeChart(tr("Error budget over time")))
    , m_burn(new TimeChart(tr("Burn rates over time")))
    , m_samples(new TimeChart(tr("Samples over time")))
    , m_sliCard(new ChartCard(tr("SLI"), m_sli))
    , m_budgetCard(new ChartCard(tr("Error budget"), m_budget))
    , m_burnCard(new ChartCard(tr("Burn rate"), m_burn))
    , m_sampleCard(new ChartCard(tr("Samples"), m_samples))
    , m_handle(new TargetHandle(*m_sli))
    , m_figures(new SloFigures)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_error);
    column->addWidget(m_empty, 1);
    column->addWidget(m_scroll, 1);
    m_error->hide();
    m_empty->hide();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(buildCharts());
    connect(m_error, &ErrorNote::actionTriggered, this, &SloPage::ask);
    connect(m_handle, &TargetHandle::targetTried, this, &SloPage::tryTarget);
    connect(m_figures->whatIf(), &WhatIfTable::resetRequested, this, [this] {
        if (m_story)
            m_handle->setValue(int(std::lround(m_story->level.row.slo.target * 100'000)));
    });
    connect(m_figures->whatIf(), &WhatIfTable::proposalRequested, this, [this] {
        if (m_story)
            QGuiApplication::clipboard()->setText(m_figures->whatIf()->proposal(*m_story));
    });
    connect(m_figures, &SloFigures::openEntity, this, &QualityPage::openEntity);
}

SloPage::~SloPage() = default;

QWidget *SloPage::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(size::page, size::buttonPadding, size::page, size::buttonPadding);
    column->setSpacing(size::gap);
    auto *first = new QHBoxLayout;
    first->setSpacing(size::gap);
    m_title = new ElidedLabel(Elide::Name);
    m_title->setTextFont(Text::Title);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_targetTag = new TagLabel({});
    m_sliceTag = new TagLabel({});
    first->addWidget(new IconLabel(u"kind-slo"_s, size::icon));
    first->addWidget(m_title, 1);
    first->addWidget(m_targetTag);
    first->addWidget(m_sliceTag);
    first->addStretch(1);
    column->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(size::gap);
    m_status = new StatusLabel(Status::Unknown, {});
    m_standing = new SafeLabel;
    m_standing->setWordWrap(true);
    m_standing->setSelectable(true);
    second->addWidget(m_status, 0, Qt::AlignTop);
    second->addWidget(m_standing, 1);
    column->addLayout(second);
    return head;
}

QWidget *SloPage::buildCharts()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(0);
    pair->addWidget(m_budgetCard, 1);
    pair->addWidget(new Line(Qt::Vertical));
    pair->addWidget(m_burnCard, 1);
    const int line = QFontMetrics(fontOf(Text::Small)).height();
    m_sliCard->setMinimumHeight(14 * line);
    m_budgetCard->setMinimumHeight(13 * line);
    m_sampleCard->setMinimumHeight(11 * line);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_sliCard, 5);
    column->addWidget(new Line(Qt::Horizontal));
    column->addLayout(pair, 4);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_sampleCard, 3);
    auto *all = new QWidget;
    all->setBackgroundRole(QPalette::Base);
    all->setAutoFillBackground(true);
    m_across = new QBoxLayout(QBoxLayout::LeftToRight, all);
    m_across->setContentsMargins(0, 0, 0, 0);
    m_across->setSpacing(0);
    m_across->addWidget(left, 1);
    m_across->addWidget(new Line(Qt::Vertical));
    m_across->addWidget(m_figures);
    return all;
}

QString SloPage::title() const
{
    if (!m_story)
        return {};
    return tr("%1 of %2")
        .arg(items::measureTitle(m_story->level.row.slo),
             items::oneLine(m_story->level.title(), 80));
}

void SloPage::setPeriod(const items::Period &period)
{
    const bool isOther = period != m_period;
    m_period = period;
    if (isOther && !m_id.isNull())
        ask();
}

void SloPage::showThing(const QUuid &id)
{
    if (id == m_id && m_story)
        return;
    m_id = id;
    m_story.reset();
    {
        const QSignalBlocker blocker(m_handle); // what was tried belongs to the one before
        m_handle->reset();
    }
    m_scroll->hide();
    m_title->setText({});
    m_standing->setText(tr("Reading the evidence"));
    m_status->hide();
    m_targetTag->hide();
    m_sliceTag->hide();
    ask();
}

void SloPage::ask()
{
    if (m_id.isNull() || !m_period.from.isValid())
        return;
    const auto question = ++m_question;
    m_isAsking = true;
    onFinished(m_source.slo(m_id, m_period), this, [this, question](Result<items::SloStory> story) {
        if (question == m_question)
            take(std::move(story));
    });
}

void SloPage::take(Result<items::SloStory> story)
{
    m_isAsking = false;
    const bool isGone = !story && story.error().kind == Error::Kind::NotFound;
    m_error->setVisible(!story && !isGone);
    m_empty->setVisible(isGone);
    if (isGone) {
        m_scroll->hide();
        m_standing->setText({});
        m_empty->explain(u"kind-slo"_s, tr("This service level is no longer declared"),
                         tr("It was taken out of the file that it stood in, or the account is "
                            "gone."));
        return;
    }
    if (!story)
        return m_error->report(tr("Reading the service level failed"), story.error(),
                               tr("Try again"));
    m_story = std::make_shared<const items::SloStory>(*std::move(story));
    m_scroll->show();
    showStory();
    Q_EMIT titleChanged();
}

void SloPage::showHead()
{
    const auto &level = m_story->level;
    const auto &slo = level.row.slo;
    m_title->setText(title());
    m_targetTag->setText(
        tr("%1 over %2")
            .arg(items::targetText(slo.target), items::shorthandText(slo.window.duration)));
    m_sliceTag->setText(slo.method == domain::SloMethod::Occurrences
                            ? tr("counted rows")
                            : tr("slices of %1").arg(items::shorthandText(slo.slice)));
    m_targetTag->show();
    m_sliceTag->show();
    m_status->show();
    const auto state = level.state();
    m_status->setStatus(statusOf(state),
                        state == domain::SloState::Burning
                            ? tr("Met, but burning:")
                            : tr("%1:").arg(items::stateText(state)));
    m_standing->setText(items::standingText(level));
}

void SloPage::showStory()
{
    showHead();
    const auto &story = *m_story;
    const auto &figures = story.level.figures;
    m_sli->setContent(sliContent(story));
    tabulateSli(story, m_sliCard->figures());
    m_budget->setContent(budgetContent(story));
    tabulateBudget(story, m_budgetCard->figures());
    m_burn->setContent(burnContent(story));
    tabulateBurn(story, m_burnCard->figures());
    m_samples->setContent(sampleContent(story));
    tabulateSamples(story, m_sampleCard->figures());
    // Short windows are needles over a long period: the last week first, the rest by a turn.
    const auto end = m_burn->content().to;
    m_burn->setView(std::max(m_burn->content().from, end - week), end);
    const auto window = items::shorthandText(story.level.row.slo.window.duration);
    m_sliCard->setTitle(tr("SLI, %1").arg(window));
    m_sliCard->setNote(tr("drag the target to try another; double-click to type it"));
    const auto budget = items::sliceSpanText(figures, figures.budget.total);
    m_budgetCard->setNote(budget.isEmpty() ? QString() : tr("%1 in %2").arg(budget, window));
    m_burnCard->setNote(m_burn->content().high >= mostBurn
                            ? tr("1× spends exactly the budget; cut at %1×").arg(qRound(mostBurn))
                            : tr("1× spends exactly the budget"));
    m_sampleCard->setNote(story.samples.isEmpty() ? tr("none in the last days of the period")
                                                  : tr("%n measurement(s), bad ones crossed",
                                                       nullptr, int(story.samples.size())));
    for (auto *card : {m_sliCard, m_budgetCard, m_burnCard, m_sampleCard})
        card->setSubject(QString(title() + u" · "_s + PeriodButton::textOf(story.period)));
    m_figures->show(story);
    m_handle->setDeclared(story.level.row.slo.target);
    tryTarget(m_handle->target());
}

void SloPage::tryTarget(double target)
{
    if (!m_story)
        return;
    m_wanted = target;
    m_sli->setLevels(targetLevels(*m_story, target));
    m_sli->setBands(triedBands(*m_story, target));
    reckon();
}

//! The figures of the wanted target, by the same arithmetic, away from this thread; while a person
//! drags only the newest target is reckoned.
void SloPage::reckon()
{
    if (m_isReckoning)
        return;
    m_isReckoning = true;
    const auto run = [story = m_story,
                      wanted = m_wanted]() -> std::pair<WhatIfAnswer, WhatIfAnswer> {
        const auto evidence = items::evidenceOf(story->evidence);
        const auto at = story->period.to.toMSecsSinceEpoch();
        const auto &slo = story->level.row.slo;
        return {::portolan::quality::whatIf(slo, evidence, at, slo.target),
                ::portolan::quality::whatIf(slo, evidence, at, wanted)};
    };
    onFinished(QtConcurrent::run(run), this,
               [this, story = m_story,
                wanted = m_wanted](const std::pair<WhatIfAnswer, WhatIfAnswer> &answers) {
                   m_isReckoning = false;
                   if (story == m_story) {
                       m_figures->whatIf()->setDeclared(*story, answers.first);
                       m_figures->whatIf()->setTried(answers.second, m_handle->isTrying());
                   }
                   if (m_story && (story != m_story || wanted != m_wanted))
                       reckon();
               });
}

void SloPage::arrange()
{
    // Large text needs a wider window for two columns.
    const int needed =
        std::max(size::narrowWindow, linesAcross * QFontMetrics(fontOf(Text::Body)).height());
    const bool narrow = width() < needed;
    m_across->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_figures->setMinimumWidth(narrow ? 0 : sideWidth);
    m_figures->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : sideWidth);
}

void SloPage::resizeEvent(QResizeEvent *event)
{
    QualityPage::resizeEvent(event);
    arrange();
}

QByteArray SloPage::csv() const
{
    return m_story ? m_sliCard->csv() : QByteArray();
}

QVariantMap SloPage::saveState() const
{
    return {{u"sli"_s, m_sliCard->isTable()},
            {u"budget"_s, m_budgetCard->isTable()},
            {u"burn"_s, m_burnCard->isTable()},
            {u"samples"_s, m_sampleCard->isTable()},
            {u"scroll"_s, m_scroll->verticalScrollBar()->value()}};
}

void SloPage::restoreState(const QVariantMap &state)
{
    m_sliCard->showTable(state.value(u"sli"_s).toBool());
    m_budgetCard->showTable(state.value(u"budget"_s).toBool());
    m_burnCard->showTable(state.value(u"burn"_s).toBool());
    m_sampleCard->showTable(state.value(u"samples"_s).toBool());
}

QList<QWidget *> SloPage::parts() const
{
    return {m_sliCard->isTable() ? static_cast<QWidget *>(m_sliCard->table()) : m_sli};
}

} // namespace portolan::views::quality
