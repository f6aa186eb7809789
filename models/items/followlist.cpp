// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/followlist.h"

#include "models/base/async.h"
#include "models/items/pagesource.h"

namespace portolan::items {

FollowList::FollowList(PageSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    connect(&source, &PageSource::followedChanged, this, &FollowList::read);
    read();
}

void FollowList::read()
{
    onFinished(m_source.followed(), this,
               [this, question = ++m_question](const Result<QList<QUuid>> &ids) {
                   if (question != m_question || !ids)
                       return;
                   m_ids = QSet<QUuid>(ids->begin(), ids->end());
                   Q_EMIT changed();
               });
}

void FollowList::set(const QUuid &id, bool on)
{
    onFinished(m_source.follow(id, on), this, [this](const Result<void> &result) {
        if (!result)
            Q_EMIT failed(result.error());
        read();
    });
}

} // namespace portolan::items
