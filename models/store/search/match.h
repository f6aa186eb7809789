// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/store/indexdocument.h"
#include "models/store/search/fieldsource.h"
#include "models/store/search/search.h"

#include <QList>
#include <QString>

namespace portolan::store {

//! Where \a words (Ranking::words) match in \a thing: the part that holds most of them, names
//! before other texts before fields, and the ranges to mark. Ranges count UTF-16 units of the
//! original text. \a fields are looked through only when a word stands in none of the other texts;
//! those in \a thing do not count.
[[nodiscard]] Match matchOf(const IndexDocument &thing, const QString &words, FieldSource &fields);
//! The same, with the fields in \a thing.
[[nodiscard]] Match matchOf(const IndexDocument &thing, const QString &words);

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
