// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"

#include <QScrollArea>

namespace portolan::views::product {

//! Everything known about one field.
class FieldDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit FieldDetail(QWidget *parent = nullptr);

    //! A null field shows a hint. What \a isWaiting is described here, and not with its platform
    //! yet.
    void showField(const domain::Field *field, bool isWaiting = false);
};

} // namespace portolan::views::product
