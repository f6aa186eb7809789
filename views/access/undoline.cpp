// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/undoline.h"

#include "views/access/accessactions.h"
#include "views/shared/labels.h"

#include <QHBoxLayout>
#include <QKeySequence>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

UndoLine::UndoLine(AccessActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_icon(new IconLabel(u"approve"_s, size::inlineIcon))
    , m_text(new ElidedLabel(Elide::Prose))
    , m_undo(new LinkButton(tr("Undo")))
{
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    setSafeToolTip(
        m_undo,
        tr("Undo (%1)").arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Line(Qt::Horizontal));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(size::page, size::unit, size::page, size::unit);
    row->setSpacing(size::gap);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addWidget(m_undo);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_undo, &QAbstractButton::clicked, &actions, &AccessActions::undo);
    connect(&actions, &AccessActions::said, this, &UndoLine::showLast);
    showLast();
}

QString UndoLine::text() const
{
    return m_text->text();
}

void UndoLine::showLast()
{
    setVisible(!m_actions.text().isEmpty());
    m_text->setText(m_actions.text());
    const bool isBad = m_actions.iconName() == u"status-breach"_s;
    m_icon->setIconName(m_actions.iconName());
    m_icon->setColour(isBad ? Colour::StatusBreach : Colour::TextSecondary);
    m_undo->setVisible(m_actions.canUndo());
}

} // namespace portolan::views::access
