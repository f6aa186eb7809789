// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace portolan::performance {

//! Random numbers that follow from a few numbers alone (SplitMix64).
class Dice
{
public:
    Dice(std::uint64_t seed, std::uint64_t subject, std::uint64_t number);

    std::uint64_t next();
    //! 0 up to below \a bound.
    std::uint64_t below(std::uint64_t bound);
    //! 0 up to below 1.
    double unit();

    //! True in \a percent of a hundred throws.
    bool chance(unsigned percent) { return below(100) < percent; }

    //! 0 up to below \a bound, small ones far more often: P(n) falls about as 1 / (n + 1).
    std::uint64_t zipf(std::uint64_t bound);
    //! Bell-shaped about 0 with deviation 1, nearly.
    double bell();

private:
    std::uint64_t m_state;
};

//! How a team writes names.
enum class Style { Snake, Kebab, Camel, Pascal, Title, Dotted };

//! \a words, all lower case, written in \a style.
QString written(const QStringList &words, Style style);

//! A word of business (order, customer, …), frequent ones far more often.
QString businessWord(Dice &dice);
//! What is said of it (daily, net, regional, …).
QString qualifier(Dice &dice);
//! A word that means something to one team only; some 4,000 of them.
QString localWord(Dice &dice);
//! A sentence or two about \a subject.
QString sentence(Dice &dice, const QString &subject);
//! The words of a field's name: "customer", "id".
QStringList fieldWords(Dice &dice);

//! "Orders", "Finance", … and their parts.
const QStringList &domainNames();
const QStringList &subdomainNames();
//! "Maya Lindqvist".
QString personName(Dice &dice);

} // namespace portolan::performance
