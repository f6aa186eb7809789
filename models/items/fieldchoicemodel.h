// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesssource.h"

#include <QAbstractItemModel>
#include <QList>
#include <QSet>
#include <QString>

namespace portolan::items {

//! Which fields of which ports are asked for: ports at the top, their fields below, each with a
//! box. All of a port's fields are ticked at first.
class FieldChoiceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Field, Class, ColumnCount };

    enum Role {
        SensitiveRole = Qt::UserRole, //!< bool: isSensitive()
        IsPortRole //!< bool
    };
    Q_ENUM(Role)

    using QAbstractItemModel::QAbstractItemModel;

    //! Shows the fields of \a offers; ports without known fields are left out. What was unticked of
    //! a port before stays so.
    void show(const QList<AccessOffer> &offers);

    //! What is asked of \a port: empty for all of it, or when its fields are not known.
    QStringList chosen(const QString &port) const;
    //! Ticks exactly \a paths of \a port; empty: all.
    void choose(const QString &port, const QStringList &paths);
    //! Unticks what of \a port has one of \a classifications, whatever their case.
    void leaveOut(const QString &port, const QStringList &classifications);
    //! Whether nothing of \a port is ticked.
    bool isNothing(const QString &port) const;
    //! The most sensitive class among what is ticked of \a port, as written; empty: none.
    QString highestClass(const QString &port) const;
    //! Whether the port number \a port has fields that need care.
    bool hasSensitive(int port) const;
    //! How many fields that need care are left out.
    int sensitiveLeftOut() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void choiceChanged();

private:
    //! A port and its fields.
    struct Port
    {
        QString id;
        QString label;
        QStringList paths; //!< as a request writes them
        QStringList names; //!< as they are shown
        QStringList classes;
        QSet<int> left; //!< rows that are not ticked
    };

    const Port *portOf(const QString &id) const;
    void changed(int port);
    QVariant portData(const Port &port, int column, int role) const;

    QList<Port> m_ports;
};

} // namespace portolan::items
