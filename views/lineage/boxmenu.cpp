// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/boxmenu.h"

#include "models/items/displaytext.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

//! \a text as the text of an action: an ampersand is one, not a mnemonic.
QString literal(const QString &text)
{
    return items::oneLine(text, 60).replace(u'&', u"&&"_s);
}

} // namespace

BoxMenu::BoxMenu(const items::LineageScene &scene, int box, int group, bool isOpen, QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    if (box >= 0) {
        addBox(scene, scene.boxes[std::size_t(box)], isOpen);
        addSeparator();
    }
    addFolding(scene, box, group);
}

QAction *BoxMenu::addKeyed(const QString &text, const QKeySequence &key, std::function<void()> run)
{
    // The keys are handled by the canvas; they stand here so that they can be learned.
    auto *action = addAction(text, this, std::move(run));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    return action;
}

void BoxMenu::addBox(const items::LineageScene &scene, const items::LineageBox &box, bool isOpen)
{
    if (!box.isFolded()) {
        addKeyed(tr("Open"), Qt::Key_Return, [this] { Q_EMIT openChosen(false); });
        addAction(tr("Open in a tab behind"), this, [this] { Q_EMIT openChosen(true); });
        addAction(tr("Only what hangs on this"), this, [this] { Q_EMIT rootChosen(); });
        addSeparator();
    }
    addKeyed(tr("Pick out upstream"), Qt::Key_U, [this] { Q_EMIT reachChosen(true, false); });
    addKeyed(tr("Pick out downstream"), Qt::Key_D, [this] { Q_EMIT reachChosen(false, true); });
    addKeyed(tr("Pick out both"), Qt::Key_B, [this] { Q_EMIT reachChosen(true, true); });
    addKeyed(tr("Path to…"), Qt::Key_P, [this] { Q_EMIT pathChosen(); });
    if (box.isFolded())
        return;
    addKeyed(isOpen ? tr("Hide columns") : tr("Show columns"), Qt::Key_Space,
             [this] { Q_EMIT columnsChosen(); });
    const auto &node = scene.nodeOf(box);
    if (node.isKnown) {
        addAction(tr("Request access…"), this, [this] { Q_EMIT accessChosen(); });
        addKeyed(tr("Add to request"), Qt::CTRL | Qt::Key_B, [this] { Q_EMIT collectChosen(); });
    }
    auto *copy = addMenu(tr("Copy"));
    copy->addAction(tr("Name"), this, [this, text = node.label()] { Q_EMIT copyChosen(text); });
    copy->addAction(tr("URN or native id"), this,
                    [this, text = node.nativeId] { Q_EMIT copyChosen(text); });
}

void BoxMenu::addFolding(const items::LineageScene &scene, int box, int group)
{
    int inner = group;
    if (box >= 0) {
        const auto &about = scene.boxes[std::size_t(box)];
        inner = about.group;
        if (about.isFolded()) {
            const auto &folded = scene.groups[std::size_t(about.folded)];
            inner = folded.parent;
            addAction(tr("Unfold %1").arg(literal(folded.label)), this,
                      [this, key = folded.key] { Q_EMIT unfoldChosen(key); });
        }
    }
    for (; inner >= 0; inner = scene.groups[std::size_t(inner)].parent) {
        const auto &about = scene.groups[std::size_t(inner)];
        addAction(tr("Fold %1").arg(literal(about.label)), this,
                  [this, key = about.key] { Q_EMIT foldChosen(key); });
    }
    if (!scene.groups.empty())
        addAction(tr("Fold all"), this, [this] { Q_EMIT foldAllChosen(); });
    const bool hasFolded = std::any_of(scene.boxes.begin(), scene.boxes.end(),
                                       [](const auto &one) { return one.isFolded(); });
    if (hasFolded)
        addAction(tr("Unfold all"), this, [this] { Q_EMIT unfoldAllChosen(); });
}

} // namespace portolan::views::lineage
