// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagechoice.h"
#include "models/items/lineageexport.h"
#include "models/items/lineagemarks.h"

#include <QHash>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

#include <optional>

namespace portolan::views {
class BarButton;
class SafeLabel;
class Segments;
} // namespace portolan::views

class QHBoxLayout;
class QMenu;

namespace portolan::views::lineage {

//! The bar above the picture: search, depths, groups, overlay, date, which page, zoom, and files.
//! Holds no state of its own: it shows what it is told, and says what was chosen. Where there is no
//! room for all words, labels go first, then values, then what has a key of its own; then it takes
//! two rows. Nothing is cut, in any language.
class Bar : public QWidget
{
    Q_OBJECT

public:
    //! What stands below the bar.
    enum Page { Graph, List, Impact };

    explicit Bar(QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }

    //! Whether the row of the filter is shown.
    BarButton *filterToggle() const { return m_filter; }

    QToolButton *minimapToggle() const { return m_minimap; }

    QToolButton *inspectorToggle() const { return m_inspector; }

    QToolButton *tidyButton() const { return m_tidy; }

    //! Shows depths, groups and what can be laid over; depths only where there is a root.
    void showChoice(const items::LineageChoice &choice);
    //! Offers only overlays that the lineage has evidence for.
    void showOverlay(items::LineageOverlay overlay, const QList<items::LineageOverlay> &offered);
    //! "SLO", "agreements", …
    static QString overlayName(items::LineageOverlay overlay);
    //! What the picture is of: \a text on the button, \a spoken at its tool tip and for readers.
    //! Another time than now is never left away, however narrow the bar is.
    void showDate(const QString &text, const QString &spoken, bool isNow);
    void showZoom(double scale);
    void showPage(Page page);
    //! Where a menu of dates begins, on the screen.
    QPoint dateCorner() const;
    //! "3 of 12"; empty while nothing is searched.
    void showHits(const QString &text);
    //! Asks what is to be laid over the boxes.
    void openOverlayMenu();

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void findTyped(const QString &text);
    void findNext(bool forward);
    void findLeft();
    void upstreamChosen(std::optional<quint32> depth);
    void downstreamChosen(std::optional<quint32> depth);
    void groupingChosen(portolan::items::LineageGrouping grouping);
    //! All groups are to be one box each, or none of them.
    void foldChosen(bool on);
    void overlayChosen(portolan::items::LineageOverlay overlay);
    void dateRequested();
    void pageChosen(portolan::views::lineage::Bar::Page page);
    void zoomRequested(double factor);
    void fitRequested();
    void exportChosen(portolan::items::LineageFormat format);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    //! What is said, from everything to icons alone without what has keys.
    enum Words { All, Values, Icons, Fewest };

    void buildChoices();
    void buildTools();
    void say(BarButton *button, const QString &label, const QString &value);
    void showWords(Words words);
    void settle();
    void setRows(int rows);
    static int widthOf(const QList<QWidget *> &widgets);
    void openDepthMenu(BarButton *button, bool upstream);
    void openGroupMenu();
    void openExportMenu();
    void popUp(QMenu *menu, QWidget *below);

    QLineEdit *m_field;
    SafeLabel *m_hits;
    BarButton *m_upstream;
    BarButton *m_downstream;
    BarButton *m_group;
    BarButton *m_overlay;
    BarButton *m_date;
    BarButton *m_filter;
    Segments *m_pages;
    SafeLabel *m_zoom;
    QToolButton *m_tidy = nullptr;
    QToolButton *m_minimap = nullptr;
    QToolButton *m_inspector = nullptr;
    QToolButton *m_export = nullptr;
    QHBoxLayout *m_first;
    QHBoxLayout *m_second;
    QList<QWidget *> m_choices; //!< the first part of the bar, from its start
    QList<QWidget *> m_tools; //!< the second
    QHash<BarButton *, QString> m_labels;
    QHash<BarButton *, QString> m_values;
    QList<QWidget *> m_zoomTools;
    Page m_page = Graph;
    bool m_isNow = true;
    int m_leastWidth = 0;
    items::LineageChoice m_choice;
    items::LineageOverlay m_shownOverlay = items::LineageOverlay::None;
    QList<items::LineageOverlay> m_overlays;
};

} // namespace portolan::views::lineage
