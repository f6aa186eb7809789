// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/leftsecrets.h"

#include "views/shared/labels.h"
#include "views/shared/messages.h"
#include "views/shared/style.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace portolan::views::accounts {

LeftSecrets::LeftSecrets(items::AccountSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_text(new SafeLabel)
{
    m_text->setTextFont(Text::Small);
    m_text->setWordWrap(true);
    auto *remove = new QPushButton(tr("Remove now"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::page, size::gap, size::buttonPadding, size::gap);
    row->setSpacing(size::gap);
    row->addWidget(m_text, 1);
    row->addWidget(remove);
    connect(remove, &QAbstractButton::clicked, this, [this] { m_source.removeLeftSecrets(); });
    connect(&source, &items::AccountSource::leftSecretsChanged, this, &LeftSecrets::followCount);
    showCount(source.leftSecrets());
}

void LeftSecrets::showCount(int count)
{
    m_count = count;
    m_text->setText(tr("The keyring was locked when %n account(s) were removed, and still has what "
                       "was secret of them. Open the keyring: it goes from there at the next start "
                       "of Portolan, or now.",
                       nullptr, count));
    setVisible(count > 0);
}

//! Whoever has just removed an account is told: it looks as if nothing of it were left.
void LeftSecrets::followCount()
{
    const auto before = m_count;
    showCount(m_source.leftSecrets());
    if (m_count > before) {
        ui::tell(window(), tr("The account is removed, its secret is not"),
                 tr("The keyring is locked and still has it. Open the keyring and choose “Remove "
                    "now” below the accounts; otherwise it goes at the next start of Portolan "
                    "while the keyring is open."));
    }
}

} // namespace portolan::views::accounts
