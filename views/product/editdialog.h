// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace portolan::views {
class SafeLabel;
}

namespace portolan::views::product {

//! Asks for another text of a part of a thing, as plain text. Ctrl+Enter saves, Esc gives it up;
//! what was typed is not given up without asking, and stays until it is stored. While it is being
//! stored, nothing else is typed and nothing is given up: it stays open until that is answered.
class EditDialog final : public QDialog
{
    Q_OBJECT

public:
    //! What is asked for.
    struct Question
    {
        QString title; //!< "Description of Order events"
        QString hint; //!< how it is to be written, and where it goes
        QString text; //!< as it is now
    };

    explicit EditDialog(const Question &question, QWidget *parent = nullptr);

    QPlainTextEdit *field() const { return m_field; }

    QPushButton *saveButton() const { return m_save; }

    QPushButton *cancelButton() const { return m_cancel; }

    //! As it was when the person began, or was told otherwise.
    const QString &before() const { return m_before; }

    //! What was typed could not be stored for \a error: says so, and goes on from \a now, which it
    //! is meanwhile.
    void goOn(const Error &error, const QString &now);
    void reject() override;

Q_SIGNALS:
    //! The person wants \a text, which is another than before. The dialog stays: accept() or
    //! goOn().
    void saved(const QString &text);

private:
    void save();
    void showState();

    QString m_before;
    bool m_isSaving = false;
    QPlainTextEdit *m_field;
    QPushButton *m_save;
    QPushButton *m_cancel;
    SafeLabel *m_why;
};

} // namespace portolan::views::product
