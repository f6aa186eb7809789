// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/synthwords.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

QStringList listOf(const QString &words)
{
    return words.split(u' ', Qt::SkipEmptyParts);
}

const QStringList &nouns()
{
    static const auto list = listOf(
        u"order customer product payment shipment invoice account event session price stock return "
        "campaign click basket supplier contract employee store delivery refund item ticket visit "
        "transaction balance ledger budget forecast demand promotion coupon review rating address "
        "contact lead opportunity subscription renewal churn usage meter reading device sensor "
        "alert incident warehouse route vehicle driver parcel carrier pallet batch lot recipe "
        "machine shift downtime defect inspection certificate claim policy premium risk exposure "
        "limit trade position quote benchmark portfolio fund dividend coupon mandate loan "
        "collateral branch card merchant terminal authorisation dispute chargeback settlement fee "
        "tax currency rate tariff zone region country city segment cohort audience impression "
        "conversion attribution channel keyword page search recommendation experiment variant "
        "feature score label embedding document category attribute hierarchy calendar holiday "
        "timesheet payroll vacancy applicant training survey answer complaint call queue agent"_s);
    return list;
}

const QStringList &qualifiers()
{
    static const auto list = listOf(
        u"daily raw clean total monthly hourly weekly current history snapshot summary detail net "
        "gross open closed late active master reference enriched aggregated curated staged "
        "regional global online offline mobile retail wholesale internal external planned actual "
        "estimated corrected latest first last new lost valid invalid pending approved rejected "
        "archived temporary final draft consolidated anonymised masked public private test"_s);
    return list;
}

const QStringList &attributes()
{
    static const auto list = listOf(
        u"id name date amount status type code created updated at by key number count flag "
        "description value start end time currency country city email phone street postcode "
        "quantity unit price discount rate percent score rank version source reason comment "
        "language channel hash is deleted valid from to first last min max average total year "
        "month day hour latitude longitude weight height length colour size"_s);
    return list;
}

const QStringList &fillers()
{
    static const auto list = listOf(
        u"every one per with and from the of for all as used by reporting source system updated "
        "each night before first load contains only rows that passed without duplicates joined "
        "kept seven years including corrections made afterwards see also owner agreed reviewed "
        "quarterly do not use calculated after closing before tax excluding cancelled"_s);
    return list;
}

QString capital(const QString &word)
{
    return word.left(1).toUpper() % word.mid(1);
}

} // namespace

Dice::Dice(std::uint64_t seed, std::uint64_t subject, std::uint64_t number)
    : m_state(seed * 0x9e3779b97f4a7c15 ^ subject * 0xc2b2ae3d27d4eb4f
              ^ number * 0x165667b19e3779f9)
{
    next();
}

std::uint64_t Dice::next()
{
    m_state += 0x9e3779b97f4a7c15;
    auto mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

std::uint64_t Dice::below(std::uint64_t bound)
{
    return bound == 0 ? 0 : next() % bound;
}

double Dice::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::uint64_t Dice::zipf(std::uint64_t bound)
{
    const auto value = std::exp(unit() * std::log(static_cast<double>(bound) + 1.0)) - 1.0;
    return std::min(static_cast<std::uint64_t>(value), bound == 0 ? 0 : bound - 1);
}

double Dice::bell()
{
    double sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += unit();
    return sum - 6.0;
}

QString written(const QStringList &words, Style style)
{
    QString name;
    switch (style) {
    case Style::Snake:
        return words.join(u'_');
    case Style::Kebab:
        return words.join(u'-');
    case Style::Dotted:
        return words.join(u'.');
    case Style::Title:
        name = words.join(u' ');
        return capital(name);
    case Style::Camel:
    case Style::Pascal:
        break;
    }
    for (const auto &word : words)
        name += name.isEmpty() && style == Style::Camel ? word : capital(word);
    return name;
}

QString businessWord(Dice &dice)
{
    return nouns().at(
        static_cast<qsizetype>(dice.zipf(static_cast<std::uint64_t>(nouns().size()))));
}

QString qualifier(Dice &dice)
{
    const auto size = static_cast<std::uint64_t>(qualifiers().size());
    return qualifiers().at(static_cast<qsizetype>(dice.zipf(size)));
}

QString localWord(Dice &dice)
{
    static const auto starts =
        listOf(u"ba ce do fi gra hel iv jo kar lum mer nor ol pri qua ro sta "
               "tre ul vi wes xa yor zen bri clo"_s);
    static const auto middles = listOf(u"n r l st v m nd rt ck ss"_s);
    static const auto ends = listOf(u"a o is en ar us el ia on ix er um"_s);
    const auto number =
        dice.zipf(static_cast<std::uint64_t>(starts.size() * middles.size() * ends.size()));
    const auto at = static_cast<qsizetype>(number);
    return starts.at(at % starts.size()) % middles.at(at / starts.size() % middles.size())
        % ends.at(at / starts.size() / middles.size() % ends.size());
}

QString sentence(Dice &dice, const QString &subject)
{
    auto text = capital(subject);
    const auto count = 6 + dice.below(18);
    for (std::uint64_t i = 0; i < count; ++i) {
        text += u' ';
        switch (dice.below(8)) {
        case 0:
            text += businessWord(dice) % u's';
            break;
        case 1:
            text += qualifier(dice);
            break;
        case 2:
            text += dice.chance(30) ? localWord(dice) : businessWord(dice);
            break;
        default:
            text += fillers().at(
                static_cast<qsizetype>(dice.below(static_cast<std::uint64_t>(fillers().size()))));
        }
    }
    return text % u'.';
}

QStringList fieldWords(Dice &dice)
{
    const auto attribute = [&dice] {
        const auto size = static_cast<std::uint64_t>(attributes().size());
        return attributes().at(static_cast<qsizetype>(dice.zipf(size)));
    };
    switch (dice.below(10)) {
    case 0:
    case 1:
    case 2:
        return {attribute()};
    case 3:
        return {businessWord(dice), qualifier(dice), attribute()};
    case 4:
        return {localWord(dice), attribute()};
    default:
        return {businessWord(dice), attribute()};
    }
}

const QStringList &domainNames()
{
    static const auto list =
        listOf(u"Orders Customer Finance Marketing Inventory Logistics Sales Procurement "
               "Manufacturing Risk Payments Treasury People Legal Energy Mobility Support Digital "
               "Research Quality"_s);
    return list;
}

const QStringList &subdomainNames()
{
    static const auto list =
        listOf(u"Fulfilment Planning Reporting Operations Analytics Returns Pricing Compliance"_s);
    return list;
}

QString personName(Dice &dice)
{
    static const auto first =
        listOf(u"Maya Jonas Aylin Émile Søren Łucja Ana Bruno Chiara Dmitri Elif Femi Greta Hugo "
               u"Ines Jiří "
               "Kaito Lena Mats Noor Oskar Petra Quentin Rosa Sven Tove Ugo Vera Wim Yara Zoë"_s);
    static const auto last = listOf(
        u"Lindqvist Müller Öztürk Dubois Kjær Nowak Silva Rossi Ivanov Yılmaz Okafor Weber García "
        "Novák Tanaka Hansen de-Vries Haddad Berg Horvath Marchetti Nilsen Papadopoulos Ferrari"_s);
    const auto pick = [&dice](const QStringList &list) {
        return list.at(static_cast<qsizetype>(dice.below(static_cast<std::uint64_t>(list.size()))));
    };
    const auto name = pick(first);
    return name % u' ' % pick(last);
}

} // namespace portolan::performance
