// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/performance/synthmesh.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace portolan::performance {

//! Types of things in DataHub that the synthetic mesh is made of, in the order in which the file
//! holds them.
enum class HubType { Domain, Tag, Group, Dataset, Contract, Product };
inline constexpr std::array hubTypes{HubType::Domain,  HubType::Tag,      HubType::Group,
                                     HubType::Dataset, HubType::Contract, HubType::Product};
inline constexpr std::size_t hubTypeCount = hubTypes.size();

//! How DataHub writes \a type: "dataset".
std::string_view hubWord(HubType type);

//! One thing of the synthetic mesh: number \a number of its type.
struct HubPlace
{
    HubType type = HubType::Dataset;
    qint64 number = 0;
};

//! The synthetic mesh in the words of DataHub's OpenAPI v3: the JSON of every thing with all its
//! aspects, one behind the other in a file, so that any page of a listing is a piece of it and
//! costs a server nothing. Any number of threads may read.
class DataHubPages
{
public:
    //! Writes \a mesh to \a file unless it is there; ends the program when that fails.
    static void write(const QString &file, const SynthMesh &mesh);
    //! Maps \a file; ends the program when it is none of write().
    explicit DataHubPages(const QString &file);

    qint64 count(HubType type) const;
    //! The JSON of one thing.
    std::string_view thing(HubPlace place) const;
    //! Those of \a count things from \a from on, with the commas between them.
    std::string_view things(HubType type, qint64 from, qint64 count) const;
    //! What is in front of things() in a page that begins at \a from: with the total, and the place
    //! where the next page goes on, unless this is the last one.
    QByteArray pageHead(HubType type, qint64 from, qint64 count) const;

    //! What is behind them.
    static std::string_view pageTail() { return "]}"; }

    //! The whole page, as it goes over the wire.
    QByteArray page(HubType type, qint64 from, qint64 count) const;

    static QByteArray urn(HubPlace place);
    //! The place of \a urn; empty where it is none of the mesh.
    std::optional<HubPlace> placeOf(std::string_view urn) const;

    //! The product that holds the asset \a number.
    qint64 productOf(qint64 asset) const { return asset % count(HubType::Product); }

private:
    std::size_t rowOf(HubPlace place) const;

    QFile m_file;
    std::string_view m_bytes;
    const std::uint64_t *m_offsets = nullptr; //!< of every thing, and of the end
    std::array<std::uint64_t, hubTypeCount> m_counts{};
};

} // namespace portolan::performance
