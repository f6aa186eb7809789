// SPDX-License-Identifier: GPL-3.0-or-later
// The contents of operations, member by member.
#include "models/domain/accessjson.h"
#include "models/domain/approval.h"
#include "models/domain/edit.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/items/outboxtext.h"
#include "models/sync/portalcommands.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

struct Outbox
{
    Q_DECLARE_TR_FUNCTIONS(Outbox)
};

//! Names and values, in their order.
using Members = QList<std::pair<QString, QString>>;

// A platform's own document may be of any size; nobody compares more than this by eye.
constexpr qsizetype membersMost = 100;
constexpr qsizetype valueMost = 4000;
constexpr int deepest = 8;

QString cut(const QString &text)
{
    return text.size() > valueMost ? text.left(valueMost) + u'…' : text;
}

QString scalarText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isDouble() ? QLocale::c().toString(value.toDouble(), 'g', 15) : QString();
}

//! Every value of a document that we know nothing about, under its path.
void flatten(const QJsonValue &value, const QString &path, int depth, Members &into)
{
    if (into.size() >= membersMost || depth > deepest)
        return;
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            flatten(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key(), depth + 1,
                    into);
    } else if (value.isArray()) {
        const auto array = value.toArray();
        const bool isPlain = std::none_of(array.begin(), array.end(), [](const auto &one) {
            return one.isObject() || one.isArray();
        });
        QStringList texts;
        for (qsizetype i = 0; i < array.size() && !isPlain; ++i)
            flatten(array.at(i), u"%1[%2]"_s.arg(path).arg(i), depth + 1, into);
        for (qsizetype i = 0; i < array.size() && isPlain; ++i)
            texts.append(scalarText(array.at(i)));
        if (!texts.isEmpty())
            into.append({oneLine(path, 120), cut(texts.join(u", "_s))});
    } else if (const auto text = scalarText(value); !text.isEmpty()) {
        into.append({oneLine(path, 120), cut(text)});
    }
}

QString verbOf(domain::DecisionKind kind)
{
    using domain::DecisionKind;
    switch (kind) {
    case DecisionKind::Approve:
        return Outbox::tr("approve");
    case DecisionKind::Reject:
        return Outbox::tr("reject");
    case DecisionKind::Ask:
        return Outbox::tr("ask for information");
    case DecisionKind::Answer:
        return Outbox::tr("answer");
    case DecisionKind::Withdraw:
        return Outbox::tr("withdraw");
    case DecisionKind::Suspend:
        return Outbox::tr("suspend");
    case DecisionKind::Resume:
        return Outbox::tr("resume");
    case DecisionKind::Terminate:
        break;
    }
    return Outbox::tr("end");
}

QString whenText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : QString();
}

//! Reads one side of an operation.
class SideReader
{
public:
    SideReader(const OutboxEntry &entry, const OutboxBoard &board)
        : m_entry(entry)
        , m_board(board)
    {
    }

    Members read(const QByteArray &side) const
    {
        auto members = known(side);
        if (members.isEmpty() && !side.isEmpty()) {
            const auto document = QJsonDocument::fromJson(side);
            if (document.isNull())
                return {{Outbox::tr("As it is"), cut(QString::fromUtf8(side))}};
            flatten(document.isArray() ? QJsonValue(document.array())
                                       : QJsonValue(document.object()),
                    {}, 0, members);
        }
        members.removeIf([](const auto &member) { return member.second.trimmed().isEmpty(); });
        return members;
    }

private:
    Members known(const QByteArray &side) const
    {
        const auto &kind = m_entry.operation.kind;
        if (kind == domain::createRequestKind()) {
            const auto request = domain::requestFromJson(side);
            return request ? ofRequest(*request) : Members();
        }
        if (kind == domain::decideRequestKind()) {
            const auto decision = domain::decisionFromJson(side);
            return decision ? ofDecision(*decision) : Members();
        }
        if (kind == domain::describeKind()) {
            const auto text = QJsonDocument::fromJson(side).object().value(u"description"_s);
            return text.isString() ? Members{{Outbox::tr("Description"), cut(text.toString())}}
                                   : Members();
        }
        if (kind == domain::ownKind())
            return ofOwners(side);
        const auto edit = kind == domain::tagKind() ? domain::tagEditFromJson(side)
                                                    : failure(Error::Kind::BadInput, {});
        if (!edit)
            return {};
        return {{Outbox::tr("Tags to put on"), edit->added.join(u'\n')},
                {Outbox::tr("Tags to take off"), edit->removed.join(u'\n')}};
    }

