// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for, through the store: import, search with the entities and their matches,
// wide schemas, start.
#include "tests/performance/importreference.h"
#include "tests/performance/sqlreference.h"
#include "tests/performance/storedmesh.h"
#include "tests/performance/syncrow.h"

#include <QFileInfo>
#include <QProcess>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

double median(const std::function<double()> &measure, int times)
{
    std::vector<double> values;
    for (int i = 0; i < times; ++i)
        values.push_back(measure());
    return percentile(values, 50);
}

} // namespace

QList<Figure> measureImport(Setting &setting)
{
    StoredMesh mesh(setting);
    if (mesh.importSeconds() <= 0)
        return {}; // it was there
    const auto copied = SqlReference::copySeconds(StoredMesh::directory(setting) % u"/cache.db"_s,
                                                  setting.folder % u"/copy.db"_s);
    const auto ours = mesh.importSeconds();
    const auto plain = importPlainly(setting);
    const auto reference = plain.rowsSeconds + plain.indexSeconds;
    return {{u"import: synthetic records to index"_s, setting.size(), ours, u"s"_s,
             u"one thread that makes, encodes, inserts and indexes them"_s, reference,
             reference / ours, 0.6, true, true},
            {u"import: … without the index"_s,
             setting.size(),
             ours,
             u"s"_s,
             u"that thread without its index"_s,
             plain.rowsSeconds,
             plain.rowsSeconds / ours,
             {}},
            {u"import: … unparsed"_s,
             setting.size(),
             ours,
             u"s"_s,
             u"INSERT … SELECT of the finished tables"_s,
             copied,
             copied / ours,
             {}},
            {u"import: making the records (included)"_s,
             setting.size(),
             mesh.makingSeconds(),
             u"s"_s,
             {},
             {},
             {},
             {}}};
}

QList<Figure> measureStoreSearch(Setting &setting)
{
    StoredMesh mesh(setting);
    QList<Figure> figures;
    for (const auto &kind : queryClasses(*setting.mesh, setting.quick ? 100 : 300)) {
        std::vector<double> times;
        for (const auto &query : kind.queries) {
            // Three times, and the middle one: what the machine did meanwhile is no cost of ours.
            const auto took = median(
                [&] {
                    return millisecondsOf(
                        [&] { valueOf(mesh.store().search({.query = query}).takeResult()); });
                },
                3);
            if (times.size() < 300)
                times.push_back(took);
        }
        times.erase(times.begin(), times.begin() + 10); // bring in the pages of the files
        figures.append({u"search with entities: "_s % kind.name % u", p99"_s,
                        setting.size(),
                        percentile(times, 99),
                        u"ms"_s,
                        {},
                        {},
                        {},
                        16});
    }
    return figures;
}

QList<Figure> measureSchema(Setting &setting)
{
    StoredMesh mesh(setting);
    QList<Figure> figures;
    for (const auto width : StoredMesh::widths) {
        const auto found = valueOf(mesh.store().resolve(StoredMesh::wideId(width)).takeResult());
        if (found.isEmpty())
            qFatal("the asset with %d fields is not there", width);
        const auto took = median(
            [&] {
                return millisecondsOf([&] {
                    const auto fields =
                        valueOf(mesh.store().fields(found.first().entity.id).takeResult());
                    if (fields.size() != width)
                        qFatal("%lld fields instead of %d", qlonglong(fields.size()), width);
                });
            },
            9);
        figures.append({u"schema of %1 fields read"_s.arg(width),
                        setting.size(),
                        took,
                        u"ms"_s,
                        {},
                        {},
                        {},
                        width == 1000 ? 30.0 : 100.0});
    }
    return figures;
}

QList<Figure> measureStart(Setting &setting)
{
    {
        const StoredMesh mesh(setting);
    }
    const QString window = QFileInfo(setting.program).path() % u"/portolan_emptywindow"_s;
    const auto empty = median(
        [&window] {
            return millisecondsOf([&window] {
                QProcess process;
                process.start(window, {u"-platform"_s, u"offscreen"_s});
                process.waitForFinished(-1);
            });
        },
        9);
    const auto ours = median(
        [&setting] { return millisecondsOf([&setting] { freshProcess(setting, u"start"_s); }); },
        9);
    const auto usable = median(
        [&setting] {
            QProcess process;
            const auto took = millisecondsOf([&] {
                process.start(QStringLiteral(PORTOLAN_PROGRAM),
                              {u"--profile"_s, StoredMesh::directory(setting),
                               u"--end-when-usable"_s, u"-platform"_s, u"offscreen"_s});
                if (!process.waitForReadyRead(60'000))
                    qFatal("the window did not come up");
            });
            process.waitForFinished(-1);
            return took;
        },
        9);
    return {{u"start: process to usable catalogue"_s, setting.size(), usable, u"ms"_s,
             u"empty Qt window"_s, empty, usable / empty, 2, true},
            {u"start: store, 50 rows, facets; no window"_s, setting.size(), ours, u"ms"_s,
             u"empty Qt window"_s, empty, ours / empty, 2, true}};
}

void runChild(const QString &mode, Setting &setting)
{
    if (mode.contains(u':'))
        return runSyncChild(mode, setting);
    StoredMesh mesh(setting);
    valueOf(mesh.store().search({}).takeResult());
    valueOf(mesh.store().facets({}).takeResult());
    if (mode.endsWith(u"memory")) {
        for (const auto &kind : queryClasses(*setting.mesh, 50)) {
            for (const auto &query : kind.queries) {
                valueOf(mesh.store().search({.query = query}).takeResult());
                valueOf(mesh.store().facets(query).takeResult());
            }
        }
        if (mode.startsWith(u"rested"))
            QThread::sleep(11);
        std::printf("%f\n", residentMegabytes());
    }
}

} // namespace portolan::performance
