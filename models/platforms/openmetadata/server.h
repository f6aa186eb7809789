// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/apicalls.h"
#include "models/platforms/openmetadata/collections.h"
#include "models/platforms/openmetadata/site.h"
#include "models/platforms/services.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace portolan::platforms::openmetadata {

using Answer = Result<net::HttpResponse>;
using AnswerToCome = QFuture<Answer>;

//! What is asked of a server, in its own words. Used by one thread at a time; waits in it.
class Server
{
public:
    Server(const Services &services, const net::HttpUrl &installation, Cancellation cancellation);

    //! Where it stands, as text.
    const QString &installation() const { return m_installation; }

    //! What the server runs; asked once.
    [[nodiscard]] Result<Release> release();
    //! Makes sure that the server knows \a collection, and which of its fields: false where it has
    //! no such list. Asked once for each.
    [[nodiscard]] Result<bool> settle(const Collection &collection);

    //! Things of \a type when it was settled.
    qint64 totalOf(const QString &type) const { return m_totals.value(type); }

    //! How much of each thing a list tells: all, where it belongs, or what comes unasked.
    enum class Width { Whole, Domains, Bare };

    //! Starts to ask for a page of \a collection behind \a after.
    [[nodiscard]] AnswerToCome askPage(const Collection &collection, const QString &after,
                                       int limit, Width width = Width::Whole);
    //! The address of one thing, with all fields of its collection, be it deleted or not. \a key is
    //! its uuid, or its name where \a isName.
    [[nodiscard]] Result<net::HttpUrl> thing(const Collection &collection, const QString &key,
                                             bool isName = false) const;
    //! The address below /api/v1.
    [[nodiscard]] Result<net::HttpUrl> address(const QStringList &segments,
                                               const ApiCalls::Query &query = {}) const;

    //! Asks and waits, as sure() does: an answer other than 2xx is an error with the server's own
    //! words.
    [[nodiscard]] Answer get(const QStringList &segments, const ApiCalls::Query &query = {});

    [[nodiscard]] Answer get(const net::HttpUrl &url) { return sure(url, m_calls.ask(url)); }

    [[nodiscard]] Answer take(AnswerToCome answer);
    //! Asks for all of \a urls, a few at a time, and hands the answers over in their order, each as
    //! sure() has it. An error of \a taken ends it. What \a isNeeded denies when its turn comes is
    //! passed over.
    [[nodiscard]] Result<void> each(const QList<net::HttpUrl> &urls,
                                    const std::function<Result<void>(qsizetype, Answer)> &taken,
                                    const std::function<bool(qsizetype)> &isNeeded = {});

    //! Sends \a request and waits: the answer whatever its status.
    [[nodiscard]] Answer send(net::HttpRequest request) { return seen(m_calls.send(request)); }

    //! The time of the server, in milliseconds, as far as its answers told.
    qint64 now() const;
    //! The time of our own clock, in milliseconds: what a server tells of its own is whole seconds,
    //! by which now() wavers.
    qint64 ownNow() const;

private:
    //! What \a url says: that it is not there, or not for us, is believed when it is said twice,
    //! and so is an answer that is none of OpenMetadata, which is then a Protocol error. Much hangs
    //! on a single one, and it may come from what stands before the server.
    Answer sure(const net::HttpUrl &url, AnswerToCome answer);
    Answer seen(Answer answer);

    const Clock &m_clock;
    Cancellation m_cancellation;
    QString m_installation;
    ApiCalls m_calls;
    std::optional<Release> m_release;
    qint64 m_offsetMs = 0; //!< our clock minus the server's
    QHash<QString, bool> m_isThere; //!< by type of collection
    QHash<QString, QStringList> m_fields; //!< those that the server knows
    QHash<QString, qint64> m_totals;
};

//! \a answer itself where it is one to go on with, else an error with what the server says of it.
[[nodiscard]] Answer explained(Answer answer);
//! What an answer that refuses says in words; empty where it says nothing.
QString messageOf(const QByteArray &body);

} // namespace portolan::platforms::openmetadata
