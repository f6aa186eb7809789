// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagemarks.h"

#include <QAbstractItemModel>

namespace portolan::items {

//! The picture as a tree, for the keyboard and for screen readers: groups with their boxes, or the
//! root alone; below each its columns, where it is open, and what it is made from and what reads
//! it, as far as anybody opens it. Below what was reached along lines stand these lines, and below
//! a column its own. A cycle ends where it comes back to itself.
class LineageTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Domain, Owner, Overlay, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        BoxRole = Qt::UserRole, //!< int, also of a column; -1 for headings and lines
        ColumnRole, //!< int, the column of that box; -1 for all others
        LineRole, //!< int; -1 for what is no line
        IdRole, //!< QUuid of the thing; null for headings
        IconRole, //!< QString, the name of an icon
        HeadingRole //!< bool
    };
    Q_ENUM(Role)

    explicit LineageTreeModel(QObject *parent = nullptr);
    ~LineageTreeModel() override;

    //! Shows \a scene from \a root, or all of it when \a root is -1.
    void show(std::shared_ptr<const LineageScene> scene, int root);
    //! What the last column tells of each box, and what it is called.
    void setOverlay(LineageOverlay overlay, const QString &name);
    //! The uppermost row of \a box, or an invalid index.
    QModelIndex indexOf(int box) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item;

    Item *itemOf(const QModelIndex &index) const;
    void fill(Item &item) const;
    void fillTop(Item &top) const;
    void fillGroup(Item &group) const;
    int outermostGroupOf(int box) const;
    void fillBox(Item &box) const;
    void addNeighbours(Item &item, lineage::Direction direction) const;
    void addLines(Item &item) const;
    void addColumns(Item &box) const;
    Item &add(Item &parent, int box) const;
    QVariant boxData(const Item &item, int column, int role) const;
    bool mayHaveChildren(const Item &item) const;
    static bool isRepeated(const Item &item);
    QString nameOf(const Item &item) const;

    std::shared_ptr<const LineageScene> m_scene;
    int m_root = -1;
    LineageOverlay m_overlay = LineageOverlay::None;
    QString m_overlayName;
    std::unique_ptr<Item> m_top;
    mutable std::vector<std::vector<int>> m_boxesOf; //!< per group; empty until the first is opened
};

} // namespace portolan::items
