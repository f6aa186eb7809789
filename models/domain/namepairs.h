// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QSet>
#include <QString>

#include <algorithm>
#include <utility>
#include <vector>

namespace portolan::domain {

//! Pairs of native ids of one account, the lesser first.
using NamePairs = QSet<std::pair<QString, QString>>;

//! Tells \a pairs from others; empty for none.
inline QByteArray digestOf(const NamePairs &pairs)
{
    if (pairs.isEmpty())
        return {};
    std::vector<std::pair<QString, QString>> sorted(pairs.begin(), pairs.end());
    std::sort(sorted.begin(), sorted.end());
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const auto &[one, other] : sorted) {
        for (const auto &name : {one, other})
            hash.addData(name.toUtf8().append('\0'));
    }
    return hash.result();
}

} // namespace portolan::domain
