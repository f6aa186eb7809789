// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done where it stands about a request, or a word about it, that was refused.
#include "models/items/accessreading.h"
#include "views/access/accessactions.h"
#include "views/access/casespage.h"
#include "views/shared/keybutton.h"
#include "views/shared/safetext.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

void CasesPage::addStuckButtons()
{
    m_giveUp = addButton(u"delete"_s, tr("Give up"), {}, [this] { giveUp(); });
    setSafeToolTip(m_giveUp, tr("Takes what was refused out of the outbox; nothing is sent"));
    m_tryAgain = addButton(u"refresh"_s, tr("Try again"), {}, [this] { tryAgain(); });
    setSafeToolTip(m_tryAgain, tr("Sends what was refused once more, as it is"));
}

//! What is behind the making of a request has no sense without it.
void CasesPage::giveUp()
{
    const auto *one = currentCase();
    if (one == nullptr)
        return;
    leaveBar();
    QList<qint64> ids;
    const auto gone = items::isNeverSent(*one) ? one->waiting : items::stuckOf(*one);
    for (const auto &operation : gone)
        ids.append(operation.id);
    m_acts.discard(ids, tr("Given up; nothing is sent"));
}

void CasesPage::tryAgain()
{
    const auto *one = currentCase();
    if (one == nullptr)
        return;
    leaveBar();
    m_acts.tryAgain(items::stuckOf(*one), tr("Waits in the outbox, to be sent once more"));
}

void CasesPage::showStuck()
{
    const auto *one = currentCase();
    const bool isStuck = one != nullptr && !items::stuckOf(*one).isEmpty();
    m_giveUp->setVisible(isStuck);
    m_tryAgain->setVisible(isStuck);
}

} // namespace portolan::views::access
