// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/messagelog.h"

#include "models/base/clock.h"
#include "models/base/logfile.h"
#include "models/base/redaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan {
namespace {

// Of one message: a server may send a page for an error.
constexpr qsizetype mostText = 4000;

std::mutex theMutex;
std::unique_ptr<LogFile> theFile;
QString theProgram; // until it was written
std::atomic<QtMessageHandler> theHandlerBefore = nullptr;
std::atomic<bool> theRestIsAskedFor = false;

QByteArray word(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        break;
    }
    return "fatal";
}

void write(QtMsgType type, const char *category, const QString &text)
{
    const auto now = SystemClock().now();
    const auto line = logLine(now, type, category, text);
    const std::scoped_lock lock(theMutex);
    if (!theFile)
        return;
    if (!theProgram.isEmpty())
        theFile->append(logLine(now, QtInfoMsg, "portolan", std::exchange(theProgram, {})));
    theFile->append(line);
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // What is said while a message is written is left out: it would never end.
    thread_local bool isWriting = false;
    if (isWriting)
        return;
    isWriting = true;
    write(type, context.category, message);
    const bool isSerious = type != QtDebugMsg && type != QtInfoMsg;
    const auto before = theHandlerBefore.load();
    if (before && (isSerious || theRestIsAskedFor))
        before(type, context, redacted(message));
    isWriting = false;
}

} // namespace

MessageLog::MessageLog(const QString &path, const QString &program)
{
    {
        const std::scoped_lock lock(theMutex);
        theFile = std::make_unique<LogFile>(path);
        theProgram = program;
        theRestIsAskedFor = qEnvironmentVariableIsSet("QT_LOGGING_RULES")
            || qEnvironmentVariableIsSet("QT_LOGGING_CONF");
    }
    theHandlerBefore = qInstallMessageHandler(handle);
}

MessageLog::~MessageLog()
{
    qInstallMessageHandler(theHandlerBefore);
    const std::scoped_lock lock(theMutex);
    theFile.reset();
}

QByteArray logLine(const QDateTime &time, QtMsgType type, const char *category, const QString &text)
{
    // One message is one line, whatever a server put into it.
    auto shown = redacted(text.left(mostText)).replace(u'\n', u"\\n"_s);
    std::replace_if(
        shown.begin(), shown.end(),
        [](QChar character) { return character.category() == QChar::Other_Control; }, u' ');
    return time.toUTC().toString(Qt::ISODateWithMs).toLatin1() + ' '
        + QByteArray::number(QCoreApplication::applicationPid()) + ' ' + word(type) + ' '
        + (category ? category : "default") + ": " + shown.toUtf8();
}

} // namespace portolan
