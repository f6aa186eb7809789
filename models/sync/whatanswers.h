// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/platform.h"

#include <memory>
#include <vector>

namespace portolan::sync {

//! Why the server of \a settings cannot be used, where the adapter that was asked says \a error:
//! the same, or that another of \a platforms is what answers there. That a page is not there is
//! then a server that is another one, and no thing that somebody asked for. May block.
Error explainedByWhatAnswers(const std::vector<std::unique_ptr<platforms::Platform>> &platforms,
                             const platforms::AccountSettings &settings,
                             const platforms::Services &services, Error error);

} // namespace portolan::sync
