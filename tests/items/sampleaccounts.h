// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/identity.h"
#include "models/items/accountsource.h"

#include <QHash>
#include <QPromise>

#include <functional>
#include <optional>

namespace portolan::tests {

//! Accounts from memory that answer at once and remember what was asked of them.
class SampleAccounts : public items::AccountSource
{
    Q_OBJECT

public:
    explicit SampleAccounts(QObject *parent = nullptr)
        : AccountSource(parent)
    {
        using namespace Qt::Literals::StringLiterals;
        const QStringList can{u"catalogue"_s, u"files"_s, u"change-feed"_s};
        items::AccountFacts demo;
        demo.id = demoAccountId();
        demo.name = u"Demo mesh"_s;
        demo.platform = u"demo"_s;
        demo.place = u"/usr/share/portolan/demo"_s;
        demo.isFolder = true;
        demo.capabilities = can;
        demo.lastSync = QDateTime({2026, 11, 23}, {13, 0}, Qt::UTC);
        demo.state = u"complete"_s;
        demo.counts = {{domain::EntityKind::Product, 40},
                       {domain::EntityKind::Asset, 118},
                       {domain::EntityKind::Port, 124},
                       {domain::EntityKind::Contract, 61}};
        items::AccountFacts mesh = demo;
        mesh.id = entityId(demoAccountId(), u"mesh"_s);
        mesh.name = u"mesh"_s;
        mesh.platform = u"files"_s;
        mesh.place = u"/srv/mesh"_s;
        mesh.state = u"failed"_s;
        mesh.error = u"the folder /srv/mesh cannot be read"_s;
        mesh.counts = {{domain::EntityKind::Product, 3}};
        mesh.problems = 3;
        list = {demo, mesh};

        using Severity = domain::Finding::Severity;
        problems = {
            {{u"orders/order-events.odcs.yaml"_s, 14, 3, Severity::Error, u"odcs.required"_s,
              u"schema[0].name"_s, u"The object has no name."_s, u"Give it the table's name."_s},
             u"mesh"_s,
             u"/srv/mesh"_s},
            {{u"orders/order-events.odcs.yaml"_s,
              2,
              1,
              Severity::Info,
              u"odcs.version"_s,
              u"apiVersion"_s,
              u"Version 2.2 is old; it is read as it is."_s,
              {}},
             u"mesh"_s,
             u"/srv/mesh"_s},
            {{u"customer/customer.odps.yaml"_s,
              0,
              0,
              Severity::Warning,
              u"odps.owner"_s,
              {},
              u"Nobody owns the product."_s,
              u"Name a team."_s},
             u"mesh"_s,
             u"/srv/mesh"_s},
        };
    }

    //! A server whose token is not kept anywhere.
    static items::AccountFacts corp()
    {
        using namespace Qt::Literals::StringLiterals;
        items::AccountFacts corp;
        corp.id = entityId(demoAccountId(), u"corp"_s);
        corp.name = u"corp"_s;
        corp.platform = u"datahub"_s;
        corp.place = u"https://datahub.example.com"_s;
        corp.capabilities = {u"catalogue"_s, u"lineage"_s, u"write"_s, u"change-feed"_s};
        using Extent = items::AbilityFacts::Extent;
        corp.abilities = {{u"Catalogue"_s, Extent::Full, {}},
                          {u"Lineage between columns"_s, Extent::Partial, u"where it is told"_s},
                          {u"Access requests"_s, Extent::None, u"their own page is opened"_s}};
        corp.by = items::SignInBy::Token;
        corp.signIn = items::SignInState::TokenNeeded;
        corp.domains = {u"Orders"_s, u"Fulfilment"_s};
        corp.lastSync = QDateTime({2026, 11, 23}, {13, 0}, Qt::UTC);
        corp.state = u"complete"_s;
        corp.counts = {{domain::EntityKind::Asset, 12345}};
        return corp;
    }

    QFuture<Result<QList<items::AccountFacts>>> accounts() override
    {
        return ready(Result<QList<items::AccountFacts>>(list));
    }

    QFuture<Result<QList<items::AccountFinding>>> findings() override
    {
        return ready(Result<QList<items::AccountFinding>>(problems));
    }

    QFuture<Result<QString>> checkFolder(const QString &folder) override
    {
        checked.append(folder);
        return ready(checkAnswer);
    }

    QFuture<Result<void>> addFolder(const QString &name, const QString &folder) override
    {
        added.append({name, folder});
        return ready(Result<void>());
    }

    QFuture<Result<int>> undone(const QUuid &account) override
    {
        return ready(Result<int>(waiting.value(account)));
    }

    QFuture<Result<void>> remove(const QUuid &account) override
    {
        removed.append(account);
        return ready(Result<void>());
    }

    QFuture<Result<void>> arrange(const QList<QUuid> &accounts) override
    {
        arranged.append(accounts);
        QList<items::AccountFacts> sorted;
        for (const auto &id : accounts) {
            for (const auto &one : std::as_const(list)) {
                if (one.id == id)
                    sorted.append(one);
            }
        }
        list = sorted;
        return ready(Result<void>());
    }

