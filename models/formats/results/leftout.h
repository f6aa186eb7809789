// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/results/resultfile.h"

#include <QString>

#include <optional>

namespace portolan::formats::results {

//! Counts the entries of one list that cannot be read, and tells all of them in one finding: a
//! broken entry must not vanish silently, and a broken file must not flood the list of problems.
class LeftOut
{
public:
    //! \a list is a member of the file's root.
    explicit LeftOut(const QString &list)
        : m_list(list)
    {
    }

    //! Entry \a index, because of its \a member; of all of it where that is empty.
    void add(qsizetype index, const QString &member = {});

    int count() const { return m_count; }

    //! What to say about them, at the line of the first; nothing when there are none.
    std::optional<domain::Finding> finding(const ResultFile &file, const QString &rule,
                                           const QString &remedy) const;

    //! Gives \a finding, which tells of these entries in words of its own, the place of the first.
    void place(const ResultFile &file, domain::Finding &finding) const;

private:
    QString m_list;
    int m_count = 0;
    qsizetype m_first = 0;
    QString m_member;
};

} // namespace portolan::formats::results
