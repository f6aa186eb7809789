// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/qualityvalues.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>
#include <utility>
#include <vector>

namespace portolan::store {

class QualityHistory;

//! The checks that there are, as lists show them, and which runs are whose. To find that out takes
//! longer than to read what their runs amount to, and it seldom changes: a reader thread keeps it
//! with its connections from one question to the next.
class CheckList
{
public:
    //! A name that runs are kept under: of an account, and its native id.
    using Name = std::pair<QUuid, QString>;

    //! Whether it was made of the catalogue as it is in \a version.
    bool isOf(qint64 version) const { return m_version == version; }

    //! Begins anew.
    void begin(qint64 version);
    //! Runs under any of \a names are those of \a row, which comes without them.
    void add(CheckRow row, const QList<Name> &names);
    //! Looks up which of the checks that ran are in the list. Throws.
    void learn(const QualityHistory &history);

    //! Without their runs, in the order in which they were added.
    const QList<CheckRow> &rows() const { return m_rows; }

    //! Of which row the runs with \a number are; -1 of none, of a check that is no more.
    int rowOf(qint64 number) const
    {
        return std::size_t(number) < m_rowOfNumber.size() ? m_rowOfNumber[std::size_t(number)] : -1;
    }

    //! The native id that the runs with \a number are kept under.
    QString nativeId(qint64 number) const;

    //! Domains and dimensions of the checks, each pair once, without counts.
    const QList<DayTotals> &groups() const { return m_groups; }

    //! Which of groups() the row \a row is in.
    int groupOf(int row) const { return m_groupOf[std::size_t(row)]; }

private:
    std::optional<qint64> m_version;
    QList<CheckRow> m_rows;
    QHash<Name, int> m_rowOfName;
    QList<DayTotals> m_groups;
    QHash<QStringList, int> m_groupAt;
    std::vector<int> m_groupOf; //!< by row
    std::vector<int> m_rowOfNumber;
    QHash<qint64, QString> m_otherIds; //!< by number, where it is not that of the row
};

} // namespace portolan::store
