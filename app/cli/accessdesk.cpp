// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accessdesk.h"

#include "app/cli/resolving.h"
#include "models/base/identity.h"
#include "models/domain/approval.h"
#include "models/items/accessacts.h"
#include "models/items/accessoffers.h"
#include "models/policy/askedfields.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::EntityKind;

//! The consumer that --for names: a team or product of the catalogue, else a team by its name.
Result<domain::Consumer> consumerNamed(store::Store &store, const QString &name)
{
    constexpr int candidates = 20;
    const auto found = await(store.resolve(name, candidates));
    if (!found)
        return tl::unexpected(found.error());
    for (const auto &one : *found) {
        const auto kind = one.entity.kind;
        const auto isExact = one.entity.nativeId == name || one.entity.label() == name
            || idText(one.entity.id) == name;
        const auto isConsumer =
            kind == EntityKind::Team || kind == EntityKind::Product || kind == EntityKind::Person;
        if (isExact && isConsumer)
            return domain::Consumer{kind, one.entity.nativeId, one.entity.label()};
    }
    return domain::Consumer{EntityKind::Team, {}, name};
}

//! The port that \a reference means, as an offer.
Result<items::AccessOffer> offerNamed(AccessDesk &desk, const QString &reference)
{
    const auto resolved = resolveOne(desk.store(), reference);
    if (!resolved)
        return tl::unexpected(resolved.error());
    const auto offers = await(desk.source().offers({resolved->entity.id}));
    if (!offers)
        return tl::unexpected(offers.error());
    if (offers->size() == 1)
        return offers->first();
    QStringList names;
    for (const auto &offer : *offers)
        names.append(offer.port);
    return failure(Error::Kind::NotFound,
                   names.isEmpty() ? u"\"%1\" is no port, and offers none"_s.arg(reference)
                                   : u"\"%1\" has several ports; name one of: %2"_s.arg(
                                       reference, names.join(u", "_s)));
}

//! Those of \a wanted that the contract of \a offer has; all of them where nobody knows its fields.
//! An error where it has none, since naming none asks for all.
Result<QStringList> fieldsOf(const items::AccessOffer &offer, const QStringList &wanted)
{
    if (wanted.isEmpty() || !offer.facts || !offer.facts->contract
        || !offer.facts->contract->fields)
        return wanted;
    QStringList found;
    for (const auto &path : wanted) {
        if (policy::unknownPathIn({path}, *offer.facts->contract->fields).isEmpty())
            found.append(path);
    }
    if (found.isEmpty())
        return failure(
            Error::Kind::NotFound,
            u"the contract of \"%1\" has no field \"%2\""_s.arg(offer.port, wanted.first()));
    return found;
}

void acceptTerms(domain::AccessRequest &request, const items::AccessOffer &offer)
{
    const domain::AcceptedTerms terms{offer.contract, offer.contractVersion, offer.termsSha256};
    if (!offer.termsSha256.isEmpty() && !request.terms.contains(terms))
        request.terms.append(terms);
}

//! What all ports of a request have in common.
Result<domain::AccessRequest> requestHead(AccessDesk &desk, const Arguments &arguments)
{
    const auto from = dayOf(arguments, u"from"_s);
    const auto to = dayOf(arguments, u"to"_s);
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    domain::AccessRequest request{.purpose = arguments.value(u"purpose"_s),
                                  .justification = arguments.value(u"justification"_s),
                                  .from = *from,
                                  .to = *to,
                                  .exception = arguments.value(u"exception"_s)};
    if (!arguments.has(u"for"_s))
        return request;
    const auto consumer = consumerNamed(desk.store(), arguments.value(u"for"_s));
    if (!consumer)
        return tl::unexpected(consumer.error());
    request.consumer = *consumer;
    return request;
}

} // namespace

AccessDesk::AccessDesk(store::Store &store, const sync::Engine &engine, const Clock &clock)
    : m_store(store)
    , m_source(store, engine, clock)
{
}

