// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and columns of a picture in words, for tips, lists and screen readers.
#pragma once

#include "models/items/lineagescene.h"

#include <QString>
#include <QStringList>

namespace portolan::items {

//! The ends of \a line of \a scene: "orders → daily", with columns "orders.id → daily.order_id".
QString lineText(const LineageScene &scene, int line);

//! What is known of \a line, one sentence each: the jobs that make it, how the value is made,
//! whether it is masked, what differs between two days, whether it closes a cycle.
QStringList lineFacts(const LineageScene &scene, int line);

//! "order_id, bigint, key, made from 2, read by 3", of lines that are in the picture.
QString columnText(const LineageScene &scene, int box, int column);

} // namespace portolan::items
