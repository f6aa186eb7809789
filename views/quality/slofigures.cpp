// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/slofigures.h"

#include "models/items/displaytext.h"
#include "models/items/slotext.h"
#include "views/quality/leveldelegate.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

SafeLabel *number(const QString &text, bool emphasis = false)
{
    auto *label = new SafeLabel(text);
    label->setTextFont(Text::Body, emphasis);
    label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    label->setSelectable(true);
    return label;
}

QVBoxLayout *block(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(size::page, size::gap, size::page, size::gap);
    column->setSpacing(size::unit);
    return column;
}

//! "newest row at most 15 min old", "all its checks pass".
QString goodWhen(const domain::Slo &slo)
{
    switch (slo.measure) {
    case domain::SloMeasure::Freshness:
        return slo.thresholdSeconds ? SloFigures::tr("the newest data are at most %1 old")
                                          .arg(items::spanText(*slo.thresholdSeconds))
                                    : QString();
    case domain::SloMeasure::Check:
        return SloFigures::tr("all of %n check(s) pass", nullptr, int(slo.checks.size()));
    case domain::SloMeasure::Count:
        return SloFigures::tr("rows that the check lets through, among all");
    }
    return {};
}

QString windowOf(const domain::Slo &slo)
{
    return slo.window.rolling
        ? SloFigures::tr("%1, rolling").arg(items::shorthandText(slo.window.duration))
        : SloFigures::tr("%1, by the calendar").arg(items::shorthandText(slo.window.duration));
}

} // namespace

WhatIfTable::WhatIfTable(QWidget *parent)
    : QWidget(parent)
    , m_head(new SectionHead(tr("If the target had been another")))
    , m_reset(new LinkButton(tr("Reset")))
    , m_problem(new SafeLabel)
    , m_propose(new QPushButton)
{
    auto *column = block(this);
    m_head->addAction(m_reset);
    m_reset->hide();
    column->addWidget(m_head);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(size::groupGap);
    grid->setVerticalSpacing(size::unit + 2);
    grid->setColumnStretch(0, 1);
    const QStringList names{QString(), tr("Days missed"), tr("Budget"), tr("Left now"),
                            tr("State now")};
    for (int row = 0; row < RowCount; ++row) {
        m_cells[row][0] = new SafeLabel(names.at(row));
        grid->addWidget(m_cells[row][0], row, 0);
        for (int cell = 1; cell < 3; ++cell) {
            m_cells[row][cell] = nullptr;
            if (row == State) {
                m_states[cell - 1] = new StatusLabel(Status::Unknown, {});
                grid->addWidget(m_states[cell - 1], row, cell, Qt::AlignTrailing);
                continue;
            }
            m_cells[row][cell] = number({}, cell == 2 && row != Head);
            grid->addWidget(m_cells[row][cell], row, cell);
        }
    }
    for (auto *label : m_cells[Head]) {
        label->setTextFont(Text::Small);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    column->addLayout(grid);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_propose->setIcon(icon(u"copy"_s));
    m_propose->hide();
    column->addWidget(m_propose, 0, Qt::AlignLeading);
    connect(m_reset, &LinkButton::clicked, this, &WhatIfTable::resetRequested);
    connect(m_propose, &QPushButton::clicked, this, &WhatIfTable::proposalRequested);
}

QString WhatIfTable::proposal(const items::SloStory &story) const
{
    if (m_propose->isHidden())
        return {};
    const auto &row = story.level.row;
    QStringList lines{tr("Proposal for %1 of %2: target %3 instead of %4, over %5.")
                          .arg(items::measurePhrase(row.slo), items::oneLine(story.level.title()),
                               text(Head, 2), text(Head, 1),
                               items::shorthandText(row.slo.window.duration))};
    for (const auto line : {Missed, Budget, Left, State})
        lines.append(tr("%1: %2 instead of %3", "a figure: proposed, now")
                         .arg(text(line, 0), text(line, 2), text(line, 1)));
    if (!row.slo.file.isEmpty())
        lines.append(row.slo.line > 0
                         ? tr("Declared in %1, line %2").arg(row.slo.file).arg(row.slo.line)
                         : tr("Declared in %1").arg(row.slo.file));
    return lines.join(u'\n');
}

QString WhatIfTable::text(int row, int column) const
{
    return m_cells[row][column] == nullptr ? m_states[column - 1]->accessibleName()
                                           : m_cells[row][column]->text();
}

void WhatIfTable::setCells(int column, const Result<::portolan::quality::WhatIf> &answer)
{
    m_problem->setVisible(!answer);
    if (!answer) {
        m_problem->setText(tr("There are no figures: %1").arg(answer.error().detail));
        return;
    }
    const auto &figures = answer->figures;
    const auto known = figures.sli.has_value();
    m_cells[Head][0]->setText(tr("Last %n day(s)", nullptr, answer->days));
    m_cells[Head][column]->setText(items::targetText(answer->target));
    m_cells[Missed][column]->setText(QLocale().toString(answer->daysMissed));
    const auto span = items::sliceSpanText(figures, figures.budget.total);
    m_cells[Budget][column]->setText(
        span.isEmpty() ? QLocale().toString(figures.budget.total, 'f', 1) : span);
    m_cells[Left][column]->setText(known ? items::percentText(figures.budget.remaining, 0)
                                         : u"–"_s);
    const auto word = items::stateText(figures.state);
    m_states[column - 1]->setStatus(statusOf(figures.state), word);
    m_states[column - 1]->setAccessibleName(word);
}

void WhatIfTable::setDeclared(const items::SloStory &,
                              const Result<::portolan::quality::WhatIf> &declared)
{
    setCells(1, declared);
}

void WhatIfTable::setTried(const Result<::portolan::quality::WhatIf> &tried, bool isTrying)
{
    setCells(2, tried);
    m_reset->setVisible(isTrying);
    m_head->setTitle(isTrying && tried
                         ? tr("If the target had been %1").arg(items::targetText(tried->target))
                         : tr("If the target had been another"));
    for (int row = 0; row < State; ++row)
        m_cells[row][2]->setVisible(isTrying);
    m_states[1]->setVisible(isTrying);
    m_propose->setVisible(isTrying && tried);
    if (tried)
        m_propose->setText(
            tr("Copy proposal of %1 for the owner").arg(items::targetText(tried->target)));
}

SloFigures::SloFigures(QWidget *parent)
    : QWidget(parent)
    , m_whatIf(new WhatIfTable)
    , m_whyHead(new SectionHead(tr("Why")))
    , m_why(new SafeLabel)
    , m_figures(new QWidget)
    , m_grid(nullptr)
    , m_definition(new KeyValueGrid)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    column->addWidget(m_whatIf);
    column->addWidget(new Line(Qt::Horizontal));
    auto *why = new QWidget;
    auto *reasons = block(why);
    m_why->setWordWrap(true);
    m_why->setSelectable(true);
    reasons->addWidget(m_whyHead);
    reasons->addWidget(m_why);
    column->addWidget(why);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_figures);
    column->addWidget(new Line(Qt::Horizontal));
    auto *definition = new QWidget;
    auto *facts = block(definition);
    facts->addWidget(new SectionHead(tr("Definition")));
    facts->addWidget(m_definition);
    column->addWidget(definition);
    column->addStretch(1);
    auto *figures = block(m_figures);
    figures->addWidget(new SectionHead(tr("Figures of the window")));
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(size::groupGap);
    m_grid->setVerticalSpacing(size::unit);
    m_grid->setColumnStretch(0, 1);
    figures->addLayout(m_grid);
}

