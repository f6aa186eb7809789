// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/syncedmesh.h"

#include "models/base/async.h"
#include "models/platforms/builtinplatforms.h"
#include "tests/performance/storedmesh.h"

#include <QDir>
#include <QEventLoop>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr int patienceMs = 30'000;

std::unique_ptr<store::Store> opened(const QString &folder, const Clock &clock)
{
    QDir().mkpath(folder);
    return valueOf(store::Store::open(valueOf(store::Profile::open(folder)), clock));
}

} // namespace

store::Account meshAccount(const QString &address)
{
    return {.id = QUuid(u"5e1f0000-0000-4000-8000-000000000007"_s),
            .name = u"mesh"_s,
            .platform = u"datahub"_s,
            .folder = {},
            .url = address,
            .user = {},
            .options = {{u"signIn"_s, u"none"_s}}};
}

MeshServer::MeshServer(const QString &program, const QString &pages)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, {pages});
    const auto port = line().toInt();
    if (port == 0)
        qFatal("%s did not start", qPrintable(program));
    m_address = u"http://127.0.0.1:%1"_s.arg(port);
}

MeshServer::~MeshServer()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

QByteArray MeshServer::line()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patienceMs))
            return {};
    }
    return m_process.readLine().trimmed();
}

void MeshServer::change(qint64 first, qint64 step, qint64 count)
{
    m_process.write(u"change %1 %2 %3\n"_s.arg(first).arg(step).arg(count).toLatin1());
    if (line() != "changed")
        qFatal("the server does not change anything");
}

double MeshServer::processorSeconds() const
{
    QFile stat(u"/proc/%1/stat"_s.arg(m_process.processId()));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const auto text = stat.readAll();
    // Behind the name, which may hold anything: the 14th and 15th field (proc(5)).
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble())
        / double(::sysconf(_SC_CLK_TCK));
}

SyncedMesh::SyncedMesh(const QString &folder, const QString &address)
    : m_store(opened(folder, m_clock))
    , m_connections(m_clock, platforms::builtinPlatforms())
    , m_engine(*m_store, m_clock, platforms::builtinPlatforms())
{
    m_engine.setClients(m_connections.clients().source());
    valueOf(m_store->accounts().put(meshAccount(address)).takeResult());
}

sync::AccountReport SyncedMesh::sync()
{
    QEventLoop loop;
    sync::AccountReport ended;
    onFinished(m_engine.sync(), &loop, [&](const Result<sync::SyncReport> &result) {
        ended = valueOf(result).accounts.value(0);
        loop.quit();
    });
    loop.exec();
    if (ended.state != u"complete")
        qFatal("the sync is %s: %s", qPrintable(ended.state),
               qPrintable(ended.error ? ended.error->detail : QString()));
    return ended;
}

} // namespace portolan::performance
