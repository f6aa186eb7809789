// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "views/shared/rowdelegate.h"

namespace portolan::views::quality {

using views::statusOf;
//! Shape and colour of how a run ended.
Status statusOf(domain::RunStatus status);

//! Rows of service levels: the state with its shape, the name with its dimension behind it, the
//! budget as a bar before its number.
class LevelDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    explicit LevelDelegate(QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLevel(QPainter *painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    void paintBudget(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
};

//! Rows of checks: the state of the last run with its shape.
class CheckDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    explicit CheckDelegate(QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace portolan::views::quality
