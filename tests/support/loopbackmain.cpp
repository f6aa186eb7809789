// SPDX-License-Identifier: GPL-3.0-or-later
// A LoopbackServer as a program of its own, for tests whose clients are killed: prints "listening
// http://127.0.0.1:PORT" and serves until somebody asks /_test/quit or it is killed.
#include "tests/support/loopbackserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::tests;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"shape"_s, u"The platform"_s, u"name"_s, u"entropy-data"_s},
                       {u"port"_s, u"0: a free one"_s, u"number"_s, u"0"_s},
                       {u"key"_s, u"That clients have to show"_s, u"key"_s},
                       {u"seed"_s, u"Of the mesh and of the faults"_s, u"number"_s, u"1"_s},
                       {u"size"_s, u"Products to begin with"_s, u"number"_s, u"20"_s},
                       {u"page-size"_s, u"Of lists"_s, u"number"_s, u"1000"_s},
                       {u"storm"_s, u"Percent of requests that fail"_s, u"number"_s, u"0"_s}});
    parser.process(application);
    const auto seed = parser.value(u"seed"_s).toUInt();
    auto shape = makeShape(parser.value(u"shape"_s),
                           {.seed = seed,
                            .size = parser.value(u"size"_s).toInt(),
                            .pageSize = parser.value(u"page-size"_s).toInt()});
    if (!shape) {
        std::fprintf(stderr, "there is no such shape\n");
        return 2;
    }
    LoopbackServer server(std::move(shape),
                          {.port = quint16(parser.value(u"port"_s).toUInt()),
                           .key = parser.value(u"key"_s).toUtf8(),
                           .seed = seed});
    if (server.port() == 0) {
        std::fprintf(stderr, "cannot listen there\n");
        return 1;
    }
    if (const auto percent = parser.value(u"storm"_s).toInt(); percent > 0)
        server.storm(percent);
    std::printf("listening %s\n", qPrintable(server.address()));
    std::fflush(stdout);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &application, [&server] {
        if (server.isDone())
            QCoreApplication::quit();
    });
    watch.start(50);
    return QCoreApplication::exec();
}
