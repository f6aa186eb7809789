// SPDX-License-Identifier: GPL-3.0-or-later
// Who decides: approvers and owners, matched by e-mail alone.
#include "models/domain/approval.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::domain;

namespace {

Role role(const QString &first, const QString &second)
{
    return {.role = u"reader"_s, .firstLevelApprovers = first, .secondLevelApprovers = second};
}

QString textOfSteps(const Approval &approval)
{
    QStringList steps;
    for (const auto &step : approval.steps)
        steps.append(step.role % u": "_s % step.approvers.join(u' '));
    return steps.join(u"; "_s);
}

} // namespace

class TestApproval : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void addressesAreFoundInWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("addresses");
        QTest::newRow("plain") << u"maya@x.example"_s << QStringList{u"maya@x.example"_s};
        QTest::newRow("case") << u"Maya@X.Example"_s << QStringList{u"maya@x.example"_s};
        QTest::newRow("named") << u"Maya Lindqvist <maya@x.example>"_s
                               << QStringList{u"maya@x.example"_s};
        QTest::newRow("list") << u"a@x.example, b@x.example;c@x.example"_s
                              << QStringList{u"a@x.example"_s, u"b@x.example"_s, u"c@x.example"_s};
        QTest::newRow("twice") << u"a@x.example A@x.example"_s << QStringList{u"a@x.example"_s};
        QTest::newRow("mailto") << u"mailto:a@x.example"_s << QStringList{u"a@x.example"_s};
        QTest::newRow("none") << u"Reporting Manager"_s << QStringList{};
        QTest::newRow("handle") << u"@mickey"_s << QStringList{};
        QTest::newRow("empty") << QString() << QStringList{};
        QTest::newRow("hidden") << u"maya\u200b@x.example"_s << QStringList{};
        QTest::newRow("long") << QString(5'000'000, u'a') << QStringList{};
        QTest::newRow("cut") << u"a@x.example "_s + QString(3979, u' ') + u"maya@x.example"_s
                             << QStringList{u"a@x.example"_s};
        QTest::newRow("turned") << u"\u202emaya@x.example"_s << QStringList{};
    }

    void addressesAreFoundInWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, addresses);
        QCOMPARE(emailsIn(text), addresses);
    }

    void actorsAreReadAndWritten()
    {
        const auto maya = actorFrom(u"Maya Lindqvist <Maya@X.example>"_s);
        QCOMPARE(maya, (Actor{u"Maya Lindqvist"_s, u"maya@x.example"_s}));
        QCOMPARE(textOf(maya), u"Maya Lindqvist <maya@x.example>"_s);
        QCOMPARE(actorFrom(u"li@y.example"_s), (Actor{QString(), u"li@y.example"_s}));
        QCOMPARE(actorFrom(u"Nobody"_s), (Actor{u"Nobody"_s, QString()}));
        QVERIFY(isSamePerson(maya, {u"Another name"_s, u"MAYA@x.example"_s}));
        QVERIFY(!isSamePerson({u"Nobody"_s, {}}, {u"Nobody"_s, {}}));
    }

    void ownersAreInTheTeamAndHaveAnAddress()
    {
        const QList<TeamMember> team{
            {.username = u"maya@x.example"_s, .role = u"Data Product Owner"_s},
            {.username = u"li@x.example"_s, .role = u"owner"_s, .dateOut = u"2025-01-01"_s},
            {.username = u"sam@x.example"_s, .role = u"steward"_s},
            {.username = u"handle"_s, .role = u"owner"_s}};
        QCOMPARE(ownersIn(team), QStringList{u"maya@x.example"_s});
    }

    void stepsFollowTheRole_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QStringList>("owners");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<int>("findings");
        const QStringList owner{u"o@x.example"_s};
        QTest::newRow("both") << u"a@x.example"_s << u"b@x.example"_s << owner
                              << u"first level: a@x.example; second level: b@x.example"_s << 0;
        QTest::newRow("first only")
            << u"a@x.example"_s << QString() << owner << u"first level: a@x.example"_s << 0;
        QTest::newRow("na") << u"a@x.example"_s << u" NA "_s << owner
                            << u"first level: a@x.example"_s << 0;
        QTest::newRow("no address")
            << u"Reporting Manager"_s << u"mickey"_s << owner
            << u"first level: o@x.example; second level: o@x.example"_s << 2;
        QTest::newRow("nobody named")
            << QString() << u"none"_s << owner << u"owner: o@x.example"_s << 0;
        QTest::newRow("nobody at all")
            << QString() << QString() << QStringList{} << u"owner: "_s << 1;
        QTest::newRow("no address, no owner")
            << u"Reporting Manager"_s << QString() << QStringList{} << u"first level: "_s << 1;
        QTest::newRow("second only")
            << u"-"_s << u"b@x.example"_s << owner << u"second level: b@x.example"_s << 0;
    }

    void stepsFollowTheRole()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QStringList, owners);
        QFETCH(QString, steps);
        QFETCH(int, findings);
        const auto one = role(first, second);
        const auto approval = approvalFor(&one, owners);
        QCOMPARE(textOfSteps(approval), steps);
        QCOMPARE(approval.findings.size(), findings);
        for (const auto &finding : approval.findings)
            QVERIFY(!finding.message.isEmpty() && !finding.remedy.isEmpty());
    }

    void withoutARoleTheOwnerDecides()
    {
        QCOMPARE(textOfSteps(approvalFor(nullptr, {u"o@x.example"_s})), u"owner: o@x.example"_s);
    }

    void otherApproversThanTheContractsAreTold()
    {
        const AccessItem item{.port = u"p"_s, .steps = {{u"owner"_s, {u"friend@x.example"_s}}}};
        QVERIFY(!otherApprovers(item, item.steps));
        const auto told = otherApprovers(item, {{u"owner"_s, {u"o@x.example"_s}}});
        QVERIFY(told && !told->remedy.isEmpty());
    }

    void approversAreMatchedByAddressAlone()
    {
        const ApprovalStep step{.role = u"owner"_s, .approvers = {u"maya@x.example"_s}};
        QVERIFY(isApprover(step, {u"Somebody"_s, u" Maya@X.Example "_s}));
        QVERIFY(!isApprover(step, {u"maya@x.example"_s, {}}));
        QVERIFY(!isApprover(step, {u"Maya"_s, u"maya@x.example.evil"_s}));
        QVERIFY(!isApprover({.approvers = {QString()}}, {u"Maya"_s, {}}));
    }
};

QTEST_APPLESS_MAIN(TestApproval)
#include "tst_approval.moc"
