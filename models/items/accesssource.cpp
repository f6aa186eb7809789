// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accesssource.h"

#include <QFutureInterface>

namespace portolan::items {
namespace {

template <typename T>
QFuture<Result<T>> nothing()
{
    QFutureInterface<Result<T>> promise;
    promise.reportStarted();
    promise.reportResult(T());
    promise.reportFinished();
    return promise.future();
}

} // namespace

QFuture<Result<QList<domain::Consumer>>> AccessSource::knownConsumers()
{
    return nothing<QList<domain::Consumer>>();
}

QFuture<Result<QList<domain::PolicyVerdict>>> AccessSource::judge(const domain::AccessRequest &)
{
    return nothing<QList<domain::PolicyVerdict>>();
}

QFuture<Result<Dependants>> AccessSource::dependants(const QList<QUuid> &)
{
    return nothing<Dependants>();
}

QFuture<Result<FieldFlows>> AccessSource::flows(const QHash<QUuid, QStringList> &)
{
    return nothing<FieldFlows>();
}

} // namespace portolan::items
