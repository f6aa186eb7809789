// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/undoline.h"

#include "views/shared/labels.h"

#include <QHBoxLayout>
#include <QKeySequence>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {

UndoLine::UndoLine(QWidget *parent)
    : QWidget(parent)
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
    connect(m_undo, &QAbstractButton::clicked, this, &UndoLine::undoWanted);
    say({}, {}, false);
}

QString UndoLine::text() const
{
    return m_text->text();
}

void UndoLine::say(const QString &iconName, const QString &text, bool canUndo)
{
    setVisible(!text.isEmpty());
    m_text->setText(text);
    m_icon->setIconName(iconName);
    m_icon->setColour(iconName == u"status-breach"_s ? Colour::StatusBreach
                                                     : Colour::TextSecondary);
    m_undo->setVisible(canUndo);
}

} // namespace portolan::views
