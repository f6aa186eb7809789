// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/checklist.h"

#include "models/store/qualityhistory.h"

namespace portolan::store {

void CheckList::begin(qint64 version)
{
    *this = {};
    m_version = version;
}

void CheckList::add(CheckRow row, const QList<Name> &names)
{
    const auto index = int(m_rows.size());
    const auto key = QStringList(row.dimension) + row.domain;
    auto group = m_groupAt.constFind(key);
    if (group == m_groupAt.cend()) {
        group = m_groupAt.insert(key, int(m_groups.size()));
        m_groups.append({{}, row.domain, row.dimension, {}});
    }
    m_groupOf.push_back(*group);
    for (const auto &name : names)
        m_rowOfName.insert(name, index);
    m_rows.append(std::move(row));
}

void CheckList::learn(const QualityHistory &history)
{
    // Numbers are given in rising order and never taken back.
    const auto known = qint64(m_rowOfNumber.size());
    history.forEachName(known, [this](qint64 number, const Name &name) {
        m_rowOfNumber.resize(std::size_t(number) + 1, -1);
        const auto row = m_rowOfName.constFind(name);
        if (row == m_rowOfName.cend())
            return;
        m_rowOfNumber[std::size_t(number)] = *row;
        if (m_rows.at(*row).nativeId != name.second)
            m_otherIds.insert(number, name.second);
    });
}

QString CheckList::nativeId(qint64 number) const
{
    const auto other = m_otherIds.constFind(number);
    return other == m_otherIds.cend() ? m_rows.at(rowOf(number)).nativeId : *other;
}

} // namespace portolan::store
