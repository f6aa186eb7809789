// SPDX-License-Identifier: GPL-3.0-or-later
// A full sync from a server on this machine, beside one thread that parses and inserts the same
// pages; deltas of catalogues of two sizes; and what the window's thread waits for meanwhile.
#include "tests/performance/syncrow.h"

#include "models/net/curlclient.h"
#include "tests/performance/storedmesh.h"
#include "tests/performance/syncedmesh.h"
#include "tests/performance/syncreference.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr qint64 pageSize = 500; // as the adapter asks
constexpr int rounds = 3;

//! A catalogue of so many assets: its pages and its profile, in a folder of its own.
struct Catalogue
{
    Catalogue(const Setting &ofSetting, qint64 count)
        : setting(ofSetting)
        , assets(count)
        , folder(setting.folder % u"/sync-%1"_s.arg(assets))
        , pages(folder % u"/pages"_s)
        , profile(folder % u"/profile"_s)
    {
        QDir().mkpath(folder);
        DataHubPages::write(pages, SynthMesh(assets));
    }

    //! What a fresh process of this program prints for \a mode: numbers.
    QList<double> child(const QString &mode, const QString &in) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(
            setting.program,
            {u"--assets"_s, QString::number(assets), u"--folder"_s, in, u"--child"_s, mode});
        process.waitForFinished(-1);
        QList<double> numbers;
        for (const auto &word : process.readAllStandardOutput().simplified().split(' '))
            numbers.append(word.toDouble());
        if (process.exitCode() != 0 || numbers.size() < 2)
            qFatal("the process for %s failed", qPrintable(mode));
        return numbers;
    }

    QString program(const QString &name) const
    {
        return QFileInfo(setting.program).path() % u'/' % name;
    }

    QString server() const { return program(u"portolan_meshserver"_s); }

    const Setting &setting;
    qint64 assets;
    QString folder;
    QString pages;
    QString profile;
};

//! How a full sync into an empty profile went.
struct FullSync
{
    double seconds = 0;
    double peakMegabytes = 0;
    double serverSeconds = 0; //!< of the processor
};

FullSync syncAll(const Catalogue &catalogue)
{
    QDir(catalogue.profile).removeRecursively();
    const MeshServer server(catalogue.server(), catalogue.pages);
    const auto before = server.processorSeconds();
    const auto numbers = catalogue.child(u"sync:"_s % server.address(), catalogue.profile);
    return {.seconds = numbers.at(0),
            .peakMegabytes = numbers.at(1),
            .serverSeconds = server.processorSeconds() - before};
}

//! Seconds that \a changes changes take, the middle one of a few rounds.
double deltaOf(const Catalogue &catalogue, qint64 changes)
{
    MeshServer server(catalogue.server(), catalogue.pages);
    SyncedMesh mesh(catalogue.profile, server.address());
    mesh.sync(); // what is only done once in a session
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        server.change(round, catalogue.assets / changes, changes);
        times.push_back(millisecondsOf([&] {
                            const auto report = mesh.sync();
                            if (report.counts.changed != changes)
                                qFatal("%d things changed instead of %lld", report.counts.changed,
                                       qlonglong(changes));
                        })
                        / 1000);
    }
    return percentile(times, 50);
}

QString numbered(qint64 changes)
{
    return changes % 1000 == 0 ? u"%1 k changes"_s.arg(changes / 1000)
                               : u"%1 changes"_s.arg(changes);
}

//! Fetches all pages one after the other with the program's own network, and keeps nothing.
double fetchSeconds(const QString &address, const DataHubPages &pages)
{
    const SystemClock clock;
    net::CurlClient client(clock);
    return millisecondsOf([&] {
               for (const auto type : hubTypes) {
                   for (qint64 from = 0; from < pages.count(type); from += pageSize) {
                       net::HttpRequest request;
                       request.method = net::HttpMethod::Post;
                       request.url = valueOf(net::HttpUrl::parse(
                           u"%1/openapi/v3/entity/scroll?count=%2&scrollId=%3"_s.arg(address)
                               .arg(pageSize)
                               .arg(from)));
                       const auto word = hubWord(type);
                       request.body = "{\"entities\":[\""
                           + QByteArray(word.data(), qsizetype(word.size())) + "\"]}";
                       valueOf(
                           client.stream(std::move(request), [](QByteArrayView) { return true; })
                               .takeResult());
                   }
               }
           })
        / 1000;
}

} // namespace

