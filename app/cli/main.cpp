// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdio>
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
    // Scripts read what this program writes, so it speaks English everywhere; the translation holds
    // the plural forms of English.
    QTranslator plurals;
    if (plurals.load(QStringLiteral(":/translations/portolan_en.qm")))
        QCoreApplication::installTranslator(&plurals);
    const auto status = portolan::cli::runCommandLine(QCoreApplication::arguments().mid(1));
    // A list that did not arrive whole is no answer.
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        std::perror("portolan-cli: the output could not be written");
        return static_cast<int>(portolan::cli::Exit::Store);
    }
    return status;
}
