// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/secrecy.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {

bool isAboutSecrecy(const QString &name)
{
    static const QSet<QString> words{u"classification"_s,
                                     u"classifications"_s,
                                     u"confidentiality"_s,
                                     u"dataclassification"_s,
                                     u"dataclassifications"_s,
                                     u"datasensitivity"_s,
                                     u"informationclassification"_s,
                                     u"securityclassification"_s,
                                     u"sensitivity"_s,
                                     u"sensitivitylevel"_s};
    auto letters = name.toLower();
    letters.removeIf([](QChar one) { return !one.isLetter(); });
    return words.contains(letters);
}

QString secrecyOf(const QString &term, const Names &names)
{
    auto path = names.pathOf(term);
    if (path.isEmpty())
        return {};
    const auto own = path.takeLast();
    return std::any_of(path.begin(), path.end(), isAboutSecrecy) ? own : QString();
}

} // namespace portolan::platforms::datahub
