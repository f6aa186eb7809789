// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"
#include "views/shell/statusline.h"

#include <QObject>

namespace portolan::app {

//! What the window's status line and badges say about the accounts, kept up to date.
class MeshFeed final : public QObject
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit MeshFeed(items::AccountSource &source, QObject *parent = nullptr);

    const views::shell::MeshState &state() const { return m_state; }

    const QList<items::AccountFacts> &accounts() const { return m_accounts; }

    //! What is wrong with the files and records of all accounts, as the Problems pane counts it.
    int problems() const;

    bool isKnown() const { return m_known; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const QList<items::AccountFacts> &accounts);

    items::AccountSource &m_source;
    QList<items::AccountFacts> m_accounts;
    views::shell::MeshState m_state;
    quint64 m_question = 0;
    bool m_known = false;
};

} // namespace portolan::app
