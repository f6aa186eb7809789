// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/items/qualityvalues.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QUuid>

namespace portolan::items {

//! Where the quality pane gets what it shows from: the store, or a fake in tests. Lives in the GUI
//! thread; every function returns at once.
class QualitySource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Now, as the source sees it: tests move it.
    virtual QDateTime now() const = 0;
    virtual QFuture<Result<QualityBoard>> board(const Period &period) = 0;
    virtual QFuture<Result<SloStory>> slo(const QUuid &id, const Period &period) = 0;
    virtual QFuture<Result<CheckStory>> check(const QUuid &id, const Period &period) = 0;
    //! Open ones and those resolved in \a period, worst first.
    virtual QFuture<Result<QList<Incident>>> incidents(const Period &period) = 0;
    virtual QFuture<Result<QList<CoverageRow>>> coverage() = 0;
    //! Done when it is on disk; one call is one step of undo.
    virtual QFuture<Result<void>> triage(const QList<store::TriageAction> &actions) = 0;
    //! Takes the last step of this run back. NotFound when there is none.
    virtual QFuture<Result<void>> undoTriage() = 0;

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
};

} // namespace portolan::items
