// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/outbox/sidesgrid.h"

#include "views/shared/labels.h"

#include <QGridLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::outbox {

SidesGrid::SidesGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(size::gap);
    m_grid->setVerticalSpacing(size::smallGap);
}

void SidesGrid::clear()
{
    while (auto *item = m_grid->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_row = 0;
}

void SidesGrid::show(const items::OutboxSides &sides)
{
    // What stays stays selected, and under the eyes of who reads it.
    if (sides == m_sides && m_row > 0)
        return;
    m_sides = sides;
    clear();
    m_grid->setColumnMinimumWidth(0, size::labelColumn);
    for (int column = 1; column <= 3; ++column)
        m_grid->setColumnStretch(column, column == 1 || sides.hasTheirs ? 1 : 0);
    if (sides.hasTheirs) {
        addHead(1, tr("As it was"));
        addHead(2, tr("Mine"));
        addHead(3, tr("Theirs"));
        ++m_row;
    }
    for (const auto &field : sides.fields)
        addMember(field);
}

void SidesGrid::addHead(int column, const QString &text)
{
    auto *head = new SafeLabel(text);
    head->setTextFont(Text::Small, true);
    m_grid->addWidget(head, m_row, column);
}

void SidesGrid::addMember(const items::OutboxField &field)
{
    if (m_row > 0)
        m_grid->addWidget(new Line(Qt::Horizontal), m_row++, 0, 1, 4);
    const bool isTorn = m_sides.hasTheirs && field.mine != field.theirs;
    auto *name = new ElidedLabel(Elide::Name);
    name->setText(field.name);
    name->setColour(isTorn ? Colour::Text : Colour::TextSecondary);
    name->setTextFont(Text::Body, isTorn);
    if (isTorn) {
        name->setIconName(u"diff"_s);
        name->setAccessibleDescription(tr("Mine and theirs differ"));
    }
    m_grid->addWidget(name, m_row, 0, Qt::AlignTop);
    if (m_sides.hasTheirs) {
        addValue(1, tr("%1, as it was").arg(field.name), field.base);
        addValue(2, tr("%1, mine").arg(field.name), field.mine);
        addValue(3, tr("%1, theirs").arg(field.name), field.theirs);
    } else {
        addValue(1, field.name, field.mine);
    }
    ++m_row;
}

void SidesGrid::addValue(int column, const QString &name, const QString &value)
{
    auto *label = new SafeLabel;
    label->setWordWrap(true);
    label->setContentsMargins(0, 0, size::gap, 0);
    label->setBreakableText(value.isEmpty() ? u"–"_s : visibleText(value));
    if (value.isEmpty())
        label->setForegroundRole(QPalette::PlaceholderText);
    label->setSelectable(true);
    label->setFocusPolicy(Qt::ClickFocus);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    label->setAccessibleName(tr("%1: %2").arg(name, value));
    m_grid->addWidget(label, m_row, column);
}

} // namespace portolan::views::outbox
