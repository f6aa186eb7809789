// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/read.h"

#include "models/base/identity.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"
#include "models/formats/document/memberreader.h"
#include "models/formats/document/mergeconflict.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::access {
namespace {

using document::MemberReader;
using document::Node;
using document::Presence;
using domain::AcceptedTerms;
using domain::AccessDecision;
using domain::AccessItem;
using domain::AccessRequest;
using domain::Actor;
using domain::Agreement;
using Key = std::string_view;

constexpr std::array requestKeys{
    Key("format"),   Key("id"),      Key("created"),       Key("asker"),
    Key("consumer"), Key("purpose"), Key("justification"), Key("exception"),
    Key("from"),     Key("to"),      Key("renews"),        Key("terms"),
    Key("items"),    Key("verdicts")};
constexpr std::array itemKeys{Key("id"),   Key("port"),   Key("product"), Key("account"),
                              Key("role"), Key("fields"), Key("steps")};
constexpr std::array stepKeys{Key("role"), Key("approvers")};
constexpr std::array actorKeys{Key("name"), Key("email")};
constexpr std::array consumerKeys{Key("kind"), Key("id"), Key("name")};
constexpr std::array termsKeys{Key("id"), Key("version"), Key("sha256")};
constexpr std::array verdictKeys{Key("policy"),  Key("result"), Key("severity"),
                                 Key("message"), Key("remedy"), Key("port"),
                                 Key("field"),   Key("source"), Key("decisionId")};
constexpr std::array decisionKeys{Key("format"), Key("id"),      Key("item"), Key("decision"),
                                  Key("step"),   Key("by"),      Key("at"),   Key("reason"),
                                  Key("asked"),  Key("replaces")};
constexpr std::array agreementKeys{Key("format"),   Key("id"),      Key("request"), Key("item"),
                                   Key("state"),    Key("port"),    Key("product"), Key("account"),
                                   Key("consumer"), Key("purpose"), Key("role"),    Key("fields"),
                                   Key("from"),     Key("to"),      Key("renews"),  Key("terms")};
constexpr std::array grantKeys{Key("format"), Key("agreement"), Key("platform"), Key("reference"),
                               Key("states")};
// Each is kept, shown and may be a finding: of a file that anybody may write, so many are no story.
constexpr qsizetype mostStates = 500;
constexpr std::array changeKeys{Key("state"), Key("at"), Key("diagnostics")};

//! A file that is being read.
struct Source
{
    document::Document document;
    MemberReader reader;

