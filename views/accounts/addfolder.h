// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

namespace portolan::items {
class AccountSource;
}

namespace portolan::views {
class SafeLabel;
class StatusLabel;
} // namespace portolan::views

namespace portolan::views::accounts {

//! Adds a folder of files as an account: its name is proposed, and the folder is looked at before
//! anything is stored.
class AddFolder : public QDialog
{
    Q_OBJECT

public:
    //! \a source outlives this object. An empty \a folder is to be chosen here.
    AddFolder(items::AccountSource &source, const QString &folder, QWidget *parent);

    QLineEdit *folderField() const { return m_folder; }

    QLineEdit *nameField() const { return m_name; }

    QPushButton *addButton() const { return m_add; }

Q_SIGNALS:
    void added(const QString &name);

private:
    void choose();
    void check();
    void enable();
    void takeCheck(const Result<QString> &answer);
    void add();
    void say(const QString &text, bool problem);

    items::AccountSource &m_source;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    StatusLabel *m_verdict;
    SafeLabel *m_why;
    QPushButton *m_add;
    bool m_named = false; //!< the person gave it a name
    bool m_isFit = false; //!< the folder was looked at and can be read
    bool m_isAdding = false;
    quint64 m_question = 0;
};

} // namespace portolan::views::accounts
