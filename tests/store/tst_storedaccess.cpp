// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/store/connection.h"
#include "tests/store/storefixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::domain;
using tests::StoreFixture;

namespace {

const QUuid files = entityId({}, u"files"_s);
const QUuid other = entityId({}, u"other"_s);

//! A request with every member filled.
HeldRequest heldRequest(const QString &name)
{
    const auto id = entityId({}, name);
    AccessRequest request{.id = id,
                          .consumer = {EntityKind::Product, u"shop"_s, u"Shop"_s},
                          .purpose = u"analytics"_s,
                          .justification = u"Line\n\u202Eand – more"_s,
                          .from = QDate(2026, 11, 23),
                          .to = QDate(2027, 2, 28),
                          .terms = {{u"orders"_s, u"1.0.0"_s, u"ab"_s}},
                          .asker = {u"Ada"_s, u"ada@example.com"_s},
                          .created = QDateTime(QDate(2026, 11, 1), QTime(8, 30), Qt::UTC),
                          .renews = entityId({}, u"before"_s),
                          .exception = u"The board agreed."_s};
    request.items.append({.id = itemIdOf(id, u"shop#orders"_s),
                          .port = u"shop#orders"_s,
                          .product = u"shop"_s,
                          .account = u"mesh"_s,
                          .role = u"reader"_s,
                          .fields = {u"orders.id"_s},
                          .steps = {{u"owner"_s, {u"bo@example.com"_s, u"cy@example.com"_s}}},
                          .state = ItemState::Submitted,
                          .nativeId = u"n"_s});
    request.verdicts.append({.policy = u"period"_s,
                             .result = PolicyResult::Fail,
                             .severity = Finding::Severity::Warning,
                             .message = u"m"_s,
                             .remedy = u"r"_s,
                             .port = u"p"_s,
                             .field = u"f"_s,
                             .source = u"local"_s,
                             .decisionId = u"d"_s});
    return {.request = request,
            .place = u"access/requests/%1.yaml"_s.arg(idText(id)),
            .sha256 = u"cafe"_s,
            .isShared = true,
            .findings = {{.file = u"x"_s,
                          .line = 3,
                          .column = 4,
                          .severity = Finding::Severity::Info,
                          .rule = u"access.x"_s,
                          .field = u"steps"_s,
                          .message = u"m"_s,
                          .remedy = u"r"_s}}};
}

HeldDecision heldDecision(const QString &name)
{
    const auto id = entityId({}, name);
    return {.decision = {.id = id,
                         .item = entityId({}, u"item"_s),
                         .kind = DecisionKind::Reject,
                         .by = {u"Bo"_s, u"bo@example.com"_s},
                         .at = QDateTime(QDate(2026, 11, 2), QTime(9, 0), Qt::UTC),
                         .step = u"owner"_s,
                         .reason = u"No."_s,
                         .asked = u"cafe"_s,
                         .replaces = {entityId({}, u"earlier"_s)}},
            .place = u"access/decisions/x/%1.yaml"_s.arg(idText(id)),
            .isShared = true};
}

AccessBook bookOf(const QStringList &requests, const QStringList &decisions)
{
    AccessBook book;
    for (const auto &name : requests)
        book.requests.append(heldRequest(name));
    for (const auto &name : decisions)
        book.decisions.append(heldDecision(name));
    const auto byPlace = [](const auto &left, const auto &right) {
        return left.place < right.place;
    };
    std::sort(book.requests.begin(), book.requests.end(), byPlace);
    std::sort(book.decisions.begin(), book.decisions.end(), byPlace);
    book.grants = {
        {.grant = {.agreement = entityId({}, u"agreement"_s),
                   .platform = u"snowflake"_s,
                   .reference = u"READER"_s,
                   .changes = {{.state = GrantState::Failed,
                                .at = QDateTime(QDate(2026, 11, 3), QTime(9, 0), Qt::UTC),
                                .diagnostics = u"no quota"_s}}},
         .place = u"access/grants/x.yaml"_s,
         .isShared = true}};
    book.policies.ownRequests = true;
    book.policies.purposes = {{u"c"_s, u"t"_s, u"d"_s, {u"confidential"_s}, 30}};
    book.policies.rules = {{.id = u"odd"_s,
                            .kind = PolicyKind::Format,
                            .scope = PolicyScope::Port,
                            .severity = Finding::Severity::Info,
                            .message = u"m"_s,
                            .remedy = u"r"_s,
                            .parameters = {.allowed = {u"a"_s},
                                           .properties = {u"p"_s},
                                           .classifications = {u"c"_s},
                                           .minimum = 2,
                                           .maxDays = 3,
                                           .share = 0.25,
                                           .of = u"id"_s,
                                           .standard = u"uuid"_s,
                                           .pattern = u"x+"_s},
                            .mistake = u"none"_s}};
    return book;
}

} // namespace

class TestStoredAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everythingComesBackAsItWas()
    {
        StoreFixture store;
        const auto book = bookOf({u"a"_s, u"b"_s}, {u"c"_s, u"d"_s});
        StoreFixture::value(store->replaceAccess(files, book, true));
        store.reopen();
        const auto all = StoreFixture::value(store->access());
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().account, files);
        QVERIFY(all.first().book == book);
    }

    void theWholeOfOneAccountIsReplaced()
    {
        StoreFixture store;
        StoreFixture::value(store->replaceAccess(files, bookOf({u"a"_s}, {u"c"_s}), true));
        StoreFixture::value(store->replaceAccess(other, bookOf({u"o"_s}, {}), true));
        StoreFixture::value(store->replaceAccess(files, bookOf({u"b"_s}, {}), true));
        QVERIFY(bookIn(store, files) == bookOf({u"b"_s}, {}));
        QVERIFY(bookIn(store, other) == bookOf({u"o"_s}, {}));
    }

    void whatCouldNotBeReadStays()
    {
        StoreFixture store;
        StoreFixture::value(store->replaceAccess(files, bookOf({u"a"_s}, {u"c"_s}), true));
        StoreFixture::value(store->replaceAccess(files, bookOf({u"b"_s}, {}), false));
        QVERIFY(bookIn(store, files) == bookOf({u"a"_s, u"b"_s}, {u"c"_s}));
    }

    void aChangeIsToldAndTheSameAgainIsNot()
    {
        StoreFixture store;
        QSignalSpy spy(&store->changes(), &store::Changes::accessChanged);
        StoreFixture::value(store->replaceAccess(files, bookOf({u"a"_s}, {}), true));
        QTRY_COMPARE(spy.size(), 1);
        StoreFixture::value(store->replaceAccess(files, bookOf({u"a"_s}, {}), true));
        QTest::qWait(400);
        QCOMPARE(spy.size(), 1);
        StoreFixture::value(store->replaceAccess(files, bookOf({}, {}), true));
        QTRY_COMPARE(spy.size(), 2);
    }

    void anAccountThatIsRemovedSaysNothing()
    {
        StoreFixture store;
        StoreFixture::value(store->replaceAccess(files, bookOf({u"a"_s}, {u"c"_s}), true));
        StoreFixture::value(store->removeAccount(files));
        QVERIFY(StoreFixture::value(store->access()).isEmpty());
    }

    void aCacheOfTheVersionBeforeTakesIt()
    {
        StoreFixture store;
        const auto cache = store->profile().cacheFile();
        store.close();
        store::Connection({.file = cache})
            .run("DROP TABLE access_document; DROP TABLE pull_note; DROP TABLE merged_decision; "
                 "ALTER TABLE record DROP COLUMN "
                 "sweep;"
                 "PRAGMA user_version = 4");
        store.reopen();
        QVERIFY(StoreFixture::value(store->access()).isEmpty());
        StoreFixture::value(store->replaceAccess(files, bookOf({u"a"_s}, {}), true));
        QVERIFY(bookIn(store, files) == bookOf({u"a"_s}, {}));
    }

private:
    static AccessBook bookIn(StoreFixture &store, const QUuid &account)
    {
        for (const auto &one : StoreFixture::value(store->access())) {
            if (one.account == account)
                return one.book;
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestStoredAccess)
#include "tst_storedaccess.moc"
