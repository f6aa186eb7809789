// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/operation.h"

#include <QHash>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::domain;

namespace {

using State = OperationState;
using Event = OperationEvent;

const QList<State> states{State::Staged,  State::Ready,    State::Sending, State::Ambiguous,
                          State::Applied, State::Conflict, State::Rejected};
const QList<Event> events{Event::Release, Event::Begin,    Event::Apply, Event::Oppose,
                          Event::Refuse,  Event::Postpone, Event::Lose,  Event::Miss,
                          Event::Retry,   Event::Doubt,    Event::Hold};

} // namespace

class TestOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    //! All 77 cells, as ruling 27 and design.md have them: what is not named cannot happen.
    void everyCellOfTheTableIsAsMeant()
    {
        const QHash<QString, QString> meant{
            {u"staged release"_s, u"ready"_s},      {u"staged doubt"_s, u"ambiguous"_s},
            {u"ready begin"_s, u"sending"_s},       {u"ready retry"_s, u"ready"_s},
            {u"ready hold"_s, u"staged"_s},         {u"sending apply"_s, u"applied"_s},
            {u"sending oppose"_s, u"conflict"_s},   {u"sending refuse"_s, u"rejected"_s},
            {u"sending postpone"_s, u"ready"_s},    {u"sending lose"_s, u"ambiguous"_s},
            {u"ambiguous begin"_s, u"sending"_s},   {u"ambiguous apply"_s, u"applied"_s},
            {u"ambiguous lose"_s, u"ambiguous"_s},  {u"ambiguous miss"_s, u"ready"_s},
            {u"ambiguous retry"_s, u"ambiguous"_s}, {u"conflict retry"_s, u"ready"_s},
            {u"conflict doubt"_s, u"ambiguous"_s},  {u"rejected retry"_s, u"ready"_s},
            {u"rejected doubt"_s, u"ambiguous"_s}};
        const QStringList names{u"release"_s, u"begin"_s,    u"apply"_s, u"oppose"_s,
                                u"refuse"_s,  u"postpone"_s, u"lose"_s,  u"miss"_s,
                                u"retry"_s,   u"doubt"_s,    u"hold"_s};
        int possible = 0;
        for (const auto state : states) {
            for (qsizetype i = 0; i < events.size(); ++i) {
                const QString cell = operationStateWord(state) + u' ' + names.at(i);
                const auto next = stateAfter(state, events.at(i));
                const auto found = next ? operationStateWord(*next) : QString();
                QVERIFY2(found == meant.value(cell), qPrintable(cell + u" leads to "_s + found));
                possible += next ? 1 : 0;
            }
        }
        QCOMPARE(possible, meant.size());
    }

    void whatIsAppliedStaysApplied()
    {
        for (const auto event : events)
            QVERIFY(!stateAfter(State::Applied, event));
    }

    void onlyWhatNoPlatformHasCanBeTakenBack()
    {
        for (const auto state : states) {
            QCOMPARE(isUndoable(state), state == State::Staged || state == State::Ready);
            QCOMPARE(isDiscardable(state), state != State::Sending && state != State::Applied);
        }
    }

    void wordsComeBack()
    {
        for (const auto state : states)
            QCOMPARE(operationStateOf(operationStateWord(state)), std::optional(state));
        QVERIFY(!operationStateOf(u"sent"));
    }
};

QTEST_APPLESS_MAIN(TestOperation)
#include "tst_operation.moc"
