// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/store/indexdocument.h"
#include "models/store/search/search.h"

#include <QByteArrayList>
#include <QList>
#include <QString>

#include <functional>

namespace portolan::store {

//! Gives the fields of a thing when they are wanted: all of them, or at least those with a word
//! that begins with one of \a starts.
using FieldsOf = std::function<QList<domain::Field>(const QByteArrayList &starts)>;

//! Where \a words (Ranking::words) match in \a thing: the part that holds most of them, names
//! before other texts before fields, and the ranges to mark. Ranges count UTF-16 units of the
//! original text. \a fieldsOf, where given, stands for the fields of \a thing; it is called only
//! when a word stands in none of the other texts.
[[nodiscard]] Match matchOf(const IndexDocument &thing, const QString &words,
                            const FieldsOf &fieldsOf = {});

//! A field that kind:field found.
struct FieldMatch
{
    QString path;
    Match match;
    int tier = 0; //!< 1 exact name, 2 name prefix, 3 all words in it; 0 when there were no words

    bool operator==(const FieldMatch &) const = default;
};

//! The fields of one asset whose name, business name or synonyms hold all \a words, in schema
//! order; all of them when there are no words.
[[nodiscard]] QList<FieldMatch> matchingFields(const QList<domain::Field> &fields,
                                               const QString &words);

} // namespace portolan::store
