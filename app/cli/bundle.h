// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "models/store/doctor.h"

#include <QJsonObject>
#include <QList>

namespace portolan::cli {

//! What whoever helps has to know about this installation: versions, what doctor found, accounts
//! without what is secret of them, how much there is, settings, and the end of the log. Everything
//! in it has gone through redacted(). \a isSound says whether the store may be opened.
QJsonObject bundleOf(Context &context, const store::Profile &profile,
                     const QList<store::Examination> &checks, bool isSound);

} // namespace portolan::cli
