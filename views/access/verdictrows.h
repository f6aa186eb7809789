// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/verdictmodel.h"

#include <QWidget>

class QVBoxLayout;

namespace portolan::views {
class LinkButton;
} // namespace portolan::views

namespace portolan::views::access {

class VerdictRow;

//! What policies say, below each other: rule, result, message, remedy. Rows are changed in place as
//! long as they are about the same. What holds is folded away behind a link.
class VerdictRows final : public QWidget
{
    Q_OBJECT

public:
    //! \a model outlives this object. Remedies are links where \a hasLinks.
    VerdictRows(items::VerdictModel &model, bool hasLinks, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The person wants to mend what \a verdict says.
    void remedyWanted(const portolan::domain::PolicyVerdict &verdict);

private:
    void rebuild();
    void refresh();
    void fold();

    items::VerdictModel &m_model;
    bool m_hasLinks;
    bool m_isOpen = false; //!< what holds is shown
    QVBoxLayout *m_column;
    QList<VerdictRow *> m_rows;
    LinkButton *m_more;
};

} // namespace portolan::views::access