Result<std::unique_ptr<AccessDesk>> AccessDesk::open(Context &context)
{
    const auto engine = context.engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto store = context.store();
    return std::unique_ptr<AccessDesk>(new AccessDesk(**store, **engine, context.clock()));
}

Result<items::AccessBoard> AccessDesk::board()
{
    return await(m_source.board());
}

Result<items::AccessCase> caseNamed(const items::AccessBoard &board, const QString &reference)
{
    constexpr qsizetype shortest = 4;
    QList<items::AccessCase> found;
    for (const auto &one : board.cases) {
        const auto id = idText(one.request.id);
        if (id == reference)
            return one;
        if (reference.size() >= shortest && id.startsWith(reference, Qt::CaseInsensitive))
            found.append(one);
    }
    if (found.size() == 1)
        return found.first();
    return failure(
        Error::Kind::NotFound,
        found.isEmpty()
            ? u"there is no request \"%1\"; `request list` names them"_s.arg(reference)
            : u"several requests begin with \"%1\"; write more of the id"_s.arg(reference));
}

Result<QDate> dayOf(const Arguments &arguments, const QString &name)
{
    if (!arguments.has(name))
        return QDate();
    const auto text = arguments.value(name);
    const auto day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid() || text.size() != 10)
        return failure(Error::Kind::Usage,
                       u"--%1 \"%2\" is no date; write 2026-01-31"_s.arg(name, text));
    return day;
}

Result<AskedFor> requestsFrom(AccessDesk &desk, const Arguments &arguments)
{
    const auto ports = arguments.options.value(u"port"_s) + arguments.positional.mid(1);
    if (ports.isEmpty())
        return failure(Error::Kind::Usage, u"a request needs a --port"_s);
    auto whole = requestHead(desk, arguments);
    if (!whole)
        return tl::unexpected(whole.error());
    const auto role = arguments.value(u"role"_s);
    const auto wanted = arguments.options.value(u"field"_s);
    QSet<QString> found;
    QList<items::AccessOffer> offers;
    for (const auto &port : ports) {
        const auto offer = offerNamed(desk, port);
        if (!offer)
            return tl::unexpected(offer.error());
        const auto known = std::any_of(offer->roles.begin(), offer->roles.end(),
                                       [&role](const auto &one) { return one.role == role; });
        if (!role.isEmpty() && !known)
            return failure(Error::Kind::NotFound,
                           u"the contract of \"%1\" has no role \"%2\""_s.arg(offer->port, role));
        if (items::offerFor(offers, offer->port) != nullptr)
            continue;
        const auto fields = fieldsOf(*offer, wanted);
        if (!fields)
            return tl::unexpected(fields.error());
        offers.append(*offer);
        for (const auto &field : *fields)
            found.insert(field);
        whole->items.append({.port = offer->port,
                             .product = offer->product,
                             .account = offer->accountName,
                             .role = role,
                             .fields = *fields});
        if (arguments.has(u"accept-terms"_s))
            acceptTerms(*whole, *offer);
    }
    for (const auto &field : wanted) {
        if (!found.contains(field))
            return failure(Error::Kind::NotFound,
                           u"no contract of these ports has a field \"%1\""_s.arg(field));
    }
    AskedFor asked{.requests = items::byAccount(*whole, offers)};
    for (const auto &offer : std::as_const(offers)) {
        if (offer.account.isNull())
            asked.pages.insert(offer.port, offer.page);
    }
    for (auto &request : asked.requests) {
        for (auto &item : request.items) {
            if (asked.pages.contains(item.port))
                item.state = domain::ItemState::External;
        }
    }
    // Each part is of one account, or of none.
    const auto isExternal = [](const domain::AccessRequest &one) {
        return one.items.first().state == domain::ItemState::External;
    };
    std::copy_if(asked.requests.begin(), asked.requests.end(), std::back_inserter(asked.external),
                 isExternal);
    asked.requests.removeIf(isExternal);
    return asked;
}

domain::AgreementState stateOf(const domain::Agreement &agreement, const items::AccessBoard &board)
{
    return domain::agreementState(agreement, board.today, items::isRenewed(board, agreement));
}

} // namespace portolan::cli
