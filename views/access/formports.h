// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesssource.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QGridLayout;

namespace portolan::views {
class ElidedLabel;
} // namespace portolan::views

namespace portolan::views::access {

//! The ports that a form asks for, a line each: name, product, role, the highest class of its
//! fields, and a button that leaves it out.
class FormPorts final : public QWidget
{
    Q_OBJECT

public:
    explicit FormPorts(QWidget *parent = nullptr);

    //! Shows \a offers; a role that was chosen before stays chosen.
    void show(const QList<items::AccessOffer> &offers);

    //! The role that is chosen for \a port; empty where its contract has none.
    QString role(const QString &port) const;
    void setRole(const QString &port, const QString &role);
    //! What the most sensitive field that is asked of \a port is called, as written.
    void setHighestClass(const QString &port, const QString &classification);

    //! The choice of a role for \a port; null where there is none.
    QComboBox *roleField(const QString &port) const { return m_roles.value(port); }

    //! The first choice of a role; null when there is none.
    QComboBox *firstRole() const;

Q_SIGNALS:
    void roleChanged();
    void portRemoved(const QString &port);
    //! The page where \a offer can be asked for is to be opened.
    void pageWanted(const QUuid &product);

private:
    void addHead();
    void addRow(const items::AccessOffer &offer);

    QGridLayout *m_grid;
    QHash<QString, QComboBox *> m_roles;
    QHash<QString, ElidedLabel *> m_classes;
    QHash<QString, QString> m_chosen; //!< roles, also of ports that are not shown
    QStringList m_order;
};

} // namespace portolan::views::access
