// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/palettemodel.h"
#include "views/shared/pane.h"

#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QWidget>

namespace portolan::views {
class SafeLabel;
}

namespace portolan::views::shell {

//! The one place to search and to command: over the window, below its upper edge, closed by Esc, by
//! a click elsewhere and by choosing. The text stays for the next time, selected.
class CommandPalette final : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    CommandPalette(items::CatalogSource &source, QWidget *window);

    items::PaletteModel &model() { return m_model; }

    //! Opens with the last text, or with \a text.
    void open(const QString &text = {});
    void dismiss();

    //! Keeps its place when the window changes its size.
    void follow() { arrange(); }

Q_SIGNALS:
    void thingChosen(const QUuid &id, portolan::views::OpenMode mode);
    void commandChosen(const QString &id);
    void queryChosen(const QString &query);
    //! Asked before it opens, for what the commands are now.
    void commandsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void rowsChanged();
    bool key(QKeyEvent *event);
    void step(int by);
    void choose(OpenMode mode);
    void openActions();
    QWidget *makeFoot();

    items::PaletteModel m_model;
    QLineEdit *m_field;
    SafeLabel *m_note;
    QListView *m_list;
    QWidget *m_foot;
    QPointer<QWidget> m_before; //!< what had the focus
};

} // namespace portolan::views::shell
