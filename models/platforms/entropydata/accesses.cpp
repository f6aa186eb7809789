// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/accesses.h"

#include "models/domain/approval.h"
#include "models/formats/policies/defaults.h"

#include <QHash>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using domain::AccessDecision;
using domain::DecisionKind;

QDateTime timeIn(const QHash<QString, QString> &times, const QString &id)
{
    return QDateTime::fromString(times.value(id), Qt::ISODateWithMs).toUTC();
}

domain::Finding noteAbout(const QString &place, domain::Finding::Severity severity,
                          const QString &rule, const QString &message)
{
    return {
        .file = place, .severity = severity, .rule = u"entropy-data."_s + rule, .message = message};
}

//! Who decides about \a doc: one step, of the team that provides the port. What was decided was
//! decided by somebody whom the platform does not name. A document need not name the team, and what
//! is sent from here does not: then it is whose product it is.
domain::ApprovalStep stepOf(const AccessDoc &doc, const Teams &teams, const Ledger &ledger)
{
    const auto team = doc.providerTeam.isEmpty() ? bareId(teamType, ledger.entry(doc.product).owner)
                                                 : doc.providerTeam;
    const auto members = teams.membersOf(team);
    auto approvers = domain::ownersIn(members);
    for (const auto &member : members) {
        if (approvers.isEmpty() || domain::ownersIn(members).isEmpty())
            approvers += domain::emailsIn(member.username);
    }
    approvers.removeDuplicates();
    if (doc.status != AccessStatus::Requested)
        approvers.append(platformActor().email);
    return {.role = u"owner"_s, .approvers = approvers};
}

void addDecision(domain::AccessBook &book, const AccessDoc &doc, const QString &place,
                 DecisionKind kind, const QDateTime &at)
{
    const auto word = domain::decisionWord(kind);
    book.decisions.append({.decision = {.id = QUuid::createUuidV5(doc.item, word),
                                        .item = doc.item,
                                        .kind = kind,
                                        .by = platformActor(),
                                        .at = at},
                           .place = place % u'#' % word,
                           .isShared = true});
}

} // namespace

domain::Actor platformActor()
{
    return {.name = u"Entropy Data"_s, .email = u"decided@entropy-data.invalid"_s};
}

void Accesses::put(AccessDoc doc)
{
    const auto id = doc.id;
    m_docs.insert(id, std::move(doc));
}

std::optional<AccessDoc> Accesses::find(const QString &id) const
{
    const auto found = m_docs.constFind(id);
    return found == m_docs.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<AccessDoc> Accesses::ofItem(const QUuid &item) const
{
    for (const auto &doc : m_docs) {
        if (doc.item == item)
            return doc;
    }
    return {};
}

QList<AccessDoc> Accesses::ofRequest(const QUuid &id) const
{
    QList<AccessDoc> docs;
    for (const auto &doc : m_docs) {
        if (doc.request == id)
            docs.append(doc);
    }
    return docs;
}

QList<ProductAccess> Accesses::grantedTo(const QString &product) const
{
    QList<ProductAccess> granted;
    for (const auto &doc : m_docs) {
        if (doc.status == AccessStatus::Approved && doc.asked.consumer.id == product)
            granted.append({.port = doc.port, .contract = doc.contract});
    }
    return granted;
}

QHash<QString, QString> Accesses::readers() const
{
    QHash<QString, QString> readers;
    for (const auto &doc : m_docs) {
        if (doc.status == AccessStatus::Approved
            && doc.asked.consumer.kind == domain::EntityKind::Product)
            readers.insert(doc.id, doc.asked.consumer.id);
    }
    return readers;
}

domain::AccessBook Accesses::book(const Teams &teams, const Portal &portal, const Ledger &ledger,
                                  QDate today) const
{
    using Severity = domain::Finding::Severity;
    domain::AccessBook book{.policies = formats::policies::defaultPolicies()};
    QHash<QUuid, qsizetype> known; // by request: documents of one request become its items
    for (const auto &doc : m_docs) {
        const auto place = portal.page(u"access", doc.id);
        auto request = doc.asked;
        request.items.first().steps = {stepOf(doc, teams, ledger)};
        if (!request.created.isValid())
            request.created = timeIn(ledger.asked(), doc.id);
        auto at = known.value(doc.request, -1);
        if (at < 0) {
            at = book.requests.size();
            known.insert(doc.request, at);
            book.requests.append({.request = request, .place = place, .isShared = true});
        } else {
            book.requests[at].request.items += request.items;
        }
        auto &held = book.requests[at];
        if (doc.grant)
            book.grants.append({.grant = *doc.grant, .place = place, .isShared = true});
        const auto decided = timeIn(ledger.decided(), doc.id);
        if (doc.status == AccessStatus::Other)
            held.findings.append(noteAbout(place, Severity::Info, u"status"_s,
                                           u"The platform calls it \"%1\""_s.arg(doc.word)));
        if (doc.status != AccessStatus::Approved && doc.status != AccessStatus::Rejected)
            continue;
        addDecision(book, doc, place,
                    doc.status == AccessStatus::Approved ? DecisionKind::Approve
                                                         : DecisionKind::Reject,
                    decided);
        if (doc.isOver(today))
            addDecision(book, doc, place, DecisionKind::Terminate, decided);
        held.findings.append(noteAbout(
            place, Severity::Info, u"reason"_s,
            u"The platform keeps neither who decided nor why: what was given as a reason stays on "
            "the machine of who gave it"_s));
    }
    for (auto &held : book.requests)
        held.sha256 = sha256Of(held.request);
    return book;
}

} // namespace portolan::platforms::entropydata
