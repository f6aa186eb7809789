// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/syncreference.h"

#include "models/platforms/datahub/translate.h"
#include "tests/performance/plaintables.h"
#include "tests/performance/storedmesh.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

namespace hub = platforms::datahub;

// As the adapter asks for them.
constexpr qint64 things = 500;
constexpr qint64 pointers = 1000;
constexpr qsizetype recordsPerTransaction = 5000;

class PlainSync
{
public:
    PlainSync(const DataHubPages &pages, PlainTables &tables)
        : m_pages(pages)
        , m_tables(tables)
        , m_api(nullptr, {})
        , m_names(m_api)
    {
    }

    void run()
    {
        // What things do not say of themselves is listed first, as the adapter does it.
        each(HubType::Product, pointers, [this](const hub::Entity &product) {
            const auto assets = hub::assetsOf(product.aspect("dataProductProperties"));
            for (const auto &asset : assets)
                m_links.products[asset].append(product.urn);
        });
        each(HubType::Contract, pointers, [this](const hub::Entity &contract) {
            const auto asset = hub::json::text(contract.aspect("dataContractProperties"), "entity");
            m_links.contracts[asset].append(contract.urn);
        });
        for (const auto type : hubTypes)
            each(type, things, [this](const hub::Entity &thing) { take(thing); });
        m_tables.insert(m_waiting);
    }

private:
    template <typename Take>
    void each(HubType type, qint64 size, Take take)
    {
        for (qint64 from = 0; from < m_pages.count(type); from += size) {
            const auto page = valueOf(hub::EntityPage::read(m_pages.page(type, from, size), {}));
            for (const auto &entity : page.entities)
                take(entity);
        }
    }

    void take(const hub::Entity &thing)
    {
        m_names.learn(thing);
        m_waiting.append(hub::recordsOf(thing,
                                        {.names = m_names,
                                         .links = m_links,
                                         .jobs = m_jobs,
                                         .inputs = m_inputs,
                                         .ui = u"https://datahub.example"_s}));
        if (m_waiting.size() >= recordsPerTransaction)
            m_tables.insert(std::exchange(m_waiting, {}));
    }

    const DataHubPages &m_pages;
    PlainTables &m_tables;
    hub::Api m_api; //!< of nobody
    hub::Names m_names;
    hub::Links m_links;
    QHash<QString, hub::JobLineage> m_jobs;
    QHash<QString, QStringList> m_inputs;
    QList<domain::Record> m_waiting;
};

} // namespace

SyncReference syncPlainly(const DataHubPages &pages, const QUuid &account, const QString &folder)
{
    QDir().mkpath(folder);
    SyncReference took;
    PlainTables tables(folder, account);
    took.rowsSeconds = millisecondsOf([&] { PlainSync(pages, tables).run(); }) / 1000;
    took.indexSeconds = tables.buildIndex();
    return took;
}

} // namespace portolan::performance
