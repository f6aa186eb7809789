// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/windowstate.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int version = 1;
const auto versionKey = u"layout/version"_s;
const auto geometryKey = u"layout/geometry"_s;
const auto workspaceKey = u"layout/workspace"_s;
const auto themeKey = u"look/theme"_s;
const auto textKey = u"look/textPercent"_s;
const auto languageKey = u"look/language"_s;
const auto notifyingKey = u"notifications/access"_s;

} // namespace

WindowState::WindowState(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

bool WindowState::isUsable() const
{
    return m_settings.value(versionKey, 0).toInt() == version;
}

QString WindowState::theme() const
{
    return m_settings.value(themeKey).toString();
}

void WindowState::setTheme(const QString &word)
{
    m_settings.setValue(themeKey, word);
}

int WindowState::textPercent() const
{
    return m_settings.value(textKey, 100).toInt();
}

void WindowState::setTextPercent(int percent)
{
    m_settings.setValue(textKey, percent);
}

QString WindowState::language() const
{
    return m_settings.value(languageKey).toString();
}

void WindowState::setLanguage(const QString &code)
{
    m_settings.setValue(languageKey, code);
}

bool WindowState::isNotifying() const
{
    return m_settings.value(notifyingKey, true).toBool();
}

void WindowState::setNotifying(bool on)
{
    m_settings.setValue(notifyingKey, on);
}

bool WindowState::restoreGeometry(QWidget *window)
{
    return isUsable() && window->restoreGeometry(m_settings.value(geometryKey).toByteArray());
}

QVariantMap WindowState::workspace() const
{
    return isUsable() ? m_settings.value(workspaceKey).toMap() : QVariantMap();
}

void WindowState::save(const QWidget *window, const QVariantMap &workspace)
{
    if (m_settings.value(versionKey, version).toInt() > version)
        return;
    m_settings.setValue(versionKey, version);
    m_settings.setValue(geometryKey, window->saveGeometry());
    m_settings.setValue(workspaceKey, workspace);
    m_settings.sync();
}

void WindowState::resetLayout()
{
    m_settings.remove(u"layout"_s);
}

} // namespace portolan::views::shell
