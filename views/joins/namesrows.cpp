// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of NamesPart: each says what it is about, why, and what can be done.
#include "models/items/displaytext.h"
#include "models/items/jointext.h"
#include "views/joins/namespart.h"
#include "views/joins/undoline.h"
#include "views/shared/blocks.h"

#include <QGuiApplication>
#include <QHash>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::joins {
namespace {

// A thing of thousands of names is listed in the pane of all that is joined.
constexpr qsizetype mostRows = 40;
constexpr qsizetype longestValue = 300;

QVBoxLayout *columnOf(QWidget *row)
{
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    return column;
}

//! The account's badge, and the name there.
QWidget *nameLine(const domain::JoinName &name, QWidget *text)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::gap);
    row->addWidget(new TagLabel(items::accountText(name, 24)));
    row->addWidget(text, 1);
    return line;
}

SafeLabel *reason(const QString &text)
{
    auto *label = new SafeLabel;
    label->setBreakableText(visibleText(text));
    label->setTextFont(Text::Small);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}

QString quoted(const QString &value)
{
    return items::oneLine(value, longestValue);
}

} // namespace

void NamesPart::fill()
{
    // Later, since a row may be what was pressed just now.
    if (m_content != nullptr) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget;
    auto *column = columnOf(m_content);
    column->setSpacing(size::gap);
    const auto addHead = [column](const QString &title) {
        column->addSpacing(size::smallGap);
        column->addWidget(new SectionHead(title));
    };
    for (qsizetype i = 0; i < std::min(m_joins.names.size(), mostRows); ++i)
        column->addWidget(nameRow(m_joins.names.at(i), i == 0));
    if (m_joins.names.size() > mostRows)
        column->addWidget(reason(tr("and %n more", nullptr, int(m_joins.names.size() - mostRows))));
    if (!m_joins.suggestions.isEmpty())
        addHead(tr("May be one"));
    for (const auto &suggestion :
         m_joins.suggestions.first(std::min(m_joins.suggestions.size(), mostRows)))
        column->addWidget(suggestionRow(suggestion));
    if (!m_joins.apart.isEmpty())
        addHead(tr("Kept apart"));
    for (const auto &apart : m_joins.apart.first(std::min(m_joins.apart.size(), mostRows)))
        column->addWidget(apartRow(apart));
    if (m_joins.names.size() > 1)
        addValues(column);
    m_column->addWidget(m_content);
    m_content->show(); // at once: the layout would let a frame without any name pass
    showFilled();
}

QWidget *NamesPart::nameRow(const domain::JoinedName &joined, bool isFirst)
{
    auto *row = new QWidget;
    auto *column = columnOf(row);
    auto *text = new ElidedLabel(Elide::Name);
    text->setText(joined.name.nativeId.left(2000));
    column->addWidget(nameLine(joined.name, text));
    if (isFirst)
        return row;
    column->addWidget(reason(items::joinedText(joined)));
    auto *apart = new LinkButton(tr("Keep apart"));
    apart->setAccessibleName(tr("Keep apart: %1").arg(items::nameText(joined.name)));
    setSafeToolTip(apart, tr("This is another thing: it gets a page of its own"));
    connect(apart, &QAbstractButton::clicked, this,
            [this, name = joined.name, thing = m_joins.names.constFirst().name.label] {
                act(m_acts.keepApart(name, thing));
            });
    column->addWidget(apart, 0, Qt::AlignLeading);
    return row;
}

//! Another thing, as a link to its page.
QWidget *NamesPart::otherLine(const domain::JoinName &name)
{
    if (name.thing.isNull()) {
        auto *text = new ElidedLabel(Elide::Name);
        text->setText(name.nativeId.left(2000));
        return nameLine(name, text);
    }
    auto *link = new LinkButton(visibleText(items::oneLine(name.label, 120)));
    setSafeToolTip(link, name.nativeId);
    connect(link, &QAbstractButton::clicked, this, [this, id = name.thing] {
        Q_EMIT openRequested(id, openModeOf(QGuiApplication::keyboardModifiers()));
    });
    return nameLine(name, link);
}

QWidget *NamesPart::suggestionRow(const domain::JoinSuggestion &suggestion)
{
    auto *row = new QWidget;
    auto *column = columnOf(row);
    column->addWidget(otherLine(suggestion.other));
    column->addWidget(reason(quoted(suggestion.why)));
    auto *accept = new LinkButton(tr("Join"));
    auto *dismiss = new LinkButton(tr("Dismiss"));
    const auto about = items::nameText(suggestion.other);
    accept->setAccessibleName(tr("Join with %1").arg(about));
    dismiss->setAccessibleName(tr("Dismiss: %1").arg(about));
    setSafeToolTip(accept, tr("Both are one thing, with one page"));
    setSafeToolTip(dismiss, tr("They are two things; this is not suggested again"));
    connect(accept, &QAbstractButton::clicked, this,
            [this, suggestion] { act(m_acts.join(suggestion.own, suggestion.other)); });
    connect(dismiss, &QAbstractButton::clicked, this,
            [this, suggestion] { act(m_acts.dismiss(suggestion)); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(size::groupGap);
    buttons->addWidget(accept);
    buttons->addWidget(dismiss);
    buttons->addStretch(1);
    column->addLayout(buttons);
    return row;
}

QWidget *NamesPart::apartRow(const domain::ApartName &apart)
{
    auto *row = new QWidget;
    auto *column = columnOf(row);
    column->addWidget(otherLine(apart.other));
    column->addWidget(reason(items::apartText(apart)));
    auto *again = new LinkButton(apart.comesBack ? tr("Join again") : tr("Forget this"));
    again->setAccessibleName(again->text() + u": "_s + items::nameText(apart.other));
    setSafeToolTip(again,
                   apart.comesBack ? tr("Forget that they were kept apart: they are one again")
                                   : tr("Forget that they were kept apart"));
    connect(again, &QAbstractButton::clicked, this,
            [this, apart] { act(m_acts.forget(apart.decisions, apart.other.label)); });
    column->addWidget(again, 0, Qt::AlignLeading);
    return row;
}

//! Of whom most is shown stands in a line; what lost is said value by value (ruling 8).
void NamesPart::addValues(QVBoxLayout *column)
{
    if (m_joins.values.isEmpty())
        return;
    column->addSpacing(size::smallGap);
    column->addWidget(new SectionHead(tr("Whose value is shown")));
    QStringList accounts;
    QHash<QString, QStringList> shownOf;
    for (const auto &value : m_joins.values) {
        if (!accounts.contains(value.account))
            accounts.append(value.account);
        shownOf[value.account].append(items::memberTitle(value.what));
    }
    auto *grid = new KeyValueGrid;
    for (const auto &account : accounts)
        grid->add(items::oneLine(account, 24), shownOf.value(account).join(u", "_s));
    for (const auto &value : m_joins.values) {
        if (value.others.isEmpty())
            continue;
        QStringList lines{
            tr("%1 (%2)").arg(quoted(value.value), items::oneLine(value.account, 40))};
        for (const auto &other : value.others)
            lines.append(tr("not shown: %1 (%2)")
                             .arg(quoted(other.value), items::oneLine(other.account, 40)));
        grid->add(items::memberTitle(value.what), lines.join(u'\n'));
    }
    column->addWidget(grid);
}

} // namespace portolan::views::joins
