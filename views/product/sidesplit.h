// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>
#include <QVariantMap>

namespace portolan::views::product {

//! Content, and a column at its trailing side that says more. The column folds away by itself where
//! the page is narrow, until the person opens it.
class SideSplit : public QSplitter
{
    Q_OBJECT

public:
    //! Takes both over.
    SideSplit(QWidget *main, QWidget *side, QWidget *parent = nullptr);

    bool isSideShown() const { return m_side->isVisibleTo(this); }

    void setSideShown(bool on);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    void sideShownChanged(bool on);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold(bool narrow);
    void show(bool on);
    void divide();

    QWidget *m_side;
    bool m_narrow = false;
    bool m_wanted = true; //!< in a wide page
    bool m_wantedNarrow = false;
    int m_width;
};

} // namespace portolan::views::product
