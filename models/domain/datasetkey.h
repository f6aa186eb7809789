// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace portolan::domain {

//! One part of a qualified name, and whether the source quoted it.
struct NamePart
{
    QString text;
    bool quoted = false;

    bool operator==(const NamePart &) const = default;
};

//! Takes a name as SQL writes it apart: "a"."b".c, `a`.`b.c`, [a].[b]. Quotes are stripped and
//! doubled ones undone; blanks around the parts are dropped. Empty parts are kept.
QList<NamePart> namePartsOf(const QString &sqlName);

//! One word for each data platform, whatever a source calls it: "postgresql" and "postgres" are
//! one, so are "mssql" and "sqlserver". Unknown words come back in lower case.
QString platformWord(const QString &word);

//! The dataset key (ruling 7) "platform:instance:database.schema.object" of \a parts, outermost
//! first; \a instance may be empty, and so may leading parts, which are then left out. Names are in
//! lower case, except quoted ones that would name something else without their quotes. Empty when
//! platform or object are unknown: such a thing does not join.
QString datasetKey(const QString &platform, const QString &instance, const QList<NamePart> &parts);

} // namespace portolan::domain
