// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace portolan::views::product {

//! A text to read, with the numbers of its lines.
class DocumentView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DocumentView(QWidget *parent = nullptr);

    void setText(const QString &text);
    //! Puts the cursor into \a line (from 0) and marks it.
    void showLine(int line);
    //! Finds \a text from the cursor on and around the end; false when it is nowhere.
    bool findText(const QString &text, bool backward);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Numbers;

    int numbersWidth() const;
    void arrange();
    void paintNumbers(QPaintEvent *event);
    void markLine();

    QWidget *m_numbers;
};

} // namespace portolan::views::product
