// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesssource.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace portolan::views::access {

//! The terms of the contracts of a form's ports, in full, each with a box that accepts this state
//! of them.
class FormTerms final : public QWidget
{
    Q_OBJECT

public:
    explicit FormTerms(QWidget *parent = nullptr);

    //! Shows those of \a offers; what was accepted and has not changed stays accepted.
    void show(const QList<items::AccessOffer> &offers);

    QList<domain::AcceptedTerms> accepted() const;
    //! Accepts those of \a terms that are shown and have not changed.
    void setAccepted(const QList<domain::AcceptedTerms> &terms);

    bool isEmpty() const { return m_boxes.isEmpty(); }

    //! The first box that is not ticked; null when all are.
    QCheckBox *firstOpen() const;

Q_SIGNALS:
    void acceptedChanged();

private:
    void add(const items::AccessOffer &offer);

    //! One contract's.
    struct Box
    {
        domain::AcceptedTerms terms;
        QCheckBox *box = nullptr;
    };

    QVBoxLayout *m_column;
    QList<Box> m_boxes;
    QList<domain::AcceptedTerms> m_accepted; //!< also of what is not shown
};

} // namespace portolan::views::access
