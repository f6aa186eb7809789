// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/editoffer.h"

#include <QFuture>
#include <QObject>
#include <QUuid>

namespace portolan::items {

//! Where the window learns what can be edited of a thing, and the door for doing it. Lives in the
//! GUI thread; every function returns at once.
class EditSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! What can be edited of the thing with our id \a thing.
    virtual QFuture<Result<EditOffer>> offer(const QUuid &thing) = 0;
    //! Does \a change to \a member of \a thing: it is in the outbox, and shown everywhere, when the
    //! answer is there. Answers how many operations it came to; none where it is so already. A
    //! Conflict error where the description is another now than the person saw.
    virtual QFuture<Result<int>> edit(const QUuid &thing, EditMember member,
                                      const EditChange &change) = 0;
    //! What can be edited of the field \a path of \a asset.
    virtual QFuture<Result<FieldOffer>> fieldOffer(const QUuid &asset, const QString &path) = 0;
    //! The same as edit() for the description of a field.
    virtual QFuture<Result<int>> editField(const QUuid &asset, const QString &path,
                                           const EditChange &change) = 0;
    //! Takes back what was edited of that field and not sent yet.
    virtual QFuture<Result<int>> undoField(const QUuid &asset, const QString &path) = 0;
    //! Takes back what was edited of \a thing and not sent yet; answers how many operations.
    virtual QFuture<Result<int>> undo(const QUuid &thing) = 0;

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
};

} // namespace portolan::items
