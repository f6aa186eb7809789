// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/accessdoc.h"

#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/domain/approval.h"
#include "models/formats/bitol/parts.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using domain::EntityKind;
using formats::bitol::textOf;
using formats::bitol::textsOf;
using formats::document::Node;

//! Of requests that were not made here: one id on every machine.
const QUuid &foreignRequests()
{
    static const QUuid space(u"6f0b2c0e-9d5b-5a7e-8f3a-2b1c4d5e6f70"_s);
    return space;
}

domain::Consumer consumerIn(const Node &consumer)
{
    if (const auto product = textOf(consumer, "dataProductId"); !product.isEmpty())
        return {EntityKind::Product, nativeId(productType, product), product};
    if (const auto team = textOf(consumer, "teamId"); !team.isEmpty())
        return {EntityKind::Team, nativeId(teamType, team), team};
    const auto user = textOf(consumer, "userId");
    return {EntityKind::Person, nativeId(personType, user), user};
}

QJsonObject consumerJson(const domain::Consumer &consumer, const domain::Actor &asker)
{
    const auto &word = consumer.id.isEmpty() ? consumer.name : consumer.id;
    switch (consumer.kind) {
    case EntityKind::Product:
        return {{u"dataProductId"_s, bareId(productType, word)}};
    case EntityKind::Team:
        return {{u"teamId"_s, bareId(teamType, word)}};
    default:
        return {{u"userId"_s, word.isEmpty() ? asker.email : bareId(personType, word)}};
    }
}

QDate dayIn(const Node &node, std::string_view key)
{
    return QDate::fromString(textOf(node, key).left(10), Qt::ISODate);
}

AccessStatus statusOf(const QString &word)
{
    if (word == u"requested" || word.isEmpty())
        return AccessStatus::Requested;
    if (word == u"approved")
        return AccessStatus::Approved;
    return word == u"rejected" ? AccessStatus::Rejected : AccessStatus::Other;
}

QList<domain::AcceptedTerms> termsIn(const QString &text)
{
    QList<domain::AcceptedTerms> terms;
    const auto list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &value : list) {
        const auto one = value.toObject();
        terms.append({.id = one.value(u"id"_s).toString(),
                      .version = one.value(u"version"_s).toString(),
                      .sha256 = one.value(u"sha256"_s).toString()});
    }
    return terms;
}

QStringList textsIn(const QString &text)
{
    QStringList texts;
    const auto list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &value : list)
        texts.append(value.toString());
    return texts;
}

