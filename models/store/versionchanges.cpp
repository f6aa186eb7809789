// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two states of a contract or product, and whether it breaks a consumer:
// whoever reads a field is broken when it goes, changes its type, may suddenly be empty, or when
// the key that identifies rows is another.
#include "models/store/history.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using domain::Field;
using domain::Record;
using domain::Relation;

class Comparison
{
    Q_DECLARE_TR_FUNCTIONS(portolan::store::Comparison)

public:
    VersionChanges changes;

    void say(const QString &words, bool breaking = false)
    {
        changes.words.append(words);
        changes.breaking = changes.breaking || breaking;
    }

    void scalar(const QString &what, const QString &before, const QString &after)
    {
        if (before == after)
            return;
        if (before.isEmpty())
            say(tr("%1 is now “%2”.").arg(what, after));
        else if (after.isEmpty())
            say(tr("%1 “%2” was removed.").arg(what, before));
        else
            say(tr("%1 changed from “%2” to “%3”.").arg(what, before, after));
    }

    void field(const QString &name, const Field &before, const Field &after)
    {
        const auto typeOf = [](const Field &f) {
            return f.type.isEmpty() ? f.logicalType : f.type;
        };
        if (typeOf(before).compare(typeOf(after), Qt::CaseInsensitive) != 0) {
            say(tr("The type of %1 changed from %2 to %3.")
                    .arg(name, typeOf(before), typeOf(after)),
                true);
        }
        const auto required = [](const Field &f) { return f.nullable && !*f.nullable; };
        if (required(before) && !required(after))
            say(tr("%1 may now be empty.").arg(name), true);
        if (!required(before) && required(after))
            say(tr("%1 is now always filled.").arg(name));
        if (before.primaryKey != after.primaryKey) {
            say(after.primaryKey ? tr("%1 is now part of the key.").arg(name)
                                 : tr("%1 is no longer part of the key.").arg(name),
                true);
        }
        if (before.classification != after.classification)
            scalar(tr("The classification of %1").arg(name), before.classification,
                   after.classification);
        if (before.description != after.description)
            say(tr("The description of %1 changed.").arg(name));
    }

    void schema(const SchemaObject &before, const SchemaObject &after)
    {
        QHash<QString, const Field *> old;
        for (const auto &one : before.fields)
            old.insert(one.path, &one);
        for (const auto &one : after.fields) {
            const QString name = after.name + u'.' + one.path;
            if (const auto *former = old.take(one.path))
                field(name, *former, one);
            else
                say(tr("The field %1 was added.").arg(name));
        }
        for (const auto &one : before.fields) {
            if (old.contains(one.path))
                say(tr("The field %1 was removed.").arg(before.name + u'.' + one.path), true);
        }
    }

    void schemas(const QList<SchemaObject> &before, const QList<SchemaObject> &after)
    {
        QHash<QString, const SchemaObject *> old;
        for (const auto &one : before)
            old.insert(one.nativeId, &one);
        for (const auto &one : after) {
            if (const auto *former = old.take(one.nativeId))
                schema(*former, one);
            else
                say(tr("%1 was added.").arg(one.name));
        }
        for (const auto &one : before) {
            if (old.contains(one.nativeId))
                say(tr("%1 was removed.").arg(one.name), true);
        }
    }

    void promises(const Record &before, const Record &after)
    {
        const auto keyOf = [](const domain::SlaTerm &term) {
            return term.element.isEmpty() ? term.property : term.property + u' ' + term.element;
        };
        const auto textOf = [](const domain::SlaTerm &term) {
            const QString text = term.value + u' ' + term.unit;
            return text.trimmed();
        };
        QHash<QString, QString> old;
        for (const auto &term : before.sla)
            old.insert(keyOf(term), textOf(term));
        for (const auto &term : after.sla) {
            const auto former = old.take(keyOf(term));
            scalar(tr("The promise “%1”").arg(keyOf(term)), former, textOf(term));
        }
        for (const auto &term : before.sla) {
            if (old.contains(keyOf(term)))
                say(tr("The promise “%1” was removed.").arg(keyOf(term)));
        }
    }

    void ports(const Record &before, const Record &after)
    {
        const auto isPort = [](const domain::RelationTo &to) {
            return to.relation == Relation::OutputPort || to.relation == Relation::InputPort
                || to.relation == Relation::ManagementPort;
        };
        for (const auto &to : after.relations) {
            if (isPort(to) && !before.relations.contains(to))
                say(tr("The port %1 was added.").arg(to.nativeId));
        }
        for (const auto &to : before.relations) {
            if (isPort(to) && !after.relations.contains(to))
                say(tr("The port %1 was removed.").arg(to.nativeId),
                    to.relation == Relation::OutputPort);
        }
    }

    void record(const Record &before, const Record &after)
    {
        scalar(tr("The version"), before.version, after.version);
        scalar(tr("The status"), before.status, after.status);
        scalar(tr("The name"), before.name, after.name);
        scalar(tr("The title"), before.title, after.title);
        scalar(tr("The owner"), before.ownerName, after.ownerName);
        scalar(tr("The classification"), before.classification, after.classification);
        if (before.description != after.description)
            say(tr("The description changed."));
        if (before.terms != after.terms)
            say(tr("The terms of use changed."));
        if (before.prices != after.prices)
            say(tr("The price changed."));
        if (before.roles != after.roles)
            say(tr("The roles changed."));
        if (before.servers != after.servers)
            say(tr("The servers changed."));
        if (before.quality != after.quality)
            say(tr("The quality rules changed."));
        if (before.team != after.team)
            say(tr("The team changed."));
        promises(before, after);
        ports(before, after);
    }
};

} // namespace

VersionChanges compareVersions(const VersionDocument &before, const VersionDocument &after)
{
    Comparison comparison;
    comparison.record(before.record, after.record);
    comparison.schemas(before.schema, after.schema);
    return comparison.changes;
}

} // namespace portolan::store
