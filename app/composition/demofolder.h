// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demomesh.h"
#include "models/store/accountstore.h"
#include "models/store/profile.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace portolan::app {

//! Where the demo mesh stands: beside the installed program, or in the source tree when the program
//! runs from its build folder. Empty when it is in neither place.
QString demoFolder();

//! The demo mesh of \a profile. Its folder need not be there yet.
demo::DemoMesh demoMesh(const store::Profile &profile);

//! The account of \a mesh, the same in every profile.
store::Account demoAccount(const demo::DemoMesh &mesh);

//! Brings \a mesh up to date for the one of \a accounts that reads it; makes it where that account
//! still reads another folder: what ships, as it was before there were results, or the place that
//! the profile had before. The account as it has to be stored then. Any thread; takes a moment.
[[nodiscard]] Result<std::optional<store::Account>>
freshenDemo(const QList<store::Account> &accounts, const demo::DemoMesh &mesh,
            const QDateTime &now);

} // namespace portolan::app
