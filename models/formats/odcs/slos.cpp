// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/slos.h"

#include "models/formats/odcs/duration.h"
#include "models/formats/odcs/termelements.h"

#include <QHash>
#include <QSet>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

using domain::Record;
using domain::SlaTerm;
using domain::Slo;

bool isTerm(const SlaTerm &term, QStringView property)
{
    return term.property.trimmed().compare(property, Qt::CaseInsensitive) == 0;
}

//! The largest of the usual slices of which three fit into the age that is still good: a longer one
//! would hide that the data grew too old in it.
QString sliceFor(double thresholdSeconds)
{
    constexpr std::array minutes{60, 30, 15, 5};
    for (const auto length : minutes) {
        if (length * 60 <= thresholdSeconds / 3)
            return length == 60 ? u"1h"_s : QString(QString::number(length) % u'm');
    }
    return u"1m"_s;
}

//! The share that a percentage promises. Without a sign or unit a number up to 1 is a share.
std::optional<double> shareOf(const SlaTerm &term)
{
    auto value = term.value.trimmed();
    const auto unit = term.unit.trimmed().toLower();
    auto isPercent = unit == u"%" || unit.startsWith(u"percent");
    if (value.endsWith(u'%')) {
        value.chop(1);
        isPercent = true;
    }
    auto ok = false;
    const auto number = value.trimmed().toDouble(&ok);
    // 99.9 percent is 0.999 and not the next number above it.
    const auto share = isPercent || number > 1 ? std::round(number * 1e8) / 1e10 : number;
    return ok && share > 0 && share <= 1 ? std::optional(share) : std::nullopt;
}

QString dimensionOf(const Record &check)
{
    return check.quality.isEmpty() ? QString() : check.quality.constFirst().dimension;
}

QString assetOf(const Record &check)
{
    return check.relations.isEmpty() ? QString() : check.relations.constFirst().nativeId;
}

class Reading
{
public:
    Reading(const Contract &contract, const QList<Record> &checks)
        : m_contract(contract)
        , m_record(*contract.contract)
        , m_checks(checks)
        , m_elements(contract)
        , m_file(m_record.native.isEmpty() ? QString() : m_record.native.constFirst().file)
    {
        for (const auto &check : checks) {
            const auto dimension = dimensionOf(check);
            if (dimension != u"volume" && dimension != u"completeness")
                continue;
            m_presence[QString()].append(check.nativeId);
            m_presence[assetOf(check)].append(check.nativeId);
        }
    }

    Slos take()
    {
        addFreshness();
        addAvailability();
        addQuality();
        return std::move(m_result);
    }

private:
    struct Age
    {
        double seconds = 0; //!< 0: nothing is asked
        qsizetype term = 0;

        void tighten(const Age &other)
        {
            if (seconds == 0 || (other.seconds > 0 && other.seconds < seconds))
                *this = other;
        }
    };

    struct Ages
    {
        Age ofAll; //!< what terms about no object in particular ask
        QHash<QString, Age> byAsset;

        Age of(const QString &asset) const
        {
            auto age = ofAll;
            age.tighten(byAsset.value(asset));
            return age;
        }
    };

    //! What all service levels of this contract have in common.
    Slo sloOf(const QString &idEnd, int line) const
    {
        return {.nativeId = m_record.nativeId % u"#sla/"_s % idEnd,
                .contract = m_record.nativeId,
                .source = u"odcs"_s,
                .file = m_file,
                .line = line};
    }

    int lineOf(qsizetype term) const { return m_contract.slaLines.value(term); }

    void report(qsizetype term, const QString &key, const QString &message, const QString &remedy)
    {
        constexpr qsizetype most = 200;
        if (m_result.findings.size() >= most)
            return;
        m_result.findings.append({.file = m_file,
                                  .line = lineOf(term),
                                  .severity = domain::Finding::Severity::Warning,
                                  .rule = u"odcs.sla"_s,
                                  .field = u"slaProperties[%1].%2"_s.arg(term).arg(key),
                                  .message = message,
                                  .remedy = remedy});
    }

    //! The assets that \a term is about.
    QList<const Record *> tablesOf(qsizetype index)
    {
        const auto &term = m_record.sla.at(index);
        QStringList unknown;
        const auto tables = m_elements.assetsOf(term, unknown);
        for (const auto &element : unknown)
            report(index, u"element"_s,
                   u"The element \"%1\" is no object of this contract"_s.arg(element.left(80)),
                   u"Name an object of the schema, or one of its columns"_s);
        return tables;
    }

