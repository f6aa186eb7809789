// SPDX-License-Identifier: GPL-3.0-or-later
// What operations do, in words, and what they are about, in names.
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/items/accessboard.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/items/outboxreading.h"
#include "models/items/outboxtext.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::DecisionKind;
using domain::Operation;

struct Outbox
{
    Q_DECLARE_TR_FUNCTIONS(Outbox)
};

constexpr qsizetype namesShown = 2;
constexpr qsizetype nameMost = 120;

//! "orders", "orders, returns", "orders, returns and 2 more"; \a otherwise where there is none.
QString listText(QStringList names, const QString &otherwise)
{
    for (auto &name : names)
        name = oneLine(name, nameMost);
    if (names.isEmpty())
        return otherwise;
    if (names.size() <= namesShown + 1)
        return names.join(u", "_s);
    return Outbox::tr("%1 and %n more", nullptr, int(names.size() - namesShown))
        .arg(names.mid(0, namesShown).join(u", "_s));
}

QString askedText(const OutboxEntry &entry)
{
    const auto what = listText(entry.subjects, Outbox::tr("something unknown"));
    return entry.consumer.isEmpty()
        ? Outbox::tr("Request access to %1").arg(what)
        : Outbox::tr("Request access to %1 for %2").arg(what, oneLine(entry.consumer, nameMost));
}

QString decidedText(const OutboxEntry &entry)
{
    const auto decision = domain::decisionFromJson(entry.operation.payload);
    const auto label = domain::labelOf(QUuid(entry.operation.objectId));
    const auto what = listText(entry.subjects, Outbox::tr("a port of the request %1").arg(label));
    if (!decision)
        return Outbox::tr("Say something about %1").arg(what);
    const auto whose =
        entry.consumer.isEmpty() ? Outbox::tr("somebody") : oneLine(entry.consumer, nameMost);
    switch (decision->kind) {
    case DecisionKind::Approve:
        return Outbox::tr("Approve %1 for %2").arg(what, whose);
    case DecisionKind::Reject:
        return Outbox::tr("Reject %1 for %2").arg(what, whose);
    case DecisionKind::Ask:
        return Outbox::tr("Ask %2 about %1").arg(what, whose);
    case DecisionKind::Answer:
        return Outbox::tr("Answer about %1 for %2").arg(what, whose);
    case DecisionKind::Withdraw:
        return Outbox::tr("Withdraw the request for %1 for %2").arg(what, whose);
    case DecisionKind::Suspend:
        return Outbox::tr("Suspend the access to %1 for %2").arg(what, whose);
    case DecisionKind::Resume:
        return Outbox::tr("Resume the access to %1 for %2").arg(what, whose);
    case DecisionKind::Terminate:
        break;
    }
    return Outbox::tr("End the access to %1 for %2").arg(what, whose);
}

QString taggedText(const OutboxEntry &entry)
{
    const auto what = listText(entry.subjects, oneLine(entry.operation.objectId, nameMost));
    const auto edit = domain::tagEditFromJson(entry.operation.payload);
    if (!edit)
        return Outbox::tr("Change the tags of %1").arg(what);
    const auto added = listText(edit->added, {});
    const auto removed = listText(edit->removed, {});
    if (removed.isEmpty())
        return Outbox::tr("Tag %1 with %2").arg(what, added);
    return added.isEmpty()
        ? Outbox::tr("Take %2 off %1").arg(what, removed)
        : Outbox::tr("Tag %1 with %2, and take off %3").arg(what, added, removed);
}

QString ownedText(const OutboxEntry &entry)
{
    const auto what = listText(entry.subjects, oneLine(entry.operation.objectId, nameMost));
    const auto edit = domain::ownerEditFromJson(entry.operation.payload);
    if (!edit)
        return Outbox::tr("Change the owners of %1").arg(what);
    if (edit->owners.isEmpty())
        return Outbox::tr("Take the owners off %1").arg(what);
    QStringList names;
    for (const auto &one : edit->owners)
        names.append(one.label());
    return Outbox::tr("Make %2 answer for %1").arg(what, listText(names, {}));
}

//! Names what operations are about.
class Namer
{
public:
    Namer(const AccessBoard &access, const QHash<QString, AccessName> &names)
        : m_access(access)
        , m_names(names)
    {
    }

