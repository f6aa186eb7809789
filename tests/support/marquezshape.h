// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/shape.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <utility>

namespace portolan::tests {

//! Marquez, as far as its doors answer to an adapter: namespaces, datasets, jobs, tags and the list
//! of events, which is what makes all of them. What is deleted is hidden, and comes back with the
//! next event that names it.
class MarquezShape final : public Shape
{
public:
    //! Namespace and name.
    using Name = std::pair<QString, QString>;

    explicit MarquezShape(const ShapeSettings &settings);

    ApiAnswer answer(const ApiRequest &request) override;
    ApiRequest pageBefore(const ApiRequest &request) const override;

    //! Takes a run event of OpenLineage in.
    void post(const QJsonObject &event);
    //! A job that was declared and never ran: counted among the events, and not listed there.
    void declare(const Name &job, const QList<Name> &inputs, const QList<Name> &outputs);
    //! Sets what people may set of a dataset, without an event.
    void describe(const Name &dataset, const QString &text);
    void tag(const Name &dataset, const QString &tag, bool isOn = true);
    //! Hides a dataset or a job.
    void removeDataset(const Name &dataset);
    void removeJob(const Name &job);
    //! Retention takes events that are older than \a moment.
    void forgetEvents(const QDateTime &moment);

    QStringList tagsOf(const Name &dataset) const { return m_datasets.value(dataset).tags; }

    QList<Name> datasets() const { return m_datasets.keys(); }

private:
    struct Dataset
    {
        QJsonObject facets;
        QStringList tags;
        QMap<QString, QStringList> fieldTags;
        QString description;
        QDateTime created;
        QDateTime updated;
        bool isHidden = false;
    };

    struct Run
    {
        QString id;
        QString state;
        QDateTime started;
        QDateTime ended;
        QList<Name> inputs;
        QList<Name> outputs;
        QJsonObject facets;
    };

    struct Job
    {
        QJsonObject facets;
        QStringList tags;
        QList<Run> runs; //!< the newest first
        QList<Name> inputs; //!< as declared
        QList<Name> outputs;
        QDateTime created;
        QDateTime updated;
        bool isHidden = false;
    };

    struct Told
    {
        QDateTime at;
        QJsonObject event; //!< empty of what is counted alone
    };

    ApiAnswer ofSpace(const QStringList &parts, const ApiRequest &request);
    ApiAnswer events(const ApiRequest &request) const;
    ApiAnswer setTag(QStringList &tags, const QString &tag, const ApiRequest &request,
                     const ApiAnswer &done);
    ApiAnswer ofDataset(const Name &name, const QStringList &rest, const ApiRequest &request);
    ApiAnswer ofJob(const Name &name, const QStringList &rest, const ApiRequest &request);
    void takeDatasets(const QJsonArray &list, const QDateTime &at, QList<Name> &names);
    void know(const QString &space, const QDateTime &at);
    QList<Name> inSpace(const QString &space, bool areJobs) const;
    // What they look like (marquezviews.cpp).
    QJsonObject view(const Name &name, const Dataset &dataset, bool hasFacets = true) const;
    QJsonObject view(const Name &name, const Job &job) const;
    QJsonObject spaceView(const QString &space) const;

    QMap<QString, QDateTime> m_spaces;
    QMap<Name, Dataset> m_datasets;
    QMap<Name, Job> m_jobs;
    QMap<QString, QString> m_tags; //!< with what they mean
    QList<Told> m_events;
};

//! A run event: \a state is "START", "COMPLETE", "FAIL".
QJsonObject runEvent(const QString &run, const QString &state, const QDateTime &at,
                     const MarquezShape::Name &job, const QList<MarquezShape::Name> &inputs,
                     const QList<MarquezShape::Name> &outputs, const QString &more = {});

//! Fills \a shape with \a products jobs and what they read and write, the same for a seed.
void makeMesh(MarquezShape &shape, int products, quint32 seed);

} // namespace portolan::tests
