// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/domain/field.h"
#include "models/store/search/search.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::store {

//! The texts of one hit in which a match may lie.
struct Matchable
{
    const domain::Entity &entity;
    QStringList synonyms;
    QStringList terms;
    QList<domain::Field> fields;
};

//! Where \a words (Ranking::words) match: the part that holds most of them, names before others,
//! and the ranges to mark. Ranges count UTF-16 units of the original text.
[[nodiscard]] Match matchOf(const Matchable &thing, const QString &words);

//! A field that kind:field found.
struct FieldMatch
{
    QString path;
    Match match;
    int tier = 0; //!< 1 exact name, 2 name prefix, 3 all words in it; 0 when there were no words

    bool operator==(const FieldMatch &) const = default;
};

//! The fields of one asset whose name, business name or synonyms hold all \a words, in schema order;
//! all of them when there are no words.
[[nodiscard]] QList<FieldMatch> matchingFields(const QList<domain::Field> &fields,
                                               const QString &words);

} // namespace portolan::store
