// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/site.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::marquez {
namespace {

constexpr int ownPort = 5000;
constexpr int ownWebPort = 3000;

QString pageOf(const QString &web, const QString &kind, const Name &name)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return web % u"/lineage/" % kind % u'/' % encoded(name.space) % u'/' % encoded(name.name);
}

//! Every way to cut \a text at a colon, the last one first: names rarely hold one.
QList<Name> cutsOf(const QString &text)
{
    QList<Name> names;
    for (auto at = text.lastIndexOf(u':'); at > 0; at = text.lastIndexOf(u':', at - 1)) {
        if (at + 1 < text.size())
            names.append({text.left(at), text.mid(at + 1)});
    }
    return names;
}

} // namespace

QString Site::datasetPage(const Name &name) const
{
    return pageOf(web, u"dataset"_s, name);
}

QString Site::jobPage(const Name &name) const
{
    return pageOf(web, u"job"_s, name);
}

QString Site::datasetsPage() const
{
    return web % u"/datasets";
}

QStringList Site::path(const Name &name, const QString &kind)
{
    return {u"api"_s, u"v1"_s, u"namespaces"_s, name.space, kind, name.name};
}

Result<Site> siteOf(const AccountSettings &settings)
{
    if (settings.url.isEmpty())
        return failure(Error::Kind::Usage, u"A Marquez account needs the address of a server."_s);
    auto url = settings.url;
    auto path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(u"/api/v1"_s))
        path.chop(7);
    url.setPath(path);
    const auto api = net::HttpUrl::parse(url.toString(QUrl::FullyEncoded));
    if (!api)
        return tl::unexpected(api.error());
    auto web = settings.options.value(u"web"_s).toString();
    if (web.isEmpty()) {
        if (url.port() == ownPort)
            url.setPort(ownWebPort);
        web = url.toString(QUrl::FullyEncoded);
    }
    while (web.endsWith(u'/'))
        web.chop(1);
    return Site{*api, web};
}

QString domainId(const QString &space)
{
    return u"namespace:"_s + space;
}

QString tagId(const QString &tag)
{
    return u"tag:"_s + tag;
}

Target targetOf(const QString &nativeId)
{
    const auto kind = nativeId.left(nativeId.indexOf(u':'));
    const auto rest = nativeId.mid(kind.size() + 1);
    Target target;
    if (kind == u"namespace"_s) {
        target.kind = Target::Kind::Namespace;
        target.names.append({rest, {}});
    } else if (kind == u"dataset"_s || kind == u"job"_s) {
        target.kind = kind == u"job"_s ? Target::Kind::Job : Target::Kind::Dataset;
        target.names = cutsOf(rest);
    } else if (kind == u"datasetField"_s) {
        target.kind = Target::Kind::Field;
        for (const auto &field : cutsOf(rest)) {
            for (const auto &name : cutsOf(field.space)) {
                target.names.append(name);
                target.fields.append(field.name);
            }
        }
    }
    return target;
}

Subscription::Subscription(const AccountSettings &settings)
{
    const auto domains = settings.options.value(u"domains"_s).toArray();
    for (const auto &domain : domains)
        m_spaces.insert(domain.toString().trimmed().toLower());
    m_spaces.remove(QString());
}

QString Subscription::text() const
{
    auto all = m_spaces.values();
    all.sort();
    return all.join(u'\n');
}

bool Subscription::holds(const QString &id) const
{
    const auto rest = id.mid(id.indexOf(u':') + 1).toLower();
    return m_spaces.isEmpty()
        || std::any_of(m_spaces.begin(), m_spaces.end(), [&](const QString &space) {
               return rest.startsWith(space) && rest.mid(space.size()).startsWith(u':');
           });
}

} // namespace portolan::platforms::marquez
