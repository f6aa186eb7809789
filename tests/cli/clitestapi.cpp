// SPDX-License-Identifier: GPL-3.0-or-later
// The command line with one platform more, whose server a test can be.
#include "app/cli/commands.h"
#include "app/composition/privacy.h"
#include "models/platforms/builtinplatforms.h"
#include "tests/cli/apiplatform.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    portolan::app::keepFilesPrivate();
    // A test proves with it that its search would find what a core file holds.
    if (!qEnvironmentVariableIsSet("CLITESTAPI_LEAVES_CORE"))
        portolan::app::leaveNoCoreFile();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("portolan"));
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    return portolan::cli::runCommandLine(QCoreApplication::arguments().mid(1), [] {
        auto platforms = portolan::platforms::builtinPlatforms();
        platforms.push_back(std::make_unique<portolan::tests::ApiPlatform>());
        return platforms;
    });
}
