// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxmodel.h"

#include <QScrollArea>

class QToolButton;

namespace portolan::views {
class ElidedLabel;
class IconLabel;
class KeyValueGrid;
class LinkButton;
class SafeLabel;
class SectionHead;
class TagLabel;
} // namespace portolan::views

namespace portolan::views::outbox {

class SidesGrid;

//! One operation in full: what it does, how it stands and why, what is sent, and in a conflict all
//! three sides; attempts and ids for the support of the platform.
class OutboxDetail final : public QScrollArea
{
    Q_OBJECT

public:
    explicit OutboxDetail(QWidget *parent = nullptr);

    void show(const items::OutboxEntry &entry, const items::OutboxBoardPtr &board,
              const QDateTime &now);

    const items::OutboxEntry &shown() const { return m_entry; }

    SidesGrid *sides() const { return m_sides; }

    //! What the notes below the head say, in lines: how it stands, and the reason.
    QString notes() const;
    //! Puts everything about the operation on the clipboard.
    void copy() const;

Q_SIGNALS:
    //! The page of what it is about, or the request.
    void subjectWanted();
    //! The operation that has to be done first.
    void firstWanted(qint64 operation);
    void accountWanted();

private:
    QWidget *buildHead();
    QWidget *buildBody();
    void showHead();
    void showFacts();

    items::OutboxEntry m_entry;
    items::OutboxBoardPtr m_board;
    QDateTime m_now;
    QString m_sentence;
    IconLabel *m_icon;
    ElidedLabel *m_title;
    TagLabel *m_state;
    ElidedLabel *m_since;
    IconLabel *m_noteIcon;
    SafeLabel *m_note;
    SafeLabel *m_reason;
    LinkButton *m_first;
    LinkButton *m_open;
    QToolButton *m_copy;
    SectionHead *m_sidesHead;
    SidesGrid *m_sides;
    KeyValueGrid *m_facts;
};

} // namespace portolan::views::outbox
