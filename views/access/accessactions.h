// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesscasemodel.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <functional>

namespace portolan::views::access {

//! What a person does about access, and the one line that says what was done last. It can be taken
//! back as long as nothing of it was sent.
class AccessActions final : public QObject
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit AccessActions(items::AccessSource &source, QObject *parent = nullptr);

    void setBoard(const items::AccessBoardPtr &board);

    //! Hands \a decisions on; \a done says it afterwards, and \a then is called when it went well.
    void decide(const QList<domain::AccessDecision> &decisions, const QString &done,
                const std::function<void()> &then = {});
    //! The same for requests, all or none. \a replaced are operations that they take the place of,
    //! which go in the same step. \a then is told the last one's id.
    void ask(const QList<domain::AccessRequest> &requests, bool isDraft, const QString &done,
             const std::function<void(const QUuid &)> &then = {},
             const QList<qint64> &replaced = {});
    //! Takes \a operations back.
    void discard(const QList<qint64> &operations, const QString &done);
    //! Tries \a operations again.
    void tryAgain(const QList<domain::Operation> &operations, const QString &done);
    //! Takes back what was done last.
    void undo();
    //! Says something that cannot be taken back.
    void say(const QString &iconName, const QString &text);

    //! Whether something is on its way to the disk: it is not begun twice.
    bool isBusy() const { return m_isBusy; }

    bool canUndo() const { return !undoable().isEmpty(); }

    QString text() const { return m_text; }

    QString iconName() const { return m_icon; }

Q_SIGNALS:
    //! text() or canUndo() are others now.
    void said();
    //! The board is another now.
    void acted();

private:
    void begin(const QSet<QUuid> &requests);
    void fail(const Error &error);
    QList<qint64> undoable() const;

    items::AccessSource &m_source;
    items::AccessBoardPtr m_board;
    QSet<QUuid> m_touched; //!< requests that the last action was about
    QSet<qint64> m_before; //!< operations that were there before it
    QString m_text;
    QString m_icon;
    bool m_isBusy = false;
};

} // namespace portolan::views::access
