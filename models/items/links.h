// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! The link that opens the page of \a id in this program: "portolan:<id>".
QString linkTo(const QUuid &id);

//! The thing that \a link, made by linkTo(), leads to; nothing when it is no such link.
std::optional<QUuid> linkTarget(const QString &link);

//! \a label as a Markdown link to \a id; characters that mean something in Markdown are escaped.
QString markdownLink(const QString &label, const QUuid &id);

} // namespace portolan::items
