// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/entropydataplatform.h"

#include "models/domain/approval.h"
#include "models/domain/edit.h"
#include "models/platforms/entropydata/actions.h"
#include "models/platforms/entropydata/entropydatasearch.h"
#include "models/platforms/entropydata/pull.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

//! Text of this file for people.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(portolan::platforms::EntropyData)

public:
    static QString found(int products, bool isMore)
    {
        return isMore ? tr("Entropy Data answers: more than %n data product(s).", nullptr, products)
                      : tr("Entropy Data answers: %n data product(s).", nullptr, products);
    }

    static QList<Ability> abilities()
    {
        using Extent = Ability::Extent;
        return {
            {tr("Catalogue"), Extent::Full, {}},
            {tr("Products and ports"), Extent::Full, tr("ODPS and the vendor's own dialect")},
            {tr("Fields"), Extent::Full, tr("From contracts and assets")},
            {tr("Contracts"), Extent::Full, tr("ODCS, and the older Data Contract Specification")},
            {tr("Lineage"), Extent::Partial,
             tr("Between ports, products and the objects of contracts as they declare it, and "
                "between datasets and jobs as OpenLineage events tell")},
            {tr("Lineage between columns"), Extent::Partial,
             tr("From OpenLineage events, which the platform keeps for 90 days; asked for once an "
                "hour, since its feed does not tell of them")},
            {tr("Checks and results"), Extent::Partial,
             tr("The newest 300 test results, and each new one from then on")},
            {tr("Incidents"), Extent::None, tr("The platform has none")},
            {tr("Access requests"), Extent::Partial,
             tr("Asking, approving, rejecting, withdrawing and ending; reasons stay here")},
            {tr("Write-back"), Extent::Partial,
             tr("Description, tags and the team that owns it, of products, contracts, source "
                "systems, definitions and assets; descriptions of objects and fields of contracts, "
                "and of columns of assets. The platform takes whole documents: what "
                "somebody "
                "else writes in the same second is not seen, and what comes from git is changed "
                "there.")},
            {tr("Change feed"), Extent::Full, {}},
            {tr("Remote search"), Extent::Partial,
             tr("By the platform's AI search, in its mode for finding; needs a key of a team. "
                "What the model writes is left out.")}};
    }
};

//! Where the interface is, without the "/api" that its documents show and all calls begin with.
Result<net::HttpUrl> baseOf(const AccountSettings &settings)
{
    auto url = settings.url;
    auto path = url.path();
    const auto cut = [&path](const QString &end) {
        while (path.endsWith(end))
            path.chop(end.size());
    };
    cut(u"/"_s);
    cut(u"/api"_s);
    url.setPath(path);
    return net::HttpUrl::parse(url.toString());
}

//! The portal of \a settings: the interface's own host, "app." in place of "api.".
Portal portalOf(const AccountSettings &settings, const net::HttpUrl &base)
{
    auto web = settings.options.value(u"web"_s).toString();
    if (web.isEmpty()) {
        web = QString::fromLatin1(base.origin());
        web.replace(u"//api."_s, u"//app."_s);
        // Where it is all of the port: another may begin so.
        if (web.startsWith(u"https:"_s) && web.endsWith(u":443"_s))
            web.chop(4);
    }
    while (web.endsWith(u'/'))
        web.chop(1);
    const auto organisation = settings.options.value(u"organisation"_s).toString();
    return Portal(organisation.isEmpty() ? web : QString(web % u'/' % organisation));
}

QStringList domainsOf(const AccountSettings &settings)
{
    QStringList domains;
    const auto list = settings.options.value(u"domains"_s).toArray();
    for (const auto &one : list)
        domains.append(one.toString().trimmed().toLower());
    domains.removeAll(QString());
    domains.removeDuplicates();
    domains.sort();
    return domains;
}

//! Carries out operations, and remembers that access was given, asked for or found to be.
class WatchedActions final : public ActionPort
{
public:
    explicit WatchedActions(Actions::Setup setup)
        : m_actions(std::move(setup))
    {
    }

    //! Until a pull has read access since. From the beginning: the process before may have been
    //! killed between reading what it had done and noting that.
    bool isAccessOwed = true;

    ActionOutcome send(const domain::Operation &operation) override
    {
        auto outcome = m_actions.send(operation);
        note(operation, outcome.kind == ActionOutcome::Kind::Applied);
        return outcome;
    }

    LookUpOutcome lookUp(const domain::Operation &operation) override
    {
        auto outcome = m_actions.lookUp(operation);
        note(operation, outcome.kind == LookUpOutcome::Kind::Applied);
        return outcome;
    }

    bool honoursKeys() const override { return m_actions.honoursKeys(); }

    qint64 settlingMs() const override { return m_actions.settlingMs(); }

private:
    void note(const domain::Operation &operation, bool isApplied)
    {
        isAccessOwed = isAccessOwed || (isApplied && !domain::isEditKind(operation.kind));
    }

    Actions m_actions;
};

class EntropySession final : public Session
{
public:
    EntropySession(const AccountSettings &settings, const net::HttpUrl &base,
                   const Services &services)
        : m_origin(QString::fromLatin1(base.origin()))
        , m_portal(portalOf(settings, base))
        , m_domains(domainsOf(settings))
        , m_clock(services.clock)
        , m_calls(services.http, base, cancellationOf(m_sink))
        , m_api(m_calls)
        , m_actions(
              {.calls = m_calls,
               .clock = services.clock,
               .origin = m_origin,
               .findItem = [this](const QUuid &item) { return find(item); },
               .knownDocs = [this](const QUuid &id) { return m_memory.accesses.ofRequest(id); }})
    {
    }

