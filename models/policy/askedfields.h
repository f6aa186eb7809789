// SPDX-License-Identifier: GPL-3.0-or-later
// What a request gives away: the one reading of its field paths, for rules, platforms and
// reviewers.
#pragma once

#include "models/policy/facts.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace portolan::policy {

//! Paths, of which a long contract has ten thousand, and what they stand in: "a" in "a.b" and in
//! "a[]". Values; any thread.
class FieldPaths
{
public:
    void add(const QString &path);

    //! Whether \a path is one of these.
    bool has(const QString &path) const { return m_paths.contains(path); }

    //! Whether \a path is one of these, or stands in one, or one stands in it.
    bool touch(const QString &path) const;

private:
    QSet<QString> m_paths;
    QSet<QString> m_above;
};

//! The fields that an item asks for, as it names them: tables, columns with or without their table,
//! and what columns stand in. Naming none asks for all.
class AskedFields
{
public:
    explicit AskedFields(const QStringList &paths);

    //! Whether asking for these gives \a field away, or what it stands in.
    bool include(const FieldFacts &field) const;

private:
    FieldPaths m_paths;
    bool m_isAll;
};

//! The first of \a paths that names nothing among \a known: no table, no column, nothing that
//! columns stand in. Empty where each names something. What such a path gives away nobody can tell.
QString unknownPathIn(const QStringList &paths, const QList<FieldFacts> &known);

} // namespace portolan::policy
