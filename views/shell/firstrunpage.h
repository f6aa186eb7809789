// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

namespace portolan::views {
class ErrorNote;
}

namespace portolan::views::shell {

//! What a person sees who has no account yet: open the demo mesh, a folder of their own, or reach
//! the server of a platform.
class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    //! \a hasDemo: whether the demo mesh is installed.
    explicit FirstRunPage(bool hasDemo, QWidget *parent = nullptr);

    QWidget *firstButton() const { return m_first; }

    //! Says why what was chosen could not be opened.
    void showProblem(const QString &what, const QString &why, const QString &details);

Q_SIGNALS:
    void demoChosen();
    void folderChosen(const QString &folder);
    void serverWanted();

private:
    QPushButton *addChoice(const QString &iconName, const QString &title, const QString &what,
                           const QString &button);
    void chooseFolder();

    QPushButton *m_first = nullptr;
    ErrorNote *m_note = nullptr;
};

} // namespace portolan::views::shell