    Node root() const { return document.root(); }
};

//! Opens the file at \a path, which has to say that its form is \a format.
Source openSource(const QString &path, const QByteArray &bytes, const QString &format)
{
    Source source{.reader = MemberReader(path, u"access"_s)};
    if (const auto conflict = document::mergeConflictIn(path, bytes)) {
        source.reader.findings.append(*conflict);
        return source;
    }
    source.document = document::read(path, bytes);
    source.reader.findings = source.document.findings;
    const auto root = source.root();
    if (root.exists() && root["format"].text() != format)
        source.reader.refuse(root.has("format") ? root["format"] : root, u"format"_s, u"format"_s,
                             u"This file does not say that it is %1"_s.arg(format),
                             u"Update Portolan if the file is of a newer version, or move it to "
                             "where it belongs"_s);
    return source;
}

template <typename T>
Read<T> closeSource(const Source &source, T value)
{
    auto findings = source.reader.findings;
    std::stable_sort(findings.begin(), findings.end(), domain::comesBefore);
    const auto isWrong = source.reader.hasErrors()
        || std::any_of(findings.begin(), findings.end(), [](const auto &finding) {
                             return finding.severity == domain::Finding::Severity::Error;
                         });
    if (isWrong)
        return {.findings = findings};
    return {.value = std::move(value), .findings = findings};
}

void demand(Source &source, bool holds, const char *key, const QString &message)
{
    const auto node = source.root()[key];
    if (!holds && !source.reader.hasErrors())
        source.reader.refuse(node.exists() ? node : source.root(), u"place"_s,
                             QString::fromLatin1(key), message,
                             u"Bring the file back from the repository; a request or decision is "
                             "made anew, never copied"_s);
}

Actor actorOf(MemberReader &reader, const Node &root, Key key)
{
    const auto path = document::memberPath({}, key);
    const auto node = reader.mapping(root, key, {}, Presence::Required);
    reader.noteUnknown(node, actorKeys, path);
    return {.name = reader.text(node, "name", path), .email = reader.text(node, "email", path)};
}

domain::Consumer consumerOf(MemberReader &reader, const Node &root)
{
    const auto path = u"consumer"_s;
    const auto node = reader.mapping(root, "consumer", {}, Presence::Required);
    reader.noteUnknown(node, consumerKeys, path);
    domain::Consumer consumer{.id = reader.text(node, "id", path),
                              .name = reader.text(node, "name", path)};
    const auto word = reader.text(node, "kind", path, Presence::Required);
    if (const auto kind = domain::kindFromWord(word))
        consumer.kind = *kind;
    else if (!word.isEmpty())
        reader.refuse(node["kind"], u"word"_s, u"consumer.kind"_s,
                      u"There is no kind \"%1\""_s.arg(word.left(40)), u"Write team or product"_s);
    return consumer;
}

QList<AcceptedTerms> termsOf(MemberReader &reader, const Node &root)
{
    QList<AcceptedTerms> terms;
    for (const auto node : reader.mappings(root, "terms", {})) {
        const auto path = u"terms[%1]"_s.arg(terms.size());
        reader.noteUnknown(node, termsKeys, path);
        terms.append({.id = reader.text(node, "id", path),
                      .version = reader.text(node, "version", path),
                      .sha256 = reader.text(node, "sha256", path)});
    }
    return terms;
}

QList<domain::ApprovalStep> stepsOf(MemberReader &reader, const Node &item, const QString &at)
{
    QList<domain::ApprovalStep> steps;
    for (const auto node : reader.mappings(item, "steps", at)) {
        const auto path = u"%1.steps[%2]"_s.arg(at).arg(steps.size());
        reader.noteUnknown(node, stepKeys, path);
        steps.append({.role = reader.text(node, "role", path, Presence::Required),
                      .approvers = reader.texts(node, "approvers", path)});
    }
    return steps;
}

AccessItem itemOf(MemberReader &reader, const Node &node, const QString &path)
{
    reader.noteUnknown(node, itemKeys, path);
    return {.id = reader.uuid(node, "id", path, Presence::Required),
            .port = reader.text(node, "port", path, Presence::Required),
            .product = reader.text(node, "product", path),
            .account = reader.text(node, "account", path),
            .role = reader.text(node, "role", path),
            .fields = reader.texts(node, "fields", path),
            .steps = stepsOf(reader, node, path),
            .state = domain::ItemState::Submitted};
}

//! Reads the items of \a request. Who may decide about an item is found by its id, so the id has to
//! be that of the request and the port.
void readItems(MemberReader &reader, const Node &root, AccessRequest &request)
{
    QSet<QUuid> known;
    for (const auto node : reader.mappings(root, "items", {})) {
        const auto path = u"items[%1]"_s.arg(request.items.size());
        const auto item = itemOf(reader, node, path);
        const auto isOwn = item.id == domain::itemIdOf(request.id, item.port);
        if (!reader.hasErrors() && (!isOwn || known.contains(item.id)))
            reader.refuse(node, u"item"_s, path,
                          isOwn ? u"The port \"%1\" is asked for twice"_s.arg(item.port.left(60))
                                : u"The id of this item is not that of its request and port"_s,
                          u"Make the request anew"_s);
        known.insert(item.id);
        request.items.append(item);
    }
}

domain::PolicyVerdict verdictOf(MemberReader &reader, const Node &node, const QString &path)
{
    reader.noteUnknown(node, verdictKeys, path);
    domain::PolicyVerdict verdict{.policy = reader.text(node, "policy", path),
                                  .message = reader.text(node, "message", path),
                                  .remedy = reader.text(node, "remedy", path),
                                  .port = reader.text(node, "port", path),
                                  .field = reader.text(node, "field", path),
                                  .source = reader.text(node, "source", path),
                                  .decisionId = reader.text(node, "decisionId", path)};
    // A word that nobody knows is no verdict that anybody could rely on.
    verdict.result = domain::resultFromWord(reader.text(node, "result", path))
                         .value_or(domain::PolicyResult::Unknown);
    const auto severity = reader.text(node, "severity", path);
    for (const auto one : {domain::Finding::Severity::Warning, domain::Finding::Severity::Info}) {
        if (domain::severityWord(one) == severity)
            verdict.severity = one;
    }
    return verdict;
}

domain::GrantChange changeOf(MemberReader &reader, const Node &node, const QString &path)
{
    reader.noteUnknown(node, changeKeys, path);
    domain::GrantChange change{.diagnostics = reader.text(node, "diagnostics", path)};
    if (node.has("at")) // who gives access by hand may not know when
        change.at = reader.instant(node, "at", path);
    const auto word = reader.text(node, "state", path, Presence::Required);
    if (const auto state = domain::grantStateFromWord(word))
        change.state = *state;
    else if (!word.isEmpty())
        reader.refuse(node["state"], u"word"_s, document::memberPath(path, "state"),
                      u"There is no state \"%1\" of grants"_s.arg(word.left(40)),
                      u"Write provisioning, provisioned, deprovisioning, deprovisioned or "
                      "failed"_s);
    return change;
}

} // namespace

