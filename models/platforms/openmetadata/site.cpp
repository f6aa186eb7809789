// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/site.h"

#include "models/platforms/openmetadata/names.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {

Release Release::of(const QString &version)
{
    static const QRegularExpression pattern(u"^(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,4}))?"_s);
    const auto match = pattern.match(version);
    Release release;
    release.text = version.left(40);
    if (match.hasMatch()) {
        release.number = 100 * match.captured(1).toInt() + match.captured(2).toInt();
        release.patch = match.captured(3).toInt();
    }
    return release;
}

Result<net::HttpUrl> installationOf(const QUrl &url)
{
    if (url.isEmpty())
        return failure(Error::Kind::Usage,
                       u"An OpenMetadata account needs the address of the server."_s);
    auto text = url.toString(QUrl::FullyEncoded | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const auto cut = [&text](const QString &end) {
        if (text.endsWith(end))
            text.chop(end.size());
    };
    cut(u"/"_s);
    cut(u"/v1"_s);
    cut(u"/api"_s);
    cut(u"/"_s);
    return net::HttpUrl::parse(text);
}

QString pageOf(const QString &installation, const QString &type, const QString &fqn)
{
    static const QHash<QString, QString> paths{
        {u"glossaryTerm"_s, u"glossary"_s},
        {u"classification"_s, u"tags"_s},
        {u"tag"_s, u"tag"_s},
        {u"user"_s, u"users"_s},
        {u"testCase"_s, u"test-case"_s},
        {u"team"_s, u"settings/members/teams"_s},
    };
    auto base = installation;
    while (base.endsWith(u'/'))
        base.chop(1);
    return base % u'/' % paths.value(type, type) % u'/'
        % QString::fromLatin1(QUrl::toPercentEncoding(fqn));
}

} // namespace portolan::platforms::openmetadata
