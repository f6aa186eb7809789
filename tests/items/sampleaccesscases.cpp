// SPDX-License-Identifier: GPL-3.0-or-later
// Who asked for what, and what became of it.
#include "tests/items/sampleaccess.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

using domain::DecisionKind;
using domain::ItemState;
using domain::OperationState;
using items::AccessCase;

void SampleAccess::addReviews()
{
    auto &first = add(u"Assortment insight"_s, elif (),
                      {{u"order_events.v3"_s, u"order_reader"_s},
                       {u"returns.returns_daily"_s, u"returns_reader"_s},
                       {u"customer.customers"_s, u"customer_pii_reader"_s}},
                      u"analytics"_s,
                      u"Find the customer groups with a return rate above 8 % before the Christmas "
                      u"season, to improve size advice. Results are shared as groups of 50 or "
                      u"more."_s,
                      2);
    first.request.items[2].fields = {u"id"_s, u"segment"_s, u"country"_s};
    judgeCase(first);
    say(first, DecisionKind::Ask, maya(), u"Is one season enough?"_s, 6);
    say(first, DecisionKind::Answer, elif (), u"Twelve months are enough, I shortened it."_s, 12);
    say(first, DecisionKind::Approve, ines(), u"Fits the purpose, no personal data"_s, 42, 1);
    say(first, DecisionKind::Approve, elif (), u"It is only a report"_s, 50);
    add(u"Store planning"_s, {u"Kofi Mensah"_s, u"kofi.mensah@example.com"_s},
        {{u"order_events.v3"_s, u"order_reader"_s}}, u"operations"_s,
        u"Plan the opening hours of branches by the orders that are fetched there."_s, 26, 180);
    auto &third = add(u"Ad operations"_s, {u"Lena Vogt"_s, u"lena.vogt@example.com"_s},
                      {{u"order_events.v3"_s, u"order_pii_reader"_s}}, u"trial"_s,
                      u"Look-alike audiences"_s, 74, 500);
    third.request.exception = u"The campaign begins on Friday, and legal has agreed by mail."_s;
    add(u"Fraud desk"_s, {u"Tomás Rivera"_s, u"tomas.rivera@example.com"_s},
        {{u"payment_events.v2"_s, u"payment_reader"_s}}, u"operations"_s,
        u"Stop payments that look like those of last spring while they are made."_s, 98);
}

void SampleAccess::addMine()
{
    const QList<Port> returns{{u"returns.returns_daily"_s, u"returns_reader"_s}};
    const QList<Port> customers{{u"customer.customers"_s, u"customer_pii_reader"_s}};
    const auto why = u"Reconcile refunds with orders at the end of each month."_s;
    auto &unclear = add(u"Order desk"_s, maya(), customers, u"operations"_s, why, 30);
    say(unclear, DecisionKind::Ask, {u"Jonas Baptiste"_s, u"jonas.baptiste@example.com"_s},
        u"Which fields do you need, and for what?"_s, 60);
    add(u"Order quality"_s, maya(), returns + customers, u"analytics"_s, why, 50);
    auto &partly = add(u"Order reports"_s, maya(), returns + customers, u"analytics"_s, why, 200);
    say(partly, DecisionKind::Approve, ines(), {}, 30, 0);
    say(partly, DecisionKind::Reject, {u"Jonas Baptiste"_s, u"jonas.baptiste@example.com"_s},
        u"Groups of 50 are in the port of reports."_s, 90, 1);
    auto &refused = add(u"Order alarms"_s, maya(), returns, u"trial"_s, why, 300, 30);
    say(refused, DecisionKind::Reject, ines(), u"The stream has this, and fresher."_s, 100);
    auto &taken = add(u"Order audits"_s, maya(), returns, u"operations"_s, why, 400);
    say(taken, DecisionKind::Withdraw, maya(), u"The project ended."_s, 100);
    auto &torn = add(u"Order archive"_s, maya(), returns, u"operations"_s, why, 250);
    say(torn, DecisionKind::Approve, ines(), u"Fine"_s, 10);
    say(torn, DecisionKind::Reject, ines(), u"On second thoughts, no"_s, 20);
    auto &draft = add(u"Order labs"_s, maya(), customers, u"analytics"_s, why, 1);
    draft.request.items[0].state = ItemState::Draft;
    draft.place.clear();
    draft.isShared = false;
    draft.waiting = {operation(draft.request.id, OperationState::Staged)};
    fold(draft);
    auto &queued = add(u"Order hotline"_s, maya(), returns, u"operations"_s, why, 3);
    queued.request.items[0].state = ItemState::Queued;
    queued.place.clear();
    queued.isShared = false;
    queued.waiting = {operation(queued.request.id, OperationState::Ready)};
    fold(queued);
    auto &written = add(u"Order museum"_s, maya(), returns, u"operations"_s, why, 20);
    written.isShared = false;
    auto &clashing = add(u"Order twins"_s, maya(), returns, u"operations"_s, why, 22);
    clashing.waiting = {operation(clashing.request.id, OperationState::Conflict)};
    auto &outside = add(u"Order clicks"_s, maya(), {{u"web.clicks"_s, {}}}, u"trial"_s, why, 60);
    outside.request.items[0].state = ItemState::External;
    fold(outside);
}

