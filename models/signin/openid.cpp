// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/openid.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::signin {

QStringList defaultScopes()
{
    return {u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s};
}

} // namespace portolan::signin
