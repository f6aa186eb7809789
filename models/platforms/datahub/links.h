// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineage.h"
#include "models/platforms/datahub/api.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <vector>

namespace portolan::platforms::datahub {

//! What points at things, which do not say so themselves. Each list is sorted.
struct Links
{
    QHash<QString, QStringList> products; //!< that hold a thing
    QHash<QString, QStringList> jobs; //!< that write a dataset
    QHash<QString, QStringList> contracts; //!< of a dataset
};

//! Tells what points at things.
class Around
{
public:
    virtual ~Around();
    [[nodiscard]] virtual Result<Links> of(const QStringList &urns) = 0;
};

//! Has listed all products, jobs and contracts before: for a sweep, which asks for everything.
//! Holds a few bytes for each arrow.
class ListedAround final : public Around
{
public:
    //! Lists them; \a progress is told how many were read.
    [[nodiscard]] Result<void> list(const Api &api, const std::function<void(qint64)> &progress);
    Result<Links> of(const QStringList &urns) override;

private:
    struct Arrow
    {
        quint64 target = 0; //!< hash of what is pointed at
        int source = 0; //!< number in m_urns
    };

    using Arrows = std::vector<Arrow>; //!< by target, once all are listed

    void take(const Entity &entity);
    QStringList sourcesOf(const Arrows &arrows, quint64 target) const;

    std::vector<QByteArray> m_urns;
    Arrows m_products;
    Arrows m_jobs;
    Arrows m_contracts;
};

//! Asks the server's graph: for a delta, which is small.
class AskedAround final : public Around
{
public:
    explicit AskedAround(const Api &api)
        : m_api(api)
    {
    }

    Result<Links> of(const QStringList &urns) override;

private:
    const Api &m_api;
};

//! A number that stands for \a urn: no two of a catalogue have the same (64 bits of its MD5).
quint64 shortHash(const QString &urn);
//! What a product, a job or a contract points at in one of its aspects.
QStringList assetsOf(const Json &dataProductProperties);
QStringList inputsOf(const Json &dataJobInputOutput);
QStringList outputsOf(const Json &dataJobInputOutput);
//! The urns of \a list and of the newer \a edges, which say the same: each once, in order.
QStringList urnsOf(const Json &list, const Json &edges);

} // namespace portolan::platforms::datahub
