// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portolan::views {
class ElidedLabel;
class IconLabel;
class LinkButton;
} // namespace portolan::views

namespace portolan::views::access {

class AccessActions;

//! The line that says what was done last, with Undo while it can be taken back. It stays until the
//! next action.
class UndoLine final : public QWidget
{
    Q_OBJECT

public:
    //! \a actions outlives this object.
    explicit UndoLine(AccessActions &actions, QWidget *parent = nullptr);

    QString text() const;

    LinkButton *link() const { return m_undo; }

private:
    void showLast();

    AccessActions &m_actions;
    IconLabel *m_icon;
    ElidedLabel *m_text;
    LinkButton *m_undo;
};

} // namespace portolan::views::access
