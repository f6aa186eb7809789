// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/names.h"

#include <QUrl>

#include <utility>

namespace portolan::platforms::entropydata {

QString nativeId(QStringView type, const QString &id)
{
    return id.isEmpty() ? QString() : QString(type % u':' % id);
}

QString bareId(QStringView type, const QString &nativeId)
{
    const auto isTyped = nativeId.startsWith(type) && nativeId.size() > type.size()
        && nativeId.at(type.size()) == u':';
    return isTyped ? nativeId.mid(type.size() + 1) : nativeId;
}

QString portId(QStringView type, const QString &product, const QString &port)
{
    return type % u':' % product % u'#' % port;
}

Portal::Portal(QString web)
    : m_web(std::move(web))
{
}

QString Portal::list(QStringView path) const
{
    return m_web % u'/' % path;
}

QString Portal::page(QStringView path, const QString &id) const
{
    return m_web % u'/' % path % u'/' % QString::fromLatin1(QUrl::toPercentEncoding(id));
}

void relate(domain::Record &record, domain::Relation relation, const QString &nativeId)
{
    const domain::RelationTo to{relation, nativeId};
    if (!nativeId.isEmpty() && !record.relations.contains(to))
        record.relations.append(to);
}

} // namespace portolan::platforms::entropydata
