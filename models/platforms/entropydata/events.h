// SPDX-License-Identifier: GPL-3.0-or-later
// The feed of events (http-feeds.org, CloudEvents): ids alone, with either prefix in their types.
#pragma once

#include "models/formats/document/node.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace portolan::platforms::entropydata {

//! What a batch of events names.
struct Happened
{
    QHash<QString, QSet<QString>> changed; //!< ids by list: "dataproducts" → …
    QSet<QString> deletedKinds; //!< lists that something was deleted from
    QHash<QString, QString> asked; //!< by id of an access: when
    QHash<QString, QString> decided; //!< by id of an access: when it was last decided
    QString last; //!< id of the last event; empty where there was none
    int unknown = 0; //!< events of a type that nobody knows
};

//! Reads \a batch, a list of events. An event without an id is passed over.
Happened readEvents(const QList<formats::document::Node> &batch);

} // namespace portolan::platforms::entropydata
