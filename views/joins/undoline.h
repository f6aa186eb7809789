// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portolan::items {
class JoinActs;
}

namespace portolan::views {
class IconLabel;
class LinkButton;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::joins {

//! Says what was done last about names, with Undo where it is that which can be taken back. It
//! stays until the next act.
class UndoLine final : public QWidget
{
    Q_OBJECT

public:
    //! \a acts outlives this object.
    explicit UndoLine(items::JoinActs &acts, QWidget *parent = nullptr);

    //! Takes up what was said last.
    void showLast();
    QString text() const;

    LinkButton *link() const { return m_undo; }

Q_SIGNALS:
    //! Taking back was begun here.
    void begun();

private:
    items::JoinActs &m_acts;
    IconLabel *m_icon;
    SafeLabel *m_text;
    LinkButton *m_undo;
};

} // namespace portolan::views::joins
