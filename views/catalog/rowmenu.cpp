// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/rowmenu.h"

#include "models/base/identity.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/links.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

constexpr qsizetype mostTags = 8;

//! \a text as the text of an action: an ampersand is one, not a mnemonic.
QString literal(const QString &text)
{
    return items::oneLine(text, 60).replace(u'&', u"&&"_s);
}

} // namespace

RowMenu::RowMenu(const domain::Entity &entity, bool marked, QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    addOpening(entity, marked);
    addSeparator();
    addCopying(entity);
    addFilters(entity);
}

void RowMenu::addOpening(const domain::Entity &entity, bool marked)
{
    // The keys are handled by the list; they stand here so that they can be learned.
    auto *open = addAction(tr("Open"), this, [this] { Q_EMIT openChosen(Open::Here); });
    open->setShortcut(Qt::Key_Return);
    auto *behind =
        addAction(tr("Open in a tab behind"), this, [this] { Q_EMIT openChosen(Open::Behind); });
    behind->setShortcut(Qt::CTRL | Qt::Key_Return);
    addAction(tr("Show lineage"), this, [this] { Q_EMIT lineageChosen(); });
    auto *collect = addAction(tr("Add to request"), this, [this] { Q_EMIT collectChosen(); });
    collect->setShortcut(Qt::CTRL | Qt::Key_B);
    collect->setVisible(domain::canBeAskedFor(entity.kind));
    auto *mark = addAction(tr("Choose for comparing"), this, [this] { Q_EMIT markChosen(); });
    mark->setShortcut(Qt::Key_Space);
    mark->setCheckable(true);
    mark->setChecked(marked);
    for (auto *action : {open, behind, collect, mark}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
    }
}

void RowMenu::addCopying(const domain::Entity &entity)
{
    auto *copy = addMenu(tr("Copy as"));
    const auto add = [&](const QString &name, const QString &text) {
        copy->addAction(name, this, [this, text] { Q_EMIT copyChosen(text); });
    };
    add(tr("Name"), entity.label());
    add(tr("URN or native id"), entity.nativeId);
    add(tr("Id"), idText(entity.id));
    add(tr("Link"), items::linkTo(entity.id));
    add(tr("Markdown"), items::markdownLink(entity.label(), entity.id));
}

void RowMenu::addFilters(const domain::Entity &entity)
{
    auto *filter = addMenu(tr("Filter by"));
    const auto add = [&](const QString &key, const QString &value) {
        if (value.isEmpty())
            return;
        const auto name =
            tr("%1: %2").arg(items::facetTitle(key), literal(items::facetValueText(key, value)));
        filter->addAction(name, this, [this, key, value] { Q_EMIT filterChosen(key, value); });
    };
    for (qsizetype depth = 1; depth <= entity.domain.size(); ++depth)
        add(u"domain"_s, entity.domain.mid(0, depth).join(u'/'));
    add(u"owner"_s, entity.ownerName);
    add(u"status"_s, entity.status);
    add(u"classification"_s, entity.classification);
    for (const auto &tag : entity.tags.mid(0, mostTags))
        add(u"tag"_s, tag);
    filter->setEnabled(!filter->isEmpty());
}

} // namespace portolan::views::catalog
