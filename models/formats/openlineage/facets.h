// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/domain/record.h"
#include "models/formats/openlineage/fold.h"

#include <QList>
#include <QString>

namespace portolan::formats::openlineage {

//! The facets of one dataset or job, read when asked for. Holds one parsed facet at a time.
class FacetReader
{
public:
    explicit FacetReader(const KeptFacets &facets)
        : m_facets(facets)
    {
    }

    //! The facet \a name, or null; valid until the next call.
    json::Json facet(const char *name);
    //! A text member of a facet, or empty.
    QString text(const char *name, std::string_view key);

private:
    const KeptFacets &m_facets;
    json::JsonParser m_parser;
};

//! Columns of the facet schema (1-2-0), nested ones behind their parent, with the tags that the
//! facet tags gives them.
QList<domain::Field> fieldsOf(FacetReader &facets);
//! Tags of the thing itself: "key", or "key:value" where the value says more than yes.
QStringList tagsOf(FacetReader &facets);
//! Fills description, owner and team of \a record from documentation and ownership.
void addPeopleAndWords(domain::Record &record, FacetReader &facets);
//! Adds \a name and \a value to the facts of \a record, unless there is no value.
void addFact(domain::Record &record, const QString &name, const QString &value);
//! The source's own words about the thing: its names, and each facet as it stands now.
QByteArray nativeJson(const Name &name, const KeptFacets &facets);

} // namespace portolan::formats::openlineage
