// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagescene.h"

#include <QMenu>

namespace portolan::views::lineage {

//! What can be done with a box, or with the group that holds it.
class BoxMenu : public QMenu
{
    Q_OBJECT

public:
    //! A menu for \a box, or for \a group when \a box is -1; \a isOpen says whether the box shows
    //! its columns.
    BoxMenu(const items::LineageScene &scene, int box, int group, bool isOpen, QWidget *parent);

Q_SIGNALS:
    void openChosen(bool behind);
    void rootChosen();
    void reachChosen(bool upstream, bool downstream);
    void pathChosen();
    void columnsChosen();
    void accessChosen();
    void collectChosen();
    void foldChosen(const QString &key);
    void unfoldChosen(const QString &key);
    void unfoldAllChosen();
    void foldAllChosen();
    void copyChosen(const QString &text);

private:
    void addBox(const items::LineageScene &scene, const items::LineageBox &box, bool isOpen);
    void addFolding(const items::LineageScene &scene, int box, int group);
    QAction *addKeyed(const QString &text, const QKeySequence &key, std::function<void()> run);
};

} // namespace portolan::views::lineage
