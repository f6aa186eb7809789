// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as the store has it, with the real engine and a workspace of files: names, what
// becomes of what is done there, and that a second word takes the place of one that was refused.
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/items/accessreading.h"
#include "models/items/outboxreading.h"
#include "models/items/storeaccesssource.h"
#include "models/items/storeaccountsource.h"
#include "models/items/storecatalogsource.h"
#include "models/items/storeeditsource.h"
#include "models/items/storeoutboxsource.h"
#include "models/items/storepagesource.h"
#include "models/platforms/builtinplatforms.h"

#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::DecisionKind;
using domain::Operation;
using domain::OperationEvent;
using domain::OperationState;
using items::OutboxStanding;

namespace {

template <typename T>
T resultOf(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QSignalSpy done(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!future.isFinished() && !done.wait(60'000))
        qFatal("a future did not finish");
    return future.takeResult();
}

//! A platform that takes edits; nobody signs in to it here.
class TakingPlatform final : public platforms::Platform
{
public:
    explicit TakingPlatform(platforms::Capabilities further = {})
        : m_further(further)
    {
    }

    QString name() const override { return u"taking"_s; }

    platforms::Capabilities capabilities() const override
    {
        return platforms::Capability::Catalogue | platforms::Capability::Write | m_further;
    }

    Result<QString> check(const platforms::AccountSettings &,
                          const platforms::Services &) const override
    {
        return QString();
    }

    Result<std::unique_ptr<platforms::Session>> open(const platforms::AccountSettings &,
                                                     const platforms::Services &) const override
    {
        return failure(Error::Kind::Offline, u"nobody is there"_s);
    }

private:
    platforms::Capabilities m_further;
};

//! A workspace with a product of two ports, of which Ada decides about one, asked for by Bo.
struct Mesh
{
    QTemporaryDir dir;
    SystemClock clock;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<items::StoreAccountSource> accounts;
    std::unique_ptr<items::StoreAccessSource> access;
    std::unique_ptr<items::StoreOutboxSource> outbox;
    QUuid account = QUuid::createUuid();

    Mesh()
    {
        write(u"shop.odps.yaml"_s,
              "apiVersion: v1.0.0\nkind: DataProduct\nid: shop\nname: Shop\nversion: 1.0.0\n"
              "status: active\nteam:\n  members:\n  - username: ada@example.com\n    name: Ada\n"
              "    role: owner\noutputPorts:\n- name: orders\n  version: '1'\n  type: sql\n"
              "- name: returns\n  version: '1'\n  type: sql\n");
        store = std::move(
            *store::Store::open(*store::Profile::open(dir.filePath(u"profile"_s)), clock));
        const auto put =
            resultOf(store->accounts().put({.id = account,
                                            .name = u"mesh"_s,
                                            .platform = u"files"_s,
                                            .folder = dir.filePath(u"mesh"_s),
                                            .options = {{u"as"_s, u"Ada <ada@example.com>"_s}}}));
        if (!put)
            qFatal("the account was not stored");
        engine = std::make_unique<sync::Engine>(*store, clock, platforms::builtinPlatforms());
        accounts = std::make_unique<items::StoreAccountSource>(*store, *engine);
        access = std::make_unique<items::StoreAccessSource>(*store, *engine, clock);
        outbox = std::make_unique<items::StoreOutboxSource>(*store, *engine, *accounts, clock);
        if (!engine->takeLock())
            qFatal("no lock");
        sync();
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        QDir(dir.path()).mkpath(u"mesh"_s);
        QFile file(dir.filePath(u"mesh/"_s + name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a file was not written");
    }

    void sync()
    {
        const auto report = resultOf(engine->sync());
        if (!report)
            qFatal("%s", qPrintable(report.error().detail));
    }

    domain::AccessRequest ask()
    {
        domain::AccessRequest one{.consumer = {domain::EntityKind::Team, u"a"_s, u"Team A"_s},
                                  .purpose = u"analytics"_s,
                                  .justification = u"To plan the shifts of the next quarter."_s,
                                  .from = QDateTime::currentDateTimeUtc().date(),
                                  .to = QDateTime::currentDateTimeUtc().date().addDays(60),
                                  .exception = u"It is a test."_s};
        one.items = {{.port = u"shop#orders"_s}, {.port = u"shop#returns"_s}};
        const auto asked = resultOf(access->ask(one, false));
        if (!asked)
            qFatal("%s", qPrintable(asked.error().detail));
        return *asked;
    }

    QList<Operation> operations() { return *resultOf(store->operations().operations()); }

    items::OutboxBoard board()
    {
        const auto read = resultOf(outbox->board());
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return *read;
    }

    //! As if the platform had refused it.
    Operation refuse(qint64 id, bool isDoubtful = false)
    {
        auto &all = store->operations();
        const auto begun = resultOf(all.advance(id, OperationEvent::Begin));
        const auto refused =
            resultOf(all.advance(id, OperationEvent::Refuse, [isDoubtful](Operation &one) {
                one.errorText = u"it is closed"_s;
                one.doubtful = isDoubtful;
            }));
        if (!begun || !refused)
            qFatal("it could not be refused");
        return *refused;
    }
};

} // namespace

class TestOutboxSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void operationsHaveTheNamesOfWhatTheyAreAbout()
    {
        Mesh mesh;
        const auto request = mesh.ask();
        auto board = mesh.board();
        QCOMPARE(board.entries.size(), 1);
        QCOMPARE(items::deedText(board.entries.first()),
                 u"Request access to orders, returns for Team A"_s);
        QCOMPARE(board.entries.first().accountName, u"mesh"_s);
        QCOMPARE(board.entries.first().request, request.id);
        QVERIFY(!board.entries.first().subject.isNull());
        QVERIFY(board.obstacles.isEmpty());
        QSignalSpy changed(mesh.outbox.get(), &items::OutboxSource::changed);
        mesh.sync();
        QTRY_VERIFY(!changed.isEmpty());
        board = mesh.board();
        QCOMPARE(items::standingOf(board.entries.first()), OutboxStanding::Sent);
    }

    void whatIsOfAnAccountThatIsGoneSaysSo()
    {
        Mesh mesh;
        mesh.ask();
        // As versions left it that removed the account alone.
        auto left = mesh.operations().first();
        left.id = 0;
        left.key = QUuid::createUuid();
        left.account = QUuid::createUuid();
        QVERIFY(resultOf(mesh.store->operations().enqueue({left})));
        QTRY_VERIFY(!mesh.board().obstacles.isEmpty());
        const auto board = mesh.board();
        QVERIFY(board.obstacles.first().name.isEmpty());
        QVERIFY(std::any_of(board.entries.begin(), board.entries.end(), [&](const auto &entry) {
            return items::accountText(entry).contains(idText(left.account));
        }));
    }

    //! Whoever removes an account is told what waits, and it goes with it.
    void whatWaitsGoesWithItsAccount()
    {
        Mesh mesh;
        mesh.ask();
        auto other = mesh.operations().first();
        other.id = 0;
        other.key = QUuid::createUuid();
        other.account = QUuid::createUuid();
        QVERIFY(resultOf(mesh.store->operations().enqueue({other})));
        QCOMPARE(resultOf(mesh.accounts->undone(mesh.account)).value_or(-1), 1);
        QSignalSpy changed(mesh.outbox.get(), &items::OutboxSource::changed);
        QVERIFY(resultOf(mesh.accounts->remove(mesh.account)));
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(mesh.operations().size(), 1);
        QCOMPARE(mesh.operations().first().account, other.account);
    }

    void whatIsGivenUpCanBePutBackAndIsSentThen()
    {
        Mesh mesh;
        mesh.ask();
        const auto refused = mesh.refuse(mesh.operations().first().id);
        const auto gone = resultOf(mesh.outbox->remove({refused}));
        QCOMPARE(gone.value_or(QList<Operation>()), QList{refused});
        QVERIFY(mesh.operations().isEmpty());
        QVERIFY(resultOf(mesh.outbox->putBack(*gone)));
        QCOMPARE(mesh.operations(), QList{refused});
        QVERIFY(resultOf(mesh.outbox->retry({refused})));
        mesh.sync();
        QCOMPARE(mesh.operations().first().state, OperationState::Applied);
        // What the platform has is neither given up nor put back.
        QVERIFY(!resultOf(mesh.outbox->remove(mesh.operations())));
        QVERIFY(!resultOf(mesh.outbox->putBack(mesh.operations())));
    }

    void whatWentOnMeanwhileStaysWithWhatItWaitsFor()
    {
        Mesh mesh;
        mesh.ask();
        const auto seen = mesh.operations().first();
        // What a sender learned since is what comes back.
        const auto refused = mesh.refuse(seen.id);
        QVERIFY(!resultOf(mesh.outbox->remove({seen}))); // it was not refused when they looked
        QCOMPARE(mesh.operations(), QList{refused});
        auto old = refused;
        old.errorText = u"something older"_s;
        const auto gone = resultOf(mesh.outbox->remove({old}));
        QCOMPARE(gone.value_or(QList<Operation>()), QList{refused});
        QVERIFY(resultOf(mesh.outbox->putBack(*gone)));
        // The last one goes first: where it cannot, what it waits for stays.
        auto behind = refused;
        behind.id = 99; // nobody has it
        QVERIFY(!resultOf(mesh.outbox->remove({refused, behind})));
        QCOMPARE(mesh.operations(), QList{refused});
        // What is about something else goes all the same.
        behind.objectId = u"something else"_s;
        const auto others = resultOf(mesh.outbox->remove({refused, behind}));
        QCOMPARE(others.value_or(QList<Operation>()), QList{refused});
        QVERIFY(mesh.operations().isEmpty());
    }

    void aSecondWordTakesThePlaceOfOneThatWasRefused()
    {
        Mesh mesh;
        // Bo asks in another clone; Ada decides here.
        const auto request = mesh.ask();
        mesh.sync();
        auto board = *resultOf(mesh.access->board());
        QCOMPARE(board.cases.size(), 1);
        const auto item = board.cases.first().request.items.first().id;
        const auto say = [&](DecisionKind kind) {
            domain::AccessDecision decision{
                .id = QUuid::createUuid(), .item = item, .kind = kind, .reason = u"Because."_s};
            return resultOf(mesh.access->decide({decision}));
        };
        const auto first = say(DecisionKind::Withdraw);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        mesh.refuse(mesh.operations().last().id);
        QCOMPARE(items::stuckOf(resultOf(mesh.access->board())->cases.first()).size(), 1);
        QVERIFY(say(DecisionKind::Withdraw));
        // The refused one does not hold back the second one for ever: it is gone.
        const auto left = mesh.operations();
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.last().state, OperationState::Ready);
        mesh.sync();
        QCOMPARE(mesh.operations().last().state, OperationState::Applied);
        Q_UNUSED(request)
    }

    void aWordThatMayHaveArrivedIsNotReplaced()
    {
        Mesh mesh;
        mesh.ask();
        mesh.sync();
        const auto item = resultOf(mesh.access->board())->cases.first().request.items.first().id;
        const auto say = [&] {
            return resultOf(mesh.access->decide({{.id = QUuid::createUuid(),
                                                  .item = item,
                                                  .kind = DecisionKind::Withdraw,
                                                  .reason = u"Because."_s}}));
        };
        QVERIFY(say());
        mesh.refuse(mesh.operations().last().id, true);
        const auto again = say();
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Forbidden);
        QVERIFY(again.error().detail.contains(u"the outbox"_s));
        QCOMPARE(mesh.operations().size(), 2);
    }

    void aRequestThatWasRefusedIsReplacedByTheNextOne()
    {
        Mesh mesh;
        const auto request = mesh.ask();
        const auto refused = mesh.refuse(mesh.operations().first().id);
        auto one = resultOf(mesh.access->board())->cases.first();
        QVERIFY(items::isNeverSent(one));
        QCOMPARE(items::deliveryText(one), u"Was refused: it is closed"_s);
        one.waiting.first().errorText =
            u"POST https://mesh.example.com/api/accesses: 403: it is closed (request 17)"_s;
        QCOMPARE(items::deliveryText(one), u"Was refused: it is closed"_s);
        QCOMPARE(items::replaceableOf(one), QList{refused.id});
        auto again = one.request;
        again.id = {};
        const auto asked = resultOf(mesh.access->askAll({again}, false, {refused.id}));
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().detail));
        QCOMPARE(mesh.operations().size(), 1);
        QVERIFY(mesh.operations().first().id != refused.id);
        QVERIFY(QUuid(mesh.operations().first().objectId) != request.id);
        mesh.sync();
        QCOMPARE(mesh.operations().first().state, OperationState::Applied);
    }

    void theBoardSaysWhenItsAccountWasRead()
    {
        Mesh mesh;
        auto readings = resultOf(mesh.access->board())->readings;
        QCOMPARE(readings.size(), 1);
        QCOMPARE(readings.first().name, u"mesh"_s);
        QVERIFY(readings.first().isRead && readings.first().at.isValid());
        const auto before = readings.first().at;
        QTest::qWait(2); // the clock has milliseconds
        QVERIFY(QDir(mesh.dir.filePath(u"mesh"_s)).removeRecursively());
        mesh.sync();
        readings = resultOf(mesh.access->board())->readings;
        QVERIFY(!readings.first().isRead);
        QVERIFY(!readings.first().error.isEmpty());
        QCOMPARE(readings.first().at, before); // what is shown is as old as it was
    }

    void whatDependsOnAThingFollowsTheCatalogue()
    {
        Mesh mesh;
        const auto run = [](const QByteArray &from, const QByteArray &to) {
            return QByteArray("{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-01T00:00:00Z\","
                              "\"run\":{\"runId\":\"01930000-0000-7000-8000-00000000000"
                              + QByteArray::number(to.size())
                              + "\"},\"job\":{\"namespace\":\"n\",\"name\":\"make_" + to
                              + "\"},\"inputs\":[{\"namespace\":\"db\",\"name\":\"" + from
                              + "\"}],\"outputs\":[{\"namespace\":\"db\",\"name\":\"" + to
                              + "\"}],\"producer\":\"https://example.com\",\"schemaURL\":"
                                "\"https://openlineage.io/spec/2-0-2/OpenLineage.json"
                                "#/$defs/RunEvent\"}\n");
        };
        const auto namesOf = [&mesh](const QUuid &id) {
            const auto found = resultOf(mesh.access->dependants({id}));
            QStringList names;
            for (const auto &one : found ? found->value(id) : QList<items::Dependant>())
                names.append(one.label + u' ' + QString::number(one.steps));
            return names;
        };
        mesh.write(u"events.ndjson"_s, run("raw", "clean"));
        mesh.sync();
        const auto raw = resultOf(mesh.store->resolve(u"raw"_s));
        QVERIFY(raw && !raw->isEmpty());
        const auto id = raw->first().entity.id;
        QCOMPARE(namesOf(id), QStringList{u"clean 1"_s});
        mesh.write(u"events.ndjson"_s, run("raw", "clean") + run("clean", "reported"));
        mesh.sync();
        QTRY_COMPARE(namesOf(id), QStringList({u"clean 1"_s, u"reported 2"_s}));
    }

    void whereAFieldFlowsIsReadFromTheLineageOfColumns()
    {
        Mesh mesh;
        mesh.write(
            u"events.ndjson"_s,
            "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-01T00:00:00Z\","
            "\"run\":{\"runId\":\"01930000-0000-7000-8000-000000000001\"},"
            "\"job\":{\"namespace\":\"n\",\"name\":\"make_clean\"},"
            "\"inputs\":[{\"namespace\":\"db\",\"name\":\"raw\"}],"
            "\"outputs\":[{\"namespace\":\"db\",\"name\":\"clean\",\"facets\":{\"columnLineage\":"
            "{\"_producer\":\"https://example.com\",\"_schemaURL\":\"https://openlineage.io/spec/"
            "facets/1-0-2/ColumnLineageDatasetFacet.json\",\"fields\":{\"key\":{\"inputFields\":"
            "[{\"namespace\":\"db\",\"name\":\"raw\",\"field\":\"id\"}]}}}}}],"
            "\"producer\":\"https://example.com\",\"schemaURL\":"
            "\"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent\"}\n");
        mesh.sync();
        const auto raw = resultOf(mesh.store->resolve(u"raw"_s));
        QVERIFY(raw && !raw->isEmpty());
        const auto id = raw->first().entity.id;
        const auto flows = resultOf(mesh.access->flows({{id, {u"id"_s, u"other"_s}}}));
        QVERIFY(flows);
        QCOMPARE(flows->value(id).value(u"id"_s),
                 (items::FieldFlow{.isKnown = true, .fields = 1, .others = 1}));
        QCOMPARE(flows->value(id).value(u"other"_s), (items::FieldFlow{.isKnown = true}));
        // From memory it is the same.
        QCOMPARE(resultOf(mesh.access->flows({{id, {u"id"_s}}}))->value(id).value(u"id"_s),
                 flows->value(id).value(u"id"_s));
    }

    void whatIsEditedIsShownAtOnceAndCanBeTakenBack()
    {
        Mesh mesh;
        sync::Engine::Platforms adapters;
        adapters.push_back(std::make_unique<TakingPlatform>());
        sync::Engine engine(*mesh.store, mesh.clock, std::move(adapters));
        const auto hub = QUuid::createUuid();
        QVERIFY(resultOf(mesh.store->accounts().put({.id = hub,
                                                     .name = u"hub"_s,
                                                     .platform = u"taking"_s,
                                                     .url = u"https://hub.example"_s})));
        domain::Record record;
        record.kind = domain::EntityKind::Product;
        record.nativeId = u"urn:orders"_s;
        record.name = u"orders of the hub"_s;
        record.description = u"As it was."_s;
        record.tags = QStringList{u"gold"_s};
        QVERIFY(resultOf(mesh.store->apply({.account = hub, .records = {record}})));
        const auto id = entityId(hub, u"urn:orders"_s);
        items::StoreEditSource edits(*mesh.store, engine, mesh.clock);
        items::StorePageSource pages(*mesh.store);
        const auto offer = resultOf(edits.offer(id));
        QVERIFY(offer && offer->description.isOffered && offer->tags.isOffered);
        QVERIFY(!offer->owners.isOffered && !offer->isUndoable);
        QSignalSpy changed(&edits, &items::EditSource::changed);
        using items::EditMember;
        const auto edit = [&](EditMember member, const QString &before, const QString &after) {
            return resultOf(edits.edit(id, member, {before, after}));
        };
        QCOMPARE(*edit(EditMember::Description, u"As it was."_s, u"As it is."_s), 1);
        QCOMPARE(*edit(EditMember::Tags, u"gold"_s, u"silver"_s), 1);
        QCOMPARE(*edit(EditMember::Tags, u"gold"_s, u"silver"_s), 0);
        // Nobody replaces what they have not seen.
        const auto unseen = edit(EditMember::Description, u"As it was."_s, u"Mine."_s);
        QVERIFY(!unseen);
        QCOMPARE(unseen.error().kind, Error::Kind::Conflict);
        auto page = *resultOf(pages.page(id));
        QCOMPARE(page.entity.description, u"As it is."_s);
        QCOMPARE(page.entity.tags, QStringList{u"silver"_s});
        QCOMPARE(page.waiting.size(), 2);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(resultOf(edits.offer(id))->isUndoable);
        QCOMPARE(*resultOf(edits.undo(id)), 2);
        page = *resultOf(pages.page(id));
        QCOMPARE(page.entity.description, u"As it was."_s);
        QVERIFY(page.waiting.isEmpty());
        QVERIFY(mesh.operations().isEmpty());
        // What the files say is edited in them.
        const auto shop = entityId(mesh.account, u"shop"_s);
        const auto files = resultOf(edits.offer(shop));
        QVERIFY(files && !files->description.isOffered);
    }

    //! Two names of one account that are one thing: the window says which one it writes.
    void ofTwoNamesOfAnAccountTheOneThatIsShownIsWritten()
    {
        Mesh mesh;
        sync::Engine::Platforms adapters;
        adapters.push_back(std::make_unique<TakingPlatform>());
        sync::Engine engine(*mesh.store, mesh.clock, std::move(adapters));
        const auto hub = QUuid::createUuid();
        QVERIFY(resultOf(mesh.store->accounts().put({.id = hub,
                                                     .name = u"hub"_s,
                                                     .platform = u"taking"_s,
                                                     .url = u"https://hub.example"_s})));
        QList<domain::Record> records;
        for (const auto &word : {u"first"_s, u"second"_s}) {
            domain::Record record;
            record.kind = domain::EntityKind::Product;
            record.nativeId = u"urn:"_s + word;
            record.name = u"orders of the hub"_s;
            record.description = u"Of the "_s + word;
            records.append(record);
        }
        QVERIFY(resultOf(mesh.store->apply({.account = hub, .records = records})));
        const auto step = resultOf(mesh.store->stepTogether({.accountA = hub,
                                                             .nativeA = u"urn:first"_s,
                                                             .accountB = hub,
                                                             .nativeB = u"urn:second"_s}));
        QVERIFY(step && resultOf(mesh.store->accounts().decide(*step)));
        QVERIFY(resultOf(mesh.store->settled()));
        const auto found = resultOf(mesh.store->resolve(u"urn:second"_s));
        QVERIFY(found && found->size() == 1);
        const auto id = found->first().entity.id;
        const auto page = resultOf(mesh.store->page(id));
        QCOMPARE(page->said.size(), 2);
        items::StoreEditSource edits(*mesh.store, engine, mesh.clock);
        const auto write = [&](const domain::Saying &shown, const QString &text) {
            const auto offer = resultOf(edits.offer(id));
            QVERIFY(offer && offer->description.isOffered);
            QCOMPARE(offer->description.text, shown.description);
            QVERIFY2(offer->description.account.contains(shown.nativeId),
                     qPrintable(offer->description.account));
            QCOMPARE(*resultOf(
                         edits.edit(id, items::EditMember::Description, {shown.description, text})),
                     1);
            QCOMPARE(mesh.operations().last().objectId, shown.nativeId);
        };
        write(page->said.first(), {}); // the other one is shown from here on
        write(page->said.last(), u"Mine."_s);
        QCOMPARE(mesh.operations().size(), 2);
    }

    //! An edit that waits for one account is no reason to show its value where another's is shown.
    void aRowOfTheCatalogueShowsWhatThePageShows()
    {
        Mesh mesh;
        const auto hub = QUuid::createUuid();
        const auto other = QUuid::createUuid();
        const auto described = [](const QString &description) {
            domain::Record record;
            record.kind = domain::EntityKind::Product;
            record.nativeId = record.name = u"invoices"_s;
            record.description = description;
            return record;
        };
        int position = 1;
        for (const auto &[account, name] :
             {std::pair(hub, u"hub"_s), std::pair(other, u"other"_s)}) {
            QVERIFY(resultOf(mesh.store->accounts().put({.id = account,
                                                         .name = name,
                                                         .platform = u"taking"_s,
                                                         .url = u"https://hub.example"_s,
                                                         .position = position++})));
            QVERIFY(resultOf(
                mesh.store->apply({.account = account, .records = {described(u"Of "_s + name)}})));
        }
        sync::PortalCommands commands(mesh.store->operations(), mesh.clock);
        const auto describe = [&](const QUuid &account, const QString &description) {
            const domain::DescriptionEdit edit{.nativeId = u"invoices"_s,
                                               .kind = domain::EntityKind::Product,
                                               .description = description};
            QVERIFY(resultOf(commands.perform({{.account = account,
                                                .objectId = u"invoices"_s,
                                                .kind = domain::describeKind(),
                                                .payload = domain::toJson(edit)}})));
        };
        items::StorePageSource pages(*mesh.store);
        const auto id = entityId(hub, u"invoices"_s);
        items::StoreCatalogSource rows(*mesh.store);
        const auto shownInRow = [&rows] {
            const auto found = resultOf(rows.search({.query = u"invoices"_s}));
            return found && found->hits.size() == 1 ? found->hits.first().entity.description
                                                    : QString(u"not found"_s);
        };
        const auto shownOnPage = [&] { return resultOf(pages.page(id))->entity.description; };
        describe(hub, u"Waits for the hub"_s);
        describe(other, u"Waits for the other"_s);
        QTRY_COMPARE(shownInRow(), u"Waits for the hub"_s);
        QCOMPARE(shownOnPage(), u"Waits for the hub"_s);
        describe(hub, {});
        QTRY_COMPARE(shownInRow(), u"Waits for the other"_s);
        QCOMPARE(shownOnPage(), u"Waits for the other"_s);
    }

    //! The description of a field as well, and each by itself.
    void theDescriptionOfAFieldIsEditedAndTakenBack()
    {
        Mesh mesh;
        const auto engineThatTakes = [&mesh](platforms::Capabilities further) {
            sync::Engine::Platforms adapters;
            adapters.push_back(std::make_unique<TakingPlatform>(further));
            return std::make_unique<sync::Engine>(*mesh.store, mesh.clock, std::move(adapters));
        };
        const auto hub = QUuid::createUuid();
        QVERIFY(resultOf(mesh.store->accounts().put({.id = hub,
                                                     .name = u"hub"_s,
                                                     .platform = u"taking"_s,
                                                     .url = u"https://hub.example"_s})));
        domain::Record record;
        record.kind = domain::EntityKind::Asset;
        record.nativeId = u"urn:orders"_s;
        record.name = u"orders of the hub"_s;
        record.description = u"Of the table."_s;
        for (const auto &[path, text] :
             {std::pair(u"id"_s, u"The key."_s), std::pair(u"sum"_s, QString())}) {
            domain::Field field;
            field.path = field.name = path;
            field.description = text;
            record.fields.append(field);
        }
        QVERIFY(resultOf(mesh.store->apply({.account = hub, .records = {record}})));
        const auto asset = entityId(hub, u"urn:orders"_s);
        const auto engine = engineThatTakes(platforms::Capability::WriteFields);
        items::StoreEditSource edits(*mesh.store, *engine, mesh.clock);
        items::StorePageSource pages(*mesh.store);
        const auto offer = resultOf(edits.fieldOffer(asset, u"id"_s));
        QVERIFY(offer && offer->description.isOffered);
        QVERIFY(!offer->isWaiting && !offer->isUndoable);
        QCOMPARE(offer->description.text, u"The key."_s);
        QCOMPARE(offer->description.account, u"hub"_s);
        const auto describe = [&](const QString &path, const QString &before,
                                  const QString &after) {
            return resultOf(edits.editField(asset, path, {before, after}));
        };
        const auto said = [&] {
            const auto fields = resultOf(pages.fields(asset));
            QStringList texts;
            for (const auto &field : fields.value_or(QList<domain::Field>()))
                texts.append(field.path + u": "_s + field.description);
            return texts;
        };
        QCOMPARE(*describe(u"id"_s, u"The key."_s, u"Mine."_s), 1);
        QCOMPARE(domain::descriptionOf(mesh.operations().first().base), u"The key."_s);
        QCOMPARE(*describe(u"sum"_s, {}, u"In euros."_s), 1);
        QCOMPARE(*describe(u"sum"_s, u"In euros."_s, u"In euros."_s), 0);
        // Nobody replaces what they have not seen.
        const auto unseen = describe(u"id"_s, u"The key."_s, u"Theirs."_s);
        QVERIFY(!unseen);
        QCOMPARE(unseen.error().kind, Error::Kind::Conflict);
        QVERIFY(!describe(u"never"_s, {}, u"x"_s));
        using items::EditMember;
        QCOMPARE(*resultOf(edits.edit(asset, EditMember::Description,
                                      {u"Of the table."_s, u"Mine as well."_s})),
                 1);
        QCOMPARE(said(), (QStringList{u"id: Mine."_s, u"sum: In euros."_s}));
        QCOMPARE(resultOf(pages.page(asset))->entity.description, u"Mine as well."_s);
        const auto waiting = resultOf(edits.fieldOffer(asset, u"id"_s));
        QVERIFY(waiting && waiting->isWaiting && waiting->isUndoable);
        QCOMPARE(waiting->description.text, u"Mine."_s);
        QCOMPARE(*resultOf(edits.undoField(asset, u"id"_s)), 1);
        QCOMPARE(said(), (QStringList{u"id: The key."_s, u"sum: In euros."_s}));
        QCOMPARE(resultOf(pages.page(asset))->entity.description, u"Mine as well."_s);
        QCOMPARE(mesh.operations().size(), 2);
        QVERIFY(!resultOf(edits.fieldOffer(asset, u"id"_s))->isUndoable);
        // Of the whole thing, all of it is taken back.
        QCOMPARE(*resultOf(edits.undo(asset)), 2);
        QCOMPARE(said(), (QStringList{u"id: The key."_s, u"sum: "_s}));
        QVERIFY(mesh.operations().isEmpty());
        // Not each platform that takes edits takes these.
        const auto other = engineThatTakes({});
        items::StoreEditSource closed(*mesh.store, *other, mesh.clock);
        QVERIFY(!resultOf(closed.fieldOffer(asset, u"id"_s))->description.isOffered);
        const auto refused =
            resultOf(closed.editField(asset, u"id"_s, {u"The key."_s, u"Mine."_s}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
    }

    //! Names are nobody's own: an owner is one whom the account knows, and no guess among several.
    void anOwnerIsWhomTheAccountKnows()
    {
        Mesh mesh;
        sync::Engine::Platforms adapters;
        adapters.push_back(std::make_unique<TakingPlatform>(platforms::Capability::WriteOwners));
        sync::Engine engine(*mesh.store, mesh.clock, std::move(adapters));
        const auto make = [](domain::EntityKind kind, const QString &nativeId,
                             const QString &name) {
            domain::Record record;
            record.kind = kind;
            record.nativeId = nativeId;
            record.name = name;
            return record;
        };
        using domain::EntityKind;
        const auto hub = QUuid::createUuid();
        const auto other = QUuid::createUuid();
        for (const auto &[account, name] : {std::pair(other, u"other"_s), std::pair(hub, u"hub"_s)})
            QVERIFY(resultOf(mesh.store->accounts().put({.id = account,
                                                         .name = name,
                                                         .platform = u"taking"_s,
                                                         .url = u"https://hub.example"_s})));
        QVERIFY(resultOf(mesh.store->apply(
            {.account = other, .records = {make(EntityKind::Person, u"a:maya"_s, u"Maya"_s)}})));
        QVERIFY(resultOf(mesh.store->apply(
            {.account = hub,
             .records = {make(EntityKind::Product, u"urn:orders"_s, u"Orders"_s),
                         make(EntityKind::Asset, u"urn:maya"_s, u"Maya"_s),
                         make(EntityKind::Person, u"urn:user:maya"_s, u"Maya"_s),
                         make(EntityKind::Person, u"urn:user:sam1"_s, u"Sam"_s),
                         make(EntityKind::Team, u"urn:group:sam2"_s, u"Sam"_s)}})));
        items::StoreEditSource edits(*mesh.store, engine, mesh.clock);
        const auto id = entityId(hub, u"urn:orders"_s);
        const auto own = [&](const QString &before, const QString &after) {
            return resultOf(edits.edit(id, items::EditMember::Owners, {before, after}));
        };
        const auto first = own({}, u"Maya"_s);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        auto edit = domain::ownerEditFromJson(mesh.operations().last().payload);
        QVERIFY(edit);
        QCOMPARE(domain::idsOf(edit->owners), QStringList{u"urn:user:maya"_s});
        const auto unclear = own(u"Maya"_s, u"Maya\nSam"_s);
        QVERIFY(!unclear);
        QCOMPARE(unclear.error().kind, Error::Kind::BadInput);
        for (const auto &word : {u"urn:user:sam1"_s, u"urn:group:sam2"_s})
            QVERIFY2(unclear.error().detail.contains(word), qPrintable(unclear.error().detail));
        QVERIFY(own(u"Maya"_s, u"Maya\nurn:group:sam2"_s));
        edit = domain::ownerEditFromJson(mesh.operations().last().payload);
        QCOMPARE(domain::idsOf(edit->owners),
                 QStringList({u"urn:user:maya"_s, u"urn:group:sam2"_s}));
        const auto nobody = own({}, u"Nobody"_s);
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestOutboxSource)
#include "tst_outboxsource.moc"
