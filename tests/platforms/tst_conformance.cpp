// SPDX-License-Identifier: GPL-3.0-or-later
// What every adapter promises, whatever it talks to.
#include "models/base/clock.h"
#include "models/platforms/builtinplatforms.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;

namespace {

class Sink final : public platforms::PageSink
{
public:
    Result<void> page(platforms::Page page) override
    {
        records.append(page.records);
        return {};
    }

    void progress(qint64, qint64, const QString &) override { }

    bool isCancelled() const override { return cancelled; }

    QList<domain::Record> records;
    bool cancelled = false;
};

//! Whether \a platform can be used without a server that somebody has to have; those that cannot
//! are tried against stand-ins in tests/platforms/<name>.
bool isHere(const platforms::Platform &platform)
{
    return platform.capabilities().testFlag(platforms::Capability::Files);
}

//! An account that \a platform can use here and now, with something in it; its folder is the demo
//! mesh of the source tree.
platforms::AccountSettings usableAccount(const platforms::Platform &platform)
{
    platforms::AccountSettings settings;
    settings.name = platform.name();
    settings.platform = platform.name();
    if (platform.capabilities().testFlag(platforms::Capability::Files))
        settings.folder = QStringLiteral(PORTOLAN_SOURCE_DIR "/resources/demo");
    return settings;
}

} // namespace

class TestConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { m_platforms = platforms::builtinPlatforms(); }

    void everyAdapterNamesItselfOnce()
    {
        QSet<QString> names;
        for (const auto &platform : m_platforms) {
            QVERIFY(!platform->name().isEmpty());
            QCOMPARE(platform->name(), platform->name().toLower());
            names.insert(platform->name());
        }
        QCOMPARE(names.size(), qsizetype(m_platforms.size()));
        QVERIFY(names.contains(u"files"_s));
        QVERIFY(names.contains(u"demo"_s));
    }

    void everyAdapterDeclaresWhatItCan()
    {
        for (const auto &platform : m_platforms)
            QVERIFY2(!platforms::capabilityWords(platform->capabilities()).isEmpty(),
                     qPrintable(platform->name()));
    }

    void everyAdapterRefusesAnImpossibleAccount()
    {
        platforms::AccountSettings impossible;
        impossible.name = u"nothing"_s;
        auto gone = impossible;
        gone.folder = u"/does/not/exist"_s;
        gone.url = QUrl(u"http://127.0.0.1:9/"_s);
        for (const auto &platform : m_platforms) {
            for (const auto &settings : {impossible, gone}) {
                const auto checked = platform->check(settings, m_clock);
                QVERIFY2(!checked.has_value(), qPrintable(platform->name()));
                QVERIFY(!checked.error().detail.isEmpty());
            }
        }
    }

    //! Who says that it can be searched can; nobody else offers to be. Opening asks nobody.
    void everyAdapterThatSearchesOpensASearch()
    {
        int searched = 0;
        for (const auto &platform : m_platforms) {
            platforms::AccountSettings settings = usableAccount(*platform);
            settings.url = QUrl(u"http://127.0.0.1:1"_s);
            const auto search = platform->openSearch(settings, platforms::Services(m_clock), {});
            QVERIFY2(search.has_value(), qPrintable(platform->name()));
            const bool can = platform->capabilities().testFlag(platforms::Capability::RemoteSearch);
            QVERIFY2((*search != nullptr) == can, qPrintable(platform->name()));
            if (!can)
                continue;
            ++searched;
            QVERIFY((*search)->search(u" * "_s, 10)->isEmpty());
            const auto hits = (*search)->search(u"orders"_s, 10); // it has no client
            QVERIFY2(!hits && hits.error().kind == Error::Kind::Usage,
                     qPrintable(platform->name()));
        }
        QCOMPARE(searched, 4);
    }

    //! What a platform would refuse for certain does not wait in the outbox to be refused.
    void whatKeepsNoDescriptionsSaysSoBeforehand()
    {
        QHash<QString, const platforms::Platform *> named;
        for (const auto &platform : m_platforms)
            named.insert(platform->name(), platform.get());
        const auto *hub = named.value(u"datahub"_s);
        QVERIFY(
            hub->whyUndescribed(u"urn:li:dataset:(urn:li:dataPlatform:hive,a,PROD)"_s).isEmpty());
        for (const auto &type : {u"corpuser"_s, u"incident"_s, u"mlPrimaryKey"_s}) {
            const auto why = hub->whyUndescribed(u"urn:li:%1:x"_s.arg(type));
            QVERIFY2(why.contains(type), qPrintable(why));
        }
        const auto *marquez = named.value(u"marquez"_s);
        QVERIFY(marquez->whyUndescribed(u"dataset:a:b"_s).contains(u"producers"_s));
        for (const auto &name : {u"openmetadata"_s, u"entropy-data"_s})
            QVERIFY2(named.value(name)->whyUndescribed(u"x"_s).isEmpty(), qPrintable(name));
    }

    void equalInputGivesEqualRecords()
    {
        for (const auto &platform : m_platforms) {
            if (!isHere(*platform))
                continue;
            Sink first;
            Sink second;
            const auto settings = usableAccount(*platform);
            for (auto *sink : {&first, &second}) {
                auto session = platform->open(settings, m_clock);
                QVERIFY2(session.has_value(), qPrintable(platform->name()));
                const auto pulled = (*session)->pull({}, true, *sink);
                QVERIFY2(pulled.has_value(), qPrintable(platform->name()));
                QVERIFY(!pulled->cursor.isEmpty());
            }
            QVERIFY2(!first.records.isEmpty(), qPrintable(platform->name()));
            QVERIFY2(first.records == second.records, qPrintable(platform->name()));
        }
    }

    void everyRecordHasAnIdAndIsSeen()
    {
        for (const auto &platform : m_platforms) {
            if (!isHere(*platform))
                continue;
            Sink sink;
            auto session = platform->open(usableAccount(*platform), m_clock);
            QVERIFY(session.has_value());
            const auto pulled = (*session)->pull({}, true, sink);
            QVERIFY(pulled.has_value());
            for (const auto &record : std::as_const(sink.records)) {
                QVERIFY(!record.nativeId.isEmpty());
                QVERIFY2(!record.name.isEmpty() || !record.title.isEmpty(),
                         qPrintable(record.nativeId));
                if (pulled->complete)
                    QVERIFY(pulled->seen.contains(record.nativeId));
            }
        }
    }

    void aCancelledPullSaysSo()
    {
        for (const auto &platform : m_platforms) {
            if (!isHere(*platform))
                continue;
            Sink sink;
            sink.cancelled = true;
            auto session = platform->open(usableAccount(*platform), m_clock);
            QVERIFY(session.has_value());
            const auto pulled = (*session)->pull({}, true, sink);
            QVERIFY2(!pulled.has_value(), qPrintable(platform->name()));
            QVERIFY(pulled.error().kind == Error::Kind::Cancelled);
            QVERIFY(sink.records.isEmpty());
        }
    }

private:
    SystemClock m_clock;
    std::vector<std::unique_ptr<platforms::Platform>> m_platforms;
};

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
