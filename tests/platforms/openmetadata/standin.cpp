// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/openmetadata/standin.h"

#include "models/platforms/platform.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

QString folder()
{
    return sharedDir().isEmpty() ? QString() : QString(sharedDir() % u"/live/openmetadata"_s);
}

} // namespace

BearerClient::BearerClient(net::HttpClient &client, QByteArray token)
    : m_client(client)
    , m_token(std::move(token))
{
}

QFuture<Result<net::HttpResponse>> BearerClient::stream(net::HttpRequest request,
                                                        net::BodySink sink)
{
    request.credential = {.scheme = net::Credential::Scheme::Bearer,
                          .secret = Secret(QByteArray(m_token.constData(), m_token.size()))};
    return m_client.stream(std::move(request), std::move(sink));
}

QString StandIn::missing()
{
    if (folder().isEmpty() || !QFileInfo::exists(folder() % u"/server.mjs"_s))
        return u"there is no stand-in"_s;
    if (!QFileInfo::exists(folder() % u"/node_modules"_s))
        return u"npm install was not run in the folder of the stand-in"_s;
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"there is no node"_s;
    return {};
}

StandIn::StandIn(const QString &version, const QStringList &further)
    : m_curl(m_clock)
    , m_patient(m_curl, m_clock, net::systemRandom(), {.requestsPerSecond = 5'000, .burst = 5'000})
{
    m_process.setWorkingDirectory(folder());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"node"_s,
                    QStringList{u"server.mjs"_s, u"--port"_s, u"0"_s, u"--quiet"_s, u"--version"_s,
                                version, u"--token"_s, u"A:admin"_s, u"--token"_s, u"R:reader"_s}
                        + (further.isEmpty()
                               ? QStringList{u"--seed-from"_s, u"../../samples/openmetadata"_s}
                               : further));
    const QString mark = u"listening "_s;
    QString said;
    while (m_url.isEmpty() && m_process.waitForReadyRead(60'000)) {
        said += QString::fromUtf8(m_process.readAll());
        const auto at = said.indexOf(mark);
        const auto end = at < 0 ? -1 : said.indexOf(u'\n', at);
        if (end > 0)
            m_url = said.mid(at + mark.size(), end - at - mark.size()).trimmed();
    }
}

StandIn::~StandIn()
{
    m_process.kill();
    m_process.waitForFinished(5'000);
}

platforms::AccountSettings StandIn::settings() const
{
    platforms::AccountSettings settings;
    settings.name = u"corp"_s;
    settings.platform = u"openmetadata"_s;
    settings.url = url();
    return settings;
}

platforms::Services StandIn::services(const QString &user)
{
    return {m_clock, std::make_shared<BearerClient>(m_patient, user == u"admin" ? "A" : "R")};
}

QJsonObject StandIn::door(const QByteArray &method, const QString &command, const QJsonObject &body)
{
    net::HttpRequest request;
    request.url = net::HttpUrl::parse(m_url % u"/_test/"_s % command).value_or(net::HttpUrl());
    request.method = method == "GET" ? net::HttpMethod::Get
        : method == "DELETE"         ? net::HttpMethod::Delete
                                     : net::HttpMethod::Post;
    if (request.method == net::HttpMethod::Post)
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    auto answer = m_curl.send(std::move(request)).takeResult();
    if (!answer)
        qWarning("%s", qPrintable(answer.error().detail));
    return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
}

int StandIn::requests()
{
    const auto counters = door("GET", u"counters"_s);
    int n = 0;
    for (const auto &count : counters)
        n += count.toInt();
    door("DELETE", u"counters"_s);
    return n;
}

} // namespace portolan::tests
