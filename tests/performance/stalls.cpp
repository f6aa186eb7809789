// SPDX-License-Identifier: GPL-3.0-or-later
// portolan_stalls PROFILE ADDRESS [tell]: the program's own window with the catalogue, in a new
// profile with an account on the DataHub at ADDRESS, while it synchronises for the first time and
// a person searches. Prints one line: how long the window's thread took to answer, in milliseconds
// (99.9 of 100 times less than, longest), the longest that one event cost it of the processor, the
// seconds of the sync, the most memory in MB, and how many answers there were. With "tell", every
// event of more than 8 ms is named.
#include "app/portolan/application.h"
#include "models/base/async.h"
#include "models/base/memory.h"
#include "tests/performance/bench.h"
#include "tests/performance/storedmesh.h"
#include "tests/performance/syncedmesh.h"
#include "views/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QSemaphore>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <ctime>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace portolan;

namespace {

constexpr QSize windowSize(1440, 900);
constexpr auto betweenBeats = 2ms;
constexpr auto betweenQuestions = 700ms; // as somebody types and reads
constexpr double toldMs = 8;

double processorMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

//! Times each event that the window's thread handles.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isInside || thread() != QThread::currentThread())
            return QApplication::notify(receiver, event);
        m_isInside = true;
        // It may be gone afterwards.
        const auto *name = receiver->metaObject()->className();
        const auto type = int(event->type());
        QElapsedTimer wall;
        wall.start();
        const auto before = processorMs();
        const bool done = QApplication::notify(receiver, event);
        const auto took = processorMs() - before;
        m_isInside = false;
        m_longest = std::max(m_longest, took);
        if (m_tells && (took > toldMs || double(wall.elapsed()) > 2 * toldMs))
            std::fprintf(stderr, "%s, event %d: %.1f ms of the processor, %lld ms\n", name, type,
                         took, qlonglong(wall.elapsed()));
        return done;
    }

    void tell() { m_tells = true; }

    void forget() { m_longest = 0; }

    double longest() const { return m_longest; }

private:
    bool m_isInside = false;
    bool m_tells = false;
    double m_longest = 0;
};

//! Asks the window's thread for a sign of life all the time, from another thread.
class Heartbeat
{
public:
    Heartbeat()
        : m_thread([this] { run(); })
    {
    }

    ~Heartbeat()
    {
        m_ends = true;
        m_answered.release();
        m_thread.join();
    }

    Heartbeat(const Heartbeat &) = delete;
    Heartbeat &operator=(const Heartbeat &) = delete;

    const std::vector<double> &times() const { return m_times; }

private:
    void run()
    {
        while (!m_ends) {
            QElapsedTimer asked;
            asked.start();
            QMetaObject::invokeMethod(
                &m_receiver,
                [this, asked] {
                    m_times.push_back(double(asked.nsecsElapsed()) / 1e6);
                    m_answered.release();
                },
                Qt::QueuedConnection);
            m_answered.acquire();
            std::this_thread::sleep_for(betweenBeats);
        }
    }

    QObject m_receiver; //!< in the window's thread
    std::vector<double> m_times; //!< of that thread alone
    QSemaphore m_answered;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

views::shell::MainWindow *mainWindow()
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<views::shell::MainWindow *>(widget))
            return window;
    }
    qFatal("there is no window");
}

//! Calls \a then once the account's first pull has ended.
void whenSynced(store::Store &store, QObject *context, const std::function<void()> &then)
{
    QObject::connect(&store.changes(), &store::Changes::accountsChanged, context,
                     [&store, context, then] {
                         onFinished(store.pullStates(), context, [then](const auto &states) {
                             if (!states || states->isEmpty())
                                 return;
                             if (states->first().state == u"failed")
                                 qFatal("%s", qPrintable(states->first().error));
                             if (states->first().state == u"complete")
                                 then();
                         });
                     });
}

void report(const TimedApplication &application, std::vector<double> times, double seconds)
{
    const auto count = times.size();
    const auto most = *std::max_element(times.begin(), times.end());
    std::printf("%.2f %.2f %.2f %.2f %.1f %zu\n", performance::percentile(times, 99.9), most,
                application.longest(), seconds, performance::peakMegabytes(), count);
}

} // namespace

int main(int argc, char **argv)
{
    portolan::keepHeapSmall(); // as the program does
    TimedApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    if (arguments.value(3) == u"tell")
        application.tell();
    const SystemClock clock;
    const auto profile = performance::valueOf(store::Profile::open(arguments.at(1)));
    auto opened = performance::valueOf(store::Store::open(profile, clock));
    auto &store = *opened;
    performance::valueOf(
        store.accounts().put(performance::meshAccount(arguments.at(2))).takeResult());
    views::Theme theme;
    views::shell::WindowState state(profile.settingsFile());
    app::Application window({}, std::move(opened), clock, theme, state);
    auto *shown = mainWindow();
    shown->resize(windowSize);
    window.start();

    std::unique_ptr<Heartbeat> heartbeat;
    QElapsedTimer took;
    took.start();
    // What a start costs is another row's: measured is from when the window stands.
    QTimer::singleShot(500ms, &window, [&] {
        heartbeat = std::make_unique<Heartbeat>();
        application.forget();
    });
    QTimer questions;
    QObject::connect(&questions, &QTimer::timeout, shown, [shown, number = 0]() mutable {
        static const QStringList asked{
            u"or"_s, u"order"_s, u"customer daily"_s, {}, u"kind:asset"_s};
        shown->showQuery(asked.at(number++ % asked.size()));
    });
    questions.start(betweenQuestions);
    whenSynced(store, &window, [&] {
        if (!heartbeat)
            qFatal("the sync was over before anything was measured");
        const auto seconds = double(took.elapsed()) / 1000;
        auto times = heartbeat->times();
        report(application, std::move(times), seconds);
        heartbeat.reset();
        QCoreApplication::exit(0);
    });
    return QApplication::exec();
}
