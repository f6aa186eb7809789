// SPDX-License-Identifier: GPL-3.0-or-later
// Text from files and servers is hostile: Qt guesses markup in labels and tool tips and opens the
// files that it names (security.md, 2.2). The functions and widgets here are the only way by which
// such text reaches the screen.
#pragma once

#include "views/shared/tokens.h"

#include <QAction>
#include <QLabel>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QWidget>

#include <optional>
#include <utility>

namespace portolan::views {

//! A label that shows what it is given as plain text, never as markup.
class SafeLabel : public QLabel
{
    Q_OBJECT

public:
    explicit SafeLabel(QWidget *parent = nullptr);
    explicit SafeLabel(const QString &text, QWidget *parent = nullptr);

    //! Lets a person select and copy the text by mouse and keyboard.
    void setSelectable(bool on);
    //! The size of its text, kept when the person changes the size of all text.
    void setTextFont(Text text, bool emphasis = false);

    //! Shows \a text, and breaks words that are longer than a line, too. What is copied has no
    //! trace of the breaks.
    void setBreakableText(const QString &text);

    //! Takes the font of setTextFont() again, in the size that text has now.
    void refreshFont();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    using QLabel::setTextFormat;
    void copy() const;

    std::optional<std::pair<Text, bool>> m_font;
};

//! \a text as a tool tip that shows it literally, wrapped; cut to 2,000 characters.
QString safeToolTip(const QString &text);

//! Sets the tool tip, and the same words as accessible description.
void setSafeToolTip(QWidget *widget, const QString &text);
void setSafeToolTip(QAction *action, const QString &text);

//! \a text with the characters that turn the direction of writing, take no room or control a
//! terminal replaced by a visible mark; line ends and tabs stay. Positions keep their meaning.
QString visibleText(const QString &text);

//! The code points that visibleText() replaced, each once: "U+202E". For tool tips.
QStringList hiddenCharacters(const QString &text);

//! Opens \a address in the browser or mail program when it is an https or mailto link without user
//! data or control characters; asks before plain http. Anything else is offered for copying.
void openExternal(QWidget *parent, const QString &address);

//! Opens \a folder, a folder of this machine, in the desktop's file manager. Does nothing when
//! there is no such folder.
void openFolder(const QString &folder);

//! Whether openExternal() would open \a address without asking.
bool isSafeLink(const QUrl &url);

} // namespace portolan::views
