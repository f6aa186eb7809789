// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions, tags and owners that a person changes: where an edit goes, and how it is shown
// until the platform has it. Pure; any thread.
#pragma once

#include "models/base/result.h"
#include "models/domain/entity.h"
#include "models/domain/operation.h"
#include "models/sync/portalcommands.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <optional>

namespace portolan::items {

//! \a page with the edits among \a operations laid over it, and marked as waiting.
domain::Page laidOver(domain::Page page, const QList<domain::Operation> &operations);

//! The same for a thing in a list, of which only what is shown is known: an edit was made where
//! that comes from.
domain::Entity laidOver(domain::Entity entity, const QList<domain::Operation> &operations);
//! Whether one of \a operations edits \a entity, and is shown over it.
bool isEdited(const domain::Entity &entity, const QList<domain::Operation> &operations);

//! Those of \a operations that edit the thing of \a page, in their order.
QList<domain::Operation> editsOf(const domain::Page &page,
                                 const QList<domain::Operation> &operations);

//! Whether the description of the field \a path is edited here and not sent yet.
bool isFieldWaiting(const domain::Page &page, const QString &path);

//! Those of them that describe its field \a path.
QList<domain::Operation> fieldEditsOf(const domain::Page &page, const QString &path,
                                      const QList<domain::Operation> &operations);

//! Which of its members are edited here and not sent yet, in a sentence; empty where none is.
QString waitingText(const domain::Page &page);

//! What a person wants of a thing.
struct EditWish
{
    //! What an account calls the thing, where the person named it so: that is edited and no other
    //! name of it. Empty: ruling 8 says where an edit goes.
    QString nativeId = {};
    QString field = {}; //!< path of the field that the description is of; empty: of the thing
    std::optional<QString> description;
    QStringList addedTags;
    QStringList removedTags;
    QList<domain::Entity> addedOwners; //!< people and teams
    QStringList removedOwners; //!< by their ids, or by the names that are shown
};

//! What is known of an account that an edit may go to.
struct EditPlace
{
    QUuid account;
    bool canWrite = false; //!< its platform takes edits
    QString folder; //!< of files: where they are; else empty
    bool takesOwners = false; //!< also of who owns what
    bool takesFields = false; //!< also of what fields are described with
    bool keepsOneOwner = false; //!< a new one takes the place of the one before
    //! What a document says of a thing (platforms::Platform); none where there are no revisions.
    std::function<QString(const QByteArray &document, const QString &nativeId)> revisionOf;
    //! Why no description of a thing is taken (platforms::Platform); none where all are.
    std::function<QString(const QString &nativeId)> whyUndescribed;
};

//! The edits that \a wish comes to: a description goes to the account whose one is shown (ruling
//! 8), or where there is none yet to the first that takes edits; a tag is added there, and removed
//! from every account that has it; an owner is added where the shown one comes from, and removed
//! everywhere. The description of a field goes where the shown one comes from, or to the first
//! account that takes it and has the field. Where a native id is named, all of that holds for what
//! is called so alone, as if nothing else were joined with it. An edit is made against the revision
//! that was read, where there is one. Empty where everything is so already. Forbidden, with what to
//! do instead, where such an account cannot be written to; NotFound for a tag, an owner or a field
//! that the thing has not, and for an owner whom the account does not know.
[[nodiscard]] Result<QList<sync::Edit>> editsFor(const domain::Page &page, const EditWish &wish,
                                                 const QList<EditPlace> &places);

} // namespace portolan::items
