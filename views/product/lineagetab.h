// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/pane.h"

#include <functional>

namespace portolan::views::product {

//! What the thing of the page is made from, and what is made from it: a pane that somebody else
//! makes, since one pane knows no other. It is made when it is first looked at, so that a page
//! costs no lineage that nobody asked for.
class LineageTab : public QWidget
{
    Q_OBJECT

public:
    //! Makes a pane that shows the lineage of the thing with our id \a id, and stays at it.
    using Maker = std::function<std::unique_ptr<Pane>(const QUuid &id)>;

    explicit LineageTab(const QUuid &id, QWidget *parent = nullptr);

    void setMaker(Maker maker);

    bool hasMaker() const { return bool(m_maker); }

    //! Null until the tab is first shown.
    Pane *pane() const { return m_pane; }

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    //! pane() is there now.
    void paneMade();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QUuid m_id;
    Maker m_maker;
    Pane *m_pane = nullptr;
    QVariantMap m_state; //!< waits for the pane
};

} // namespace portolan::views::product
