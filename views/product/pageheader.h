// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/items/snippet.h"

#include <QAction>
#include <QHBoxLayout>
#include <QList>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

namespace portolan::views {
class ElidedLabel;
class IconLabel;
} // namespace portolan::views

namespace portolan::views::product {

class FactsLine;

//! The head of a page: what it is, its tags and facts, and what can be done with it. In a narrow
//! page the actions lose their words.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setPage(const domain::Page &page);
    //! What "Copy as" offers.
    void setSnippets(const QList<items::Snippet> &snippets);
    //! The actions stay the caller's; \a menu goes into the menu at the end.
    void setActions(QAction *request, QAction *follow, QAction *openOutside,
                    const QList<QAction *> &menu);

Q_SIGNALS:
    void ownerClicked();
    void domainClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showTags(const domain::Page &page);
    void showFacts(const domain::Page &page);
    void fold(bool narrow);
    QPushButton *addButton(QAction *action);

    IconLabel *m_icon;
    ElidedLabel *m_title;
    ElidedLabel *m_version;
    QHBoxLayout *m_tags;
    FactsLine *m_facts;
    QHBoxLayout *m_buttons;
    QPushButton *m_copy;
    QToolButton *m_more;
    QMenu *m_copyMenu;
    QMenu *m_moreMenu;
    QList<std::pair<QPushButton *, QAction *>> m_actionButtons;
    bool m_narrow = false;
};

} // namespace portolan::views::product
