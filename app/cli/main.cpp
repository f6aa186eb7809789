// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/composition/privacy.h"
#include "models/base/memory.h"

#include <QByteArray>
#include <QGuiApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace {

QtMessageHandler theHandler = nullptr;

void dropNotice(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // What is for the log says nothing new beside the line of the error, where no log is open yet.
    const bool isForLog = type == QtInfoMsg && !qEnvironmentVariableIsSet("QT_LOGGING_RULES");
    if (!isForLog && !message.startsWith(QStringLiteral("QStandardPaths: XDG_RUNTIME_DIR")))
        theHandler(type, context, message);
}

} // namespace

int main(int argc, char *argv[])
{
    portolan::keepHeapSmall();
    portolan::app::keepFilesPrivate();
    portolan::app::keepKeysPrivate();
    portolan::app::leaveNoCoreFile();

    // A picture needs fonts; everything else starts faster without.
    const bool draws = std::any_of(argv, argv + argc, [](const char *argument) {
        const auto text = QByteArray(argument).toLower();
        return text == "--layout" || text.endsWith("svg") || text.endsWith("png")
            || text.endsWith("pdf");
    });
    if (draws)
        qputenv("QT_QPA_PLATFORM", "offscreen"); // of a window there will be none
    // That Qt makes do without a runtime directory, as in cron and containers, is nobody's error.
    theHandler = qInstallMessageHandler(dropNotice);
    const std::unique_ptr<QCoreApplication> application(draws ? new QGuiApplication(argc, argv)
                                                              : new QCoreApplication(argc, argv));
    QCoreApplication::setOrganizationName(QStringLiteral("portolan"));
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    // Scripts read what this program writes, so it speaks English everywhere; the translation holds
    // the plural forms of English.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTranslator plurals;
    if (plurals.load(QStringLiteral(":/translations/portolan_en.qm")))
        QCoreApplication::installTranslator(&plurals);
    const auto status = portolan::cli::runCommandLine(QCoreApplication::arguments().mid(1));
    // A list that did not arrive whole is no answer.
    if (std::fflush(stdout) != 0) {
        std::perror("portolan-cli: the output could not be written");
        return static_cast<int>(portolan::cli::Exit::Store);
    }
    if (std::ferror(stdout) != 0) { // the reason is long gone
        std::fputs("portolan-cli: the output could not be written; is there room on that disk?\n",
                   stderr);
        return static_cast<int>(portolan::cli::Exit::Store);
    }
    return status;
}
