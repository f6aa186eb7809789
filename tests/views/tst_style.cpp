// SPDX-License-Identifier: GPL-3.0-or-later
// The look: every pair of colours can be told apart, every icon draws something, and no other file
// names a colour or a style sheet.
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/tabs.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDirIterator>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "resources/icons/icons.h"
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::views;

namespace {

struct Pair
{
    Colour foreground;
    Colour background;
    double minimum; //!< contrast after WCAG 2.1: 4.5 for text, 3 for shapes
};

const Pair pairs[] = {
    {Colour::Text, Colour::Base, 4.5},
    {Colour::TextSecondary, Colour::Base, 4.5},
    {Colour::Text, Colour::Alternate, 4.5},
    {Colour::TextSecondary, Colour::Alternate, 4.5},
    {Colour::Text, Colour::Window, 4.5},
    {Colour::TextSecondary, Colour::Window, 4.5},
    {Colour::Text, Colour::Hover, 4.5},
    {Colour::TextSecondary, Colour::Hover, 4.5},
    {Colour::Text, Colour::HoverWindow, 4.5},
    {Colour::TextSecondary, Colour::HoverWindow, 4.5},
    {Colour::Text, Colour::Rail, 4.5},
    {Colour::TextSecondary, Colour::Rail, 4.5},
    {Colour::Text, Colour::Popup, 4.5},
    {Colour::TextSecondary, Colour::Popup, 4.5},
    {Colour::Link, Colour::Base, 4.5},
    {Colour::Link, Colour::Alternate, 4.5},
    {Colour::Link, Colour::Window, 4.5},
    {Colour::Link, Colour::Popup, 4.5},
    {Colour::SelectionText, Colour::Selection, 4.5},
    {Colour::TextSecondary, Colour::Selection, 4.5},
    {Colour::Link, Colour::Selection, 4.5},
    {Colour::Text, Colour::SelectionInactive, 4.5},
    {Colour::TextSecondary, Colour::SelectionInactive, 4.5},
    {Colour::TextOnAccent, Colour::Accent, 4.5},
    {Colour::TextOnAccent, Colour::AccentHover, 4.5},
    {Colour::TextOnAccent, Colour::AccentPressed, 4.5},
    {Colour::MatchText, Colour::Match, 4.5},
    {Colour::TooltipText, Colour::Tooltip, 4.5},
    {Colour::Text, Colour::AccentSoft, 4.5},
    {Colour::Link, Colour::AccentSoft, 4.5},
    {Colour::StatusOk, Colour::Base, 4.5},
    {Colour::StatusOk, Colour::Alternate, 4.5},
    {Colour::StatusOk, Colour::Hover, 4.5},
    {Colour::StatusOk, Colour::Window, 3.0},
    {Colour::StatusOk, Colour::Selection, 3.0},
    {Colour::StatusOk, Colour::SelectionInactive, 3.0},
    {Colour::Text, Colour::StatusOkSoft, 4.5},
    {Colour::StatusWarn, Colour::Base, 4.5},
    {Colour::StatusWarn, Colour::Alternate, 4.5},
    {Colour::StatusWarn, Colour::Hover, 4.5},
    {Colour::StatusWarn, Colour::Window, 3.0},
    {Colour::StatusWarn, Colour::Selection, 3.0},
    {Colour::StatusWarn, Colour::SelectionInactive, 3.0},
    {Colour::Text, Colour::StatusWarnSoft, 4.5},
    {Colour::StatusBreach, Colour::Base, 4.5},
    {Colour::StatusBreach, Colour::Alternate, 4.5},
    {Colour::StatusBreach, Colour::Hover, 4.5},
    {Colour::StatusBreach, Colour::Window, 3.0},
    {Colour::StatusBreach, Colour::Selection, 3.0},
    {Colour::StatusBreach, Colour::SelectionInactive, 3.0},
    {Colour::Text, Colour::StatusBreachSoft, 4.5},
    {Colour::StatusUnknown, Colour::Base, 4.5},
    {Colour::StatusUnknown, Colour::Alternate, 4.5},
    {Colour::StatusUnknown, Colour::Hover, 4.5},
    {Colour::StatusUnknown, Colour::Window, 3.0},
    {Colour::StatusUnknown, Colour::Selection, 3.0},
    {Colour::StatusUnknown, Colour::SelectionInactive, 3.0},
    {Colour::Text, Colour::StatusUnknownSoft, 4.5},
    {Colour::HeatText0, Colour::Heat0, 4.5},
    {Colour::HeatText1, Colour::Heat1, 4.5},
    {Colour::HeatText2, Colour::Heat2, 4.5},
    {Colour::HeatText3, Colour::Heat3, 4.5},
    {Colour::HeatText4, Colour::Heat4, 4.5},
    {Colour::Chart1, Colour::Base, 3.0},
    {Colour::Chart2, Colour::Base, 3.0},
    {Colour::Chart3, Colour::Base, 3.0},
    {Colour::Chart4, Colour::Base, 3.0},
    {Colour::Chart5, Colour::Base, 3.0},
    {Colour::Chart6, Colour::Base, 3.0},
    {Colour::NodeSource, Colour::NodeFill, 3.0},
    {Colour::NodeTable, Colour::NodeFill, 3.0},
    {Colour::NodeModel, Colour::NodeFill, 3.0},
    {Colour::NodePort, Colour::NodeFill, 3.0},
    {Colour::NodeJob, Colour::NodeFill, 3.0},
    {Colour::NodeUse, Colour::NodeFill, 3.0},
    {Colour::NodeBorder, Colour::GroupFill, 3.0},
    {Colour::Edge, Colour::GroupFill, 3.0},
    {Colour::Edge, Colour::Base, 3.0},
    {Colour::EdgeStrong, Colour::GroupFill, 3.0},
    {Colour::BorderControl, Colour::Base, 3.0},
    {Colour::BorderControl, Colour::Window, 3.0},
    {Colour::FocusRing, Colour::Base, 3.0},
    {Colour::FocusRing, Colour::Window, 3.0},
    {Colour::FocusRing, Colour::Selection, 3.0},
    {Colour::AxisLine, Colour::Base, 3.0},
    {Colour::DiffAdded, Colour::DiffAddedSoft, 4.5},
    {Colour::DiffRemoved, Colour::DiffRemovedSoft, 4.5},
    {Colour::DiffChanged, Colour::DiffChangedSoft, 4.5},
};

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

int ink(const QImage &image)
{
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            pixels += qAlpha(image.pixel(x, y)) > 24;
    }
    return pixels;
}

