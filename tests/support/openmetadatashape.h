// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/shape.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace portolan::tests {

//! OpenMetadata 2.0, as far as its adapter asks: lists with cursors, single things, the feed of
//! events, ports, lineage, test cases with results and incidents, requests for access, and patches
//! that count versions.
class OpenMetadataShape final : public Shape
{
public:
    explicit OpenMetadataShape(const ShapeSettings &settings);

    ApiAnswer answer(const ApiRequest &request) override;
    ApiRequest pageBefore(const ApiRequest &request) const override;

    //! Makes \a thing of \a type, or puts it over the one of that name, with its event. It gets an
    //! id from its name. Returns the whole.
    QJsonObject put(const QString &type, QJsonObject thing);
    //! The thing of \a type with that full name; empty where there is none.
    QJsonObject thing(const QString &type, const QString &fqn) const;
    //! What another thing says of it.
    QJsonObject reference(const QString &type, const QString &fqn) const;
    //! Deletes for good, or so that it may come back.
    void remove(const QString &type, const QString &fqn);
    void removeSoftly(const QString &type, const QString &fqn);
    QStringList names(const QString &type) const;

    //! Makes \a target from \a source, column "id" from column "id"; no event tells it.
    void connectThings(const QString &source, const QString &target, const QString &pipeline = {});
    //! Sets what \a product reads and offers, with an event of the product.
    void setPorts(const QString &product, const QStringList &inputs, const QStringList &outputs);
    //! A result of a test case now; one that failed opens an incident.
    void addResult(const QString &testCase, bool hasPassed);

    //! The feed keeps nothing of what happened until now.
    void forgetEvents() { m_events.clear(); }

    QList<QJsonObject> tasks() const { return m_tasks; }

    //! Whoever is signed in moves the request with this number, from 0.
    void decideTask(int number, const QString &transition);

    //! Who shows the token from now on; "user0" at first.
    void signIn(const QString &user) { m_user = user; }

private:
    struct Ports
    {
        QStringList inputs;
        QStringList outputs;
    };

    struct Edge
    {
        QString source; //!< full names of tables
        QString pipeline;
    };

    using Shelf = QMap<QString, QJsonObject>; //!< by full name

    ApiAnswer list(const QString &type, const ApiRequest &request) const;
    ApiAnswer ofThing(const QString &type, const QStringList &rest, const ApiRequest &request);
    ApiAnswer events(const ApiRequest &request) const;
    ApiAnswer lineage(const QString &type, const QString &id, int depth) const;
    QJsonObject edgeOf(const Edge &edge, const QString &target) const;
    ApiAnswer ports(const QString &product, const QString &word, const ApiRequest &request) const;
    QJsonObject byId(const QString &type, const QString &id) const;
    void tell(const QString &kind, const QString &type, const QJsonObject &thing,
              const QJsonObject &changes = {});
    // Test cases (openmetadataquality.cpp).
    ApiAnswer quality(const QStringList &rest, const ApiRequest &request) const;
    ApiAnswer incidents(const ApiRequest &request) const;
    // What writes (openmetadatawrites.cpp).
    ApiAnswer patch(const QString &type, const QJsonObject &before, const ApiRequest &request);
    ApiAnswer tasks(const QStringList &rest, const ApiRequest &request);
    ApiAnswer makeTask(const ApiRequest &request);
    ApiAnswer listTasks(const ApiRequest &request) const;
    ApiAnswer moveTask(QJsonObject &task, const QString &transition, const QJsonValue &comment);

    int m_pageSize;
    QHash<QString, Shelf> m_shelves; //!< by type
    QHash<QString, QList<Edge>> m_edges; //!< by full name of the target
    QHash<QString, Ports> m_ports; //!< by name of the product
    QHash<QString, QList<QJsonObject>> m_results; //!< by test case
    QHash<QString, QJsonObject> m_incidents; //!< how each test case stands
    QList<QJsonObject> m_events;
    QList<QJsonObject> m_tasks;
    QString m_user = QStringLiteral("user0");
    int m_count = 0;
};

//! Fills \a shape with \a products products and what belongs to them, the same for a seed.
void makeMesh(OpenMetadataShape &shape, int products, quint32 seed);

//! Items of \a all on the page that \a request asks for by "limit" and "offset".
ApiAnswer pageOf(const QList<QJsonObject> &all, const ApiRequest &request);
//! A refusal in the server's words.
ApiAnswer refusedByServer(int status, const QString &why);

} // namespace portolan::tests
