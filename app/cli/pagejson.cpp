// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pagejson.h"

#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "models/base/identity.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::Relation;

bool isPort(Relation relation)
{
    return relation == Relation::OutputPort || relation == Relation::InputPort
        || relation == Relation::ManagementPort;
}

QJsonArray portsJson(const domain::Page &page)
{
    QJsonArray list;
    for (const auto &related : page.related) {
        if (related.incoming || !isPort(related.relation))
            continue;
        auto object = entityJson(related.entity);
        object.insert(u"direction"_s, related.direction);
        if (!related.contract.isNull()) {
            QJsonObject contract{{u"id"_s, idText(related.contract)}};
            insertText(contract, u"name"_s, related.contractName);
            insertText(contract, u"version"_s, related.contractVersion);
            object.insert(u"contract"_s, contract);
        }
        insertText(object, u"server"_s, related.server);
        list.append(object);
    }
    return list;
}

QJsonArray relatedJson(const domain::Page &page)
{
    QJsonArray list;
    for (const auto &related : page.related) {
        if (isPort(related.relation) && !related.incoming)
            continue;
        auto object = entityJson(related.entity);
        object.insert(u"relation"_s, domain::relationWord(related.relation));
        object.insert(u"incoming"_s, related.incoming);
        list.append(object);
    }
    return list;
}

//! Says how the promise at \a at stands; "unknown" where nobody looked.
void insertVerdict(QJsonObject &object, const QList<items::ClauseVerdict> &verdicts, qsizetype at)
{
    const auto verdict = verdicts.value(at);
    object.insert(u"verdict"_s, items::keepingWord(verdict.keeping));
    insertText(object, u"measured"_s, verdict.measured);
}

QJsonArray slaJson(const QList<domain::SlaTerm> &terms, const QList<items::ClauseVerdict> &verdicts)
{
    QJsonArray list;
    for (qsizetype i = 0; i < terms.size(); ++i) {
        const auto &term = terms.at(i);
        QJsonObject object{{u"property"_s, term.property}, {u"value"_s, term.value}};
        insertVerdict(object, verdicts, i);
        insertText(object, u"unit"_s, term.unit);
        insertText(object, u"element"_s, term.element);
        insertText(object, u"valueExt"_s, term.valueExt);
        insertText(object, u"driver"_s, term.driver);
        insertText(object, u"description"_s, term.description);
        insertText(object, u"schedule"_s, term.schedule);
        list.append(object);
    }
    return list;
}

QJsonArray rolesJson(const QList<domain::Role> &roles)
{
    QJsonArray list;
    for (const auto &role : roles) {
        QJsonObject object{{u"role"_s, role.role}};
        insertText(object, u"description"_s, role.description);
        insertText(object, u"access"_s, role.access);
        insertText(object, u"firstLevelApprovers"_s, role.firstLevelApprovers);
        insertText(object, u"secondLevelApprovers"_s, role.secondLevelApprovers);
        list.append(object);
    }
    return list;
}

QJsonArray teamJson(const QList<domain::TeamMember> &team)
{
    QJsonArray list;
    for (const auto &member : team) {
        QJsonObject object{{u"username"_s, member.username}};
        insertText(object, u"name"_s, member.name);
        insertText(object, u"role"_s, member.role);
        insertText(object, u"dateIn"_s, member.dateIn);
        insertText(object, u"dateOut"_s, member.dateOut);
        list.append(object);
    }
    return list;
}

QJsonArray pricesJson(const QList<domain::Price> &prices)
{
    QJsonArray list;
    for (const auto &price : prices) {
        QJsonObject object{{u"amount"_s, price.amount}};
        insertText(object, u"currency"_s, price.currency);
        insertText(object, u"unit"_s, price.unit);
        list.append(object);
    }
    return list;
}

QJsonArray qualityJson(const QList<domain::QualityRule> &rules,
                       const QList<items::ClauseVerdict> &verdicts)
{
    QJsonArray list;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const auto &rule = rules.at(i);
        QJsonObject object;
        if (!verdicts.isEmpty())
            insertVerdict(object, verdicts, i);
        insertText(object, u"name"_s, rule.name);
        insertText(object, u"type"_s, rule.type);
        insertText(object, u"metric"_s, rule.metric);
        insertText(object, u"dimension"_s, rule.dimension);
        insertText(object, u"severity"_s, rule.severity);
        insertText(object, u"element"_s, rule.element);
        insertText(object, u"expression"_s, rule.expression);
        insertText(object, u"description"_s, rule.description);
        list.append(object);
    }
    return list;
}

QJsonArray versionsJson(const QList<domain::Version> &versions)
{
    QJsonArray list;
    for (const auto &version : versions) {
        list.append(QJsonObject{{u"version"_s, version.version},
                                {u"seen"_s, timeText(version.seen)},
                                {u"breaking"_s, version.breaking},
                                {u"changes"_s, QJsonArray::fromStringList(version.changes)}});
    }
    return list;
}

