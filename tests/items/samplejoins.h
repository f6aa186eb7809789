// SPDX-License-Identifier: GPL-3.0-or-later
// What is joined in a small mesh, from memory.
#pragma once

#include "models/base/identity.h"
#include "models/items/joinsource.h"

#include <QHash>
#include <QPromise>
#include <QStringList>

#include <functional>
#include <utility>

namespace portolan::tests {

//! Answers at once, or, when told to hold, when the test says so; notes each act in words.
class SampleJoins : public items::JoinSource
{
    Q_OBJECT

public:
    explicit SampleJoins(QObject *parent = nullptr)
        : JoinSource(parent)
    {
        using namespace Qt::Literals::StringLiterals;
        const domain::JoinDecision joined{
            mesh().account, u"model.shop.orders"_s, hub().account, u"urn:x"_s,
            true,           u"Maya Lindqvist"_s,    moment()};
        const domain::JoinDecision apart{
            mesh().account, u"model.shop.orders"_s, hub().account, u"urn:old"_s,
            false,          u"Maya Lindqvist"_s,    moment()};
        domain::ThingJoins orders;
        orders.thing = mesh().thing;
        orders.names = {
            {mesh(), {}, {}},
            {hub(), u"Both name the same table: postgres:db:5432:shop.public.orders."_s, {}},
            {name(u"corp"_s, u"urn:x"_s, u"orders"_s, orders.thing), u"Joined by hand."_s, joined}};
        orders.apart = {{mesh(), name(u"corp"_s, u"urn:old"_s, u"orders, old"_s), {apart}, true}};
        orders.suggestions = {{mesh(), name(u"corp"_s, u"urn:lake"_s, u"orders in the lake"_s),
                               u"Both are called “orders” and have the same 12 fields."_s}};
        orders.values = {{u"description"_s,
                          u"Each order once."_s,
                          u"mesh"_s,
                          {{u"description"_s, u"All orders"_s, u"corp"_s}}},
                         {u"ownerName"_s, u"Order team"_s, u"corp"_s, {}}};
        things.insert(orders.thing, orders);
        board.joined = {orders};
        board.joinedTotal = 1;
        board.suggestions = orders.suggestions;
        board.suggestions.append({name(u"mesh"_s, u"customers"_s, u"Customers"_s),
                                  name(u"corp"_s, u"urn:customers"_s, u"customers"_s),
                                  u"Both are called “Customers”, but have different ids."_s});
        board.decisions = {{joined, mesh(), orders.names.at(2).name},
                           {apart, mesh(), orders.apart.first().other}};
    }

    static QDateTime moment() { return {QDate(2026, 11, 23), QTime(14, 2), Qt::UTC}; }

    static domain::JoinName name(const QString &account, const QString &nativeId,
                                 const QString &label, const QUuid &thing = {})
    {
        domain::JoinName one;
        one.account = entityId(demoAccountId(), account);
        one.accountName = account;
        one.platform = QStringLiteral("files");
        one.nativeId = nativeId;
        one.label = label;
        one.type = QStringLiteral("table");
        one.thing = thing.isNull() ? entityId(one.account, nativeId) : thing;
        return one;
    }

    //! The name that leads.
    static domain::JoinName mesh()
    {
        return name(QStringLiteral("mesh"), QStringLiteral("model.shop.orders"),
                    QStringLiteral("Orders"));
    }

    //! Another name of the same thing.
    static domain::JoinName hub()
    {
        return name(
            QStringLiteral("corp"),
            QStringLiteral("urn:li:dataset:(urn:li:dataPlatform:postgres,shop.public.orders,"
                           "PROD)"),
            QStringLiteral("orders"), mesh().thing);
    }

    QFuture<Result<domain::ThingJoins>> joins(const QUuid &thing) override
    {
        asked.append(thing);
        const auto found = things.constFind(thing);
        if (found == things.cend())
            return answer<domain::ThingJoins>(failure(Error::Kind::NotFound, {}));
        return answer<domain::ThingJoins>(*found);
    }

    QFuture<Result<domain::JoinBook>> book() override { return answer<domain::JoinBook>(board); }

    QFuture<Result<domain::JoinStep>> keepApart(const domain::JoinName &one) override
    {
        return act(QStringLiteral("apart ") + one.nativeId);
    }

    QFuture<Result<domain::JoinStep>> join(const domain::JoinName &a,
                                           const domain::JoinName &b) override
    {
        return act(QStringLiteral("join ") + a.nativeId + u' ' + b.nativeId);
    }

    QFuture<Result<domain::JoinStep>> dismiss(const domain::JoinName &a,
                                              const domain::JoinName &b) override
    {
        return act(QStringLiteral("dismiss ") + a.nativeId + u' ' + b.nativeId);
    }

    QFuture<Result<domain::JoinStep>> forget(const QList<domain::JoinDecision> &decisions) override
    {
        return act(QStringLiteral("forget ") + decisions.first().nativeB);
    }

    QFuture<Result<domain::JoinStep>> restore(const domain::JoinStep &step) override
    {
        return act(QStringLiteral("restore ") + step.forgotten.first().nativeA);
    }

    //! Lets the held answers go, oldest first.
    void releaseAll()
    {
        for (const auto &give : std::exchange(m_held, {}))
            give();
    }

    QHash<QUuid, domain::ThingJoins> things;
    domain::JoinBook board;
    QList<QUuid> asked;
    QStringList acts;
    std::optional<Error> refusal; //!< of acts
    bool hold = false;

private:
    //! The step back names the act, so that what takes it back is seen.
    QFuture<Result<domain::JoinStep>> act(const QString &what)
    {
        acts.append(what);
        if (refusal)
            return answer<domain::JoinStep>(tl::unexpected<Error>(*refusal));
        domain::JoinDecision pair;
        pair.nativeA = what;
        return answer<domain::JoinStep>(domain::JoinStep{{}, {pair}});
    }

    template <typename T>
    QFuture<Result<T>> answer(Result<T> value)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto give = [promise, value = std::move(value)] {
            promise->addResult(value);
            promise->finish();
        };
        if (hold)
            m_held.append(give);
        else
            give();
        return promise->future();
    }

    QList<std::function<void()>> m_held;
};

} // namespace portolan::tests
