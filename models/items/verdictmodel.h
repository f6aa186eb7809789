// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesssource.h"

#include <QAbstractListModel>
#include <QList>

namespace portolan::items {

//! What policies say, a row for each rule and port: what fails first, then what warns, is unknown,
//! holds. Answers replace themselves in place as long as the rules are the same.
class VerdictModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ResultRole = Qt::UserRole, //!< int of domain::PolicyResult
        WordRole, //!< "fails"
        MessageRole, //!< in the person's language where we know the sentence
        RemedyRole, //!< the same; empty where nothing is to be done
        SourceRole, //!< "local, period"; "opa, decision 4ca636c1-…"
        PortRole, //!< label of the port; empty: about the whole request
        RemoteRole, //!< a platform said it, and not the rules of the workspace
        FieldRole, //!< of the form, or path of a data field
        OnceRole //!< word of what the request itself says of this rule; empty: the same, or nothing
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    //! Shows \a verdicts, with rules and ports called as \a board has them. \a once are those that
    //! were written into the request when it was sent. Their order stays when \a keepOrder and
    //! there are as many about the same.
    void show(const QList<domain::PolicyVerdict> &verdicts, const AccessBoard &board,
              const QList<domain::PolicyVerdict> &once = {}, bool keepOrder = false);

    const QList<domain::PolicyVerdict> &verdicts() const { return m_verdicts; }

    int countOf(domain::PolicyResult result) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString onceWord(const domain::PolicyVerdict &verdict) const;

    QList<domain::PolicyVerdict> m_verdicts;
    QList<domain::PolicyVerdict> m_once;
    AccessBoard m_board; //!< policies and names alone
};

} // namespace portolan::items
