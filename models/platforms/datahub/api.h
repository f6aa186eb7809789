// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/apicalls.h"
#include "models/platforms/datahub/answer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QVersionNumber>

#include <optional>

namespace portolan::platforms::datahub {

//! What a server says about itself without being asked who we are.
struct ServerFacts
{
    QString version; //!< as it writes it: "v1.3.0"
    QVersionNumber number; //!< null where the version is no number
    QString ui; //!< address of its web pages, without a slash at the end
};

//! One page of a listing.
struct ScrollRequest
{
    QString type; //!< of entity
    QStringList moreTypes; //!< that are listed with it
    QStringList aspects; //!< empty: all
    int count = 0;
    QString scrollId; //!< empty: from the beginning
    QString field = QStringLiteral("domains"); //!< of the search index
    QStringList values; //!< urns: only what has one of these there; empty: everything
};

//! A part of the change log.
struct EventPage
{
    Answer answer;
    QString offset; //!< where the next poll goes on
    qint64 count = 0;
    std::vector<Json> events;
};

//! The calls of DataHub that this adapter makes. Blocks; used by one thread at a time.
class Api
{
public:
    Api(std::shared_ptr<net::HttpClient> http, net::HttpUrl base, Cancellation cancellation = {});

    //! What is posted from now on is waited for by a person: it is sent \a attempts times at most.
    void hurry(int attempts);

    //! Which server it is, whether its metadata service or its web pages are named by the address.
    [[nodiscard]] Result<ServerFacts> facts() const;

    using Pending = QFuture<Result<net::HttpResponse>>;
    //! Asks for a page without waiting for it.
    [[nodiscard]] Result<Pending> askScroll(const ScrollRequest &request) const;
    [[nodiscard]] Result<EntityPage> takeScroll(Pending pending) const;
    //! Takes all pages of a listing, one after the other; an error where it stands still.
    [[nodiscard]] Result<void> walk(ScrollRequest request,
                                    const std::function<void(const EntityPage &)> &take) const;
    //! How many things of \a type there are, deleted ones left out.
    [[nodiscard]] Result<qint64> count(const QString &type) const;

    //! Aspects that are asked for, by the type of entity; all where a type is not in it.
    using Aspects = QHash<QString, QStringList>;
    //! How much of an aspect is asked for: its value, or when it was written as well.
    enum class Detail { Value, Stamps };
    //! The things \a urns as they are now. What does not exist is left out; a urn that the server
    //! takes for none is left out as well, and
    //! named as refused.
    [[nodiscard]] Result<EntityPage> entities(const QStringList &urns, const Aspects &aspects = {},
                                              Detail detail = Detail::Value) const;

    //! The data of a GraphQL query; an error where it has any, since it may then be incomplete.
    [[nodiscard]] Result<Answer> query(const QString &document, const QJsonObject &variables) const;
    //! The change log \a topic behind \a offset, or where it ends now when that is empty.
    [[nodiscard]] Result<EventPage> poll(const QString &topic, const QString &offset,
                                         int limit) const;

    //! Sends a request whatever it does; the answer has any status. For write-back.
    [[nodiscard]] Result<net::HttpResponse> post(const QStringList &segments,
                                                 const ApiCalls::Query &query,
                                                 const QJsonObject &body, bool repeatable) const;
    [[nodiscard]] Result<net::HttpResponse> get(const QStringList &segments,
                                                const ApiCalls::Query &query) const;

private:
    [[nodiscard]] Result<net::HttpRequest> postRequest(const QStringList &segments,
                                                       const ApiCalls::Query &query,
                                                       const QJsonObject &body) const;
    [[nodiscard]] Result<net::HttpResponse> accepted(const QStringList &segments,
                                                     const ApiCalls::Query &query) const;
    [[nodiscard]] Result<EntityPage> batch(const QStringList &urns, const Aspects &aspects,
                                           Detail detail) const;

    std::shared_ptr<net::HttpClient> m_http;
    ApiCalls m_calls;
    net::Urgency m_urgency = net::Urgency::Background;
    int m_mostAttempts = 0;
};

//! What the server says in the body of an answer that is an error; empty where it says nothing.
QString messageOf(const QByteArray &body);
//! The first message of the errors of a GraphQL answer, or empty.
QString graphqlError(const Json &root);

} // namespace portolan::platforms::datahub
