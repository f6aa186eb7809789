// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/coveragemodel.h"

#include <QWidget>

namespace portolan::views::quality {

//! A bar per domain: checked, checked by something that never ran, not checked. One can be chosen,
//! by mouse or arrows, and narrows the list.
class CoverageBars final : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageBars(QWidget *parent = nullptr);

    void setCounts(const QList<items::CoverageCount> &counts);

    //! -1: all.
    int chosen() const { return m_chosen; }

    void choose(int row);
    QStringList chosenDomain() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! One word; one empty word for what has no domain; empty for all.
    void domainChosen(const QStringList &domain);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int rowHeight() const;
    int rowAt(int y) const;
    QString nameOf(int row) const;
    QString describe(int row) const;
    void paintRow(QPainter &painter, int row) const;
    void name();

    QList<items::CoverageCount> m_counts;
    int m_chosen = -1;
};

} // namespace portolan::views::quality
