// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/contract.h"
#include "models/formats/document/node.h"

#include <QList>
#include <QString>

namespace portolan::formats::odcs {

//! The servers of the contract at \a root: servers[], or the flat keys of version 2.2.
QList<domain::Server> serversOf(const document::Node &root);

//! \a servers with those first that hold production data, else in their order.
QList<domain::Server> productionFirst(const QList<domain::Server> &servers);

//! The type word of what stands on \a server: table, topic, file or api; empty when unknown.
QString assetTypeOn(const domain::Server &server);

//! The key (ruling 7) of the first server that makes one for \a object, a physical name; empty when
//! none does. \a alone says that the contract describes no other object: on a file store only then,
//! or with a placeholder in the path, is it known which file holds which object.
QString datasetKeyOf(const QList<domain::Server> &servers, const QString &object, bool alone);

} // namespace portolan::formats::odcs
