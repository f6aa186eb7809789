// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineage.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace portolan::platforms::datahub {

//! What assets are made from, noted as they are read, so that the products that hold them, which
//! come behind them, need not ask for it again. Keeps some bytes for each asset and each source,
//! each name once, and at most so many sources; of what it does not know the server is asked.
class MadeFrom
{
public:
    explicit MadeFrom(std::size_t mostSources = 500'000)
        : m_mostSources(mostSources)
    {
    }

    //! Notes the sources in the \a edges that \a asset itself tells, whatever was noted before;
    //! those that jobs tell of it are left out.
    void note(const QString &asset, const QList<domain::LineageEdge> &edges);
    //! The sources of \a asset; empty where it was not noted.
    std::optional<QStringList> of(const QString &asset) const;

private:
    static constexpr quint32 notKept = 0xffffffff; //!< the server is asked

    //! The sources of one asset, in m_sources.
    struct Span
    {
        quint64 asset = 0; //!< its hash
        quint32 from = 0;
        quint32 count = notKept;
    };

    quint32 numberOf(const QString &urn);
    void sort() const;

    std::size_t m_mostSources;
    // Sorted by asset when it is next looked at, of one asset the newest last.
    mutable std::vector<Span> m_spans;
    mutable bool m_isSorted = true;
    std::vector<quint32> m_sources; //!< numbers in m_urns
    std::vector<QByteArray> m_urns;
    QHash<quint64, quint32> m_numbers; //!< by the hash of the urn
};

} // namespace portolan::platforms::datahub
