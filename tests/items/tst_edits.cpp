// SPDX-License-Identifier: GPL-3.0-or-later
// Where an edit goes, and how it is shown until its platform has it.
#include "models/base/identity.h"
#include "models/domain/edit.h"
#include "models/items/editoffer.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::domain;
using items::EditPlace;

namespace {

const QUuid files(u"00000000-0000-4000-8000-000000000001"_s);
const QUuid hub(u"00000000-0000-4000-8000-000000000002"_s);
const QUuid other(u"00000000-0000-4000-8000-000000000003"_s);

//! One asset that three accounts know: the first is shown where it says something.
Page pageOf(const QString &first, const QString &second, const QString &third = {})
{
    Page page;
    page.entity.kind = EntityKind::Asset;
    page.entity.name = u"orders"_s;
    page.said = {{files, u"mesh"_s, u"c#orders"_s, first, {u"gold"_s}},
                 {hub, u"hub"_s, u"urn:o"_s, second, {u"gold"_s, u"pii"_s}},
                 {other, u"meta"_s, u"table:o"_s, third, {}}};
    page.native = {{u"a/orders.odcs.yaml"_s, 7, "{}"}, {}, {}};
    page.entity.tags = {u"gold"_s, u"pii"_s};
    for (const auto &one : page.said) {
        if (page.entity.description.isEmpty())
            page.entity.description = one.description;
        else if (!one.description.isEmpty() && one.description != page.entity.description)
            page.others.append({u"description"_s, one.description, one.accountName});
    }
    page.merged.description = page.entity.description;
    page.merged.tags = page.entity.tags;
    return page;
}

const QList<EditPlace> places{
    {files, false, u"/home/x/mesh"_s}, {hub, true, {}, true}, {other, true, {}, true}};

//! The same where both take descriptions of fields.
const QList<EditPlace> fielded{
    {files, false, u"/home/x/mesh"_s}, {hub, true, {}, true, true}, {other, true, {}, true, true}};

//! The same asset: both accounts describe one field, and one has another.
Page described()
{
    auto page = pageOf({}, u"Of the hub."_s);
    page.said[1].fields = {{u"ID"_s, u"Of the hub."_s}};
    page.said[2].fields = {{u"id"_s, u"Of another."_s}, {u"sum"_s, {}}};
    Field id;
    id.path = u"ID"_s;
    id.description = u"Of the hub."_s;
    Field sum;
    sum.path = u"sum"_s;
    page.merged.fields = {id, sum};
    return page;
}

//! The same asset: two accounts say who owns it.
Page owned()
{
    auto page = pageOf({}, u"Of the hub."_s);
    page.said[1].owners = {{u"urn:team"_s, u"Order team"_s}};
    page.said[2].owners = {{u"team:orders"_s, u"Order team"_s}};
    page.entity.ownerName = u"Order team"_s;
    return page;
}

Operation operationOf(const QUuid &account, const QString &nativeId, const QString &description,
                      OperationState state = OperationState::Ready)
{
    Operation operation;
    operation.account = account;
    operation.objectId = nativeId;
    operation.kind = describeKind();
    operation.payload = toJson(DescriptionEdit{nativeId, EntityKind::Asset, description});
    operation.state = state;
    return operation;
}

Operation fieldEdit(const QString &path, const QString &description,
                    OperationState state = OperationState::Ready)
{
    auto operation = operationOf(hub, u"urn:o"_s, description, state);
    operation.payload = toJson(DescriptionEdit{u"urn:o"_s, EntityKind::Asset, description, path});
    return operation;
}

Operation taggingOf(const QUuid &account, const QString &nativeId, const QStringList &added,
                    const QStringList &removed)
{
    Operation operation;
    operation.account = account;
    operation.objectId = nativeId;
    operation.kind = tagKind();
    operation.payload = toJson(TagEdit{nativeId, EntityKind::Asset, added, removed});
    return operation;
}

} // namespace

class TestEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aDescriptionGoesToTheAccountWhoseOneIsShown()
    {
        const auto edits = items::editsFor(pageOf({}, u"Of the hub."_s, u"Of another."_s),
                                           {.description = u"Mine."_s}, places);
        QVERIFY(edits);
        QCOMPARE(edits->size(), 1);
        QCOMPARE(edits->first().account, hub);
        QCOMPARE(edits->first().nativeId, u"urn:o"_s);
        QCOMPARE(edits->first().kind, EntityKind::Asset);
        QCOMPARE(edits->first().description, u"Mine."_s);
        QCOMPARE(edits->first().descriptionBefore, u"Of the hub."_s);
    }

    //! Of the documents of a page the platform finds that of its own thing.
    void anEditIsMadeAgainstTheRevisionThatWasRead()
    {
        auto page = pageOf({}, u"Of the hub."_s);
        page.native = {{u"a.yaml"_s, 7, "1"}, {u"b.yaml"_s, 9, "2"}, {u"hub"_s, 0, "3"}};
        auto known = places;
        known[1].revisionOf = [](const QByteArray &document, const QString &nativeId) {
            return nativeId == u"urn:o" && document == "3" ? u"r3"_s : QString();
        };
        auto edits = items::editsFor(page, {.description = u"Mine."_s}, known);
        QVERIFY(edits);
        QCOMPARE(edits->first().baseRevision, u"r3"_s);
        edits = items::editsFor(page, {.description = u"Mine."_s}, places);
        QCOMPARE(edits->first().baseRevision, QString());
    }

    void whereNobodyDescribedItTheFirstThatTakesEditsDoes()
    {
        const auto edits = items::editsFor(pageOf({}, {}), {.description = u"Mine."_s}, places);
        QVERIFY(edits);
        QCOMPARE(edits->first().account, hub);
        QCOMPARE(edits->first().descriptionBefore, QString());
    }

    //! The files' description is shown, so it is theirs that would have to change.
    void filesAreEditedInAnEditorAndTheErrorSaysWhere()
    {
        const auto edits = items::editsFor(pageOf(u"Of files."_s, u"Of the hub."_s),
                                           {.description = u"Mine."_s}, places);
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::Forbidden);
        for (const auto &words : {u"editor"_s, u"/home/x/mesh/a/orders.odcs.yaml:7"_s, u"mesh"_s})
            QVERIFY2(edits.error().detail.contains(words), qPrintable(edits.error().detail));
    }

    void aPlatformThatIsOnlyReadSaysSo()
    {
        const auto edits = items::editsFor(pageOf({}, u"Of the hub."_s),
                                           {.description = u"Mine."_s}, {{hub, false, {}}});
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::Forbidden);
        QVERIFY(edits.error().detail.contains(u"on the platform itself"_s));
    }

    //! Marquez takes tags of a dataset, and descriptions from producers alone.
    void whatIsNotTakenIsRefusedBeforeItWaits()
    {
        auto known = places;
        known[1].whyUndescribed = [](const QString &nativeId) {
            return nativeId == u"urn:o" ? u"from producers alone"_s : QString();
        };
        auto edits = items::editsFor(pageOf({}, u"Of the hub."_s, u"Of another."_s),
                                     {.description = u"Mine."_s}, known);
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::Forbidden);
        QCOMPARE(edits.error().detail, u"from producers alone"_s);
        // The window does not offer it, and says the same.
        const auto offer =
            items::editOfferOf(pageOf({}, u"Of the hub."_s, u"Of another."_s), known, {});
        QVERIFY(!offer.description.isOffered && offer.tags.isOffered);
        QCOMPARE(offer.description.why, u"from producers alone"_s);
        QCOMPARE(items::editOfferOf(pageOf({}, {}), known, {}).description.why, QString());
        // Where nobody described it, the first that takes one does.
        edits = items::editsFor(pageOf({}, {}), {.description = u"Mine."_s}, known);
        QVERIFY(edits);
        QCOMPARE(edits->first().account, other);
        QVERIFY(items::editsFor(pageOf({}, u"Of the hub."_s), {.addedTags = {u"new"_s}}, known));
    }

    void tagsGoOnWhereTheDescriptionIsAndComeOffWhereverTheyAre()
    {
        const auto page = pageOf({}, u"Of the hub."_s);
        auto edits = items::editsFor(
            page, {.description = {}, .addedTags = {u"new"_s, u"pii"_s}, .removedTags = {}},
            places);
        QVERIFY(edits);
        QCOMPARE(edits->size(), 1); // "pii" is there already
        QCOMPARE(edits->first().account, hub);
        QCOMPARE(edits->first().addedTags, QStringList{u"new"_s});

        edits = items::editsFor(
            page, {.description = {}, .addedTags = {}, .removedTags = {u"pii"_s}}, places);
        QVERIFY(edits);
        QCOMPARE(edits->first().removedTags, QStringList{u"pii"_s});
        // The files have it as well: taken off the hub alone it would still be shown.
        edits = items::editsFor(
            page, {.description = {}, .addedTags = {}, .removedTags = {u"gold"_s}}, places);
        QVERIFY(!edits);
        QVERIFY(edits.error().detail.contains(u"editor"_s));
        edits = items::editsFor(
            page, {.description = {}, .addedTags = {}, .removedTags = {u"none"_s}}, places);
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::NotFound);
    }

    //! Whatever is shown, cleared, or waits for another name of it.
    void whatIsCalledByAnAccountsNameIsWrittenThere()
    {
        auto page = pageOf({}, {}, u"Of another."_s);
        page.said[2].account = hub; // two things of one account that are one here
        page = items::laidOver(page, {operationOf(hub, u"urn:o"_s, {}, OperationState::Ready)});
        for (const auto &name : {u"urn:o"_s, u"table:o"_s}) {
            const auto edits = items::editsFor(
                page, {.nativeId = name, .description = u"Mine."_s, .addedTags = {u"new"_s}},
                places);
            QVERIFY(edits);
            QCOMPARE(edits->size(), 1);
            QCOMPARE(edits->first().nativeId, name);
            QCOMPARE(edits->first().descriptionBefore,
                     name == u"urn:o" ? QString() : u"Of another."_s);
            QCOMPARE(edits->first().addedTags, QStringList{u"new"_s});
        }
        // What another name has is not so already, and is no reason to write there.
        auto edits = items::editsFor(
            page,
            {.nativeId = u"table:o"_s, .description = u"Of another."_s, .addedTags = {u"pii"_s}},
            places);
        QVERIFY(edits);
        QCOMPARE(edits->size(), 1);
        QVERIFY(!edits->first().description);
        QCOMPARE(edits->first().nativeId, u"table:o"_s);
        QCOMPARE(edits->first().addedTags, QStringList{u"pii"_s});
        edits = items::editsFor(
            page, {.nativeId = u"urn:o"_s, .addedTags = {}, .removedTags = {u"gold"_s}}, places);
        QVERIFY(edits); // the files, which have it as well, are not asked
        QCOMPARE(edits->first().removedTags, QStringList{u"gold"_s});
        edits = items::editsFor(
            page, {.nativeId = u"table:o"_s, .addedTags = {}, .removedTags = {u"gold"_s}}, places);
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::NotFound);
        // Nor is it written elsewhere where it cannot be written.
        edits =
            items::editsFor(page, {.nativeId = u"c#orders"_s, .description = u"Mine."_s}, places);
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::Forbidden);
        for (const auto &words : {u"c#orders"_s, u"/home/x/mesh/a/orders.odcs.yaml:7"_s})
            QVERIFY2(edits.error().detail.contains(words), qPrintable(edits.error().detail));
        const auto gone =
            items::editsFor(page, {.nativeId = u"urn:gone"_s, .description = u"Mine."_s}, places);
        QVERIFY(!gone);
        QVERIFY(gone.error().detail.contains(u"urn:gone"_s));
    }

    void theFieldOfAnAccountsNameIsWrittenThere()
    {
        const auto page = described();
        for (const auto &[name, path] :
             {std::pair(u"urn:o"_s, u"ID"_s), std::pair(u"table:o"_s, u"id"_s)}) {
            const auto edits = items::editsFor(
                page, {.nativeId = name, .field = u"id"_s, .description = u"Mine."_s}, fielded);
            QVERIFY(edits);
            QCOMPARE(edits->size(), 1);
            QCOMPARE(edits->first().nativeId, name);
            QCOMPARE(edits->first().field, path);
        }
        const auto none = items::editsFor(
            page, {.nativeId = u"urn:o"_s, .field = u"sum"_s, .description = u"Mine."_s}, fielded);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
    }

    void whatIsSoAlreadyIsNoEdit()
    {
        const auto edits = items::editsFor(
            pageOf({}, u"Same."_s),
            {.description = u"Same."_s, .addedTags = {u"pii"_s}, .removedTags = {}}, places);
        QVERIFY(edits);
        QVERIFY(edits->isEmpty());
    }

    void theShownDescriptionIsTheNewOneAndMarked()
    {
        const auto page = pageOf({}, u"Of the hub."_s, u"Of another."_s);
        const auto shown = items::laidOver(
            page,
            {operationOf(hub, u"urn:o"_s, u"First."_s), operationOf(hub, u"urn:o"_s, u"Mine."_s)});
        QCOMPARE(shown.entity.description, u"Mine."_s);
        QCOMPARE(shown.merged.description, u"Mine."_s);
        QCOMPARE(shown.waiting, QStringList{u"description"_s});
        QVERIFY(!items::waitingText(shown).isEmpty());
        QCOMPARE(shown.others.size(), 1);
        QCOMPARE(shown.others.first().value, u"Of another."_s);
        // An edit of what is not shown changes what lost.
        const auto lost = items::laidOver(page, {operationOf(other, u"table:o"_s, u"Mine."_s)});
        QCOMPARE(lost.entity.description, u"Of the hub."_s);
        QCOMPARE(lost.others.first().value, u"Mine."_s);
    }

    void onlyWhatHoldsIsLaidOver()
    {
        const auto page = pageOf({}, u"Of the hub."_s);
        for (const auto state :
             {OperationState::Staged, OperationState::Conflict, OperationState::Rejected}) {
            const auto one = operationOf(hub, u"urn:o"_s, u"Mine."_s, state);
            QCOMPARE(items::laidOver(page, {one}), page);
        }
        QCOMPARE(items::laidOver(page, {operationOf(hub, u"urn:other"_s, u"Mine."_s)}), page);
        QCOMPARE(items::laidOver(page, {operationOf(files, u"urn:o"_s, u"Mine."_s)}), page);
        // The platform has it, and the next pull will bring it: shown, and nothing waits.
        auto applied = operationOf(hub, u"urn:o"_s, u"Mine."_s, OperationState::Applied);
        const auto shown = items::laidOver(page, {applied});
        QCOMPARE(shown.entity.description, u"Mine."_s);
        QVERIFY(shown.waiting.isEmpty());
        applied.settled = true;
        QCOMPARE(items::laidOver(page, {applied}), page);
    }

    void listsShowEditsAsWell()
    {
        Entity entity;
        entity.description = u"Of the hub."_s;
        entity.tags = {u"pii"_s};
        entity.aliases = {{files, u"mesh"_s, u"c#orders"_s, {}}, {hub, u"hub"_s, u"urn:o"_s, {}}};
        const auto shown = items::laidOver(entity,
                                           {operationOf(hub, u"urn:o"_s, u"Mine."_s),
                                            taggingOf(hub, u"urn:o"_s, {u"new"_s}, {u"pii"_s})});
        QCOMPARE(shown.description, u"Mine."_s);
        QCOMPARE(shown.tags, QStringList{u"new"_s});
        QCOMPARE(items::laidOver(entity, {operationOf(hub, u"urn:x"_s, u"Mine."_s)}), entity);
    }

    void ownersGoWhereTheShownOneIsAndComeOffWhereverTheyAre()
    {
        auto page = owned();
        Entity erin{.kind = EntityKind::Person, .name = u"Erin"_s};
        erin.aliases = {{hub, u"hub"_s, u"urn:erin"_s, {}}};
        auto edits = items::editsFor(page, {.addedOwners = {erin}}, places);
        QVERIFY2(edits, edits ? "" : qPrintable(edits.error().detail));
        QCOMPARE(edits->size(), 1);
        QCOMPARE(edits->first().account, hub);
        QCOMPARE(edits->first().owners,
                 Owners({{u"urn:team"_s, u"Order team"_s}, {u"urn:erin"_s, u"Erin"_s}}));
        QCOMPARE(edits->first().ownersBefore, Owners({{u"urn:team"_s, u"Order team"_s}}));
        QVERIFY(!edits->first().description);
        // The name is how people call it; the other account has the same team by its own id.
        edits = items::editsFor(page, {.removedOwners = {u"order team"_s}}, places);
        QVERIFY(edits);
        QCOMPARE(edits->size(), 2);
        QCOMPARE(edits->first().owners, Owners());
        QCOMPARE(edits->last().account, other);
        // Off and on again is no edit; so is who owns it already.
        Entity team{.kind = EntityKind::Team, .name = u"Order team"_s};
        team.aliases = {{hub, u"hub"_s, u"urn:team"_s, {}}};
        edits = items::editsFor(page, {.addedOwners = {team}}, places);
        QVERIFY(edits && edits->isEmpty());
        // One takes the place of the one before, where there is one.
        auto one = places;
        one[1].keepsOneOwner = true;
        edits = items::editsFor(page, {.addedOwners = {erin}}, one);
        QCOMPARE(edits->first().owners, Owners({{u"urn:erin"_s, u"Erin"_s}}));
        edits = items::editsFor(page, {.removedOwners = {u"urn:team"_s}}, one);
        QVERIFY(!edits);
        QVERIFY2(edits.error().detail.contains(u"takes its place"_s),
                 qPrintable(edits.error().detail));
        edits = items::editsFor(page, {.addedOwners = {team, erin}}, one);
        QVERIFY(!edits);
        QVERIFY2(edits.error().detail.contains(u"name one"_s), qPrintable(edits.error().detail));
        QCOMPARE(items::editsFor(page, {.addedOwners = {team, erin}}, places)->size(), 1);
    }

    void whoCannotOwnItIsSaid()
    {
        const auto page = owned();
        Entity stranger{.kind = EntityKind::Person, .name = u"Sam"_s};
        stranger.aliases = {{files, u"mesh"_s, u"person:sam"_s, {}}};
        auto edits = items::editsFor(page, {.addedOwners = {stranger}}, places);
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::NotFound);
        QVERIFY(edits.error().detail.contains(u"Sam"_s));
        edits = items::editsFor(page, {.removedOwners = {u"Sam"_s}}, places);
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::NotFound);
        // Descriptions it takes, owners not.
        auto none = places;
        none[1].takesOwners = false;
        edits = items::editsFor(page, {.removedOwners = {u"urn:team"_s}}, none);
        QVERIFY(!edits);
        QCOMPARE(edits.error().kind, Error::Kind::Forbidden);
        QVERIFY2(edits.error().detail.contains(u"no owners"_s), qPrintable(edits.error().detail));
    }

    void ownersAreLaidOver()
    {
        auto page = owned();
        Related team{.relation = Relation::OwnedBy};
        team.entity.aliases = {{hub, u"hub"_s, u"urn:team"_s, {}}};
        page.related = {team};
        Operation operation;
        operation.account = hub;
        operation.objectId = u"urn:o"_s;
        operation.kind = ownKind();
        operation.payload =
            toJson(OwnerEdit{u"urn:o"_s, EntityKind::Asset, {{u"urn:erin"_s, u"Erin"_s}}});
        auto shown = items::laidOver(page, {operation});
        QCOMPARE(shown.entity.ownerName, u"Erin"_s);
        QCOMPARE(shown.merged.ownerId, u"urn:erin"_s);
        QCOMPARE(shown.entity.ownerId, entityId(hub, u"urn:erin"_s));
        QVERIFY(shown.related.isEmpty());
        QCOMPARE(shown.waiting, QStringList{u"owner"_s});
        QVERIFY(!items::waitingText(shown).isEmpty());
        QCOMPARE(shown.others, QList<OtherValue>({{u"ownerName"_s, u"Order team"_s, u"meta"_s}}));
        // Nobody there: whom the next account names.
        operation.payload = toJson(OwnerEdit{u"urn:o"_s, EntityKind::Asset, {}});
        shown = items::laidOver(page, {operation});
        QCOMPARE(shown.entity.ownerName, u"Order team"_s);
        QVERIFY(shown.others.isEmpty());

        Entity row;
        row.aliases = {{hub, u"hub"_s, u"urn:o"_s, {}}};
        row.ownerName = u"Order team"_s;
        QCOMPARE(items::laidOver(row, {operation}).ownerName, QString());
    }

    void tagsAreLaidOverPerAccount()
    {
        const auto page = pageOf({}, u"Of the hub."_s);
        const auto shown =
            items::laidOver(page, {taggingOf(hub, u"urn:o"_s, {u"new"_s}, {u"pii"_s, u"gold"_s})});
        // The files still say that it is gold.
        QCOMPARE(shown.entity.tags, QStringList({u"gold"_s, u"new"_s}));
        QCOMPARE(shown.waiting, QStringList{u"tags"_s});
        QCOMPARE(items::editsOf(
                     page, {taggingOf(hub, u"urn:o"_s, {}, {}), taggingOf(hub, u"urn:x"_s, {}, {})})
                     .size(),
                 1);
    }

    void whatIsOfferedIsWhatAnEditWouldDo()
    {
        using items::EditMember;
        const auto offer = items::editOfferOf(owned(), places, {});
        QVERIFY(offer.description.isOffered);
        QCOMPARE(offer.description.account, u"hub"_s);
        QCOMPARE(offer.description.text, u"Of the hub."_s);
        QCOMPARE(offer.tags.text, u"gold\npii"_s);
        QVERIFY(offer.tags.isOffered && offer.owners.isOffered);
        QCOMPARE(offer.owners.account, u"hub"_s);
        QCOMPARE(offer.owners.text, u"Order team"_s);
        QVERIFY(!offer.isUndoable);
        // What files say is edited in them, at its line.
        const auto shown = items::editOfferOf(pageOf(u"Of the files."_s, {}), places, {});
        QVERIFY(!shown.description.isOffered && !shown.tags.isOffered);
        QCOMPARE(shown.description.account, u"mesh"_s);
        QCOMPARE(shown.description.place, u"/home/x/mesh/a/orders.odcs.yaml:7"_s);
        // Where nobody takes anything, nothing is offered.
        auto none = places;
        for (auto &place : none)
            place.canWrite = place.takesOwners = false;
        const auto closed = items::editOfferOf(owned(), none, {});
        QVERIFY(!closed.description.isOffered && !closed.tags.isOffered
                && !closed.owners.isOffered);
        QVERIFY(closed.description.place.isEmpty());
        QVERIFY(!items::editOfferOf({}, places, {}).description.isOffered);
        const auto waiting =
            items::editOfferOf(owned(), places, {operationOf(hub, u"urn:o"_s, u"Mine."_s)});
        QVERIFY(waiting.isUndoable);
        const auto sent = items::editOfferOf(
            owned(), places, {operationOf(hub, u"urn:o"_s, u"Mine."_s, OperationState::Sending)});
        QVERIFY(!sent.isUndoable);
        // What needs a person is told, a conflict before what was refused.
        QVERIFY(sent.stuck.isEmpty() && items::stuckText(sent).isEmpty());
        auto refused = operationOf(hub, u"urn:o"_s, u"Mine."_s, OperationState::Rejected);
        auto stuck = items::editOfferOf(owned(), places, {refused});
        QCOMPARE(stuck.stuck, u"urn:o"_s);
        QVERIFY(!stuck.isConflict);
        const auto why = items::stuckText(stuck);
        stuck = items::editOfferOf(
            owned(), places,
            {refused, operationOf(hub, u"urn:o"_s, u"Mine."_s, OperationState::Conflict)});
        QVERIFY(stuck.isConflict);
        QVERIFY(!why.isEmpty() && items::stuckText(stuck) != why);
        const auto elsewhere =
            operationOf(other, u"table:o"_s, u"Mine."_s, OperationState::Conflict);
        for (const auto &edits : {QList{refused, elsewhere}, QList{elsewhere, refused}})
            QCOMPARE(items::editOfferOf(owned(), places, edits).stuck, u"table:o"_s);
        QVERIFY(
            items::editOfferOf(owned(), places,
                               {operationOf(hub, u"urn:x"_s, u"Mine."_s, OperationState::Conflict)})
                .stuck.isEmpty());
    }

    //! Some platforms have columns that differ in nothing but case.
    void aFieldIsTheOneThatIsWrittenSo()
    {
        auto page = pageOf({}, u"Of the hub."_s);
        page.said[1].fields = {{u"id"_s, u"The old one."_s}, {u"ID"_s, u"The new one."_s}};
        for (const auto &path : {u"id"_s, u"ID"_s}) {
            Field field;
            field.path = path;
            page.merged.fields.append(field);
        }
        auto takes = places;
        takes[1].takesFields = true;
        const auto edits =
            items::editsFor(page, {.field = u"ID"_s, .description = u"Mine."_s}, takes);
        QVERIFY(edits && edits->size() == 1);
        QCOMPARE(edits->first().field, u"ID"_s);
        QCOMPARE(edits->first().descriptionBefore, u"The new one."_s);
        Operation operation = operationOf(hub, u"urn:o"_s, {});
        operation.payload =
            toJson(DescriptionEdit{u"urn:o"_s, EntityKind::Asset, u"Mine."_s, u"ID"_s});
        const auto shown = items::laidOver(page, {operation});
        QCOMPARE(shown.merged.fields.last().description, u"Mine."_s);
        QVERIFY(shown.merged.fields.first().description != u"Mine."_s);
        QVERIFY(items::isFieldWaiting(shown, u"ID"_s));
        QVERIFY(!items::isFieldWaiting(shown, u"id"_s));
        QCOMPARE(items::fieldEditsOf(shown, u"ID"_s, {operation}).size(), 1);
        QVERIFY(items::fieldEditsOf(shown, u"id"_s, {operation}).isEmpty());
        QCOMPARE(items::fieldOfferOf(shown, u"ID"_s, takes, {operation}).description.text,
                 u"Mine."_s);
        // Another account may write it otherwise, and means the same.
        page.said[1].fields = {{u"Id"_s, u"The only one."_s}};
        page.merged.fields = {page.merged.fields.first()};
        operation.payload =
            toJson(DescriptionEdit{u"urn:o"_s, EntityKind::Asset, u"Mine."_s, u"Id"_s});
        QVERIFY(items::isFieldWaiting(items::laidOver(page, {operation}), u"id"_s));
        QCOMPARE(items::fieldEditsOf(page, u"id"_s, {operation}).size(), 1);
    }

    //! Where the shown description of a field is, or else the first that takes one and has it.
    void theDescriptionOfAFieldGoesWhereTheShownOneIs()
    {
        auto page = described();
        auto edits = items::editsFor(page, {.field = u"id"_s, .description = u"Mine."_s}, fielded);
        QVERIFY(edits);
        QCOMPARE(edits->size(), 1);
        QCOMPARE(edits->first().account, hub);
        QCOMPARE(edits->first().nativeId, u"urn:o"_s);
        QCOMPARE(edits->first().field, u"ID"_s); // as the account writes it
        QCOMPARE(edits->first().description, u"Mine."_s);
        QCOMPARE(edits->first().descriptionBefore, u"Of the hub."_s);
        edits = items::editsFor(page, {.field = u"sum"_s, .description = u"Mine."_s}, fielded);
        QCOMPARE(edits->first().account, other); // that alone has it
        auto shared = page;
        shared.said[0].fields.append({u"sum"_s, {}}); // files have it too, and nobody describes it
        edits = items::editsFor(shared, {.field = u"sum"_s, .description = u"Mine."_s}, fielded);
        QVERIFY(edits && edits->size() == 1);
        QCOMPARE(edits->first().account, other);
        edits = items::editsFor(page, {.field = u"id"_s, .description = u"Of the hub."_s}, fielded);
        QVERIFY(edits && edits->isEmpty());
        const auto none =
            items::editsFor(page, {.field = u"never"_s, .description = u"Mine."_s}, fielded);
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
        // An account that takes edits and none of fields says so.
        const auto closed =
            items::editsFor(page, {.field = u"id"_s, .description = u"Mine."_s}, places);
        QCOMPARE(closed.error().kind, Error::Kind::Forbidden);
        QVERIFY(closed.error().detail.contains(u"descriptions of fields"_s));
        page.said[0].fields.append({u"id"_s, u"Of the files."_s});
        const auto files =
            items::editsFor(page, {.field = u"id"_s, .description = u"Mine."_s}, fielded);
        QVERIFY(files.error().detail.contains(u"/home/x/mesh/a/orders.odcs.yaml:7"_s));
    }

    void theDescriptionOfAFieldIsLaidOverAndMarked()
    {
        const auto edit = fieldEdit(u"ID"_s, u"Mine."_s);
        const auto page = items::laidOver(described(), {edit});
        QCOMPARE(page.merged.fields.first().description, u"Mine."_s);
        QCOMPARE(page.merged.description, u"Of the hub."_s); // its own is as it was
        QCOMPARE(page.waiting, QStringList{u"field:ID"_s});
        QVERIFY(items::isFieldWaiting(page, u"ID"_s));
        QVERIFY(!items::isFieldWaiting(page, u"sum"_s));
        QVERIFY(!items::isFieldWaiting(items::laidOver(described(), {}), u"id"_s));
        auto without = page;
        without.merged.fields.clear();
        QVERIFY(!items::isFieldWaiting(without, u"id"_s));
        QVERIFY(items::waitingText(page).contains(u"1 field"_s));
        // Taken away, another account's shows.
        const auto emptied = items::laidOver(described(), {fieldEdit(u"ID"_s, {})});
        QCOMPARE(emptied.merged.fields.first().description, u"Of another."_s);
        // A list shows things, whose own description it is not.
        Entity entity;
        entity.description = u"Of the hub."_s;
        entity.aliases = {{hub, u"hub"_s, u"urn:o"_s, {}}};
        QCOMPARE(items::laidOver(entity, {edit}).description, u"Of the hub."_s);
        QCOMPARE(
            items::fieldEditsOf(page, u"id"_s, {edit, operationOf(hub, u"urn:o"_s, u"x"_s)}).size(),
            1);
        const auto done =
            items::laidOver(described(), {fieldEdit(u"ID"_s, u"Mine."_s, OperationState::Applied)});
        QCOMPARE(done.merged.fields.first().description, u"Mine."_s);
        QVERIFY(done.waiting.isEmpty());
    }

    void whatIsOfferedOfAFieldIsWhatAnEditWouldDo()
    {
        const auto offer = items::fieldOfferOf(described(), u"id"_s, fielded, {});
        QVERIFY(offer.description.isOffered);
        QCOMPARE(offer.description.account, u"hub"_s);
        QCOMPARE(offer.description.text, u"Of the hub."_s);
        QVERIFY(!offer.isWaiting && !offer.isUndoable);
        const auto edit = fieldEdit(u"ID"_s, u"Mine."_s);
        const auto edited =
            items::fieldOfferOf(items::laidOver(described(), {edit}), u"ID"_s, fielded, {edit});
        QVERIFY(edited.isWaiting && edited.isUndoable);
        QCOMPARE(edited.description.text, u"Mine."_s);
        const auto closed = items::fieldOfferOf(described(), u"id"_s, places, {});
        QVERIFY(!closed.description.isOffered);
        QCOMPARE(closed.description.account, u"hub"_s);
        auto page = described();
        page.said[0].fields.append({u"id"_s, u"Of the files."_s});
        page.merged.fields.first().description = u"Of the files."_s;
        const auto ofFiles = items::fieldOfferOf(page, u"id"_s, fielded, {});
        QVERIFY(!ofFiles.description.isOffered);
        QCOMPARE(ofFiles.description.place, u"/home/x/mesh/a/orders.odcs.yaml:7"_s);
    }

    void linesThatCameAndWentAreTheWish()
    {
        using items::EditMember;
        const auto page = owned();
        const auto tags =
            items::wishOf(page, EditMember::Tags, {u"gold\npii"_s, u"pii\n\n  new \nnew"_s});
        QCOMPARE(tags.addedTags, QStringList{u"new"_s});
        QCOMPARE(tags.removedTags, QStringList{u"gold"_s});
        QVERIFY(!tags.description);
        // What came meanwhile, and the person did not see, stays; what went, is gone.
        const auto late = items::wishOf(page, EditMember::Tags, {u"gold\nold"_s, u"gold"_s});
        QVERIFY(late.addedTags.isEmpty() && late.removedTags.isEmpty());
        QCOMPARE(*items::wishOf(page, EditMember::Description, {{}, u" a\n"_s}).description,
                 u" a\n"_s);
        const items::EditChange same{u"Order team"_s, u"order TEAM"_s};
        QVERIFY(items::wishOf(page, EditMember::Owners, same).removedOwners.isEmpty());
        QVERIFY(items::addedNames(same).isEmpty());
        const items::EditChange other{u"Order team"_s, u"Jane"_s};
        QCOMPARE(items::wishOf(page, EditMember::Owners, other).removedOwners,
                 QStringList{u"Order team"_s});
        QCOMPARE(items::addedNames(other), QStringList{u"Jane"_s});
        QVERIFY(items::wishOf(page, EditMember::Owners, {{}, u"Jane"_s}).removedOwners.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
