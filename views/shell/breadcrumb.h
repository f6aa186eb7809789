// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/pane.h"

#include <QWidget>

namespace portolan::views::shell {

//! Where the person is: parts that can be clicked, the last one stands out. When there is no room
//! the middle parts fold into "…", and the last one is shortened in its middle.
class Breadcrumb final : public QWidget
{
    Q_OBJECT

public:
    explicit Breadcrumb(QWidget *parent = nullptr);

    void setCrumbs(const QList<Crumb> &crumbs);

Q_SIGNALS:
    void chosen(const portolan::views::Crumb &crumb);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void openFolded();

    QList<Crumb> m_crumbs;
    QList<QWidget *> m_parts; //!< one per crumb, then the button of the folded ones
};

} // namespace portolan::views::shell
