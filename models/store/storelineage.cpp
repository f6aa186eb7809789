// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagefreshness.h"
#include "models/store/lineagereader.h"
#include "models/store/storeprivate.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

QFuture<Result<domain::LineageGraph>> Store::lineage(const LineageRequest &request)
{
    return d->read<domain::LineageGraph>([this, request](EntityReader &reader, ReadFiles &files) {
        if (request.at.isValid())
            return readLineageAt(reader, LineageHistory(*files.history), request);
        auto graph = readLineage(reader, request);
        graph.at = d->clock.now();
        addFreshness(graph, reader, *files.history);
        return graph;
    });
}

QFuture<Result<domain::LineageGraph>>
Store::lineageChanges(const QDateTime &from, const QDateTime &to, const LineageRequest &request)
{
    return d->read<domain::LineageGraph>(
        [from, to, request](EntityReader &reader, ReadFiles &files) {
            return readLineageChanges(reader, LineageHistory(*files.history), from, to, request);
        });
}

QFuture<Result<QList<LineageFact>>> Store::lineageFacts(const QUuid &source, const QUuid &target)
{
    return d->read<QList<LineageFact>>([source, target](EntityReader &reader, ReadFiles &) {
        const auto from = reader.find(source);
        const auto to = reader.find(target);
        if (!from || !to)
            throw Error{Error::Kind::NotFound, u"there is no such entity"_s};
        return readLineageFacts(reader, *from, *to);
    });
}

} // namespace portolan::store
