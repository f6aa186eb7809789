// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace portolan::performance {

//! One verdict of a check.
struct SynthRun
{
    QString check; //!< native id
    QDateTime at; //!< UTC
    QString status; //!< pass, warn, fail or error
};

//! A data mesh that nobody has, in any size, equal for equal seeds on every machine. Each thing is
//! a pure function of the seed and its number, so that it can be asked for in any order and nothing
//! is kept. README.md says what it looks like and why.
class SynthMesh
{
public:
    explicit SynthMesh(qint64 assets, std::uint64_t seed = 1);

    qint64 assetCount() const { return m_assets; }

    qint64 productCount() const { return m_products; }

    qint64 teamCount() const { return m_teams; }

    qint64 domainCount() const;

    qint64 tagCount() const { return m_tags.size(); }

    //! The names of the tags, by number.
    const QStringList &tagNames() const { return m_tags; }

    //! The number of the tag called \a name; -1 where there is none.
    qint64 tagNumber(const QString &name) const { return m_tagNumbers.value(name, -1); }

    //! The number of the domain at \a path.
    qint64 domainNumber(const QStringList &path) const;

    //! The number of the record that is the first product.
    qint64 firstProduct() const { return domainCount() + m_teams + tagCount(); }

    static constexpr qint64 portsPerProduct = 3;
    //! All records: domains, teams, tags, products with their ports and contracts, assets.
    qint64 recordCount() const;

    //! Record \a number of recordCount().
    domain::Record record(qint64 number) const;
    //! The next \a size records from \a at, which is moved on; empty at the end.
    QList<domain::Record> page(qint64 &at, int size) const;

    domain::Record asset(qint64 number) const;
    //! How many fields it has: log-normal, half of them below 14, a few over 1,000.
    int fieldCount(qint64 asset) const;
    //! An asset with exactly \a count fields.
    domain::Record wideAsset(int count) const;
    //! What it is made from: lower numbers, mostly popular ones; none for a source.
    std::vector<qint64> upstreamOf(qint64 asset) const;
    //! The checks of an asset, each run daily for \a days back from 2026-01-01.
    QList<SynthRun> runsOf(qint64 asset, int days) const;

private:
    domain::Record domainRecord(qint64 number) const;
    domain::Record team(qint64 number) const;
    domain::Record tag(qint64 number) const;
    domain::Record product(qint64 number) const;
    domain::Record port(qint64 number) const;
    domain::Record contract(qint64 number) const;
    domain::Field field(qint64 asset, int number) const;
    qint64 productOf(qint64 asset) const;
    QStringList domainOf(qint64 product) const;
    qint64 teamOf(qint64 product) const;

    std::uint64_t m_seed;
    qint64 m_assets;
    qint64 m_products;
    qint64 m_teams;
    QStringList m_tags;
    QHash<QString, qint64> m_tagNumbers;
};

} // namespace portolan::performance
