// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QTableView>

namespace portolan::views::accounts {

//! What a platform can do, and what it cannot, a row for each capability in this order.
class CapabilityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CapabilityColumn, CanColumn, LimitColumn, ColumnCount };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    //! \a capabilities are platforms::capabilityWords(). Where the adapter has \a abilities, what
    //! it says itself, these are shown instead.
    void setCapabilities(const QStringList &capabilities,
                         const QList<items::AbilityFacts> &abilities = {});

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant abilityData(const QModelIndex &index, int role) const;

    QStringList m_capabilities;
    QList<items::AbilityFacts> m_abilities;
};

//! The table; as high as its rows, which are as high as what the platform cannot do takes.
class CapabilityTable : public QTableView
{
    Q_OBJECT

public:
    explicit CapabilityTable(QWidget *parent = nullptr);

    void setCapabilities(const QStringList &capabilities,
                         const QList<items::AbilityFacts> &abilities = {});

    //! Leaves more of the width to the limits.
    void setNarrow(bool narrow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fitRows();

    CapabilityModel m_model;
    int m_rowsHeight = 0; //!< of all of them
};

} // namespace portolan::views::accounts
