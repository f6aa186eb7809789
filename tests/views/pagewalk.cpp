// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/pagewalk.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPicture>
#include <QScrollBar>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

QString inWords(const QWidget *widget)
{
    return QLatin1String(widget->metaObject()->className()) + u" in "_s
        + QLatin1String(widget->parentWidget() ? widget->parentWidget()->metaObject()->className()
                                               : "nothing");
}

} // namespace

QList<QWidget *> focusWidgets(QWidget *root)
{
    QList<QWidget *> widgets;
    for (auto *widget : root->findChildren<QWidget *>()) {
        // A dialog is a window of its own, with a row of its own.
        if (widget->window() == root->window() && widget->isVisibleTo(root) && widget->isEnabled()
            && !widget->focusProxy() && widget->focusPolicy() & Qt::TabFocus
            && !qobject_cast<QScrollBar *>(widget))
            widgets.append(widget);
    }
    return widgets;
}

QStringList unnamedWidgets(QWidget *root)
{
    QStringList unnamed;
    for (auto *widget : focusWidgets(root)) {
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            unnamed.append(inWords(widget));
    }
    return unnamed;
}

QStringList unreachableWidgets(QWidget *root)
{
    auto missing = focusWidgets(root);
    const auto count = root->findChildren<QWidget *>().size() + 2;
    auto *at = root->nextInFocusChain();
    for (qsizetype i = 0; i < count && at; ++i) {
        missing.removeAll(at);
        at = at->nextInFocusChain();
    }
    QStringList words;
    for (const auto *widget : missing)
        words.append(inWords(widget));
    return words;
}

void paintPicture(QWidget *widget, const QString &name)
{
    const auto folder = qEnvironmentVariable("PORTOLAN_PICTURES");
    // What was said just now is laid out first.
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    const auto picture = widget->grab();
    if (!folder.isEmpty() && QDir().mkpath(folder))
        picture.save(folder + u'/' + name + u".png"_s);
}

qsizetype longestLaidOut(QWidget *root)
{
    qsizetype longest = 0;
    for (const auto *label : root->findChildren<QLabel *>())
        longest = std::max(longest, label->text().size());
    for (const auto *edit : root->findChildren<QTextEdit *>())
        longest = std::max(longest, qsizetype(edit->document()->characterCount()));
    return longest;
}

qsizetype drawnBytes(QWidget *widget)
{
    QPicture picture;
    widget->render(&picture);
    return qsizetype(picture.size());
}

QStringList hostileTexts()
{
    return {u"<b>bold</b><img src='file:///etc/hostname'>"_s,
            u"![x](file:///etc/hostname) [y](file:///etc/passwd)"_s,
            u"gnp.\u202Eexe\u202C \u2066orders\u2069 \u200Bhidden"_s,
            u"line one\nline two\tand a tab\u0007"_s,
            QString(1024 * 1024, u'w'),
            u"many words "_s.repeated(100000)};
}

} // namespace portolan::tests
