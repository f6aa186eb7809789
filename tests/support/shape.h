// SPDX-License-Identifier: GPL-3.0-or-later
// What a platform is to a LoopbackServer: its API and its state, without a word about sockets or
// faults. Another adapter's tests add a shape, and get every fault for it.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <memory>
#include <utility>

namespace portolan::tests {

//! A request as it arrived whole.
struct ApiRequest
{
    QByteArray method;
    QString path; //!< decoded only where no slash would come of it: segments() decodes
    QByteArray rawPath; //!< as it was on the wire, without the query
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body;

    //! The parts of the path between slashes, each decoded.
    QStringList segments() const;
    //! The value of \a name in the query, decoded; empty when absent.
    QString parameter(const QString &name) const;

    bool isWrite() const { return method != "GET" && method != "HEAD"; }
};

//! A name and its value.
using Header = std::pair<QByteArray, QByteArray>;

//! A whole answer.
struct ApiAnswer
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<Header> headers;
    QString list = {}; //!< member of the body that lists things; empty where the body itself does
};

//! One platform: keeps its state between requests. Called by one thread at a time.
class Shape
{
public:
    virtual ~Shape();

    //! Carries \a request out and answers it, as the platform would.
    virtual ApiAnswer answer(const ApiRequest &request) = 0;
    //! A request of a test at "/_test/…", never counted and never failed; 404 where it is unknown.
    virtual ApiAnswer control(const ApiRequest &request);
    //! What the platform answers to who shows no valid key.
    virtual ApiAnswer signedOut() const;
    //! \a request, asking for the page before the one that it asks for; itself where that is the
    //! first, or none.
    virtual ApiRequest pageBefore(const ApiRequest &request) const;

    //! The platform's own clock, which a test moves.
    QDateTime now = QDateTime(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC);
};

//! \a value as an answer.
ApiAnswer jsonOf(const QJsonObject &value, int status = 200);
//! \a list as the member \a name of an answer that has \a more beside it.
ApiAnswer listOf(const QString &name, const QJsonArray &list, QJsonObject more = {});

//! What a shape is made with.
struct ShapeSettings
{
    quint32 seed = 1;
    int size = 20; //!< how many products there are to begin with
    int pageSize = 1000; //!< of lists
};

//! The shape called \a name, as the adapter is ("entropy-data"); null where there is none.
std::unique_ptr<Shape> makeShape(const QString &name, const ShapeSettings &settings);

} // namespace portolan::tests
