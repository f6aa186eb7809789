// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/demofolder.h"

#include "models/base/identity.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {

QString demoFolder()
{
    const auto program = QCoreApplication::applicationDirPath();
    const QDir installed(program + u"/../share/portolan/demo"_s);
    if (installed.exists())
        return installed.canonicalPath();
    // Only a program that runs from the build folder may look into the source tree.
    const auto buildTree = QStringLiteral(PORTOLAN_BINARY_DIR);
    const bool inBuildTree = program == buildTree || program.startsWith(buildTree % u'/');
    const QDir source(QStringLiteral(PORTOLAN_DEMO_SOURCE));
    return inBuildTree && source.exists() ? source.canonicalPath() : QString();
}

store::Account demoAccount()
{
    return {
        .id = demoAccountId(), .name = u"demo"_s, .platform = u"demo"_s, .folder = demoFolder()};
}

} // namespace portolan::app
