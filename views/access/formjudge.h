// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesssource.h"

#include <QTimer>
#include <QWidget>

namespace portolan::views {
class SafeLabel;
}

namespace portolan::views::access {

//! Asks the policies of platforms about what stands in a form, once a person stops typing, one
//! question at a time; an answer to what has changed since is dropped. Says in a line whom it asks.
class FormJudge final : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit FormJudge(items::AccessSource &source, QWidget *parent = nullptr);

    //! Who is asked; without anybody nothing is shown. What could not be checked is asked again.
    void setJudges(const QStringList &accounts);
    //! The form asks for \a request now.
    void ask(const domain::AccessRequest &request);

    //! Whether verdicts() are about what was last asked.
    bool isCurrent() const { return m_isCurrent; }

    //! What to show: until the answer is there, what did not hold before, since nothing that holds
    //! may outlive what it was said about.
    const QList<domain::PolicyVerdict> &verdicts() const { return m_verdicts; }

    //! What is known about the request: the answer, or for each judge that it has given none yet.
    QList<domain::PolicyVerdict> known() const;

Q_SIGNALS:
    void answered();

private:
    void send();
    void showLine();

    items::AccessSource &m_source;
    QStringList m_judges;
    domain::AccessRequest m_request;
    QList<domain::PolicyVerdict> m_verdicts;
    QTimer m_pause; //!< until nobody types
    quint64 m_question = 0;
    bool m_isAsking = false;
    bool m_isCurrent = true;
    SafeLabel *m_line;
};

} // namespace portolan::views::access
