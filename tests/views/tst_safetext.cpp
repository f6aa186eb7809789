// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile text: whatever a file or server says, it is shown as text, and no file is opened for it.
#include "tests/views/pagewalk.h"
#include "views/shared/blocks.h"
#include "views/shared/filterfield.h"
#include "views/shared/messages.h"
#include "views/shared/safemarkdownview.h"
#include "views/shared/tabs.h"
#include "views/shared/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include <sys/inotify.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::views;

namespace {

//! A picture that says whether anybody opened it.
class Beacon
{
public:
    Beacon()
    {
        QImage picture(4, 4, QImage::Format_RGB32);
        picture.fill(0);
        m_path = m_directory.filePath(u"beacon.png"_s);
        picture.save(m_path);
        m_watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        ::inotify_add_watch(m_watch, qPrintable(m_path), IN_OPEN);
    }

    ~Beacon() { ::close(m_watch); }

    QString path() const { return m_path; }

    bool wasOpened() const
    {
        char buffer[1024];
        return ::read(m_watch, buffer, sizeof buffer) > 0;
    }

private:
    QTemporaryDir m_directory;
    QString m_path;
    int m_watch = -1;
};

QStringList hostileTexts(const QString &file)
{
    return {u"<img src=\"%1\">"_s.arg(file),
            u"<img src=\"file://%1\">"_s.arg(file),
            u"<b>bold</b><table background=\"%1\"><tr><td>x"_s.arg(file),
            u"![x](%1)"_s.arg(file),
            u"![x](file://%1)"_s.arg(file),
            u"# Title\n\n<img src=\"%1\">"_s.arg(file)};
}

void settle(QWidget *widget)
{
    widget->show();
    widget->grab();
    QTest::qWait(0);
}

} // namespace

class TestSafeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theBeaconSeesWhatAnOrdinaryLabelDoes()
    {
        // Without this the test below would prove nothing.
        const Beacon beacon;
        QLabel label(u"<img src=\"%1\">"_s.arg(beacon.path()));
        settle(&label);
        QVERIFY(beacon.wasOpened());
    }

    void ourWidgetsOpenNothing()
    {
        const Beacon beacon;
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        for (const auto &bait : hostileTexts(beacon.path())) {
            column->addWidget(new SafeLabel(bait));
            auto *elided = new ElidedLabel(Elide::Name);
            elided->setText(bait);
            column->addWidget(elided);
            column->addWidget(new TagLabel(bait));
            column->addWidget(new StatusLabel(Status::Warn, bait));
            column->addWidget(new SectionHead(bait));
            column->addWidget(new LinkButton(bait));
            auto *grid = new KeyValueGrid;
            grid->add(bait, bait);
            grid->addLine(bait, bait);
            grid->addLink(bait, bait, bait);
            column->addWidget(grid);
            auto *empty = new EmptyState;
            empty->explain(u"filter"_s, bait, bait, bait);
            column->addWidget(empty);
            auto *note = new ErrorNote;
            note->report(bait, bait, bait, bait);
            column->addWidget(note);
            auto *field = new FilterField;
            field->setText(bait);
            column->addWidget(field);
            auto *markdown = new SafeMarkdownView;
            markdown->setDescription(bait);
            column->addWidget(markdown);
        }
        settle(&window);
        QVERIFY(!beacon.wasOpened());
    }

    void toolTipsShowMarkupAsText()
    {
        const Beacon beacon;
        QWidget window;
        window.show();
        for (const auto &text : hostileTexts(beacon.path())) {
            QToolTip::showText(window.mapToGlobal(QPoint(1, 1)), safeToolTip(text), &window);
            QTest::qWait(10);
        }
        QToolTip::hideText();
        QVERIFY(!beacon.wasOpened());
        QVERIFY(safeToolTip(u"a <b>b</b>"_s).contains(u"&lt;b&gt;"_s));
        QVERIFY(safeToolTip({}).isEmpty());
        QVERIFY(safeToolTip(QString(1 << 20, u'w')).size() < 20000);
    }

    void messagesShowMarkupAsText()
    {
        const Beacon beacon;
        QWidget window;
        window.show();
        for (const auto &text : hostileTexts(beacon.path())) {
            ui::error(&window, text, {portolan::Error::Kind::BadInput, text});
            ui::Question question{text, text, text, u"Yes"_s};
            ui::confirm(&window, question, [] {});
        }
        const auto boxes = window.findChildren<QMessageBox *>();
        QCOMPARE(boxes.size(), 2 * hostileTexts({}).size());
        for (auto *box : boxes) {
            QCOMPARE(box->textFormat(), Qt::PlainText);
            settle(box);
        }
        QVERIFY(!beacon.wasOpened());
        qDeleteAll(boxes);
    }

    void aMegabyteOfTextIsShownAtOnce()
    {
        const auto flood = QString(1 << 20, u'w');
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *elided = new ElidedLabel(Elide::Name);
        elided->setText(flood);
        column->addWidget(elided);
        column->addWidget(new TagLabel(flood));
        auto *grid = new KeyValueGrid;
        grid->add(u"key"_s, flood);
        grid->addLine(u"key"_s, flood);
        column->addWidget(grid);
        auto *markdown = new SafeMarkdownView;
        markdown->setDescription(flood);
        column->addWidget(markdown);
        settle(&window);
        const auto longest = portolan::tests::longestLaidOut(&window);
        QVERIFY2(longest <= 10'000, qPrintable(QString::number(longest)));
    }

    void textGrowsWithTheChosenSize()
    {
        const auto before = QApplication::font();
        QWidget window;
        SafeLabel label(u"623 results"_s, &window);
        label.setTextFont(Text::Body, true);
        SafeLabel small(u"a hint"_s, &window);
        small.setTextFont(Text::Small);
        window.show();
        for (const double factor : {1.1, 1.5, 2.0, 1.0}) {
            auto font = before;
            font.setPointSizeF(before.pointSizeF() * factor);
            QApplication::setFont(font);
            QCoreApplication::processEvents();
            QCOMPARE(label.font().pointSizeF(), fontOf(Text::Body, true).pointSizeF());
            QCOMPARE(small.font().pointSizeF(), fontOf(Text::Small).pointSizeF());
        }
        QApplication::setFont(before);
    }

    void longWordsBreakAndAreCopiedWhole()
    {
        const QString text = u"norrholt_mesh#orders.order-events-and-all-that-follows "_s
            + QString(300, u'w') + u" 🚢🚢🚢"_s;
        SafeLabel label;
        label.setBreakableText(text);
        label.setSelectable(true);
        QVERIFY(label.minimumSizeHint().width() < 300);
        label.setSelection(0, static_cast<int>(label.text().size()));
        QTest::keySequence(&label, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
    }

    void nestedMarkdownDoesNotStopTheWindow()
    {
        // Neither is given to the parser, which takes a time that grows with the square of it.
        for (const auto &text : {u"> "_s.repeated(20000), u"["_s.repeated(20000)}) {
            SafeMarkdownView view;
            view.setDescription(text);
            settle(&view);
            QVERIFY(view.toPlainText().startsWith(text.left(1000)));
            QVERIFY(view.toPlainText().size() <= 10'000);
        }
    }

    void charactersThatHideAreMarked()
    {
        const auto text = u"gnp.\u202Eexe a\u200Bb \u2066c"_s;
        const auto shown = visibleText(text);
        QCOMPARE(shown.size(), text.size());
        QVERIFY(!shown.contains(QChar(0x202E)));
        QVERIFY(shown.contains(QChar(QChar::ReplacementCharacter)));
        QCOMPARE(hiddenCharacters(text), (QStringList{u"U+202E"_s, u"U+200B"_s, u"U+2066"_s}));
        QVERIFY(safeToolTip(text).contains(u"U+202E"_s));
        QCOMPARE(visibleText(u"Größe\n\tשלום"_s), u"Größe\n\tשלום"_s);
    }

    void onlyHonestLinksAreOpened_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("safe");
        QTest::newRow("https") << u"https://example.com/a?b=c"_s << true;
        QTest::newRow("mailto") << u"mailto:someone@example.com"_s << true;
        QTest::newRow("http") << u"http://example.com"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
        QTest::newRow("smb") << u"smb://host/share"_s << false;
        QTest::newRow("user data") << u"https://bank.example@evil.example/"_s << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("relative") << u"page.html"_s << false;
    }

    void onlyHonestLinksAreOpened()
    {
        QFETCH(QString, address);
        QFETCH(bool, safe);
        QCOMPARE(isSafeLink(QUrl(address, QUrl::StrictMode)), safe);
    }

    void everyErrorHasWordsAndARemedy()
    {
        for (int kind = 0; kind <= int(portolan::Error::Kind::Keychain); ++kind) {
            const auto text = ui::errorText(portolan::Error::Kind(kind));
            QVERIFY(!text.what.isEmpty());
            QVERIFY(!text.remedy.isEmpty());
        }
    }
};

QTEST_MAIN(TestSafeText)
#include "tst_safetext.moc"
