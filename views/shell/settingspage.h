// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/pane.h"
#include "views/shared/tabs.h"
#include "views/shared/theme.h"

#include <QComboBox>
#include <QLayout>
#include <QSlider>

namespace portolan::views {
class SafeLabel;
}

namespace portolan::views::shell {

class WindowState;

//! What a person can set: look, size of text, language, layout; and where the profile lives.
class SettingsPage final : public Pane
{
    Q_OBJECT

public:
    //! What it shows and changes; all outlive the page.
    struct Context
    {
        Theme &theme;
        WindowState &state;
        QString profileDirectory;
    };

    explicit SettingsPage(const Context &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Settings"); }

    QString iconName() const override { return QStringLiteral("settings"); }

    QVariantMap saveState() const override { return {}; }

    void restoreState(const QVariantMap &) override { }

    QList<QWidget *> parts() const override;

Q_SIGNALS:
    void resetLayoutRequested();

private:
    QLayout *addRow(const QString &label, const QString &note);
    void addLook();
    void addLanguage();
    void addNotifying();
    void addLayout();
    void addProfile(const QString &directory);
    void showTheme();

    Theme &m_theme;
    WindowState &m_state;
    Segments *m_look = nullptr;
    QSlider *m_size = nullptr;
    SafeLabel *m_percent = nullptr;
    QComboBox *m_language = nullptr;
    QLayout *m_column = nullptr;
};

} // namespace portolan::views::shell