QJsonArray othersJson(const QList<domain::OtherValue> &others)
{
    QJsonArray list;
    for (const auto &other : others) {
        list.append(QJsonObject{
            {u"member"_s, other.what}, {u"value"_s, other.value}, {u"account"_s, other.account}});
    }
    return list;
}

void insertList(QJsonObject &object, const QString &name, const QJsonArray &list)
{
    if (!list.isEmpty())
        object.insert(name, list);
}

//! All documents of the sources: [{"file","line","document"}], the documents as they came.
QByteArray documentsJson(const QList<domain::NativeDocument> &documents)
{
    QByteArray list = "[";
    for (const auto &document : documents) {
        if (list.size() > 1)
            list += ',';
        const QJsonObject place{{u"file"_s, document.file}, {u"line"_s, document.line}};
        auto text = QJsonDocument(place).toJson(QJsonDocument::Compact);
        text.chop(1);
        list += text + ",\"document\":" + document.json + '}';
    }
    return list + ']';
}

} // namespace

void printPageJson(const domain::Page &page, const QList<domain::Entity> &contracts,
                   const QJsonArray &fields, const items::ClauseVerdicts &verdicts)
{
    const auto &record = page.merged;
    QJsonObject document{{u"format"_s, u"portolan.show/1"_s},
                         {u"entity"_s, entityJson(page.entity)}};
    insertList(document, u"ports"_s, portsJson(page));
    QJsonArray contractList;
    for (const auto &contract : contracts)
        contractList.append(entityJson(contract));
    insertList(document, u"contracts"_s, contractList);
    insertList(document, u"fields"_s, fields);
    insertList(document, u"sla"_s, slaJson(record.sla, verdicts.terms));
    insertList(document, u"roles"_s, rolesJson(record.roles));
    insertList(document, u"team"_s, teamJson(record.team));
    insertList(document, u"price"_s, pricesJson(record.prices));
    insertList(document, u"quality"_s, qualityJson(record.quality, verdicts.rules));
    insertList(document, u"related"_s, relatedJson(page));
    insertList(document, u"versions"_s, versionsJson(page.versions));
    insertList(document, u"others"_s, othersJson(page.others));
    insertList(document, u"waiting"_s, QJsonArray::fromStringList(page.waiting));
    QJsonObject terms;
    insertText(terms, u"purpose"_s, record.terms.purpose);
    insertText(terms, u"limitations"_s, record.terms.limitations);
    insertText(terms, u"usage"_s, record.terms.usage);
    if (!terms.isEmpty())
        document.insert(u"terms"_s, terms);
    if (page.fetchedAt.isValid())
        document.insert(u"fetchedAt"_s, timeText(page.fetchedAt));
    QList<std::pair<QString, QByteArray>> spliced;
    if (!page.native.isEmpty()) {
        spliced.append({u"native"_s, page.native.first().json});
        spliced.append({u"documents"_s, documentsJson(page.native)});
    }
    printDocument(document, spliced);
}

void printPageText(const domain::Page &page, const QJsonArray &fields,
                   const items::ClauseVerdicts &verdicts)
{
    const auto &entity = page.entity;
    QList<QStringList> rows;
    const auto row = [&rows](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows.append({name, value});
    };
    const auto waits = [&page](const QString &member) {
        return page.waiting.contains(member) ? u"  (edited, not sent yet)"_s : QString();
    };
    printLine(entity.label());
    row(u"kind"_s, domain::kindWord(entity.kind));
    row(u"type"_s, entity.type);
    row(u"native id"_s, entity.nativeId);
    row(u"id"_s, idText(entity.id));
    row(u"domain"_s, domain::domainText(entity.domain));
    row(u"owner"_s, entity.ownerName + waits(u"owner"_s));
    row(u"status"_s, entity.status);
    row(u"version"_s, entity.version);
    row(u"classification"_s, entity.classification);
    row(u"tags"_s, entity.tags.join(u", "_s) + waits(u"tags"_s));
    row(u"description"_s, entity.description + waits(u"description"_s));
    for (qsizetype i = 0; i < page.merged.sla.size(); ++i) {
        const auto &term = page.merged.sla.at(i);
        const auto verdict = verdicts.terms.value(i);
        QStringList parts{u"%1 %2 %3"_s.arg(term.property, term.value, term.unit).simplified(),
                          items::keepingWord(verdict.keeping)};
        if (!verdict.measured.isEmpty())
            parts.append(verdict.measured);
        row(u"promise"_s, parts.join(u"  "_s));
    }
    for (const auto &related : page.related) {
        if (isPort(related.relation) && !related.incoming)
            row(related.direction + u" port"_s,
                related.entity.name + u"  "_s + related.entity.type);
    }
    for (const auto &field : fields) {
        const auto object = field.toObject();
        row(u"field"_s,
            object.value(u"path"_s).toString() + u"  "_s + object.value(u"type"_s).toString());
    }
    printTable({QString(), QString()}, rows);
}

} // namespace portolan::cli
