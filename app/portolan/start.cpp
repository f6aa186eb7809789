// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/start.h"

#include "app/portolan/application.h"
#include "app/portolan/failedstart.h"
#include "app/portolan/terminate.h"
#include "models/base/messagelog.h"
#include "models/store/space.h"
#include "views/shared/exportkey.h"
#include "views/shared/icons.h"

#include <QApplication>
#include <QFontMetrics>
#include <QIcon>
#include <QImageReader>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QSysInfo>
#include <QTranslator>

#include <cstdio>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {
namespace {

Q_LOGGING_CATEGORY(log, "portolan.window", QtInfoMsg)

constexpr int failedStatus = 3;
constexpr int largestImageMb = 64;

void describe()
{
    QCoreApplication::setApplicationName(u"portolan"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTOLAN_VERSION));
    const auto id = QStringLiteral(PORTOLAN_APP_ID);
    QGuiApplication::setDesktopFileName(id);
    QApplication::setWindowIcon(QIcon::fromTheme(id, QIcon(u":/icons/app-portolan.svg"_s)));
    QImageReader::setAllocationLimit(largestImageMb);
}

void translate(QApplication &application, const QString &language)
{
    const auto locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    for (const auto &[name, folder] :
         {std::pair(u"portolan"_s, u":/translations"_s),
          std::pair(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))}) {
        auto *translator = new QTranslator(&application);
        // English needs its plurals, hence is loaded as well, also for a language we do not have.
        if (translator->load(locale, name, u"_"_s, folder)
            || translator->load(QLocale(QLocale::English), name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
}

int say(const EarlyEnd &end)
{
    std::fputs(qPrintable(end.text), end.status == 0 ? stdout : stderr);
    return end.status;
}

//! Without a screen, and for a tour, nobody could close a window.
bool hasReader(const Options &options)
{
    const auto platform = QGuiApplication::platformName();
    return options.tour.isEmpty() && platform != u"offscreen"_s && platform != u"minimal"_s;
}

int sayFailure(const Error &error, const Options &options)
{
    std::fprintf(stderr, "portolan: %s\n", qPrintable(error.detail));
    if (hasReader(options))
        showFailedStart(error);
    return failedStatus;
}

//! --help and --version answer without a display.
std::optional<EarlyEnd> answerWithoutWindow(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"portolan"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTOLAN_VERSION));
    Options options;
    auto end = parseOptions(QCoreApplication::arguments(), &options);
    // Mistakes are said once the arguments that are Qt's own have been taken out.
    return end && end->status == 0 ? std::move(end) : std::nullopt;
}

//! The same once there is a log.
int logFailure(const Error &error, const Options &options)
{
    qCInfo(log).noquote() << error.detail;
    return sayFailure(error, options);
}

int runWindow(QApplication &application, const Options &options, const store::Profile &profile)
{
    const SystemClock clock;
    views::shell::WindowState state(profile.settingsFile());
    translate(application, state.language());
    Instance instance(profile.windowLockFile(), profile.socketName());
    if (const auto writable = store::mayBeWritten(profile); !writable)
        return logFailure(writable.error(), options);
    auto begun = instance.begin(options);
    if (!begun && begun.error().kind == Error::Kind::Store && store::spendReserve(profile))
        begun = instance.begin(options);
    if (!begun)
        return logFailure(begun.error(), options);
    if (*begun == Instance::Start::HandedOver)
        return 0;
    views::ExportKey exportKey;
    application.installEventFilter(&exportKey);
    views::Theme theme;
    theme.setTextPercent(state.textPercent());
    theme.setChoice(
        views::Theme::choiceOf(options.theme.isEmpty() ? state.theme() : options.theme));
    auto store = store::Store::open(profile, clock);
    if (!store)
        return logFailure(store.error(), options);
    Terminate terminate;
    Application window(options, std::move(*store), clock, theme, state);
    QObject::connect(&instance, &Instance::asked, &window, &Application::serve);
    // Who starts it while this one ends is to get a window, and not the ear of one that is deaf.
    QObject::connect(&terminate, &Terminate::asked, &instance, &Instance::stopListening);
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &instance,
                     &Instance::stopListening);
    QObject::connect(&terminate, &Terminate::asked, &window, &Application::quit);
    window.start();
    qCInfo(log) << "the window is open";
    const auto status = QApplication::exec();
    instance.stopListening();
    qCInfo(log) << "the window was closed";
    return status;
}

} // namespace

int run(int argc, char **argv)
{
    if (const auto end = answerWithoutWindow(argc, argv))
        return say(*end);
    QApplication application(argc, argv);
    describe();
    Options options;
    if (const auto end = parseOptions(QCoreApplication::arguments(), &options))
        return say(*end);
    // The fonts of the system are looked through at the first text; the files are opened meanwhile.
    std::jthread fonts([font = QApplication::font()] {
        static_cast<void>(QFontMetrics(font).horizontalAdvance(u"Portolan"_s));
    });
    const auto profile = store::Profile::open(options.profile);
    if (!profile) {
        translate(application, {}); // what a person chose stands in the profile
        return sayFailure(profile.error(), options);
    }
    const MessageLog file(profile->logFile(),
                          u"portolan %1, Qt %2, %3"_s.arg(QStringLiteral(PORTOLAN_VERSION),
                                                          QString::fromLatin1(qVersion()),
                                                          QSysInfo::prettyProductName()));
    return runWindow(application, options, *profile);
}

} // namespace portolan::app
