// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/access/casespage.h"

#include <QAction>

#include <array>

namespace portolan::views::access {

//! What a person has asked for: how far it is, with answering, withdrawing and taking back.
class MinePage final : public CasesPage
{
    Q_OBJECT

public:
    MinePage(items::AccessSource &source, AccessActions &actions, QWidget *parent = nullptr);

    //! Answers the question that is open; without words the field for them gets the focus.
    void answer();
    //! Withdraws what is not decided yet, with the reason in the field.
    void withdraw();
    //! Takes back what was not sent yet.
    void takeBack();

Q_SIGNALS:
    //! The form is to be opened with what \a request asks for; a draft is gone on with.
    void formWanted(const QUuid &request);

protected:
    void showBar() override;
    void explainNothing(EmptyState &empty) const override;

private:
    void say(domain::DecisionKind kind, const QString &done);
    QList<domain::AccessItem> openItems(bool isAsked) const;

    bool m_isWithdrawing = false; //!< what Ctrl+Enter does with the words in the field
    KeyButton *m_takeBack;
    KeyButton *m_again;
    KeyButton *m_withdraw;
    std::array<QAction *, 3> m_keys{}; //!< of the three buttons before the answer's
    KeyButton *m_answer;
};

} // namespace portolan::views::access
