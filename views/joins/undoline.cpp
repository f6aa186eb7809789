// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/joins/undoline.h"

#include "models/items/joinacts.h"
#include "views/shared/labels.h"

#include <QHBoxLayout>
#include <QKeySequence>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::joins {

UndoLine::UndoLine(items::JoinActs &acts, QWidget *parent)
    : QWidget(parent)
    , m_acts(acts)
    , m_icon(new IconLabel(u"approve"_s, size::inlineIcon))
    , m_text(new SafeLabel)
    , m_undo(new LinkButton(tr("Undo")))
{
    m_text->setWordWrap(true);
    setSafeToolTip(m_undo,
                   tr("Take it back (%1)")
                       .arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::gap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo, 0, Qt::AlignTop);
    connect(m_undo, &QAbstractButton::clicked, this, [this] {
        if (m_acts.undo())
            Q_EMIT begun();
    });
    hide();
}

QString UndoLine::text() const
{
    return m_text->text();
}

void UndoLine::showLast()
{
    m_text->setText(visibleText(m_acts.text()));
    m_icon->setIconName(m_acts.isFailure() ? u"status-breach"_s : u"approve"_s);
    m_icon->setColour(m_acts.isFailure() ? Colour::StatusBreach : Colour::TextSecondary);
    m_undo->setVisible(m_acts.canUndoSaid());
    setVisible(!m_acts.text().isEmpty());
}

} // namespace portolan::views::joins
