// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/clausedetail.h"

#include "models/items/displaytext.h"
#include "views/shared/blocks.h"
#include "views/shared/labels.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

constexpr qsizetype longestText = 2000;
constexpr int blockTop = 12;

SafeLabel *prose(const QString &text, QWidget *parent)
{
    auto *label = new SafeLabel(parent);
    const auto shown = visibleText(text.left(longestText));
    label->setBreakableText(shown);
    label->setSelectable(true);
    label->setAccessibleName(shown.left(200));
    return label;
}

QVBoxLayout *addBlock(QVBoxLayout *column, QWidget *parent)
{
    if (column->count() > 0)
        column->addWidget(new Line(Qt::Horizontal, parent));
    auto *block = new QVBoxLayout;
    block->setContentsMargins(size::page, blockTop, size::page, blockTop);
    block->setSpacing(size::gap);
    column->addLayout(block);
    return block;
}

} // namespace

ClauseDetail::ClauseDetail(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("The clause"));
    showClause(nullptr, {});
}

void ClauseDetail::showClause(const items::Clause *clause, const QString &place)
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (!clause) {
        auto *hint = new SafeLabel(tr("Select a clause to read it here"), content);
        hint->setForegroundRole(QPalette::PlaceholderText);
        hint->setWordWrap(true);
        addBlock(column, content)->addWidget(hint);
        column->addStretch(1);
        setWidget(content);
        return;
    }
    auto *head = addBlock(column, content);
    auto *title = prose(clause->name, content);
    title->setTextFont(Text::Body, true);
    head->addWidget(title);
    auto *section = new SafeLabel(items::sectionTitle(clause->section), content);
    section->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(section);
    if (!clause->sentence.isEmpty())
        head->addWidget(prose(clause->sentence, content));
    if (clause->verdict)
        addVerdict(*clause->verdict, column, content);
    if (!clause->rule.isEmpty()) {
        auto *block = addBlock(column, content);
        block->addWidget(new SectionHead(tr("As written"), content));
        auto *rule = prose(clause->rule, content);
        rule->setTextFont(Text::Mono);
        block->addWidget(rule);
    }
    auto *grid = new KeyValueGrid(content);
    if (clause->rule.isEmpty() && clause->promised != clause->sentence)
        grid->add(tr("Promised"), clause->promised);
    for (const auto &[name, value] : clause->facts)
        grid->add(visibleText(items::oneLine(name, 40)), value);
    if (grid->isEmpty())
        delete grid;
    else
        addBlock(column, content)->addWidget(grid);
    if (!place.isEmpty()) {
        auto *block = addBlock(column, content);
        auto *file = new ElidedLabel(Elide::Name, content);
        file->setText(tr("Declared in %1").arg(place));
        file->setColour(Colour::TextSecondary);
        block->addWidget(file);
        auto *show = new LinkButton(tr("Show in document"), content);
        connect(show, &QAbstractButton::clicked, this, &ClauseDetail::documentRequested);
        block->addWidget(show, 0, Qt::AlignLeading);
    }
    column->addStretch(1);
    setWidget(content);
}

void ClauseDetail::addVerdict(const items::ClauseVerdict &verdict, QVBoxLayout *column,
                              QWidget *content)
{
    auto *block = addBlock(column, content);
    auto *grid = new KeyValueGrid(content);
    grid->add(tr("Verdict"), verdict.text);
    if (!verdict.measured.isEmpty())
        grid->add(tr("Measured"), verdict.measured);
    for (const auto &[head, value] : verdict.facts)
        grid->add(head, value);
    block->addWidget(grid);
    if (verdict.subject.isEmpty())
        return;
    auto *show = new LinkButton(tr("Show in the quality pane"), content);
    connect(show, &QAbstractButton::clicked, this,
            [this, subject = verdict.subject] { Q_EMIT qualityRequested(subject); });
    block->addWidget(show, 0, Qt::AlignLeading);
}

} // namespace portolan::views::product
