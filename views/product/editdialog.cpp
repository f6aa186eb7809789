// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/editdialog.h"

#include "models/items/displaytext.h"
#include "views/shared/keybutton.h"
#include "views/shared/labels.h"
#include "views/shared/messages.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

constexpr int usualWidth = 560;
constexpr int usualHeight = 320;

} // namespace

EditDialog::EditDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_before(question.text)
    , m_field(new QPlainTextEdit)
    , m_save(new KeyButton(u"approve"_s, tr("Save"), u"Ctrl+↵"_s))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_why(new SafeLabel)
{
    setWindowTitle(question.title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new ElidedLabel(Elide::Prose);
    title->setTextFont(Text::Body, true);
    title->setText(question.title);
    auto *hint = new SafeLabel;
    hint->setBreakableText(question.hint);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_field->setAccessibleName(question.title);
    m_field->setTabChangesFocus(true); // else the keyboard does not get out
    m_field->setPlainText(question.text);
    m_field->moveCursor(QTextCursor::End); // most edits add something
    m_save->setDefault(true);
    m_save->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(size::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::page, size::page, size::page, size::page);
    column->setSpacing(size::gap);
    column->addWidget(title);
    column->addWidget(m_field, 1);
    m_why->setWordWrap(true);
    m_why->hide();
    column->addWidget(m_why);
    column->addWidget(hint);
    column->addLayout(buttons);
    connect(m_field, &QPlainTextEdit::textChanged, this, &EditDialog::showState);
    connect(m_save, &QAbstractButton::clicked, this, &EditDialog::save);
    connect(m_cancel, &QAbstractButton::clicked, this, &EditDialog::reject);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
                &EditDialog::save);
    resize(usualWidth, usualHeight);
    m_field->setFocus();
}

void EditDialog::showState()
{
    m_field->setReadOnly(m_isSaving);
    m_save->setEnabled(!m_isSaving && m_field->toPlainText() != m_before);
    m_cancel->setEnabled(!m_isSaving);
}

void EditDialog::save()
{
    if (m_isSaving)
        return;
    const auto text = m_field->toPlainText();
    if (text == m_before)
        return accept();
    // Storing may take its time: what is typed meanwhile would go with the dialog.
    m_isSaving = true;
    showState();
    Q_EMIT saved(text);
}

void EditDialog::goOn(const Error &error, const QString &now)
{
    m_before = now;
    m_isSaving = false;
    m_why->setBreakableText(
        error.kind == Error::Kind::Conflict
            ? tr("It is another one now: “%1”. Save once more to replace it.")
                  .arg(items::oneLine(now, 400))
            : tr("It was not saved: %1 (%2)")
                  .arg(ui::errorText(error.kind).what, items::oneLine(error.detail, 400)));
    m_why->show();
    showState();
    m_field->setFocus();
}

void EditDialog::reject()
{
    // It would be stored all the same, although its words were given up.
    if (m_isSaving)
        return;
    if (m_field->toPlainText() == m_before)
        return QDialog::reject();
    ui::confirm(this,
                {.title = windowTitle(),
                 .text = tr("What you typed is not saved."),
                 .details = {},
                 .accept = tr("Give it up"),
                 .destructive = true},
                [this] { QDialog::reject(); });
}

} // namespace portolan::views::product
