// SPDX-License-Identifier: GPL-3.0-or-later
// A person, a platform and the clock do things at random, processes die in between, and after each
// step what the outbox says is held against what really happened. PORTOLAN_SEED gives the first
// seed, PORTOLAN_RUNS how many (8 where it is not set).
#include "tests/sync/outboxbench.h"

#include <QRandomGenerator>

#include <list>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using domain::OperationState;
using tests::LossyPort;
using tests::OutboxBench;
using tests::PlatformState;
using Fate = tests::LossyPort::Fate;

namespace {

constexpr int stepCount = 150;
constexpr int objectCount = 5;
constexpr qint64 settlingMs = 60'000;

//! Thrown out of the middle of a pass: the process is dead.
struct Killed
{
};

//! One story, and what is known about it from outside.
class Story
{
public:
    Story(quint32 seed, bool honoursKeys)
        : m_random(seed)
        , m_state(honoursKeys)
        , m_port(m_state)
    {
        m_port.settling = settlingMs;
        m_port.retryAfterMs = 30'000;
        m_port.fate = [this](const Operation &operation) { return fateOf(operation); };
        m_port.isLookUpLost = [this] {
            arrive(u"a look-up"_s);
            maybeDie();
            return chance(20);
        };
        m_port.beforeSend = [this](const Operation &operation) {
            arrive(u"a request"_s);
            if (!m_complaint.isEmpty())
                return;
            for (auto it = m_alive.cbegin(); it != m_alive.cend(); ++it) {
                if (it.key() < tests::numberOf(operation.payload) && *it == operation.objectId
                    && !m_isEffective.contains(it.key()) && !hasEffect(it.key()))
                    m_complaint = u"%1 was sent before %2"_s.arg(tests::numberOf(operation.payload))
                                      .arg(it.key());
            }
            maybeDie();
        };
        m_port.afterSend = [this] {
            maybeDie();
            if (m_isTold) // the dead were not told
                m_closedUntil = m_bench.clock.monotonicMs() + m_port.retryAfterMs;
            m_isTold = false;
        };
    }

    //! What went wrong, or empty.
    QString play()
    {
        for (m_step = 0; m_step < stepCount && m_complaint.isEmpty(); ++m_step) {
            step();
            check();
        }
        if (m_complaint.isEmpty())
            heal();
        return m_complaint.isEmpty() ? QString() : u"step %1: "_s.arg(m_step) + m_complaint;
    }

    qsizetype effects() const { return m_state.effects().size(); }

    int deaths() const { return m_deaths; }

private:
    bool chance(int percent) { return !m_isCalm && m_random.bounded(100) < percent; }

    void maybeDie()
    {
        if (!chance(6))
            return;
        ++m_deaths;
        throw Killed();
    }

    bool hasEffect(qint64 number) const
    {
        for (const auto &effect : m_state.effects()) {
            if (effect.number == number)
                return true;
        }
        return false;
    }

    Fate fateOf(const Operation &operation)
    {
        const int dice = m_isCalm ? 100 : m_random.bounded(100);
        if (dice < 30)
            return Fate::AnswerLost;
        if (dice < 36) { // slow: it takes effect later, if at all
            if (m_random.bounded(2) == 0)
                m_underWay.push_back(
                    {m_bench.clock.monotonicMs() + m_random.bounded(int(settlingMs)), operation});
            return Fate::RequestLost;
        }
        if (dice < 42)
            return Fate::Unavailable;
        if (dice < 45) {
            m_isTold = true;
            return Fate::TooMany;
        }
        if (dice < 48)
            return Fate::SignedOut;
        if (dice < 52)
            return Fate::Unreachable;
        // A refusal is about what the platform knows: not about what it has done already.
        const bool isFresh =
            m_state.lookUp(operation.key).kind == platforms::LookUpOutcome::Kind::Absent;
        return dice < 55 && isFresh && !operation.doubtful ? Fate::Refused : Fate::Answered;
    }

    //! Something reaches the platform: what was slow and is due has taken effect by then.
    void arrive(const QString &what)
    {
        if (m_bench.clock.monotonicMs() < m_closedUntil)
            m_complaint = what + u" came before Retry-After"_s;
        applyDue();
    }

    void applyDue()
    {
        for (auto it = m_underWay.begin(); it != m_underWay.end();) {
            if (it->first > m_bench.clock.monotonicMs()) {
                ++it;
                continue;
            }
            static_cast<void>(m_state.apply(it->second));
            it = m_underWay.erase(it);
        }
    }