void SloFigures::show(const items::SloStory &story)
{
    const auto state = story.level.state();
    m_whyHead->setTitle(state == domain::SloState::Burning      ? tr("Why it burns")
                            : state == domain::SloState::Missed ? tr("Why it is missed")
                            : state == domain::SloState::Met    ? tr("Why it holds")
                                                                : tr("Why nobody can tell"));
    m_why->setText(items::reasonsOf(story).join(u' '));
    showFigures(story.level.figures);
    showDefinition(story);
}

void SloFigures::showFigures(const ::portolan::quality::Figures &figures)
{
    while (auto *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QLocale locale;
    const bool hasSlices = figures.sliceSeconds > 0;
    const auto add = [&](QWidget *name, double slices, int digits) {
        const int row = m_grid->rowCount();
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(number(locale.toString(slices, 'f', digits).replace(u'-', u'−')), row, 1);
        if (hasSlices)
            m_grid->addWidget(number(items::sliceSpanText(figures, slices)), row, 2);
    };
    const auto head = [&](const QString &text, int column) {
        auto *label = column == 0 ? new SafeLabel(text) : number(text);
        label->setTextFont(Text::Small);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addWidget(label, 0, column);
    };
    const auto total = locale.toString(figures.slices.total);
    head(hasSlices ? tr("%1 slices").arg(total) : tr("%1 rows").arg(total), 0);
    head(hasSlices ? tr("slices") : tr("rows"), 1);
    if (hasSlices)
        head(tr("time"), 2);
    add(new StatusLabel(Status::Ok, tr("Good")), double(figures.slices.good), 0);
    add(new StatusLabel(Status::Breach, tr("Bad")), double(figures.slices.bad), 0);
    add(new StatusLabel(Status::Unknown, tr("Unknown")), double(figures.slices.unknown), 0);
    const auto &budget = figures.budget;
    add(new SafeLabel(tr("Budget")), budget.total, 1);
    add(new SafeLabel(tr("Left")), budget.total * budget.remaining, 1);
    add(new SafeLabel(tr("Left at worst")), budget.total * budget.remainingAtWorst, 1);
    const int row = m_grid->rowCount();
    if (figures.sliBounds) {
        m_grid->addWidget(new SafeLabel(tr("SLI at least, at most")), row, 0);
        m_grid->addWidget(
            number(tr("%1, %2").arg(items::percentText(figures.sliBounds->first, 2),
                                    items::percentText(figures.sliBounds->second, 2))),
            row, 1, 1, 2);
    }
}

void SloFigures::showDefinition(const items::SloStory &story)
{
    const auto &row = story.level.row;
    m_definition->clear();
    m_definition->add(tr("Good when"), goodWhen(row.slo));
    m_definition->add(tr("Window"), windowOf(row.slo));
    const auto thing = row.product.isNull() ? row.asset : row.product;
    const auto name = row.product.isNull() ? row.assetName : row.productName;
    if (!thing.isNull()) {
        auto *link = new LinkButton(items::oneLine(name, 80));
        connect(link, &LinkButton::clicked, this, [this, thing] { Q_EMIT openEntity(thing); });
        m_definition->addWidget(row.product.isNull() ? tr("Asset") : tr("Product"), link);
    }
    if (!row.product.isNull() && !row.assetName.isEmpty())
        m_definition->addLine(tr("Measures"), items::oneLine(row.assetName));
    m_definition->addLine(tr("Declared"),
                          row.slo.line > 0 ? tr("%1, line %2").arg(row.slo.file).arg(row.slo.line)
                                           : row.slo.file);
    m_definition->addLine(tr("Owner"),
                          row.ownerName.isEmpty() ? tr("nobody") : items::oneLine(row.ownerName));
    m_definition->add(tr("Description"), items::oneLine(row.slo.description));
}

} // namespace portolan::views::quality