    void name(OutboxEntry &entry) const
    {
        const auto &operation = entry.operation;
        if (isRequestKind(operation.kind)) {
            entry.request = QUuid(operation.objectId);
            if (const auto request = domain::requestFromJson(operation.payload))
                nameItems(entry, *request, {});
        } else if (isAccessKind(operation.kind)) {
            entry.request = QUuid(operation.objectId);
            const auto decision = domain::decisionFromJson(operation.payload);
            const auto *one = caseOf(m_access, entry.request);
            if (decision && one != nullptr)
                nameItems(entry, one->request, decision->item);
        } else {
            addSubject(entry, operation.objectId);
        }
    }

private:
    AccessName nameOf(const QString &nativeId) const
    {
        const auto found = m_access.names.constFind(nativeId);
        return found != m_access.names.cend() ? *found : m_names.value(nativeId, {nativeId, {}});
    }

    void addSubject(OutboxEntry &entry, const QString &nativeId) const
    {
        const auto found = nameOf(nativeId);
        entry.subjects.append(found.label.isEmpty() ? nativeId : found.label);
        if (entry.subject.isNull())
            entry.subject = found.id;
    }

    //! All items, or the one called \a only.
    void nameItems(OutboxEntry &entry, const domain::AccessRequest &request,
                   const QUuid &only) const
    {
        entry.consumer =
            request.consumer.name.isEmpty() ? request.consumer.id : request.consumer.name;
        for (const auto &item : request.items) {
            if (!only.isNull() && item.id != only)
                continue;
            addSubject(entry, item.port);
            // What is opened is the page of the product: a port has none.
            if (const auto product = nameOf(item.product).id; !product.isNull())
                entry.subject = product;
        }
    }

    const AccessBoard &m_access;
    const QHash<QString, AccessName> &m_names;
};

} // namespace

bool isRequestKind(const QString &kind)
{
    return kind == domain::createRequestKind();
}

bool isAccessKind(const QString &kind)
{
    return isRequestKind(kind) || kind == domain::decideRequestKind();
}

QString deedText(const OutboxEntry &entry)
{
    const auto &kind = entry.operation.kind;
    const auto what = listText(entry.subjects, oneLine(entry.operation.objectId, nameMost));
    if (isRequestKind(kind))
        return askedText(entry);
    if (isAccessKind(kind))
        return decidedText(entry);
    if (kind == domain::tagKind())
        return taggedText(entry);
    if (kind == domain::ownKind())
        return ownedText(entry);
    if (kind == domain::describeKind()) {
        const auto edit = domain::descriptionEditFromJson(entry.operation.payload);
        if (edit && !edit->field.isEmpty()) {
            const auto field = oneLine(edit->field, nameMost);
            return edit->description.isEmpty()
                ? Outbox::tr("Take the description off the field %1 of %2").arg(field, what)
                : Outbox::tr("Change the description of the field %1 of %2").arg(field, what);
        }
        return edit && edit->description.isEmpty()
            ? Outbox::tr("Take the description off %1").arg(what)
            : Outbox::tr("Change the description of %1").arg(what);
    }
    return Outbox::tr("%1: %2").arg(oneLine(kind, nameMost), what);
}

OutboxBoard outboxOf(const QList<Operation> &operations, const QHash<QUuid, QString> &accounts,
                     const AccessBoard &access, const QHash<QString, AccessName> &names)
{
    OutboxBoard board;
    for (const auto *known : {&access.names, &names}) {
        for (auto it = known->cbegin(); it != known->cend(); ++it)
            board.names.insert(it.key(), it->label.isEmpty() ? it.key() : it->label);
    }
    const Namer namer(access, names);
    QHash<std::pair<QUuid, QString>, qint64> first;
    for (const auto &operation : operations) {
        OutboxEntry entry{.operation = operation, .accountName = accounts.value(operation.account)};
        namer.name(entry);
        if (operation.state != domain::OperationState::Applied) {
            const auto key = std::pair(operation.account, operation.objectId);
            entry.behind = first.value(key);
            if (entry.behind == 0)
                first.insert(key, operation.id);
        }
        board.entries.append(std::move(entry));
    }
    return board;
}

} // namespace portolan::items
