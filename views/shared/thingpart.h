// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shared/pane.h"

namespace portolan::views {

//! A part of a page or an inspector that another folder of views makes, since panes do not know
//! each other: it reads what it says about a thing by itself. Whoever holds it decides where it
//! stands.
class ThingPart : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    //! Shows the thing with our id \a id, or nothing when it is null.
    virtual void showThing(const QUuid &id) = 0;
    //! Whether there is something to see; what stands around it hides where there is not.
    virtual bool isFilled() const = 0;

Q_SIGNALS:
    void filledChanged();
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
};

} // namespace portolan::views
