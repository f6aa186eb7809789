// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace portolan::platforms::openmetadata {

//! An answer with a list: {"data": […], "paging": {…}}. The items are views of its bytes, so that
//! what is kept of a thing is what the server wrote, and one that is no JSON spoils no other.
struct ListAnswer
{
    QByteArray body;
    std::vector<std::string_view> items;
    qint64 total = 0; //!< of the whole list; 0 where it is not said
    QString after; //!< cursor of the next page; empty at the end
};

//! Takes \a body apart; Protocol where it is no such answer. \a asked names the request in the
//! error.
[[nodiscard]] Result<ListAnswer> listAnswerOf(QByteArray body, const QString &asked);

//! The list under \a key in an object of objects, as portsView has them: {"key": {"data": […]}}.
[[nodiscard]] Result<ListAnswer> listAnswerUnder(std::string_view key, QByteArray body,
                                                 const QString &asked);

} // namespace portolan::platforms::openmetadata
