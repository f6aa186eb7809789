// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/pane.h"
#include "views/shell/history.h"

#include <QHash>
#include <QPointer>
#include <QStackedWidget>
#include <QWidget>

#include <vector>

namespace portolan::views::shell {

class DetachedWindow;
class DocumentTabs;

//! The body of the window: the pane of the rail in the first tab, documents in the others, and
//! those that were torn off. Knows where the person was, and gives all of it back after a restart.
//! Panes and documents are made when they are first looked at.
class Workspace final : public QWidget
{
    Q_OBJECT

public:
    //! \a factory outlives this object.
    explicit Workspace(PaneFactory &factory, QWidget *parent = nullptr);
    ~Workspace() override;

    //! What is in front; never null after the first showPane().
    Pane *current() const;

    QString currentPane() const { return m_pane; }

    DocumentTabs *tabs() const { return m_tabs; }

    int currentTab() const;
    //! "Catalogue › Orders › Order events".
    QList<Crumb> breadcrumb() const;

    void showPane(const QString &id);
    //! Puts the focus into what is shown, unless it is there already.
    void focusContent();
    //! Makes the pane \a id if need be, without showing it.
    Pane *pane(const QString &id);
    void openDocument(const QUuid &id, OpenMode mode);
    void closeTab(int index);
    void closeCurrent();
    void tearOff(int index);
    void nextTab(int step);

    bool canGoBack() const { return m_history.canGoBack(); }

    bool canGoForward() const { return m_history.canGoForward(); }

    void goBack();
    void goForward();

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    //! Closes all documents and forgets what panes remember.
    void reset();
    //! The windows that were torn off; for closing them with the main one.
    QList<QWidget *> detached() const;

Q_SIGNALS:
    void currentChanged();
    void placeChanged();
    void actionsChanged();
    void queryRequested(const QString &query);
    void collectRequested(const QUuid &id, const QStringList &fields);
    void workBegun(portolan::views::LongWork *work);
    //! Something worth remembering changed.
    void arranged();

private:
    struct Document
    {
        QUuid id;
        QString title;
        QString iconName;
        QVariantMap state;
        QPointer<Pane> pane;
    };

    void watch(Pane *pane);
    void show(int tab);
    void visit();
    void go(const Place &place);
    Pane *documentPane(int tab);
    int tabOf(const QUuid &id) const;
    int append(Document document);
    void detach(Document document, const QByteArray &geometry);
    void renamed(Pane *pane);
    QVariantMap stateOf(const Document &document) const;

    PaneFactory &m_factory;
    QList<PaneInfo> m_infos;
    DocumentTabs *m_tabs;
    QStackedWidget *m_stack;
    QString m_pane;
    QHash<QString, Pane *> m_panes;
    QVariantMap m_paneStates; //!< of panes that were not made yet
    std::vector<Document> m_documents; //!< behind the first tab, in tab order
    QList<QPointer<DetachedWindow>> m_detached;
    History m_history;
    bool m_going = false;
};

} // namespace portolan::views::shell
