// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/entityreader.h"
#include "models/store/merging.h"

#include <QDateTime>

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using domain::EntityKind;
using domain::Related;
using domain::Relation;

// What a page shows of the things that point at it. A list of all members of a large domain is a
// search, not a page.
constexpr int incomingLimit = 2000;

//! "postgres prod db.example.com:5432 sales.public"
QString serverLine(const domain::Server &server)
{
    auto host = server.setting(u"host");
    if (host.isEmpty())
        host = server.setting(u"server");
    const auto port = server.setting(u"port");
    if (!host.isEmpty() && !port.isEmpty())
        host += u':' + port;
    auto place = host;
    for (const auto &key :
         {u"location"_s, u"url"_s, u"endpointUrl"_s, u"account"_s, u"project"_s}) {
        if (place.isEmpty())
            place = server.setting(key);
    }
    QStringList inside;
    for (const auto &key :
         {u"catalog"_s, u"database"_s, u"dataset"_s, u"schema"_s, u"topic"_s, u"path"_s}) {
        if (const auto value = server.setting(key); !value.isEmpty())
            inside.append(value);
    }
    const QStringList parts{server.type, server.environment, place, inside.join(u'.')};
    QStringList filled;
    std::copy_if(parts.cbegin(), parts.cend(), std::back_inserter(filled),
                 [](const QString &part) { return !part.isEmpty(); });
    return filled.join(u' ');
}

//! Collects what hangs on one entity, each thing once for each way it hangs on it.
class RelatedReader
{
public:
    RelatedReader(EntityReader &reader, qint64 self)
        : m_reader(reader)
        , m_self(self)
    {
    }

    QList<Related> found;

    void outgoing(const RecordRow &alias, const domain::Record &record)
    {
        for (const auto &to : record.relations) {
            if (const auto target = m_reader.record(alias.account, to.nativeId))
                add(to.relation, false, *target);
        }
    }

    void incoming(const RecordRow &alias)
    {
        QList<Related> before = std::exchange(found, {});
        for (const auto &link :
             m_reader.links().incoming(alias.account, alias.nativeId, incomingLimit)) {
            if (const auto source = m_reader.records().byId(link.record))
                add(link.relation, true, *source);
        }
        std::sort(found.begin(), found.end(), [](const Related &left, const Related &right) {
            return std::tuple(int(left.relation), left.entity.nativeId)
                < std::tuple(int(right.relation), right.entity.nativeId);
        });
        found = before + found;
    }

    //! The contracts and assets of a product are those of its ports.
    void throughPorts(const RecordRow &alias, const domain::Record &product)
    {
        for (const auto &to : product.relations) {
            if (to.relation != Relation::OutputPort && to.relation != Relation::InputPort)
                continue;
            const auto port = m_reader.record(alias.account, to.nativeId);
            if (!port)
                continue;
            const auto record = m_reader.documents().payload(port->id);
            for (const auto &further : record.relations) {
                const bool shown = further.relation == Relation::GovernedBy
                    || (further.relation == Relation::Exposes
                        && to.relation == Relation::OutputPort);
                const auto target =
                    shown ? m_reader.record(port->account, further.nativeId) : std::nullopt;
                if (target)
                    add(further.relation, false, *target);
            }
        }
    }

private:
    void add(Relation relation, bool incoming, const RecordRow &other)
    {
        const auto key = std::tuple(int(relation), incoming, other.entity);
        if (other.entity == m_self || m_seen.contains(key))
            return;
        auto entity = m_reader.entity(other.entity);
        if (!entity)
            return;
        m_seen.insert(key);
        Related related;
        related.relation = relation;
        related.incoming = incoming;
        related.entity = std::move(*entity);
        if (other.kind == EntityKind::Port)
            addPort(related, other);
        found.append(std::move(related));
    }

    void addPort(Related &related, const RecordRow &port)
    {
        const auto record = m_reader.documents().payload(port.id);
        related.direction = record.direction;
        auto servers = record.servers;
        for (const auto &to : record.relations) {
            if (to.relation != Relation::GovernedBy)
                continue;
            const auto row = m_reader.record(port.account, to.nativeId);
            const auto contract = row ? m_reader.entity(row->entity) : std::nullopt;
            if (!contract)
                continue;
            related.contract = contract->id;
            related.contractName = contract->label();
            related.contractVersion = contract->version;
            if (servers.isEmpty())
                servers = m_reader.documents().payload(row->id).servers;
            break;
        }
        if (!servers.isEmpty())
            related.server = serverLine(servers.first());
    }

    EntityReader &m_reader;
    qint64 m_self;
    std::set<std::tuple<int, bool, qint64>> m_seen;
};

//! Who answers for what \a record tells of; the one that lists show first.
domain::Owners ownersOf(EntityReader &reader, qint64 account, const domain::Record &record)
{
    domain::Owners owners;
    if (!record.ownerId.isEmpty() || !record.ownerName.isEmpty())
        owners.append({record.ownerId, record.ownerName});
    for (const auto &[relation, nativeId] : record.relations) {
        if (relation != Relation::OwnedBy || nativeId == record.ownerId)
            continue;
        const auto row = reader.record(account, nativeId);
        const auto known = row ? reader.entity(row->entity) : std::nullopt;
        owners.append({nativeId, known ? known->label() : QString()});
    }
    return owners;
}

QList<domain::FieldSaying> fieldsOf(const QList<domain::Field> &fields)
{
    QList<domain::FieldSaying> said;
    said.reserve(fields.size());
    for (const auto &field : fields)
        said.append({.path = field.path, .description = field.description});
    return said;
}

} // namespace

domain::Page readPage(EntityReader &reader, qint64 entity)
{
    auto shown = reader.entity(entity);
    if (!shown)
        throw Error{Error::Kind::NotFound, u"there is no such entity"_s};
    domain::Page page;
    page.entity = std::move(*shown);

    const auto aliases = reader.aliases(entity);
    QList<domain::Record> records;
    QStringList names;
    RelatedReader related(reader, entity);
    qint64 fetched = 0;
    PullStateTable pulls(reader.connection());
    for (const auto &alias : aliases) {
        records.append(reader.documents().payload(alias.id));
        names.append(reader.accountName(alias.account));
        page.said.append({.account = reader.account(alias.account),
                          .accountName = names.last(),
                          .nativeId = alias.nativeId,
                          .description = records.last().description,
                          .tags = records.last().tags,
                          .owners = ownersOf(reader, alias.account, records.last()),
                          .fields = fieldsOf(reader.documents().fields(alias.id))});
        page.native.append(reader.documents().native(alias.id));
        related.outgoing(alias, records.last());
        fetched = std::max({fetched, alias.fetchedAt, pulls.lastComplete(alias.account)});
    }
    for (qsizetype i = 0; i < aliases.size(); ++i) {
        if (page.entity.kind == EntityKind::Product)
            related.throughPorts(aliases.at(i), records.at(i));
    }
    for (const auto &alias : aliases)
        related.incoming(alias);
    page.related = std::move(related.found);
    page.merged = merged(records);
    page.merged.fields = reader.fields(entity);
    page.merged.native = page.native;
    page.others = otherValues(page.merged, records, names);
    page.fetchedAt = QDateTime::fromMSecsSinceEpoch(fetched, Qt::UTC);
    return page;
}

} // namespace portolan::store
