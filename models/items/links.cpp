// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/links.h"

#include "models/base/identity.h"
#include "models/items/displaytext.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

const auto scheme = u"portolan:"_s;

} // namespace

QString linkTo(const QUuid &id)
{
    return scheme + idText(id);
}

std::optional<QUuid> linkTarget(const QString &link)
{
    if (!link.startsWith(scheme, Qt::CaseInsensitive))
        return {};
    auto rest = link.mid(scheme.size());
    while (rest.startsWith(u'/'))
        rest.remove(0, 1);
    const QUuid id(rest);
    return id.isNull() ? std::nullopt : std::optional(id);
}

QString markdownLink(const QString &label, const QUuid &id)
{
    QString escaped;
    for (const auto c : oneLine(label, 300)) {
        if (u"\\`*_[]()<>#|!"_s.contains(c))
            escaped += u'\\';
        escaped += c;
    }
    return u'[' + escaped + u"]("_s + linkTo(id) + u')';
}

} // namespace portolan::items
