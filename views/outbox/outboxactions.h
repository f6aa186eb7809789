// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxsource.h"

#include <QObject>
#include <QString>

namespace portolan::views::outbox {

//! What a person does about operations, one thing at a time, and the line that says what was done
//! last. What was taken back or given up can be put back until the next thing is done.
class OutboxActions final : public QObject
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit OutboxActions(items::OutboxSource &source, QObject *parent = nullptr);

    //! Lets go or tries again; \a done says it afterwards.
    void retry(const QList<domain::Operation> &operations, const QString &done);
    //! Takes back or gives up.
    void remove(const QList<domain::Operation> &operations, const QString &done);
    //! Puts back what remove() took last.
    void undo();
    //! Sends what waits.
    void send();

    //! Whether something is on its way to the disk: nothing is begun twice.
    bool isBusy() const { return m_isBusy; }

    bool canUndo() const { return !m_gone.isEmpty() && !m_isBusy; }

    QString text() const { return m_text; }

    QString iconName() const { return m_icon; }

Q_SIGNALS:
    //! text() or canUndo() are others now.
    void said();
    //! The outbox is another now.
    void acted();

private:
    bool begin();
    void end(const QString &iconName, const QString &text);
    void fail(const Error &error);

    items::OutboxSource &m_source;
    QList<domain::Operation> m_gone;
    QString m_text;
    QString m_icon;
    bool m_isBusy = false;
};

} // namespace portolan::views::outbox
