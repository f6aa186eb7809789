// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/contractclauses.h"

#include "models/items/qualitytext.h"
#include "models/items/sla.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Record;

struct Clauses
{
    Q_DECLARE_TR_FUNCTIONS(Clauses)

public:
    QList<Clause> list;

    void schema(const ObjectFields &objects);
    void object(const QString &name, const QList<domain::Field> &fields);
    void serviceLevels(const Record &record, const QList<ClauseVerdict> &verdicts);
    void quality(const Record &record, const QList<ClauseVerdict> &verdicts);
    void roles(const Record &record);
    void priceAndTerms(const Record &record);
    void support(const Record &record);
    void servers(const Record &record);
    void team(const Record &record);
    void rest(const Record &record);

private:
    static void fact(Clause &clause, const QString &head, const QString &value);
    static void judge(Clause &clause, const QList<ClauseVerdict> &verdicts, qsizetype at);
    void term(const QString &name, const QString &text);
};

void Clauses::fact(Clause &clause, const QString &head, const QString &value)
{
    if (!value.isEmpty())
        clause.facts.append({head, value});
}

void Clauses::judge(Clause &clause, const QList<ClauseVerdict> &verdicts, qsizetype at)
{
    if (at < verdicts.size())
        clause.verdict = verdicts.at(at);
}

void Clauses::schema(const ObjectFields &objects)
{
    for (const auto &[name, fields] : objects)
        object(name, fields);
}

void Clauses::object(const QString &name, const QList<domain::Field> &fields)
{
    QStringList required;
    QStringList keys;
    QStringList unique;
    for (const auto &field : fields) {
        if (field.nullable == false)
            required.append(field.path);
        if (field.primaryKey)
            keys.append(field.path);
        else if (field.unique)
            unique.append(field.path);
    }
    const auto count = static_cast<int>(fields.size());
    Clause clause{ClauseSection::Schema, name, tr("%n field(s)", nullptr, count), {}, {}, {}, name};
    if (!required.isEmpty())
        clause.promised += u", "_s + tr("%n required", nullptr, static_cast<int>(required.size()));
    clause.sentence = tr("The contract lists %n field(s) of %1.", nullptr, count).arg(name);
    fact(clause, tr("Key"), keys.join(u", "_s));
    fact(clause, tr("Required"), required.join(u", "_s));
    fact(clause, tr("Unique"), unique.join(u", "_s));
    list.append(clause);
    for (const auto &field : fields) {
        if (field.constraints.isEmpty())
            continue;
        Clause rule{ClauseSection::Schema,
                    name + u'.' + field.path,
                    field.constraints,
                    {},
                    {},
                    {},
                    field.name};
        rule.sentence = tr("Every value of %1 keeps to this.").arg(field.path);
        rule.rule = field.constraints;
        fact(rule, tr("Type"), field.type.isEmpty() ? field.logicalType : field.type);
        list.append(rule);
    }
}

void Clauses::serviceLevels(const Record &record, const QList<ClauseVerdict> &verdicts)
{
    for (qsizetype i = 0; i < record.sla.size(); ++i) {
        const auto &term = record.sla.at(i);
        Clause clause{ClauseSection::ServiceLevels,
                      slaTitle(term.property),
                      slaPromise(term),
                      {},
                      {},
                      {},
                      term.property};
        clause.sentence = term.description.isEmpty() ? slaSentence(term) : term.description;
        fact(clause, tr("Property"), term.property);
        fact(clause, tr("Speaks of"), term.element);
        fact(clause, tr("Because of"), term.driver);
        fact(clause, tr("Checked"), term.schedule);
        fact(clause, tr("Scheduler"), term.scheduler);
        judge(clause, verdicts, i);
        list.append(clause);
    }
}

void Clauses::quality(const Record &record, const QList<ClauseVerdict> &verdicts)
{
    for (qsizetype i = 0; i < record.quality.size(); ++i) {
        const auto &rule = record.quality.at(i);
        auto name = rule.name.isEmpty() ? rule.metric : rule.name;
        if (name.isEmpty())
            name = rule.element.isEmpty() ? tr("Rule") : rule.element;
        Clause clause{ClauseSection::Quality,
                      name,
                      demandLine(rule.expression),
                      rule.description,
                      demandText(rule.expression),
                      {},
                      rule.name};
        if (clause.promised.isEmpty())
            clause.promised = rule.description;
        if (clause.needle.isEmpty())
            clause.needle = rule.metric.isEmpty() ? rule.description : rule.metric;
        if (clause.sentence.isEmpty()) {
            clause.sentence = rule.element.isEmpty()
                ? tr("A rule for the data as a whole.")
                : tr("A rule for the data in %1.").arg(rule.element);
        }
        fact(clause, tr("Dimension"), rule.dimension);
        fact(clause, tr("Severity"), rule.severity);
        fact(clause, tr("Speaks of"), rule.element);
        fact(clause, tr("Kind of rule"), rule.type);
        fact(clause, tr("Measure"), rule.metric);
        fact(clause, tr("If broken"), rule.businessImpact);
        fact(clause, tr("Checked"), rule.schedule);
        judge(clause, verdicts, i);
        list.append(clause);
    }
}

