// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accessoffers.h"

#include "models/domain/approval.h"
#include "models/policy/recordfacts.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace portolan::items {
namespace {

using domain::EntityKind;
using domain::Page;
using domain::Related;
using domain::Relation;

bool isWebAddress(const QString &text)
{
    return text.startsWith(u"https://") || text.startsWith(u"http://");
}

const Related *firstOf(const Page &page, Relation relation, bool incoming)
{
    const auto found =
        std::find_if(page.related.begin(), page.related.end(), [&](const Related &one) {
            return one.relation == relation && one.incoming == incoming;
        });
    return found == page.related.end() ? nullptr : &*found;
}

//! The addresses where a thing is asked for or shown on its platforms, the former first.
QStringList pagesIn(const Page &page)
{
    QStringList asking;
    for (const auto &reference : page.merged.references) {
        if (reference.type == u"access request" && isWebAddress(reference.url))
            asking.append(reference.url);
    }
    for (const auto &document : page.native) {
        if (isWebAddress(document.file))
            asking.append(document.file);
    }
    return asking;
}

//! Reads offers, each port once.
class OfferReader
{
public:
    OfferReader(store::Store &store, const QList<AccessPlace> &places)
        : m_store(store)
        , m_places(places)
    {
    }

    Result<void> add(const QUuid &id)
    {
        const auto page = m_store.page(id).takeResult();
        if (!page)
            return tl::unexpected(page.error());
        if (page->entity.kind == EntityKind::Port)
            return addPort(*page);
        const bool isProduct = page->entity.kind == EntityKind::Product;
        for (const auto &one : page->related) {
            const bool isOffered = isProduct ? one.relation == Relation::OutputPort && !one.incoming
                                             : one.relation == Relation::Exposes && one.incoming;
            if (!isOffered || one.direction == u"input")
                continue;
            const auto port = m_store.page(one.entity.id).takeResult();
            if (!port)
                return tl::unexpected(port.error());
            if (auto done = addPort(*port); !done)
                return done;
        }
        return {};
    }

    QList<AccessOffer> offers;

private:
    Result<void> addPort(const Page &page)
    {
        if (m_known.contains(page.entity.id))
            return {};
        m_known.insert(page.entity.id);
        AccessOffer offer{.port = page.entity.nativeId,
                          .portId = page.entity.id,
                          .label = page.entity.label(),
                          .type = page.entity.type};
        if (auto done = place(offer, page); !done)
            return done;
        if (!offer.account.isNull() && isOffered(offer))
            return {};
        offer.facts = policy::PortFacts{.id = offer.port,
                                        .name = page.entity.name,
                                        .version = page.entity.version,
                                        .description = page.entity.description,
                                        .status = page.entity.status,
                                        .contractId = QString()};
        policy::addDetails(*offer.facts, page.merged);
        if (!page.entity.type.isEmpty())
            offer.facts->type = page.entity.type;
        QStringList contractOwners;
        if (const auto *contract = firstOf(page, Relation::GovernedBy, false)) {
            if (auto done = addContract(offer, contract->entity.id, contractOwners); !done)
                return done;
        }
        if (const auto *product = firstOf(page, Relation::OutputPort, true)) {
            if (auto done = addProduct(offer, product->entity.id); !done)
                return done;
        }
        if (offer.owners.isEmpty())
            offer.owners = contractOwners;
        if (offer.account.isNull())
            offer.page = m_pages.value(0);
        offers.append(std::move(offer));
        return {};
    }

    //! Whether something behind the same asset goes to the same account: it is one request.
    bool isOffered(const AccessOffer &offer) const
    {
        return std::any_of(offers.begin(), offers.end(), [&offer](const auto &other) {
            return other.account == offer.account && other.port == offer.port;
        });
    }

    //! Where the request goes (ruling 23): the first account of the port that takes some, else one
    //! of the asset behind it, else the workspace that is named for it; else nowhere.
    Result<void> place(AccessOffer &offer, const Page &page)
    {
        m_pages = pagesIn(page);
        if (takenBy(offer, page.entity, [](const auto &one) { return one.takesRequests; }))
            return {};
        for (const auto &asset : page.related) {
            if (asset.relation != Relation::Exposes || asset.incoming)
                continue;
            const auto behind = m_store.page(asset.entity.id).takeResult();
            if (!behind)
                return tl::unexpected(behind.error());
            m_pages += pagesIn(*behind);
            if (placeBehind(offer, *behind))
                return {};
        }
        const auto named = std::find_if(m_places.begin(), m_places.end(),
                                        [](const auto &one) { return one.takesOthers; });
        if (named == m_places.end())
            return {};
        offer.account = named->account;
        offer.accountName = named->name;
        return {};
    }

    //! The port that another account offers the asset by, else the asset itself.
    bool placeBehind(AccessOffer &offer, const Page &asset) const
    {
        for (const auto &one : asset.related) {
            if (one.relation == Relation::Exposes && one.incoming && one.direction != u"input"
                && takenBy(offer, one.entity, [](const auto &each) { return each.takesRequests; }))
                return true;
        }
        return takenBy(offer, asset.entity, [](const auto &one) { return one.takesAssets; });
    }

