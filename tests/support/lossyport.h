// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/platformstate.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace portolan::tests {

//! An ActionPort on a PlatformState in the same process that does to each request what a test says.
class LossyPort final : public platforms::ActionPort
{
public:
    //! What happens to a request.
    enum class Fate {
        Answered,
        AnswerLost, //!< it takes effect, and nobody hears
        RequestLost, //!< it never arrives, and nobody knows
        Refused, //!< 422
        Unavailable, //!< 503
        TooMany, //!< 429, with a Retry-After
        SignedOut,
        Unreachable //!< it never left
    };

    explicit LossyPort(PlatformState &state)
        : m_state(state)
    {
    }

    platforms::ActionOutcome send(const domain::Operation &operation) override;
    platforms::LookUpOutcome lookUp(const domain::Operation &operation) override;

    bool honoursKeys() const override { return m_state.honoursKeys(); }

    qint64 settlingMs() const override { return settling; }

    std::function<Fate(const domain::Operation &)> fate; //!< of what is sent; empty: answered
    std::function<bool()> isLookUpLost; //!< empty: never
    std::function<void(const domain::Operation &)> beforeSend;
    std::function<void()> afterSend; //!< behind what it did, before anybody hears of it
    qint64 retryAfterMs = 10'000;
    qint64 settling = 0;
    QList<qint64> sent; //!< numbers of what was handed over, whatever its fate
    int lookUps = 0;

private:
    platforms::ActionOutcome meet(const domain::Operation &operation, Fate met);

    PlatformState &m_state;
};

} // namespace portolan::tests