void Clauses::roles(const Record &record)
{
    for (const auto &role : record.roles) {
        QStringList approvers;
        if (!role.firstLevelApprovers.isEmpty())
            approvers.append(role.firstLevelApprovers);
        if (!role.secondLevelApprovers.isEmpty())
            approvers.append(role.secondLevelApprovers);
        auto promised = role.access;
        if (!approvers.isEmpty()) {
            promised += promised.isEmpty() ? QString() : u", "_s;
            promised += tr("approved by %1").arg(approvers.join(tr(", then ")));
        }
        Clause clause{
            ClauseSection::Roles, role.role, promised, role.description, {}, {}, role.role};
        if (clause.sentence.isEmpty())
            clause.sentence = tr("A role that consumers can ask for.");
        fact(clause, tr("Access"), role.access);
        fact(clause, tr("Approved by"), role.firstLevelApprovers);
        fact(clause, tr("and then by"), role.secondLevelApprovers);
        list.append(clause);
    }
}

void Clauses::term(const QString &name, const QString &text)
{
    if (!text.isEmpty())
        list.append({ClauseSection::PriceAndTerms, name, text, text, {}, {}, text});
}

void Clauses::priceAndTerms(const Record &record)
{
    for (const auto &price : record.prices) {
        const auto text = priceText(price);
        list.append({ClauseSection::PriceAndTerms,
                     tr("Price"),
                     text,
                     tr("Using it costs %1.").arg(text),
                     {},
                     {},
                     price.amount});
    }
    term(tr("Purpose"), record.terms.purpose);
    term(tr("Limitations"), record.terms.limitations);
    term(tr("Usage"), record.terms.usage);
}

void Clauses::support(const Record &record)
{
    for (const auto &channel : record.support) {
        Clause clause{ClauseSection::Support,
                      channel.channel,
                      channel.scope.isEmpty() ? channel.tool : channel.scope,
                      channel.description,
                      {},
                      {},
                      channel.channel};
        if (clause.sentence.isEmpty())
            clause.sentence = tr("A place to ask for help.");
        fact(clause, tr("Tool"), channel.tool);
        fact(clause, tr("For"), channel.scope);
        fact(clause, tr("Address"), channel.url);
        fact(clause, tr("Invitation"), channel.invitationUrl);
        list.append(clause);
    }
}

void Clauses::servers(const Record &record)
{
    for (const auto &server : record.servers) {
        Clause clause{ClauseSection::Servers,
                      server.name,
                      serverText(server),
                      server.description,
                      {},
                      {},
                      server.name};
        if (clause.sentence.isEmpty())
            clause.sentence = tr("Where the data stands.");
        fact(clause, tr("Type"), server.type);
        fact(clause, tr("Environment"), server.environment);
        for (const auto &[key, value] : server.settings)
            fact(clause, key, value);
        list.append(clause);
    }
}

void Clauses::team(const Record &record)
{
    for (const auto &member : record.team) {
        Clause clause{ClauseSection::Team,
                      member.name.isEmpty() ? member.username : member.name,
                      member.role,
                      member.description,
                      {},
                      {},
                      member.username};
        if (clause.sentence.isEmpty())
            clause.sentence = tr("Works on this product.");
        fact(clause, tr("User name"), member.username);
        fact(clause, tr("Since"), member.dateIn);
        fact(clause, tr("Until"), member.dateOut);
        fact(clause, tr("Replaced by"), member.replacedByUsername);
        list.append(clause);
    }
}

void Clauses::rest(const Record &record)
{
    for (const auto &reference : record.references) {
        Clause clause{ClauseSection::References,
                      reference.type,
                      reference.url,
                      reference.description,
                      {},
                      {},
                      reference.url};
        if (clause.name.isEmpty())
            clause.name = tr("Reference");
        list.append(clause);
    }
    for (const auto &question : record.questions)
        list.append({ClauseSection::Questions,
                     question.question,
                     question.answer,
                     question.answer,
                     {},
                     {},
                     question.question});
    for (const auto &[name, value] : record.properties)
        list.append({ClauseSection::Other, name, value, value, {}, {}, name});
}

} // namespace

QList<Clause> clausesOf(const Record &contract, const ObjectFields &objects,
                        const ClauseVerdicts &verdicts)
{
    Clauses clauses;
    clauses.serviceLevels(contract, verdicts.terms);
    clauses.quality(contract, verdicts.rules);
    clauses.schema(objects);
    clauses.roles(contract);
    clauses.priceAndTerms(contract);
    clauses.support(contract);
    clauses.servers(contract);
    clauses.team(contract);
    clauses.rest(contract);
    return clauses.list;
}

QString keepingText(Keeping keeping)
{
    switch (keeping) {
    case Keeping::Broken:
        return Clauses::tr("Broken");
    case Keeping::AtRisk:
        return Clauses::tr("At risk");
    case Keeping::Kept:
        return Clauses::tr("Kept");
    case Keeping::Unknown:
        break;
    }
    return Clauses::tr("Unknown");
}

QString keepingWord(Keeping keeping)
{
    static const QString words[] = {u"broken"_s, u"at risk"_s, u"unknown"_s, u"kept"_s};
    return words[int(keeping)];
}

QString sectionTitle(ClauseSection section)
{
    switch (section) {
    case ClauseSection::Schema:
        return Clauses::tr("Schema");
    case ClauseSection::ServiceLevels:
        return Clauses::tr("Service levels");
    case ClauseSection::Quality:
        return Clauses::tr("Quality rules");
    case ClauseSection::Roles:
        return Clauses::tr("Roles");
    case ClauseSection::PriceAndTerms:
        return Clauses::tr("Price and terms");
    case ClauseSection::Support:
        return Clauses::tr("Support");
    case ClauseSection::Servers:
        return Clauses::tr("Servers");
    case ClauseSection::Team:
        return Clauses::tr("Team");
    case ClauseSection::References:
        return Clauses::tr("References");
    case ClauseSection::Questions:
        return Clauses::tr("Questions it answers");
    case ClauseSection::Other:
        break;
    }
    return Clauses::tr("Other facts");
}

} // namespace portolan::items
