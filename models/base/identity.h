// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

namespace portolan {

//! Our id of what \a account calls \a nativeId: the UUIDv5 (RFC 9562, section 5.5) of the two, so
//! that it survives a rebuilt cache and is equal on every machine with the same account.
QUuid entityId(const QUuid &account, const QString &nativeId);

//! The fixed account of the demo mesh, so that a link into the demo works everywhere.
QUuid demoAccountId();

//! \a id as scripts see it: 36 characters, lower case, no braces.
QString idText(const QUuid &id);

} // namespace portolan