Read<AccessRequest> readRequest(const QString &path, const QByteArray &bytes)
{
    auto source = openSource(path, bytes, u"portolan.access-request/1"_s);
    auto &reader = source.reader;
    AccessRequest request;
    if (const auto root = source.root(); root.isMapping() && !reader.hasErrors()) {
        reader.noteUnknown(root, requestKeys, {});
        request = {.id = reader.uuid(root, "id", {}, Presence::Required),
                   .consumer = consumerOf(reader, root),
                   .purpose = reader.text(root, "purpose", {}),
                   .justification = reader.text(root, "justification", {}),
                   .from = reader.date(root, "from", {}),
                   .to = reader.date(root, "to", {}),
                   .terms = termsOf(reader, root),
                   .asker = actorOf(reader, root, "asker"),
                   .created = reader.instant(root, "created", {}),
                   .renews = reader.uuid(root, "renews", {}),
                   .exception = reader.text(root, "exception", {})};
        readItems(reader, root, request);
        for (const auto node : reader.mappings(root, "verdicts", {}))
            request.verdicts.append(
                verdictOf(reader, node, u"verdicts[%1]"_s.arg(request.verdicts.size())));
        demand(source, path == requestPath(request.id), "id",
               u"The id of the request is not the name of its file"_s);
    }
    return closeSource(source, std::move(request));
}

Read<AccessDecision> readDecision(const QString &path, const QByteArray &bytes)
{
    auto source = openSource(path, bytes, u"portolan.access-decision/1"_s);
    auto &reader = source.reader;
    AccessDecision decision;
    if (const auto root = source.root(); root.isMapping() && !reader.hasErrors()) {
        reader.noteUnknown(root, decisionKeys, {});
        decision = {.id = reader.uuid(root, "id", {}, Presence::Required),
                    .item = reader.uuid(root, "item", {}, Presence::Required),
                    .by = actorOf(reader, root, "by"),
                    .at = reader.instant(root, "at", {}),
                    .step = reader.text(root, "step", {}),
                    .reason = reader.text(root, "reason", {}),
                    .asked = reader.text(root, "asked", {})};
        const auto word = reader.text(root, "decision", {}, Presence::Required);
        if (const auto kind = domain::decisionFromWord(word))
            decision.kind = *kind;
        else if (!word.isEmpty())
            reader.refuse(root["decision"], u"word"_s, u"decision"_s,
                          u"There is no decision \"%1\""_s.arg(word.left(40)),
                          u"Update Portolan if a newer version wrote it"_s);
        for (const auto &text : reader.texts(root, "replaces", {})) {
            decision.replaces.append(QUuid(text));
            if (decision.replaces.last().isNull())
                reader.refuse(root["replaces"], u"uuid"_s, u"replaces"_s,
                              u"\"%1\" is no UUID"_s.arg(text.left(40)),
                              u"Write the ids of decisions"_s);
        }
        demand(source, path == decisionPath(decision.item, decision.id), "item",
               u"The decision is not about the item whose folder it stands in, or its id is not "
               "the name of its file"_s);
    }
    return closeSource(source, std::move(decision));
}

