// SPDX-License-Identifier: GPL-3.0-or-later
// The form while a platform judges: its verdicts beside the local ones, late answers, none at all.
#include "tests/items/sampleaccess.h"
#include "tests/views/pagewalk.h"
#include "views/access/accesspane.h"
#include "views/access/fieldnote.h"
#include "views/access/requestform.h"
#include "views/shared/labels.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QPlainTextEdit>
#include <QPromise>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using domain::PolicyResult;
using domain::PolicyVerdict;
using tests::SampleAccess;
using Answer = Result<QList<PolicyVerdict>>;

namespace {

PolicyVerdict verdict(const QString &policy, PolicyResult result, const QString &field = {})
{
    return {.policy = policy,
            .result = result,
            .message = u"Says "_s + policy,
            .field = field,
            .source = u"opa"_s,
            .decisionId = u"4ca636c1"_s};
}

//! Access with a judge who answers when a test says so.
class JudgedAccess final : public SampleAccess
{
public:
    QFuture<Result<items::AccessBoard>> board() override
    {
        auto board = SampleAccess::board().takeResult();
        if (board)
            board->judges = {u"corp"_s};
        QPromise<Result<items::AccessBoard>> promise;
        promise.start();
        promise.addResult(board);
        promise.finish();
        return promise.future();
    }

    QFuture<Answer> judge(const domain::AccessRequest &request) override
    {
        judged.append(request);
        open.push_back(std::make_unique<QPromise<Answer>>());
        open.back()->start();
        return open.back()->future();
    }

    //! Answers the oldest open question.
    void answer(const Answer &answer)
    {
        open.front()->addResult(answer);
        open.front()->finish();
        open.erase(open.begin());
    }

    QList<domain::AccessRequest> judged;
    std::vector<std::unique_ptr<QPromise<Answer>>> open;
};

struct Desk
{
    JudgedAccess source;
    tests::StoppedClock clock;
    access::AccessPane pane{source, clock};

    Desk()
    {
        pane.resize(1392, 800);
        pane.show();
        QApplication::setActiveWindow(&pane);
        const auto id = SampleAccess::portIdOf(u"order_events.v3"_s);
        pane.showQuery(u"new:"_s + id.toString(QUuid::WithoutBraces));
    }

    access::RequestForm &form() { return *pane.form(); }

    bool isReady() { return pane.isSettled() && form().request().items.size() == 1; }

    template <typename T>
    T *named(const QString &name)
    {
        for (auto *one : form().findChildren<T *>()) {
            if (one->isVisible() && one->accessibleName().startsWith(name))
                return one;
        }
        return nullptr;
    }

    //! The results that stand in the form for rules of the platform, "rule result".
    QStringList shown()
    {
        QStringList words;
        for (const auto &one : form().verdicts().verdicts()) {
            if (one.source == u"opa")
                words.append(one.policy + u' ' + domain::resultWord(one.result));
        }
        return words;
    }

    //! The same of what would be sent.
    QStringList sent()
    {
        QStringList words;
        for (const auto &one : form().request().verdicts) {
            if (one.source == u"opa")
                words.append(one.policy + u' ' + domain::resultWord(one.result));
        }
        return words;
    }

    bool says(const QString &text)
    {
        for (const auto *label : form().findChildren<SafeLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    //! What stands right below fields.
    QStringList notes()
    {
        QStringList texts;
        for (const auto *note : form().findChildren<access::FieldNote *>()) {
            if (note->isVisible())
                texts.append(note->findChild<SafeLabel *>()->text());
        }
        return texts;
    }
};

} // namespace

class TestFormJudge : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void theReviewerIsToldWhatThePlatformSaysNow()
    {
        Desk desk;
        auto &one = desk.source.of(u"Ad operations"_s);
        one.request.verdicts.append(verdict(u"allowed"_s, PolicyResult::Pass));
        desk.source.touch();
        desk.pane.showQuery(u"request:"_s + one.request.id.toString(QUuid::WithoutBraces));
        const auto shown = [&desk] {
            QStringList words;
            for (const auto &each : desk.pane.review()->detail()->verdicts().verdicts()) {
                if (each.source == u"opa")
                    words.append(each.policy + u' ' + domain::resultWord(each.result));
            }
            return words;
        };
        QTRY_COMPARE(desk.source.judged.size(), 1);
        QCOMPARE(desk.source.judged.first().id, one.request.id);
        QCOMPARE(shown(), QStringList{u"corp unknown"_s}); // no word of the request's own yet
        desk.source.answer(QList{verdict(u"allowed"_s, PolicyResult::Fail)});
        QTRY_COMPARE(shown(), QStringList{u"allowed fail"_s});
    }

