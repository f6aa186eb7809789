// SPDX-License-Identifier: GPL-3.0-or-later
// The command line with one platform more, whose server a test can be.
#include "app/cli/commands.h"
#include "models/platforms/builtinplatforms.h"
#include "tests/cli/apiplatform.h"

#include <QCoreApplication>

#include <sys/stat.h>

int main(int argc, char *argv[])
{
    umask(077);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("portolan"));
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    return portolan::cli::runCommandLine(QCoreApplication::arguments().mid(1), [] {
        auto platforms = portolan::platforms::builtinPlatforms();
        platforms.push_back(std::make_unique<portolan::tests::ApiPlatform>());
        return platforms;
    });
}
