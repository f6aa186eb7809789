// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/editsource.h"
#include "views/product/editdialog.h"

#include <QAction>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QUuid>

namespace portolan::views::product {

//! The actions that edit the thing of a page: each is there where its account takes edits, and says
//! why where it does not. What is edited is shown at once, and can be taken back until it is sent.
class ThingEditor final : public QObject
{
    Q_OBJECT

public:
    //! \a page is what dialogs belong to.
    ThingEditor(const QUuid &thing, QWidget *page);

    //! Without a source nothing is offered; \a source outlives this object.
    void setSource(items::EditSource &source);

    //! What the thing is called, for the titles of dialogs.
    void setName(const QString &name) { m_name = name; }

    const items::EditOffer &offer() const { return m_offer; }

    //! Description, tags, owners, and taking it back; hidden until there is a source.
    QList<QAction *> actions() const { return {m_actions[0], m_actions[1], m_actions[2], m_undo}; }

    //! The dialog that is open, or null.
    EditDialog *dialog() const { return m_dialog; }

    //! Asks for another text of \a member, where that is offered.
    void edit(items::EditMember member);
    //! Takes back what was edited and not sent yet.
    void undo();

Q_SIGNALS:
    //! offer() is another now.
    void offered();

private:
    void ask();
    void showOffer();
    void store(items::EditMember member, const QString &text);
    void fail(const QPointer<EditDialog> &dialog, items::EditMember member, const Error &error);

    QUuid m_thing;
    QWidget *m_page;
    QString m_name;
    items::EditSource *m_source = nullptr;
    items::EditOffer m_offer;
    quint64 m_question = 0; //!< answers to earlier ones are dropped
    QAction *m_actions[3];
    QAction *m_undo;
    QPointer<EditDialog> m_dialog;
};

} // namespace portolan::views::product
