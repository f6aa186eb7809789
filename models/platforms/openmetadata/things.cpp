// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/things.h"

#include "models/platforms/openmetadata/assets.h"
#include "models/platforms/openmetadata/collections.h"
#include "models/platforms/openmetadata/contracts.h"
#include "models/platforms/openmetadata/governance.h"
#include "models/platforms/openmetadata/names.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

// What goes wrong in a thousand things in one way is understood after the first of them.
constexpr qsizetype mostFindings = 200;

using ReadOne = Thing (*)(Reading &);

const QHash<QString, ReadOne> &readers()
{
    static const QHash<QString, ReadOne> all{
        {u"classification"_s, classificationOf},
        {u"tag"_s, tagOf},
        {u"glossary"_s, glossaryOf},
        {u"glossaryTerm"_s, glossaryTermOf},
        {u"team"_s, teamOf},
        {u"user"_s, userOf},
        {u"domain"_s, domainOf},
        {u"dataProduct"_s, productOf},
        {u"dataContract"_s, contractOf},
    };
    return all;
}

} // namespace

ThingReader::ThingReader(QString installation)
    : m_installation(std::move(installation))
{
}

void ThingReader::report(domain::Finding finding)
{
    if (m_findings.size() < mostFindings)
        m_findings.append(std::move(finding));
}

Thing ThingReader::read(const QString &type, std::string_view whole, std::string_view item)
{
    Json entity;
    const auto error = m_parser.parse(whole, item).get(entity);
    if (error != simdjson::SUCCESS || !formats::json::isObject(entity)) {
        report({.file = m_installation,
                .severity = domain::Finding::Severity::Warning,
                .rule = u"openmetadata.json"_s,
                .field = type,
                .message = u"A thing of type %1 is no JSON object, and is left out"_s.arg(type)});
        return {};
    }
    Reading reading(entity, type, m_installation, item);
    auto thing = readEntity(reading);
    for (auto &finding : reading.takeFindings())
        report(std::move(finding));
    return thing;
}

Thing ThingReader::readEntity(Reading &reading)
{
    const auto &type = reading.type();
    if (type == u"testCase")
        return checkOf(reading, dimensions, incidents, lists);
    if (const auto read = readers().value(type)) {
        auto thing = read(reading);
        if (type == u"dataContract" && !thing.deleted && !thing.record.nativeId.isEmpty())
            contracts.insert(subjectOf(reading.entity()).id, thing.record.nativeId);
        return thing;
    }
    auto thing = assetOf(reading);
    if (!thing.record.nativeId.isEmpty()) {
        relate(thing.record, domain::Relation::GovernedBy, contracts.value(thing.uuid));
        noteLists(thing.record);
    }
    return thing;
}

//! Who names a column by its full name does not say which parts of it are lists.
void ThingReader::noteLists(const domain::Record &record)
{
    QStringList paths;
    for (const auto &field : record.fields)
        paths.append(field.path);
    if (const auto found = listsAmong(paths); !found.isEmpty())
        lists.insert(record.nativeId, found);
    else
        lists.remove(record.nativeId);
}

} // namespace portolan::platforms::openmetadata
