// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/shape.h"

#include <QDate>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace portolan::tests {

//! Something that took effect on a request for access.
struct AccessEffect
{
    QString access; //!< id
    QString what; //!< "created", "updated", "approved", "rejected", "canceled", "deleted"
    bool isAgain = false; //!< it was so before

    bool operator==(const AccessEffect &) const = default;
};

//! Entropy Data (Data Mesh Manager), as far as its OpenAPI document says: products in two dialects,
//! contracts in two, teams, source systems, definitions, tags, assets, test results, requests for
//! access with their life cycle, and the feed of events. Keeps everything it is told.
class EntropyShape final : public Shape
{
public:
    explicit EntropyShape(const ShapeSettings &settings);

    ApiAnswer answer(const ApiRequest &request) override;
    //! "effects", "access", "forget-events".
    ApiAnswer control(const ApiRequest &request) override;
    ApiRequest pageBefore(const ApiRequest &request) const override;

    //! Puts \a thing on the shelf called \a kind ("teams", "dataproducts", …), with its event.
    void put(const QString &kind, const QJsonObject &thing);
    void remove(const QString &kind, const QString &id);
    QJsonObject thing(const QString &kind, const QString &id) const;
    QStringList ids(const QString &kind) const;

    //! Keeps an OpenLineage event; no event of the feed tells of it.
    void putLineage(const QJsonObject &event);
    //! Forgets those of \a job.
    void removeLineage(const QString &job);

    //! From now on nobody can go on from an event before this moment.
    void forgetEvents();

    const QList<AccessEffect> &effects() const { return m_effects; }

    //! Whether lists of products lack their ports, as the document allows.
    bool hasShallowLists = true;
    int eventsAtOnce = 1000;
    int lineageAtOnce = 0; //!< events of lineage on a page; 0: all, as the document has it
    QDate today = QDate(2026, 11, 27);

private:
    //! The things of one kind, in the order in which they were made.
    struct Shelf
    {
        QStringList order;
        QHash<QString, QJsonObject> things;
    };

    ApiAnswer list(const QString &kind, const ApiRequest &request) const;
    ApiAnswer events(const ApiRequest &request) const;
    ApiAnswer lineage(const ApiRequest &request);
    ApiAnswer single(const QString &kind, const QString &id, const ApiRequest &request);
    ApiAnswer putAccess(const QString &id, const ApiRequest &request);
    ApiAnswer decide(const QString &id, const QString &verb);
    ApiAnswer postResults(const ApiRequest &request);
    bool isApprovedByItself(const QJsonObject &access) const;
    QString contractOf(const QString &product, const QString &port) const;
    void tell(const QString &type, const QString &subject, const QString &port = {});
    void note(const QString &access, const QString &what, bool isAgain = false);

    int m_pageSize;
    QHash<QString, Shelf> m_shelves;
    QList<QJsonObject> m_events;
    QList<QJsonObject> m_lineage;
    quint64 m_eventNumber = 0;
    QList<AccessEffect> m_effects;
};

//! A run of \a job has made the table \a to from \a from, and its column id from that of the other;
//! for \a product, if that is not empty.
QJsonObject lineageEvent(const QString &job, const QString &from, const QString &to,
                         const QString &product = {});

//! Fills \a shape with \a products products and what belongs to them, always the same for a seed.
void makeMesh(EntropyShape &shape, int products, quint32 seed);

} // namespace portolan::tests
