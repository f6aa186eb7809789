// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dossier.h"
#include "models/items/snippet.h"
#include "views/product/sidesplit.h"
#include "views/shared/pane.h"

#include <QHash>
#include <QWidget>

class QScrollArea;

namespace portolan::items {
class PageSource;
}

namespace portolan::views {
class LinkButton;
class SafeMarkdownView;
class SafeLabel;
class ThingPart;
} // namespace portolan::views

namespace portolan::views::product {

class PortTable;
class RelatedTree;
class SideColumn;
class UseBox;

//! What a thing is for: description, ports, how to use it, what hangs on it, and the facts column.
class OverviewTab : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit OverviewTab(items::PageSource &source, QWidget *parent = nullptr);

    //! Shows what \a names says of who knows the thing, and takes it over.
    void setNames(ThingPart *names);
    void setDossier(const items::Dossier &dossier);

    //! Whether the description can be edited from here, and whether an edit can be taken back.
    void offerEdit(bool isEditable, bool isUndoable);
    //! Says that an edit needs a person; \a text is empty where none does.
    void sayStuck(const QString &text);

    //! The output port whose row has the focus; null where none has.
    QUuid focusedPort() const;

    SideSplit *split() const { return m_split; }

    //! Everything that can be copied for the chosen port.
    const QList<items::Snippet> &snippets() const { return m_snippets; }

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    void queryRequested(const QString &query);
    void snippetsChanged();
    //! The description is to be edited; what was edited is to be taken back.
    void editWanted();
    void undoWanted();
    //! What waits about the thing is to be shown.
    void outboxWanted();

private:
    struct PortBlock
    {
        QWidget *head = nullptr;
        PortTable *table = nullptr;
    };

    QWidget *buildContent();
    PortBlock buildPorts(int direction, const QString &title, QWidget *content);
    void choosePort(const QUuid &port);
    void makeSnippets();

    items::PageSource &m_source;
    items::Dossier m_dossier;
    SideSplit *m_split;
    QScrollArea *m_scroll;
    SafeMarkdownView *m_description;
    SafeLabel *m_noDescription;
    QWidget *m_stuck; //!< an edit that needs a person
    SafeLabel *m_stuckText;
    SafeLabel *m_waiting; //!< that what is shown is an edit, not sent yet
    LinkButton *m_undo;
    LinkButton *m_edit;
    QList<PortBlock> m_ports;
    UseBox *m_use;
    QWidget *m_relatedHead;
    RelatedTree *m_related;
    SideColumn *m_side;
    QUuid m_port;
    QHash<QUuid, QList<domain::Field>> m_fields;
    QList<items::Snippet> m_snippets;
    quint64 m_question = 0;
};

} // namespace portolan::views::product
