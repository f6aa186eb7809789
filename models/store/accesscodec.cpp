// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the codec that is about access; see codecmembers.h.
#include "models/store/archive.h"
#include "models/store/codec.h"

namespace portolan::store {

using namespace domain;

void visit(auto &archive, Is<Finding> auto &object)
{
    auto &[file, line, column, severity, rule, field, message, remedy] = object;
    archive(file, line, column, severity, rule, field, message, remedy);
}

void visit(auto &archive, Is<Actor> auto &object)
{
    auto &[name, email] = object;
    archive(name, email);
}

void visit(auto &archive, Is<Consumer> auto &object)
{
    auto &[kind, id, name] = object;
    archive(kind, id, name);
}

void visit(auto &archive, Is<AcceptedTerms> auto &object)
{
    auto &[id, version, sha256] = object;
    archive(id, version, sha256);
}

void visit(auto &archive, Is<ApprovalStep> auto &object)
{
    auto &[role, approvers] = object;
    archive(role, approvers);
}

void visit(auto &archive, Is<AccessItem> auto &object)
{
    auto &[id, port, product, account, role, fields, steps, state, nativeId] = object;
    archive(id, port, product, account, role, fields, steps, state, nativeId);
}

void visit(auto &archive, Is<PolicyVerdict> auto &object)
{
    auto &[policy, result, severity, message, remedy, port, field, source, decisionId] = object;
    archive(policy, result, severity, message, remedy, port, field, source, decisionId);
}

void visit(auto &archive, Is<AccessRequest> auto &object)
{
    auto &[id, items, consumer, purpose, justification, from, to, terms, asker, created, renews,
           exception, verdicts] = object;
    archive(id, items, consumer, purpose, justification, from, to, terms, asker, created, renews,
            exception, verdicts);
}

void visit(auto &archive, Is<AccessDecision> auto &object)
{
    auto &[id, item, kind, by, at, step, reason, asked, replaces] = object;
    archive(id, item, kind, by, at, step, reason, asked, replaces);
}

void visit(auto &archive, Is<HeldRequest> auto &object)
{
    auto &[request, place, sha256, isShared, unread, findings] = object;
    archive(request, place, sha256, isShared, unread, findings);
}

void visit(auto &archive, Is<HeldDecision> auto &object)
{
    auto &[decision, place, isShared] = object;
    archive(decision, place, isShared);
}

void visit(auto &archive, Is<GrantChange> auto &object)
{
    auto &[state, at, diagnostics] = object;
    archive(state, at, diagnostics);
}

void visit(auto &archive, Is<Grant> auto &object)
{
    auto &[agreement, platform, reference, changes] = object;
    archive(agreement, platform, reference, changes);
}

void visit(auto &archive, Is<HeldGrant> auto &object)
{
    auto &[grant, place, isShared] = object;
    archive(grant, place, isShared);
}

void visit(auto &archive, Is<PolicyParameters> auto &object)
{
    auto &[allowed, properties, classifications, minimum, maxDays, share, of, standard, pattern] =
        object;
    archive(allowed, properties, classifications, minimum, maxDays, share, of, standard, pattern);
}

void visit(auto &archive, Is<PolicyRule> auto &object)
{
    auto &[id, kind, scope, severity, message, remedy, parameters, mistake] = object;
    archive(id, kind, scope, severity, message, remedy, parameters, mistake);
}

void visit(auto &archive, Is<Purpose> auto &object)
{
    auto &[code, title, description, classifications, maxDays] = object;
    archive(code, title, description, classifications, maxDays);
}

void visit(auto &archive, Is<PolicySet> auto &object)
{
    auto &[rules, purposes, ownRequests] = object;
    archive(rules, purposes, ownRequests);
}

namespace {

template <typename T>
T decoded(const QByteArray &bytes)
{
    T value;
    decode(bytes, value);
    return value;
}

} // namespace

QByteArray encodeRequest(const HeldRequest &held)
{
    return encoded(held);
}

HeldRequest decodeRequest(const QByteArray &bytes)
{
    return decoded<HeldRequest>(bytes);
}

QByteArray encodeDecision(const HeldDecision &held)
{
    return encoded(held);
}

HeldDecision decodeDecision(const QByteArray &bytes)
{
    return decoded<HeldDecision>(bytes);
}

QByteArray encodeGrant(const HeldGrant &held)
{
    return encoded(held);
}

HeldGrant decodeGrant(const QByteArray &bytes)
{
    return decoded<HeldGrant>(bytes);
}

QByteArray encodePolicies(const PolicySet &policies)
{
    return encoded(policies);
}

PolicySet decodePolicies(const QByteArray &bytes)
{
    return decoded<PolicySet>(bytes);
}

} // namespace portolan::store
