// SPDX-License-Identifier: GPL-3.0-or-later
// What the two Bitol standards, ODCS and ODPS, have in common: how they write text, terms, support,
// links, custom properties and questions.
#pragma once

#include "models/domain/record.h"
#include "models/formats/document/node.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <string_view>
#include <utility>

namespace portolan::formats::bitol {

using document::Node;
using Properties = QList<std::pair<QString, QString>>;

//! The first of \a keys that \a mapping has: the same thing has several names over the versions.
Node firstOf(const Node &mapping, std::initializer_list<std::string_view> keys);

//! A scalar as written (null is empty), anything else as JSON.
QString textOf(const Node &value);
QString textOf(const Node &mapping, std::string_view key);
//! The items of a list as texts; a scalar alone is a list of one.
QStringList textsOf(const Node &list);
//! Whether \a value is true; the text "true" in quotes counts, as files in the wild have it.
bool isYes(const Node &value);
bool isNo(const Node &value);

//! "Orders/Fulfilment" and "Orders › Fulfilment" name a domain inside another one; dots do not.
QStringList domainPath(const QString &domain);

domain::Terms termsOf(const Node &description);
QList<domain::Reference> referencesOf(const Node &definitions);
QList<domain::SupportChannel> supportOf(const Node &support);
QList<domain::Question> questionsOf(const Node &context);
QStringList synonymsOf(const Node &synonyms);

//! Adds name and text of \a value, unless it is absent or empty.
void addProperty(Properties &properties, const QString &name, const Node &value);
//! Adds the custom properties of \a list: {property, value} items, or a plain mapping.
void addCustomProperties(Properties &properties, const Node &list);
//! Adds what an object form of the context says besides its questions.
void addContext(Properties &properties, const Node &context);

//! \a node with everything below it, as the document of a record from \a file.
domain::NativeDocument nativeOf(const QString &file, const Node &node);

} // namespace portolan::formats::bitol
