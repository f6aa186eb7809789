// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window in a pseudo-language, in every state of the tour: no text comes past tr(), no
// label is cut off although its text is a third longer, and nothing is out of reach of the keyboard
// or without a name for a screen reader.
#include "app/portolan/application.h"
#include "models/domain/edit.h"
#include "tests/views/pagewalk.h"
#include "tests/window/pseudotranslator.h"
#include "tests/window/textwalk.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;

class TestPseudoLocale : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        const auto mesh = m_dir.filePath(u"zqmesh"_s);
        QVERIFY(QDir().mkpath(mesh));
        const QDir source(QStringLiteral(PORTOLAN_MESH));
        for (const auto &name : source.entryList(QDir::Files))
            QVERIFY(QFile::copy(source.filePath(name), mesh + u'/' + name));
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
        walk(
            {.workspace = mesh}, [this](const QString &stop) { look(stop); }, fillOutbox);
        QVERIFY(QCoreApplication::removeTranslator(&m_translator));
    }

    void everyTextIsTranslated() { QVERIFY2(m_texts.isEmpty(), inLines(m_texts)); }

    void noTextOfTheDemoIsCutOff()
    {
        QStringList clipped;
        walk({.demo = true}, [&](const QString &stop) {
            for (auto *window : QApplication::topLevelWidgets()) {
                if (window->isVisible())
                    add(clipped, stop, tests::clippedTexts(window));
            }
        });
        QVERIFY2(clipped.isEmpty(), inLines(clipped));
    }

    void noTextIsCutOff() { QVERIFY2(m_clipped.isEmpty(), inLines(m_clipped)); }

    void everythingHasANameAndAPlaceInTheTabOrder()
    {
        QVERIFY2(m_unnamed.isEmpty(), inLines(m_unnamed));
        QVERIFY2(m_unreachable.isEmpty(), inLines(m_unreachable));
    }

private:
    //! Something in the outbox that is never sent, as its account is not there: a conflict, what
    //! was refused, and what waits. Ids are of digits alone, which are in no language.
    static void fillOutbox(store::Store &store)
    {
        using domain::OperationEvent;
        QList<domain::Operation> all;
        const auto add = [&all](const QString &thing, const QString &kind,
                                const QByteArray &payload) {
            domain::Operation one;
            one.key = QUuid(u"{11111111-1111-4111-8111-00000000000%1}"_s.arg(all.size()));
            one.account = QUuid(u"{11111111-1111-4111-8111-111111111111}"_s);
            one.objectId = thing;
            one.kind = kind;
            one.payload = payload;
            one.created = QDateTime::currentDateTimeUtc();
            all.append(one);
        };
        const domain::DescriptionEdit edit{u"zqtable"_s, domain::EntityKind::Asset, u"zqmine"_s};
        const domain::TagEdit tags{u"zqtopic"_s, domain::EntityKind::Asset, {u"zqgold"_s}, {}};
        add(u"zqtable"_s, domain::describeKind(), domain::toJson(edit));
        add(u"zqtopic"_s, domain::tagKind(), domain::toJson(tags));
        add(u"zqtopic"_s, domain::tagKind(), domain::toJson(tags));
        const auto stored = store.operations().enqueue(all).takeResult();
        QVERIFY(stored);
        const auto take = [&store](qint64 id, OperationEvent event) {
            QVERIFY(store.operations().advance(id, OperationEvent::Begin).takeResult());
            QVERIFY(store.operations()
                        .advance(id, event,
                                 [](domain::Operation &one) {
                                     one.errorText = u"zqreason"_s;
                                     one.errorCode = u"zqcode"_s;
                                     one.requestId = u"zqid"_s;
                                     one.base = domain::descriptionSide(u"zqbase"_s);
                                     one.theirs = domain::descriptionSide(u"zqtheirs"_s);
                                 })
                        .takeResult());
        };
        take(stored->at(0).id, OperationEvent::Oppose);
        take(stored->at(1).id, OperationEvent::Refuse);
    }

    //! Shows the whole tour of what \a options name, with a store that \a fill has put something
    //! into, and calls \a look at each state.
    void walk(app::Options options, const std::function<void(const QString &)> &look,
              const std::function<void(store::Store &)> &fill = {})
    {
        const auto profile =
            store::Profile::open(m_dir.filePath(u"zqprofile%1"_s.arg(++m_profiles)));
        QVERIFY(profile);
        const SystemClock clock;
        views::Theme theme;
        views::shell::WindowState state(profile->settingsFile());
        auto store = store::Store::open(*profile, clock);
        QVERIFY(store);
        if (fill)
            fill(**store);
        options.tour = m_dir.path();
        app::Application application(options, std::move(*store), clock, theme, state);
        int stops = 0;
        application.setTourLook([&](const QString &stop) {
            ++stops;
            look(stop);
        });
        application.start();
        QCOMPARE(QApplication::exec(), 0);
        qInfo("%d states of the window", stops);
        QVERIFY(stops > 20);
    }

    void look(const QString &stop)
    {
        for (auto *window : QApplication::topLevelWidgets()) {
            if (!window->isVisible())
                continue;
            add(m_texts, stop, tests::untranslatedTexts(window));
            add(m_clipped, stop, tests::clippedTexts(window));
            add(m_unnamed, stop, tests::unnamedWidgets(window));
            add(m_unreachable, stop, tests::unreachableWidgets(window));
        }
    }

    //! Each once: the same label stands in many states.
    static void add(QStringList &all, const QString &stop, const QStringList &found)
    {
        for (const auto &one : found) {
            const bool known = std::any_of(all.begin(), all.end(),
                                           [&](const auto &line) { return line.endsWith(one); });
            if (!known)
                all.append(stop + u": "_s + one);
        }
    }

    //! All of them; a message of Qt Test would be cut.
    static const char *inLines(const QStringList &list)
    {
        for (const auto &line : list)
            qWarning("%s", qPrintable(line));
        return "the lines above";
    }

    QTemporaryDir m_dir;
    tests::PseudoTranslator m_translator;
    QStringList m_texts;
    QStringList m_clipped;
    QStringList m_unnamed;
    QStringList m_unreachable;
    int m_profiles = 0;
};

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