    //! Also where there are none, which is what somebody decided.
    Members ofOwners(const QByteArray &side) const
    {
        const auto owners = domain::ownersOf(side);
        if (!owners)
            return {};
        QStringList names;
        for (const auto &one : *owners)
            names.append(one.name.isEmpty() ? nameOf(one.id) : oneLine(one.name, 200));
        return {{Outbox::tr("Owners"),
                 names.isEmpty() ? Outbox::tr("Nobody") : cut(names.join(u'\n'))}};
    }

    QString nameOf(const QString &nativeId) const
    {
        return oneLine(m_board.names.value(nativeId, nativeId), 200);
    }

    Members ofRequest(const domain::AccessRequest &request) const
    {
        QStringList ports;
        for (const auto &item : request.items) {
            auto line = nameOf(item.port);
            if (!item.role.isEmpty())
                line = Outbox::tr("%1, as %2").arg(line, oneLine(item.role, 120));
            if (!item.fields.isEmpty())
                line = Outbox::tr("%1: %2").arg(line, item.fields.join(u", "_s));
            ports.append(line);
        }
        QStringList terms;
        for (const auto &one : request.terms)
            terms.append(Outbox::tr("%1 %2").arg(one.id, one.version));
        return {{Outbox::tr("Ports"), cut(ports.join(u'\n'))},
                {Outbox::tr("For"),
                 request.consumer.name.isEmpty() ? request.consumer.id : request.consumer.name},
                {Outbox::tr("Purpose"), request.purpose},
                {Outbox::tr("Reasons"), cut(request.justification)},
                {Outbox::tr("Period"), periodText(request.from, request.to)},
                {Outbox::tr("Exception"), cut(request.exception)},
                {Outbox::tr("Terms"), cut(terms.join(u'\n'))},
                {Outbox::tr("Asked by"), domain::textOf(request.asker)},
                {Outbox::tr("Asked at"), whenText(request.created)}};
    }

    Members ofDecision(const domain::AccessDecision &decision) const
    {
        return {{Outbox::tr("Decision"), verbOf(decision.kind)},
                {Outbox::tr("Port"), m_entry.subjects.join(u'\n')},
                {Outbox::tr("Step"), decision.step},
                {Outbox::tr("Reason"), cut(decision.reason)},
                {Outbox::tr("By"), domain::textOf(decision.by)},
                {Outbox::tr("At"), whenText(decision.at)}};
    }

    const OutboxEntry &m_entry;
    const OutboxBoard &m_board;
};

void add(QList<OutboxField> &fields, const Members &members, QString OutboxField::*side)
{
    for (const auto &[name, value] : members) {
        auto found = std::find_if(fields.begin(), fields.end(),
                                  [&name = name](const auto &field) { return field.name == name; });
        if (found == fields.end()) {
            fields.append({.name = name, .base = {}, .mine = {}, .theirs = {}});
            found = std::prev(fields.end());
        }
        (*found).*side = value;
    }
}

} // namespace

OutboxSides sidesOf(const OutboxEntry &entry, const OutboxBoard &board)
{
    const auto raw = sync::sidesOf(entry.operation);
    const SideReader reader(entry, board);
    const bool isConflict = entry.operation.state == domain::OperationState::Conflict;
    OutboxSides sides{
        .fields = {}, .hasBase = !raw.base.isEmpty() || isConflict, .hasTheirs = isConflict};
    add(sides.fields, reader.read(raw.mine), &OutboxField::mine);
    add(sides.fields, reader.read(raw.base), &OutboxField::base);
    if (isConflict)
        add(sides.fields, reader.read(raw.theirs), &OutboxField::theirs);
    return sides;
}

} // namespace portolan::items
