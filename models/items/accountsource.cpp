// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accountsource.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

template <typename T>
QFuture<Result<T>> reachesNobody()
{
    return QtFuture::makeReadyFuture(
        Result<T>(failure(Error::Kind::Usage, u"this program reaches no servers"_s)));
}

} // namespace

QFuture<Result<int>> AccountSource::undone(const QUuid &)
{
    return QtFuture::makeReadyFuture(Result<int>(0));
}

QFuture<Result<void>> AccountSource::arrange(const QList<QUuid> &)
{
    return QtFuture::makeReadyFuture(
        Result<void>(failure(Error::Kind::Usage, u"this program keeps no order of accounts"_s)));
}

QFuture<Result<QString>> AccountSource::checkServer(const ServerAccount &)
{
    return reachesNobody<QString>();
}

QFuture<Result<SecretPlace>> AccountSource::addServer(const ServerAccount &)
{
    return reachesNobody<SecretPlace>();
}

void AccountSource::dropServer(const ServerAccount &) { }

void AccountSource::signIn(const ServerAccount &) { }

void AccountSource::stopSignIn() { }

QFuture<Result<ServerAccount>> AccountSource::server(const QUuid &)
{
    return reachesNobody<ServerAccount>();
}

QFuture<QStringList> AccountSource::knownDomains(const QUuid &)
{
    return QtFuture::makeReadyFuture(QStringList());
}

QFuture<Result<QString>> AccountSource::tryServer(const ServerAccount &)
{
    return reachesNobody<QString>();
}

QFuture<Result<SecretPlace>> AccountSource::changeServer(const ServerAccount &)
{
    return reachesNobody<SecretPlace>();
}

void AccountSource::leaveServer(const QUuid &) { }

QFuture<Result<SecretPlace>> AccountSource::renewServer(const ServerAccount &)
{
    return reachesNobody<SecretPlace>();
}

QFuture<Result<void>> AccountSource::signOut(const QUuid &)
{
    return reachesNobody<void>();
}

} // namespace portolan::items
