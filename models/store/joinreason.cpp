// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/joinreason.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {
namespace {

// Before the code and before each of what it is about; in no words, and taken out of names.
constexpr auto separator = QChar(0x1f);

//! Text for people that belongs to no class.
class Joining
{
    Q_DECLARE_TR_FUNCTIONS(portolan::store::Joining)
};

//! What stands in the store for good.
constexpr std::array codes{
    std::pair(JoinReason::DeclaredProduct, QLatin1StringView("declared-product")),
    std::pair(JoinReason::SameProductId, QLatin1StringView("same-product-id")),
    std::pair(JoinReason::SameTeam, QLatin1StringView("same-team")),
    std::pair(JoinReason::SameId, QLatin1StringView("same-id")),
    std::pair(JoinReason::SameTable, QLatin1StringView("same-table")),
    std::pair(JoinReason::FittingTable, QLatin1StringView("fitting-table")),
    std::pair(JoinReason::OnlyName, QLatin1StringView("only-name")),
    std::pair(JoinReason::OtherName, QLatin1StringView("other-name")),
    std::pair(JoinReason::ByHand, QLatin1StringView("by-hand"))};

QString words(JoinReason reason)
{
    switch (reason) {
    case JoinReason::DeclaredProduct:
        return Joining::tr("It says that it is the product “%1”.");
    case JoinReason::SameProductId:
        return Joining::tr("The product has the same id, “%1”.");
    case JoinReason::SameTeam:
        return Joining::tr("Both name the same team: %1.");
    case JoinReason::SameId:
        return Joining::tr("Both have the same id, “%1”.");
    case JoinReason::SameTable:
        return Joining::tr("Both name the same table: %1.");
    case JoinReason::FittingTable:
        return Joining::tr("%1 fits %2, and nothing else does.");
    case JoinReason::OnlyName:
        return Joining::tr("Nothing else has the name “%1”.");
    case JoinReason::OtherName:
        return Joining::tr("Its source says that this is another name of “%1”.");
    case JoinReason::ByHand:
        break;
    }
    return Joining::tr("Joined by hand.");
}

} // namespace

QString keptReason(JoinReason reason, const QStringList &about)
{
    const auto *const code = std::find_if(
        codes.begin(), codes.end(), [reason](const auto &known) { return known.first == reason; });
    QString kept = separator + QString(code->second);
    for (auto part : about)
        kept += separator + part.remove(separator);
    return kept;
}

QString reasonInWords(const QString &kept)
{
    if (!kept.startsWith(separator))
        return kept;
    const auto parts = kept.mid(1).split(separator);
    const auto *const code = std::find_if(codes.begin(), codes.end(), [&](const auto &known) {
        return parts.first() == known.second;
    });
    if (code == codes.end())
        return parts.join(u' '); // of a later version
    // All at once: what a name says must not be taken for a place of the sentence.
    const auto text = words(code->first);
    if (parts.size() == 2)
        return text.arg(parts.at(1));
    return parts.size() > 2 ? text.arg(parts.at(1), parts.at(2)) : text;
}

} // namespace portolan::store
