// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may change of a thing in the window: a text for each part, and where it goes. Pure;
// any thread.
#pragma once

#include "models/items/edits.h"

namespace portolan::items {

//! A part of a thing that can be edited.
enum class EditMember { Description, Tags, Owners };

//! One part, and whether it can be edited from here.
struct EditPart
{
    QString text; //!< as it is shown; of tags and owners one on each line
    //! Name of the account that an edit goes to, and what it calls the thing if it knows it twice.
    QString account;
    bool isOffered = false;
    QString place; //!< of files, where it is edited instead: file and line; else empty
    QString why; //!< in the words of its platform, where it says why it takes none; else empty

    bool operator==(const EditPart &) const = default;
};

//! Everything that can be edited of a thing.
struct EditOffer
{
    EditPart description;
    EditPart tags;
    EditPart owners;
    bool isUndoable = false; //!< something was edited, and not sent yet
    //! Object of an edit that needs a person, as its platform calls it; empty where none does.
    QString stuck;
    bool isConflict = false; //!< somebody else changed it meanwhile; else it was refused

    const EditPart &part(EditMember member) const;

    bool operator==(const EditOffer &) const = default;
};

//! What is offered of \a page, with the edits among \a operations laid over it already.
EditOffer editOfferOf(const domain::Page &page, const QList<EditPlace> &places,
                      const QList<domain::Operation> &operations);

//! What became of the edit that \a offer says needs a person; empty where none does.
QString stuckText(const EditOffer &offer);

//! What is offered of the field \a path of \a page: its description.
struct FieldOffer
{
    EditPart description;
    bool isWaiting = false; //!< it is edited here, and not sent yet
    bool isUndoable = false; //!< and can be taken back

    bool operator==(const FieldOffer &) const = default;
};

FieldOffer fieldOfferOf(const domain::Page &page, const QString &path,
                        const QList<EditPlace> &places, const QList<domain::Operation> &operations);

//! A part as the person saw it, and as it shall be (EditPart::text).
struct EditChange
{
    QString before;
    QString after;

    bool operator==(const EditChange &) const = default;
};

//! What \a change does to \a page. What came to it meanwhile, and the person did not see, stays.
//! Owners who come are left to the caller: addedNames().
EditWish wishOf(const domain::Page &page, EditMember member, const EditChange &change);

//! The lines that \a change brings.
QStringList addedNames(const EditChange &change);

} // namespace portolan::items
