// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::platforms::entropydata {

//! What belongs to products and contracts, as far as was told: the feed names those alone, so that
//! a part that is gone, or a product that shows another one's part, is known from here.
struct Ledger
{
    //! What was made of one document.
    struct Entry
    {
        QStringList children; //!< native ids of all its records but the first
        QStringList uses; //!< of a product: contracts; of a contract: its objects

        bool operator==(const Entry &) const = default;
    };

    QHash<QString, Entry> entries; //!< by native id of the product or contract
    QHash<QString, QString> readers; //!< by id of an access: the product that was granted it
    QHash<QString, QString> asked; //!< by id of an access: when it was asked for
    QHash<QString, QString> decided; //!< by id of an access: when it was decided

    //! The products that name the contract.
    QStringList usersOf(const QString &contract) const;

    QStringList objectsOf(const QString &contract) const { return entries.value(contract).uses; }

    QByteArray packed() const;
    //! An empty one where \a packed is none.
    static Ledger unpacked(const QByteArray &packed);

    bool operator==(const Ledger &) const = default;
};

//! Where a pull goes on.
struct Cursor
{
    QString feed; //!< the last event that was dealt with
    bool hasFeed = false; //!< the feed was read up to \a feed, be it empty
    qint64 sweep = 0; //!< number of the sweep that is under way, or was the last
    std::optional<int> part; //!< where the sweep is; absent behind its end
    int page = 0;
    bool isPartial = false; //!< the sweep could not see everything
    bool isToRepeat = false; //!< the last sweep was disturbed: one more, and no third
    bool isRepeated = false; //!< the sweep is that one more
    QDateTime swept; //!< UTC, when the last sweep ended
    QString teams; //!< Teams::digest() of what the records have from them
    QHash<QString, qint64> counts; //!< of each list, in the last sweep
    Ledger ledger;

    QByteArray toJson() const;
    //! Nothing where \a text is no cursor of this version.
    static std::optional<Cursor> fromJson(const QByteArray &text);
};

} // namespace portolan::platforms::entropydata
