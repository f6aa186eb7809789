// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/result.h"

#include <utility>

namespace portolan {

bool Error::isRetryable() const
{
    return kind == Kind::Offline || kind == Kind::RateLimited || kind == Kind::Unavailable
        || kind == Kind::Busy;
}

tl::unexpected<Error> failure(Error::Kind kind, QString detail)
{
    return tl::unexpected<Error>(Error{kind, std::move(detail)});
}

} // namespace portolan
