// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/periodbutton.h"

#include "models/items/slotext.h"
#include "views/shared/safetext.h"

#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using Kind = PeriodChoice::Kind;

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Days28:
        return PeriodButton::tr("Last 28 days");
    case Kind::Days90:
        return PeriodButton::tr("Last 90 days");
    case Kind::Month:
        return PeriodButton::tr("This month");
    case Kind::Own:
        return PeriodButton::tr("Other dates…");
    }
    return {};
}

QDateEdit *dateEdit(const QDate &date, const QDate &last)
{
    auto *edit = new QDateEdit(std::min(date, last));
    edit->setCalendarPopup(true);
    edit->setMaximumDate(last);
    return edit;
}

} // namespace

items::Period PeriodChoice::at(const QDateTime &now) const
{
    const auto utc = now.toUTC();
    const auto today = now.toLocalTime().date();
    switch (kind) {
    case Kind::Days90:
        return {utc.addDays(-90), utc};
    case Kind::Month:
        return {QDate(today.year(), today.month(), 1).startOfDay().toUTC(), utc};
    case Kind::Own:
        if (first.isValid() && last.isValid() && first <= last && first <= today)
            return {first.startOfDay().toUTC(),
                    std::min(last.addDays(1).startOfDay().toUTC(), utc)};
        break;
    case Kind::Days28:
        break;
    }
    return {utc.addDays(-28), utc};
}

QVariantMap PeriodChoice::saved() const
{
    return {{u"kind"_s, int(kind)}, {u"first"_s, first}, {u"last"_s, last}};
}

PeriodChoice PeriodChoice::restored(const QVariantMap &state)
{
    return {Kind(std::clamp(state.value(u"kind"_s).toInt(), 0, int(Kind::Own))),
            state.value(u"first"_s).toDate(), state.value(u"last"_s).toDate()};
}

PeriodButton::PeriodButton(QWidget *parent)
    : BarButton(parent)
{
    setIconName(u"calendar"_s);
    setChevron(true);
    connect(this, &BarButton::clicked, this, &PeriodButton::openMenu);
}

QString PeriodButton::textOf(const items::Period &period)
{
    return tr("%1 to %2")
        .arg(items::dayText(period.from.toLocalTime().date()),
             items::dayText(period.to.addSecs(-1).toLocalTime().date()));
}

void PeriodButton::setChoice(const PeriodChoice &choice, const QDateTime &now)
{
    m_choice = choice;
    m_now = now;
    const auto text = textOf(choice.at(now));
    setTexts({}, text);
    setAccessibleName(tr("Period: %1").arg(text));
    setSafeToolTip(this, choice.kind == Kind::Own ? text : kindText(choice.kind));
}

void PeriodButton::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto kind : {Kind::Days28, Kind::Days90, Kind::Month, Kind::Own}) {
        auto *action = menu->addAction(kindText(kind), this, [this, kind] {
            if (kind == Kind::Own)
                askDates();
            else
                Q_EMIT chosen({kind, {}, {}});
        });
        action->setCheckable(true);
        action->setChecked(kind == m_choice.kind);
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

void PeriodButton::askDates()
{
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Other dates"));
    const auto period = m_choice.at(m_now);
    const auto today = m_now.toLocalTime().date();
    auto *first = dateEdit(period.from.toLocalTime().date(), today);
    auto *last = dateEdit(period.to.toLocalTime().date(), today);
    auto *form = new QFormLayout(dialog);
    form->addRow(tr("First day"), first);
    form->addRow(tr("Last day"), last);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("Show"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, first, last] {
        // The wrong way round is understood, too.
        Q_EMIT chosen({Kind::Own, std::min(first->date(), last->date()),
                       std::max(first->date(), last->date())});
    });
    dialog->open();
}

} // namespace portolan::views::quality
