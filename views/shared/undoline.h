// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portolan::views {

class ElidedLabel;
class IconLabel;
class LinkButton;

//! The line at the foot of a pane that says what was done last, with Undo while it can be taken
//! back. It stays until the next action; before the first one it is hidden.
class UndoLine final : public QWidget
{
    Q_OBJECT

public:
    explicit UndoLine(QWidget *parent = nullptr);

    //! Says \a text, which hides the line where it is empty. The icon "status-breach" is drawn as
    //! bad news.
    void say(const QString &iconName, const QString &text, bool canUndo);

    QString text() const;

    LinkButton *link() const { return m_undo; }

Q_SIGNALS:
    //! The person wants back what was done.
    void undoWanted();

private:
    IconLabel *m_icon;
    ElidedLabel *m_text;
    LinkButton *m_undo;
};

} // namespace portolan::views
