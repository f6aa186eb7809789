// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/synthmesh.h"

#include "tests/performance/synthwords.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

enum Subject : std::uint64_t {
    OfTeam = 1,
    OfProduct,
    OfPort,
    OfAsset,
    OfName,
    OfField,
    OfFieldCount,
    OfLineage,
    OfRuns,
    OfTag
};

constexpr qint64 tagTotal = 300;
constexpr qint64 assetsPerProduct = 25;

std::uint64_t number(qint64 value)
{
    return static_cast<std::uint64_t>(value);
}

QString idOf(QStringView kind, qint64 value)
{
    return kind % u":"_s % QString::number(value);
}

QString tagName(std::uint64_t seed, qint64 tag)
{
    static const QStringList usual{u"pii"_s,    u"gold"_s,    u"silver"_s,     u"bronze"_s,
                                   u"gdpr"_s,   u"finance"_s, u"deprecated"_s, u"certified"_s,
                                   u"golden"_s, u"critical"_s};
    if (tag < usual.size())
        return usual.at(tag);
    Dice dice(seed, OfTag, number(tag));
    return localWord(dice) % u'-' % qualifier(dice);
}

Style styleOf(qint64 team)
{
    static constexpr std::array styles{Style::Snake, Style::Snake,  Style::Snake, Style::Kebab,
                                       Style::Camel, Style::Pascal, Style::Title, Style::Dotted};
    return styles.at(static_cast<std::size_t>(team) % styles.size());
}

} // namespace

SynthMesh::SynthMesh(qint64 assets, std::uint64_t seed)
    : m_seed(seed)
    , m_assets(assets)
    , m_products(std::max<qint64>(assets / assetsPerProduct, 1))
    , m_teams(std::clamp<qint64>(assets / 500, 5, 2000))
{
    for (qint64 tag = 0; tag < tagTotal; ++tag) {
        m_tags.append(tagName(seed, tag));
        if (!m_tagNumbers.contains(m_tags.last()))
            m_tagNumbers.insert(m_tags.last(), tag);
    }
}

qint64 SynthMesh::domainCount() const
{
    return domainNames().size() * (1 + subdomainNames().size());
}

qint64 SynthMesh::domainNumber(const QStringList &path) const
{
    const auto top = domainNames().indexOf(path.value(0)) * (subdomainNames().size() + 1);
    return path.size() < 2 ? top : top + 1 + subdomainNames().indexOf(path.at(1));
}

qint64 SynthMesh::recordCount() const
{
    return firstProduct() + m_products * (2 + portsPerProduct) + m_assets;
}

domain::Record SynthMesh::record(qint64 at) const
{
    if (at < domainCount())
        return domainRecord(at);
    at -= domainCount();
    if (at < m_teams)
        return team(at);
    at -= m_teams;
    if (at < tagCount())
        return tag(at);
    at -= tagCount();
    if (at < m_products)
        return product(at);
    at -= m_products;
    if (at < m_products * portsPerProduct)
        return port(at);
    at -= m_products * portsPerProduct;
    if (at < m_products)
        return contract(at);
    return asset(at - m_products);
}

QList<domain::Record> SynthMesh::page(qint64 &at, int size) const
{
    QList<domain::Record> records;
    for (; at < recordCount() && records.size() < size; ++at)
        records.append(record(at));
    return records;
}

domain::Record SynthMesh::domainRecord(qint64 at) const
{
    const auto subs = subdomainNames().size() + 1;
    const auto top = domainNames().at(at / subs);
    domain::Record made;
    made.kind = domain::EntityKind::Domain;
    made.nativeId = idOf(u"domain", at);
    made.domain = {top};
    if (at % subs != 0)
        made.domain.append(subdomainNames().at(at % subs - 1));
    made.name = made.domain.last();
    if (at % subs != 0)
        made.relations.append({domain::Relation::Parent, idOf(u"domain", at / subs * subs)});
    return made;
}

domain::Record SynthMesh::team(qint64 at) const
{
    Dice dice(m_seed, OfTeam, number(at));
    domain::Record made;
    made.kind = domain::EntityKind::Team;
    made.nativeId = idOf(u"team", at);
    made.name = dice.chance(50)
        ? personName(dice)
        : written({businessWord(dice), localWord(dice), u"team"_s}, Style::Title);
    return made;
}

domain::Record SynthMesh::tag(qint64 at) const
{
    domain::Record made;
    made.kind = domain::EntityKind::Tag;
    made.nativeId = idOf(u"tag", at);
    made.name = tagName(m_seed, at);
    return made;
}

qint64 SynthMesh::productOf(qint64 asset) const
{
    return asset % m_products;
}

