// SPDX-License-Identifier: GPL-3.0-or-later
// How high dialogs with fields are, and what goes on where the screen has no room for them.
#include "views/accounts/connectionfields.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QScrollArea>

#include <algorithm>

namespace portolan::views::accounts {
namespace {

// Of the screen, for the frame and the title of the window.
constexpr int roomAround = 64;

//! The height that \a dialog needs, as far as the screen has it.
int heightFor(const QWidget *dialog)
{
    auto *layout = dialog->layout();
    layout->activate();
    const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(dialog->width())
                                                   : layout->totalSizeHint().height();
    return std::min(needed, dialog->screen()->availableGeometry().height() - roomAround);
}

} // namespace

void growToFit(QWidget *dialog)
{
    const int needed = heightFor(dialog);
    if (needed > dialog->height())
        dialog->resize(dialog->width(), needed);
}

void shrinkToFit(QWidget *dialog)
{
    // What its layout remembers of the fields is of before they were shown.
    for (auto *fields : dialog->findChildren<QScrollArea *>())
        fields->updateGeometry();
    dialog->resize(dialog->width(), heightFor(dialog));
}

FieldsScroll::FieldsScroll(QWidget *fields)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    viewport()->setAutoFillBackground(false);
    setWidget(fields);
    fields->setAutoFillBackground(false);
    fields->installEventFilter(this);
}

QSize FieldsScroll::sizeHint() const
{
    const auto *fields = widget();
    const int width = std::max(viewport()->width(), fields->minimumSizeHint().width());
    const int height = fields->layout()->hasHeightForWidth() ? fields->heightForWidth(width)
                                                             : fields->sizeHint().height();
    return {fields->sizeHint().width(), height};
}

QSize FieldsScroll::minimumSizeHint() const
{
    // A few rows at the least, so that what has the focus can be seen with what is around it.
    constexpr int fewRows = 120;
    return {widget()->minimumSizeHint().width(), std::min(fewRows, sizeHint().height())};
}

bool FieldsScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace portolan::views::accounts
