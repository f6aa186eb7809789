// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QWidget>

namespace portolan::views {
class SafeLabel;
}

namespace portolan::views::accounts {

//! Says that a locked keyring still has secrets of accounts that were removed, and what can be done
//! about it; hidden while it has none.
class LeftSecrets final : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this widget.
    explicit LeftSecrets(items::AccountSource &source, QWidget *parent = nullptr);

private:
    void showCount(int count);
    void followCount();

    items::AccountSource &m_source;
    SafeLabel *m_text;
    int m_count = 0;
};

} // namespace portolan::views::accounts
