// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entitykind.h"
#include "models/store/joining.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::store {

//! What speaks for two things being one that no key joins.
enum class Likeness {
    None, //!< nothing does, or their keys say that they are two
    Ambiguous, //!< what one's key leaves open, the other one's has; but not it alone
    ToolsName, //!< a quality tool calls its table so
    SameName, //!< products and teams of different accounts that are called alike
    SameFields //!< tables that are called alike: one thing only if their fields are equal as well
};

//! A thing as its likeness to others is judged.
struct Lookalike
{
    domain::EntityKind kind = domain::EntityKind::Asset;
    QString type;
    QString name;
    QString title;
    QList<DatasetKey> keys; //!< of its records, as far as they have one
    QStringList keyTexts; //!< the same as written
    QSet<QUuid> accounts;
    bool isOfTool = false; //!< only results of a quality tool name it

    //! Adds what one of its records says; \a datasetKey may be empty.
    void add(const QUuid &account, const QString &nativeId, const QString &datasetKey);
};

//! What speaks for \a left and \a right being one, without a look at their fields. Things that are
//! one already are not to be asked about.
Likeness likenessOf(const Lookalike &left, const Lookalike &right);

//! Whether two tables with these paths have equal fields, and enough of them to mean something.
bool haveEqualFields(const QSet<QString> &left, const QSet<QString> &right);

//! \a likeness of the two in words; \a fields is how many they share.
QString likenessText(Likeness likeness, const Lookalike &left, const Lookalike &right,
                     qsizetype fields);

} // namespace portolan::store
