// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/consumerfield.h"

#include "models/items/displaytext.h"

#include <QHash>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr int nameLength = 100;

using Named = std::pair<QString, domain::Consumer>;

QString nameOf(const domain::Consumer &one)
{
    return items::oneLine(one.name.isEmpty() ? one.id : one.name, nameLength);
}

//! Those of \a known that have a name, by name. There may be thousands, and a name costs more to
//! make than to compare.
std::vector<Named> namedOf(const QList<domain::Consumer> &known)
{
    std::vector<Named> named;
    named.reserve(std::size_t(known.size()));
    for (const auto &one : known) {
        if (auto name = nameOf(one); !name.isEmpty())
            named.emplace_back(std::move(name), one);
    }
    // A team stands before a product of its name: it is what is typed without more.
    std::stable_sort(named.begin(), named.end(), [](const Named &left, const Named &right) {
        const int order = left.first.compare(right.first, Qt::CaseInsensitive);
        return order != 0 ? order < 0
                          : left.second.kind == domain::EntityKind::Team
                && right.second.kind != domain::EntityKind::Team;
    });
    return named;
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

//! The names, and what they are of where several things have one.
QStringList ConsumerField::entriesOf(const std::vector<Named> &named)
{
    QHash<QString, int> times;
    for (const auto &[name, one] : named)
        ++times[name.toCaseFolded()];
    QStringList entries;
    for (const auto &[name, one] : named) {
        if (one.kind == domain::EntityKind::Team || times.value(name.toCaseFolded()) < 2)
            entries.append(name);
        else
            entries.append(one.kind == domain::EntityKind::Product ? tr("%1 (product)").arg(name)
                                                                   : tr("%1 (person)").arg(name));
    }
    return entries;
}

void ConsumerField::offer(const QList<domain::Consumer> &known)
{
    const auto named = namedOf(known);
    QList<domain::Consumer> sorted;
    sorted.reserve(qsizetype(named.size()));
    for (const auto &[name, one] : named)
        sorted.append(one);
    if (sorted == m_known)
        return;
    const auto text = currentText();
    const auto chosen = m_known.value(indexOf(text));
    {
        const QSignalBlocker quiet(this);
        m_known = sorted;
        clear();
        addItems(entriesOf(named));
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
    if (m_known.isEmpty() || currentText().trimmed().isEmpty())
        return false;
    const int at = indexOf(currentText());
    return at < 0 || m_known.at(at).id.isEmpty(); // typed before, and known to nobody since
}

} // namespace portolan::views::access
