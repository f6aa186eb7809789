// SPDX-License-Identifier: GPL-3.0-or-later
// What new events touched: it is asked for one by one, since no list tells what changed.
#include "models/platforms/marquez/pull.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
namespace openlineage = portolan::formats::openlineage;

namespace portolan::platforms::marquez {
namespace {

constexpr qsizetype pageRecords = 500;

QList<Name> sorted(const QSet<Name> &names)
{
    auto list = names.values();
    std::sort(list.begin(), list.end());
    return list;
}

//! Things to ask for: where they are, and what they are called here.
struct Wanted
{
    QList<QStringList> paths;
    QStringList ids;

    void add(const QStringList &path, const QString &id)
    {
        paths.append(path);
        ids.append(id);
    }
};

} // namespace

//! Reads what a stretch of events touched, and hands it over in pages.
class Pull::Touched
{
public:
    Touched(Pull &pull, const Stretch &stretch, const Meaning &meaning, qint64 sweep)
        : m_pull(pull)
        , m_stretch(stretch)
        , m_meaning(meaning)
        , m_sweep(sweep)
    {
        for (const auto *names : {&stretch.datasets, &stretch.jobs}) {
            for (const auto &name : *names)
                m_spaces.insert(name.space);
        }
        m_total = m_spaces.size() + stretch.datasets.size() + stretch.jobs.size();
    }

    Result<void> run()
    {
        using Step = Result<void> (Touched::*)();
        for (const Step step : {&Touched::fetchSpaces, &Touched::fetchDatasets, &Touched::fetchJobs,
                                &Touched::fetchChildren}) {
            if (auto done = (this->*step)(); !done)
                return done;
        }
        m_page.sweep = m_sweep;
        return m_pull.handOver(std::move(m_page));
    }

private:
    Result<void> fetchSpaces()
    {
        auto names = m_spaces.values();
        names.sort();
        Wanted wanted;
        for (const auto &name : std::as_const(names))
            wanted.add({u"api"_s, u"v1"_s, u"namespaces"_s, name}, domainId(name));
        return fetch(wanted, namespaceIn, [this](const NamedThing &space) {
            if (!space.isHidden)
                m_page.records.append(space.record);
        });
    }

    Result<void> fetchDatasets()
    {
        Wanted wanted;
        for (const auto &name : sorted(m_stretch.datasets))
            wanted.add(Site::path(name, u"datasets"_s), openlineage::datasetId(name));
        return fetch(wanted, datasetIn, [this](const DatasetFacts &dataset) {
            auto record = dataset.record;
            m_pull.complete(record, m_meaning);
            m_page.records.append(std::move(record));
        });
    }

    Result<void> fetchJobs()
    {
        const auto jobs = sorted(m_stretch.jobs);
        Wanted wanted;
        for (const auto &name : jobs)
            wanted.add(Site::path(name, u"jobs"_s), openlineage::jobId(name));
        auto fetched =
            fetch(wanted, jobIn, [this](const JobFacts &job) { m_pull.addJob(m_page, job); });
        for (const auto at : std::as_const(m_failed)) {
            if (m_stretch.parents.contains(jobs.at(at)))
                m_children.append(jobs.at(at));
        }
        return fetched;
    }

    //! Jobs that Marquez knows by a name with that of their parent in it.
    Result<void> fetchChildren()
    {
        Wanted wanted;
        for (const auto &job : std::as_const(m_children)) {
            const auto id = openlineage::jobId(job);
            m_page.removed.removeAll(id);
            const Name full{job.space, QString(m_stretch.parents.value(job) % u'.' % job.name)};
            wanted.add(Site::path(full, u"jobs"_s), id);
        }
        return fetch(wanted, jobIn, [this](JobFacts job) {
            job.callAs({job.name.space, job.simpleName});
            m_pull.addJob(m_page, job);
        });
    }

    //! Asks for all of \a wanted; \a add has each thing that \a read finds. Those that were not to
    //! be had are in m_failed then.
    template <typename Read, typename Add>
    Result<void> fetch(const Wanted &wanted, Read read, Add add)
    {
        m_failed.clear();
        return askEach(
            m_pull.m_server, wanted.paths, [&](qsizetype at, const auto &response) -> Result<void> {
                using Found = decltype(read(*response, m_pull.m_site));
                const auto listed = response ? read(*response, m_pull.m_site)
                                             : Found(tl::unexpected(response.error()));
                if (!listed) {
                    m_failed.append(at);
                    if (auto settled = settle(wanted.ids.at(at), listed.error()); !settled)
                        return settled;
                    return goOn();
                }
                m_pull.addFindings(listed->findings);
                for (const auto &item : listed->items)
                    add(item);
                return goOn();
            });
    }

    //! What it means that the thing \a id could not be read.
    Result<void> settle(const QString &id, const Error &error)
    {
        if (error.kind == Error::Kind::NotFound) {
            m_page.removed.append(id);
            return {};
        }
        if (!isPerhapsOneThing(error))
            return tl::unexpected(error);
        // No event tells of it again: the next sweep finds what it is now.
        (m_sweep == 0 ? m_pull.m_cursor.isDoubtful : m_pull.m_cursor.isLeaky) = true;
        m_pull.addFindings(
            {findingOf(m_pull.m_site.datasetsPage(), u"marquez.unreadable"_s, error.detail)});
        return {};
    }

    Result<void> goOn()
    {
        m_pull.m_sink.progress(++m_done, m_total, u"changes"_s);
        if (m_page.records.size() < pageRecords)
            return {};
        m_page.sweep = m_sweep;
        return m_pull.handOver(std::exchange(m_page, {}));
    }

    Pull &m_pull;
    const Stretch &m_stretch;
    const Meaning &m_meaning;
    qint64 m_sweep;
    QSet<QString> m_spaces;
    QList<qsizetype> m_failed; //!< numbers of what the last fetch() did not get
    QList<Name> m_children; //!< jobs that were not found by their own names, and have parents
    Page m_page;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

Result<void> Pull::fetchTouched(const Stretch &stretch, const Meaning &meaning, qint64 sweep)
{
    return Touched(*this, stretch, meaning, sweep).run();
}

} // namespace portolan::platforms::marquez
