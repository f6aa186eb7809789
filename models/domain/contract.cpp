// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/contract.h"

namespace portolan::domain {

QString Server::setting(QStringView key) const
{
    for (const auto &[setting, value] : settings) {
        if (setting == key)
            return value;
    }
    return {};
}

} // namespace portolan::domain
