// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagemarks.h"

#include <QWidget>

namespace portolan::views::lineage {

//! What the colours of an overlay, or the signs of a comparison, mean: one line below the picture,
//! or as many as its words take.
class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(QWidget *parent = nullptr);

    //! Explains \a overlay, or what differs between the two days that \a compared names (empty: no
    //! comparison), in so many lines; hides itself when there is nothing to explain.
    void explain(items::LineageOverlay overlay, const QString &compared,
                 const std::array<int, 4> &changes);

    //! Whether boxes are too small for a border: their colours are others then.
    void setFar(bool on);

    //! Where each explanation stands.
    QList<QRect> places() const;

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        QColor fill; //!< invalid: words alone
        QColor line;
        QString sign;
        QString text;
        int rank = -1; //!< whose sign stands before it, where boxes have signs
    };

    QList<Entry> entries() const;
    static int rowHeight();
    void settle();

    items::LineageOverlay m_overlay = items::LineageOverlay::None;
    QString m_compared;
    bool m_isFar = false;
    int m_rows = 1;
    std::array<int, 4> m_changes{};
};

} // namespace portolan::views::lineage
