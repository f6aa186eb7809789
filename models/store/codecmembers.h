// SPDX-License-Identifier: GPL-3.0-or-later
// Each type is taken apart by a structured binding that names all its members. A member that is
// added to a domain type therefore does not compile here until it is stored as well.
#pragma once

#include "models/store/archive.h"
#include "models/store/codec.h"

namespace portolan::store {

using namespace domain;

void visit(auto &archive, Is<RelationTo> auto &object)
{
    auto &[relation, nativeId] = object;
    archive(relation, nativeId);
}

void visit(auto &archive, Is<NativeDocument> auto &object)
{
    auto &[file, line, json] = object;
    archive(file, line, json);
}

void visit(auto &archive, Is<SlaTerm> auto &object)
{
    auto &[property, value, valueExt, unit, element, driver, description, schedule, scheduler] =
        object;
    archive(property, value, valueExt, unit, element, driver, description, schedule, scheduler);
}

void visit(auto &archive, Is<Role> auto &object)
{
    auto &[role, description, access, firstLevelApprovers, secondLevelApprovers] = object;
    archive(role, description, access, firstLevelApprovers, secondLevelApprovers);
}

void visit(auto &archive, Is<TeamMember> auto &object)
{
    auto &[username, name, role, description, dateIn, dateOut, replacedByUsername] = object;
    archive(username, name, role, description, dateIn, dateOut, replacedByUsername);
}

void visit(auto &archive, Is<SupportChannel> auto &object)
{
    auto &[channel, url, description, tool, scope, invitationUrl] = object;
    archive(channel, url, description, tool, scope, invitationUrl);
}

void visit(auto &archive, Is<Price> auto &object)
{
    auto &[amount, currency, unit] = object;
    archive(amount, currency, unit);
}

void visit(auto &archive, Is<Terms> auto &object)
{
    auto &[purpose, limitations, usage] = object;
    archive(purpose, limitations, usage);
}

void visit(auto &archive, Is<Server> auto &object)
{
    auto &[name, type, environment, description, settings] = object;
    archive(name, type, environment, description, settings);
}

void visit(auto &archive, Is<QualityRule> auto &object)
{
    auto &[name, type, metric, dimension, severity, element, expression, description,
           businessImpact, schedule] = object;
    archive(name, type, metric, dimension, severity, element, expression, description,
            businessImpact, schedule);
}

void visit(auto &archive, Is<Reference> auto &object)
{
    auto &[type, url, description] = object;
    archive(type, url, description);
}

void visit(auto &archive, Is<Question> auto &object)
{
    auto &[question, answer] = object;
    archive(question, answer);
}

void visit(auto &archive, Is<EntityLists> auto &object)
{
    auto &[domain, tags, synonyms, portTypes] = object;
    archive(domain, tags, synonyms, portTypes);
}

void visit(auto &archive, Is<Field> auto &object)
{
    auto &[path, name, title, physicalName, type, logicalType, description, classification, tags,
           terms, synonyms, examples, sources, transformation, encryptedName, constraints,
           references, nullable, primaryKey, primaryKeyPosition, unique, partitioned, critical,
           deprecated] = object;
    archive(path, name, title, type, logicalType, description, classification, tags, terms,
            synonyms, examples, sources, transformation, encryptedName, constraints, references,
            nullable, primaryKey, primaryKeyPosition, unique, partitioned, critical, deprecated);
    archive.since(2, physicalName);
}

// Fields, native documents and lineage are named here and stored beside the payload.
void visit(auto &archive, Is<Record> auto &object)
{
    auto &[kind, nativeId, type, direction, name, title, description, domain, ownerId, ownerName,
           status, version, classification, tags, synonyms, datasetKey, popularity, relations,
           fields, terms, sla, roles, team, support, prices, servers, quality, references,
           questions, properties, sameAs, code, lineage, native] = object;
    static_cast<void>(sameAs);
    static_cast<void>(code);
    static_cast<void>(lineage);
    static_cast<void>(fields);
    static_cast<void>(native);
    archive(kind, nativeId, type, direction, name, title, description, domain, ownerId, ownerName,
            status, version, classification, tags, synonyms, datasetKey, popularity, relations,
            terms, sla, roles, team, support, prices, servers, quality, references, questions,
            properties);
}

void visit(auto &archive, Is<SchemaObject> auto &object)
{
    auto &[nativeId, name, fields] = object;
    archive(nativeId, name, fields);
}

void visit(auto &archive, Is<VersionDocument> auto &object)
{
    auto &[record, schema] = object;
    archive(record, schema);
}

void visit(auto &archive, Is<SloWindow> auto &object)
{
    auto &[duration, rolling, start, timeZone] = object;
    archive(duration, rolling, start, timeZone);
}

void visit(auto &archive, Is<Slo> auto &object)
{
    auto &[nativeId, name, description, asset, product, contract, measure, method, target,
           sliceTarget, slice, window, thresholdSeconds, dimension, checks, source, file, line,
           notEvaluated] = object;
    archive(nativeId, name, description, asset, product, contract, measure, method, target,
            sliceTarget, slice, window, thresholdSeconds, dimension, checks, source, file, line,
            notEvaluated);
}

} // namespace portolan::store
