// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/accessset.h"

#include "models/domain/approval.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"
#include "models/formats/policies/defaults.h"
#include "models/formats/policies/policyfile.h"
#include "models/formats/workspace/approvers.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {
namespace {

using domain::Finding;
using domain::HeldRequest;

bool isNamedYaml(const QString &path)
{
    return path.endsWith(u".yaml"_s) || path.endsWith(u".yml"_s);
}

bool isPoliciesPlace(const QString &path)
{
    return path.startsWith(u"policies/"_s) && path.count(u'/') == 1 && isNamedYaml(path);
}

Finding note(const QString &path, Finding::Severity severity, const QString &rule,
             const QString &message, const QString &remedy)
{
    Finding finding;
    finding.file = path;
    finding.severity = severity;
    finding.rule = rule;
    finding.message = message;
    finding.remedy = remedy;
    return finding;
}

Finding misplaced(const QString &path)
{
    return note(path, Finding::Severity::Error, u"access.misplaced"_s,
                u"This is a file of access, and it counts for nothing where it stands"_s,
                u"Move it to access/requests, access/decisions/<item>, access/agreements or "
                "access/grants, under the name of its id"_s);
}

} // namespace

bool isAccessPlace(const QString &path)
{
    const bool isAccess = path.startsWith(u"access/requests/"_s)
        || path.startsWith(u"access/decisions/"_s) || path.startsWith(u"access/agreements/"_s)
        || path.startsWith(u"access/grants/"_s);
    return (isAccess && isNamedYaml(path)) || isPoliciesPlace(path);
}

bool claimsToBeAccess(const QByteArray &bytes)
{
    const auto head = bytes.left(1024);
    return head.contains("portolan.access-request/") || head.contains("portolan.access-decision/")
        || head.contains("portolan.agreement/") || head.contains("portolan.grant/");
}

ReadAccessFile readAccessFile(const QString &path, const QByteArray &bytes)
{
    ReadAccessFile read;
    read.file.bytes = bytes;
    if (isPoliciesPlace(path)) {
        // What is wrong with policies shows only when all their files are read together.
        read.file.isPolicies = true;
    } else if (path.startsWith(u"access/requests/"_s)) {
        auto request = access::readRequest(path, bytes);
        read.file.request = std::move(request.value);
        read.findings = std::move(request.findings);
    } else if (path.startsWith(u"access/decisions/"_s)) {
        auto decision = access::readDecision(path, bytes);
        read.file.decision = std::move(decision.value);
        read.findings = std::move(decision.findings);
    } else if (path.startsWith(u"access/agreements/"_s)) {
        read.file.isAgreement = true;
        read.findings = access::readAgreement(path, bytes).findings;
    } else if (path.startsWith(u"access/grants/"_s)) {
        auto grant = access::readGrant(path, bytes);
        read.file.grant = std::move(grant.value);
        read.findings = std::move(grant.findings);
    } else {
        read.findings.append(misplaced(path));
    }
    return read;
}

void AccessSet::add(const QString &path, const AccessFile &file)
{
    m_files.insert(path, file);
    if (file.decision)
        m_decisions[file.decision->item].append(path);
    else if (const auto place = access::accessPathOf(path);
             place && place->kind == access::AccessPath::Kind::Decision)
        m_unread.append(place->item);
}

domain::AccessBook AccessSet::book(const QList<domain::Record> &records, const IsShared &isShared)
{
    domain::AccessBook book;
    QList<policies::PolicyFile> policyFiles;
    auto paths = m_files.keys();
    paths.sort();
    for (const auto &path : std::as_const(paths)) {
        const auto &file = m_files[path];
        if (file.isPolicies)
            policyFiles.append({.path = path, .bytes = file.bytes});
        if (file.decision)
            book.decisions.append({.decision = *file.decision,
                                   .place = path,
                                   .isShared = isShared(path, file.bytes)});
        if (file.grant)
            book.grants.append(
                {.grant = *file.grant, .place = path, .isShared = isShared(path, file.bytes)});
        if (file.request)
            book.requests.append({.request = *file.request,
                                  .place = path,
                                  .sha256 = access::sha256Of(*file.request),
                                  .isShared = isShared(path, file.bytes)});
    }
    if (policyFiles.isEmpty()) {
        book.policies = policies::defaultPolicies();
    } else {
        auto read = policies::readPolicies(policyFiles);
        book.policies = std::move(read.set);
        m_findings.append(read.findings);
    }
    const Approvers approvers(records);
    for (auto &held : book.requests) {
        judge(held, book.policies);
        for (const auto &finding : approvers.findingsOf(held))
            report(&held, finding);
    }
    reportOrphans(book.requests);
    reportGrants(book.grants);
    return book;
}

void AccessSet::report(HeldRequest *held, const Finding &finding)
{
    m_findings.append(finding);
    if (held != nullptr)
        held->findings.append(finding);
}

