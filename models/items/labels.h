// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of the filter language and of the sources are called on the screen. Words that we
// do not know are shown as the source wrote them.
#pragma once

#include "models/domain/entitykind.h"

#include <QString>
#include <QStringList>

namespace portolan::items {

//! "Data product", "Table", "Stream topic": what a thing of \a kind and \a type is.
QString kindText(domain::EntityKind kind, const QString &type = {});

//! The name of a facet: "Port type" for "port".
QString facetTitle(const QString &key);

//! The name of the value \a value of the facet \a key; of a domain its last part.
QString facetValueText(const QString &key, const QString &value);

//! \a types of ports as a list in words: "Stream, SQL, file".
QString portTypesText(const QStringList &types);

} // namespace portolan::items
