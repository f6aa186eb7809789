// SPDX-License-Identifier: GPL-3.0-or-later
// accessstory.cpp tells the story; the files follow from it by the same functions that write the
// requests of real people, so that their hashes and ids are right on every day.
#include "app/demo/accessfiles.h"

#include "app/demo/accessstory.h"
#include "app/demo/accessterms.h"
#include "app/demo/grantstory.h"
#include "models/domain/accessfold.h"
#include "models/domain/approval.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {
namespace {

using domain::DecisionKind;

domain::Actor actorOf(const char *name)
{
    const auto text = QString::fromUtf8(name);
    return {.name = text, .email = text.toLower().replace(u' ', u'.') % u"@norrholt.example"_s};
}

QUuid idOf(const char *name, qint64 turn)
{
    return QUuid(QString::fromLatin1(Story::uuid(QByteArray("access/") + name, turn)));
}

QDateTime timeOf(Seconds moment)
{
    return QDateTime::fromSecsSinceEpoch(moment, Qt::UTC);
}

QList<domain::ApprovalStep> stepsOf(const Wish &wish)
{
    QList<domain::ApprovalStep> steps{{u"first level"_s, {actorOf(wish.first).email}}};
    if (wish.second != nullptr)
        steps.append({u"second level"_s, {actorOf(wish.second).email}});
    return steps;
}

domain::AccessRequest requestOf(const Story &story, const Asked &asked)
{
    constexpr Seconds office = 9 * hour + 20 * minute;
    domain::AccessRequest request{.id = idOf(asked.name, 0),
                                  .consumer = {domain::EntityKind::Product,
                                               QString::fromUtf8(asked.consumer),
                                               QString::fromUtf8(asked.consumerName)},
                                  .purpose = QString::fromUtf8(asked.purpose),
                                  .justification = QString::fromUtf8(asked.why),
                                  .from = story.date(asked.from),
                                  .to = story.date(asked.to),
                                  .asker = actorOf(asked.by),
                                  .created = timeOf(story.at(asked.created, office))};
    for (const auto &wish : asked.wishes) {
        if (wish.product == nullptr)
            continue;
        const QString product = QString::fromUtf8(wish.product);
        const QString port = product % u'#' % QString::fromUtf8(wish.port);
        request.items.append({.id = domain::itemIdOf(request.id, port),
                              .port = port,
                              .product = product,
                              .account = u"demo"_s,
                              .role = QString::fromUtf8(wish.role),
                              .steps = stepsOf(wish),
                              .state = domain::ItemState::Submitted});
        for (const auto &terms : termsOf(product)) {
            if (!request.terms.contains(terms))
                request.terms.append(terms);
        }
    }
    if (asked.renews != nullptr)
        request.renews = domain::agreementIdOf(
            domain::itemIdOf(idOf(asked.renews, 0), request.items.first().port));
    if (asked.exception != nullptr) {
        request.exception = QString::fromUtf8(asked.exception);
        request.verdicts.append(
            {.policy = u"purpose-for-personal-data"_s,
             .result = domain::PolicyResult::Fail,
             .message = u"The purpose does not allow personal data"_s,
             .remedy = u"Leave these fields out, or choose a purpose that allows them"_s,
             .port = request.items.first().port,
             .source = u"local"_s});
    }
    return request;
}

QList<domain::AccessDecision> decisionsOf(const Story &story, const Asked &asked,
                                          const domain::AccessRequest &request)
{
    QList<domain::AccessDecision> decisions;
    for (const auto &said : asked.said) {
        if (said.by == nullptr)
            continue;
        const auto turn = decisions.size() + 1;
        const bool isVote = said.kind == DecisionKind::Approve || said.kind == DecisionKind::Reject;
        decisions.append({.id = idOf(asked.name, turn),
                          .item = request.items.at(said.item).id,
                          .kind = said.kind,
                          .by = actorOf(said.by),
                          .at = timeOf(story.at(said.day, 13 * hour + turn * 7 * minute)),
                          .reason = QString::fromUtf8(said.reason),
                          .asked = isVote ? formats::access::sha256Of(request) : QString()});
    }
    return decisions;
}

//! What was told of the agreements that \a asked, which is \a request, has led to.
void writeGrants(const Story &story, const Asked &asked, const domain::AccessRequest &request,
                 ResultFiles &files)
{
    for (const auto &given : givenAccess()) {
        if (QLatin1String(given.request) != QLatin1String(asked.name))
            continue;
        domain::Grant grant{.agreement = domain::agreementIdOf(request.items.at(given.item).id),
                            .platform = QString::fromUtf8(given.platform),
                            .reference = QString::fromUtf8(given.reference)};
        for (const auto &told : given.told) {
            if (told.state == domain::GrantState::None)
                continue;
            const auto turn = grant.changes.size() + 1;
            grant.changes.append({.state = told.state,
                                  .at = timeOf(story.at(told.day, 8 * hour + turn * 25 * minute)),
                                  .diagnostics = QString::fromUtf8(told.diagnostics)});
        }
        files.write(formats::access::grantPath(grant.agreement), formats::access::write(grant));
    }
}

} // namespace

void writeAccess(const Story &story, ResultFiles &files)
{
    for (const auto &asked : askedFor()) {
        const auto request = requestOf(story, asked);
        const auto decisions = decisionsOf(story, asked, request);
        files.write(formats::access::requestPath(request.id), formats::access::write(request));
        for (const auto &decision : decisions)
            files.write(formats::access::decisionPath(decision.item, decision.id),
                        formats::access::write(decision));
        const auto outcome =
            domain::outcomeOf(request, decisions, {.asked = formats::access::sha256Of(request)});
        for (const auto &agreement : formats::access::agreementFiles(outcome)) {
            if (!agreement.bytes.isNull())
                files.write(agreement.path, agreement.bytes);
        }
        writeGrants(story, asked, request, files);
    }
}

QString demoPerson()
{
    return domain::textOf(actorOf(demoPersonName));
}

} // namespace portolan::demo
