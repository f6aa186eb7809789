// SPDX-License-Identifier: GPL-3.0-or-later
// Step 4 of the assembly: who reads what, through the contracts that ports name.
#include "models/formats/workspace/assembly.h"
#include "models/formats/workspace/vocabulary.h"

#include <algorithm>

using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::workspace {

//! The output ports that an input port reads under \a contractId: those of its own name where there
//! are any, since one contract may govern a table and a stream.
QList<std::pair<QString, QString>> Assembly::offersTo(const QString &inputId,
                                                      const QString &contractId)
{
    auto offers = m_offers.values(contractId);
    std::sort(offers.begin(), offers.end());
    const auto name = find(inputId)->name;
    const auto isNamesake = [&](const auto &offer) { return find(offer.second)->name == name; };
    if (std::any_of(offers.begin(), offers.end(), isNamesake))
        offers.removeIf([&](const auto &offer) { return !isNamesake(offer); });
    return offers;
}

//! What is read is of the type that is offered, unless the reader says otherwise.
void Assembly::takeType(Record &input, const Record &output)
{
    if (m_typed.contains(input.nativeId))
        return;
    input.type = output.type;
    input.servers = output.servers;
}

void Assembly::linkConsumers()
{
    QHash<QString, QSet<QString>> consumers; //!< of contract, port and product: products
    for (const auto &[contractId, reader] : std::as_const(m_reads)) {
        const auto &[readerId, inputId] = reader;
        consumers[contractId].insert(readerId);
        const auto offers = offersTo(inputId, contractId);
        if (offers.size() == 1)
            takeType(*find(inputId), *find(offers.first().second));
        for (const auto &[offererId, outputId] : std::as_const(offers)) {
            if (offererId == readerId)
                continue;
            addRelation(*find(inputId), Relation::Consumes, outputId);
            addRelation(*find(readerId), Relation::Consumes, offererId);
            consumers[outputId].insert(readerId);
            consumers[offererId].insert(readerId);
        }
        for (const auto &asset : assetsOf(contractId))
            consumers[asset].insert(readerId);
    }
    for (auto it = consumers.begin(); it != consumers.end(); ++it) {
        if (auto *record = find(it.key()))
            record->popularity = std::max(record->popularity, int(it->size()));
    }
}

} // namespace portolan::formats::workspace