    //! The strictest ages that terms \a property ask.
    Ages agesBy(QStringView property)
    {
        Ages ages;
        for (qsizetype i = 0; i < m_record.sla.size(); ++i) {
            const auto &term = m_record.sla.at(i);
            if (!isTerm(term, property))
                continue;
            const auto seconds = secondsOf(term.value, term.unit);
            if (!seconds) {
                const auto hasUnit = !term.unit.isEmpty();
                report(
                    i, u"value"_s,
                    u"\"%1\" is no duration"_s.arg(
                        QString(term.value % (hasUnit ? u" "_s : QString()) % term.unit).left(80)),
                    u"Write a number as value, and one of d, h, m, y as unit"_s);
                continue;
            }
            if (m_elements.isForAll(term)) {
                ages.ofAll.tighten({*seconds, i});
                continue;
            }
            for (const auto *asset : tablesOf(i))
                ages.byAsset[asset->nativeId].tighten({*seconds, i});
        }
        return ages;
    }

    void addFreshness()
    {
        const auto latencies = agesBy(u"latency");
        const auto frequencies = agesBy(u"frequency");
        for (const auto &asset : m_contract.assets) {
            if (const auto age = latencies.of(asset.nativeId); age.seconds > 0)
                addAge(u"latency"_s, asset, age);
            else if (const auto other = frequencies.of(asset.nativeId); other.seconds > 0)
                addAge(u"frequency"_s, asset, other);
        }
    }

    void addAge(const QString &property, const Record &asset, const Age &age)
    {
        auto slo = sloOf(property % u'/' % asset.name, lineOf(age.term));
        slo.name = property % u" of "_s % asset.name;
        slo.description = m_record.sla.at(age.term).description;
        slo.asset = asset.nativeId;
        slo.measure = domain::SloMeasure::Freshness;
        slo.target = 0.99;
        slo.slice = sliceFor(age.seconds);
        slo.thresholdSeconds = age.seconds;
        slo.dimension = u"freshness"_s;
        m_result.slos.append(std::move(slo));
    }

    void addAvailability()
    {
        QSet<QString> known;
        for (qsizetype i = 0; i < m_record.sla.size(); ++i) {
            const auto &term = m_record.sla.at(i);
            if (!isTerm(term, u"availability"))
                continue;
            const auto share = shareOf(term);
            if (!share) {
                report(i, u"value"_s, u"\"%1\" is no percentage"_s.arg(term.value.left(80)),
                       u"Write a number up to 100, for example 99.5"_s);
                continue;
            }
            // slaDefaultElement names a column by which an age is told: it narrows no availability.
            if (term.element.isEmpty()) {
                addPromise(known, i, *share, nullptr);
                continue;
            }
            for (const auto *asset : tablesOf(i))
                addPromise(known, i, *share, asset);
        }
    }

    //! Of several terms for the same the first counts.
    void addPromise(QSet<QString> &known, qsizetype term, double share, const Record *asset)
    {
        const auto end = asset ? QString(u"availability/"_s % asset->name) : u"availability"_s;
        if (known.contains(end))
            return;
        known.insert(end);
        auto slo = sloOf(end, lineOf(term));
        slo.name = u"availability of "_s % (asset ? asset->name : m_record.name);
        slo.description = m_record.sla.at(term).description;
        slo.asset = asset ? asset->nativeId : QString();
        slo.target = share;
        slo.checks = m_presence.value(slo.asset);
        if (slo.checks.isEmpty())
            slo.notEvaluated = u"the contract has no rule of volume or completeness that would "
                               "show it"_s;
        m_result.slos.append(std::move(slo));
    }

    void addQuality()
    {
        QStringList order;
        QHash<QString, QList<const Record *>> byDimension;
        for (const auto &check : m_checks) {
            const auto dimension = dimensionOf(check);
            if (!byDimension.contains(dimension))
                order.append(dimension);
            byDimension[dimension].append(&check);
        }
        for (const auto &dimension : std::as_const(order)) {
            const auto checks = byDimension.value(dimension);
            const auto &first = *checks.constFirst();
            auto slo = sloOf(u"quality/"_s % dimension,
                             first.native.isEmpty() ? 0 : first.native.constFirst().line);
            slo.name = dimension % u" of "_s % m_record.name;
            slo.target = 0.95;
            slo.dimension = dimension;
            slo.asset = assetOf(first);
            for (const auto *check : checks) {
                slo.checks.append(check->nativeId);
                if (assetOf(*check) != slo.asset)
                    slo.asset.clear(); // it is about several
            }
            m_result.slos.append(std::move(slo));
        }
    }

    const Contract &m_contract;
    const Record &m_record;
    const QList<Record> &m_checks;
    TermElements m_elements;
    QHash<QString, QStringList> m_presence; //!< checks of volume or completeness: all, and by asset
    QString m_file;
    Slos m_result;
};

} // namespace

Slos slosOf(const Contract &contract, const QList<Record> &checks)
{
    return contract.contract ? Reading(contract, checks).take() : Slos();
}

} // namespace portolan::formats::odcs