    QList<items::PlatformChoice> platforms() const override
    {
        using By = items::SignInBy;
        QList<items::PlatformChoice> offered{
            {QStringLiteral("datahub"),
             {By::Token, By::Browser, By::Device},
             QStringLiteral("settings/tokens"),
             {}},
            {QStringLiteral("marquez"), {By::Nobody, By::Password}, {}, {}},
            {QStringLiteral("opa"),
             {By::Nobody, By::Token},
             {},
             {{QStringLiteral("requestPath"), QStringLiteral("Document about requests"),
               QStringLiteral("mesh/access/request")}},
             false}};
        return offered + more;
    }

    QFuture<Result<QString>> checkServer(const items::ServerAccount &account) override
    {
        servers.append(account);
        return ready(serverAnswer);
    }

    QFuture<Result<items::SecretPlace>> addServer(const items::ServerAccount &account) override
    {
        addedServers.append(account);
        if (whenAdding)
            whenAdding();
        if (addProblem)
            return ready(Result<items::SecretPlace>(tl::unexpected(*addProblem)));
        return ready(Result<items::SecretPlace>(place));
    }

    void dropServer(const items::ServerAccount &account) override { dropped.append(account.id); }

    void signIn(const items::ServerAccount &account) override { signIns.append(account); }

    void stopSignIn() override { ++stoppedSignIns; }

    QFuture<QStringList> knownDomains(const QUuid &) override
    {
        return QtFuture::makeReadyFuture(domains);
    }

    QFuture<Result<items::ServerAccount>> server(const QUuid &account) override
    {
        auto stored = known;
        stored.id = account;
        return ready(Result<items::ServerAccount>(stored));
    }

    QFuture<Result<QString>> tryServer(const items::ServerAccount &changed) override
    {
        tried.append(changed);
        return ready(serverAnswer);
    }

    QFuture<Result<items::SecretPlace>> changeServer(const items::ServerAccount &changed) override
    {
        changedServers.append(changed);
        return ready(changeAnswer);
    }

    int leftSecrets() const override { return secretsLeft; }

    void removeLeftSecrets() override { ++leftRemovals; }

    void leaveServer(const QUuid &account) override { left.append(account); }

    QFuture<Result<void>> signOut(const QUuid &account) override
    {
        signedOut.append(account);
        for (auto &one : list) {
            if (one.id == account)
                one.signIn = items::SignInState::TokenNeeded;
        }
        Q_EMIT changed();
        return ready(Result<void>());
    }

    QFuture<Result<items::SecretPlace>> renewServer(const items::ServerAccount &account) override
    {
        renewed.append(account);
        if (renewProblem)
            return ready(Result<items::SecretPlace>(tl::unexpected(*renewProblem)));
        return ready(Result<items::SecretPlace>(place));
    }

    void sync(const QString &name) override { synced.append(name); }

    void cancelSync() override { ++cancelled; }

    QString syncObstacle() const override { return obstacle; }

    QList<items::AccountFacts> list;
    QList<items::AccountFinding> problems;
    Result<QString> checkAnswer = QStringLiteral("63 files, 12 contracts");
    QStringList checked;
    QList<std::pair<QString, QString>> added;
    QList<QList<QUuid>> arranged;
    QHash<QUuid, int> waiting; //!< what undone() says, by account
    QList<QUuid> removed;
    QList<QUuid> signedOut;
    QList<items::PlatformChoice> more; //!< platforms behind the others
    QStringList synced;
    Result<QString> serverAnswer = QStringLiteral("DataHub 1.3.0, 12,345 datasets");
    items::SecretPlace place = items::SecretPlace::Keyring;
    std::optional<Error> addProblem; //!< of adding a server
    std::function<void()> whenAdding; //!< a server, while it is not answered
    std::optional<Error> renewProblem; //!< of signing in again
    Result<items::SecretPlace> changeAnswer = items::SecretPlace::Keyring;
    QStringList domains; //!< that are known
    items::ServerAccount known = {
        .name = QStringLiteral("corp"),
        .platform = QStringLiteral("datahub"),
        .url = QStringLiteral("https://datahub.example.com"),
    };
    QList<items::ServerAccount> tried;
    QList<items::ServerAccount> changedServers;
    QList<QUuid> left;
    QList<items::ServerAccount> servers;
    QList<items::ServerAccount> addedServers;
    QList<items::ServerAccount> signIns;
    QList<items::ServerAccount> renewed;
    QList<QUuid> dropped;
    int stoppedSignIns = 0;
    int cancelled = 0;
    int secretsLeft = 0; //!< of removed accounts
    int leftRemovals = 0; //!< how often that was asked for
    QString obstacle;

private:
    template <typename T>
    static QFuture<T> ready(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
};

} // namespace portolan::tests
