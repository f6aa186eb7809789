// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/checkstory.h"

#include <QWidget>

#include <optional>

namespace portolan::views::quality {

//! The newest runs of one check in little: bars where there are numbers, with what was expected as
//! a line; else marks whose height is the verdict, so that they read without colour.
class IncidentChart final : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentChart(QWidget *parent = nullptr);

    void setStory(const items::CheckStory &story);
    void clear();

    //! "Observed per run", "Verdicts of the last 40 runs".
    QString heading() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool hasNumbers() const;
    QRect plot() const;
    QRectF slotOf(qsizetype run) const;
    qsizetype runAt(const QPoint &position) const;
    std::pair<double, double> range() const;
    double yOf(double value) const;
    void paintBars(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintExpectation(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    QString describe(const domain::CheckRun &run) const;

    QList<domain::CheckRun> m_runs; //!< oldest first, the newest ones
    items::Expectation m_expected;
    QString m_expectedText;
};

} // namespace portolan::views::quality