    void step()
    {
        const int dice = m_random.bounded(100);
        if (dice < 35)
            act();
        else if (dice < 45)
            takeBack();
        else if (dice < 52)
            decide();
        else if (dice < 80)
            pass(m_random.bounded(2) == 0);
        else if (dice < 97)
            m_bench.clock.pass(m_random.bounded(40'000));
        else
            m_bench.reopen();
        applyDue();
    }

    void act()
    {
        const auto object = u"o%1"_s.arg(m_random.bounded(objectCount));
        const auto number = ++m_number;
        const auto base = m_random.bounded(4) == 0 ? m_state.revisionOf(object) : QString();
        if (m_bench.act(object, number, base))
            m_alive.insert(number, object);
        else
            m_complaint = u"it was not stored"_s;
        if (m_random.bounded(20) == 0)
            m_state.changeByOther(object);
    }

    void takeBack()
    {
        const auto operations = m_bench.operations();
        if (operations.isEmpty())
            return;
        const auto &one = operations.at(m_random.bounded(int(operations.size())));
        const bool isRefused =
            one.state == OperationState::Conflict || one.state == OperationState::Rejected;
        const auto gone = isRefused && !one.doubtful
            ? m_bench.commands->discard(one.id).takeResult()
            : m_bench.commands->undo(one.id).takeResult();
        if (!gone)
            return;
        const auto number = tests::numberOf(one.payload);
        m_alive.remove(number);
        m_gone.insert(number);
    }

    void decide()
    {
        const auto operations = m_bench.operations();
        for (const auto &one : operations) {
            if (one.state == OperationState::Conflict || one.state == OperationState::Rejected)
                static_cast<void>(m_bench.commands->retry(one).takeResult());
        }
    }

    void pass(bool asked)
    {
        try {
            static_cast<void>(m_bench.send(m_port, asked));
        } catch (const Killed &) {
            m_isTold = false;
            m_bench.reopen();
        }
    }

    //! What the outbox says against what is so.
    void check()
    {
        if (const auto wrong = tests::complaintOf(m_state.effects()); !wrong.isEmpty())
            m_complaint = wrong;
        for (const auto &effect : m_state.effects()) {
            m_isEffective.insert(effect.number);
            if (m_gone.contains(effect.number))
                m_complaint = u"%1 was taken back, and took effect"_s.arg(effect.number);
        }
        QSet<qint64> listed;
        for (const auto &one : m_bench.operations()) {
            const auto number = tests::numberOf(one.payload);
            listed.insert(number);
            const bool isDone = m_isEffective.contains(number);
            if (one.state == OperationState::Applied && !isDone)
                m_complaint = u"%1 is said to be applied"_s.arg(number);
            const bool isSaidUndone =
                one.state == OperationState::Ready || one.state == OperationState::Staged;
            if (isSaidUndone && isDone)
                m_complaint = u"%1 is said not to be applied"_s.arg(number);
        }
        if (listed != QSet<qint64>(m_alive.keyBegin(), m_alive.keyEnd()))
            m_complaint = u"the outbox does not hold what was done"_s;
    }

    //! Everything works again: all that was done is done, within a bounded number of passes.
    void heal()
    {
        m_isCalm = true;
        for (int round = 0; round < 400; ++round) {
            m_bench.clock.pass(61 * 60 * 1000);
            applyDue();
            pass(false);
            check();
            if (!m_complaint.isEmpty())
                return;
            decide();
            const auto states = m_bench.states();
            if (states.count(u"applied"_s) == states.size())
                return;
        }
        m_complaint = u"it is stuck"_s;
    }

    QRandomGenerator m_random;
    OutboxBench m_bench;
    PlatformState m_state;
    LossyPort m_port;
    std::list<std::pair<qint64, Operation>> m_underWay;
    QMap<qint64, QString> m_alive; //!< objects of what was done, by number
    QSet<qint64> m_gone;
    QSet<qint64> m_isEffective;
    qint64 m_number = 0;
    qint64 m_closedUntil = 0;
    QString m_complaint;
    int m_step = 0;
    int m_deaths = 0;
    bool m_isCalm = false;
    bool m_isTold = false; //!< it was just asked to come back later
};

} // namespace

class TestSenderModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatTheOutboxSaysIsSo_data()
    {
        QTest::addColumn<bool>("honoursKeys");
        QTest::newRow("a platform that honours keys") << true;
        QTest::newRow("a platform that can only be looked up") << false;
    }

    void whatTheOutboxSaysIsSo()
    {
        QFETCH(bool, honoursKeys);
        const auto given = qEnvironmentVariableIntValue("PORTOLAN_SEED");
        const auto runs = qEnvironmentVariableIntValue("PORTOLAN_RUNS");
        const auto first = quint32(given > 0 ? given : 1);
        const auto last = first + quint32(runs > 0 ? runs : 8);
        qsizetype effects = 0;
        int deaths = 0;
        for (auto seed = first; seed < last; ++seed) {
            Story story(seed, honoursKeys);
            const auto complaint = story.play();
            QVERIFY2(complaint.isEmpty(), qPrintable(u"seed %1, %2"_s.arg(seed).arg(complaint)));
            effects += story.effects();
            deaths += story.deaths();
        }
        qInfo("seeds %u to %u, %lld effects, %d deaths: 0 violations", first, last - 1,
              qint64(effects), deaths);
        QVERIFY(effects > 0);
        QVERIFY(deaths > 0);
    }
};

QTEST_GUILESS_MAIN(TestSenderModel)
#include "tst_sendermodel.moc"
