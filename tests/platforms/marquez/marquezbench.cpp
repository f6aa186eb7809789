// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platforms/marquez/marquezbench.h"

#include "models/platforms/marquez/marquezplatform.h"
#include "tests/support/shared.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

Result<void> Catalogue::page(platforms::Page page)
{
    if (stopAfter >= 0 && pages >= stopAfter)
        return failure(Error::Kind::Store, u"the power went"_s);
    ++pages;
    for (const auto &id : page.removed) {
        records.remove(id);
        lineage.remove(id);
        removed.append(id);
    }
    for (auto &record : page.records) {
        if (page.sweep != 0)
            marks[record.nativeId] = page.sweep;
        const auto id = record.nativeId;
        records.insert(id, std::move(record));
    }
    for (auto &of : page.lineage) {
        if (records.contains(of.nativeId))
            lineage.insert(of.nativeId, std::move(of.lineage));
    }
    evidence.runs += page.evidence.runs;
    evidence.updates += page.evidence.updates;
    evidence.observations += page.evidence.observations;
    if (page.cursor)
        cursor = *page.cursor;
    return {};
}

Result<platforms::PullResult> Catalogue::pull(platforms::Session &session, bool full)
{
    pages = 0;
    removed.clear();
    auto pulled = session.pull(cursor, full, *this);
    if (!pulled)
        return pulled;
    cursor = pulled->cursor;
    if (pulled->swept == 0)
        return pulled;
    const auto ids = records.keys();
    for (const auto &id : ids) {
        if (marks.value(id) == pulled->swept)
            continue;
        records.remove(id);
        lineage.remove(id);
        removed.append(id);
    }
    return pulled;
}

QString lineOf(const domain::LineageEdge &edge)
{
    const auto end = [](const QString &id, const QString &field) {
        return field.isEmpty() ? id : QString(id % u'.' % field);
    };
    const auto time = [](const QDateTime &at) { return at.toString(Qt::ISODateWithMs); };
    return QString::number(int(edge.level)) % u' ' % end(edge.source, edge.sourceField) % u" -> "
        % end(edge.target, edge.targetField) % u' ' % edge.job % u' ' % time(edge.validFrom) % u'|'
        % time(edge.validTo) % u'|' % time(edge.lastSeen) % u' ' % edge.transformation.type % u'/'
        % edge.transformation.subtype % u' ' % edge.evidence;
}

QStringList Catalogue::edges() const
{
    QStringList lines;
    for (const auto &list : lineage) {
        for (const auto &edge : list)
            lines.append(lineOf(edge));
    }
    lines.sort();
    return lines;
}

QStringList Catalogue::ids(domain::EntityKind kind) const
{
    QStringList list;
    for (const auto &record : records) {
        if (record.kind == kind)
            list.append(record.nativeId);
    }
    return list;
}

QFuture<Result<net::HttpResponse>> PlayedServer::stream(net::HttpRequest request, net::BodySink)
{
    const auto text = request.url.text();
    asked.append(QString::fromUtf8(text.mid(text.indexOf('/', text.indexOf("://") + 3))));
    auto response = m_answer(request);
    response.asked = request.url.shown();
    return QtFuture::makeReadyFuture(Result<net::HttpResponse>(std::move(response)));
}

net::HttpResponse jsonAnswer(const QByteArray &body, int status)
{
    return {.status = status,
            .headers = {{"content-type", "application/json"}},
            .body = body,
            .asked = u"GET http://marquez.example/"_s};
}

//! Notes what is asked, and adds the header of an account.
class LiveServer::Recording final : public net::HttpClient
{
public:
    Recording(net::HttpClient &client, std::shared_ptr<QStringList> asked, const QByteArray &header)
        : m_client(client)
        , m_asked(std::move(asked))
        , m_header(header)
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request, net::BodySink sink) override
    {
        m_asked->append(QString::fromUtf8(net::methodName(request.method) + ' '
                                          + request.url.text().mid(request.url.text().indexOf(
                                              '/', request.url.text().indexOf("://") + 3))));
        if (const auto colon = m_header.indexOf(':'); colon > 0)
            request.headers.append({m_header.left(colon), m_header.mid(colon + 1).trimmed()});
        return m_client.stream(std::move(request), std::move(sink));
    }

private:
    net::HttpClient &m_client;
    std::shared_ptr<QStringList> m_asked;
    QByteArray m_header;
};

QString LiveServer::whyNot()
{
    if (sharedDir().isEmpty() || !QFile::exists(sharedDir() + u"/live/marquez/server.mjs"_s))
        return u"there is no stand-in for Marquez beside the project"_s;
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"there is no Node to run the stand-in for Marquez with"_s;
    return {};
}

