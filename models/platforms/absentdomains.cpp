// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/absentdomains.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {
namespace {

// A person looks through as many for the one that was meant.
constexpr qsizetype mostNamed = 12;

} // namespace

QString quotedNames(const QStringList &names)
{
    return u"“%1”%2"_s.arg(names.mid(0, mostNamed).join(u"”, “"_s),
                           names.size() > mostNamed ? u", …"_s : QString());
}

Error noDomainOf(const QStringList &wanted, QStringList there)
{
    there.removeDuplicates();
    there.sort(Qt::CaseInsensitive);
    const QString known =
        there.isEmpty() ? QString() : QString(u"; there are "_s + quotedNames(there));
    return {Error::Kind::Usage,
            u"The account is to keep %1, and the platform has no domain of that name: nothing was "
            "taken out%2"_s.arg(quotedNames(wanted), known)};
}

} // namespace portolan::platforms
