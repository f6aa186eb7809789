// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace portolan::app {

//! What is shown on the desktop, outside of the window.
struct Notice
{
    QString title;
    QString text; //!< plain text, of whoever wrote it
    QString query; //!< of the access pane: what a click shows

    bool operator==(const Notice &) const = default;
};

//! Shows notices on the desktop.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const Notice &notice) = 0;

Q_SIGNALS:
    //! The person clicked on a notice that leads to \a query.
    void clicked(const QString &query);
};

} // namespace portolan::app
