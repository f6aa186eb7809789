// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/storedmesh.h"

#include "models/base/identity.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <deque>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr int recordsPerPage = 1000;
constexpr std::size_t pagesUnderWay = 4; // as the engine does it: the writer never waits

QByteArray quoted(const QString &text)
{
    auto bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + bytes + '"';
}

} // namespace

domain::Record withNative(domain::Record record)
{
    QByteArray json = "{\"id\":" + quoted(record.nativeId) + ",\"name\":" + quoted(record.name)
        + ",\"description\":" + quoted(record.description)
        + ",\"owner\":" + quoted(record.ownerName);
    if (!record.fields.isEmpty()) {
        json += ",\"fields\":[";
        for (const auto &field : record.fields)
            json += (json.endsWith('[') ? "{\"name\":" : ",{\"name\":") + quoted(field.path)
                + ",\"type\":" + quoted(field.type) + '}';
        json += ']';
    }
    record.native = {{.file = u"mesh.json"_s, .line = 1, .json = json + '}'}};
    return record;
}

double freshProcess(const Setting &setting, const QString &mode)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(setting.program,
                  {u"--assets"_s, QString::number(setting.assets), u"--folder"_s, setting.folder,
                   u"--child"_s, mode});
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble();
}

QString StoredMesh::directory(const Setting &setting)
{
    return setting.folder % u"/profile"_s;
}

QString StoredMesh::wideId(int fields)
{
    return u"wide:%1"_s.arg(fields);
}

StoredMesh::StoredMesh(const Setting &setting)
{
    QDir().mkpath(directory(setting));
    m_store =
        valueOf(store::Store::open(valueOf(store::Profile::open(directory(setting))), m_clock));
    if (!QFile::exists(directory(setting) % u"/imported"_s))
        import(setting);
}

void StoredMesh::import(const Setting &setting)
{
    const auto account = demoAccountId();
    valueOf(m_store->accounts()
                .put({.id = account, .name = u"bench"_s, .platform = u"synthetic"_s})
                .takeResult());
    const auto &mesh = *setting.mesh;
    m_makingSeconds = millisecondsOf([&] {
                          qint64 at = 0;
                          for (auto page = mesh.page(at, recordsPerPage); !page.isEmpty();
                               page = mesh.page(at, recordsPerPage)) {
                              for (auto &record : page)
                                  record = withNative(std::move(record));
                          }
                      })
        / 1000;
    const auto took = millisecondsOf([&] {
        std::deque<QFuture<Result<store::WriteCounts>>> writing;
        const auto write = [&](QList<domain::Record> records) {
            for (auto &record : records)
                record = withNative(std::move(record));
            writing.push_back(m_store->apply({account, std::move(records), {}}));
            while (writing.size() > pagesUnderWay) {
                valueOf(writing.front().takeResult());
                writing.pop_front();
            }
        };
        qint64 at = 0;
        for (auto page = mesh.page(at, recordsPerPage); !page.isEmpty();
             page = mesh.page(at, recordsPerPage))
            write(page);
        for (const auto width : widths)
            write({mesh.wideAsset(width)});
        for (auto &future : writing)
            valueOf(future.takeResult());
        valueOf(m_store
                    ->finishPull({.account = account,
                                  .lastSync = m_clock.now(),
                                  .state = u"complete"_s,
                                  .generation = 1},
                                 {})
                    .takeResult());
        valueOf(m_store->search({.query = u"wide_30000"_s}).takeResult());
    });
    m_importSeconds = took / 1000;
    QFile marker(directory(setting) % u"/imported"_s);
    if (!marker.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(marker.errorString()));
}

} // namespace portolan::performance
