// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/joinsource.h"

#include <QList>
#include <QString>

namespace portolan::items {

//! What a person does about names, wherever in the window it is done. Each act is said once it is
//! on disk, can be taken back and done again in the order of acts, and is refused while the one
//! before is on its way.
class JoinActs : public QObject
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit JoinActs(JoinSource &source, QObject *parent = nullptr);

    JoinSource &source() const { return m_source; }

    // Each of these answers whether it was begun: then said() tells how it ended.

    //! Makes \a name a thing of its own; the decision is about all of \a thing, which people call
    //! so.
    bool keepApart(const domain::JoinName &name, const QString &thing);
    bool join(const domain::JoinName &a, const domain::JoinName &b);
    bool dismiss(const domain::JoinSuggestion &suggestion);
    //! Forgets what was decided about \a label: keys and sources decide again.
    bool forget(const QList<domain::JoinDecision> &decisions, const QString &label);

    bool canUndo() const { return !m_busy && !m_done.isEmpty(); }

    bool canRedo() const { return !m_busy && !m_undone.isEmpty(); }

    bool undo();
    bool redo();

    //! What was done last, in words, or why it could not be done; empty before the first act.
    const QString &text() const { return m_text; }

    bool isFailure() const { return m_saying == Saying::Failure; }

    //! Whether it is what text() says that undo() would take back, and not something before it.
    bool canUndoSaid() const { return canUndo() && m_saying == Saying::Act; }

Q_SIGNALS:
    //! text(), canUndo() and canRedo() are others now.
    void said();

private:
    struct Act
    {
        QString text;
        domain::JoinStep back; //!< what takes it back, or, once it is taken back, does it again
    };

    enum class Saying {
        Act, //!< what was done last
        Nothing, //!< that something was taken back, or was so already
        Failure
    };

    bool run(QFuture<Result<domain::JoinStep>> future, const QString &text);
    void turn(QList<Act> &from, QList<Act> &to, Saying saying, const QString &words);
    void say(const QString &text, Saying saying);

    JoinSource &m_source;
    QList<Act> m_done;
    QList<Act> m_undone;
    QString m_text;
    Saying m_saying = Saying::Nothing;
    bool m_busy = false;
};

} // namespace portolan::items
