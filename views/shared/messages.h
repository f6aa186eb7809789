// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QWidget>

#include <functional>

namespace portolan::views::ui {

//! What to ask, all of it plain text.
struct Question
{
    QString title;
    QString text;
    QString details; //!< object, account, consequences
    QString accept; //!< the word on the button that does it
    bool destructive = false; //!< no button is chosen beforehand
};

//! Asks in a window of its own and calls \a accepted when the person agrees. Returns at once.
void confirm(QWidget *parent, const Question &question, std::function<void()> accepted);

//! What an error of \a kind means to the person who sees it: what happened and what can be done.
struct ErrorText
{
    QString what;
    QString remedy;
};

ErrorText errorText(Error::Kind kind);

//! Says something that a person has to know and nothing went wrong about. Returns at once.
void tell(QWidget *parent, const QString &text, const QString &details);

//! Says that \a doing ("Opening the folder") failed, why, and what can be done. Returns at once.
void error(QWidget *parent, const QString &doing, const Error &error);

//! The same of \a doing that wrote \a file: says which file it was, where it is the file's fault.
void writeError(QWidget *parent, const QString &doing, const QString &file, const Error &error);

} // namespace portolan::views::ui
