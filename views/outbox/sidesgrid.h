// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxtext.h"

#include <QWidget>

class QGridLayout;

namespace portolan::views::outbox {

//! What an operation is about, member by member: one column with what is sent; in a conflict how it
//! was, mine and theirs side by side, where a member in which mine and theirs differ is marked. All
//! of it is plain text that can be selected.
class SidesGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit SidesGrid(QWidget *parent = nullptr);

    void show(const items::OutboxSides &sides);

    const items::OutboxSides &shown() const { return m_sides; }

private:
    void clear();
    void addHead(int column, const QString &text);
    void addMember(const items::OutboxField &field);
    void addValue(int column, const QString &name, const QString &value);

    items::OutboxSides m_sides;
    QGridLayout *m_grid;
    int m_row = 0;
};

} // namespace portolan::views::outbox
