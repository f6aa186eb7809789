// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/access/casespage.h"

#include <QHash>
#include <QStringList>
#include <QUuid>

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
    void escaped() override;
    void explainNothing(EmptyState &empty) const override;

private:
    //! An item that is decided, in its request.
    struct Target
    {
        const items::AccessCase *one = nullptr;
        QUuid item;
    };

    QList<Target> targets() const;
    bool isAgainstPolicy(const QList<Target> &targets) const;
    QList<domain::AccessDecision> decisionsOf(domain::DecisionKind kind,
                                              const QList<Target> &targets) const;
    void setPending(domain::DecisionKind kind);
    QString doneText(domain::DecisionKind kind, const QList<Target> &targets) const;
    void openTemplates();
    void changeReason(const QUuid &request);

    //! What was begun about a request, and not sent.
    struct Begun
    {
        domain::DecisionKind kind = domain::DecisionKind::Approve;
        QString reason;
    };

    domain::DecisionKind m_pending = domain::DecisionKind::Approve;
    QStringList m_templates;
    QUuid m_reasonOf; //!< request that the field is about
    QHash<QUuid, Begun> m_begun; //!< of the other requests
    QToolButton *m_pick;
    KeyButton *m_ask;
    KeyButton *m_reject;
    KeyButton *m_approve;
    QList<QAction *> m_deciding;
};

} // namespace portolan::views::access
