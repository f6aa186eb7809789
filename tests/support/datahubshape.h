// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/shape.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace portolan::tests {

//! DataHub, as far as its adapter asks: OpenAPI v3 (scroll, batchGet, one thing, one aspect), the
//! GraphQL documents of the adapter, known by their names and answered by hand, and the two change
//! logs. Versions count per aspect; an equal value changes neither version nor log.
class DataHubShape final : public Shape
{
public:
    explicit DataHubShape(const ShapeSettings &settings);

    ApiAnswer answer(const ApiRequest &request) override;
    ApiRequest pageBefore(const ApiRequest &request) const override;

    //! Writes \a value as \a aspect of \a urn, which is made where it is not there.
    void put(const QString &urn, const QString &aspect, const QJsonObject &value);
    QJsonObject aspect(const QString &urn, const QString &aspect) const;
    //! Deletes for good, or so that it may come back.
    void remove(const QString &urn);
    void removeSoftly(const QString &urn, bool isRemoved = true);
    //! A result of an assertion, at the clock's time.
    void addRun(const QString &assertion, bool hasPassed);
    //! Data of \a dataset changed now.
    void addOperation(const QString &dataset);

    QStringList urns(const QString &type) const;

    //! The logs keep nothing of what happened until now: whoever goes on behind it comes to the
    //! end without a word.
    void forgetEvents();

    //! Every scroll that is open ends: its next page fails.
    void forgetScrolls() { ++m_scrolls; }

    int eventsAtOnce = 1000;

private:
    //! A thing: aspects by name.
    using Thing = QMap<QString, QJsonObject>;

    struct Log
    {
        qint64 first = 0; //!< place of the first message that is kept
        QList<QString> messages;
    };

    ApiAnswer scroll(const ApiRequest &request) const;
    bool isIndexed(const QString &urn, const QString &field, const QStringList &values) const;
    ApiAnswer batch(const ApiRequest &request) const;
    ApiAnswer poll(const ApiRequest &request) const;
    ApiAnswer single(const QString &type, const QString &urn, const ApiRequest &request) const;
    QJsonObject view(const QString &urn, const QStringList &aspects,
                     bool hasVersions = false) const;
    QStringList listed(const QString &type) const;
    void tell(Log &log, const QString &urn, const QString &aspect, const QJsonObject &value,
              const QJsonObject &previous, bool isDelete = false);
    // What writes, and GraphQL (datahubwrites.cpp).
    ApiAnswer write(const QString &urn, const QString &aspect, const ApiRequest &request);
    ApiAnswer graphql(const ApiRequest &request);
    QJsonObject pointersAt(const QString &urn) const;
    QJsonObject runsOf(const QString &urn, const QJsonObject &variables) const;
    QJsonObject operationsOf(const QString &urn) const;
    bool mutateTags(const QJsonObject &variables, bool isAdd);
    bool mutateOwners(const QJsonObject &variables, bool isAdd);

    int m_pageSize;
    QMap<QString, Thing> m_things; //!< by urn
    QHash<QString, int> m_versions; //!< by urn and aspect
    QHash<QString, QList<QJsonObject>> m_runs; //!< by assertion, the oldest first
    QHash<QString, QList<QJsonObject>> m_operations; //!< by dataset
    Log m_changes;
    Log m_series;
    int m_scrolls = 1;
    int m_runNumber = 0;
};

//! Fills \a shape with \a products products and what belongs to them, the same for a seed.
void makeMesh(DataHubShape &shape, int products, quint32 seed);

//! "urn:li:dataset:(urn:li:dataPlatform:snowflake,NAME,PROD)".
QString datasetUrn(const QString &name);

} // namespace portolan::tests
