// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>
#include <QDateTime>
#include <QDialog>

class QCheckBox;

namespace portolan::views::lineage {

//! The times that a lineage is shown at: now, one earlier time, or the difference between two.
struct When
{
    QDateTime at; //!< UTC; null: now
    QDateTime from; //!< UTC; null: no comparison

    bool operator==(const When &) const = default;
};

//! Asks for a day, or for two to compare.
class DateDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a now is the last day that can be chosen.
    DateDialog(const When &when, const QDateTime &now, QWidget *parent);

    //! What was chosen: the end of each day, in UTC; of today now.
    When when() const;

private:
    QDateTime m_now;
    QDateEdit *m_at;
    QCheckBox *m_compare;
    QDateEdit *m_from;
};

} // namespace portolan::views::lineage