QStringList SynthMesh::domainOf(qint64 product) const
{
    Dice dice(m_seed, OfProduct, number(product));
    const auto top = domainNames().at(
        static_cast<qsizetype>(dice.zipf(static_cast<std::uint64_t>(domainNames().size()))));
    if (dice.chance(25))
        return {top};
    return {top,
            subdomainNames().at(static_cast<qsizetype>(
                dice.below(static_cast<std::uint64_t>(subdomainNames().size()))))};
}

qint64 SynthMesh::teamOf(qint64 product) const
{
    Dice dice(m_seed, OfTeam, number(product) + 1'000'000'000);
    return static_cast<qint64>(dice.zipf(number(m_teams)));
}

domain::Record SynthMesh::product(qint64 at) const
{
    static const QStringList statuses{u"active"_s, u"active"_s,     u"active"_s,
                                      u"draft"_s,  u"deprecated"_s, u"retired"_s};
    Dice dice(m_seed, OfProduct, number(at) + 1'000'000'000);
    domain::Record made;
    made.kind = domain::EntityKind::Product;
    made.nativeId = idOf(u"product", at);
    made.name = written({businessWord(dice), businessWord(dice), qualifier(dice)}, Style::Title);
    made.description = sentence(dice, made.name);
    made.domain = domainOf(at);
    made.ownerId = idOf(u"team", teamOf(at));
    made.ownerName = team(teamOf(at)).name;
    made.status = statuses.at(static_cast<qsizetype>(dice.below(6)));
    made.version = u"%1.%2.0"_s.arg(dice.below(5)).arg(dice.below(12));
    made.tags = {tagName(m_seed, static_cast<qint64>(dice.zipf(number(tagTotal))))};
    made.popularity = static_cast<int>(dice.zipf(5000));
    for (qint64 port = 0; port < portsPerProduct; ++port)
        made.relations.append(
            {domain::Relation::OutputPort, idOf(u"port", at * portsPerProduct + port)});
    made.relations.append({domain::Relation::OwnedBy, made.ownerId});
    return made;
}

domain::Record SynthMesh::port(qint64 at) const
{
    static const QStringList types{u"SQL"_s, u"SQL"_s, u"REST"_s, u"stream"_s, u"file"_s};
    Dice dice(m_seed, OfPort, number(at));
    const auto of = at / portsPerProduct;
    domain::Record made;
    made.kind = domain::EntityKind::Port;
    made.nativeId = idOf(u"port", at);
    made.type = types.at(static_cast<qsizetype>(dice.below(5)));
    made.direction = u"output"_s;
    made.name = written({businessWord(dice), made.type.toLower()}, Style::Kebab);
    made.domain = domainOf(of);
    made.ownerName = team(teamOf(of)).name;
    made.ownerId = idOf(u"team", teamOf(of));
    made.relations = {{domain::Relation::GovernedBy, idOf(u"contract", of)},
                      {domain::Relation::Exposes, idOf(u"asset", of)}};
    return made;
}

domain::Record SynthMesh::contract(qint64 at) const
{
    const auto of = product(at);
    domain::Record made;
    made.kind = domain::EntityKind::Contract;
    made.nativeId = idOf(u"contract", at);
    made.name = of.name % u" contract"_s;
    made.version = of.version;
    made.status = of.status;
    made.domain = of.domain;
    made.ownerId = of.ownerId;
    made.ownerName = of.ownerName;
    made.sla = {{.property = u"latency"_s, .value = u"4"_s, .unit = u"h"_s},
                {.property = u"retention"_s, .value = u"3"_s, .unit = u"y"_s}};
    return made;
}

domain::Record SynthMesh::asset(qint64 at) const
{
    static const QStringList types{u"table"_s, u"table"_s, u"table"_s, u"view"_s,      u"model"_s,
                                   u"topic"_s, u"file"_s,  u"api"_s,   u"dashboard"_s, u"job"_s};
    static const QStringList layers{u"stg"_s, u"int"_s, u"fct"_s, u"dim"_s};
    static const QStringList classes{QString(),      QString(),     u"public"_s,
                                     u"internal"_s,  u"internal"_s, u"confidential"_s,
                                     u"restricted"_s};
    Dice dice(m_seed, OfAsset, number(at));
    const auto of = productOf(at);
    const auto by = teamOf(of);
    QStringList words;
    if (dice.chance(30))
        words.append(layers.at(static_cast<qsizetype>(dice.below(4))));
    words.append(businessWord(dice));
    if (dice.chance(60))
        words.append(businessWord(dice));
    if (dice.chance(35))
        words.append(localWord(dice));
    if (dice.chance(55))
        words.append(qualifier(dice));
    if (dice.chance(15))
        words.append(u"v"_s % QString::number(2 + dice.below(4)));

    domain::Record made;
    made.kind = domain::EntityKind::Asset;
    made.nativeId = idOf(u"asset", at);
    made.type = types.at(static_cast<qsizetype>(dice.below(10)));
    made.name = written(words, styleOf(by));
    if (dice.chance(20))
        made.title = written(words.mid(words.size() > 2 ? 1 : 0), Style::Title);
    if (dice.chance(5))
        made.synonyms = {written({localWord(dice), businessWord(dice)}, Style::Title)};
    if (dice.chance(60))
        made.description = sentence(dice, words.join(u' '));
    made.domain = domainOf(of);
    made.ownerId = idOf(u"team", by);
    made.ownerName = team(by).name;
    made.status = dice.chance(90) ? u"active"_s : u"deprecated"_s;
    made.classification = classes.at(static_cast<qsizetype>(dice.below(7)));
    for (auto count = dice.zipf(4); count > 0; --count)
        made.tags.append(tagName(m_seed, static_cast<qint64>(dice.zipf(number(tagTotal)))));
    // Pareto: half is read by nobody or one, a handful by thousands.
    made.popularity = static_cast<int>(std::min(std::pow(1.0 - dice.unit(), -0.8) - 1.0, 50000.0));
    const auto fields = fieldCount(at);
    made.fields.reserve(fields);
    for (int i = 0; i < fields; ++i)
        made.fields.append(field(at, i));
    made.relations = {{domain::Relation::PartOf, idOf(u"product", of)},
                      {domain::Relation::OwnedBy, made.ownerId}};
    return made;
}

int SynthMesh::fieldCount(qint64 asset) const
{
    Dice dice(m_seed, OfFieldCount, number(asset));
    return std::clamp(static_cast<int>(std::exp(std::log(14.0) + 0.8 * dice.bell())), 1, 2000);
}

domain::Field SynthMesh::field(qint64 asset, int at) const
{
    static const QStringList types{u"VARCHAR"_s,   u"VARCHAR"_s, u"INTEGER"_s, u"DECIMAL(18,2)"_s,
                                   u"TIMESTAMP"_s, u"BOOLEAN"_s, u"DATE"_s};
    Dice dice(m_seed, OfField, number(asset) * 4096 + static_cast<std::uint64_t>(at));
    domain::Field made;
    made.name =
        written(at == 0 ? QStringList{u"id"_s} : fieldWords(dice),
                styleOf(teamOf(productOf(asset))) == Style::Camel ? Style::Camel : Style::Snake);
    made.path = made.name;
    if (at > 0 && at % 40 > 35)
        made.path = u"details."_s % made.name;
    made.type = types.at(static_cast<qsizetype>(dice.below(7)));
    made.primaryKey = at == 0;
    made.nullable = at != 0;
    if (dice.chance(10))
        made.description = sentence(dice, made.name);
    if (dice.chance(3))
        made.classification = u"confidential"_s;
    return made;
}

domain::Record SynthMesh::wideAsset(int count) const
{
    auto made = asset(0);
    made.nativeId = idOf(u"wide", count);
    made.name = u"wide_%1"_s.arg(count);
    made.fields.clear();
    for (int i = 0; i < count; ++i) {
        auto one = field(0, i);
        one.path = one.name = u"%1_%2"_s.arg(one.name).arg(i);
        if (i % 20 > 12 && i > 20) // some of it nested
            one.path = u"group_%1.%2"_s.arg(i / 20).arg(one.name);
        made.fields.append(one);
    }
    return made;
}

std::vector<qint64> SynthMesh::upstreamOf(qint64 asset) const
{
    Dice dice(m_seed, OfLineage, number(asset));
    std::vector<qint64> sources;
    if (asset == 0 || dice.chance(20))
        return sources;
    const auto count = 1 + dice.zipf(12);
    for (std::uint64_t i = 0; i < count; ++i) {
        // Mostly near relations, sometimes one of the few that everybody reads.
        const auto distance = dice.chance(70) ? 1 + dice.zipf(number(asset)) : 0;
        sources.push_back(distance > 0
                              ? asset - static_cast<qint64>(std::min(distance, number(asset)))
                              : static_cast<qint64>(dice.zipf(number(asset))));
    }
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

QList<SynthRun> SynthMesh::runsOf(qint64 asset, int days) const
{
    Dice dice(m_seed, OfRuns, number(asset));
    QList<SynthRun> runs;
    const auto checks = dice.zipf(6);
    const QDateTime end(QDate(2026, 1, 1), QTime(3, 0), Qt::UTC);
    for (std::uint64_t check = 0; check < checks; ++check) {
        const auto id = u"check:%1/%2"_s.arg(asset).arg(check);
        const auto weak = dice.chance(10) ? 20U : 1U; // a tenth of the checks fails often
        for (int day = days; day > 0; --day) {
            const auto at = end.addDays(-day).addSecs(static_cast<qint64>(dice.below(3600)));
            const auto status = dice.chance(weak) ? (dice.chance(70) ? u"fail"_s : u"error"_s)
                                                  : (dice.chance(2) ? u"warn"_s : u"pass"_s);
            runs.append({id, at, status});
        }
    }
    return runs;
}

} // namespace portolan::performance
