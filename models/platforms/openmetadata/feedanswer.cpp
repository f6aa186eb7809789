// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/feedanswer.h"

#include "models/platforms/openmetadata/collections.h"
#include "models/platforms/openmetadata/contracts.h"
#include "models/platforms/openmetadata/listanswer.h"
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/products.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;
using formats::json::text;

constexpr qint64 overlapMs = 1'000;

//! Types that other things name by their names: those things change with them, unsaid.
bool isNamedByOthers(const QString &type)
{
    static const QSet<QString> types{u"domain"_s,         u"dataProduct"_s, u"tag"_s,
                                     u"classification"_s, u"glossary"_s,    u"glossaryTerm"_s};
    return types.contains(type);
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

//! References in a value of a change description: a text that is JSON itself.
QList<Reference> referencesIn(const QString &value)
{
    const auto bytes = value.toUtf8();
    formats::json::JsonParser parser;
    Json json;
    QList<Reference> found;
    if (parser.parse(viewOf(bytes), viewOf(bytes)).get(json) != simdjson::SUCCESS)
        return found;
    for (const auto &item : formats::json::items(json))
        found.append(referenceOf(item));
    return found;
}

class Events
{
public:
    explicit Events(const Cursor &cursor)
        : m_cursor(cursor)
        , m_known(cursor.feedIds.begin(), cursor.feedIds.end())
    {
    }

    void add(const Json &event)
    {
        bool ok = false;
        const auto at = text(event, "timestamp").toLongLong(&ok);
        const auto id = text(event, "id");
        if (!ok || at < m_cursor.feedAt - overlapMs)
            return;
        if (!id.isEmpty())
            m_result.seen.append({at, id});
        m_result.newestAt = std::max(m_result.newestAt, at);
        if (m_known.contains(id))
            return;
        ++m_result.events;
        take(event);
    }

    FeedAnswer finish()
    {
        // A hint that came again later is taken where it came last.
        for (qsizetype i = 0; i < m_hints.size(); ++i) {
            const auto &hint = m_hints.at(i);
            if (m_last.value(hint.type % u'\n' % hint.key) == i)
                m_result.hints.append(hint);
        }
        m_result.removed.removeDuplicates();
        return std::move(m_result);
    }

private:
    //! Native ids of ports of one product, or of what would be ports, as one event tells them.
    struct Membership
    {
        QStringList before;
        QStringList now;
    };

    void take(const Json &event)
    {
        const auto kind = text(event, "eventType");
        const auto type = text(event, "entityType");
        const auto isGone = kind == u"entityDeleted" || kind == u"entitySoftDeleted";
        if (!collectionOf(type)) {
            takeHolder(event, type, isGone);
            return;
        }
        Hint hint{.type = type,
                  .key = text(event, "entityId"),
                  .fqn = text(event, "entityFullyQualifiedName"),
                  .isGone = isGone};
        if (hint.key.isEmpty())
            return;
        const auto isRecursive = formats::json::isTrue(member(event, "recursive"));
        m_result.isSweepDue |= isGone && (isRecursive || isNamedByOthers(type));
        if (isGone && type == u"dataProduct")
            m_result.goneProducts.append(nativeIdOf(type, hint.fqn));
        if (!isGone)
            takeChanges(event, hint);
        if (type == u"dataContract")
            takeContract(event);
        add(hint);
    }

    //! A service, database or schema: what it holds takes after it.
    void takeHolder(const Json &event, const QString &type, bool isGone)
    {
        static const QSet<QString> inherited{u"owners"_s, u"domains"_s, u"name"_s};
        if (!holderTypes().contains(type))
            return;
        m_result.isSweepDue |= isGone || text(event, "eventType") == u"entityRestored";
        for (const auto &name : changedIn(event))
            m_result.isSweepDue |= inherited.contains(name);
    }

    static QStringList changedIn(const Json &event)
    {
        QStringList names;
        const auto change = member(event, "changeDescription");
        for (const auto key : {"fieldsAdded", "fieldsUpdated", "fieldsDeleted"}) {
            for (const auto &field : formats::json::items(member(change, key)))
                names.append(text(field, "name"));
        }
        return names;
    }

    void takeChanges(const Json &event, const Hint &hint)
    {
        m_result.hasMoved |= changedIn(event).contains(u"domains"_s);
        const auto change = member(event, "changeDescription");
        for (const auto &field : formats::json::items(member(change, "fieldsUpdated"))) {
            const auto name = text(field, "name");
            const auto former = text(field, "oldValue");
            if (former.isEmpty() || hint.fqn.isEmpty())
                continue;
            // Our ids follow names, so a rename is another thing here: the former goes in the same
            // page in which the new one comes, and what names it follows with a sweep.
            if (name == u"fullyQualifiedName" && former != hint.fqn)
                rename(hint, former);
            else if (name == u"name")
                rename(hint, joined(partsOf(parentOf(hint.fqn)) + QStringList{former}));
        }
        if (hint.type != u"dataProduct")
            return;
        Membership told;
        for (const auto key : {"fieldsAdded", "fieldsDeleted", "fieldsUpdated"}) {
            for (const auto &field : formats::json::items(member(change, key)))
                takeMembership(field, nativeIdOf(hint.type, hint.fqn), told);
        }
        // An old value lists also what stays: that would be gone for good where the server then
        // does not say which ports there are.
        for (const auto &port : std::as_const(told.now))
            m_result.removed.removeAll(port);
        for (const auto &port : std::as_const(told.before)) {
            if (!told.now.contains(port))
                m_result.removed.append(port);
        }
    }

    void rename(const Hint &hint, QString former)
    {
        while (former.startsWith(u'.'))
            former.remove(0, 1);
        if (former == hint.fqn)
            return;
        m_result.removed.append(nativeIdOf(hint.type, former));
        if (hint.type == u"dataProduct")
            m_result.goneProducts.append(nativeIdOf(hint.type, former));
        m_result.isSweepDue |= isNamedByOthers(hint.type) || hint.type == u"table";
    }

    //! Which assets and ports a product has changes nothing in these, so they get no event.
    void takeMembership(const Json &field, const QString &product, Membership &told)
    {
        const auto name = text(field, "name");
        if (name != u"assets" && name != u"inputPorts" && name != u"outputPorts")
            return;
        const auto takeSide = [&](const char *key, QStringList &ports) {
            for (const auto &asset : referencesIn(text(field, key))) {
                if (name == u"assets")
                    add({.type = asset.type, .key = asset.id, .fqn = asset.fqn});
                ports.append(PortReader::idOf(product, asset.nativeId()));
            }
        };
        takeSide("newValue", told.now);
        takeSide("oldValue", told.before);
    }

    //! What a contract is about points at it.
    void takeContract(const Json &event)
    {
        const auto bytes = text(event, "entity").toUtf8();
        formats::json::JsonParser parser;
        Json json;
        if (parser.parse(viewOf(bytes), viewOf(bytes)).get(json) != simdjson::SUCCESS)
            return;
        const auto subject = subjectOf(json);
        if (!subject.id.isEmpty())
            add({.type = subject.type, .key = subject.id, .fqn = subject.fqn});
    }

    void add(const Hint &hint)
    {
        if (!collectionOf(hint.type) || hint.key.isEmpty())
            return;
        m_last.insert(hint.type % u'\n' % hint.key, m_hints.size());
        m_hints.append(hint);
    }

    const Cursor &m_cursor;
    QSet<QString> m_known;
    QList<Hint> m_hints;
    QHash<QString, qsizetype> m_last; //!< by type and key
    FeedAnswer m_result;
};

} // namespace

Result<FeedAnswer> feedAnswerOf(const QByteArray &body, const QString &asked, const Cursor &cursor)
{
    const auto list = listAnswerOf(body, asked);
    if (!list)
        return tl::unexpected(list.error());
    Events events(cursor);
    formats::json::JsonParser parser;
    for (const auto item : list->items) {
        Json event;
        if (parser.parse(viewOf(list->body), item).get(event) == simdjson::SUCCESS)
            events.add(event);
    }
    return events.finish();
}

QString feedTypes(bool withDrives)
{
    QStringList types;
    for (const auto &collection : collections()) {
        if (withDrives || !collection.isOfDrive)
            types.append(collection.type);
    }
    types += holderTypes();
    if (!withDrives)
        types.removeAll(driveService());
    return types.join(u',');
}

} // namespace portolan::platforms::openmetadata
