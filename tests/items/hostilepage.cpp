// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/samplemesh.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

void spoil(domain::Entity &entity, const QString &text)
{
    for (auto *member : {&entity.name, &entity.title, &entity.description, &entity.ownerName,
                         &entity.status, &entity.version, &entity.classification, &entity.type})
        *member = text;
    entity.domain = {text, text};
    entity.tags = {text};
    for (auto &alias : entity.aliases)
        alias.joinedBy = alias.accountName = text;
}

} // namespace

domain::Page hostilePage(domain::Page page, const QString &text)
{
    spoil(page.entity, text);
    for (auto &related : page.related) {
        spoil(related.entity, text);
        related.contractName = related.contractVersion = related.server = text;
    }
    auto &record = page.merged;
    record.description = record.name = record.title = text;
    record.tags = record.synonyms = {text};
    record.terms = {text, text, text};
    record.sla = {{text, text, text, text, text, text, text, text, text}};
    record.roles = {{text, text, text, text, text}};
    record.team = {{text, text, text, text, text, text, text}};
    record.support = {{text, text, text, text, text, text}};
    record.prices = {{text, text, text}};
    record.servers = {{text, text, text, text, {{u"host"_s, text}, {text, text}}}};
    record.quality = {{text, text, text, text, text, text, text, text, text, text}};
    record.references = {{text, text, text}};
    record.questions = {{text, text}};
    record.properties = {{text, text}, {u"tier"_s, text}};
    page.others = {{text, text, text}};
    for (auto &version : page.versions) {
        version.version = text;
        version.changes = {text};
    }
    for (auto &document : page.native)
        document.file = text;
    return page;
}

} // namespace portolan::tests
