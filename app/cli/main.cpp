// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include <sys/resource.h>
#include <sys/stat.h>

int main(int argc, char *argv[])
{
    // Nothing that this program writes is for other users, and no core file may hold a secret.
    umask(077);
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);

    const QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("portolan"));
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    return portolan::cli::runCommandLine(QCoreApplication::arguments().mid(1));
}
