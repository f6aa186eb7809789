// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QMenu>

namespace portolan::views::catalog {

//! What can be done with one result.
class RowMenu : public QMenu
{
    Q_OBJECT

public:
    enum class Open { Here, Behind };

    //! A menu for \a entity, which is chosen for comparing or not.
    RowMenu(const domain::Entity &entity, bool marked, QWidget *parent);

Q_SIGNALS:
    void openChosen(portolan::views::catalog::RowMenu::Open how);
    void lineageChosen();
    void collectChosen();
    void markChosen();
    void copyChosen(const QString &text);
    void filterChosen(const QString &key, const QString &value);

private:
    void addOpening(const domain::Entity &entity, bool marked);
    void addCopying(const domain::Entity &entity);
    void addFilters(const domain::Entity &entity);
};

} // namespace portolan::views::catalog