    //! Lets \a offer go to the first account of \a entity that \a takes it.
    template <typename Takes>
    bool takenBy(AccessOffer &offer, const domain::Entity &entity, const Takes &takes) const
    {
        for (const auto &alias : entity.aliases) {
            for (const auto &one : m_places) {
                if (one.account != alias.account || !takes(one))
                    continue;
                offer.account = one.account;
                offer.accountName = one.name;
                offer.port = alias.nativeId;
                return true;
            }
        }
        return false;
    }

    Result<void> addContract(AccessOffer &offer, const QUuid &id, QStringList &owners)
    {
        const auto page = m_store.page(id).takeResult();
        if (!page)
            return tl::unexpected(page.error());
        const auto &contract = page->merged;
        offer.roles = contract.roles;
        offer.terms = contract.terms;
        offer.contract = page->entity.nativeId;
        offer.contractVersion = contract.version;
        offer.termsSha256 = domain::sha256Of(contract.terms);
        owners = domain::ownersIn(contract.team);
        policy::ContractFacts facts{.id = offer.contract,
                                    .version = contract.version,
                                    .status = contract.status,
                                    .promises = QStringList(),
                                    .termsSha256 = offer.termsSha256};
        for (const auto &term : contract.sla)
            facts.promises->append(term.property);
        policy::addDetails(facts, contract);
        QList<policy::FieldFacts> fields;
        for (const auto &one : page->related) {
            if (one.relation != Relation::Describes || one.incoming)
                continue;
            const auto columns = m_store.fields(one.entity.id).takeResult();
            if (!columns)
                return tl::unexpected(columns.error());
            for (const auto &field : *columns)
                fields.append({.object = one.entity.name,
                               .path = field.path,
                               .classification = field.classification,
                               .isDescribed = !field.description.trimmed().isEmpty()});
        }
        facts.fields = std::move(fields);
        offer.facts->contractId = offer.contract;
        offer.facts->contract = std::move(facts);
        return {};
    }

    Result<void> addProduct(AccessOffer &offer, const QUuid &id)
    {
        const auto page = m_store.page(id).takeResult();
        if (!page)
            return tl::unexpected(page.error());
        const auto &product = page->merged;
        offer.product = page->entity.nativeId;
        for (const auto &alias : page->entity.aliases) {
            if (alias.account == offer.account)
                offer.product = alias.nativeId;
        }
        offer.productId = page->entity.id;
        m_pages += pagesIn(*page);
        offer.productLabel = page->entity.label();
        offer.owners = domain::ownersIn(product.team);
        offer.productFacts = policy::ProductFacts{
            .id = offer.product,
            .name = product.name,
            .version = product.version,
            .status = product.status,
            .description = product.description,
            .owner = product.ownerName.isEmpty() ? product.ownerId : product.ownerName};
        policy::addDetails(*offer.productFacts, product);
        return {};
    }

    store::Store &m_store;
    const QList<AccessPlace> &m_places;
    QSet<QUuid> m_known;
    QStringList m_pages; //!< of the platforms, of the port that is read; where one asks first
};

} // namespace

Result<QList<AccessOffer>> readOffers(store::Store &store, const QList<QUuid> &ids,
                                      const QList<AccessPlace> &places)
{
    OfferReader reader(store, places);
    for (const auto &id : ids) {
        if (const auto done = reader.add(id); !done)
            return tl::unexpected(done.error());
    }
    return std::move(reader.offers);
}

const AccessOffer *offerFor(const QList<AccessOffer> &offers, const QString &port)
{
    const auto found = std::find_if(offers.begin(), offers.end(),
                                    [&port](const auto &one) { return one.port == port; });
    return found == offers.end() ? nullptr : &*found;
}

policy::RequestFacts requestFactsOf(const domain::AccessRequest &request,
                                    const QList<AccessOffer> &offers, QDate today)
{
    policy::RequestFacts facts{.today = today,
                               .purpose = request.purpose,
                               .justification = request.justification,
                               .from = request.from,
                               .to = request.to,
                               .terms = request.terms};
    for (const auto &item : request.items) {
        policy::ItemFacts one{.port = item.port, .fields = item.fields};
        if (const auto *offer = offerFor(offers, item.port)) {
            one.product = offer->productFacts;
            one.facts = offer->facts;
            one.steps = stepsOf(item, *offer);
        }
        facts.items.append(std::move(one));
    }
    return facts;
}

QList<domain::ApprovalStep> stepsOf(const domain::AccessItem &item, const AccessOffer &offer)
{
    const auto role = std::find_if(offer.roles.begin(), offer.roles.end(),
                                   [&item](const auto &one) { return one.role == item.role; });
    const auto *chosen = role == offer.roles.end() ? nullptr : &*role;
    return domain::approvalFor(chosen, offer.owners).steps;
}

} // namespace portolan::items
