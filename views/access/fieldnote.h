// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

#include <QWidget>

namespace portolan::views {
class IconLabel;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::access {

//! What is wrong with a field of a form, right below it; hidden where nothing is.
class FieldNote final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);

    //! The worst of \a verdicts about the field.
    void show(const QList<domain::PolicyVerdict> &verdicts);

private:
    IconLabel *m_shape;
    SafeLabel *m_text;
};

} // namespace portolan::views::access
