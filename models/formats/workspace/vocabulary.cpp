// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/vocabulary.h"

#include <QSet>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::workspace {
namespace {

QString domainId(const QString &path)
{
    return u"domain:"_s % path;
}

Record domainRecord(const QString &path, int uses)
{
    Record record;
    record.kind = EntityKind::Domain;
    record.nativeId = domainId(path);
    record.domain = path.split(u'/');
    record.name = record.domain.last();
    record.popularity = uses;
    if (const auto slash = path.lastIndexOf(u'/'); slash > 0)
        record.relations.append({Relation::Parent, domainId(path.left(slash))});
    return record;
}

Record tagRecord(const QString &tag, int uses)
{
    Record record;
    record.kind = EntityKind::Tag;
    record.nativeId = u"tag:"_s % tag;
    record.name = tag;
    record.popularity = uses;
    return record;
}

//! A definition is known by its address, and named after the last part of it.
Record termRecord(const QString &term, int uses)
{
    Record record;
    record.kind = EntityKind::Term;
    record.nativeId = u"term:"_s % term;
    record.name = term;
    record.popularity = uses;
    const QUrl url(term, QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty())
        return record;
    record.references.append({.type = u"businessDefinition"_s, .url = term, .description = {}});
    const auto last = url.path(QUrl::FullyDecoded).section(u'/', -1, -1, QString::SectionSkipEmpty);
    if (!last.isEmpty())
        record.name = last;
    return record;
}

bool isDefinition(const QString &type)
{
    return type.startsWith(u"businessDefinition"_s, Qt::CaseInsensitive)
        || type.compare(u"definition"_s, Qt::CaseInsensitive) == 0;
}

} // namespace

void addRelation(Record &record, Relation relation, const QString &nativeId)
{
    const domain::RelationTo to{relation, nativeId};
    if (!nativeId.isEmpty() && !record.relations.contains(to))
        record.relations.append(to);
}

void Vocabulary::take(Record &record)
{
    takeDomain(record);
    takeTags(record);
    takeTerms(record);
}

void Vocabulary::takeDomain(Record &record)
{
    if (record.domain.isEmpty() || record.kind == EntityKind::Domain)
        return;
    if (record.kind == EntityKind::Product || record.kind == EntityKind::Asset
        || record.kind == EntityKind::Team || record.kind == EntityKind::Contract)
        addRelation(record, Relation::InDomain, domainId(record.domain.join(u'/')));
    for (qsizetype depth = 1; depth <= record.domain.size(); ++depth) {
        auto &uses = m_domains[record.domain.first(depth).join(u'/')];
        if (record.kind == EntityKind::Product)
            ++uses;
    }
}

void Vocabulary::takeTags(const Record &record)
{
    QSet<QString> tags(record.tags.begin(), record.tags.end());
    for (const auto &field : record.fields)
        tags.unite({field.tags.begin(), field.tags.end()});
    for (const auto &tag : std::as_const(tags)) {
        if (!tag.isEmpty())
            ++m_tags[tag];
    }
}

void Vocabulary::takeTerms(Record &record)
{
    if (record.kind != EntityKind::Asset && record.kind != EntityKind::Contract
        && record.kind != EntityKind::Product)
        return;
    QStringList terms;
    for (const auto &reference : std::as_const(record.references)) {
        if (isDefinition(reference.type))
            terms.append(reference.url);
    }
    for (const auto &field : std::as_const(record.fields))
        terms.append(field.terms);
    terms.removeDuplicates();
    terms.removeAll(QString());
    for (const auto &term : std::as_const(terms)) {
        ++m_terms[term];
        addRelation(record, Relation::Means, u"term:"_s % term);
    }
}

void Vocabulary::add(const Vocabulary &other)
{
    const auto sum = [](QMap<QString, int> &to, const QMap<QString, int> &from) {
        for (auto it = from.begin(); it != from.end(); ++it)
            to[it.key()] += it.value();
    };
    sum(m_domains, other.m_domains);
    sum(m_tags, other.m_tags);
    sum(m_terms, other.m_terms);
}

QList<Record> Vocabulary::records() const
{
    QList<Record> records;
    for (auto it = m_domains.begin(); it != m_domains.end(); ++it)
        records.append(domainRecord(it.key(), it.value()));
    for (auto it = m_tags.begin(); it != m_tags.end(); ++it)
        records.append(tagRecord(it.key(), it.value()));
    for (auto it = m_terms.begin(); it != m_terms.end(); ++it)
        records.append(termRecord(it.key(), it.value()));
    return records;
}

} // namespace portolan::formats::workspace
