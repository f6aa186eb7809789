// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the adapter for Marquez share: what a pull leaves behind, a server that a
// function plays, and the stand-in that is another program.
#pragma once

#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/platforms/platform.h"

#include <QHash>
#include <QMap>
#include <QMutex>
#include <QProcess>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace portolan::tests {

//! A clock of which a test says how late it is; waiting is measured by the machine's.
class WallClock final : public Clock
{
public:
    QDateTime now() const override { return m_now; }

    qint64 monotonicMs() const override { return m_machine.monotonicMs(); }

    void pass(qint64 ms) { m_now = m_now.addMSecs(ms); }

private:
    QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-11-27T12:00:00Z"), Qt::ISODate);
    SystemClock m_machine;
};

//! Keeps what pulls hand over, as the store does: the newest record of each thing, its lineage, and
//! the marks of sweeps.
class Catalogue final : public platforms::PageSink
{
public:
    Result<void> page(platforms::Page page) override;

    void progress(qint64, qint64, const QString &) override { }

    bool isCancelled() const override { return isStopped; }

    //! Pulls with \a session and goes on from where the pull before ended, or was stopped.
    Result<platforms::PullResult> pull(platforms::Session &session, bool full = false);

    //! "level source[.field] -> target[.field] job since|until|seen", sorted.
    QStringList edges() const;
    //! Native ids of the records of \a kind.
    QStringList ids(domain::EntityKind kind) const;

    const domain::Record record(const QString &id) const { return records.value(id); }

    QMap<QString, domain::Record> records;
    QHash<QString, qint64> marks;
    QMap<QString, QList<domain::LineageEdge>> lineage;
    domain::Evidence evidence;
    QStringList removed;
    QByteArray cursor;
    int pages = 0;
    int stopAfter = -1; //!< pages; then the pull ends as if the power went
    bool isStopped = false;
};

//! The line of an edge, as Catalogue::edges() has it.
QString lineOf(const domain::LineageEdge &edge);

//! Plays a server: a function says what comes back. Keeps what was asked.
class PlayedServer final : public net::HttpClient
{
public:
    using Answer = std::function<net::HttpResponse(const net::HttpRequest &request)>;

    explicit PlayedServer(Answer answer)
        : m_answer(std::move(answer))
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request,
                                              net::BodySink sink) override;

    //! Path and query of each request.
    QStringList asked;

private:
    Answer m_answer;
};

//! An answer of JSON.
net::HttpResponse jsonAnswer(const QByteArray &body, int status = 200);

//! The stand-in for Marquez beside the project, in a process of its own.
class LiveServer
{
public:
    explicit LiveServer(const QStringList &arguments = {});
    ~LiveServer();

    //! Why there is none: a test skips with that.
    static QString whyNot();

    bool isRunning() const { return !m_url.isEmpty(); }

    QString url() const { return m_url; }

    platforms::AccountSettings settings() const;
    //! What requests go through; \a header, "Name: value", is added to each.
    std::shared_ptr<net::HttpClient> client(const QByteArray &header = {});
    std::unique_ptr<platforms::Session> session(const Clock &clock,
                                                const QJsonObject &options = {});
    //! A request of the test's own; the status, and the body in \a body.
    int ask(net::HttpMethod method, const QString &path, const QByteArray &json = {},
            QByteArray *body = nullptr);
    //! How many requests of each kind came since the last call.
    QMap<QString, int> counters();

    QStringList asked() const; //!< "METHOD path?query" of the requests of all clients

private:
    class Recording;

    QProcess m_process;
    QString m_url;
    SystemClock m_machine;
    std::unique_ptr<net::CurlClient> m_curl;
    std::unique_ptr<net::PatientClient> m_patient;
    std::shared_ptr<QStringList> m_asked = std::make_shared<QStringList>();
};

//! A run event: names are "namespace|name"; \a more are further members of the outputs' facets.
QByteArray runEvent(const QString &time, const QString &type, const QString &run,
                    const QString &job, const QStringList &inputs, const QStringList &outputs,
                    const QByteArray &facets = "{}");

} // namespace portolan::tests
