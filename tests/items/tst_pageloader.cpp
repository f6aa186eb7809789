// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pageloader.h"
#include "models/items/portmodel.h"
#include "models/items/relatedmodel.h"
#include "tests/items/modeltext.h"
#include "tests/items/samplemesh.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using tests::modelText;
using tests::sampleId;

class TestPageLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void pageAndItsSurroundingsArrive()
    {
        tests::SamplePages pages;
        PageLoader loader(pages);
        QSignalSpy page(&loader, &PageLoader::pageChanged);
        loader.load(sampleId(u"orders.events"_s));
        QCOMPARE(loader.state(), PageLoader::State::Loading);
        QTRY_VERIFY(loader.isComplete());
        QCOMPARE(loader.state(), PageLoader::State::Ready);
        QCOMPARE(page.size(), 2); // loading, then there
        QCOMPARE(loader.dossier().page.entity.title, u"Order events"_s);
        QCOMPARE(loader.dossier().contracts().size(), 1);
        QCOMPARE(loader.dossier().contracts().first()->entity.title, u"order-events"_s);
    }

    void consumersAndOriginsAreProductsAtTheOtherEnd()
    {
        tests::SamplePages pages;
        PageLoader loader(pages);
        loader.load(sampleId(u"orders.events"_s));
        QTRY_VERIFY(loader.isComplete());
        const auto consumers = loader.dossier().consumers();
        QCOMPARE(consumers.size(), 1);
        QCOMPARE(consumers.first().title, u"Customer 360"_s);
        const auto origin =
            loader.dossier().originOf(sampleId(u"orders.events#payment_events.v2"_s));
        QVERIFY(origin);
        QCOMPARE(origin->title, u"Payments"_s);
    }

    void contractOfAnInputIsNoContractOfTheProduct()
    {
        tests::SamplePages pages;
        const auto payments = tests::sampleEntity(domain::EntityKind::Contract,
                                                  u"contract.payments"_s, u"payments"_s);
        domain::Related governed;
        governed.relation = domain::Relation::GovernedBy;
        governed.entity = payments;
        pages.pages[sampleId(u"orders.events"_s)].related.append(governed);
        pages.pages[payments.id].entity = payments;
        PageLoader loader(pages);
        loader.load(sampleId(u"orders.events"_s));
        QTRY_VERIFY(loader.isComplete());
        QCOMPARE(loader.dossier().contracts().size(), 1);
    }

    void objectsAreThoseTheContractDescribes()
    {
        tests::SamplePages pages;
        PageLoader loader(pages);
        loader.load(sampleId(u"orders.events"_s));
        QTRY_VERIFY(loader.isComplete());
        const auto objects = loader.dossier().objects();
        QCOMPARE(objects.size(), 1);
        QCOMPARE(objects.first().name, u"order_events"_s);
        QCOMPARE(objects.first().contract, u"order-events"_s);
    }

    void answersToAnEarlierQuestionAreDropped()
    {
        tests::SamplePages pages;
        PageLoader loader(pages);
        pages.hold = true;
        loader.load(sampleId(u"orders.events"_s));
        loader.load(sampleId(u"team.order-platform"_s));
        pages.hold = false;
        pages.releaseAll();
        QTRY_VERIFY(loader.isComplete());
        QCOMPARE(loader.dossier().page.entity.kind, domain::EntityKind::Team);
    }

    void nothingIsSaidWhenASyncChangedNothingHere()
    {
        tests::SamplePages pages;
        PageLoader loader(pages);
        loader.load(sampleId(u"orders.events"_s));
        QTRY_VERIFY(loader.isComplete());
        QSignalSpy page(&loader, &PageLoader::pageChanged);
        QSignalSpy around(&loader, &PageLoader::surroundingsChanged);
        const auto asked = pages.asked.size();
        Q_EMIT pages.changed();
        QTRY_COMPARE(pages.asked.size(), 2 * asked);
        QTest::qWait(20);
        QCOMPARE(page.size(), 0);
        QCOMPARE(around.size(), 0);
    }

    void missingThingIsAnError()
    {
        tests::SamplePages pages;
        PageLoader loader(pages);
        loader.load(QUuid::createUuid());
        QTRY_COMPARE(loader.state(), PageLoader::State::Failed);
        QCOMPARE(loader.error().kind, Error::Kind::NotFound);
    }

    void destroyedWhileAskingIsHarmless()
    {
        tests::SamplePages pages;
        pages.hold = true;
        {
            PageLoader loader(pages);
            loader.load(sampleId(u"orders.events"_s));
        }
        pages.releaseAll();
        QCoreApplication::processEvents();
        QCOMPARE(pages.asked.size(), 1);
    }

    void portsAreListedByDirection()
    {
        tests::SamplePages pages;
        PageLoader loader(pages);
        PortModel output(PortModel::Direction::Output);
        PortModel input(PortModel::Direction::Input);
        PortModel management(PortModel::Direction::Management);
        const QAbstractItemModelTester tester(&output);
        loader.load(sampleId(u"orders.events"_s));
        QTRY_VERIFY(loader.isComplete());
        for (auto *model : {&output, &input, &management})
            model->setDossier(loader.dossier());
        QCOMPARE(modelText(output),
                 u"order_events.v3|Stream|kafka.eu.example.com:9093||order-events 3.2.0\n"
                 "orders.order_events|SQL|warehouse · orders||order-events 3.2.0\n"
                 "order_events/dt=*|File|s3://orders-out\n"_s);
        QCOMPARE(modelText(input), u"payment_events.v2|Stream||Payments|payments 2.4.1\n"_s);
        QCOMPARE(modelText(management), u"health|REST|https://orders.example.com/health\n"_s);
        QCOMPARE(output.index(0, PortModel::ContractColumn).data(PortModel::LinkRole).toUuid(),
                 sampleId(u"contract.order-events"_s));
        QCOMPARE(input.index(0, PortModel::FromColumn).data(PortModel::LinkRole).toUuid(),
                 sampleId(u"finance.payments"_s));
        QVERIFY(
            output.index(2, PortModel::ContractColumn).data(PortModel::LinkRole).toUuid().isNull());
    }

    void relatedThingsStandUnderWhatTheyAreToTheThing()
    {
        tests::SamplePages pages;
        PageLoader loader(pages);
        RelatedModel model;
        const QAbstractItemModelTester tester(&model);
        loader.load(sampleId(u"team.order-platform"_s));
        QTRY_VERIFY(loader.isComplete());
        model.setGroups(loader.dossier().groups());
        QCOMPARE(modelText(model),
                 u"Owns\n"
                 "  Order events|Data product|Orders › Fulfilment|Order platform|Active\n"
                 "Members\n"
                 "  Maya Lindqvist|Person\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestPageLoader)
#include "tst_pageloader.moc"
