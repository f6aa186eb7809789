// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QList>
#include <QMap>
#include <QString>

namespace portolan::formats::workspace {

//! The domains, tags and terms that records use, counted, so that each becomes a thing of its own.
//! Only those that are used exist.
class Vocabulary
{
public:
    //! Counts what \a record uses, and gives it the arrows to its domain and terms.
    void take(domain::Record &record);
    void add(const Vocabulary &other);
    //! One record for each domain (and each above it), tag and term, by native id.
    QList<domain::Record> records() const;

private:
    void takeDomain(domain::Record &record);
    void takeTags(const domain::Record &record);
    void takeTerms(domain::Record &record);

    QMap<QString, int> m_domains; //!< by path with /
    QMap<QString, int> m_tags;
    QMap<QString, int> m_terms; //!< by URL or word
};

//! Adds an arrow unless it is there already.
void addRelation(domain::Record &record, domain::Relation relation, const QString &nativeId);

} // namespace portolan::formats::workspace
