// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/policies/defaults.h"

#include "models/formats/policies/policyfile.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::policies {

domain::PolicySet defaultPolicies()
{
    return readPolicies({{.path = u"defaults.yaml"_s, .bytes = defaultPolicyFile()}}).set;
}

QByteArray defaultPolicyFile()
{
    QFile file(u":/policies/defaults.yaml"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace portolan::formats::policies
