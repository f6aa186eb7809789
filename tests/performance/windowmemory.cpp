// SPDX-License-Identifier: GPL-3.0-or-later
// portolan_windowmemory PROFILE: the program's own window on PROFILE, which searches and then shows
// the lineage of everything. Prints one line: the memory in MB once all of it is drawn, eleven
// seconds later, the most that it ever was, and how many boxes are in the picture.
#include "app/portolan/application.h"
#include "models/base/memory.h"
#include "tests/performance/bench.h"
#include "tests/performance/storedmesh.h"
#include "views/lineage/canvas.h"
#include "views/lineage/lineagepane.h"
#include "views/shell/mainwindow.h"
#include "views/shell/workspace.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace portolan;
using views::lineage::LineagePane;

namespace {

constexpr QSize windowSize(1440, 900);
constexpr auto betweenQuestions = 700ms; // as somebody types and reads
constexpr auto betweenLooks = 100ms;
constexpr auto resting = 11s;
constexpr auto patience = 120s;

views::shell::MainWindow *mainWindow()
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<views::shell::MainWindow *>(widget))
            return window;
    }
    qFatal("there is no window");
}

LineagePane *openLineage(views::shell::MainWindow &window)
{
    window.workspace()->showPane(u"lineage"_s);
    auto *pane = qobject_cast<LineagePane *>(window.workspace()->current());
    if (!pane)
        qFatal("there is no lineage pane");
    pane->showThing({});
    return pane;
}

bool isDrawn(const LineagePane &pane)
{
    const auto &scene = pane.canvas()->scene();
    return pane.isSettled() && scene && !scene->boxes.empty() && pane.canvas()->isSharp();
}

} // namespace

int main(int argc, char **argv)
{
    portolan::keepHeapSmall(); // as the program does
    QApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const SystemClock clock;
    const auto profile = performance::valueOf(store::Profile::open(arguments.at(1)));
    auto store = performance::valueOf(store::Store::open(profile, clock));
    views::Theme theme;
    views::shell::WindowState state(profile.settingsFile());
    app::Application window({}, std::move(store), clock, theme, state);
    auto *shown = mainWindow();
    shown->resize(windowSize);
    window.start();

    QTimer looks;
    LineagePane *pane = nullptr;
    QObject::connect(&looks, &QTimer::timeout, shown, [&] {
        if (!isDrawn(*pane))
            return;
        looks.stop();
        const auto drawn = performance::residentMegabytes();
        QTimer::singleShot(resting, shown, [&pane, drawn] {
            std::printf("%.1f %.1f %.1f %zu\n", drawn, performance::residentMegabytes(),
                        performance::peakMegabytes(), pane->canvas()->scene()->boxes.size());
            QCoreApplication::exit(0);
        });
    });
    QTimer questions;
    QObject::connect(&questions, &QTimer::timeout, shown, [&, number = 0]() mutable {
        static const QStringList asked{
            u"or"_s, u"order"_s, u"customer daily"_s, {}, u"kind:asset"_s};
        if (number < asked.size())
            return shown->showQuery(asked.at(number++));
        questions.stop();
        pane = openLineage(*shown);
        looks.start(betweenLooks);
    });
    questions.start(betweenQuestions);
    QTimer::singleShot(patience, shown, [] { QCoreApplication::exit(1); });
    return QApplication::exec();
}
