// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"

#include <QComboBox>
#include <QList>

#include <utility>
#include <vector>

namespace portolan::views::access {

//! Who will use the data: teams and products that are known, by name, completed while typing; or a
//! team by any other name, which is said below.
class ConsumerField final : public QComboBox
{
    Q_OBJECT

public:
    explicit ConsumerField(QWidget *parent = nullptr);

    //! Offers \a known; what was typed stays.
    void offer(const QList<domain::Consumer> &known);

    //! Who is chosen: one of the known, else a team by the name that was typed, without an id.
    domain::Consumer consumer() const;
    void setConsumer(const domain::Consumer &consumer);
    //! Chooses who is called \a name.
    void setName(const QString &name);

    //! Whether a name was typed that nothing known has, while something is known.
    bool isUnheardOf() const;

    void showPopup() override;

private:
    static QStringList entriesOf(const std::vector<std::pair<QString, domain::Consumer>> &named);
    int indexOf(const QString &name) const;

    QList<domain::Consumer> m_known; //!< in the order of the entries
};

} // namespace portolan::views::access
