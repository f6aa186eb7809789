// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/datahub/standin.h"

#include "models/platforms/datahub/events.h"
#include "tests/support/keptnotes.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

QString StandIn::folder()
{
    return sharedDir().isEmpty() ? QString() : sharedDir() % u"/live/datahub"_s;
}

QString StandIn::missing()
{
    if (folder().isEmpty() || !QDir(folder()).exists(u"server.mjs"_s))
        return u"the stand-in for DataHub is not here"_s;
    if (!QDir(folder()).exists(u"node_modules/graphql"_s))
        return u"npm install was not done in shared/live/datahub"_s;
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"node is not installed"_s;
    return {};
}

bool StandIn::start(const QStringList &arguments)
{
    m_process.setWorkingDirectory(folder());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"node"_s,
                    QStringList{u"server.mjs"_s, u"--port"_s, u"0"_s, u"--quiet"_s} + arguments);
    QElapsedTimer since;
    since.start();
    QByteArray said;
    while (since.elapsed() < 30'000 && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(1000);
        said += m_process.readAll();
        const auto at = said.indexOf("listening http");
        const auto end = said.indexOf('\n', at);
        if (at >= 0 && end > at) {
            m_url = QString::fromUtf8(said.mid(at + 10, end - at - 10)).trimmed();
            return true;
        }
    }
    return false;
}

StandIn::~StandIn()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

QJsonDocument StandIn::ask(const QByteArray &method, const QString &path,
                           const QByteArray &body) const
{
    QTcpSocket socket;
    socket.connectToHost(url().host(), quint16(url().port()));
    if (!socket.waitForConnected(10'000))
        return {};
    socket.write(method + " /_test/" + path.toUtf8()
                 + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.state() != QAbstractSocket::UnconnectedState) {
        socket.waitForReadyRead(10'000);
        answer += socket.readAll();
    }
    auto content = answer.mid(answer.indexOf("\r\n\r\n") + 4);
    if (answer.toLower().contains("transfer-encoding: chunked")) {
        QByteArray whole;
        for (qsizetype at = 0; at < content.size();) {
            const auto line = content.indexOf("\r\n", at);
            const auto size = content.mid(at, line - at).toLongLong(nullptr, 16);
            if (line < 0 || size == 0)
                break;
            whole += content.mid(line + 2, size);
            at = line + 2 + size + 2;
        }
        content = whole;
    }
    return QJsonDocument::fromJson(content);
}

QJsonDocument StandIn::get(const QString &path) const
{
    return ask("GET", path, {});
}

QJsonDocument StandIn::post(const QString &path, const QJsonObject &body) const
{
    return ask("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

int StandIn::count(const QString &operation) const
{
    const auto counters = get(u"counters"_s).object();
    int count = 0;
    for (auto it = counters.begin(); it != counters.end(); ++it)
        count += it.key().contains(operation) ? it.value().toInt() : 0;
    return count;
}

SignedClient::SignedClient(const Clock &clock, QByteArray withToken)
    : token(std::move(withToken))
    , m_curl(clock)
    , m_patient(m_curl, clock)
{
}

QFuture<Result<net::HttpResponse>> SignedClient::stream(net::HttpRequest request,
                                                        net::BodySink sink)
{
    request.credential = {
        .scheme = net::Credential::Scheme::Bearer, .name = {}, .secret = Secret(QByteArray(token))};
    return m_patient.stream(std::move(request), std::move(sink));
}

QFuture<Result<net::HttpResponse>> PromptClient::stream(net::HttpRequest request,
                                                        net::BodySink sink)
{
    QUrl url(QString::fromUtf8(request.url.text()));
    const auto ask = [&](const QUrlQuery &query) {
        url.setQuery(query);
        if (auto changed = net::HttpUrl::parse(url.toString(QUrl::FullyEncoded)))
            request.url = std::move(*changed);
    };
    QUrlQuery query(url);
    if (url.path().endsWith(u"events/poll"_s)) {
        const auto original = query;
        const auto from = query.queryItemValue(u"offsetId"_s, QUrl::FullyDecoded);
        const auto limit = query.queryItemValue(u"limit"_s).toLongLong();
        const auto limited = [&](qint64 to) {
            auto other = query;
            other.removeQueryItem(u"limit"_s);
            other.addQueryItem(u"limit"_s, QString::number(to));
            return other;
        };
        query.removeQueryItem(u"offsetId"_s);
        ask(limited(0)); // the end of the log, at once
        query = original;
        if (from.isEmpty())
            return m_client->stream(std::move(request), std::move(sink));
        auto looked = m_client->send(request);
        looked.waitForFinished();
        const auto end = looked.result();
        const auto to = end && end->isSuccess()
            ? QJsonDocument::fromJson(end->body).object().value(u"offsetId"_s).toString()
            : QString();
        const auto pending = platforms::datahub::distance(from, to);
        // Of a place that the log does not have, the answer is the log's own.
        ask(pending && *pending >= 0 ? limited(qMin(limit, *pending)) : original);
    }
    return m_client->stream(std::move(request), std::move(sink));
}

Result<void> KeptCatalogue::page(platforms::Page page)
{
    if (pagesUntilFailure == 0)
        return failure(Error::Kind::Store, u"killed by the test"_s);
    if (pagesUntilFailure > 0)
        --pagesUntilFailure;
    ++pages;
    if (onPage)
        onPage();
    for (const auto &nativeId : std::as_const(page.removed)) {
        records.remove(nativeId);
        sweeps.remove(nativeId);
    }
    for (const auto &record : std::as_const(page.records)) {
        const auto known = records.constFind(record.nativeId);
        if (known != records.constEnd() && *known != record)
            ++rewritten;
        records.insert(record.nativeId, record);
        if (page.sweep != 0)
            sweeps.insert(record.nativeId, page.sweep);
    }
    evidence.runs.append(page.evidence.runs);
    evidence.updates.append(page.evidence.updates);
    evidence.observations.append(page.evidence.observations);
    if (page.cursor)
        cursor = *page.cursor;
    keep(page.notes, noted);
    return {};
}

void KeptCatalogue::end(const platforms::PullResult &result)
{
    cursor = result.cursor;
    if (result.swept == 0)
        return;
    const auto ids = records.keys();
    for (const auto &id : ids) {
        if (sweeps.value(id) != result.swept)
            records.remove(id);
    }
}

} // namespace portolan::tests
