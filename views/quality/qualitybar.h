// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/quality/periodbutton.h"
#include "views/quality/saving.h"
#include "views/shared/barbutton.h"
#include "views/shared/filterfield.h"

#include <QStringList>
#include <QToolButton>
#include <QWidget>

#include <functional>

class QBoxLayout;

namespace portolan::views {
class Segments;
} // namespace portolan::views

namespace portolan::views::quality {

//! The bar above the pages: which page, the filter, the period, comparing, and files.
class QualityBar final : public QWidget
{
    Q_OBJECT

public:
    explicit QualityBar(QWidget *parent = nullptr);

    Segments *segments() const { return m_segments; }

    FilterField *field() const { return m_field; }

    PeriodButton *period() const { return m_period; }

    QToolButton *exportButton() const { return m_export; }

    void setComparing(bool on);
    //! Offers the way back from the page of one thing to \a where; empty: there is none.
    void setWayBack(const QString &where);

    //! Asked when the menu opens: whether what is shown can be written as a table.
    void setHasTable(std::function<bool()> answer) { m_hasTable = std::move(answer); }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void backRequested();
    void filterTyped(const QString &filter);
    void compareToggled(bool on);
    void exportChosen(portolan::views::quality::SavedAs kind);
    void pageWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    void openExportMenu();

    QToolButton *m_back;
    Segments *m_segments;
    FilterField *m_field;
    PeriodButton *m_period;
    BarButton *m_compare;
    QToolButton *m_export;
    QWidget *m_tools;
    QBoxLayout *m_rows;
    bool m_isComparing = false;
    QStringList m_arranged; //!< what the arrangement was made for
    std::function<bool()> m_hasTable;
};

} // namespace portolan::views::quality
