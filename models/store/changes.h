// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace portolan::store {

//! Says that the cache changed. Coalesced to at most 4 a second; models answer by asking again for
//! their window.
class Changes : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    //! Entities were added, changed or removed.
    void entitiesChanged();
    //! An account's state, findings or the list of accounts changed.
    void accountsChanged();
    //! Something of the user's own changed: saved views, follows, waiting operations, triage.
    void ownWorkChanged();
    //! Evidence came, or other service levels were declared.
    void qualityChanged();
    //! Requests, decisions or policies are others now.
    void accessChanged();
};

} // namespace portolan::store
