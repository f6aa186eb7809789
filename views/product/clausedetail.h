// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/contractclauses.h"

#include <QScrollArea>

class QVBoxLayout;

namespace portolan::views::product {

//! What a clause says in a sentence, its rule as written, everything else it says, and where.
class ClauseDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit ClauseDetail(QWidget *parent = nullptr);

    //! \a place is where the contract stands ("orders.odcs.yaml:1"); a null clause shows a hint.
    void showClause(const items::Clause *clause, const QString &place);

Q_SIGNALS:
    //! The clause is to be shown in the contract's document.
    void documentRequested();
    //! What was measured is to be shown in the quality pane: "check:<id>", …
    void qualityRequested(const QString &subject);

private:
    void addVerdict(const items::ClauseVerdict &verdict, QVBoxLayout *column, QWidget *content);
};

} // namespace portolan::views::product
