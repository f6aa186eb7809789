// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/joinreader.h"
#include "models/store/storeprivate.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

QFuture<Result<domain::ThingJoins>> Store::joins(const QUuid &thing)
{
    return d->read<domain::ThingJoins>([thing](EntityReader &reader, ReadFiles &) {
        const auto entity = reader.find(thing);
        if (!entity)
            throw Error{Error::Kind::NotFound, u"there is no such entity"_s};
        return JoinReader(reader).joinsOf(*entity);
    });
}

QFuture<Result<domain::JoinBook>> Store::joinBook()
{
    return d->read<domain::JoinBook>(
        [](EntityReader &reader, ReadFiles &) { return JoinReader(reader).book(); });
}

QFuture<Result<JoinStep>> Store::stepApart(const QUuid &account, const QString &nativeId)
{
    return d->read<JoinStep>([account, nativeId](EntityReader &reader, ReadFiles &) {
        return JoinReader(reader).apart(account, nativeId);
    });
}

QFuture<Result<JoinStep>> Store::stepTogether(const JoinDecision &pair)
{
    return d->read<JoinStep>(
        [pair](EntityReader &reader, ReadFiles &) { return JoinReader(reader).together(pair); });
}

QFuture<Result<void>> Store::settled()
{
    return d->write<void>(
        [](CacheWriter &, std::monostate &) { return false; },
        [this](std::function<void()> answer) { d->indexer->whenCurrent(std::move(answer)); });
}

} // namespace portolan::store
