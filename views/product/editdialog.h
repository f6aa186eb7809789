// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace portolan::views::product {

//! Asks for another text of a part of a thing, as plain text. Ctrl+Enter saves, Esc gives it up;
//! what was typed is not given up without asking.
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

    void reject() override;

Q_SIGNALS:
    //! The person wants \a text, which is another than before.
    void saved(const QString &text);

private:
    void save();

    QString m_before;
    QPlainTextEdit *m_field;
    QPushButton *m_save;
};

} // namespace portolan::views::product
