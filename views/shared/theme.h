// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/systemscheme.h"
#include "views/shared/tokens.h"

#include <QObject>
#include <QString>

namespace portolan::views {

//! The look of the whole program: installs the style once, and the palette whenever the person or
//! the system asks for another one. Made after the application, one in a program.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark, HighContrast };
    Q_ENUM(Choice)

    explicit Theme(QObject *parent = nullptr);

    Choice choice() const { return m_choice; }

    void setChoice(Choice choice);
    Scheme scheme() const;

    //! Text size in percent of the system's, 80 to 200.
    int textPercent() const { return m_textPercent; }

    void setTextPercent(int percent);

    //! The stable word of a choice, for settings and the command line: "system", "light", "dark",
    //! "contrast"; unknown words mean the system's.
    static QString word(Choice choice);
    static Choice choiceOf(const QString &word);

Q_SIGNALS:
    void changed();

private:
    void apply();

    SystemScheme m_system;
    Choice m_choice = Choice::System;
    qreal m_systemPoints;
    int m_textPercent = 100;
};

} // namespace portolan::views
