// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QObject>
#include <QSet>
#include <QUuid>

namespace portolan::items {

class PageSource;

//! What the user follows.
class FollowList : public QObject
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit FollowList(PageSource &source, QObject *parent = nullptr);

    bool contains(const QUuid &id) const { return m_ids.contains(id); }

    //! Follows \a id or stops doing so; changed() says when it is on disk.
    void set(const QUuid &id, bool on);

Q_SIGNALS:
    void changed();
    void failed(const portolan::Error &error);

private:
    void read();

    PageSource &m_source;
    QSet<QUuid> m_ids;
    quint64 m_question = 0;
};

} // namespace portolan::items