    Result<PullResult> pull(const QByteArray &cursor, bool full, PageSink &sink) override
    {
        m_sink = &sink;
        m_memory.hasLedger = m_memory.hasLedger && m_memory.cursor == cursor;
        Pull pull({.api = m_api,
                   .portal = m_portal,
                   .clock = m_clock,
                   .origin = m_origin,
                   .domains = m_domains,
                   .memory = m_memory,
                   .sink = sink},
                  Cursor::fromJson(cursor).value_or(Cursor()));
        auto result = pull.run(full);
        m_memory.hasLedger = m_memory.hasLedger && result;
        m_memory.cursor = result ? result->cursor : QByteArray();
        m_sink = nullptr;
        // The feed tells of what was done here. Where a pull before had read that already, and was
        // killed before it was noted, it tells nothing, and the next pull looks by itself.
        m_actions.isAccessOwed = m_actions.isAccessOwed && !(result && result->access);
        m_memory.isAccessOwed = result ? m_actions.isAccessOwed : m_memory.isAccessOwed;
        return result;
    }

    ActionPort *actions() override { return &m_actions; }

private:
    //! The platform's id of an item: among those that were read, else among all there are now.
    Result<QString> find(const QUuid &item)
    {
        if (const auto known = m_memory.accesses.ofItem(item))
            return known->id;
        for (int number = 0;; ++number) {
            const auto page = m_api.list(u"access"_s, number);
            if (!page)
                return tl::unexpected(page.error());
            for (const auto &node : page->items) {
                const auto doc = readAccess(node, m_origin);
                if (doc && doc->item == item)
                    return doc->id;
            }
            if (!page->hasNext)
                return QString();
        }
    }

    QString m_origin;
    Portal m_portal;
    QStringList m_domains;
    const Clock &m_clock;
    PageSink *m_sink = nullptr;
    ApiCalls m_calls;
    Api m_api;
    WatchedActions m_actions;
    Memory m_memory;
};

class EntropyPlatform final : public Platform
{
public:
    QString name() const override { return u"entropy-data"_s; }

    Capabilities capabilities() const override
    {
        return Capability::Catalogue | Capability::Lineage | Capability::Quality
            | Capability::AccessRequests | Capability::RemoteSearch | Capability::Write
            | Capability::WriteOwners | Capability::WriteFields | Capability::ChangeFeed;
    }

    QList<Ability> abilities() const override { return Text::abilities(); }

    bool keepsOneOwner() const override { return true; }

    RequestTaking requestTaking() const override { return {.onlyYesNoAndEnd = true}; }

    SignInWays signInWays() const override
    {
        return {.ways = {SignInWay::Token},
                .tokenScheme = net::Credential::Scheme::KeyHeader,
                .keyHeader = "x-api-key"};
    }

    QList<OwnSetting> ownSettings() const override
    {
        // A key belongs to an organisation or a team, and says nobody's name.
        return {{.name = u"as"_s,
                 .title = u"Who acts"_s,
                 .byDefault = u"Maya Lindqvist <maya@example.com>"_s}};
    }

    Result<QString> check(const AccountSettings &settings, const Services &services) const override
    {
        const auto base = baseOf(settings);
        if (!base)
            return tl::unexpected(base.error());
        const ApiCalls calls(services.http, *base);
        const auto page = Api(calls).list(u"dataproducts"_s, 0);
        if (!page)
            return tl::unexpected(page.error());
        return Text::found(int(page->items.size()), page->hasNext);
    }

    QString recognised(const AccountSettings &settings, const Services &services) const override
    {
        const auto base = baseOf(settings);
        if (!base)
            return {};
        const auto page = Api(ApiCalls(services.http, *base)).list(u"dataproducts"_s, 0);
        return page ? u"Entropy Data"_s : QString();
    }

    Result<std::unique_ptr<Session>> open(const AccountSettings &settings,
                                          const Services &services) const override
    {
        const auto base = baseOf(settings);
        if (!base)
            return tl::unexpected(base.error());
        if (!services.http)
            return failure(Error::Kind::Usage, u"Entropy Data is reached over HTTP alone"_s);
        return std::make_unique<EntropySession>(settings, *base, services);
    }

    Result<std::unique_ptr<RemoteSearch>>
    openSearch(const AccountSettings &settings, const Services &services,
               const std::function<bool()> &isOver) const override
    {
        const auto base = baseOf(settings);
        if (!base)
            return tl::unexpected(base.error());
        return std::make_unique<EntropyDataSearch>(services.http, *base, portalOf(settings, *base),
                                                   isOver);
    }

    qint64 pullEveryMs() const override { return 60'000; }

    domain::Actor actor(const AccountSettings &settings) const override
    {
        auto said = Platform::actor(settings);
        if (said.email.isEmpty() && settings.user.contains(u'@'))
            said = domain::actorFrom(settings.user);
        return said;
    }
};

} // namespace

std::unique_ptr<Platform> create()
{
    return std::make_unique<EntropyPlatform>();
}

} // namespace portolan::platforms::entropydata