Read<Agreement> readAgreement(const QString &path, const QByteArray &bytes)
{
    auto source = openSource(path, bytes, u"portolan.agreement/1"_s);
    auto &reader = source.reader;
    Agreement agreement;
    if (const auto root = source.root(); root.isMapping() && !reader.hasErrors()) {
        reader.noteUnknown(root, agreementKeys, {});
        agreement = {.id = reader.uuid(root, "id", {}, Presence::Required),
                     .request = reader.uuid(root, "request", {}, Presence::Required),
                     .item = reader.uuid(root, "item", {}, Presence::Required),
                     .port = reader.text(root, "port", {}, Presence::Required),
                     .product = reader.text(root, "product", {}),
                     .account = reader.text(root, "account", {}),
                     .consumer = consumerOf(reader, root),
                     .purpose = reader.text(root, "purpose", {}),
                     .role = reader.text(root, "role", {}),
                     .fields = reader.texts(root, "fields", {}),
                     .from = reader.date(root, "from", {}),
                     .to = reader.date(root, "to", {}),
                     .terms = termsOf(reader, root),
                     .renews = reader.uuid(root, "renews", {})};
        const auto word = reader.text(root, "state", {}, Presence::Required);
        if (const auto standing = domain::standingFromWord(word))
            agreement.standing = *standing;
        else if (!word.isEmpty())
            reader.refuse(root["state"], u"word"_s, u"state"_s,
                          u"There is no state \"%1\" of agreements"_s.arg(word.left(40)),
                          u"Write active, suspended or terminated"_s);
        demand(source,
               path == agreementPath(agreement.id)
                   && agreement.id == domain::agreementIdOf(agreement.item)
                   && agreement.item == domain::itemIdOf(agreement.request, agreement.port),
               "id", u"The id of the agreement is not that of its item, or of its file"_s);
    }
    return closeSource(source, std::move(agreement));
}

Read<domain::Grant> readGrant(const QString &path, const QByteArray &bytes)
{
    auto source = openSource(path, bytes, u"portolan.grant/1"_s);
    auto &reader = source.reader;
    domain::Grant grant;
    if (const auto root = source.root(); root.isMapping() && !reader.hasErrors()) {
        reader.noteUnknown(root, grantKeys, {});
        grant = {.agreement = reader.uuid(root, "agreement", {}, Presence::Required),
                 .platform = reader.text(root, "platform", {}),
                 .reference = reader.text(root, "reference", {})};
        auto states = reader.mappings(root, "states", {});
        if (states.size() > mostStates) {
            reader.refuse(root["states"], u"number"_s, u"states"_s,
                          u"More than %1 states are told"_s.arg(mostStates),
                          u"Leave out what is old"_s);
            states.clear();
        }
        for (const auto &node : std::as_const(states))
            grant.changes.append(changeOf(reader, node, u"states[%1]"_s.arg(grant.changes.size())));
        demand(source, path == grantPath(grant.agreement), "agreement",
               u"The agreement is not the one that the file is named after"_s);
    }
    return closeSource(source, std::move(grant));
}

} // namespace portolan::formats::access
