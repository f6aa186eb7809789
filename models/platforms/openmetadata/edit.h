// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"
#include "models/platforms/actionport.h"
#include "models/platforms/failedlook.h"
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/server.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::platforms::openmetadata {

//! By native id: the uuids of users and teams.
using OwnerIds = QHash<QString, QString>;

//! An operation on a thing of the catalogue, taken apart.
struct Edit
{
    NamedThing thing;
    std::optional<QString> description; //!< what it is to be; else it is about tags
    std::optional<QString> base; //!< the description that a person saw
    QString field; //!< path of the column that the description is of; empty: of the thing itself
    QStringList add; //!< fully qualified names of tags
    QStringList remove;
    std::optional<QStringList>
        owners; //!< native ids of those that it is to have; else not about them
    std::optional<QStringList> ownersBefore; //!< that a person saw

    //! BadInput where \a operation is none.
    [[nodiscard]] static Result<Edit> of(const domain::Operation &operation);

    //! Whether \a entity has the column that is meant.
    bool isIn(const QJsonObject &entity) const;
    //! Whether \a entity is as it should be.
    bool isDoneIn(const QJsonObject &entity) const;
    //! Whether \a entity has something else than what a person saw.
    bool isContradictedBy(const QJsonObject &entity) const;
    //! The JSON Patch (RFC 6902) that makes it so of \a entity; \a ids of all owners that it names.
    QByteArray patchOf(const QJsonObject &entity, const OwnerIds &ids = {}) const;
    //! What \a entity has of it, as JSON.
    QByteArray partOf(const QJsonObject &entity) const;

private:
    QString descriptionIn(const QJsonObject &entity) const;
};

//! The version of \a entity as the server writes it: "0.2", "1.0".
QString versionOf(const QJsonObject &entity);

//! What an answer with \a error means for a request that changes something and left.
ActionOutcome outcomeOf(const Error &error);
//! What an answer that refuses means; applied where it does not.
ActionOutcome outcomeOf(const net::HttpResponse &response);

//! Carries \a edit out.
ActionOutcome sendEdit(Server &server, const Edit &edit);
//! Asks whether \a edit has taken effect.
LookUpOutcome lookUpEdit(Server &server, const Edit &edit);

} // namespace portolan::platforms::openmetadata
