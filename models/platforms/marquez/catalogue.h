// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of Marquez hold, as records. No I/O: bytes in, records and findings out.
#pragma once

#include "models/base/result.h"
#include "models/domain/finding.h"
#include "models/domain/record.h"
#include "models/formats/json/value.h"
#include "models/formats/openlineage/fold.h"
#include "models/net/httpresponse.h"
#include "models/platforms/marquez/site.h"

#include <QList>
#include <QString>

namespace portolan::platforms::marquez {

//! One page of a list, as far as it could be read.
template <typename Item>
struct Listed
{
    QList<Item> items;
    qint64 total = -1; //!< how many the whole list has; -1 where it does not say
    qint64 counted = -1; //!< of more than is listed: tells no end, but that something changed
    qsizetype rows = 0; //!< of this page, with those that could not be read
    QList<domain::Finding> findings;
};

//! A namespace, or a tag.
struct NamedThing
{
    QString name;
    bool isHidden = false; //!< deleted; the server goes on listing it
    domain::Record record;
};

//! A dataset under one of its names. Its record says nothing about lineage.
struct DatasetFacts
{
    Name name;
    domain::Record record;
};

//! An answer of the API, opened: \a root lives as long as this does.
class Opened
{
public:
    //! A Protocol error that names what was asked, where \a response holds no JSON object.
    [[nodiscard]] static Result<Opened> open(const net::HttpResponse &response);

    const formats::json::Json &root() const { return m_root; }

    //! The list in member \a key; a Protocol error where there is none.
    [[nodiscard]] Result<std::vector<formats::json::Json>> list(const char *key) const;

private:
    formats::json::JsonParser m_parser;
    formats::json::Json m_root;
    QString m_asked;
};

[[nodiscard]] Result<Listed<NamedThing>> namespacesIn(const net::HttpResponse &response,
                                                      const Site &site);
[[nodiscard]] Result<Listed<NamedThing>> tagsIn(const net::HttpResponse &response,
                                                const Site &site);
[[nodiscard]] Result<Listed<DatasetFacts>> datasetsIn(const net::HttpResponse &response,
                                                      const Site &site);
//! Of a single dataset, of which an answer holds nothing else.
[[nodiscard]] Result<Listed<DatasetFacts>> datasetIn(const net::HttpResponse &response,
                                                     const Site &site);
//! Of a single namespace.
[[nodiscard]] Result<Listed<NamedThing>> namespaceIn(const net::HttpResponse &response,
                                                     const Site &site);

//! The facets of a dataset, job or run, without names and passwords in addresses.
formats::openlineage::KeptFacets keptFacets(const formats::json::Json &facets);
//! The names in a list of objects with the members namespace and name.
QList<Name> namesIn(const formats::json::Json &list);
//! A finding about the thing at \a page.
domain::Finding findingOf(const QString &page, const QString &rule, const QString &message);
//! Adds a finding for each of \a lists and \a objects of \a document that is something else.
void checkMembers(const formats::json::Json &document, const QString &page,
                  std::initializer_list<const char *> lists,
                  std::initializer_list<const char *> objects, QList<domain::Finding> &findings);
//! Puts \a record into the domain that the namespace \a space stands for.
void placeIn(domain::Record &record, const QString &space);

} // namespace portolan::platforms::marquez
