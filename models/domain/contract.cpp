// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/contract.h"

namespace portolan::domain {

QString Server::setting(QStringView key) const
{
    for (const auto &[name, value] : settings) {
        if (name == key)
            return value;
    }
    return {};
}

} // namespace portolan::domain
