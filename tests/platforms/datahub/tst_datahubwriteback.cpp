// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions, tags and owners that go back to the stand-in: once, on the state that the person
// saw.
#include "models/domain/edit.h"
#include "models/platforms/actionport.h"
#include "models/platforms/datahub/datahubplatform.h"
#include "tests/platforms/datahub/standin.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using platforms::ActionOutcome;
using platforms::LookUpOutcome;

namespace {

const QString table = u"urn:li:dataset:(urn:li:dataPlatform:hive,SampleHiveDataset,PROD)"_s;

domain::Operation operation(const QString &kind, const QJsonObject &payload,
                            const QJsonObject &base = {})
{
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = kind;
    operation.payload = QJsonDocument(payload).toJson();
    if (!base.isEmpty())
        operation.base = QJsonDocument(base).toJson();
    return operation;
}

domain::Operation describe(const QString &urn, const QString &mine, const QString &base)
{
    return operation(u"describe"_s, {{u"nativeId"_s, urn}, {u"description"_s, mine}},
                     {{u"description"_s, base}});
}

domain::Operation tag(const QStringList &add, const QStringList &remove)
{
    return operation(u"tag"_s,
                     {{u"nativeId"_s, table},
                      {u"kind"_s, u"asset"_s},
                      {u"add"_s, QJsonArray::fromStringList(add)},
                      {u"remove"_s, QJsonArray::fromStringList(remove)}});
}

domain::Operation own(const QStringList &mine, const QStringList &base)
{
    const auto listed = [](const QStringList &urns) {
        QJsonArray list;
        for (const auto &urn : urns)
            list.append(QJsonObject{{u"id"_s, urn}, {u"name"_s, QString(u"Name of "_s + urn)}});
        return list;
    };
    return operation(u"own"_s,
                     {{u"nativeId"_s, table}, {u"kind"_s, u"asset"_s}, {u"owners"_s, listed(mine)}},
                     {{u"owners"_s, listed(base)}});
}

} // namespace

class TestDataHubWriteBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        if (const auto missing = tests::StandIn::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"1 case of write-back is left out: "_s + missing));
        m_server = std::make_unique<tests::StandIn>();
        QVERIFY(
            m_server->start({u"--token"_s, u"secret:datahub"_s, u"--token"_s, u"weak:maya:reader"_s,
                             u"--seed-from"_s, u"../../samples/datahub"_s}));
        m_client = std::make_shared<tests::SignedClient>(m_network);
        const auto platform = platforms::datahub::create();
        platforms::AccountSettings settings;
        settings.url = m_server->url();
        auto session = platform->open(settings, {m_clock, m_client});
        QVERIFY(session.has_value());
        m_session = std::move(*session);
        QVERIFY(m_session->actions() != nullptr);
    }

    void cleanup()
    {
        m_session.reset();
        m_client.reset();
        m_server.reset();
    }

    void aDescriptionIsWrittenWhereEditsStand()
    {
        const auto before = shown();
        const auto outcome = m_session->actions()->send(describe(table, u"mine, Köln"_s, before));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        QCOMPARE(outcome.nativeId, table);
        QVERIFY(!outcome.revision.isEmpty());
        const auto entity = m_server->get(u"entity?urn="_s + table).object();
        QCOMPARE(entity[u"editableDatasetProperties"_s][u"description"_s].toString(),
                 u"mine, Köln"_s);
        QCOMPARE(entity[u"editableDatasetProperties"_s][u"lastModified"_s][u"actor"_s].toString(),
                 u"urn:li:corpuser:datahub"_s);
        // What the source says is as it was.
        QCOMPARE(entity[u"datasetProperties"_s][u"description"_s].toString(), before);
        // Twice changes nothing.
        const auto writes = mutations();
        const auto again = m_session->actions()->send(describe(table, u"mine, Köln"_s, before));
        QVERIFY(again.kind == ActionOutcome::Kind::Applied);
        QCOMPARE(mutations(), writes);
    }

    //! What people write of a column stands beside what the schema says, and beside what they wrote
    //! of others.
    void theDescriptionOfAColumnIsWrittenWhereEditsStand()
    {
        const auto column = [](const QString &path, const QString &mine, const QString &base) {
            return operation(u"describe"_s,
                             {{u"nativeId"_s, table}, {u"description"_s, mine}, {u"field"_s, path}},
                             {{u"description"_s, base}});
        };
        const auto infos = [this] {
            QMap<QString, QString> said;
            const auto aspect =
                m_server->get(u"entity?urn="_s + table)[u"editableSchemaMetadata"_s];
            const auto list = aspect[u"editableSchemaFieldInfo"_s].toArray();
            for (const auto &one : list)
                said.insert(one[u"fieldPath"_s].toString(), one[u"description"_s].toString());
            return said;
        };
        const auto before = infos();
        const auto foo = u"Foo field description"_s;
        auto *port = m_session->actions();
        const auto edit = column(u"field_foo"_s, u"mine, Köln"_s, foo);
        QVERIFY(port->lookUp(edit).kind == LookUpOutcome::Kind::Absent);
        auto outcome = port->send(edit);
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        QVERIFY(!outcome.revision.isEmpty());
        QVERIFY(port->lookUp(edit).kind == LookUpOutcome::Kind::Applied);
        auto expected = before;
        expected.insert(u"field_foo"_s, u"mine, Köln"_s);
        QCOMPARE(infos(), expected);
        const auto writes = mutations();
        QVERIFY(port->send(edit).kind == ActionOutcome::Kind::Applied);
        QCOMPARE(mutations(), writes); // twice changes nothing
        outcome = port->send(column(u"field_bar"_s, u"of bar"_s, u"Bar field description"_s));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        expected.insert(u"field_bar"_s, u"of bar"_s);
        QCOMPARE(infos(), expected);
        // Somebody who saw what was there before.
        outcome = port->send(column(u"field_foo"_s, u"other"_s, foo));
        QVERIFY(outcome.kind == ActionOutcome::Kind::Conflict);
        QCOMPARE(domain::descriptionOf(outcome.theirs), u"mine, Köln"_s);
        outcome = port->send(column(u"never"_s, u"x"_s, {}));
        QVERIFY(outcome.kind == ActionOutcome::Kind::Rejected);
        QVERIFY2(outcome.reason.contains(u"no column"_s), qPrintable(outcome.reason));
        QCOMPARE(infos(), expected);
    }

    void whatSomebodyWroteMeanwhileIsAConflict()
    {
        const auto before = shown();
        change(u"theirs"_s);
        const auto outcome = m_session->actions()->send(describe(table, u"mine"_s, before));
        QVERIFY(outcome.kind == ActionOutcome::Kind::Conflict);
        QCOMPARE(QJsonDocument::fromJson(outcome.theirs)[u"description"_s].toString(), u"theirs"_s);
        QCOMPARE(shown(), u"theirs"_s);
    }

    void whoIsFasterBetweenReadingAndWritingIsNotOverwritten()
    {
        const auto before = shown();
        // The condition fails once although nothing that a person reads has changed: sent again.
        m_server->post(u"faults"_s,
                       {{u"failNext"_s,
                         QJsonArray{QJsonObject{
                             {u"match"_s, u"POST /openapi/v3/entity/dataset"_s},
                             {u"status"_s, 412},
                             {u"body"_s, QJsonObject{{u"error"_s, u"Precondition Error"_s}}}}}}});
        const auto outcome = m_session->actions()->send(describe(table, u"mine"_s, before));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        // And each write names the version that it was made against.
        const auto list = m_server->get(u"mutations"_s)[u"mutations"_s].toArray();
        QVERIFY(!list.isEmpty());
        for (const auto &one : list)
            QVERIFY(!one[u"body"_s][u"headers"_s][u"If-Version-Match"_s].toString().isEmpty());
    }

    void anAnswerThatIsLostIsLookedUp()
    {
        const auto before = shown();
        m_server->post(u"faults"_s, {{u"loseAnswers"_s, 1}});
        const auto edit = describe(table, u"mine"_s, before);
        const auto outcome = m_session->actions()->send(edit);
        // curl repeats what is lost on a connection that it used before; the condition of the write
        // then tells that it is there already.
        QVERIFY(outcome.kind == ActionOutcome::Kind::Ambiguous
                || outcome.kind == ActionOutcome::Kind::Applied);
        QVERIFY(m_session->actions()->lookUp(edit).kind == LookUpOutcome::Kind::Applied);
        QCOMPARE(shown(), u"mine"_s);
        int applied = 0;
        for (const auto &one : m_server->get(u"mutations"_s)[u"mutations"_s].toArray())
            applied += one[u"applied"_s].toBool() ? 1 : 0;
        QCOMPARE(applied, 1);
        // One that never came is not there.
        const auto other = describe(table, u"other"_s, u"mine"_s);
        QVERIFY(m_session->actions()->lookUp(other).kind == LookUpOutcome::Kind::Absent);
    }

    //! Where nobody wrote anything, DataHub shows what the source says.
    void whatIsClearedIsWhatPeopleWrote()
    {
        const auto ingested = u"of the source"_s;
        m_server->post(u"change"_s,
                       {{u"urn"_s, table},
                        {u"aspect"_s, u"datasetProperties"_s},
                        {u"merge"_s, QJsonObject{{u"description"_s, ingested}}}});
        QCOMPARE(shown(), ingested);
        change(u"by a person"_s);
        const auto edit = describe(table, QString(), u"by a person"_s);
        auto *port = m_session->actions();
        QVERIFY(port->lookUp(edit).kind == LookUpOutcome::Kind::Absent);
        m_server->post(u"faults"_s, {{u"loseAnswers"_s, 1}});
        static_cast<void>(port->send(edit));
        QCOMPARE(shown(), ingested);
        QVERIFY(port->lookUp(edit).kind == LookUpOutcome::Kind::Applied);
        // And were it sent again, it contradicts nobody.
        const auto writes = mutations();
        const auto again = port->send(edit);
        QVERIFY2(again.kind == ActionOutcome::Kind::Applied, qPrintable(again.reason));
        QCOMPARE(mutations(), writes);
        // What the source says cannot be cleared here.
        const auto refused = port->send(describe(table, QString(), ingested));
        QVERIFY(refused.kind == ActionOutcome::Kind::Rejected);
        QVERIFY2(refused.reason.contains(u"source"_s), qPrintable(refused.reason));
        QCOMPARE(mutations(), writes);
    }

    void theTextOfAColumnIsClearedAlike()
    {
        const auto edit = [](const QString &mine, const QString &base) {
            return operation(
                u"describe"_s,
                {{u"nativeId"_s, table}, {u"description"_s, mine}, {u"field"_s, u"field_foo"_s}},
                {{u"description"_s, base}});
        };
        auto *port = m_session->actions();
        const auto ingested = u"Foo field description"_s;
        QVERIFY(port->send(edit(u"mine"_s, ingested)).kind == ActionOutcome::Kind::Applied);
        const auto cleared = edit(QString(), u"mine"_s);
        QVERIFY(port->lookUp(cleared).kind == LookUpOutcome::Kind::Absent);
        QVERIFY(port->send(cleared).kind == ActionOutcome::Kind::Applied);
        QVERIFY(port->lookUp(cleared).kind == LookUpOutcome::Kind::Applied);
        QVERIFY(port->send(cleared).kind == ActionOutcome::Kind::Applied);
        QVERIFY(port->send(edit(QString(), ingested)).kind == ActionOutcome::Kind::Rejected);
    }

    //! What is shown of a thing may have been written for one like it.
    void whatWasPassedOnIsWhatThePersonSaw()
    {
        const auto passed = u"urn:li:dataset:(urn:li:dataPlatform:hive,passed_on,PROD)"_s;
        m_server->post(
            u"create"_s,
            {{u"urn"_s, passed},
             {u"aspects"_s,
              QJsonObject{{u"documentation"_s,
                           QJsonObject{{u"documentations"_s,
                                        QJsonArray{QJsonObject{
                                            {u"documentation"_s, u"of one like it"_s}}}}}}}}});
        const auto edit = describe(passed, u"mine"_s, u"of one like it"_s);
        // That it cannot be read now is no conflict with nobody.
        m_server->post(u"faults"_s,
                       {{u"failNext"_s,
                         QJsonArray{QJsonObject{{u"match"_s, u"batchGet"_s},
                                                {u"status"_s, 200},
                                                {u"body"_s, u"{\"dataset\":[{"_s}}}}});
        const auto later = m_session->actions()->send(edit);
        QVERIFY2(later.kind == ActionOutcome::Kind::Later, qPrintable(later.reason));
        const auto outcome = m_session->actions()->send(edit);
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
    }

    void tagsAreAddedAndTakenAwayByName()
    {
        const auto outcome = m_session->actions()->send(tag({u"Cypress"_s}, {}));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        QVERIFY(tags().contains(u"urn:li:tag:Cypress"_s));
        const auto writes = mutations();
        QVERIFY(m_session->actions()->send(tag({u"Cypress"_s}, {})).kind
                == ActionOutcome::Kind::Applied);
        QCOMPARE(mutations(), writes); // it is there: nothing to do
        QVERIFY(m_session->actions()->lookUp(tag({u"Cypress"_s}, {})).kind
                == LookUpOutcome::Kind::Applied);
        QVERIFY(m_session->actions()->send(tag({}, {u"cypress"_s})).kind
                == ActionOutcome::Kind::Applied);
        QVERIFY(!tags().contains(u"urn:li:tag:Cypress"_s));
        QVERIFY(m_session->actions()->lookUp(tag({u"Cypress"_s}, {})).kind
                == LookUpOutcome::Kind::Absent);
        const auto unknown = m_session->actions()->send(tag({u"no such tag"_s}, {}));
        QVERIFY(unknown.kind == ActionOutcome::Kind::Rejected);
        QVERIFY(unknown.reason.contains(u"no such tag"_s));
    }

    //! DataHub knows tags by urns, and nothing keeps two from having one name.
    void aTagThatSeveralAreCalledIsRefused()
    {
        for (const auto &urn : {u"urn:li:tag:one"_s, u"urn:li:tag:two"_s})
            m_server->post(
                u"create"_s,
                {{u"urn"_s, urn},
                 {u"aspects"_s,
                  QJsonObject{{u"tagProperties"_s, QJsonObject{{u"name"_s, u"Twice"_s}}}}}});
        const auto writes = mutations();
        const auto outcome = m_session->actions()->send(tag({u"Twice"_s}, {}));
        QVERIFY(outcome.kind == ActionOutcome::Kind::Rejected);
        for (const auto &word : {u"Twice"_s, u"urn:li:tag:one"_s, u"urn:li:tag:two"_s})
            QVERIFY2(outcome.reason.contains(word), qPrintable(outcome.reason));
        QCOMPARE(mutations(), writes);
        // By its urn it is no question; and of the two the thing has one, which can be taken off.
        QVERIFY(m_session->actions()->send(tag({u"urn:li:tag:two"_s}, {})).kind
                == ActionOutcome::Kind::Applied);
        QVERIFY(m_session->actions()->send(tag({}, {u"Twice"_s})).kind
                == ActionOutcome::Kind::Applied);
        QVERIFY(!tags().contains(u"urn:li:tag:two"_s));
    }

    void ownersComeAndGo()
    {
        const auto before = owners();
        const QStringList mine{u"urn:li:corpuser:datahub"_s, newcomer()};
        const auto edit = own(mine, before);
        QVERIFY(m_session->actions()->lookUp(edit).kind == LookUpOutcome::Kind::Absent);
        const auto outcome = m_session->actions()->send(edit);
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Applied, qPrintable(outcome.reason));
        QVERIFY(domain::areSameOwners(owners(), mine));
        QVERIFY(m_session->actions()->lookUp(edit).kind == LookUpOutcome::Kind::Applied);
        // Twice changes nothing, whatever it was made against.
        const auto writes = mutations();
        QVERIFY(m_session->actions()->send(own(mine, before)).kind == ActionOutcome::Kind::Applied);
        QCOMPARE(mutations(), writes);
        QVERIFY(m_session->actions()->send(own({}, mine)).kind == ActionOutcome::Kind::Applied);
        QVERIFY(owners().isEmpty());
    }

    void ownersThatSomebodyElseChoseAreAConflict()
    {
        const auto before = owners();
        const QJsonObject theirs{{u"owner"_s, newcomer()}, {u"type"_s, u"DATAOWNER"_s}};
        m_server->post(u"change"_s,
                       {{u"urn"_s, table},
                        {u"aspect"_s, u"ownership"_s},
                        {u"value"_s,
                         QJsonObject{{u"owners"_s, QJsonArray{theirs}},
                                     {u"lastModified"_s,
                                      QJsonObject{{u"time"_s, 0},
                                                  {u"actor"_s, u"urn:li:corpuser:datahub"_s}}}}}});
        const auto writes = mutations();
        const auto outcome = m_session->actions()->send(own({}, before));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Conflict, qPrintable(outcome.reason));
        const auto side = domain::ownersOf(outcome.theirs);
        QVERIFY(side.has_value());
        QCOMPARE(domain::idsOf(*side), QStringList{newcomer()});
        QCOMPARE(mutations(), writes);
        // Over theirs, which the person has seen.
        QVERIFY(m_session->actions()->send(own({}, {newcomer()})).kind
                == ActionOutcome::Kind::Applied);
        QVERIFY(owners().isEmpty());
    }

    void whoCannotOwnIsRefused()
    {
        const auto before = owners();
        auto outcome = m_session->actions()->send(own({u"urn:li:tag:Cypress"_s}, before));
        QVERIFY(outcome.kind == ActionOutcome::Kind::Rejected);
        outcome = m_session->actions()->send(own({u"urn:li:corpuser:never_was"_s}, before));
        QVERIFY2(outcome.kind == ActionOutcome::Kind::Rejected, qPrintable(outcome.reason));
        QCOMPARE(owners(), before);
    }

    void whatIsRefusedSaysWhy()
    {
        QVERIFY(m_session->actions()->send(operation(u"dance"_s, {})).kind
                == ActionOutcome::Kind::Rejected);
        QVERIFY(m_session->actions()->send(describe(u"orders"_s, u"x"_s, {})).kind
                == ActionOutcome::Kind::Rejected);
        const auto gone =
            describe(u"urn:li:dataset:(urn:li:dataPlatform:hive,never_was,PROD)"_s, u"x"_s, {});
        QVERIFY(m_session->actions()->send(gone).kind == ActionOutcome::Kind::Rejected);
        // What was in doubt when its thing went does not stay so for ever.
        QVERIFY(m_session->actions()->lookUp(gone).kind == LookUpOutcome::Kind::Absent);
        QVERIFY(m_session->actions()->lookUp(tag({u"no such tag"_s}, {})).kind
                == LookUpOutcome::Kind::Absent);
        // Nor does what may not be looked at.
        for (const auto *which : {"GET /openapi/v3/entity", "batchGet"}) {
            const auto edit =
                which[0] == 'G' ? describe(table, u"x"_s, shown()) : tag({u"Cypress"_s}, {});
            m_server->post(u"faults"_s,
                           {{u"failNext"_s,
                             QJsonArray{QJsonObject{{u"match"_s, QString::fromLatin1(which)},
                                                    {u"status"_s, 403},
                                                    {u"times"_s, 2}}}}});
            QVERIFY(m_session->actions()->lookUp(edit).kind == LookUpOutcome::Kind::Absent);
            QVERIFY(m_session->actions()->send(edit).kind == ActionOutcome::Kind::Rejected);
        }
        const auto before = shown();
        m_client->token = "weak";
        const auto forbidden = m_session->actions()->send(describe(table, u"x"_s, before));
        QVERIFY(forbidden.kind == ActionOutcome::Kind::Rejected);
        QCOMPARE(forbidden.code, u"HTTP 403"_s);
        QVERIFY(m_session->actions()->send(tag({u"Cypress"_s}, {})).kind
                == ActionOutcome::Kind::Rejected);
        m_client->token = "expired";
        QVERIFY(m_session->actions()->send(describe(table, u"x"_s, before)).kind
                == ActionOutcome::Kind::SignedOut);
        QCOMPARE(shown(), before);
    }

