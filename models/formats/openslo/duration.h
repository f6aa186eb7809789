// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace portolan::formats::openslo {

//! The duration shorthand of OpenSLO: ^[1-9]\d*[mhdwMQY]$
struct Duration
{
    qint64 count = 0;
    char16_t unit = u'd';

    //! Its length where that is the same everywhere: not that of months, quarters and years.
    std::optional<qint64> seconds() const;
};

//! Reads \a text; empty for anything else, and for more digits than any real duration has.
std::optional<Duration> durationOf(const QString &text);

} // namespace portolan::formats::openslo
