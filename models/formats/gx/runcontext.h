// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"

#include <QDateTime>
#include <QString>

namespace portolan::formats::gx {

//! Which suite was run, on what, and when.
struct RunContext
{
    QString suite; //!< "unknown" when nothing says so
    QString datasource;
    QString asset; //!< as the tool names it; empty when nothing says so
    QString relation; //!< schema.table, where a batch of a database says so
    QDateTime at; //!< UTC; null when nothing says so
    QString runId;

    //! "great-expectations:<datasource>/<asset>", or empty.
    QString assetId() const;
};

//! The context of one validation result of any version. \a checkpoint is the document it stands in
//! (or null) and \a key what it stands under there: both fill in what it does not say itself.
//!
//! The time is the first that there is of meta.run_id.run_time (all results of one checkpoint have
//! it), meta.validation_time, meta.batch_markers.ge_load_time, the text run id of versions before
//! 0.11, and the checkpoint's own run_id.
RunContext contextOf(const json::Json &validation, const json::Json &checkpoint,
                     const QString &key);

} // namespace portolan::formats::gx