private:
    //! The description as people see it.
    QString shown() const
    {
        const auto entity = m_server->get(u"entity?urn="_s + table).object();
        const auto edited = entity[u"editableDatasetProperties"_s][u"description"_s].toString();
        return edited.isEmpty() ? entity[u"datasetProperties"_s][u"description"_s].toString()
                                : edited;
    }

    QStringList tags() const
    {
        QStringList urns;
        const auto entity = m_server->get(u"entity?urn="_s + table).object();
        for (const auto &tag : entity[u"globalTags"_s][u"tags"_s].toArray())
            urns.append(tag[u"tag"_s].toString());
        return urns;
    }

    QStringList owners() const
    {
        QStringList urns;
        const auto entity = m_server->get(u"entity?urn="_s + table).object();
        for (const auto &one : entity[u"ownership"_s][u"owners"_s].toArray()) {
            if (!urns.contains(one[u"owner"_s].toString()))
                urns.append(one[u"owner"_s].toString());
        }
        return urns;
    }

    //! A group that owns nothing yet.
    QString newcomer() const
    {
        const auto urn = u"urn:li:corpGroup:newcomers"_s;
        m_server->post(
            u"create"_s,
            {{u"urn"_s, urn},
             {u"aspects"_s,
              QJsonObject{{u"corpGroupInfo"_s, QJsonObject{{u"displayName"_s, u"Newcomers"_s}}}}}});
        return urn;
    }

    void change(const QString &description) const
    {
        m_server->post(u"change"_s,
                       {{u"urn"_s, table},
                        {u"aspect"_s, u"editableDatasetProperties"_s},
                        {u"value"_s, QJsonObject{{u"description"_s, description}}}});
    }

    int mutations() const { return m_server->get(u"mutations"_s)[u"count"_s].toInt(); }

    SystemClock m_network;
    tests::ManualClock m_clock;
    std::unique_ptr<tests::StandIn> m_server;
    std::shared_ptr<tests::SignedClient> m_client;
    std::unique_ptr<platforms::Session> m_session;
};

QTEST_GUILESS_MAIN(TestDataHubWriteBack)
#include "tst_datahubwriteback.moc"
