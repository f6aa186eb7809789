// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesssource.h"

#include <QDateTime>
#include <QWidget>

class QGridLayout;

namespace portolan::views::access {

//! What was said about a request, newest first, with time, author and reason, and why it does not
//! count where it does not.
class CaseHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit CaseHistory(QWidget *parent = nullptr);

    void show(const items::AccessCase &one, const items::AccessBoard &board, const QDateTime &now);

private:
    void add(const QDateTime &at, const QString &icon, const QString &what, const QString &reason,
             const QString &effect, const QDateTime &now);

    QGridLayout *m_grid;
};

} // namespace portolan::views::access
