// SPDX-License-Identifier: GPL-3.0-or-later
// What policies say on the page of a product: the workspace's at once, a platform's when it
// answers.
#include "tests/items/samplemesh.h"
#include "tests/views/pagewalk.h"
#include "views/product/governancetab.h"
#include "views/product/productpage.h"
#include "views/shared/labels.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QPromise>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using domain::PolicyResult;
using items::GovernanceModel;
using product::GovernanceTab;
using product::ProductPage;
using tests::sampleId;
using Answer = Result<QList<domain::PolicyVerdict>>;
using Tab = ProductPage::Tab;

namespace {

class FakeGovernance final : public items::GovernanceSource
{
public:
    QFuture<Result<items::Governance>> local(const QUuid &) override
    {
        ++locals;
        QPromise<Result<items::Governance>> promise;
        promise.start();
        promise.addResult(problem ? Result<items::Governance>(tl::unexpected(*problem))
                                  : Result<items::Governance>(governance));
        promise.finish();
        return promise.future();
    }

    QFuture<Answer> remote(const QUuid &) override
    {
        ++remotes;
        open = std::make_unique<QPromise<Answer>>();
        open->start();
        return open->future();
    }

    void answer(const Answer &answer)
    {
        open->addResult(answer);
        open->finish();
    }

    void touch() { Q_EMIT changed(); }

    items::Governance governance{
        .verdicts = {{.policy = u"owner"_s,
                      .result = PolicyResult::Pass,
                      .message = u"Somebody answers for the product"_s,
                      .source = u"local"_s},
                     {.policy = u"slo"_s,
                      .result = PolicyResult::Fail,
                      .message = u"The contract promises no service level that is asked for"_s,
                      .remedy = u"Add it to the contract's slaProperties"_s,
                      .port = u"p#1"_s,
                      .source = u"local"_s}},
        .ports = {{u"p#1"_s, u"Orders"_s}},
        .judges = {u"corp"_s}};
    std::optional<Error> problem;
    std::unique_ptr<QPromise<Answer>> open;
    int locals = 0;
    int remotes = 0;
};

QStringList rowsOf(const GovernanceTab &tab)
{
    QStringList rows;
    const auto *model = tab.table()->model();
    for (int i = 0; i < model->rowCount(); ++i)
        rows.append(model->index(i, GovernanceModel::ResultColumn).data().toString() + u' '
                    + tab.model().verdicts().at(i).policy);
    return rows;
}

QString textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const auto *label : widget.findChildren<SafeLabel *>())
        texts.append(label->text());
    return texts.join(u'|');
}

} // namespace

class TestGovernanceTab : public QObject
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

    void rulesStandThereAtOnceAndAnswersWhenTheyCome()
    {
        FakeGovernance source;
        GovernanceTab tab(QUuid::createUuid());
        tab.setSource(source);
        QCOMPARE(source.locals, 0); // nobody looks
        tab.resize(1200, 600);
        tab.show();
        QTRY_COMPARE(rowsOf(tab),
                     (QStringList{u"fails slo"_s, u"unknown corp"_s, u"holds owner"_s}));
        QVERIFY(textsOf(tab).contains(u"corp is being asked"_s));
        QCOMPARE(tab.note(), u"1"_s);
        const auto index = [&tab](int column) {
            return tab.table()->model()->index(0, column).data().toString();
        };
        QCOMPARE(index(GovernanceModel::AboutColumn), u"Orders"_s);
        QCOMPARE(index(GovernanceModel::RemedyColumn), u"Add it to the contract's slaProperties"_s);
        QCOMPARE(index(GovernanceModel::SourceColumn), u"local, slo"_s);
        source.answer(QList<domain::PolicyVerdict>{{.policy = u"tags"_s,
                                                    .result = PolicyResult::Warn,
                                                    .message = u"No tag"_s,
                                                    .field = u"/product/tags"_s,
                                                    .source = u"opa"_s,
                                                    .decisionId = u"d-1"_s}});
        QTRY_COMPARE(rowsOf(tab), (QStringList{u"fails slo"_s, u"warns tags"_s, u"holds owner"_s}));
        QVERIFY(textsOf(tab).contains(u"and by corp"_s));
        QCOMPARE(tests::unnamedWidgets(&tab), QStringList());
    }

    void whoIsDownIsSaid()
    {
        FakeGovernance source;
        GovernanceTab tab(QUuid::createUuid());
        tab.setSource(source);
        tab.show();
        QTRY_COMPARE(source.remotes, 1);
        source.answer(failure(Error::Kind::Offline, u"nobody is there"_s));
        QTRY_VERIFY(tab.isSettled());
        QVERIFY(rowsOf(tab).contains(u"unknown corp"_s));
        QVERIFY(tab.model().verdicts().at(1).message.contains(u"nobody is there"_s));
    }

    //! The first question is answered after the second: its answer is old.
    void answersToEarlierQuestionsAreDropped()
    {
        FakeGovernance source;
        GovernanceTab tab(QUuid::createUuid());
        tab.setSource(source);
        tab.show();
        QTRY_COMPARE(source.remotes, 1);
        auto first = std::move(source.open);
        source.touch();
        QTRY_COMPARE(source.remotes, 2);
        first->addResult(QList<domain::PolicyVerdict>{{.policy = u"old"_s, .source = u"opa"_s}});
        first->finish();
        source.answer(QList<domain::PolicyVerdict>());
        QTRY_VERIFY(tab.isSettled());
        QCOMPARE(rowsOf(tab), (QStringList{u"fails slo"_s, u"holds owner"_s}));
    }

    void productsHaveTheTabWhereThereIsASource()
    {
        tests::SamplePages mesh;
        FakeGovernance source;
        source.governance.judges.clear();
        ProductPage page(mesh, sampleId(u"orders.events"_s));
        page.resize(1200, 800);
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        QVERIFY(!page.tabs().contains(Tab::Governance));
        page.setGovernance(source);
        QVERIFY(page.tabs().contains(Tab::Governance));
        page.showTab(Tab::Governance);
        QTRY_COMPARE(rowsOf(*page.findChild<GovernanceTab *>()),
                     (QStringList{u"fails slo"_s, u"holds owner"_s}));
        QCOMPARE(source.remotes, 0);
        QCOMPARE(page.currentTab(), Tab::Governance);
        QCOMPARE(tests::unnamedWidgets(&page), QStringList());
    }

    void whereNoRuleIsThatIsSaid()
    {
        FakeGovernance source;
        source.governance = {};
        GovernanceTab tab(QUuid::createUuid());
        tab.setSource(source);
        tab.show();
        QTRY_VERIFY(textsOf(tab).contains(u"No rule is about products"_s));
        source.problem = Error{Error::Kind::Store, u"broken"_s};
        source.touch();
        QTRY_VERIFY(textsOf(tab).contains(u"The rules could not be judged"_s));
    }
};

QTEST_MAIN(TestGovernanceTab)
#include "tst_governancetab.moc"
