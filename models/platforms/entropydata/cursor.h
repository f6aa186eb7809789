// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>

namespace portolan::platforms::entropydata {

//! Where a pull goes on. As small for a large catalogue as for a small one, since every page
//! carries it: what grows stands in the Ledger.
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
    bool isUnproven = false; //!< both were disturbed: what is gone is to be found before long
    QDateTime swept; //!< UTC, when the last sweep ended
    QString teams; //!< Teams::digest() of what the records have from them
    QDateTime lineageRead; //!< UTC, when the events of pipelines were last read
    QDateTime lineageEmpty; //!< UTC, since when there are none where there were some
    QString domains; //!< that the last sweep kept, in lower case and in order; empty: all
    QString apart; //!< digest of the names that a person kept apart then
    QHash<QString, qint64> counts; //!< of each list, in the last sweep

    QByteArray toJson() const;
    //! Nothing where \a text is no cursor. Of one of an older version the number of its sweep is
    //! left: records are marked with it.
    static std::optional<Cursor> fromJson(const QByteArray &text);
};

} // namespace portolan::platforms::entropydata
