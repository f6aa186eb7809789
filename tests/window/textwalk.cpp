// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/textwalk.h"

#include "tests/window/pseudotranslator.h"
#include "views/shared/labels.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr int mostRows = 60;

//! Words that a format or a keyboard defines, in any language.
const QStringList &commonWords()
{
    static const QStringList words{
        u"Ctrl"_s,    u"Shift"_s,      u"Alt"_s,      u"Space"_s,
        u"Esc"_s,     u"Return"_s,     u"Tab"_s,      u"ODCS"_s,
        u"ODPS"_s,    u"dbt"_s,        u"SQL"_s,      u"REST"_s,
        u"EUR"_s,     u"JSON"_s,       u"YAML"_s,     u"string"_s,
        u"object"_s,  u"array"_s,      u"strng"_s,    u"kafka"_s,
        u"avro"_s,    u"table"_s,      u"read"_s,     u"draft"_s,
        u"active"_s,  u"rest"_s,       u"Portolan"_s, u"v"_s,
        u"y"_s,       u"latency"_s,    u"yaml"_s,     u"odcs"_s,
        u"odps"_s,    u"Up"_s,         u"Down"_s,     u"Left"_s,
        u"Right"_s,   u"Del"_s,        u"Home"_s,     u"End"_s,
        u"PgUp"_s,    u"PgDown"_s,     u"F"_s,        u"English"_s,
        u"Deutsch"_s, u"apiVersion"_s, u"Active"_s,   u"duplicateValues"_s};
    return words;
}

//! What of \a text is neither translated nor data.
QString leftOver(QString text)
{
    text.remove(QChar(0x200B)); // where a label may break a long word, "Saturday," among them
    static const QRegularExpression translated(u"⟦[^⟦⟧]*⟧"_s);
    while (text.contains(translated)) // a translated sentence may hold another translated one
        text.replace(translated, u" "_s);
    static const QRegularExpression markup(u"</?qt>|<br>"_s);
    text.remove(markup);
    static const QRegularExpression platform(
        u"DataHub|Entropy Data|Marquez|OpenMetadata|Open Policy Agent"_s);
    text.remove(platform); // called so in any language
    static const QRegularExpression moment(
        u"\\w+, \\d+ \\w+ \\d{4} [\\d:]+ UTC|\\d+ \\w{3} \\d{4}"_s);
    text.remove(moment);
    static const QRegularExpression address(u"\\S*[/\\\\]\\S*|\\S+@\\S+|\\S+:\\d+|v\\d\\S*"_s);
    text.remove(address);
    static const QRegularExpression word(u"[A-Za-z][A-Za-z0-9_]*"_s);
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto found = it.next().captured();
        if (found.size() > 1 && !found.startsWith(u"zq"_s, Qt::CaseInsensitive)
            && !commonWords().contains(found))
            return found;
    }
    return {};
}

QString nameOf(const QObject *object)
{
    QStringList path;
    for (const auto *at = object; at && path.size() < 3; at = at->parent())
        path.append(QString::fromLatin1(at->metaObject()->className()).section(u"::"_s, -1));
    return path.join(u" in "_s);
}

class Collector
{
public:
    QStringList found;

    void look(const QObject *object, const QString &text)
    {
        if (const auto rest = leftOver(text); !rest.isEmpty())
            found.append(u"%1: \"%2\" in \"%3\""_s.arg(nameOf(object), rest, text.left(120)));
    }

    void lookAtModel(const QAbstractItemView &view)
    {
        const auto *model = view.model();
        if (model == nullptr || view.property("untranslatedRows").toBool())
            return;
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            look(&view, model->headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < std::min(model->rowCount(view.rootIndex()), mostRows); ++row) {
                const auto index = model->index(row, column, view.rootIndex());
                look(&view, index.data().toString());
                look(&view, index.data(Qt::AccessibleTextRole).toString());
            }
        }
    }

    void lookAtWidget(const QWidget *widget)
    {
        look(widget, widget->accessibleName());
        look(widget, widget->toolTip());
        for (const auto *name : {"text", "placeholderText", "title"}) {
            if (qobject_cast<const QLineEdit *>(widget) && name == QByteArrayView("text"))
                continue; // what a person types
            look(widget, widget->property(name).toString());
        }
        if (const auto *label = qobject_cast<const views::ElidedLabel *>(widget))
            look(widget, label->text());
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                look(widget, tabs->tabText(i));
        }
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                look(widget, box->itemText(i));
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            lookAtModel(*view);
        for (const auto *action : widget->actions())
            look(widget, action->text());
    }
};

//! Of the widgets in \a area, the text of the one that makes it that wide.
QString widestIn(const QScrollArea &area)
{
    const QWidget *widest = nullptr;
    for (const auto *child : area.widget()->findChildren<QWidget *>()) {
        const bool leaf = child->findChildren<QWidget *>().isEmpty() && child->isVisible();
        if (leaf
            && (!widest || child->minimumSizeHint().width() > widest->minimumSizeHint().width()))
            widest = child;
    }
    return widest ? widest->property("text").toString() : QString();
}

int textWidth(const QLabel &label)
{
    return label.fontMetrics().size(0, label.text()).width();
}

} // namespace

QStringList untranslatedTexts(QWidget *root)
{
    Collector collector;
    collector.look(root, root->windowTitle());
    for (const auto *widget : root->findChildren<QWidget *>()) {
        if (widget->isVisibleTo(root))
            collector.lookAtWidget(widget);
    }
    return collector.found;
}

QStringList clippedTexts(QWidget *root)
{
    QStringList clipped;
    const auto say = [&clipped](const QWidget *widget, const QString &text, int wanted, int has) {
        clipped.append(u"%1 \"%2\" wants %3 px and has %4"_s.arg(nameOf(widget), text.left(80))
                           .arg(wanted)
                           .arg(has));
    };
    for (const auto *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(root))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && !label->text().isEmpty()) {
            if (!label->wordWrap() && textWidth(*label) > label->contentsRect().width())
                say(label, label->text(), textWidth(*label), label->contentsRect().width());
            else if (label->wordWrap()
                     && label->heightForWidth(label->width()) > label->height() + 1)
                say(label, label->text(), label->heightForWidth(label->width()), label->height());
        } else if (const auto *button = qobject_cast<const QPushButton *>(widget);
                   button && button->width() < button->minimumSizeHint().width()) {
            say(button, button->text(), button->minimumSizeHint().width(), button->width());
        } else if (const auto *area = qobject_cast<const QScrollArea *>(widget); area
                   && area->widget() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                   && area->widget()->width() > area->viewport()->width()) {
            say(area, widestIn(*area), area->widget()->width(), area->viewport()->width());
        }
    }
    return clipped;
}

} // namespace portolan::tests
