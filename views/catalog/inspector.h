// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/followlist.h"
#include "models/items/pageloader.h"
#include "views/shared/blocks.h"
#include "views/shared/pane.h"
#include "views/shared/safemarkdownview.h"
#include "views/shared/thingpart.h"

#include <QScrollArea>
#include <QTimer>
#include <QUuid>

class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace portolan::views::catalog {

//! What there is to know about the selected result, in short: head with actions, facts,
//! description, output ports, promises, tags, and who sees it. Shows nothing that has no evidence.
class Inspector : public QScrollArea
{
    Q_OBJECT

public:
    //! \a source outlives this widget.
    explicit Inspector(items::PageSource &source, QWidget *parent = nullptr);

    //! Shows what \a names says of who sees a thing, and takes it over.
    void setNames(ThingPart *names);
    //! Shows the thing with our id \a id; a null id shows that nothing is selected.
    void show(const QUuid &id);
    using QWidget::show;

    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    //! \a text is to be copied.
    void copyRequested(const QString &text);
    void closeRequested();
    //! Following did not work.
    void failed(const portolan::Error &error);

private:
    //! A part with a heading, below a line over the full width.
    struct Block
    {
        QWidget *frame = nullptr;
        SectionHead *head = nullptr;
        QVBoxLayout *body = nullptr;
    };

    QWidget *buildHead();
    void buildBlocks(QVBoxLayout *layout);
    Block addBlock(QVBoxLayout *layout, const QString &title);
    void load();
    void pageChanged();
    void surroundingsChanged();
    void fillHead(const domain::Entity &entity);
    void fillFacts();
    void fillPorts(const domain::Page &page);
    void fillPromises();
    void fillSources(const domain::Page &page);
    void showFollowed();
    void showMessage(const QString &text);
    void turnTo(QWidget *page);

    items::PageLoader m_loader;
    items::FollowList m_follows;
    QTimer m_delay; //!< a selection that runs through the list asks for its last row only
    QUuid m_wanted;

    QStackedWidget *m_stack;
    SafeLabel *m_message;
    QWidget *m_page;
    IconLabel *m_icon;
    ElidedLabel *m_title;
    FlowRow *m_line;
    QPushButton *m_open;
    QPushButton *m_follow;
    QToolButton *m_copy;
    QToolButton *m_close;
    KeyValueGrid *m_facts;
    SafeMarkdownView *m_description;
    SafeLabel *m_waiting; //!< that what is shown is an edit, not sent yet
    Block m_factsBlock;
    Block m_descriptionBlock;
    Block m_portsBlock;
    Block m_promisesBlock;
    Block m_tagsBlock;
    Block m_sourcesBlock;
    KeyValueGrid *m_promises;
    FlowRow *m_tags;
    KeyValueGrid *m_sources; //!< while nobody says more
    ThingPart *m_names = nullptr;
    QList<QWidget *> m_portRows;
};

} // namespace portolan::views::catalog
