// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogmodel.h"
#include "models/items/facetmodel.h"
#include "models/items/filteradvice.h"
#include "models/items/filtercompletion.h"
#include "views/catalog/rowmenu.h"
#include "views/shared/pane.h"

#include <QTimer>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace portolan::items {
class PageSource;
class SavedViewModel;
} // namespace portolan::items

namespace portolan::sync {
class PlatformSearch;
}

namespace portolan::views {
class EmptyState;
class ErrorNote;
class SafeLabel;
class LinkButton;
class ThingPart;
} // namespace portolan::views

namespace portolan::views::catalog {

class CompareView;
class FacetView;
class Inspector;
class PlatformPanel;
class QueryBar;
class ResultView;

//! The catalogue: filters on the left, results in the middle, what is selected on the right.
class CatalogPane : public Pane
{
    Q_OBJECT

public:
    //! Where the catalogue gets what it shows. All outlive the pane.
    struct Sources
    {
        items::CatalogSource &catalog;
        items::PageSource &pages;
        items::SavedViewModel *views = nullptr; //!< null: none can be saved
        sync::PlatformSearch *platforms = nullptr; //!< null: what is not synced is not searched
    };

    explicit CatalogPane(const Sources &sources, QWidget *parent = nullptr);
    ~CatalogPane() override;

    QString title() const override;
    QString iconName() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool focusFilter() override;
    QList<QWidget *> parts() const override;

    QList<QAction *> paneActions() const override { return m_actions; }

    void showQuery(const QString &query) override;
    QVariantMap historyState() const override;
    void restoreHistory(const QVariantMap &state) override;

    //! Shows what \a names says of who sees the selected thing, and takes it over.
    void setNames(ThingPart *names);

    //! Whether accounts are being read for the first time: an empty catalogue says so then.
    void setReading(bool reading);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Sources &sources);
    QWidget *buildCentre(const Sources &sources);
    QWidget *buildPlatforms(sync::PlatformSearch &search);
    void buildActions();
    void buildMenu();
    void connectQuery();
    void connectResults();
    void connectInspector();

    void setQuery(const QString &query, bool remember);
    void ask(int lastRow = 0);
    void takeState();
    void showAnswer();
    void showEmpty();
    void emptyAction();
    void showMenu(const QModelIndex &index, const QPoint &at);
    void filterBy(const QString &key, const QString &value);
    void copy(const QString &text);
    //! Puts what is chosen for comparing, else the current result, to what is asked for.
    void collect();
    void compare();
    void stopComparing(bool clear);
    void saveView();
    void exportList();
    void arrange();
    void searchPlatforms();
    void arrangePlatforms();
    void setInspectorOpen(bool open);
    void setWidths(int facets);
    int inspectorWidth() const;
    bool isNarrow() const;

    items::CatalogSource &m_source;
    items::CatalogModel m_results;
    items::FacetModel m_facets;
    items::FilterCompletion m_completion;
    items::FilterAdvice m_advice;
    items::SavedViewModel *m_views;

    QSplitter *m_splitter = nullptr;
    FacetView *m_facetView = nullptr;
    QueryBar *m_bar = nullptr;
    QWidget *m_correction = nullptr;
    SafeLabel *m_correctionText = nullptr;
    LinkButton *m_correctionLink = nullptr;
    ErrorNote *m_error = nullptr;
    QStackedWidget *m_stack = nullptr;
    ResultView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_halves = nullptr; //!< results above what platforms found; null without those
    PlatformPanel *m_platforms = nullptr;
    CompareView *m_compare = nullptr;
    Inspector *m_inspector = nullptr;
    QList<QAction *> m_actions;
    QAction *m_compareAction = nullptr;
    QAction *m_inspectorAction = nullptr;

    QString m_query;
    items::CatalogModel::Order m_order = items::CatalogModel::Order::Best;
    QTimer m_askFirst;
    bool m_isTypedAhead = false; //!< the question changed while an answer is under way
    bool m_reading = false;
    bool m_inspectorWide = true; //!< wanted while there is room
    bool m_inspectorNarrow = false; //!< wanted over the list
    std::optional<bool> m_narrow; //!< how it is arranged now
    QList<int> m_sizes; //!< restored: facets and inspector, until the window has its size
    int m_inspectorWidth = 0; //!< also while it is closed
    int m_platformsHeight = 0; //!< chosen by a person; 0: none was
    bool m_sizesNarrow = false; //!< which kind of window they are of
};

} // namespace portolan::views::catalog
