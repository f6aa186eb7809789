// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/fieldeditor.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "views/product/editwords.h"
#include "views/shared/icons.h"
#include "views/shared/messages.h"
#include "views/shared/safetext.h"

#include <QKeyEvent>
#include <QWidget>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {

FieldEditor::FieldEditor(QWidget *view)
    : QObject(view)
    , m_view(view)
    , m_edit(new QAction(icon(u"edit"_s), tr("Edit description of field…"), this))
    , m_undo(new QAction(icon(u"undo"_s), tr("Take the edit of the field back"), this))
{
    // Shown beside it; the key itself is taken among the fields, or it were the page's.
    m_edit->setShortcut(Qt::Key_F2);
    m_edit->setShortcutContext(Qt::WidgetShortcut);
    connect(m_edit, &QAction::triggered, this, &FieldEditor::edit);
    connect(m_undo, &QAction::triggered, this, &FieldEditor::undo);
    for (auto *action : {m_edit, m_undo}) {
        action->setVisible(false);
        m_view->addAction(action);
    }
    m_view->installEventFilter(this);
}

//! The page has the same key for what it is about: among the fields it means the field.
bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (m_source == nullptr || (type != QEvent::ShortcutOverride && type != QEvent::KeyPress))
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F2 || key->modifiers() != Qt::NoModifier || m_path.isEmpty())
        return QObject::eventFilter(watched, event);
    event->accept();
    if (type == QEvent::KeyPress)
        edit();
    return true;
}

void FieldEditor::setSource(items::EditSource &source)
{
    m_source = &source;
    connect(&source, &items::EditSource::changed, this, &FieldEditor::ask);
    ask();
}

void FieldEditor::setField(const QUuid &asset, const QString &path)
{
    if (asset == m_asset && path == m_path)
        return;
    m_asset = asset;
    m_path = path;
    m_isKnown = false;
    take({}); // of another field
    ask();
}

void FieldEditor::ask()
{
    const auto question = ++m_question;
    if (m_source == nullptr || m_path.isEmpty())
        return;
    onFinished(m_source->fieldOffer(m_asset, m_path), this,
               [this, question](const Result<items::FieldOffer> &offer) {
                   if (question != m_question)
                       return;
                   const auto before = m_offer.description.text;
                   take(offer ? *offer : items::FieldOffer());
                   if (std::exchange(m_isKnown, true) && before != m_offer.description.text)
                       Q_EMIT descriptionChanged();
               });
}

void FieldEditor::take(const items::FieldOffer &offer)
{
    const auto before = std::exchange(m_offer, offer);
    const bool isAny = m_source != nullptr && !m_path.isEmpty();
    m_edit->setVisible(isAny);
    m_edit->setEnabled(m_offer.description.isOffered);
    setSafeToolTip(
        m_edit,
        whereEditGoes(
            m_offer.description, tr("No account has this field any more."),
            tr("“%1” takes no descriptions of fields from here: change it there, the next "
               "sync brings it.")));
    m_undo->setVisible(isAny && m_offer.isUndoable);
    if (before.isWaiting != m_offer.isWaiting)
        Q_EMIT waitingChanged();
}

void FieldEditor::edit()
{
    const auto &part = m_offer.description;
    if (!part.isOffered || m_dialog)
        return;
    m_askedAsset = m_asset;
    m_askedPath = m_path;
    const EditDialog::Question question{
        .title = tr("Description of the field %1").arg(items::oneLine(m_path, 100)),
        .hint = tr("It goes to “%1”.").arg(items::oneLine(part.account, 300)),
        .text = part.text};
    m_dialog = new EditDialog(question, m_view);
    connect(m_dialog, &EditDialog::saved, this, &FieldEditor::store);
    m_dialog->open();
}

void FieldEditor::store(const QString &text)
{
    const items::EditChange change{m_dialog->before(), text};
    // Another dialog may be open when the answer comes.
    onFinished(m_source->editField(m_askedAsset, m_askedPath, change), this,
               [this, dialog = m_dialog](const Result<int> &done) {
                   if (!done)
                       return fail(dialog, done.error());
                   if (dialog)
                       dialog->accept();
                   ask();
               });
}

//! What was typed stays, and what it is about is read again: saving once more goes on from there.
void FieldEditor::fail(const QPointer<EditDialog> &dialog, const Error &error)
{
    onFinished(m_source->fieldOffer(m_askedAsset, m_askedPath), this,
               [dialog, error](const Result<items::FieldOffer> &offer) {
                   if (dialog)
                       dialog->goOn(error, offer ? offer->description.text : dialog->before());
               });
}

void FieldEditor::undo()
{
    if (m_source == nullptr || !m_offer.isUndoable)
        return;
    onFinished(m_source->undoField(m_asset, m_path), this, [this](const Result<int> &done) {
        if (!done)
            ui::error(m_view, tr("Taking the edit back"), done.error());
        ask();
    });
}

} // namespace portolan::views::product
