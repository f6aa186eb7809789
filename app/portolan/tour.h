// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"
#include "models/items/catalogsource.h"
#include "views/shared/theme.h"
#include "views/shell/mainwindow.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace portolan::app {

//! Writes a picture of every pane and state that matters to a folder, prints their names, and ends
//! the program: 0, or 1 when something could not be shown. A picture is taken once the window has
//! not changed for a moment; a window that never comes to rest is an error, not a hang.
class Tour final : public QObject
{
    Q_OBJECT

public:
    //! What it shows and where it writes; all outlive the tour.
    struct Context
    {
        views::shell::MainWindow &window;
        items::CatalogSource &catalog;
        views::Theme &theme;
        QString directory;
        items::AccountSource &accounts;
    };

    explicit Tour(const Context &context);

    //! Calls \a look at each state, with its name, and takes no picture.
    void setLook(std::function<void(const QString &)> look);
    //! Once everything has been read.
    void start();
    void fail(const QString &why);

private:
    using Step = std::function<void()>;

    static constexpr QSize large{1440, 900};
    static constexpr QSize small{1024, 700}; //!< the smallest window that all has to fit in

    void plan();
    void planCatalogue();
    void planProduct();
    void planLineage();
    void planQuality();
    void planAccess();
    void planAccounts();
    void planOutbox();
    void planOthers();
    //! Does \a prepare, waits until nothing is painted any more, and takes the picture \a name.
    void shot(const QString &name, views::Theme::Choice look, Step prepare, qreal ratio = 1);
    void both(const QString &name, const Step &prepare);
    void next();
    void take();
    bool eventFilter(QObject *watched, QEvent *event) override;

    bool write();

    struct Shot
    {
        QString name;
        views::Theme::Choice look;
        Step prepare;
        qreal ratio;
    };

    Context m_context;
    std::function<void(const QString &)> m_look;
    std::deque<Shot> m_shots;
    Shot m_current;
    QTimer m_quiet;
    QTimer m_patience;
    QUuid m_product;
    int m_taken = 0;
};

} // namespace portolan::app
