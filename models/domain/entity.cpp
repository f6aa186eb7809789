// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entity.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {

QString domainText(const QStringList &domain)
{
    return domain.join(u" › "_s);
}

} // namespace portolan::domain