void AccessSet::judge(HeldRequest &held, const domain::PolicySet &policies)
{
    QList<domain::AccessDecision> decisions;
    for (const auto &item : held.request.items) {
        for (const auto &place : m_decisions.value(item.id))
            decisions.append(*m_files[place].decision);
    }
    for (const auto &item : held.request.items) {
        if (m_unread.contains(item.id))
            held.unread.append(item.id);
    }
    const auto outcome = domain::outcomeOf(
        held.request, decisions,
        {.ownRequests = policies.ownRequests, .asked = held.sha256, .unread = held.unread});
    checkDecisions(held, outcome);
    checkAgreements(held, outcome);
    for (const auto &item : outcome.items) {
        if (held.unread.contains(item.item))
            report(
                &held,
                note(
                    held.place, Finding::Severity::Error, u"access.unread"_s,
                    u"A decision about this request cannot be read: nothing is granted until it can"_s,
                    u"Mend its file, or bring it back from the repository"_s));
        else if (item.isContradicted)
            report(&held,
                   note(held.place, Finding::Severity::Error, u"access.contradiction"_s,
                        u"Decisions about this request exclude each other: nothing is granted"_s,
                        u"One of those who decided takes their decision back by another one"_s));
    }
}

//! Says which decisions have no effect because of who made them, or of what has changed since.
void AccessSet::checkDecisions(const HeldRequest &held, const domain::RequestOutcome &outcome)
{
    for (const auto &judged : outcome.decisions) {
        const auto place = access::decisionPath(judged.decision.item, judged.decision.id);
        const auto who = domain::textOf(judged.decision.by);
        switch (judged.effect) {
        case domain::DecisionEffect::ByAsker:
            m_findings.append(
                note(place, Finding::Severity::Warning, u"access.own-request"_s,
                     u"%1 decided about their own request: it has no effect"_s.arg(who.left(80)),
                     u"Somebody else decides"_s));
            break;
        case domain::DecisionEffect::NoApprover:
            m_findings.append(
                note(place, Finding::Severity::Warning, u"access.no-approver"_s,
                     u"%1 is not among those who decide here: it has no effect"_s.arg(who.left(80)),
                     u"Those whom the request names decide"_s));
            break;
        case domain::DecisionEffect::OtherRequest:
            m_findings.append(
                note(place, Finding::Severity::Warning, u"access.other-request"_s,
                     u"The request %1 was changed after this decision: it has no effect"_s.arg(
                         domain::labelOf(held.request.id)),
                     u"See what has changed, and decide again"_s));
            break;
        case domain::DecisionEffect::Counts:
        case domain::DecisionEffect::Replaced:
        case domain::DecisionEffect::TooLate:
        case domain::DecisionEffect::UnknownItem:
            break;
        }
    }
}

//! Says where what stands in access/agreements is not what follows from the decisions.
void AccessSet::checkAgreements(HeldRequest &held, const domain::RequestOutcome &outcome)
{
    for (const auto &expected : access::agreementFiles(outcome)) {
        const auto file = m_files.constFind(expected.path);
        const bool exists = file != m_files.cend();
        const auto remedy =
            u"Remove the file, or bring it back from the repository; what is granted follows from "
            "the decisions alone"_s;
        if (exists && expected.bytes.isNull())
            report(&held,
                   note(expected.path, Finding::Severity::Error, u"access.agreement"_s,
                        u"The decisions about request %1 grant nothing that this agreement "
                        "says"_s.arg(domain::labelOf(held.request.id)),
                        remedy));
        else if (exists && file->bytes != expected.bytes)
            report(&held,
                   note(expected.path, Finding::Severity::Error, u"access.agreement"_s,
                        u"This agreement is not the one that follows from the decisions about "
                        "request %1"_s.arg(domain::labelOf(held.request.id)),
                        remedy));
        else if (!exists && !expected.bytes.isNull())
            report(&held,
                   note(expected.path, Finding::Severity::Info, u"access.agreement"_s,
                        u"The agreement that follows from the decisions about request %1 is not "
                        "written yet"_s.arg(domain::labelOf(held.request.id)),
                        u"The next decision about the request writes it"_s));
    }
}

//! Says which grants tell something that cannot follow what they told before.
void AccessSet::reportGrants(const QList<domain::HeldGrant> &grants)
{
    for (const auto &held : grants) {
        const auto outcome = domain::outcomeOf(held.grant);
        for (const auto &change : outcome.ignored)
            m_findings.append(note(held.place, Finding::Severity::Warning, u"access.grant-step"_s,
                                   u"\"%1\" cannot follow what this grant told before: it is left "
                                   "out"_s.arg(domain::stateWord(change.state)),
                                   u"Add the states in between, or correct the file"_s));
    }
}

//! Says which decisions, agreements and grants are about no request that there is.
void AccessSet::reportOrphans(const QList<HeldRequest> &requests)
{
    QSet<QUuid> items;
    QSet<QUuid> agreements;
    for (const auto &held : requests) {
        for (const auto &item : held.request.items) {
            items.insert(item.id);
            agreements.insert(domain::agreementIdOf(item.id));
        }
    }
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
        const auto place = access::accessPathOf(it.key());
        const auto isLost = (it->decision && !items.contains(it->decision->item))
            || (it->isAgreement && !(place && agreements.contains(place->id)))
            || (it->grant && !agreements.contains(it->grant->agreement));
        if (isLost)
            m_findings.append(note(it.key(), Finding::Severity::Warning, u"access.orphan"_s,
                                   u"This is about a request that is not here, or that cannot be "
                                   "read: it has no effect"_s,
                                   u"Bring the request back from the repository, or remove this "
                                   "file"_s));
    }
}

} // namespace portolan::formats::workspace
