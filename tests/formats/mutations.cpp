// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/formats/mutations.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace portolan::tests {

int forEachMutation(const QByteArray &bytes, int places,
                    const std::function<void(const QByteArray &)> &use)
{
    static constexpr std::array<const char *, 10> instead{
        "null", "true", "[]", "{}", "\"x\"", "-1", "1e308", "NaN", "[[[{}]]]", "\"\\ud800\""};
    QRandomGenerator random(quint32(bytes.size()));
    int made = 0;
    const auto step = std::max<qsizetype>(1, bytes.size() / places);
    for (qsizetype at = 0; at < bytes.size(); at += step, made += 3) {
        use(bytes.left(at));
        auto changed = bytes;
        changed[at] = char(random.bounded(256));
        use(changed);
        // A value instead of the one behind the next colon.
        const auto colon = bytes.indexOf(':', at);
        auto end = colon < 0 ? bytes.size() : colon + 1;
        while (end < bytes.size() && bytes.at(end) != ',' && bytes.at(end) != '}')
            ++end;
        use(bytes.left(colon + 1) + instead.at(random.bounded(quint32(instead.size())))
            + bytes.mid(end));
    }
    return made;
}

} // namespace portolan::tests
