// SPDX-License-Identifier: GPL-3.0-or-later
// Requests for access as Entropy Data keeps them: one document for each port that is asked for,
// which is the agreement as well once it is approved. What the platform has no member for travels
// in its custom fields, whose names begin with "portolan".
#pragma once

#include "models/domain/accessbook.h"
#include "models/formats/document/node.h"
#include "models/platforms/entropydata/products.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::platforms::entropydata {

//! How far the platform is with a request.
enum class AccessStatus { Requested, Approved, Rejected, Other };

//! One document of access.
struct AccessDoc
{
    QString id;
    QString word; //!< status as written
    AccessStatus status = AccessStatus::Requested;
    bool isActive = false;
    QString product; //!< native id of the provider
    QString port; //!< native id; empty where the port is gone
    QString contract; //!< native id, as it was when it was asked
    QString providerTeam; //!< the platform's id
    QUuid request; //!< ours, also of documents that others made
    QUuid item;
    domain::AccessRequest asked; //!< with the one item
    std::optional<domain::Grant> grant; //!< absent where nobody said anything
    QByteArray json; //!< the document, whole

    //! Whether it was canceled: it was approved, and its last day is over before it was meant to.
    bool isOver(QDate today) const;
};

//! Reads the document at \a node of the installation called \a origin; absent without an id.
std::optional<AccessDoc> readAccess(const formats::document::Node &node, const QString &origin);

//! The document that asks for \a item of \a request.
QByteArray accessJson(const domain::AccessRequest &request, const domain::AccessItem &item);
//! The id of the document for \a item: the item's own, so that whoever makes it twice makes one.
QString accessIdOf(const domain::AccessItem &item);

//! The request that \a docs, which are about one, make together; its items in their order.
domain::AccessRequest requestOf(const QList<AccessDoc> &docs);

//! What makes two states of a request the same question: SHA-256 of what is asked for.
QString sha256Of(const domain::AccessRequest &request);

} // namespace portolan::platforms::entropydata
