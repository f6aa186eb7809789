// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/identity.h"
#include "models/items/accountsource.h"

#include <QPromise>

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

    QFuture<Result<void>> remove(const QUuid &account) override
    {
        removed.append(account);
        return ready(Result<void>());
    }

    void sync(const QString &name) override { synced.append(name); }

    void cancelSync() override { ++cancelled; }

    QString syncObstacle() const override { return obstacle; }

    QList<items::AccountFacts> list;
    QList<items::AccountFinding> problems;
    Result<QString> checkAnswer = QStringLiteral("63 files, 12 contracts");
    QStringList checked;
    QList<std::pair<QString, QString>> added;
    QList<QUuid> removed;
    QStringList synced;
    int cancelled = 0;
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