QString listText(const QJsonArray &list)
{
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

void put(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void put(QJsonObject &object, const QString &name, QDate day)
{
    if (day.isValid())
        object.insert(name, day.toString(Qt::ISODate));
}

//! What the platform has no member for.
QJsonObject customJson(const domain::AccessRequest &request, const domain::AccessItem &item)
{
    QJsonObject custom{{u"portolanRequest"_s, idText(request.id)}};
    put(custom, u"portolanAsker"_s, domain::textOf(request.asker));
    put(custom, u"portolanPurpose"_s, request.purpose);
    put(custom, u"portolanException"_s, request.exception);
    if (request.created.isValid())
        custom.insert(u"portolanCreated"_s, request.created.toUTC().toString(Qt::ISODateWithMs));
    if (!request.renews.isNull())
        custom.insert(u"portolanRenews"_s, idText(request.renews));
    if (!item.fields.isEmpty())
        custom.insert(u"portolanFields"_s, listText(QJsonArray::fromStringList(item.fields)));
    QJsonArray terms;
    for (const auto &one : request.terms)
        terms.append(
            QJsonObject{{u"id"_s, one.id}, {u"version"_s, one.version}, {u"sha256"_s, one.sha256}});
    if (!terms.isEmpty())
        custom.insert(u"portolanTerms"_s, listText(terms));
    return custom;
}

//! What is asked for, as far as the document says.
domain::AccessRequest requestIn(const Node &node, AccessDoc &doc, const QString &origin)
{
    const auto info = node["info"];
    const auto custom = node["custom"];
    domain::AccessRequest request{
        .consumer = consumerIn(node["consumer"]),
        .purpose = textOf(custom, "portolanPurpose"),
        .justification = textOf(info, "purpose"),
        .from = dayIn(info, "startDate"),
        .to = dayIn(info, "endDate"),
        .terms = termsIn(textOf(custom, "portolanTerms")),
        .asker = domain::actorFrom(textOf(custom, "portolanAsker")),
        .created = QDateTime::fromString(textOf(custom, "portolanCreated"), Qt::ISODateWithMs),
        .renews = QUuid(textOf(custom, "portolanRenews")),
        .exception = textOf(custom, "portolanException")};
    if (request.asker == domain::Actor()) {
        const auto user = textOf(node["consumer"], "userId");
        request.asker = {.name = user.isEmpty() ? request.consumer.name : user, .email = user};
    }
    const QUuid ours(textOf(custom, "portolanRequest"));
    // A document that others made may say anything: ours is the one whose id follows from it.
    const bool isOurs = !ours.isNull() && idText(domain::itemIdOf(ours, doc.port)) == doc.id;
    doc.request =
        isOurs ? ours : QUuid::createUuidV5(foreignRequests(), QString(origin % u'\n' % doc.id));
    doc.item = isOurs ? QUuid(doc.id) : domain::itemIdOf(doc.request, doc.port);
    request.id = doc.request;
    request.items = {{.id = doc.item,
                      .port = doc.port,
                      .product = doc.product,
                      .role = textsOf(node["roles"]).join(u", "_s),
                      .fields = textsIn(textOf(custom, "portolanFields")),
                      .state = domain::ItemState::Submitted,
                      .nativeId = nativeId(accessType, doc.id)}};
    return request;
}

//! "provisioning-failed" and "deprovisioning-failed" are both a failure.
domain::GrantState grantStateOf(const QString &word)
{
    return domain::grantStateFromWord(word.section(u'-', -1)).value_or(domain::GrantState::None);
}

//! What the platform tells is the last report, with the times of those before it.
std::optional<domain::Grant> grantIn(const Node &node, const QUuid &agreement)
{
    using domain::GrantState;
    const auto word = textOf(node, "status");
    if (word.isEmpty())
        return {};
    domain::Grant grant{.agreement = agreement,
                        .platform = textOf(node, "platform"),
                        .reference = textOf(node, "reference")};
    constexpr std::array times{std::pair("provisioningStartedAt", GrantState::Provisioning),
                               std::pair("provisionedAt", GrantState::Provisioned),
                               std::pair("deprovisioningStartedAt", GrantState::Deprovisioning),
                               std::pair("deprovisionedAt", GrantState::Deprovisioned),
                               std::pair("failedAt", GrantState::Failed)};
    const auto state = grantStateOf(word);
    for (const auto &[key, told] : times) {
        const auto at = QDateTime::fromString(textOf(node, key), Qt::ISODate).toUTC();
        if (at.isValid())
            grant.changes.append({.state = told, .at = at, .diagnostics = {}});
    }
    std::stable_sort(grant.changes.begin(), grant.changes.end(),
                     [](const auto &left, const auto &right) { return left.at < right.at; });
    if (domain::outcomeOf(grant).now.state != state) {
        // What the times say is older than the report, which counts.
        const auto last = std::find_if(grant.changes.crbegin(), grant.changes.crend(),
                                       [state](const auto &one) { return one.state == state; });
        grant.changes = {{.state = state,
                          .at = last == grant.changes.crend() ? QDateTime() : last->at,
                          .diagnostics = {}}};
    }
    QStringList words{textOf(node, "diagnostics"), textOf(node, "note")};
    words.removeAll(QString());
    grant.changes.last().diagnostics = words.join(u"; "_s);
    return grant;
}

} // namespace

bool AccessDoc::isOver(QDate today) const
{
    return status == AccessStatus::Approved && !isActive && asked.to.isValid() && asked.to <= today;
}

std::optional<AccessDoc> readAccess(const Node &node, const QString &origin)
{
    AccessDoc doc{.id = textOf(node, "id")};
    if (doc.id.isEmpty())
        return {};
    const auto info = node["info"];
    const auto provider = node["provider"];
    doc.word = textOf(info, "status");
    doc.status = statusOf(doc.word);
    doc.isActive = formats::bitol::isYes(info["active"]);
    const auto product = textOf(provider, "dataProductId");
    const auto port = textOf(provider, "outputPortId");
    doc.product = nativeId(productType, product);
    doc.port = portId(outputType, product, port);
    doc.contract = nativeId(contractType, textOf(provider, "dataContractId"));
    doc.providerTeam = textOf(provider, "teamId");
    doc.asked = requestIn(node, doc, origin);
    doc.grant = grantIn(node["provisioning"], domain::agreementIdOf(doc.item));
    doc.json = node.toJson();
    return doc;
}

QByteArray accessJson(const domain::AccessRequest &request, const domain::AccessItem &item)
{
    const auto product = bareId(productType, item.product);
    auto port = bareId(outputType, item.port);
    if (port.startsWith(product + u'#'))
        port = port.mid(product.size() + 1);
    const auto &why = request.justification.isEmpty() ? request.purpose : request.justification;
    QJsonObject info{{u"purpose"_s, why}};
    put(info, u"startDate"_s, request.from);
    put(info, u"endDate"_s, request.to);
    QJsonObject document{
        {u"id"_s, accessIdOf(item)},
        {u"info"_s, info},
        {u"provider"_s, QJsonObject{{u"dataProductId"_s, product}, {u"outputPortId"_s, port}}},
        {u"consumer"_s, consumerJson(request.consumer, request.asker)},
        {u"custom"_s, customJson(request, item)}};
    if (!item.role.isEmpty())
        document.insert(u"roles"_s, QJsonArray{item.role});
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

QString accessIdOf(const domain::AccessItem &item)
{
    return idText(item.id);
}

domain::AccessRequest requestOf(const QList<AccessDoc> &docs)
{
    auto request = docs.first().asked;
    for (const auto &doc : docs.mid(1))
        request.items += doc.asked.items;
    return request;
}

QString sha256Of(const domain::AccessRequest &request)
{
    auto same = request;
    same.created = {}; // of requests of others the feed tells it, not the document
    for (auto &item : same.items)
        item.steps.clear(); // who decides is the platform's matter, and may change
    same.verdicts.clear();
    return QString::fromLatin1(
        QCryptographicHash::hash(domain::toJson(same), QCryptographicHash::Sha256).toHex());
}

} // namespace portolan::platforms::entropydata
