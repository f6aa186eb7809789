// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QString>

namespace portolan::tests {

//! A record with something in every member, each value different.
inline domain::Record fullRecord()
{
    int next = 0;
    const auto text = [&next](const char *what) -> QString {
        return QString::fromLatin1(what) + QStringLiteral(" ä€😀 ") + QString::number(++next);
    };
    domain::Field field{text("path"),
                        text("name"),
                        text("title"),
                        text("physicalName"),
                        text("type"),
                        text("logical"),
                        text("description"),
                        text("class"),
                        {text("tag")},
                        {text("term")},
                        {text("synonym")},
                        {text("example")},
                        {text("source")},
                        text("how"),
                        text("encrypted"),
                        text("constraint"),
                        {text("reference")},
                        false,
                        true,
                        3,
                        true,
                        true,
                        true,
                        true};
    domain::Record record;
    record.kind = domain::EntityKind::Contract;
    record.nativeId = text("id");
    record.type = text("type");
    record.direction = text("direction");
    record.name = text("name");
    record.title = text("title");
    record.description = text("description");
    record.domain = {text("domain"), text("domain")};
    record.ownerId = text("owner");
    record.ownerName = text("owner");
    record.status = text("status");
    record.version = text("version");
    record.classification = text("class");
    record.tags = {text("tag"), text("tag")};
    record.synonyms = {text("synonym")};
    record.datasetKey = text("key");
    record.popularity = -7;
    record.relations = {{domain::Relation::Means, text("term")}};
    record.fields = {field, domain::Field()};
    record.terms = {text("purpose"), text("limitations"), text("usage")};
    record.sla = {{text("p"), text("v"), text("x"), text("u"), text("e"), text("d"), text("t"),
                   text("s"), text("r")}};
    record.roles = {{text("r"), text("d"), text("a"), text("1"), text("2")}};
    record.team = {{text("u"), text("n"), text("r"), text("d"), text("i"), text("o"), text("b")}};
    record.support = {{text("c"), text("u"), text("d"), text("t"), text("s"), text("i")}};
    record.prices = {{text("a"), text("c"), text("u")}};
    record.servers = {{text("n"), text("t"), text("e"), text("d"), {{text("k"), text("v")}}}};
    record.quality = {{text("n"), text("t"), text("m"), text("d"), text("s"), text("e"), text("x"),
                       text("d"), text("b"), text("c")}};
    record.references = {{text("t"), text("u"), text("d")}};
    record.questions = {{text("q"), text("a")}};
    record.properties = {{text("k"), text("v")}};
    record.native = {{text("file"), 12, QByteArray("{\"a\": 1.10}")},
                     {text("file"), 0, QByteArray(5000, 'x')}};
    return record;
}

//! A record with an id and a name.
inline domain::Record simple(domain::EntityKind kind, const QString &nativeId,
                             const QString &name = {})
{
    domain::Record record;
    record.kind = kind;
    record.nativeId = nativeId;
    record.name = name.isEmpty() ? nativeId : name;
    return record;
}

} // namespace portolan::tests