void runSyncChild(const QString &mode, const Setting &setting)
{
    const auto address = mode.mid(mode.indexOf(u':') + 1);
    const auto pages = QDir::cleanPath(setting.folder % u"/../pages"_s); // none may be there yet
    if (mode.startsWith(u"sync:"_s)) {
        SyncedMesh mesh(setting.folder, address);
        const auto took = millisecondsOf([&mesh] { mesh.sync(); });
        std::printf("%f %f\n", took / 1000, peakMegabytes());
    } else if (mode.startsWith(u"plain:"_s)) {
        const auto took = syncPlainly(DataHubPages(pages), meshAccount({}).id, setting.folder);
        std::printf("%f %f\n", took.rowsSeconds, took.indexSeconds);
    } else {
        std::printf("%f 0\n", fetchSeconds(address, DataHubPages(pages)));
    }
}

QList<Figure> measureSync(Setting &setting)
{
    const Catalogue catalogue(setting, setting.assets);
    const auto ours = syncAll(catalogue);
    const QString plainFolder = catalogue.folder % u"/plain"_s;
    QDir(plainFolder).removeRecursively();
    const auto plain = catalogue.child(u"plain:"_s, plainFolder);
    QDir(plainFolder).removeRecursively();
    const auto reference = plain.at(0) + plain.at(1);
    double fetched = 0;
    {
        const MeshServer server(catalogue.server(), catalogue.pages);
        fetched = catalogue.child(u"fetch:"_s % server.address(), plainFolder).at(0);
    }
    const auto figure = [&setting](const QString &row, double value, const QString &unit) {
        return Figure{row, setting.size(), value, unit};
    };
    return {{u"sync: full, from a DataHub on this machine"_s, setting.size(), ours.seconds, u"s"_s,
             u"one thread that parses and inserts the same pages"_s, reference,
             reference / ours.seconds, 0.6, true, true},
            {u"sync: … without the index"_s,
             setting.size(),
             ours.seconds,
             u"s"_s,
             u"that thread without its index"_s,
             plain.at(0),
             plain.at(0) / ours.seconds,
             {}},
            figure(u"sync: processor time of the server meanwhile"_s, ours.serverSeconds, u"s"_s),
            figure(u"sync: fetching the same pages and no more"_s, fetched, u"s"_s),
            figure(u"sync: size of the pages"_s, double(QFileInfo(catalogue.pages).size()) / 1e6,
                   u"MB"_s),
            figure(u"sync: largest memory"_s, ours.peakMegabytes, u"MB"_s)};
}

QList<Figure> measureDelta(Setting &setting)
{
    const Catalogue large(setting, setting.assets);
    const Catalogue small(setting, setting.assets / 10);
    const auto full = syncAll(large).seconds;
    syncAll(small);
    const auto changes = setting.assets / 100;
    const auto fewer = changes / 10;
    const auto whole = deltaOf(large, changes);
    const auto part = deltaOf(large, fewer);
    const auto ofSmall = deltaOf(small, fewer);
    return {{u"delta: 1 %, "_s % numbered(changes),
             setting.size(),
             whole,
             u"s"_s,
             u"full sync"_s,
             full,
             whole / full,
             {}},
            {u"delta: 1 ‰, "_s % numbered(fewer), setting.size(), part, u"s"_s,
             u"as many changes in a catalogue a tenth as large"_s, ofSmall, part / ofSmall, 2,
             true}};
}

QList<Figure> measureStalls(Setting &setting)
{
    const Catalogue catalogue(setting, setting.assets);
    QDir(catalogue.profile).removeRecursively();
    const MeshServer server(catalogue.server(), catalogue.pages);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(catalogue.program(u"portolan_stalls"_s),
                  {catalogue.profile, server.address(), u"-platform"_s, u"offscreen"_s});
    process.waitForFinished(-1);
    const auto cells = QString::fromUtf8(process.readAllStandardOutput()).simplified().split(u' ');
    if (process.exitCode() != 0 || cells.size() != 6)
        qFatal("the window did not come to an end");
    const auto figure = [&](const QString &row, int cell, const QString &unit,
                            std::optional<double> budget = {}) {
        Figure made{u"stalls: "_s % row, setting.size(), cells.at(cell).toDouble(), unit};
        made.budget = budget;
        return made;
    };
    return {figure(u"window answers while it syncs, p99.9"_s, 0, u"ms"_s, 16),
            figure(u"… longest"_s, 1, u"ms"_s, 50),
            figure(u"… longest of its own work"_s, 2, u"ms"_s),
            figure(u"the sync with the window"_s, 3, u"s"_s),
            figure(u"largest memory with the window"_s, 4, u"MB"_s),
            figure(u"answers that were measured"_s, 5, QString())};
}

} // namespace portolan::performance
