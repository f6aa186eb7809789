// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dossier.h"
#include "models/items/snippet.h"

#include <QList>
#include <QUuid>

namespace portolan::views::product {

//! What can be used by a snippet, and whose fields it wants.
struct Subject
{
    items::SnippetSubject snippet; //!< without fields
    QUuid asset; //!< whose fields to add; null when unknown
};

//! The subject of the port \a port of \a dossier; a null port means the page's own thing.
Subject subjectOf(const items::Dossier &dossier, const QUuid &port);

//! Where the page's thing can be seen on its platform: an https address, or empty.
QString platformAddress(const domain::Page &page);

//! "orders/order-events.odcs.yaml:14": where \a document begins.
QString fileAndLine(const domain::NativeDocument &document);

//! The same of the first document of \a page that is a file; empty where all of them are of
//! servers, which have pages instead.
QString placeInFiles(const domain::Page &page);

//! The value of the first of \a page's properties that is called \a name in any case.
QString propertyOf(const domain::Page &page, QStringView name);

} // namespace portolan::views::product
