// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"
#include "models/quality/whatif.h"
#include "views/shared/labels.h"

#include <QGridLayout>
#include <QPushButton>
#include <QWidget>

namespace portolan::views {
class KeyValueGrid;
} // namespace portolan::views

namespace portolan::views::quality {

//! What would be if the target were another: days missed, budget, what is left, state; the real
//! target beside the tried one.
class WhatIfTable final : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfTable(QWidget *parent = nullptr);

    //! Of the target that is declared.
    void setDeclared(const items::SloStory &story,
                     const Result<::portolan::quality::WhatIf> &declared);
    //! Of the one that is tried; the same as the declared one when none is.
    void setTried(const Result<::portolan::quality::WhatIf> &tried, bool isTrying);

    //! The tried target with its figures beside the declared ones, as a text to send to the owner
    //! of \a story; empty while none is tried.
    QString proposal(const items::SloStory &story) const;

    QPushButton *proposeButton() const { return m_propose; }

    //! What the cell says, for tests and assistive technology.
    QString text(int row, int column) const;

Q_SIGNALS:
    void resetRequested();
    void proposalRequested();

private:
    enum Row { Head, Missed, Budget, Left, State, RowCount };

    void setCells(int column, const Result<::portolan::quality::WhatIf> &figures);

    SectionHead *m_head;
    LinkButton *m_reset;
    SafeLabel *m_cells[RowCount][3];
    StatusLabel *m_states[2];
    SafeLabel *m_problem;
    QPushButton *m_propose;
};

//! The column at the side of an SLO's page.
class SloFigures final : public QWidget
{
    Q_OBJECT

public:
    explicit SloFigures(QWidget *parent = nullptr);

    void show(const items::SloStory &story);
    using QWidget::show;

    WhatIfTable *whatIf() const { return m_whatIf; }

Q_SIGNALS:
    void openEntity(const QUuid &id);
    void openCheck(const QUuid &id);

private:
    void showFigures(const ::portolan::quality::Figures &figures);
    void showDefinition(const items::SloStory &story);

    WhatIfTable *m_whatIf;
    SectionHead *m_whyHead;
    SafeLabel *m_why;
    QWidget *m_figures;
    QGridLayout *m_grid;
    KeyValueGrid *m_definition;
};

} // namespace portolan::views::quality
