// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/accountorder.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

namespace {

qsizetype rankOf(const store::Account &account)
{
    static const QStringList order{u"files"_s, u"entropy-data"_s, u"datahub"_s, u"openmetadata"_s,
                                   u"marquez"_s};
    // The demo is a folder as well.
    const auto rank = order.indexOf(account.platform == u"demo"_s ? u"files"_s : account.platform);
    return rank < 0 ? order.size() : rank;
}

} // namespace

QList<QUuid> orderWith(const QList<store::Account> &accounts, const store::Account &added)
{
    QList<QUuid> order;
    qsizetype place = 0;
    for (const auto &account : accounts) {
        if (account.id == added.id)
            continue;
        order.append(account.id);
        if (rankOf(account) <= rankOf(added))
            place = order.size();
    }
    order.insert(place, added.id);
    return order;
}

} // namespace portolan::sync
