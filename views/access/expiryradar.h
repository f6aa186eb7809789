// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/agreementmodel.h"

#include <QList>
#include <QWidget>

namespace portolan::views::access {

//! When agreements end, on an axis of time: a mark for each, above each other where they end
//! together. A drag, or the arrow keys and Enter, narrow the table to some days; Esc widens it.
class ExpiryRadar final : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiryRadar(QWidget *parent = nullptr);

    void show(const QList<items::AgreementRow> &rows, const QDate &today);
    //! How many days from today on are shown.
    void setDays(int days);
    //! Those that are ringed.
    void setChosen(const QList<QUuid> &ids);
    void clearRange();

    //! The same in words.
    QString asText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! Only what ends in these days; invalid days: everything.
    void rangeChosen(const QDate &first, const QDate &last);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    //! Agreements that end at about the same time.
    struct Stack
    {
        int x = 0; //!< of its middle
        QList<const items::AgreementRow *> rows;
    };

    QRect plot() const;
    int xOf(const QDate &day) const;
    QDate dayAt(int x) const;
    QList<Stack> stacks() const;
    void paintGround(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintWords(QPainter &painter) const;
    void paintStack(QPainter &painter, const Stack &stack) const;
    void paintMark(QPainter &painter, const QPoint &at, const items::AgreementRow &row) const;
    void paintHint(QPainter &painter, const QList<Stack> &all) const;
    void choose(const QDate &first, const QDate &last);
    void step(int by);
    QString stackText(const Stack &stack) const;

    QList<items::AgreementRow> m_rows;
    QList<QUuid> m_chosen;
    QDate m_today;
    int m_days = 90;
    int m_cursor = -1; //!< stack that the keyboard is at
    QDate m_first; //!< of the chosen range
    QDate m_last;
    int m_pressed = -1; //!< where a drag began
    int m_dragged = -1;
};

} // namespace portolan::views::access
