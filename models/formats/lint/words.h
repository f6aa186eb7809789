// SPDX-License-Identifier: GPL-3.0-or-later
// How findings speak of values, types and names.
#pragma once

#include "models/formats/document/node.h"
#include "models/formats/lint/shape.h"

#include <QString>
#include <QStringList>

namespace portolan::formats::lint {

//! The type of \a value: one bit, but Integer and Number for a whole number.
Types typesOf(const document::Node &value);
//! "text or a list".
QString typeWords(Types types);
//! "the number 2", "\"strng\"", "empty", "a list".
QString valueWords(const document::Node &value);
//! The words that \a version has.
QStringList wordsIn(std::span<const Word> words, Versions version);
//! The entry of \a known that \a word looks like a slip of, or empty.
QString closest(const QString &word, const QStringList &known);
//! \a path with \a name behind it.
QString under(const QString &path, const QString &name);

} // namespace portolan::formats::lint
