// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/safetext.h"

#include "models/base/hiddencharacters.h"
#include "views/shared/icons.h"
#include "views/shared/messages.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

constexpr qsizetype longestTip = 2000;
// Where a long word may be broken: after a joint once so much stands before it, else after so much.
constexpr qsizetype shortestPiece = 8;
constexpr qsizetype longestPiece = 20;
constexpr QChar wordBreak(0x200B);

//! Tells when the size of all text was changed. A widget with a font of its own hears of that in
//! no event.
class FontWatch final : public QObject
{
public:
    static FontWatch &instance()
    {
        static auto *watch = new FontWatch; // ends with the application
        return *watch;
    }

    void add(SafeLabel *label)
    {
        if (m_labels.size() >= m_most) { // pages come and go
            removeGone();
            m_most = std::max<qsizetype>(256, 2 * m_labels.size());
        }
        m_labels.append(label);
    }

private:
    FontWatch()
        : QObject(qApp)
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == qApp && event->type() == QEvent::ApplicationFontChange) {
            // Behind the event: only then is the new font the application's.
            QMetaObject::invokeMethod(this, &FontWatch::refresh, Qt::QueuedConnection);
        }
        return false;
    }

    void removeGone()
    {
        m_labels.removeIf([](const QPointer<SafeLabel> &label) { return label.isNull(); });
    }

    void refresh()
    {
        removeGone();
        for (const auto &label : std::as_const(m_labels))
            label->refreshFont();
    }

    QList<QPointer<SafeLabel>> m_labels;
    qsizetype m_most = 256;
};

bool isHidden(char16_t c)
{
    return (isControlCharacter(c) && c != u'\n' && c != u'\t' && c != u'\r')
        || isHiddenCharacter(c);
}

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() < 0x20 || isHidden(c.unicode()); });
}

} // namespace

SafeLabel::SafeLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

SafeLabel::SafeLabel(const QString &text, QWidget *parent)
    : SafeLabel(parent)
{
    setText(text);
}

void SafeLabel::setSelectable(bool on)
{
    setTextInteractionFlags(on ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                               : Qt::NoTextInteraction);
    if (on && accessibleName().isEmpty())
        setAccessibleName(text());
}

void SafeLabel::setTextFont(Text text, bool emphasis)
{
    if (!m_font)
        FontWatch::instance().add(this);
    m_font = {text, emphasis};
    refreshFont();
}

void SafeLabel::refreshFont()
{
    setFont(fontOf(m_font->first, m_font->second));
}

void SafeLabel::setBreakableText(const QString &text)
{
    QString shown;
    shown.reserve(text.size() + text.size() / 8);
    qsizetype run = 0;
    for (const auto c : text) {
        shown += c;
        run = c.isSpace() ? 0 : run + 1;
        const bool joint = !c.isLetterOrNumber() && !c.isSurrogate();
        if (run > 0 && ((joint && run >= shortestPiece) || run >= longestPiece)
            && !c.isHighSurrogate()) {
            shown += wordBreak;
            run = 0;
        }
    }
    setWordWrap(true);
    setText(shown);
}

void SafeLabel::copy() const
{
    QGuiApplication::clipboard()->setText(selectedText().remove(wordBreak));
}

void SafeLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && hasSelectedText())
        return copy();
    QLabel::keyPressEvent(event);
}

void SafeLabel::contextMenuEvent(QContextMenuEvent *event)
{
    if (!(textInteractionFlags() & Qt::TextSelectableByMouse))
        return QLabel::contextMenuEvent(event);
    QMenu menu(this);
    auto *copyAction = menu.addAction(icon(u"copy"_s), tr("Copy"));
    copyAction->setEnabled(hasSelectedText());
    auto *all = menu.addAction(tr("Select all"));
    const auto *chosen = menu.exec(event->globalPos());
    if (chosen == copyAction)
        copy();
    else if (chosen == all)
        setSelection(0, static_cast<int>(text().size()));
}

QString safeToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    auto shown = visibleText(text.left(longestTip));
    if (text.size() > longestTip)
        shown += u'…';
    const auto hidden = hiddenCharacters(text.left(longestTip));
    if (!hidden.isEmpty())
        shown += u'\n'
            + QCoreApplication::translate("SafeText", "Hidden characters: %1")
                  .arg(hidden.join(u", "_s));
    return u"<qt>"_s + shown.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}

void setSafeToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(safeToolTip(text));
    widget->setAccessibleDescription(text.left(longestTip));
}

void setSafeToolTip(QAction *action, const QString &text)
{
    action->setToolTip(safeToolTip(text));
}

QString visibleText(const QString &text)
{
    auto shown = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isHidden(text.at(i).unicode()))
            shown[i] = QChar(QChar::ReplacementCharacter);
    }
    return shown;
}

QStringList hiddenCharacters(const QString &text)
{
    QStringList found;
    for (const auto c : text) {
        if (!isHidden(c.unicode()))
            continue;
        const QString name =
            u"U+"_s + QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0');
        if (!found.contains(name))
            found.append(name);
    }
    return found;
}

bool isSafeLink(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"https"_s || url.scheme() == u"mailto"_s)
        && url.userInfo().isEmpty() && (url.scheme() == u"mailto"_s || !url.host().isEmpty());
}

void openFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isAbsolute() && info.isDir())
        QDesktopServices::openUrl(QUrl::fromLocalFile(info.absoluteFilePath()));
}

void openExternal(QWidget *parent, const QString &address)
{
    const auto copy = [parent, address] {
        ui::Question question;
        question.title = QCoreApplication::translate("SafeText", "Open a link");
        question.text =
            QCoreApplication::translate("SafeText", "This link is not opened from here.");
        question.details = visibleText(address.left(longestTip));
        question.accept = QCoreApplication::translate("SafeText", "Copy link");
        ui::confirm(parent, question,
                    [address] { QGuiApplication::clipboard()->setText(address); });
    };
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    if (hasControlCharacter(address.trimmed()))
        return copy();
    if (isSafeLink(url)) {
        QDesktopServices::openUrl(url);
        return;
    }
    if (!url.isValid() || url.scheme() != u"http"_s || !url.userInfo().isEmpty()
        || url.host().isEmpty())
        return copy();
    ui::Question question;
    question.title = QCoreApplication::translate("SafeText", "Open a link");
    question.text = QCoreApplication::translate(
                        "SafeText", "The connection to %1 is not encrypted. Open it all the same?")
                        .arg(url.host(QUrl::FullyEncoded));
    question.accept = QCoreApplication::translate("SafeText", "Open");
    ui::confirm(parent, question, [url] { QDesktopServices::openUrl(url); });
}

} // namespace portolan::views
