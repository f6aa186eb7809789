// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/pane.h"

#include <QUuid>
#include <QWidget>

#include <memory>

namespace portolan::views::shell {

//! A document in a window of its own, for a second monitor. Ctrl+W closes it.
class DetachedWindow final : public QWidget
{
    Q_OBJECT

public:
    DetachedWindow(const QUuid &id, std::unique_ptr<Pane> pane);

    QUuid id() const { return m_id; }

    Pane *pane() const { return m_pane; }

private:
    void name();

    QUuid m_id;
    Pane *m_pane;
};

} // namespace portolan::views::shell
