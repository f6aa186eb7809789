// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>
#include <QVariantMap>
#include <QWidget>

namespace portolan::views::shell {

//! Everything a person arranged, in the profile's settings file. The file says which version wrote
//! it: what a newer version wrote is left alone and not used.
class WindowState
{
public:
    explicit WindowState(const QString &file);

    QString theme() const;
    void setTheme(const QString &word);
    int textPercent() const;
    void setTextPercent(int percent);
    //! "", "en" or "de"; empty follows the system.
    QString language() const;
    void setLanguage(const QString &code);

    //! Whether the desktop says what needs the person.
    bool isNotifying() const;
    void setNotifying(bool on);

    //! Gives \a window its place back; false at the first start.
    bool restoreGeometry(QWidget *window);
    QVariantMap workspace() const;
    void save(const QWidget *window, const QVariantMap &workspace);
    //! Forgets places, tabs and panes; theme, text size and language stay.
    void resetLayout();

    QString file() const { return m_settings.fileName(); }

private:
    bool isUsable() const;

    QSettings m_settings;
};

} // namespace portolan::views::shell
