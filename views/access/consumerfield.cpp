// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/consumerfield.h"

#include "models/items/displaytext.h"

#include <QHash>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr int nameLength = 100;

QString nameOf(const domain::Consumer &one)
{
    return items::oneLine(one.name.isEmpty() ? one.id : one.name, nameLength);
}

} // namespace

ConsumerField::ConsumerField(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setAccessibleName(tr("Consumer"));
    lineEdit()->setPlaceholderText(tr("Team or product that will use the data"));
}

void ConsumerField::offer(const QList<domain::Consumer> &known)
{
    auto sorted = known;
    sorted.removeIf([](const auto &one) { return nameOf(one).isEmpty(); });
    // A team stands before a product of its name: it is what is typed without more.
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &left, const auto &right) {
        const int order = nameOf(left).compare(nameOf(right), Qt::CaseInsensitive);
        return order != 0
            ? order < 0
            : left.kind == domain::EntityKind::Team && right.kind != domain::EntityKind::Team;
    });
    if (sorted == m_known)
        return;
    const auto text = currentText();
    const auto chosen = m_known.value(indexOf(text));
    QHash<QString, int> times;
    for (const auto &one : std::as_const(sorted))
        ++times[nameOf(one).toCaseFolded()];
    {
        const QSignalBlocker quiet(this);
        m_known = sorted;
        clear();
        for (const auto &one : std::as_const(m_known)) {
            const auto name = nameOf(one);
            if (times.value(name.toCaseFolded()) < 2 || one.kind == domain::EntityKind::Team)
                addItem(name);
            else
                addItem(one.kind == domain::EntityKind::Product ? tr("%1 (product)").arg(name)
                                                                : tr("%1 (person)").arg(name));
        }
        setCurrentIndex(-1);
        setEditText(text);
    }
    const int again = int(m_known.indexOf(chosen));
    if (!chosen.name.isEmpty() && again >= 0 && indexOf(text) != again) {
        const QSignalBlocker quiet(this);
        setCurrentIndex(again);
    }
}

int ConsumerField::indexOf(const QString &name) const
{
    const auto wanted = name.trimmed();
    if (wanted.isEmpty())
        return -1;
    if (const int exact = findText(wanted, Qt::MatchExactly | Qt::MatchCaseSensitive); exact >= 0)
        return exact;
    return findText(wanted, Qt::MatchFixedString);
}

domain::Consumer ConsumerField::consumer() const
{
    const auto name = currentText().trimmed();
    if (const int known = indexOf(name); known >= 0)
        return m_known.at(known);
    return {domain::EntityKind::Team, {}, name};
}

void ConsumerField::setConsumer(const domain::Consumer &consumer)
{
    for (int i = 0; i < int(m_known.size()); ++i) {
        if (!consumer.id.isEmpty() && m_known.at(i).id == consumer.id)
            return setCurrentIndex(i);
    }
    setName(consumer.name.isEmpty() ? consumer.id : consumer.name);
}

void ConsumerField::setName(const QString &name)
{
    if (const int known = indexOf(name); known >= 0)
        return setCurrentIndex(known);
    setCurrentIndex(-1);
    setEditText(name);
}

//! The list opens at who is named, also where the name was typed.
void ConsumerField::showPopup()
{
    if (const int known = indexOf(currentText()); known >= 0)
        setCurrentIndex(known);
    QComboBox::showPopup();
}

bool ConsumerField::isUnheardOf() const
{
    return !m_known.isEmpty() && !currentText().trimmed().isEmpty() && indexOf(currentText()) < 0;
}

} // namespace portolan::views::access
