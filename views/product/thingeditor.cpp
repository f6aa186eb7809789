// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/thingeditor.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "views/product/editwords.h"
#include "views/shared/icons.h"
#include "views/shared/messages.h"
#include "views/shared/safetext.h"

#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {

using items::EditMember;

ThingEditor::ThingEditor(const QUuid &thing, QWidget *page)
    : QObject(page)
    , m_thing(thing)
    , m_page(page)
{
    const auto add = [this](const QString &text, const QString &iconName, const QKeySequence &key,
                            auto run) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setVisible(false);
        connect(action, &QAction::triggered, this, run);
        m_page->addAction(action);
        return action;
    };
    m_actions[int(EditMember::Description)] = add(tr("Edit description…"), u"edit"_s, Qt::Key_F2,
                                                  [this] { edit(EditMember::Description); });
    m_actions[int(EditMember::Tags)] = add(tr("Edit tags…"), u"kind-tag"_s, Qt::SHIFT | Qt::Key_F2,
                                           [this] { edit(EditMember::Tags); });
    m_actions[int(EditMember::Owners)] =
        add(tr("Edit owners…"), u"kind-person"_s, {}, [this] { edit(EditMember::Owners); });
    m_undo = add(tr("Take the edit back"), u"undo"_s, QKeySequence(QKeySequence::Undo),
                 [this] { undo(); });
    m_undo->setEnabled(false);
}

void ThingEditor::setSource(items::EditSource &source)
{
    m_source = &source;
    connect(&source, &items::EditSource::changed, this, &ThingEditor::ask);
    ask();
}

void ThingEditor::ask()
{
    const auto question = ++m_question;
    onFinished(m_source->offer(m_thing), this,
               [this, question](const Result<items::EditOffer> &offer) {
                   if (question != m_question)
                       return;
                   m_offer = offer ? *offer : items::EditOffer();
                   showOffer();
                   Q_EMIT offered();
               });
}

void ThingEditor::showOffer()
{
    for (const auto member : {EditMember::Description, EditMember::Tags, EditMember::Owners}) {
        const auto &part = m_offer.part(member);
        auto *action = m_actions[int(member)];
        action->setVisible(true);
        action->setEnabled(part.isOffered);
        setSafeToolTip(action,
                       whereEditGoes(part, tr("No account has this any more."),
                                     tr("“%1” takes no such edits from here: change it there, the "
                                        "next sync brings it.")));
    }
    m_undo->setVisible(true);
    m_undo->setEnabled(m_offer.isUndoable);
}

void ThingEditor::edit(EditMember member)
{
    const auto &part = m_offer.part(member);
    if (!part.isOffered || m_dialog)
        return;
    const auto name = items::oneLine(m_name, 100);
    const auto account = items::oneLine(part.account, 300);
    EditDialog::Question question{
        .title = tr("Description of %1").arg(name),
        .hint = tr("Markdown is shown as such. It goes to “%1”.").arg(account),
        .text = part.text};
    if (member == EditMember::Tags) {
        question.title = tr("Tags of %1").arg(name);
        question.hint = tr("One tag on each line. New ones go to “%1”.").arg(account);
    } else if (member == EditMember::Owners) {
        question.title = tr("Owners of %1").arg(name);
        question.hint = tr("One person or team on each line, as the catalogue calls them. It goes "
                           "to “%1”.")
                            .arg(account);
    }
    m_dialog = new EditDialog(question, m_page);
    connect(m_dialog, &EditDialog::saved, this,
            [this, member](const QString &text) { store(member, text); });
    m_dialog->open();
}

void ThingEditor::store(EditMember member, const QString &text)
{
    const items::EditChange change{m_dialog->before(), text};
    // Another dialog may be open when the answer comes.
    onFinished(m_source->edit(m_thing, member, change), this,
               [this, member, dialog = m_dialog](const Result<int> &done) {
                   if (!done)
                       return fail(dialog, member, done.error());
                   if (dialog)
                       dialog->accept();
                   ask();
               });
}

//! What was typed stays, and what it is about is read again: saving once more goes on from there.
void ThingEditor::fail(const QPointer<EditDialog> &dialog, EditMember member, const Error &error)
{
    const auto question = ++m_question;
    onFinished(m_source->offer(m_thing), this, [=, this](const Result<items::EditOffer> &offer) {
        if (dialog)
            dialog->goOn(error, offer ? offer->part(member).text : dialog->before());
        if (question != m_question)
            return ask();
        if (offer)
            m_offer = *offer;
        showOffer();
        Q_EMIT offered();
    });
}

void ThingEditor::undo()
{
    if (m_source == nullptr || !m_offer.isUndoable)
        return;
    onFinished(m_source->undo(m_thing), this, [this](const Result<int> &done) {
        if (!done)
            ui::error(m_page, tr("Taking the edit back"), done.error());
        ask();
    });
}

} // namespace portolan::views::product
