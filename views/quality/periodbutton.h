// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"
#include "views/shared/barbutton.h"

#include <QVariantMap>

class QDateEdit;

namespace portolan::views::quality {

//! Which stretch of time was chosen: one that moves on with the time, or two days.
struct PeriodChoice
{
    enum class Kind { Days28, Days90, Month, Own };

    Kind kind = Kind::Days28;
    QDate first; //!< of Own
    QDate last; //!< of Own

    //! The stretch as of \a now.
    items::Period at(const QDateTime &now) const;

    QVariantMap saved() const;
    static PeriodChoice restored(const QVariantMap &state);

    bool operator==(const PeriodChoice &) const = default;
};

//! The button with the period in it; its menu offers others.
class PeriodButton final : public BarButton
{
    Q_OBJECT

public:
    explicit PeriodButton(QWidget *parent = nullptr);

    //! Shows \a choice; \a now is the last day that can be chosen.
    void setChoice(const PeriodChoice &choice, const QDateTime &now);

    const PeriodChoice &choice() const { return m_choice; }

    //! "26 Oct to 23 Nov".
    static QString textOf(const items::Period &period);

Q_SIGNALS:
    void chosen(const portolan::views::quality::PeriodChoice &choice);

private:
    void openMenu();
    void askDates();

    PeriodChoice m_choice;
    QDateTime m_now;
};

} // namespace portolan::views::quality
