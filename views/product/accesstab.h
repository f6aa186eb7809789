// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesscasemodel.h"
#include "models/items/consumermodel.h"
#include "models/items/dossier.h"
#include "views/shared/pane.h"

#include <QTimer>

#include <optional>

class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace portolan::views {
class EmptyState;
class ErrorNote;
class FittedTable;
class Segments;
} // namespace portolan::views

namespace portolan::views::product {

//! Who depends on a thing: who has access and until when, who waits for it, and who reads it as the
//! lineage has it. Agreements and requests are read with the page, the lineage when the tab is
//! looked at.
class AccessTab final : public QWidget
{
    Q_OBJECT

public:
    explicit AccessTab(QWidget *parent = nullptr);

    //! \a source outlives this object; without one nothing is shown.
    void setSource(items::AccessSource &source);
    void setDossier(const items::Dossier &dossier);

    bool hasSource() const { return m_source != nullptr; }

    //! How many teams and products have access, as a number; empty where none has.
    QString note() const;

    const items::ConsumerModel &model() const { return m_model; }

    FittedTable *table() const { return m_table; }

    Segments *scope() const { return m_scope; }

    QLineEdit *filter() const { return m_filter; }

    //! The page is seen again, whichever tab is in front: the number beside its name is seen too.
    void pageShown();

    //! Whether everybody who was asked has answered.
    bool isSettled() const { return m_isAnswered && m_dependants && m_model.isArranged(); }

    //! Those that hold while the focus is here.
    QList<QAction *> tabActions() const { return m_actions; }

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

    //! Asks for a file, and writes the table as it stands into it.
    void exportCsv();
    void exportTo(const QString &file);

Q_SIGNALS:
    void noteChanged();
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    //! Shows \a subject ("request:<id>", "agreement:<id>") in the access pane.
    void accessRequested(const QString &subject);
    //! As Pane::workBegun.
    void workBegun(portolan::views::LongWork *work);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    void ask();
    void askBoard();
    void askDependants();
    void showProblem();
    void showRows();
    void showState();
    void open(const QUuid &id);

    items::AccessSource *m_source = nullptr;
    items::ConsumedThing m_thing;
    QString m_name;
    QList<items::Dependant> m_declared; //!< that the contracts name, whatever the lineage says
    items::AccessBoardPtr m_board;
    std::optional<QList<items::Dependant>> m_dependants;
    items::ConsumerModel m_model;
    quint64 m_question = 0; //!< answers to earlier ones are dropped
    quint64 m_following = 0; //!< the same, of the lineage
    quint64 m_showing = 0; //!< the same, of the rows that are made from both
    bool m_isAnswered = false; //!< the rows are those of what is known
    QTimer m_pause; //!< collects changes while a sync runs
    bool m_isStale = true;
    std::optional<Error> m_boardProblem; //!< of the last answer
    std::optional<Error> m_lineageProblem; //!< the same, of the lineage

    QStackedLayout *m_stack = nullptr;
    QWidget *m_content = nullptr;
    EmptyState *m_empty = nullptr;
    ErrorNote *m_error = nullptr;
    Segments *m_scope = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_save = nullptr;
    FittedTable *m_table = nullptr;
    EmptyState *m_none = nullptr;
    QList<QAction *> m_actions;
};

} // namespace portolan::views::product
