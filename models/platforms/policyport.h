// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/policyquestion.h"

#include <functional>

namespace portolan::platforms {

//! Judges by the policies of one account. An adapter's session has one where its platform has
//! Capability::Policies. Used by one thread at a time; blocks, but never for long: somebody waits
//! in front of a form.
class PolicyPort
{
public:
    virtual ~PolicyPort();

    //! Whether nobody waits for the answer any more; empty: somebody does.
    using IsOver = std::function<bool()>;

    //! Asks once, and stops soon where \a isOver. What the platform did not say clearly is an
    //! error, and never a verdict: who asks makes "could not be checked" of it.
    [[nodiscard]] virtual Result<domain::PolicyAnswer>
    decide(const domain::PolicyQuestion &question, const IsOver &isOver = {}) = 0;
};

} // namespace portolan::platforms
