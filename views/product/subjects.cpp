// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/subjects.h"

#include "views/shared/safetext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

const domain::Related *portOf(const domain::Page &page, const QUuid &port)
{
    const auto found = std::find_if(page.related.begin(), page.related.end(), [&](const auto &one) {
        return one.entity.id == port && items::isPortRelation(one.relation);
    });
    return found == page.related.end() ? nullptr : &*found;
}

//! The object that a port called \a portName offers: one of that name, else the only or first one.
const domain::Entity *objectOf(const domain::Page &contract, const QString &portName)
{
    const domain::Entity *first = nullptr;
    for (const auto &related : contract.related) {
        if (related.relation != domain::Relation::Describes || related.incoming)
            continue;
        if (portName.compare(related.entity.name, Qt::CaseInsensitive) == 0
            || portName.endsWith(u'.' + related.entity.name, Qt::CaseInsensitive))
            return &related.entity;
        if (!first)
            first = &related.entity;
    }
    return first;
}

void takeContract(Subject &subject, const domain::Page &contract, const QString &portName,
                  const QString &line)
{
    subject.snippet.server =
        items::serverFor(contract.merged.servers, subject.snippet.portType, line);
    if (const auto *object = objectOf(contract, portName)) {
        subject.asset = object->id;
        subject.snippet.object = object->name;
    }
}

//! What the platform calls an asset: a contract may name it otherwise.
QString physicalName(const domain::Page &asset)
{
    for (const auto &[name, value] : asset.merged.properties) {
        if (name == u"physicalName" && !value.isEmpty())
            return value;
    }
    return asset.entity.name;
}

} // namespace

Subject subjectOf(const items::Dossier &dossier, const QUuid &port)
{
    Subject subject;
    const auto &page = dossier.page;
    subject.snippet.thing = page.entity;
    if (const auto *related = portOf(page, port)) {
        subject.snippet.portType = related->entity.type;
        subject.snippet.object = related->entity.name;
        const auto own = dossier.near.constFind(port);
        if (own != dossier.near.constEnd() && !own->merged.servers.isEmpty())
            subject.snippet.server = own->merged.servers.first();
        const auto contract = dossier.near.constFind(related->contract);
        if (contract != dossier.near.constEnd())
            takeContract(subject, *contract, related->entity.name, related->server);
        return subject;
    }
    const auto contracts = dossier.contracts();
    subject.snippet.portType = page.entity.type;
    if (!contracts.isEmpty())
        takeContract(subject, *contracts.first(), page.entity.name, {});
    if (page.entity.kind == domain::EntityKind::Asset) {
        subject.asset = page.entity.id;
        subject.snippet.object = physicalName(page);
        if (subject.snippet.server.type.isEmpty() && !page.merged.datasetKey.isEmpty())
            subject.snippet.portType = u"SQL"_s;
    }
    return subject;
}

QString platformAddress(const domain::Page &page)
{
    // What is not encrypted is asked about before it is opened (openExternal).
    const auto isLink = [](const QString &address) {
        const QUrl url(address, QUrl::StrictMode);
        return isSafeLink(url)
            || (url.isValid() && url.scheme() == u"http"_s && url.userInfo().isEmpty()
                && !url.host().isEmpty());
    };
    for (const auto &document : page.native) {
        if (isLink(document.file))
            return document.file;
    }
    static const QStringList types{u"platform"_s,  u"catalog"_s,      u"catalogue"_s,
                                   u"canonical"_s, u"canonicalurl"_s, u"home"_s};
    for (const auto &reference : page.merged.references) {
        if (types.contains(reference.type.toLower()) && isLink(reference.url))
            return reference.url;
    }
    return {};
}

QString fileAndLine(const domain::NativeDocument &document)
{
    if (document.file.isEmpty() || document.line <= 0)
        return document.file;
    return document.file + u':' + QString::number(document.line);
}

QString placeInFiles(const domain::Page &page)
{
    for (const auto &document : page.native) {
        const auto scheme = QUrl(document.file).scheme();
        if (!document.file.isEmpty() && scheme != u"http"_s && scheme != u"https"_s)
            return fileAndLine(document);
    }
    return {};
}

QString propertyOf(const domain::Page &page, QStringView name)
{
    for (const auto &[key, value] : page.merged.properties) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace portolan::views::product
