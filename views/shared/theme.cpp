// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/theme.h"

#include "views/shared/style.h"

#include <QApplication>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

constexpr int leastPercent = 80;
constexpr int mostPercent = 200;

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemPoints(QApplication::font().pointSizeF())
{
    QApplication::setStyle(new Style);
    connect(&m_system, &SystemScheme::changed, this, [this] {
        if (m_choice == Choice::System)
            apply();
    });
    apply();
}

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

Scheme Theme::scheme() const
{
    switch (m_choice) {
    case Choice::Light:
        return Scheme::Light;
    case Choice::Dark:
        return Scheme::Dark;
    case Choice::HighContrast:
        return Scheme::HighContrast;
    case Choice::System:
        break;
    }
    return m_system.isDark() ? Scheme::Dark : Scheme::Light;
}

void Theme::setTextPercent(int percent)
{
    percent = std::clamp(percent, leastPercent, mostPercent);
    if (percent == m_textPercent)
        return;
    m_textPercent = percent;
    apply();
}

QString Theme::word(Choice choice)
{
    switch (choice) {
    case Choice::Light:
        return u"light"_s;
    case Choice::Dark:
        return u"dark"_s;
    case Choice::HighContrast:
        return u"contrast"_s;
    case Choice::System:
        break;
    }
    return u"system"_s;
}

Theme::Choice Theme::choiceOf(const QString &word)
{
    for (const auto choice : {Choice::Light, Choice::Dark, Choice::HighContrast}) {
        if (Theme::word(choice) == word)
            return choice;
    }
    return Choice::System;
}

void Theme::apply()
{
    auto font = QApplication::font();
    font.setPointSizeF(m_systemPoints * m_textPercent / 100);
    if (font != QApplication::font())
        QApplication::setFont(font);
    const auto palette = paletteOf(scheme());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QToolTip::setFont(fontOf(Text::Body));
    Q_EMIT changed();
}

} // namespace portolan::views
