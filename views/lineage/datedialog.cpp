// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/datedialog.h"

#include "views/shared/tokens.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

namespace portolan::views::lineage {
namespace {

QDateEdit *dateEdit(const QDate &date, const QDate &last)
{
    auto *edit = new QDateEdit(date);
    edit->setCalendarPopup(true);
    edit->setMaximumDate(last);
    // The style's button takes more than the hint knows of.
    edit->setMinimumWidth(edit->sizeHint().width() + 2 * size::groupGap);
    return edit;
}

QDateTime endOf(const QDate &day, const QDateTime &now)
{
    return std::min(day.endOfDay().toUTC(), now.toUTC());
}

} // namespace

DateDialog::DateDialog(const When &when, const QDateTime &now, QWidget *parent)
    : QDialog(parent)
    , m_now(now)
{
    const auto today = now.toLocalTime().date();
    setWindowTitle(tr("Lineage of another day"));
    m_at = dateEdit(when.at.isValid() ? when.at.toLocalTime().date() : today, today);
    m_compare = new QCheckBox(tr("Compare with an earlier day"));
    m_compare->setChecked(when.from.isValid());
    m_from =
        dateEdit(when.from.isValid() ? when.from.toLocalTime().date() : today.addDays(-7), today);
    m_from->setEnabled(m_compare->isChecked());
    connect(m_compare, &QCheckBox::toggled, m_from, &QWidget::setEnabled);
    auto *form = new QFormLayout(this);
    form->addRow(tr("As of the end of"), m_at);
    form->addRow(m_compare);
    form->addRow(tr("Earlier day"), m_from);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("Show"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

When DateDialog::when() const
{
    // Today is now: of a moment of today nobody would know the states.
    const bool isNow = m_at->date() >= m_now.toLocalTime().date();
    When when{isNow ? QDateTime() : endOf(m_at->date(), m_now), {}};
    if (m_compare->isChecked())
        when.from = endOf(m_from->date(), m_now);
    return when;
}

} // namespace portolan::views::lineage
