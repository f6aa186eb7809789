// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace portolan::views::shell {

//! The tabs above the body: the pane first, which stays, then documents, which can be moved, closed
//! and torn off.
class DocumentTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit DocumentTabs(QWidget *parent = nullptr);

    //! Adds a document's tab at the end.
    int addDocument(const QString &iconName, const QString &title);

Q_SIGNALS:
    void closeRequested(int index);
    void tearOffRequested(int index);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int m_pressed = -1;
    bool m_puttingBack = false;
};

} // namespace portolan::views::shell
