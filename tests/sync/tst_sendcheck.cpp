// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before an operation leaves (ruling 25): it goes as it is, changed, or back.
#include "tests/sync/outboxbench.h"

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using tests::LossyPort;
using tests::OutboxBench;
using tests::PlatformState;
using Fate = tests::LossyPort::Fate;

class TestSendCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsRefusedIsADraftAgainAndNeverLeft()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        bench.sender->setCheck([](const Operation &operation) -> std::optional<sync::Checked> {
            if (operation.objectId != u"a")
                return {};
            return sync::Checked{.payload = R"({"n":1,"told":true})",
                                 .refusal = u"a rule says no"_s};
        });
        QVERIFY(bench.act(u"a"_s, 1));
        QVERIFY(bench.act(u"a"_s, 2));
        QVERIFY(bench.act(u"b"_s, 3));
        const auto report = bench.send(port);
        QCOMPARE(report, (sync::SendReport{.applied = 1, .held = 1, .why = u"a rule says no"_s}));
        QCOMPARE(port.sent, QList<qint64>{3}); // what is behind it waits with it
        QCOMPARE(bench.states(), (QStringList{u"staged"_s, u"ready"_s, u"applied"_s}));
        bench.reopen();
        const auto held = bench.operations().first();
        QCOMPARE(held.errorText, u"a rule says no"_s);
        QCOMPARE(held.errorCode, u"policy"_s);
        QCOMPARE(held.payload, R"({"n":1,"told":true})");
        QCOMPARE(held.attempts, 0);
        // A person may let it go, or take it back.
        QVERIFY(bench.commands->release(held.id).takeResult());
        QCOMPARE(bench.states().first(), u"ready"_s);
        QVERIFY(bench.operations().first().errorText.isEmpty()); // it was not tried yet
        QVERIFY(bench.commands->undo(held.id).takeResult());
    }

    void whatIsLearnedGoesWithIt()
    {
        OutboxBench bench;
        PlatformState state(true);
        LossyPort port(state);
        QByteArray sent;
        port.beforeSend = [&sent](const Operation &operation) { sent = operation.payload; };
        bool isAsked = false;
        bench.sender->setCheck([&isAsked](const Operation &operation) {
            isAsked = true;
            return std::optional(sync::Checked{.payload = operation.payload + ' ', .refusal = {}});
        });
        QVERIFY(bench.act(u"a"_s, 1));
        const auto before = bench.operations().first().payload;
        QCOMPARE(bench.send(port).applied, 1);
        QVERIFY(isAsked);
        QCOMPARE(sent, before + ' ');
        QCOMPARE(bench.operations().first().payload, before + ' ');
    }

    //! What may have arrived is what it is; what did not, for certain, is looked at once more.
    void onlyWhatDidNotArriveIsAskedAgain()
    {
        OutboxBench bench;
        PlatformState state(false);
        LossyPort port(state);
        int asked = 0;
        bench.sender->setCheck([&asked](const Operation &) -> std::optional<sync::Checked> {
            return ++asked == 1
                ? std::nullopt
                : std::optional(sync::Checked{.payload = {}, .refusal = u"not any more"_s});
        });
        port.fate = [](const Operation &) { return Fate::RequestLost; };
        port.isLookUpLost = [] { return true; };
        QVERIFY(bench.act(u"a"_s, 1));
        bench.send(port);
        bench.send(port, true);
        QCOMPARE(bench.states(), QStringList{u"ambiguous"_s});
        QCOMPARE(asked, 1);
        port.isLookUpLost = {};
        bench.send(port, true);
        QCOMPARE(bench.states(), QStringList{u"staged"_s});
        QCOMPARE(asked, 2);
        QVERIFY(state.effects().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSendCheck)
#include "tst_sendcheck.moc"