    void theAnswerStandsBesideTheLocalRules()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.says(u"corp is being asked"_s));
        QCOMPARE(desk.sent(), QStringList{u"corp unknown"_s}); // never "allowed" before it is said
        QTRY_COMPARE(desk.source.judged.size(), 1);
        desk.source.answer(QList{verdict(u"night"_s, PolicyResult::Warn),
                                 verdict(u"known"_s, PolicyResult::Pass)});
        QTRY_COMPARE(desk.shown(), (QStringList{u"night warn"_s, u"known pass"_s}));
        QVERIFY(desk.says(u"Also judged by corp"_s));
        QCOMPARE(desk.sent(), desk.shown());
        const auto &model = desk.form().verdicts();
        for (int i = 0; i < model.rowCount(); ++i) {
            if (model.verdicts().at(i).policy == u"night")
                QCOMPARE(model.index(i).data(items::VerdictModel::SourceRole).toString(),
                         u"opa, decision 4ca636c1"_s);
        }
        QCOMPARE(tests::unnamedWidgets(&desk.pane), QStringList());
        // Nothing changes: nobody is asked again.
        QTest::qWait(600);
        QCOMPARE(desk.source.judged.size(), 1);
    }

    void aLateAnswerToAnOldQuestionIsDropped()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(desk.source.judged.size(), 1);
        desk.named<QPlainTextEdit>(u"Why"_s)->setPlainText(u"Because of the night shift"_s);
        QTest::qWait(700);
        QCOMPARE(desk.source.judged.size(), 1); // one question at a time
        desk.source.answer(QList{verdict(u"old"_s, PolicyResult::Pass)});
        QTRY_COMPARE(desk.source.judged.size(), 2);
        QCOMPARE(desk.source.judged.last().justification, u"Because of the night shift"_s);
        QCOMPARE(desk.shown(), QStringList());
        QCOMPARE(desk.sent(), QStringList{u"corp unknown"_s});
        desk.source.answer(QList{verdict(u"new"_s, PolicyResult::Pass)});
        QTRY_COMPARE(desk.shown(), QStringList{u"new pass"_s});
    }

    //! What held of another request is not shown of this one; what failed stays until it is known.
    void nothingThatHeldOutlivesAChange()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(desk.source.judged.size(), 1);
        desk.source.answer(
            QList{verdict(u"good"_s, PolicyResult::Pass), verdict(u"bad"_s, PolicyResult::Fail)});
        QTRY_COMPARE(desk.shown().size(), 2);
        desk.named<QDateEdit>(u"Last day"_s)->setDate(QDate(2027, 1, 31));
        QTRY_COMPARE(desk.shown(), QStringList{u"bad fail"_s});
        QCOMPARE(desk.sent(), QStringList{u"corp unknown"_s});
        QTRY_COMPARE(desk.source.judged.size(), 2);
    }

    void whoIsDownIsSaidAndStopsNobody()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(desk.source.judged.size(), 1);
        desk.source.answer(failure(Error::Kind::Offline, u"nobody is there"_s));
        QTRY_COMPARE(desk.shown(), QStringList{u"corp unknown"_s});
        QVERIFY(desk.says(u"could not be checked"_s));
        QVERIFY(desk.says(u"nobody is there"_s));
        QVERIFY(desk.says(u"It is asked again when the request is sent"_s));
        QVERIFY(!desk.form().obstacle().contains(u"rule"_s));
        QCOMPARE(desk.sent(), desk.shown());
    }

    void eachReasonStandsAtItsField()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        auto *team = desk.named<QComboBox>(u"Who will use it"_s);
        team->setEditText(u"Strangers"_s);
        desk.named<QPlainTextEdit>(u"Why"_s)->setPlainText(u"We would like to know who they are"_s);
        desk.named<QDateEdit>(u"Last day"_s)->setDate(QDate(2027, 1, 31));
        QTRY_COMPARE(desk.source.judged.size(), 1);
        QTRY_VERIFY(desk.says(u"is being asked"_s));
        while (desk.source.judged.last().to != QDate(2027, 1, 31)
               || desk.source.judged.last().consumer.name != u"Strangers") {
            desk.source.answer(QList<PolicyVerdict>());
            QTRY_VERIFY(!desk.source.open.empty());
        }
        desk.source.answer(QList{verdict(u"a"_s, PolicyResult::Fail, u"to"_s),
                                 verdict(u"b"_s, PolicyResult::Fail, u"consumer"_s),
                                 verdict(u"c"_s, PolicyResult::Fail, u"justification"_s),
                                 verdict(u"d"_s, PolicyResult::Fail, u"role"_s),
                                 verdict(u"e"_s, PolicyResult::Fail)});
        QTRY_COMPARE(desk.shown().size(), 5);
        const auto notes = desk.notes();
        for (const auto &rule : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            QVERIFY2(notes.contains(u"Says "_s + rule), qPrintable(notes.join(u'|')));
        QVERIFY(!notes.contains(u"Says e"_s));
        QVERIFY(desk.form().obstacle().contains(u"rule fails"_s)); // until a reason is given
    }
};

QTEST_MAIN(TestFormJudge)
#include "tst_formjudge.moc"
