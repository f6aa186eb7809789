// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/access/casespage.h"

#include <QStringList>

class QToolButton;

namespace portolan::views::access {

//! The requests in which a person decides, one after the other or several with one reason.
class ReviewPage final : public CasesPage
{
    Q_OBJECT

public:
    ReviewPage(items::AccessSource &source, AccessActions &actions, QWidget *parent = nullptr);

    //! Reasons that the person kept, in their order.
    const QStringList &templates() const { return m_templates; }

    void setTemplates(const QStringList &templates) { m_templates = templates; }

    //! What Ctrl+Enter does now.
    domain::DecisionKind pending() const { return m_pending; }

    //! Approves, rejects or asks about the ticked requests, else about the current one. Where a
    //! reason is missing, the field for it gets the focus, and Ctrl+Enter does it then.
    void decide(domain::DecisionKind kind);

protected:
    void showBar() override;
    void explainNothing(EmptyState &empty) const override;

private:
    //! An item that is decided, in its request.
    struct Target
    {
        const items::AccessCase *one = nullptr;
        QUuid item;
    };

    QList<Target> targets() const;
    QList<domain::AccessDecision> decisionsOf(domain::DecisionKind kind,
                                              const QList<Target> &targets) const;
    void setPending(domain::DecisionKind kind);
    QString doneText(domain::DecisionKind kind, const QList<Target> &targets) const;
    void openTemplates();

    domain::DecisionKind m_pending = domain::DecisionKind::Approve;
    QStringList m_templates;
    QToolButton *m_pick;
    KeyButton *m_ask;
    KeyButton *m_reject;
    KeyButton *m_approve;
    QList<QAction *> m_deciding;
};

} // namespace portolan::views::access