const Scheme schemes[] = {Scheme::Light, Scheme::Dark, Scheme::HighContrast};

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    //! Tabs that do not fit stand closer, then give up their counts; arrows come last, and no title
    //! is under them.
    void tabsOfAPageMakeRoomBeforeTheyScroll()
    {
        PageTabs tabs;
        for (const auto *title : {"Overview", "Contract", "Schema", "Quality", "Lineage"})
            tabs.addTab(QLatin1String(title));
        tabs.setNote(2, u"1,204"_s);
        const auto wide = tabs.sizeHint().width();
        const auto ofTabs = [&tabs](int width) {
            tabs.resize(width, 40);
            return tabs.tabRect(tabs.count() - 1).right() + 1;
        };
        tabs.show();
        QCOMPARE(ofTabs(wide), wide);
        QCOMPARE(ofTabs(2 * wide), wide);
        const auto withCounts = ofTabs(wide - 1);
        QVERIFY(withCounts < wide);
        const auto bare = ofTabs(withCounts - 1);
        QVERIFY(bare < withCounts);
        QCOMPARE(tabs.sizeHint().width(), wide); // what it asks for does not hang on what it got
        QList<QToolButton *> arrows;
        const auto shown = [&tabs, &arrows] {
            arrows = tabs.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
            arrows.removeIf([](const QToolButton *arrow) { return arrow->isHidden(); });
            return arrows.size();
        };
        QCOMPARE(shown(), 0);
        ofTabs(bare - 30);
        QVERIFY(shown() > 0);
        QImage painted(tabs.size(), QImage::Format_ARGB32);
        painted.fill(Qt::magenta);
        tabs.render(&painted, {}, {}, {});
        for (const auto *arrow : std::as_const(arrows)) {
            const auto place = arrow->geometry();
            for (int y = place.top(); y <= place.bottom(); ++y) {
                for (int x = place.left(); x <= place.right(); ++x)
                    QCOMPARE(painted.pixelColor(x, y), QColor(Qt::magenta));
            }
        }
    }

    void everyPairOfColoursCanBeToldApart()
    {
        QStringList weak;
        for (const auto scheme : schemes) {
            for (const auto &[foreground, background, minimum] : pairs) {
                const auto ratio =
                    contrast(colourOf(scheme, foreground), colourOf(scheme, background));
                if (ratio < minimum)
                    weak.append(u"scheme %1: %2 on %3 has %4"_s.arg(int(scheme))
                                    .arg(int(foreground))
                                    .arg(int(background))
                                    .arg(ratio));
            }
        }
        QVERIFY2(weak.isEmpty(), qPrintable(weak.join(u'\n')));
    }

    void aPaletteTellsItsScheme()
    {
        for (const auto scheme : schemes) {
            const auto palette = paletteOf(scheme);
            QCOMPARE(tokensOf(palette).scheme(), scheme);
            QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight),
                     colourOf(scheme, Colour::SelectionInactive));
            QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text),
                     colourOf(scheme, Colour::TextDisabled));
        }
    }

    void everyIconDrawsSomethingInTheColourAskedFor()
    {
        const auto names = portolan::resources::iconNames();
        QVERIFY(names.size() > 100);
        for (const auto &name : names) {
            const auto bytes = portolan::resources::iconBytes(name);
            QVERIFY2(!bytes.contains("<image") && !bytes.contains("href"), qPrintable(name));
            for (const int pixels : {size::inlineIcon, size::icon, size::emptyIcon}) {
                const auto image = iconPixmap(name, pixels, Qt::magenta).toImage();
                QVERIFY2(ink(image) > 3, qPrintable(name));
                QCOMPARE(image.width(), pixels);
            }
        }
    }

    void iconsFollowTheThemeWithoutBeingMadeAnew()
    {
        Theme theme;
        const auto made = icon(u"search"_s, Colour::Text);
        theme.setChoice(Theme::Choice::Light);
        const auto light = made.pixmap(32).toImage();
        theme.setChoice(Theme::Choice::Dark);
        QVERIFY(light != made.pixmap(32).toImage());
    }

    void aNameWithoutAnIconDrawsNothing()
    {
        QCOMPARE(ink(iconPixmap(u"no-such-icon"_s, 32, Qt::black).toImage()), 0);
    }

    void everyKindOfThingHasAnIcon()
    {
        const auto names = portolan::resources::iconNames();
        for (const auto kind : portolan::domain::allEntityKinds) {
            QVERIFY2(names.contains(iconNameOf(kind)), qPrintable(iconNameOf(kind)));
            for (const auto &type : {u"Stream"_s, u"SQL"_s, u"dashboard"_s, u"no such type"_s})
                QVERIFY(names.contains(iconNameOf(kind, type)));
        }
    }

    void themeChangesPaletteAndTextAtRunTime()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(Theme::Choice::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Base),
                 colourOf(Scheme::Dark, Colour::Base));
        theme.setChoice(Theme::Choice::HighContrast);
        QCOMPARE(QApplication::palette().color(QPalette::Link),
                 colourOf(Scheme::HighContrast, Colour::Link));
        const auto before = fontOf(Text::Small).pointSizeF();
        theme.setTextPercent(200);
        QVERIFY(fontOf(Text::Small).pointSizeF() > before);
        QVERIFY(size::row(size::tableRow, QFontMetrics(fontOf(Text::Body)))
                >= QFontMetrics(fontOf(Text::Body)).height());
        theme.setTextPercent(100);
        QCOMPARE(changed.count(), 4);
        for (const auto choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark,
                                  Theme::Choice::HighContrast})
            QCOMPARE(Theme::choiceOf(Theme::word(choice)), choice);
    }

    void everyButtonShowsThatItHasTheFocus()
    {
        Theme theme;
        theme.setChoice(Theme::Choice::Light);
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *first = new QPushButton(u"First"_s);
        auto *flat = iconButton(u"more"_s, u"More"_s);
        auto *checkable = iconButton(u"view-table"_s, u"Table"_s);
        checkable->setCheckable(true);
        auto *raised = new QToolButton;
        raised->setText(u"Tool"_s);
        raised->setFocusPolicy(Qt::TabFocus);
        for (auto *button : QList<QAbstractButton *>{first, flat, checkable, raised})
            row->addWidget(button);
        window.show();
        QApplication::setActiveWindow(&window);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first->setFocus();
        const auto rings = [&window](QAbstractButton *button) {
            const auto picture = window.grab(button->geometry()).toImage();
            const auto ring = tokensOf(button)(Colour::FocusRing);
            int count = 0;
            for (int x = 0; x < picture.width(); ++x)
                count += picture.pixelColor(x, 1) == ring ? 1 : 0;
            return count;
        };
        for (auto *button : QList<QAbstractButton *>{flat, checkable, raised, first}) {
            const int before = button == first ? 0 : rings(button);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY2(button->hasFocus(), qPrintable(button->accessibleName()));
            QVERIFY2(rings(button) > before + 4, qPrintable(button->accessibleName()));
        }
    }

    void theFilledButtonIsReadableInEveryScheme()
    {
        Theme theme;
        // Only a button in a window can be the default one.
        QDialog window;
        auto *button = new QPushButton(u"Open"_s, &window);
        button->setDefault(true);
        window.show();
        for (const auto choice :
             {Theme::Choice::Light, Theme::Choice::Dark, Theme::Choice::HighContrast}) {
            theme.setChoice(choice);
            QTest::qWait(1); // the palette reaches widgets by an event
            const auto image = button->grab().toImage();
            QCOMPARE(image.pixelColor(image.width() / 2, 3),
                     colourOf(theme.scheme(), Colour::Accent));
        }
    }

    //! Text in a field keeps as far from the edge as text in the combo box above it does.
    void textInAFieldKeepsFromItsEdge()
    {
        QLineEdit field;
        field.resize(200, field.sizeHint().height());
        QComboBox box;
        box.resize(field.size());
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const auto shown = box.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                       QStyle::SC_ComboBoxEditField, &box);
        // The rectangle around a cursor is wider than the cursor, and as wide to both sides.
        const auto cursor = field.inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x();
        QVERIFY2(qAbs(cursor - shown.left()) <= 2, qPrintable(QString::number(cursor)));
    }

    //! The choice of a box that is narrow ends in dots, not in half a letter.
    void aChoiceThatDoesNotFitEndsInDots()
    {
        const QString longest = u"Running the business: orders, deliveries and payments"_s;
        QComboBox box;
        box.addItems({longest, u"Short"_s});
        box.resize(160, box.sizeHint().height());
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const int room =
            box.style()
                ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box)
                .width();
        // As if the person had chosen what fits.
        const auto cut = box.grab().toImage();
        QList<QImage> dotted;
        for (int width = room - 8; width <= room; ++width) {
            const auto fitting = box.fontMetrics().elidedText(longest, Qt::ElideRight, width);
            QVERIFY(fitting.endsWith(u'…'));
            QComboBox other;
            other.addItems({fitting});
            other.resize(box.size());
            dotted.append(other.grab().toImage());
        }
        QVERIFY(dotted.contains(cut));
        QCOMPARE(box.currentText(), longest); // as screen readers have it
    }

    void noOtherFileNamesAColourOrAStyleSheet()
    {
        static const QRegularExpression forbidden(
            u"setStyleSheet|QColor\\(\\s*[\\d\"u]|QColor\\{|#[0-9A-Fa-f]{6}\"|Qt::(red|green|blue|"
            u"gray|"
            "darkGray|lightGray|yellow|cyan|magenta|white|black)\\b"_s);
        QStringList wrong;
        for (const auto &top : {u"views"_s, u"app"_s}) {
            QDirIterator files(QStringLiteral(PORTOLAN_SOURCE_DIR) + u'/' + top,
                               {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto found = forbidden.match(QString::fromUtf8(file.readAll()));
                if (found.hasMatch())
                    wrong.append(file.fileName() + u": "_s + found.captured());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
