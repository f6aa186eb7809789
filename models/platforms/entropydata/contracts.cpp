// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/contracts.h"

#include "models/formats/bitol/parts.h"
#include "models/formats/odcs/checks.h"
#include "models/formats/odcs/slos.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using domain::Record;
using domain::Relation;
using formats::document::Node;
using formats::odcs::Contract;

//! The team that answers for \a contract: its own word in either dialect, without our prefix.
QString teamOf(const Contract &contract, const Node &node)
{
    const auto team = node["team"];
    if (team.isMapping() && team.has("name"))
        return formats::bitol::textOf(team, "name");
    const auto owner = formats::bitol::textOf(node, "owner");
    return owner.isEmpty() ? bareId(teamType, contract.contract->ownerId) : owner;
}

//! Puts the type in front of every id that the document gave.
void name(Contract &contract)
{
    const auto qualified = [](const QString &id) { return nativeId(contractType, id); };
    auto &record = *contract.contract;
    record.datasetKey = record.nativeId; // what files call the contract joins with it
    record.nativeId = qualified(record.nativeId);
    for (auto &asset : contract.assets) {
        asset.nativeId = qualified(asset.nativeId);
        for (auto &to : asset.relations) {
            if (to.relation == Relation::GovernedBy)
                to.nativeId = qualified(to.nativeId);
        }
    }
    for (auto &rule : contract.rules)
        rule.asset = nativeId(contractType, rule.asset);
}

//! Makes \a record the platform's team's, in place of what the document's own team made of it.
void own(Record &record, const Teams &teams, const QString &team)
{
    record.relations.removeIf([](const auto &to) { return to.relation == Relation::OwnedBy; });
    record.ownerId.clear();
    record.ownerName.clear();
    record.team.removeIf([](const auto &member) { return member.username.isEmpty(); });
    teams.own(record, team);
}

} // namespace

Reading readContract(const Node &node, const Teams &teams, const Portal &portal)
{
    const auto id = formats::bitol::textOf(formats::bitol::firstOf(node, {"id", "uuid"}));
    const auto page = portal.page(u"datacontracts", id);
    auto contract = isDataContractSpecification(node) ? readSpecification(page, node)
                                                      : formats::odcs::read(page, node);
    Reading reading{.findings = contract.findings};
    if (!contract.contract)
        return reading;
    name(contract);
    const auto team = teamOf(contract, node);
    own(*contract.contract, teams, team);
    for (auto &asset : contract.assets) {
        own(asset, teams, team);
        relate(*contract.contract, Relation::Describes, asset.nativeId);
    }
    auto checks = formats::odcs::checksOf(contract);
    auto slos = formats::odcs::slosOf(contract, checks);
    for (auto &slo : slos.slos)
        slo.file = page;
    reading.findings += slos.findings;
    reading.slos = std::move(slos.slos);
    reading.records = {*contract.contract};
    reading.records += contract.assets;
    reading.records += checks;
    for (const auto &person : std::as_const(contract.people)) {
        // The platform knows its teams itself, and better.
        if (person.kind == domain::EntityKind::Person)
            reading.records.append(person);
    }
    return reading;
}

} // namespace portolan::platforms::entropydata