void SampleAccess::addAgreements()
{
    const auto why = u"Figures of the day for those who answer the phone."_s;
    const auto run = [&](const QString &consumer, const QString &port, const QString &role,
                         const domain::Actor &by, int left) -> AccessCase & {
        auto &one =
            add(consumer, elif (), {{port, role}}, u"operations"_s, why, 24 * 200, 200 + left + 1);
        say(one, DecisionKind::Approve, by, u"Agreed"_s, 60);
        if (one.request.items.first().steps.size() > 1)
            say(one, DecisionKind::Approve, {u"Amara Osei"_s, u"amara.osei@example.com"_s}, {}, 90);
        return one;
    };
    const auto orders = u"order_events.v3"_s;
    const auto reader = u"order_reader"_s;
    run(u"Ad planning"_s, orders, reader, maya(), -21);
    run(u"Campaign attribution"_s, orders, reader, maya(), 7);
    run(u"Finance control"_s, u"returns.returns_daily"_s, u"returns_reader"_s, ines(), 11);
    run(u"Store operations"_s, orders, reader, maya(), 17);
    run(u"Revenue recognition"_s, orders, reader, maya(), 69);
    run(u"Service desk"_s, orders, u"order_pii_reader"_s, maya(), 128);
    for (int i = 1; i <= 8; ++i)
        run(u"Branch %1"_s.arg(i), orders, reader, maya(), 46);
    auto &paused = run(u"Basket study"_s, orders, reader, maya(), 62);
    say(paused, DecisionKind::Suspend, maya(), u"Until the new terms are signed"_s, 600);
    auto &over = run(u"Price watch"_s, orders, reader, maya(), 90);
    say(over, DecisionKind::Terminate, maya(), u"Nobody reads it any more"_s, 900);
    const auto old =
        run(u"Stock forecast"_s, u"stock.levels"_s, {}, ines(), 25).outcome.items.first().agreement;
    auto &renewal =
        add(u"Stock forecast"_s, elif (), {{u"stock.levels"_s, {}}}, u"operations"_s, why, 4, 400);
    renewal.request.renews = old->id;
    fold(renewal);
}

AccessCase &SampleAccess::addHostile(const QString &text)
{
    auto &one =
        add(text, {text, u"eve@example.com"_s}, {{u"order_events.v3"_s, text}}, text, text, 1);
    one.request.exception = text;
    one.request.consumer.id = text;
    one.request.verdicts.append({.policy = text,
                                 .result = domain::PolicyResult::Fail,
                                 .message = text,
                                 .remedy = text,
                                 .source = text});
    say(one, DecisionKind::Answer, {text, u"eve@example.com"_s}, text, 5);
    one.findings.append({.message = text, .remedy = text});
    one.request.items[0].steps = {{text, {maya().email}}};
    fold(one);
    return one;
}

} // namespace portolan::tests