LiveServer::LiveServer(const QStringList &arguments)
{
    m_process.setWorkingDirectory(sharedDir() + u"/live/marquez"_s);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"node"_s, QStringList{u"server.mjs"_s, u"--port"_s, u"0"_s} + arguments);
    QByteArray said;
    const QByteArray sign = "listening ";
    while (m_url.isEmpty() && m_process.waitForReadyRead(120'000)) {
        said += m_process.readAll();
        const auto at = said.indexOf(sign);
        const auto end = said.indexOf('\n', std::max<qsizetype>(0, at));
        if (at >= 0 && end > at)
            m_url = QString::fromUtf8(said.mid(at + sign.size(), end - at - sign.size()).trimmed());
    }
    if (m_url.isEmpty())
        QTest::qFail("the stand-in for Marquez does not start", __FILE__, __LINE__);
    m_curl = std::make_unique<net::CurlClient>(m_machine);
    m_patient = std::make_unique<net::PatientClient>(
        *m_curl, m_machine, [] { return 0.0; },
        net::HostLimits{.requestsPerSecond = 1e6, .burst = 1e6, .failuresToBreak = 1000});
}

LiveServer::~LiveServer()
{
    m_patient.reset();
    m_curl.reset();
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

platforms::AccountSettings LiveServer::settings() const
{
    platforms::AccountSettings settings;
    settings.name = u"marquez"_s;
    settings.platform = u"marquez"_s;
    settings.url = QUrl(m_url);
    return settings;
}

std::shared_ptr<net::HttpClient> LiveServer::client(const QByteArray &header)
{
    return std::make_shared<Recording>(*m_patient, m_asked, header);
}

std::unique_ptr<platforms::Session> LiveServer::session(const Clock &clock,
                                                        const QJsonObject &options)
{
    auto account = settings();
    account.options = options;
    auto opened = platforms::marquez::create()->open(account, {clock, client()});
    if (!opened) {
        QTest::qFail(qPrintable(opened.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*opened);
}

int LiveServer::ask(net::HttpMethod method, const QString &path, const QByteArray &json,
                    QByteArray *body)
{
    net::HttpRequest request;
    request.method = method;
    request.url = *net::HttpUrl::parse(m_url + path);
    request.body = json;
    const auto response = m_curl->send(std::move(request)).takeResult();
    if (!response) {
        QTest::qFail(qPrintable(response.error().detail), __FILE__, __LINE__);
        return 0;
    }
    if (body)
        *body = response->body;
    return response->status;
}

QMap<QString, int> LiveServer::counters()
{
    QByteArray body;
    ask(net::HttpMethod::Get, u"/_test/counters"_s, {}, &body);
    ask(net::HttpMethod::Delete, u"/_test/counters"_s);
    QMap<QString, int> counts;
    const auto object = QJsonDocument::fromJson(body).object().value(u"counters"_s).toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        counts.insert(it.key(), it->toInt());
    return counts;
}

QStringList LiveServer::asked() const
{
    return *m_asked;
}

QByteArray runEvent(const QString &time, const QString &type, const QString &run,
                    const QString &job, const QStringList &inputs, const QStringList &outputs,
                    const QByteArray &facets)
{
    const auto named = [](const QString &name) -> QByteArray {
        return "\"namespace\":\"" + name.section(u'|', 0, 0).toUtf8() + "\",\"name\":\""
            + name.section(u'|', 1).toUtf8() + '"';
    };
    const auto list = [&](const QStringList &names, const QByteArray &more) -> QByteArray {
        QByteArrayList items;
        for (const auto &name : names)
            items.append('{' + named(name) + more + '}');
        return '[' + items.join(',') + ']';
    };
    // Without these members the server refuses a facet.
    auto told = QJsonDocument::fromJson(facets).object();
    const auto names = told.keys();
    for (const auto &name : names) {
        auto facet = told[name].toObject();
        facet[u"_producer"_s] = u"https://example.org/p"_s;
        facet[u"_schemaURL"_s] = u"https://example.org/facet.json"_s;
        told[name] = facet;
    }
    const QByteArray more = ",\"facets\":" + QJsonDocument(told).toJson(QJsonDocument::Compact);
    return "{\"eventTime\":\"" + time.toUtf8() + "\",\"eventType\":\"" + type.toUtf8()
        + "\",\"run\":{\"runId\":\"" + run.toUtf8() + "\"},\"job\":{" + named(job)
        + "},\"inputs\":" + list(inputs, {}) + ",\"outputs\":" + list(outputs, more)
        + ",\"producer\":\"https://example.org/p\",\"schemaURL\":"
          "\"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent\"}";
}

} // namespace portolan::tests
