// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/fieldnote.h"

#include "models/items/accesstext.h"
#include "views/access/looks.h"
#include "views/shared/labels.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

FieldNote::FieldNote(QWidget *parent)
    : QWidget(parent)
    , m_shape(new IconLabel(statusIcon(Status::Breach), size::inlineIcon, Colour::StatusBreach))
    , m_text(new SafeLabel)
{
    m_text->setWordWrap(true);
    m_text->setTextFont(Text::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::unit + 2);
    row->addWidget(m_shape, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void FieldNote::show(const QList<domain::PolicyVerdict> &verdicts)
{
    using domain::PolicyResult;
    const domain::PolicyVerdict *worst = nullptr;
    for (const auto &one : verdicts) {
        if (one.result == PolicyResult::Fail
            || (worst == nullptr && one.result == PolicyResult::Warn))
            worst = &one;
        if (one.result == PolicyResult::Fail)
            break;
    }
    setVisible(worst != nullptr);
    if (worst == nullptr)
        return;
    const auto status = statusOf(int(worst->result));
    m_shape->setIconName(statusIcon(status));
    m_shape->setColour(colourOf(status));
    m_text->setBreakableText(items::verdictText(*worst));
}

} // namespace portolan::views::access
