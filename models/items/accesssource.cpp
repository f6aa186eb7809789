// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accesssource.h"

#include <QFutureInterface>

namespace portolan::items {

QFuture<Result<QList<domain::PolicyVerdict>>> AccessSource::judge(const domain::AccessRequest &)
{
    QFutureInterface<Result<QList<domain::PolicyVerdict>>> promise;
    promise.reportStarted();
    promise.reportResult(QList<domain::PolicyVerdict>());
    promise.reportFinished();
    return promise.future();
}

} // namespace portolan::items
